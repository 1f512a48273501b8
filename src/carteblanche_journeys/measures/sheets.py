"""The sheet of one step: what it costs the household, kind by kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from carteblanche_journeys.measures.amounts import Amount
from carteblanche_journeys.measures.figures import Figure, Tally

#: What a sheet counts, and in which unit; `EUR` stands for the atlas's currency.
UNITS: Mapping[str, str] = {
    "effort_minutes": "min",
    "obtaining_minutes": "min",
    "counter_wait_minutes": "min",
    "travel_minutes": "min",
    "travel_km": "km",
    "trips": "",
    "fees": "EUR",
    "agent_minutes": "min",
}

#: The kinds that make up the minutes of the household.
MINUTES_OF = ("effort_minutes", "obtaining_minutes", "counter_wait_minutes", "travel_minutes")


class Sheet:
    """Running sums by kind; a kind that does not concern a step is not on its sheet."""

    __slots__ = ("tallies",)

    def __init__(self) -> None:
        self.tallies: dict[str, Tally] = {}

    def add(self, kind: str, figure: Figure | None, factor: float = 1.0) -> None:
        """Count a figure of a kind; None is one that could be known and is not."""
        tally = self.tallies.get(kind)
        if tally is None:
            tally = self.tallies[kind] = Tally()
        tally.add(figure, factor)

    def join(self, other: Sheet) -> None:
        """Take another sheet in."""
        for kind, tally in other.tallies.items():
            self.tallies.setdefault(kind, Tally()).join(tally)

    def amount(self, kinds: Iterable[str], unit: str) -> Amount | None:
        """Some kinds together; None where none of them is on the sheet."""
        found = [self.tallies[kind] for kind in kinds if kind in self.tallies]
        if not found:
            return None
        if len(found) == 1:
            return found[0].amount(unit)
        whole = Tally()
        for tally in found:
            whole.join(tally)
        return whole.amount(unit)


def together(sheets: Iterable[Sheet]) -> Sheet:
    """Several sheets as one."""
    whole = Sheet()
    for sheet in sheets:
        whole.join(sheet)
    return whole
