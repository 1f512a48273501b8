"""What a person is sure to hold before each step: pieces yielded on every way to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import and_, or_

from carteblanche_journeys.graph import LivedStep, Passage
from carteblanche_journeys.measures import Visits
from carteblanche_journeys.measures.walk import Certainties, Walk
from carteblanche_journeys.model import asks_of


class InHand:
    """What one persona is sure to hold before each step, of some pieces.

    A piece that each of several alternatives yields is held where they merge; one that a strand
    yields, where the strand is sure to have come. Sets of pieces are the bits of integers: one
    sweep, whatever their number.
    """

    def __init__(self, visits: Visits, pieces: Iterable[str]) -> None:
        self._bit = {piece: 1 << at for at, piece in enumerate(pieces)}
        self._before: dict[str, int] = {}
        if visits.walk is not None and visits.sure is not None:
            self._sweep(visits.walk, visits.sure)

    def holds(self, step: str, piece: str) -> bool:
        """Whether the piece is in hand for sure before the step; what cannot be said, is."""
        return step not in self._before or bool(self._before[step] & self._bit[piece])

    def _sweep(self, walk: Walk, sure: Certainties) -> None:
        after: dict[str, int] = {}
        for name in walk.routes.order:
            before = self._before[name] = _before(name, after, walk, sure)
            one = walk.lived.steps.get(name)
            gained = yielded(one) if one is not None else ()
            after[name] = reduce(or_, (self._bit.get(piece, 0) for piece in gained), before)


def yielded(one: LivedStep) -> frozenset[str]:
    """The pieces that a step gives to someone who did not have to show them there.

    A piece that one step both asks and yields is renewed, not obtained there.
    """
    if one.concerned is False:
        return frozenset()
    pieces = one.step.yields if one.way is None or one.way.yields is None else one.way.yields
    if not pieces:
        return frozenset()
    asked = {piece for ask in asks_of(one.step, one.way) for piece in ask.pieces}
    return frozenset(pieces) - asked


def _before(name: str, after: Mapping[str, int], walk: Walk, sure: Certainties) -> int:
    arriving = walk.routes.into[name]
    if len(arriving) < 2:
        return after[arriving[0].source] if arriving else 0
    held = _by_all(arriving, after)
    if all(after[passage.source] | held == held for passage in arriving):
        return held
    above = walk.routes.nearest[name]
    for strand in walk.strands_into(name):
        more = _by_all(strand, after)
        if more & ~held and (walk.joins_all(name) or sure.sure(name, strand, above)):
            held |= more
    return held


def _by_all(passages: tuple[Passage, ...], after: Mapping[str, int]) -> int:
    return reduce(and_, (after[passage.source] for passage in passages))
