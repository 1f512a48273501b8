"""The three costs of dealing with the State (Herd & Moynihan), as things one can count.

Each is a number of occasions, never a score: what is counted is said by `formula_of`, and the
choice of what to count is ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from carteblanche_journeys.measures.amounts import Amount
from carteblanche_journeys.measures.asking import Asking
from carteblanche_journeys.measures.failing import Failing
from carteblanche_journeys.measures.weights import Weighed, Weight, count, times_of
from carteblanche_journeys.model import Step, schemes_of

#: Facts that it may cost to tell.
_SENSITIVE = ("health", "criminal")
#: A number of occasions, and whether it is all of them.
_Part = tuple[float | None, bool]


@dataclass(frozen=True, slots=True)
class Pursuit:
    """A scheme that the household pursues at some contact, and how likely.

    Parameters
    ----------
    doors
        The counters met that say what they can do for it.
    """

    scheme: str
    chance: float
    doors: frozenset[str]


def pursuits(weighed: Weighed) -> tuple[Pursuit, ...]:
    """The schemes pursued at contacts, in reading order, with the counters met for each."""
    chance: dict[str, float] = {}
    doors: dict[str, set[str]] = {}
    counters = weighed.lived.atlas.counters
    for weight in weighed.contacts:
        for scheme in schemes_of(weight.one.step, weighed.lived.atlas):
            chance[scheme] = max(chance.get(scheme, 0.0), weight.chance)
            here = doors.setdefault(scheme, set())
            for way, _ in weight.met:
                if scheme in counters[way.counter or ""].competence:
                    here.add(way.counter or "")
    return tuple(Pursuit(s, chance[s], frozenset(doors[s])) for s in chance if chance[s])


def three_costs(
    weighed: Weighed,
    asked: Iterable[Asking],
    failing: tuple[Failing, ...],
    pursued: tuple[Pursuit, ...],
) -> Mapping[str, Amount]:
    """Learning, compliance and psychological costs, each as a number of occasions."""
    return {
        "learning": count(_learning(weighed, failing, pursued), weighed.status),
        "compliance": count(_compliance(weighed, asked), weighed.status),
        "psychological": count(_psychological(weighed, failing), weighed.status),
    }


def _learning(
    weighed: Weighed, failing: tuple[Failing, ...], pursued: tuple[Pursuit, ...]
) -> Iterator[_Part]:
    """Contacts that only inform, conditions to make out, doors beyond the first."""
    for one in failing:
        yield times_of(one.times, one.parts.get("wrong-desk", 0.0)), one.sure
    for pursuit in pursued:
        scheme = weighed.lived.atlas.schemes.get(pursuit.scheme)
        tests = {*scheme.public, *scheme.eligibility} if scheme else set()
        others = max(0, len(pursuit.doors) - 1)
        yield (len(tests) + others) * pursuit.chance, bool(tests)


def _compliance(weighed: Weighed, asked: Iterable[Asking]) -> Iterator[_Part]:
    """Contacts, pieces handed in, payments."""
    for weight in weighed.contacts:
        yield times_of(weight.times, weight.contact), weight.sure
    for one in asked:
        yield one.times, one.sure
    for weight in weighed.household:
        paid = sum(part for part in _paid(weight))
        if paid:
            yield times_of(weight.times, paid), weight.sure


def _paid(weight: Weight) -> Iterator[float]:
    for way, part in weight.ways or ((None, 1.0),):
        fee = (way.fee if way is not None else None) or weight.one.step.fee
        if fee is not None and fee.high > 0:
            yield part


def _psychological(weighed: Weighed, failing: tuple[Failing, ...]) -> Iterator[_Part]:
    """Contacts that lead nowhere or begin again, waits without news, what it costs to tell."""
    for one in failing:
        yield times_of(one.times, one.spared), one.sure
    for weight in weighed.by_step.values():
        wait = (weight.one.way.wait if weight.one.way else None) or weight.one.step.wait
        if wait is not None and weight.one.step.nature == "procedure":
            silent = 1.0 if wait.announced is False else 0.0
            yield times_of(weight.times, silent), wait.announced is not None
    for weight in weighed.household:
        if _hard(weight.one.step, weighed):
            yield weight.times, weight.sure


def _hard(step: Step, weighed: Weighed) -> bool:
    """Whether a step asks for what it costs to tell, or is lived badly by those who said so."""
    if step.feeling is not None and step.feeling < 0:
        return True
    if not (step.tells or step.asks):
        return False
    atlas = weighed.lived.atlas
    proved = (atlas.evidence[p].facts for a in step.asks for p in a.pieces if p in atlas.evidence)
    told = {*step.tells, *(fact for facts in proved for fact in facts)}
    return any(name in atlas.facts and atlas.facts[name].sensitive in _SENSITIVE for name in told)
