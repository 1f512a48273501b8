"""Assumptions: what an author says of a figure, else what is assumed, if it may be."""

from __future__ import annotations

from carteblanche_journeys.measures.figures import DEFAULT, ZERO, Figure, figure_of
from carteblanche_journeys.measures.parameters import Parameters
from carteblanche_journeys.model import Journey, Quantity
from carteblanche_journeys.model.values import Thing


class Assumptions:
    """The figures of one journey, and what stands in for those that nobody gives.

    Parameters
    ----------
    defaults
        Whether anything may be assumed at all.
    """

    def __init__(self, journey: Journey, parameters: Parameters, *, defaults: bool) -> None:
        self.parameters = parameters
        self.defaults = defaults
        self._journey = journey
        self._sums = parameters.sums

    def said(
        self, own: Quantity | None, other: Quantity | None, *around: Thing | None
    ) -> Figure | None:
        """What is said first of the two, the way's before the step's; None where neither is."""
        said = own if own is not None else other
        if said is None:
            return None
        holders = [thing for thing in (*around, self._journey) if thing is not None]
        return figure_of(said, *holders, defaults=self.defaults)

    def assume(self, names: tuple[str, ...]) -> Figure | None:
        """The sum of some parameters; None where nothing may be assumed."""
        if not self.defaults:
            return None
        known = self._sums.get(names)
        if known is None:
            whole = ZERO
            for name in names:
                whole = whole.plus(self.parameters.figures[name])
            known = self._sums[names] = whole
        return known

    def sure(self, figure: Figure | None) -> Figure | None:
        """A figure that may be used: one that rests on an assumption only with leave."""
        if figure is None or (figure[3] == DEFAULT and not self.defaults):
            return None
        return figure
