"""What the moves between two journeys need in law."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.errors import UnknownName
from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.redesigns.chosen import chosen, make_one
from carteblanche_journeys.redesigns.consequences import LegalNeed
from carteblanche_journeys.redesigns.hindrance import DoesNotFit
from carteblanche_journeys.redesigns.taking_over import as_is_id
from carteblanche_journeys.redesigns.variant import begin


def legal_needs(as_is: Journey, to_be: Journey, atlas: Atlas) -> Iterator[tuple[str, LegalNeed]]:
    """What each move from one journey to another needs, with the name of the move.

    A redesign of a redesign needs what that one needs too. Of journeys that are no redesigns
    of each other nothing is said.

    Parameters
    ----------
    atlas
        Holds what the to-be redesigns.
    """
    for journey, base in reversed(_chain(as_is, to_be, atlas)):
        yield from _of_moves(journey, base, atlas)


def _chain(as_is: Journey, to_be: Journey, atlas: Atlas) -> list[tuple[Journey, Journey]]:
    """Each redesign with what it redesigns, from the to-be back to the as-is."""
    found: list[tuple[Journey, Journey]] = []
    at = to_be
    while at.redesigns and at.id != as_is.id and len(found) <= len(atlas.journeys):
        name = as_is_id(at)
        base = as_is if name == as_is.id else atlas.journeys.get(name)
        if base is None:
            return []
        found.append((at, base))
        at = base
    return found if at.id == as_is.id else []


def _of_moves(journey: Journey, base: Journey, atlas: Atlas) -> Iterator[tuple[str, LegalNeed]]:
    variant = begin(base, atlas, journey.id)
    for place, written in enumerate(journey.moves):
        try:
            one = chosen(written)
            after = make_one(variant, one, place)
        except (DoesNotFit, UnknownName):
            return  # moves made on another version of the as-is
        if after is not variant:
            yield from ((one.move.name, need) for need in one.legal(variant))
        variant = after
