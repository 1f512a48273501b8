"""Figures: the plain numbers that burdens are added up from, quickly."""

from __future__ import annotations

from typing import NamedTuple

from carteblanche_journeys.measures.amounts import SURENESS, Amount
from carteblanche_journeys.measures.sureness import status_of
from carteblanche_journeys.model import Quantity, Status
from carteblanche_journeys.model.quantities import MINUTES
from carteblanche_journeys.model.values import Thing

#: How sure a status is, from 0, the surest.
RANKS = {status: rank for rank, status in enumerate(SURENESS)}
PUBLISHED = RANKS["published"]
DEFAULT = RANKS["default"]


class Figure(NamedTuple):
    """One number at its low, likely and high, and the rank of its status.

    >>> Figure(1, 2, 5, DEFAULT).plus(Figure(1, 1, 1, PUBLISHED)).status
    'default'
    """

    low: float
    likely: float
    high: float
    rank: int

    @property
    def status(self) -> Status | None:
        """How sure it is."""
        return SURENESS[self.rank]

    def plus(self, other: Figure) -> Figure:
        """Both together, as sure as the least sure."""
        low, likely, high, rank = other
        return Figure(
            self[0] + low, self[1] + likely, self[2] + high, rank if rank > self[3] else self[3]
        )

    def times(self, factor: float) -> Figure:
        """The same, so many times."""
        return Figure(self[0] * factor, self[1] * factor, self[2] * factor, self[3])

    def amount(self, unit: str) -> Amount:
        """The figure as an amount known for one step."""
        return Amount(self.low, self.likely, self.high, unit, status=self.status)


#: Nothing, which is known.
ZERO = Figure(0.0, 0.0, 0.0, PUBLISHED)


def figure_of(quantity: Quantity, *around: Thing, defaults: bool) -> Figure | None:
    """A figure that an author gave, times in minutes; None where it has no likely value.

    Parameters
    ----------
    around
        What holds it, nearest first: it lends its status.
    defaults
        Whether a range without likely value may be taken at its middle, with status `default`.

    >>> figure_of(Quantity(value="1 h"), defaults=False).likely
    60.0
    >>> figure_of(Quantity(value="5..10 min"), defaults=False) is None
    True
    """
    low, likely, high, unit = quantity.low, quantity.likely, quantity.high, quantity.unit
    factor = MINUTES.get(unit, 1.0)
    if likely is not None:
        rank = RANKS[status_of(quantity, *around)]
        return Figure(low * factor, likely * factor, high * factor, rank)
    if not defaults:
        return None
    return Figure(low * factor, (low + high) / 2 * factor, high * factor, DEFAULT)
