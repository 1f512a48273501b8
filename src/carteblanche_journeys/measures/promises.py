"""The three promises of Carte blanche, each as a profile of counted shares, never as a score.

Sans couture (seamless), efficace (efficient), bienveillant (caring): each share is so many of
so many, and says how many of them nobody can tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from carteblanche_journeys.measures.amounts import Amount
from carteblanche_journeys.measures.asking import Asking, any_held
from carteblanche_journeys.measures.failing import Failing
from carteblanche_journeys.measures.relays import Relay
from carteblanche_journeys.measures.three_costs import Pursuit
from carteblanche_journeys.measures.weights import Weighed, Weight
from carteblanche_journeys.model import Step, Way, schemes_of
from carteblanche_journeys.model.frozen import FrozenMap

#: Channels on which someone answers.
HUMAN = ("on-site", "stop", "phone", "home")
#: Hours of work in a day: the legal week of 35 hours over five days (Code du travail, L3121-27).
HOURS_A_DAY = 7


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many.

    Parameters
    ----------
    name
        What is counted: `promise.<name>` in the words.
    good, of
        How many keep the promise, of how many that could: places of the journey that this
        persona may come to, whole numbers; in `effort-in-elapsed` days.
    unknown
        Of how many nobody can tell; in `effort-in-elapsed` how many steps do not say their
        wait, so that more days pass than are known.
    """

    name: str
    good: float
    of: float
    unknown: int = 0

    @property
    def known(self) -> bool:
        """Whether anything can be said of it at all."""
        in_days = self.name == "effort-in-elapsed"
        return self.of > 0 and (in_days or self.unknown < self.of)


def _share(name: str, answers: Iterable[bool | None]) -> Share:
    told = list(answers)
    return Share(name, told.count(True), len(told), told.count(None))


def seamless(
    weighed: Weighed, made: Iterable[Relay], asked: Iterable[Asking], pursued: Iterable[Pursuit]
) -> tuple[Share, ...]:
    """Sans couture: who carries the case, and whether someone confirms that it has arrived."""
    handed = [one for one in made if one.times is None or one.times > 0]
    return (
        _share("not-carried", (_not(one.carried, "person") for one in handed)),
        _share("acknowledged", (one.acknowledged for one in handed)),
        _share("one-stop", (_one_stop(one) for one in pursued)),
        _share(
            "not-held-already", (_opposite(any_held(a.pieces, weighed.lived.atlas)) for a in asked)
        ),
    )


def _not(carried: str | None, who: str) -> bool | None:
    return None if carried is None else carried != who


def _opposite(answer: bool | None) -> bool | None:
    return None if answer is None else not answer


def _one_stop(pursuit: Pursuit) -> bool | None:
    """Whether a scheme is settled at one counter; None where no counter says what it can do."""
    return len(pursuit.doors) == 1 if pursuit.doors else None


def efficient(
    failing: Iterable[Failing],
    effort: Amount,
    elapsed: Amount,
    kept: Iterable[bool | None],
) -> tuple[Share, ...]:
    """Efficace: days of work among the days that pass, deadlines met, contacts that lead on.

    Parameters
    ----------
    effort
        Minutes of the household.
    elapsed
        Days.
    kept
        For each deadline whether it is met; None where its slack cannot be said.
    """
    return (
        _worked(effort, elapsed),
        _share("deadlines-met", kept),
        _share("leading-on", (_leads_on(one) for one in failing)),
    )


def _worked(effort: Amount, elapsed: Amount) -> Share:
    """Days of work among the days that pass; unknown counts the steps whose wait is."""
    days = None if effort.likely is None else effort.likely / 60 / HOURS_A_DAY
    unknown = elapsed.of - elapsed.known
    if days is None or not elapsed.likely:
        return Share("effort-in-elapsed", 0, 0, max(1, unknown))
    return Share("effort-in-elapsed", min(days, elapsed.likely), elapsed.likely, unknown)


def _leads_on(one: Failing) -> bool | None:
    if {"wrong-desk", "repeated-story"} & set(one.parts):
        return False
    return True if one.sure else None


def caring(weighed: Weighed, can_reach: Callable[[Weight, Way], bool | None]) -> tuple[Share, ...]:
    """Bienveillant: someone to talk to, no dead end, news while one waits, rights made known.

    Parameters
    ----------
    can_reach
        Whether the household can get to where a way leads; None where that is not known.
    """
    lived = [weight for weight in weighed.by_step.values() if weight.chance > 0]
    met = [weight for weight in weighed.contacts if weight.chance > 0]
    refused = [w.one.step for w in lived if w.one.step.result in ("refused", "partial")]
    return (
        _share("human-alternative", (_human(weight, can_reach) for weight in met)),
        _share("no-dead-end", (_goes_on(step) for step in refused)),
        _share("wait-announced", _announced(lived)),
        _share("right-surfaced", _surfaced(weighed, lived)),
    )


def _human(weight: Weight, can_reach: Callable[[Weight, Way], bool | None]) -> bool | None:
    """Whether one of the ways open to the persona leads to someone who answers."""
    answers: list[bool | None] = []
    for way in weight.one.ways:
        if way.channel is None:
            answers.append(None)
        elif way.channel in HUMAN:
            away = way.channel in ("on-site", "stop")
            answers.append(can_reach(weight, way) if away else True)
    if True in answers:
        return True
    return None if None in answers else False


def _goes_on(step: Step) -> bool | None:
    if step.appeal or step.next:
        return True
    return None if step.appeal is None else False


def _announced(lived: Iterable[Weight]) -> Iterable[bool | None]:
    for weight in lived:
        wait = (weight.one.way.wait if weight.one.way else None) or weight.one.step.wait
        if wait is not None and weight.one.step.nature == "procedure":
            yield wait.announced


def _surfaced(weighed: Weighed, lived: Iterable[Weight]) -> Iterable[bool]:
    """Of the schemes that the persona needs and this journey is about, those one is told of."""
    told, about = set[str](), set[str]()
    for weight in lived:
        told.update(weight.one.step.tells_about)
        about.update(schemes_of(weight.one.step, weighed.lived.atlas))
    return (need in told for need in weighed.lived.persona.needs if need in told | about)


def promises(
    seam: tuple[Share, ...], work: tuple[Share, ...], care: tuple[Share, ...]
) -> Mapping[str, tuple[Share, ...]]:
    """The three profiles by name, in the order of the promise."""
    return FrozenMap({"sans-couture": seam, "efficace": work, "bienveillant": care})
