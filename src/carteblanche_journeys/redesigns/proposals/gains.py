"""What a proposal gains for its objective, and in which order gains stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from carteblanche_journeys.measures.portfolio import weights_of
from carteblanche_journeys.model import Persona
from carteblanche_journeys.redesigns.comparisons.comparison import Difference
from carteblanche_journeys.redesigns.proposals.proposal import PARTS, Objective
from carteblanche_journeys.redesigns.proposals.trial import Start, Trial

#: Less than this is nothing: sums of fractions are not exact.
_NOTHING = 1e-6
#: What is spared at low, likely and high: above zero is less burden.
Saved = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Gain:
    """What moves gain.

    Parameters
    ----------
    opened
        Expected steps to which someone of the objective had no way of their own, and has one.
    minutes
        What they spare those of the objective; None where that cannot be said.
    beside
        Trips, days and euros, each likely; zero where that cannot be said.
    anyone
        Whether some persona, of the objective or not, is spared anything.
    """

    opened: float
    minutes: Saved | None
    beside: tuple[float, ...]
    anyone: bool

    @property
    def tier(self) -> int:
        """How a gain compares with others of another kind, the best 0.

        A way where there was none comes before time, time before trips, days and money, those
        of the objective before others, any gain before none, and none before a loss.
        """
        if self.opened > _NOTHING:
            return 0
        likely = self.minutes[1] if self.minutes else 0.0
        if likely > _NOTHING:
            return 1
        if likely < -_NOTHING:
            return 5
        if any(one > _NOTHING for one in self.beside) and min(self.beside) > -_NOTHING:
            return 2
        return 3 if self.anyone else 4

    @property
    def likely(self) -> float:
        """Minutes spared, likely; nothing where that cannot be said."""
        return self.minutes[1] if self.minutes else 0.0

    @property
    def order(self) -> tuple[float, ...]:
        """What to sort by, the largest gain first."""
        return (self.tier, -self.opened, -self.likely, *(-one for one in self.beside))

    def settled_over(self, other: Gain) -> bool:
        """Whether it is more than another, of the same kind, in each scenario.

        Low against low, likely against likely, high against high: one end against the other
        would be two different worlds.
        """
        if (self.tier, self.opened) != (other.tier, other.opened):
            return True
        if self.minutes is None or other.minutes is None:
            return self.minutes is not None
        pairs = zip(self.minutes, other.minutes, strict=True)
        return all(one > two + _NOTHING for one, two in pairs)


@dataclass(frozen=True, slots=True)
class Score:
    """What a set of moves gains: minutes, then ways opened; what is unknown is no gain."""

    opened: float
    likely: float

    @property
    def order(self) -> tuple[float, float]:
        """What to sort by, the largest gain first."""
        return -round(self.likely, 6), -round(self.opened, 6)

    @property
    def gains(self) -> bool:
        """Whether it is more than nothing."""
        return self.order < (0.0, 0.0)


def weights(
    start: Start, objective: Objective, asked: Sequence[Persona] | None = None
) -> Mapping[str, float]:
    """How much each persona counts for an objective: the worst-off alone, or all by share.

    The worst-off carries the most minutes in the journey as it is; of equals the first.

    Parameters
    ----------
    asked
        Only these count; left out, all of the journey.
    """
    people = start.personas if asked is None else asked
    if objective == "total":
        named = tuple(one.id for one in people)
        journey = start.variant.journey.model_copy(update={"personas": named})
        parts, _ = weights_of(journey, start.variant.base)
        return dict(zip(named, parts, strict=True))
    return {max(people, key=lambda one: _carried(start, one.id)).id: 1.0}


def _carried(start: Start, persona: str) -> float:
    minutes = start.lives[persona].ledger.household["minutes"]
    if minutes.likely is not None:
        return minutes.likely
    return ((minutes.low or 0.0) + (minutes.high or 0.0)) / 2


def gain_of(trial: Trial, weighted: Mapping[str, float]) -> Gain:
    """What moves gain those who count, each with its weight."""
    opened = sum(len(trial.opened(name)) * part for name, part in weighted.items())
    minutes = _together(_saved(trial, name, "minutes", part) for name, part in weighted.items())
    beside = tuple(_likely(trial, weighted, part) for part in PARTS if part != "minutes")
    return Gain(opened, minutes, beside, any(_is_spared(trial, name) for name in trial.start.lives))


def score_of(trial: Trial, weighted: Mapping[str, float]) -> Score:
    """What a set of moves gains those who count, each with its weight."""
    opened = sum(len(trial.opened(name)) * part for name, part in weighted.items())
    likely = 0.0
    for name, part in weighted.items():
        minutes = None if trial.newly_online(name) else trial.minutes(name)
        if minutes is None:
            return Score(opened, 0.0)
        likely += saved(minutes)[1] * part
    return Score(opened, likely)


def counted(trial: Trial, persona: str, part: str) -> Difference | None:
    """A difference as far as it may be counted: what only being online spares is not."""
    if trial.newly_online(persona):
        return None
    return trial.spared(persona).get(part)


def saved(difference: Difference) -> Saved:
    """What a difference spares, at low, likely and high; likely is the middle if nobody says."""
    likely = difference.likely
    middle = (difference.low + difference.high) / 2 if likely is None else likely
    return -difference.high, -middle, -difference.low


def _saved(trial: Trial, persona: str, part: str, weight: float) -> Saved | None:
    difference = counted(trial, persona, part)
    if difference is None:
        return None
    low, likely, high = saved(difference)
    return low * weight, likely * weight, high * weight


def _together(every: Iterable[Saved | None]) -> Saved | None:
    low = likely = high = 0.0
    for one in every:
        if one is None:
            return None
        low, likely, high = low + one[0], likely + one[1], high + one[2]
    return low, likely, high


def _likely(trial: Trial, weighted: Mapping[str, float], part: str) -> float:
    said = (_saved(trial, name, part, weight) for name, weight in weighted.items())
    return sum(one[1] for one in said if one is not None)


def _is_spared(trial: Trial, persona: str) -> bool:
    said = (_saved(trial, persona, part, 1.0) for part in PARTS)
    return any(one is not None and one[1] > _NOTHING for one in said)
