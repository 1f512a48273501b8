"""Joins that one of their strands may miss, while another waits there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carteblanche_journeys.graph import ENTRY, Passage, apart
from carteblanche_journeys.measures import Visits
from carteblanche_journeys.measures.walk import Certainties, Walk


@dataclass(frozen=True, slots=True)
class Uneven:
    """A step where strands of one split meet, and that some of them may miss.

    Parameters
    ----------
    split
        The step that opens the strands; empty where they start apart.
    missing
        The last links of the strands that may miss the step.
    stuck
        Whether whoever misses the step has no other way on.
    """

    split: str
    join: str
    missing: tuple[Passage, ...]
    stuck: bool


def uneven_joins(visits: Visits) -> Iterator[Uneven]:
    """The uneven joins of one life, in topological order.

    A strand that does not exist for the persona misses nothing.
    """
    walk, sure = visits.walk, visits.sure
    if walk is None or sure is None:
        return
    for join in walk.routes.order[1:]:
        if len(walk.routes.into[join]) > 1 and join not in walk.broken and walk.strands.meet(join):
            found = _uneven(join, walk, sure)
            if found is not None:
                yield found


def _uneven(join: str, walk: Walk, sure: Certainties) -> Uneven | None:
    above = walk.routes.nearest[join]
    strands = walk.strands_into(join)
    doubtful = [s for s in strands if not sure.sure(join, s, above, absent=True)]
    if not doubtful:
        return None
    splits = {strand: _split(strand, join, walk) for strand in doubtful}
    missing = [
        strand
        for strand, split in splits.items()
        if split is not None and not sure.sure(join, strand, split, absent=True)
    ]
    if not missing:
        return None
    split = splits[missing[0]] or ENTRY
    links = tuple(dict.fromkeys(passage for strand in missing for passage in strand))
    stuck = walk.joins_all(join) and not _goes_on(split, join, walk)
    return Uneven(split, join, links, stuck)


def _split(strand: tuple[Passage, ...], join: str, walk: Walk) -> str | None:
    """The last step that sends one strand into this one and another beside it to the join."""
    others = [
        passage
        for passage in walk.routes.into[join]
        if any(walk.strands.together(passage, one) for one in strand)
    ]
    mine, theirs = _leading(strand, walk), _leading(others, walk)
    common = {walk.routes.rank[name]: name for name in mine.keys() & theirs.keys()}
    for rank in sorted(common, reverse=True):
        name = common[rank]
        if any(_opens(one, two, walk) for one in mine[name] for two in theirs[name]):
            return name
    return None


def _opens(one: Passage, two: Passage, walk: Walk) -> bool:
    return one.id != two.id and not apart(one, two, walk.lived.journey.steps)


def _leading(passages: tuple[Passage, ...] | list[Passage], walk: Walk) -> dict[str, list[Passage]]:
    """For each step from which one comes to some links, its links that lead there."""
    found: dict[str, list[Passage]] = {}
    waiting = list(passages)
    while waiting:
        passage = waiting.pop()
        if passage.source not in found:
            waiting.extend(walk.routes.into[passage.source])
        if passage not in found.setdefault(passage.source, []):
            found[passage.source].append(passage)
    return found


def _goes_on(split: str, join: str, walk: Walk) -> bool:
    """Whether one may come from a split to an outcome without passing the join."""
    waiting, seen = [split], {split, join}
    while waiting:
        name = waiting.pop()
        if name != ENTRY and walk.lived.steps[name].step.result not in (None, "gave-up"):
            return True
        for passage in walk.routes.out[name]:
            if passage.target not in seen:
                seen.add(passage.target)
                waiting.append(passage.target)
    return False
