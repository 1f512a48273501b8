"""Whether one step of a journey needs what happens at another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from carteblanche_journeys.graph import Lived, LivedStep, Passage
from carteblanche_journeys.model import Deadline, asks_of, schemes_of
from carteblanche_journeys.model.steps import Moment

#: Why one comes back once a file has been looked at.
_FROM_A_FILE = frozenset({"assessment", "biometrics", "signature", "collection"})


def depends(passage: Passage, lived: Lived) -> bool:
    """Whether the step that a link leads to needs what happens at the one it leaves.

    A piece given at the first is asked at the second or carried there; a fact that the person
    only learns from it is told, proved or tested there; a deadline at one of them counts from
    the other; or the second follows from a file handed in at the first.
    """
    before, after = lived.steps[passage.source], lived.steps[passage.target]
    ends = (passage.source, passage.target)
    return (
        _timed(ends, lived)
        or _examined(before, after, lived)
        or _needs(before, after, passage, lived)
    )


def _timed(ends: tuple[str, str], lived: Lived) -> bool:
    """Whether a deadline at one of two steps counts from the other."""
    moments = [
        moment.step
        for step in ends
        for deadline in lived.steps[step].step.deadlines
        for moment in _moments(deadline)
    ]
    return any(step in ends for step in moments)


def _moments(deadline: Deadline) -> Iterator[Moment]:
    if deadline.of is not None:
        yield deadline.of
    if deadline.before is not None:
        yield deadline.before.of


def _examined(before: LivedStep, after: LivedStep, lived: Lived) -> bool:
    """Whether the second follows from what was filed at the first: a check, a signature, a card."""
    shared = set(schemes_of(before.step, lived.atlas)) & set(schemes_of(after.step, lived.atlas))
    reasons = (after.way.presence if after.way else None) or after.step.presence or ()
    filed = any(True for _ in _pieces(before))
    return bool(shared) and filed and not _FROM_A_FILE.isdisjoint(reasons)


def _needs(before: LivedStep, after: LivedStep, passage: Passage, lived: Lived) -> bool:
    """Whether a piece of the first is asked at the second, or a fact that came with it is used."""
    given = _yielded(before)
    asked = set(_pieces(after))
    carries = set(passage.link.carries)
    if (asked | carries) & set(given) or (given and passage.link.carried == "person"):
        return True
    known = {*before.step.tells, *_facts(_pieces(before), lived)}
    new = {fact for fact in _facts(given, lived) if not _by_heart(fact, lived)} - known
    ways = [*after.step.ways, *([after.way] if after.way else [])]
    tested = {*passage.link.when, *after.step.when, *(key for way in ways for key in way.when)}
    used = {*after.step.tells, *_facts(asked, lived), *tested, *carries}
    return bool(new & used)


def _yielded(one: LivedStep) -> tuple[str, ...]:
    return one.step.yields if one.way is None or one.way.yields is None else one.way.yields


def _pieces(one: LivedStep) -> Iterator[str]:
    yield from (piece for ask in asks_of(one.step, one.way) for piece in ask.pieces)


def _by_heart(fact: str, lived: Lived) -> bool:
    return fact in lived.atlas.facts and lived.atlas.facts[fact].known_to_person is True


def _facts(pieces: Iterable[str], lived: Lived) -> Iterator[str]:
    for piece in pieces:
        if piece in lived.atlas.evidence:
            yield from lived.atlas.evidence[piece].facts
