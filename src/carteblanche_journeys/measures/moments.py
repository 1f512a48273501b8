"""Days that vary: mean, variance and ends of a time, and how times combine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import erf, exp, pi, sqrt

#: Days that no journey lasts, the end of what has none: a power of two, so that it can be
#: added and taken away without loss.
NO_END = 2.0**20


@dataclass(frozen=True, slots=True)
class Moments:
    """A time that varies.

    Parameters
    ----------
    mean, variance
        In days and days squared.
    least, most
        Between which it always lies, in days; after a loop `most` is beyond `NO_END`.

    >>> exact(3) + exact(4)
    Moments(mean=7, variance=0.0, least=7, most=7)
    """

    mean: float
    variance: float = 0.0
    least: float = 0.0
    most: float = 0.0

    def __add__(self, other: Moments) -> Moments:
        """One after the other, independent of each other."""
        return Moments(
            self.mean + other.mean,
            self.variance + other.variance,
            self.least + other.least,
            self.most + other.most,
        )

    def since(self, earlier: Moments) -> Moments:
        """What has passed since an earlier moment that this one follows: the sum, undone.

        >>> (exact(3) + exact(4)).since(exact(3)).mean
        4
        """
        return Moments(
            self.mean - earlier.mean,
            max(self.variance - earlier.variance, 0.0),
            self.least - earlier.least,
            self.most - earlier.most,
        )

    @property
    def second(self) -> float:
        """The mean of the square."""
        return self.variance + self.mean * self.mean


def exact(days: float) -> Moments:
    """A time that does not vary."""
    return Moments(days, 0.0, days, days)


#: No time at all.
AT_ONCE = exact(0.0)


def triangular(low: float, likely: float, high: float) -> Moments:
    """A time known by its ends and its likely value (triangular distribution).

    Mean (a + b + c) / 3, variance (a² + b² + c² − ab − ac − bc) / 18.

    >>> triangular(5, 7, 12).mean
    8.0
    """
    mean = (low + likely + high) / 3
    # The variance as a sum of squares: exactly zero where the three are one.
    spread = (likely - low) ** 2 + (high - likely) ** 2 + (high - low) ** 2
    return Moments(mean, spread / 36, low, high)


def mixture(parts: Sequence[tuple[float, Moments]]) -> Moments:
    """One of several, each with its weight: exclusive branches that meet.

    Parameters
    ----------
    parts
        Weights above zero, of any sum, with their times.

    >>> mixture([(0.5, exact(10)), (0.5, exact(30))]).mean
    20.0
    """
    if len(parts) == 1:
        return parts[0][1]
    whole = sum(weight for weight, _ in parts)
    mean = sum(weight * one.mean for weight, one in parts) / whole
    spread = sum(w * (one.variance + (one.mean - mean) ** 2) for w, one in parts) / whole
    least, most = min(one.least for _, one in parts), max(one.most for _, one in parts)
    return Moments(mean, spread, least, most)


def latest(one: Moments, other: Moments) -> Moments:
    """The later of two independent times: strands that wait for each other.

    Clark's moments of the maximum of two normal variables (C. E. Clark, "The greatest of a
    finite set of random variables", Operations Research 9(2), 1961), drawn inside what is
    certain: the later is never before the later of the means (Jensen), nor after the mean of
    the maximum if each time were only ever at one of its ends (Edmundson & Madansky).
    A plain maximum where neither varies, or where one always comes after the other.

    >>> latest(exact(10), exact(30)).mean
    30
    """
    if one.least >= other.most:
        return one
    if other.least >= one.most:
        return other
    scale = sqrt(one.variance + other.variance)
    if scale == 0.0:
        return max(one, other, key=lambda time: time.mean)
    mean, second = _clark(one, other, scale)
    mean = max(min(mean, _at_ends(one, other)), one.mean, other.mean)
    least, most = max(one.least, other.least), max(one.most, other.most)
    return Moments(mean, _within(second - mean * mean, mean, least, most), least, most)


def _clark(one: Moments, other: Moments, scale: float) -> tuple[float, float]:
    """Mean and mean square of the maximum; independent, so that nothing is correlated."""
    gap = (one.mean - other.mean) / scale
    density = exp(-gap * gap / 2) / sqrt(2 * pi)
    first, last = (1 + erf(gap / sqrt(2))) / 2, (1 - erf(gap / sqrt(2))) / 2
    mean = one.mean * first + other.mean * last + scale * density
    second = one.second * first + other.second * last
    return mean, second + (one.mean + other.mean) * scale * density


def _at_ends(one: Moments, other: Moments) -> float:
    """The mean of the maximum with all weight on the ends: no distribution has a later one."""
    return sum(p * q * max(a, b) for p, a in _ends(one) for q, b in _ends(other))


def _ends(time: Moments) -> tuple[tuple[float, float], ...]:
    width = time.most - time.least
    if width <= 0:
        return ((1.0, time.mean),)
    late = min(max((time.mean - time.least) / width, 0.0), 1.0)
    return ((1 - late, time.least), (late, time.most))


def _within(variance: float, mean: float, least: float, most: float) -> float:
    """A variance that a time between these ends can have (Bhatia & Davis 2000)."""
    return max(min(variance, (most - mean) * (mean - least)), 0.0)


def rounds(returning: Moments, share: float) -> Moments:
    """The time lost in a loop before the round that leaves it.

    Parameters
    ----------
    returning
        One round that comes back.
    share
        Part ρ of rounds that come back, below 1.

    The number of returns is geometric: mean m ρ / (1 − ρ), variance
    v ρ / (1 − ρ) + m² ρ / (1 − ρ)². With a last round of the same length the whole loop has
    mean m / (1 − ρ) and variance v / (1 − ρ) + m² ρ / (1 − ρ)².

    >>> rounds(exact(10), 0.5).mean
    10.0
    """
    if share <= 0 or returning.most == 0:
        return AT_ONCE
    odds = share / (1 - share)
    spread = returning.variance * odds + returning.mean**2 * odds / (1 - share)
    return Moments(returning.mean * odds, spread, 0.0, NO_END)
