"""When strands that meet arrive, or when it is settled that they do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce

from carteblanche_journeys.measures.moments import Moments, latest, mixture

#: Below this share of people a strand is taken never to be missed.
NEGLIGIBLE = 1e-9


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a strand comes to a step, seen from the split above.

    Parameters
    ----------
    chance
        Part of those at the split who arrive by this strand.
    at
        When they arrive, counted from the start of the journey.
    missed
        When it is settled for the others that they do not; None where all arrive.
    source
        The step from which the strand arrives; of several, the one that makes them late.
    """

    chance: float
    at: Moments
    missed: Moments | None
    source: str

    @property
    def weight(self) -> tuple[bool, float]:
        """What makes one strand, rather than another beside it, the one that keeps waiting."""
        return (self.chance >= 0.5, self.at.mean)


@dataclass(frozen=True, slots=True)
class Lost:
    """Those who have turned off by a step: how many, and the sums of when and of its square."""

    mass: float = 0.0
    first: float = 0.0
    second: float = 0.0

    def plus(self, mass: float, at: Moments | None) -> Lost:
        """With as many more, at that time."""
        if at is None or mass <= NEGLIGIBLE:
            return self
        return Lost(self.mass + mass, self.first + mass * at.mean, self.second + mass * at.second)

    def since(self, earlier: Lost, between: tuple[Moments, Moments]) -> Moments | None:
        """When those turn off who do so between two steps; None where nobody does."""
        mass = self.mass - earlier.mass
        if mass <= NEGLIGIBLE:
            return None
        start, end = between
        mean = min(max((self.first - earlier.first) / mass, start.mean), end.mean)
        spread = max((self.second - earlier.second) / mass - mean * mean, 0.0)
        return Moments(mean, spread, start.least, end.most)


def one_of(strands: Sequence[Arrival], here: Moments) -> Arrival:
    """Exclusive strands after one split: a mixture by their chances.

    Parameters
    ----------
    here
        When the split is done: then those who take none of these branches miss the step.
    """
    if len(strands) == 1:
        return strands[0]
    chance = min(1.0, sum(strand.chance for strand in strands))
    at = mixture([(strand.chance, strand.at) for strand in strands])
    likeliest = max(strands, key=lambda strand: (round(strand.chance, 9), strand.at.mean))
    return Arrival(chance, at, _missed(strands, chance, here), likeliest.source)


def _missed(strands: Sequence[Arrival], chance: float, here: Moments) -> Moments | None:
    """When it is settled that no branch arrives.

    Each strand counts as missed all who are not on it; those on another branch, who turned
    off at once, are taken away again.
    """
    lost = Lost()
    for strand in strands:
        lost = lost.plus(1 - strand.chance, strand.missed)
    others = len(strands) - 1
    turned = Lost(others, others * here.mean, others * here.second)
    end = max((s.missed for s in strands if s.missed), key=lambda at: at.most, default=here)
    return lost.since(turned, (here, end)) if 1 - chance > NEGLIGIBLE else None


def beside(strands: Sequence[Arrival], here: Moments, *, every: bool = False) -> Arrival:
    """Strands side by side that wait for each other, taken for independent after their split.

    Parameters
    ----------
    here
        When the split is done: what varies before it varies for all strands alike.
    every
        Whether the step is missed as soon as one strand is (`join: all`).
    """
    if len(strands) == 1:
        return strands[0]
    since = [
        Arrival(one.chance, one.at.since(here), _since(one.missed, here), one.source)
        for one in strands
    ]
    met = reduce(lambda one, other: _pair(one, other, every), since)
    missed = None if met.missed is None else here + met.missed
    return Arrival(met.chance, here + met.at, missed, met.source)


def _since(missed: Moments | None, here: Moments) -> Moments | None:
    return None if missed is None else missed.since(here)


def _pair(one: Arrival, other: Arrival, every: bool) -> Arrival:
    """Two strands: both arrive, one does and the other is waited for, or none."""
    first, last = one.chance, other.chance
    late = max(one, other, key=lambda strand: strand.weight).source
    if first * last >= 1:
        return Arrival(1.0, latest(one.at, other.at), None, late)
    both = (first * last, latest(one.at, other.at))
    single = [
        (first * (1 - last), _both_settled(one.at, other.missed)),
        ((1 - first) * last, _both_settled(other.at, one.missed)),
    ]
    none = ((1 - first) * (1 - last), _both_settled(one.missed, other.missed))
    come, gone = ([both], [*single, none]) if every else ([both, *single], [none])
    at = _mixed(come) or latest(one.at, other.at)
    return Arrival(sum(share for share, _ in come), at, _mixed(gone), late)


def _both_settled(one: Moments | None, other: Moments | None) -> Moments | None:
    if one is None or other is None:
        return one or other
    return latest(one, other)


def _mixed(parts: Sequence[tuple[float, Moments | None]]) -> Moments | None:
    real = [(share, at) for share, at in parts if share > NEGLIGIBLE and at is not None]
    return mixture(real) if real else None


def or_absent(strand: Arrival, absent: float, here: Moments) -> Arrival:
    """A strand that does not exist for some, and is then not waited for."""
    if absent <= NEGLIGIBLE:
        return strand
    at = mixture([(strand.chance, strand.at), (absent, here)])
    chance = min(1.0, strand.chance + absent)
    return replace(strand, chance=chance, at=at, missed=None if chance == 1 else strand.missed)
