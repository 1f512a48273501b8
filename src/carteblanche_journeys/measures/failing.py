"""Failure demand: contacts that exist because something was not done, or not done right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from carteblanche_journeys.graph import Passage
from carteblanche_journeys.measures.amounts import Amount
from carteblanche_journeys.measures.knowing import Knowing
from carteblanche_journeys.measures.weights import Weighed, Weight
from carteblanche_journeys.model import Counter, Status, Step, schemes_of

Failure = Literal["wrong-desk", "missing-proof", "repeated-story"]
FAILURES: tuple[Failure, ...] = ("wrong-desk", "missing-proof", "repeated-story")


@dataclass(frozen=True, slots=True)
class Failing:
    """One contact, and how likely it is one that a service done right would have spared.

    Parameters
    ----------
    times
        Expected contacts; None where that cannot be said.
    parts
        How likely it is of each kind.
    sure
        Whether what the counter can do, and why one comes back, is known.
    """

    step: str
    times: float | None
    parts: Mapping[Failure, float]
    sure: bool

    @property
    def spared(self) -> float:
        """How likely it is of any kind."""
        if not self.parts:
            return 0.0
        left = 1.0
        for part in self.parts.values():
            left *= 1 - part
        return 1 - left


def failings(weighed: Weighed, knowing: Knowing) -> tuple[Failing, ...]:
    """Every contact of the household, and how likely it is failure demand.

    Counted: the desk that can only inform or send elsewhere, unless operators answer it; the
    rounds made again because a piece was missing; the story told again. The model does not
    tell apart who only asks where a file stands, nor who has something corrected: the figure
    is a lower bound.
    """
    again = _rounds(weighed)
    stories = _stories(weighed, knowing)
    return tuple(_failing(weight, weighed, again, stories) for weight in weighed.contacts)


def _failing(
    weight: Weight,
    weighed: Weighed,
    again: Mapping[str, tuple[float, bool]],
    stories: Mapping[str, float],
) -> Failing:
    wrong, sure = _wrong_desk(weight, weighed)
    missing, told = _again(weight.step, weighed, again)
    again_told = stories.get(weight.step, 0.0)
    parts: dict[Failure, float] = {}
    if wrong or missing or again_told:
        every = zip(FAILURES, (wrong, missing, again_told), strict=True)
        parts = {kind: part for kind, part in every if part}
    times = None if weight.times is None else weight.times * weight.contact
    return Failing(weight.step, times, parts, sure and told)


def _wrong_desk(weight: Weight, weighed: Weighed) -> tuple[float, bool]:
    wrong, sure = 0.0, True
    for way, part in weight.met:
        counter = weighed.lived.atlas.counters.get(way.counter or "")
        only = None if counter is None else informs_only(counter, weight.one.step, weighed)
        sure = sure and only is not None
        wrong += part if only else 0.0
    settled = weight.one.step.resolves
    if settled is not None and settled.likely is not None and wrong:
        wrong *= 1 - settled.likely
    return wrong / weight.contact, sure


def informs_only(counter: Counter, step: Step, weighed: Weighed) -> bool | None:
    """Whether a counter can only inform, on what a step is about; None if nobody says.

    A counter that operators answer does more than inform; and where no counter of the atlas
    does more for a scheme, to be informed is all that there is to get.
    """
    if not counter.competence:
        return None
    if counter.operators:
        return False
    pursued = schemes_of(step, weighed.lived.atlas)
    about = [one for one in pursued if one in counter.competence] or list(counter.competence)
    return all(counter.competence[one] == "informs" and one in weighed.dealt_with for one in about)


def _rounds(weighed: Weighed) -> Mapping[str, tuple[float, bool]]:
    """For each loop, how likely one goes round again for a missing piece, and if that is known."""
    walk = weighed.visits.walk
    if walk is None or not walk.loops.returns:
        return {}
    taken, found = weighed.visits.taken, {}
    for header, returns in walk.loops.returns.items():
        flows = [(passage, taken.get(passage.id, 0.0)) for passage in returns]
        whole = sum(flow for _, flow in flows)
        missing = sum(flow for passage, flow in flows if passage.link.because == "evidence")
        share = weighed.visits.returns.get(header, 0.0)
        known = not any(_unsaid(passage, flow) for passage, flow in flows)
        found[header] = (share * missing / whole if whole else 0.0, known)
    return found


def _unsaid(passage: Passage, flow: float) -> bool:
    return flow > 0 and passage.link.because is None


def _again(
    step: str, weighed: Weighed, again: Mapping[str, tuple[float, bool]]
) -> tuple[float, bool]:
    """The part of livings of a step that are rounds made again, over all loops that hold it."""
    first, sure = 1.0, True
    walk = weighed.visits.walk
    loop = walk.loops.inside.get(step, "") if walk is not None and again else ""
    while loop and walk is not None:
        part, known = again.get(loop, (0.0, True))
        first, sure = first * (1 - part), sure and known
        loop = walk.loops.around[loop]
    return 1 - first, sure


def _stories(weighed: Weighed, knowing: Knowing) -> Mapping[str, float]:
    """Steps where a story is told that was told before, and how likely that is."""
    before: dict[str, list[str]] = {}
    found: dict[str, float] = {}
    facts = weighed.lived.atlas.facts
    for telling in knowing.tellings:
        weight = weighed.by_step.get(telling.step)
        if weight is None or not telling.by_household:
            continue
        for fact in telling.facts:
            if fact in facts and facts[fact].type == "story":
                again = max(
                    _earlier(telling.step, before.get(fact, []), weighed, knowing), default=0
                )
                found[telling.step] = max(found.get(telling.step, 0.0), again)
                before.setdefault(fact, []).append(telling.step)
    return found


def _earlier(step: str, told: list[str], weighed: Weighed, knowing: Knowing) -> Iterator[float]:
    return (weighed.by_step[one].chance for one in told if knowing.comes_before(one, step))


def failure_demand(found: tuple[Failing, ...], status: Status | None) -> Amount:
    """The part of contacts that are failure demand; unknown without any contact.

    Parameters
    ----------
    status
        How sure the shares are that it rests on.
    """
    whole = sum(one.times or 0.0 for one in found)
    known = sum(one.sure for one in found)
    part = sum((one.times or 0.0) * one.spared for one in found)
    said = all(one.times is not None for one in found)
    if not said or not whole or (not known and not part):
        return Amount(None, None, None, "%", 0, len(found))
    return Amount(part / whole, part / whole, part / whole, "%", known, len(found), status)
