"""Figures: the plain numbers that burdens are added up from, quickly."""

from __future__ import annotations

from typing import NamedTuple

from carteblanche_journeys.measures.amounts import SURENESS, Amount
from carteblanche_journeys.measures.sureness import status_of
from carteblanche_journeys.model import Quantity, Status
from carteblanche_journeys.model.quantities import MINUTES
from carteblanche_journeys.model.values import Thing

_RANK = {status: rank for rank, status in enumerate(SURENESS)}


class Figure(NamedTuple):
    """One number at its low, likely and high, and how sure it is.

    >>> Figure(1, 2, 5, "default").plus(Figure(1, 1, 1, "published")).status
    'default'
    """

    low: float
    likely: float
    high: float
    status: Status | None = None

    def plus(self, other: Figure) -> Figure:
        """Both together, as sure as the least sure."""
        return Figure(
            self.low + other.low,
            self.likely + other.likely,
            self.high + other.high,
            _less_sure(self.status, other.status),
        )

    def times(self, factor: float) -> Figure:
        """The same, so many times."""
        return Figure(self.low * factor, self.likely * factor, self.high * factor, self.status)

    def amount(self, unit: str) -> Amount:
        """The figure as an amount known for one step."""
        return Amount(self.low, self.likely, self.high, unit, status=self.status)


def _less_sure(one: Status | None, other: Status | None) -> Status | None:
    return one if _RANK[one] >= _RANK[other] else other


def figure_of(quantity: Quantity, *around: Thing, defaults: bool) -> Figure | None:
    """A figure that an author gave, times in minutes; None where it has no likely value.

    Parameters
    ----------
    around
        What holds it, nearest first: it lends its status.
    defaults
        Whether a range without likely value may be taken at its middle, with status `default`.

    >>> figure_of(Quantity(value="1 h"), defaults=False)
    Figure(low=60.0, likely=60.0, high=60.0, status=None)
    >>> figure_of(Quantity(value="5..10 min"), defaults=False) is None
    True
    """
    low, likely, high, unit = quantity.low, quantity.likely, quantity.high, quantity.unit
    factor = MINUTES.get(unit, 1.0)
    if likely is not None:
        return Figure(low * factor, likely * factor, high * factor, status_of(quantity, *around))
    if not defaults:
        return None
    return Figure(low * factor, (low + high) / 2 * factor, high * factor, "default")


class Tally:
    """A running sum of figures: what is known, for how many, and how sure it is."""

    __slots__ = ("high", "known", "likely", "low", "of", "rank")

    def __init__(self) -> None:
        self.low = self.likely = self.high = 0.0
        self.known = self.of = 0
        self.rank = -1

    def add(self, figure: Figure | None, factor: float = 1.0) -> None:
        """Count a figure, so many times; None is one that could be known and is not."""
        self.of += 1
        if figure is None:
            return
        self.known += 1
        self.low += figure[0] * factor
        self.likely += figure[1] * factor
        self.high += figure[2] * factor
        self.rank = max(self.rank, _RANK[figure[3]])

    def join(self, other: Tally) -> None:
        """Take another sum in."""
        self.low += other.low
        self.likely += other.likely
        self.high += other.high
        self.known += other.known
        self.of += other.of
        self.rank = max(self.rank, other.rank)

    def amount(self, unit: str) -> Amount:
        """The sum; unknown where nothing that could be known is."""
        if self.of and not self.known:
            return Amount(None, None, None, unit, 0, self.of)
        status = SURENESS[self.rank] if self.rank >= 0 else None
        return Amount(self.low, self.likely, self.high, unit, self.known, self.of, status)
