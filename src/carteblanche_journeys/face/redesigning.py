"""`cb.redesign`: a journey with moves made on it, to be looked at like any other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from carteblanche_journeys.face.handles import JourneyHandle, journey_handle
from carteblanche_journeys.face.refusing import refused
from carteblanche_journeys.model import Journey
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.reading import say_wrong_moves
from carteblanche_journeys.redesigns import Chosen, DoesNotFit, resolve
from carteblanche_journeys.words import Words

#: The file name of a redesign that nobody has named.
UNNAMED = "to-be"

#: A move as a file writes it, `{"move": "drop", "step": "rappel"}`, or one that is chosen.
WrittenMove = Mapping[str, Any] | Chosen


def redesign(
    what: JourneyHandle | Journey,
    moves: Iterable[WrittenMove] | WrittenMove,
    *,
    name: str | None = None,
) -> JourneyHandle:
    """A journey with moves made on it, in this order; the journey itself stays as it is.

    Parameters
    ----------
    moves
        As a file writes them: `{"move": "announce-status", "step": "depot"}`.
    name
        What the redesign is called: a file name such as `car`, or a whole id; left out,
        `to-be`, or the first of `to-be-2`, `to-be-3`… that is free.

    Raises
    ------
    DoesNotFit
        Where there is no such move, an argument is none of its own, or a move does not fit:
        with what is missing, and which one may have been meant.

    >>> steps = {"a": {"title": "Déposer", "wait": "10 d"}, "b": {"title": "Recevoir"}}
    >>> moves = [{"move": "announce-status", "step": "a"}]
    >>> made = redesign(Journey(title="J'écris", steps=steps), moves)
    >>> made.journey.id, made.journey.steps["a"].wait.announced
    ('journey/to-be', True)
    """
    handle = journey_handle(what)
    of, before = handle.of, handle.journey
    written = _written(moves)
    _refuse_wrong(written, of.words)
    full = _name(name, handle)
    made = Journey(id=full, title=before.title, redesigns=before.id, moves=written)
    atlas = of.atlas.model_copy(
        update={"journeys": FrozenMap({**of.atlas.journeys, made.id: made})}
    )
    found = resolve(atlas)
    mine = [one for one in found.troubles if one.journey == made.id]
    if mine:
        raise refused(mine, of.words)
    return replace(of, atlas=found.atlas)[made.id]


def _written(moves: Iterable[WrittenMove] | WrittenMove) -> list[dict[str, Any]]:
    every = [moves] if isinstance(moves, Mapping | Chosen) else list(moves)
    return [one.written if isinstance(one, Chosen) else dict(one) for one in every]


def _refuse_wrong(written: list[dict[str, Any]], words: Words) -> None:
    said = say_wrong_moves(written, words)
    if said:
        raise DoesNotFit(("moves",), (), "", "\n".join(said))


def _name(name: str | None, handle: JourneyHandle) -> str:
    """The id of the redesign; never that of a journey which is no redesign of this one."""
    before, journeys = handle.journey, handle.of.atlas.journeys
    if name is None:
        files = (UNNAMED, *(f"{UNNAMED}-{number}" for number in range(2, len(journeys) + 3)))
        return next(full for one in files if (full := f"{before.moment}/{one}") not in journeys)
    full = name if "/" in name else f"{before.moment}/{name}"
    if full in journeys and journeys[full].redesigns != before.id:
        said = handle.of.words("unfit.name-taken", id=full)
        raise DoesNotFit(("name",), (), "", said)
    return full
