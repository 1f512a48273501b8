"""What a person is sure to hold before each step: pieces yielded on every way to it."""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import reduce
from operator import and_

from carteblanche_journeys.graph import LivedStep, Passage
from carteblanche_journeys.measures import Visits
from carteblanche_journeys.measures.walk import Certainties, Walk
from carteblanche_journeys.model import asks_of

Pieces = frozenset[str]
NONE: Pieces = frozenset()


def yielded(one: LivedStep) -> Pieces:
    """The pieces that a step gives to someone who did not have to show them there.

    A piece that one step both asks and yields is renewed, not obtained there.
    """
    if one.concerned is False:
        return NONE
    pieces = one.step.yields if one.way is None or one.way.yields is None else one.way.yields
    asked = {piece for ask in asks_of(one.step, one.way) for piece in ask.pieces}
    return frozenset(pieces) - asked


def in_hand(visits: Visits, pieces: Set[str]) -> Mapping[str, Pieces]:
    """By step, which of some pieces the persona is sure to hold before it.

    A piece that each of several alternatives yields is held where they merge; one that a strand
    yields, where the strand is sure to have come.
    """
    walk, sure = visits.walk, visits.sure
    if walk is None or sure is None:
        return {}
    before: dict[str, Pieces] = {}
    after: dict[str, Pieces] = {}
    for name in walk.routes.order:
        before[name] = _before(name, after, walk, sure)
        one = walk.lived.steps.get(name)
        gained = yielded(one) & pieces if one is not None else NONE
        after[name] = before[name] | gained if gained else before[name]
    return before


def _before(name: str, after: Mapping[str, Pieces], walk: Walk, sure: Certainties) -> Pieces:
    arriving = walk.routes.into[name]
    if len(arriving) < 2:
        return after[arriving[0].source] if arriving else NONE
    held = _by_all(arriving, after)
    if all(after[passage.source] <= held for passage in arriving):
        return held
    above = walk.routes.nearest[name]
    for strand in walk.strands_into(name):
        more = _by_all(strand, after) - held
        if more and (walk.joins_all(name) or sure.sure(name, strand, above)):
            held |= more
    return held


def _by_all(passages: tuple[Passage, ...], after: Mapping[str, Pieces]) -> Pieces:
    return reduce(and_, (after[passage.source] for passage in passages))
