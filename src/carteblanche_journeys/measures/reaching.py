"""Reaching the outcome: how likely each is, and how many go through to the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import prod

from carteblanche_journeys.graph import ENTRY, Lived
from carteblanche_journeys.measures.amounts import Amount, least_sure
from carteblanche_journeys.measures.contacts import is_burden
from carteblanche_journeys.measures.elapsed import Elapsed, elapsed
from carteblanche_journeys.measures.meetings import Coming, Meeting, apart, meetings
from carteblanche_journeys.measures.shares import share_of
from carteblanche_journeys.measures.sureness import status_of
from carteblanche_journeys.measures.visits import Visits
from carteblanche_journeys.measures.visits import visits as visits_of
from carteblanche_journeys.measures.walk import Walk
from carteblanche_journeys.measures.withheld import beyond, withheld
from carteblanche_journeys.model import Step, by_household
from carteblanche_journeys.model.steps import Result


@dataclass(frozen=True, slots=True)
class Outcome:
    """One outcome of a journey, for one scheme that it decides on.

    Parameters
    ----------
    scheme
        Empty where the outcome names none; an outcome of several schemes is there once each.
    probability
        That it is lived, by someone who does not give up; None where that cannot be said.
    elapsed
        Days until it, for those who come to it.
    """

    step: str
    scheme: str
    result: Result
    probability: float | None
    elapsed: Amount


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a persona gets with one scheme: two numbers, never multiplied.

    Parameters
    ----------
    granted
        How likely one of its `granted` outcomes is lived by someone who does not give up.
    completion
        The part of people who do not give up on the way to it.
    """

    scheme: str
    granted: float | None
    completion: Amount


def outcomes(lived: Lived, visits: Visits, found: Elapsed | None = None) -> tuple[Outcome, ...]:
    """The outcomes that this persona may live, in reading order; 0 for those a closed step hides.

    Steps that ask for a piece which the persona cannot get are missed. The way out of those
    who give up is no outcome here.

    Parameters
    ----------
    found
        The elapsed days where they have been worked out already.

    >>> from carteblanche_journeys.graph import live
    >>> from carteblanche_journeys.model import Atlas, Journey, Persona
    >>> steps = {
    ...     "decision": {
    ...         "title": "Accepted?",
    ...         "kind": "choice",
    ...         "next": [{"to": "given", "share": 0.8}, "refused"],
    ...     },
    ...     "given": {"title": "Accepted", "kind": "outcome", "result": "granted"},
    ...     "refused": {"title": "Refused", "kind": "outcome", "result": "refused"},
    ... }
    >>> lived = live(Journey(title="I ask", steps=steps), Atlas(), Persona(name="Zoé"))
    >>> [(one.step, round(one.probability, 3)) for one in outcomes(lived, visits_of(lived))]
    [('given', 0.8), ('refused', 0.2)]
    """
    real, defaults = withheld(lived), not _plain(visits)
    if real is not lived:
        visits = visits_of(real, defaults=defaults)
        found = None
    days = found or elapsed(real, visits, defaults=defaults)
    hidden = {name for step in real.closed for name in beyond(step, real)}
    steps = lived.journey.steps
    return tuple(
        Outcome(name, scheme, step.result, _chance(name, real, visits), days.until(name))
        for name in (*real.steps, *(name for name in steps if name in hidden))
        if (step := steps[name]).result is not None and step.result != "gave-up"
        for scheme in step.scheme or ("",)
    )


def _plain(visits: Visits) -> bool:
    """Whether visits were worked out without defaults: then some can be missing."""
    return visits.walk is not None and any(
        name not in visits.expected for name in visits.walk.lived.steps
    )


def _chance(name: str, lived: Lived, visits: Visits) -> float | None:
    if name not in lived.steps:
        return 0.0
    x = visits.expected.get(name)
    return None if x is None else min(1.0, x)


def no_way_through(lived: Lived) -> tuple[str, ...]:
    """The steps at which a persona loses every way to a scheme that it needs, in file order.

    They have no way open to this persona, or ask for a piece that it cannot get; without them
    a `granted` outcome could be lived. A persona without needs pursues every scheme.
    """
    real = withheld(lived)
    if not real.closed:
        return ()
    kept = {scheme for name in real.steps for scheme in _granted(name, real)}
    return tuple(
        step
        for step in lived.journey.steps
        if step in real.closed
        and any(
            scheme not in kept and _pursued(scheme, lived)
            for name in beyond(step, real)
            for scheme in _granted(name, real)
        )
    )


def _granted(name: str, lived: Lived) -> tuple[str, ...]:
    step = lived.journey.steps[name]
    return (step.scheme or ("",)) if step.result == "granted" else ()


def _pursued(scheme: str, lived: Lived) -> bool:
    return not scheme or not lived.persona.needs or scheme in lived.persona.needs


def reaches(lived: Lived, visits: Visits) -> tuple[Reach, ...]:
    """For each scheme pursued that the journey can grant, its two numbers; no product, no mean.

    In the order of the persona's needs, else of the journey.
    """
    real = withheld(lived)
    if real is not lived:
        visits = visits_of(real, defaults=not _plain(visits))
    ends: dict[str, list[str]] = {}
    for name in lived.journey.steps:
        for scheme in _granted(name, lived):
            ends.setdefault(scheme, []).append(name)
    order = [scheme for scheme in lived.persona.needs if scheme in ends] or list(ends)
    if "" in ends and "" not in order:
        order.append("")
    return tuple(_reach(scheme, ends[scheme], real, visits) for scheme in order)


def least(found: Iterable[Reach]) -> Reach | None:
    """The scheme least likely to be granted; None where none can be said."""
    known = [one for one in found if one.granted is not None]
    return min(known, key=lambda one: one.granted or 0.0, default=None)


def _reach(scheme: str, ends: list[str], lived: Lived, visits: Visits) -> Reach:
    lived_ends = [name for name in ends if name in lived.steps]
    if any(visits.expected.get(name) is None for name in lived_ends):
        granted = None
    else:
        granted = _any_of(lived_ends, visits)
    return Reach(scheme, granted, _gone_through(lived_ends, lived, visits))


def _any_of(ends: list[str], visits: Visits) -> float:
    """How likely one of several steps is lived: added up where they exclude each other."""
    if visits.walk is None or len(ends) < 2:
        return sum(min(1.0, visits.expected.get(name, 0.0)) for name in ends)
    coming = [Coming(name, visits.expected.get(name, 0.0)) for name in ends]
    meeting = meetings(visits.walk.ground).of(one for one in coming if one.flow > 0)
    return 0.0 if meeting is None else min(1.0, _fold(meeting, visits) * _x(meeting.step, visits))


def _x(step: str, visits: Visits) -> float:
    return 1.0 if step == ENTRY else visits.expected.get(step, 0.0)


def _fold(meeting: Meeting, visits: Visits) -> float:
    """How likely one of the steps below a split is lived, given the split."""
    made: dict[str, float] = {}
    for split in meeting.lowest_first():
        made[split.step] = 1.0 if split.direct else _meet(split, made, visits)
    return made[meeting.step]


def _meet(split: Meeting, made: Mapping[str, float], visits: Visits) -> float:
    found = [
        (branches, min(1.0, made[low.step] * _x(low.step, visits) / _x(split.step, visits)))
        for branches, low in split.below
    ]
    side = [chance for branches, chance in found if not branches]
    among = [one for one in found if one[0]]
    classes = [
        1 - prod(1 - among[place][1] for place in places)
        for places in apart([branches for branches, _ in among])
    ]
    return 1 - prod(1 - chance for chance in (*side, min(1.0, sum(classes))))


def completion(lived: Lived, visits: Visits) -> Amount:
    """The part of people who do not give up before the end: of several schemes, the least.

    Π (1 − drop(s))^x(s) over the steps that lead to it (completed ÷ started, Government Digital
    Service). It stands apart from how likely a scheme is granted. A step that does not say how
    many give up is left out, and counted; where none says, nothing can be told.
    """
    found = [one.completion for one in reaches(lived, visits)]
    if not found:
        found = [_gone_through(list(lived.steps), lived, visits)]
    known = [one for one in found if one.likely is not None]
    return min(known, key=lambda one: one.likely or 0.0) if known else found[0]


def _gone_through(ends: list[str], lived: Lived, visits: Visits) -> Amount:
    key = ("gone through", *ends)
    if key not in visits.answers:
        visits.answers[key] = _not_given_up(ends, lived, visits)
    found: Amount = visits.answers[key]
    return found


def _not_given_up(ends: list[str], lived: Lived, visits: Visits) -> Amount:
    steps = [
        (x, lived.steps[name].step)
        for name in _leading(ends, visits)
        if (x := visits.expected.get(name, 0.0) * share_of(lived.steps[name])) > 0
        and is_burden(lived.steps[name])
        and by_household(lived.steps[name].step, lived.atlas)
    ]
    said = [(x, step) for x, step in steps if step.drop is not None]
    if not said:
        return Amount(None, None, None, "%", 0, len(steps))
    low, likely, high = (prod((1 - _drop(step)[end]) ** x for x, step in said) for end in (2, 1, 0))
    status = least_sure(
        status_of(step.drop, step, lived.journey) for _, step in said if step.drop is not None
    )
    return Amount(low, likely, high, "%", len(said), len(steps), status)


def _drop(step: Step) -> tuple[float, float, float]:
    if step.drop is None:
        return 0.0, 0.0, 0.0
    low, likely, high = step.drop.low, step.drop.likely, step.drop.high
    return low, (low + high) / 2 if likely is None else likely, high


def _leading(ends: list[str], visits: Visits) -> list[str]:
    """The steps that lead to one of some steps, these among them, in reading order."""
    walk: Walk | None = visits.walk
    if walk is None:
        return ends
    back: dict[str, list[str]] = {}
    for passage in walk.lived.passages:
        if visits.taken.get(passage.id, 0.0) > 0:
            back.setdefault(passage.target, []).append(passage.source)
    waiting, seen = list(ends), set()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += back.get(name, ())
    return [name for name in walk.lived.steps if name in seen]
