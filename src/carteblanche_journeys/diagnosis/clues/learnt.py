"""What the body met at a step knows when the person leaves it."""

from __future__ import annotations

from functools import lru_cache

from carteblanche_journeys.graph import Lived
from carteblanche_journeys.measures import Knowing
from carteblanche_journeys.measures.tellings import yields_of


def knows_after(name: str, lived: Lived, knowing: Knowing) -> frozenset[str]:
    """The facts that the body of a step holds after it; none where the step has no body."""
    one = lived.steps[name]
    if one.body is None:
        return frozenset()
    pieces = (lived.atlas.evidence.get(piece) for piece in yields_of(one))
    made = (fact for piece in pieces if piece is not None for fact in piece.facts)
    return knowing.knows(one.body, name).union(_told(knowing).get(name, ()), made)


@lru_cache(maxsize=8)
def _told(knowing: Knowing) -> dict[str, tuple[str, ...]]:
    return {telling.step: telling.facts for telling in knowing.tellings}
