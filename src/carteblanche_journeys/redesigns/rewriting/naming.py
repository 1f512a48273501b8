"""Ids of what moves make: told by what they come from, never by a counter."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from carteblanche_journeys.model.values import LONGEST_ID


def made_id(made: str, origins: Iterable[str], taken: Collection[str] = ()) -> str:
    """The id of something that a move makes: the word for it, then its origins in order.

    Parameters
    ----------
    made
        A word that says what was made: `depot`, `visite`; lower-case ASCII, joined by `-`.
    origins
        Ids of what it comes from; each counts once, and their order does not matter.
    taken
        Ids that are in use; a clash is told apart by the word again, as long as it takes.

    >>> made_id("common", ["cmi", "apa"])
    'common-apa-cmi'
    """
    name = "-".join((made, *sorted(set(origins))))[:LONGEST_ID].rstrip("-")
    while name in taken:
        name = f"{made}-{name}"[:LONGEST_ID].rstrip("-")
    return name
