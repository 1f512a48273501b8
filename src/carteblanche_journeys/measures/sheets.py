"""Sheets: what steps and asks cost the household, line by line, kind by kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from carteblanche_journeys.measures.amounts import SURENESS, Amount
from carteblanche_journeys.measures.figures import Figure
from carteblanche_journeys.model.values import EMPTY

#: What a sheet counts, and in which unit; fees are in the atlas's currency.
UNITS: Mapping[str, str] = {
    "effort_minutes": "min",
    "obtaining_minutes": "min",
    "counter_wait_minutes": "min",
    "travel_minutes": "min",
    "travel_km": "km",
    "trips": "",
    "fees": "",
    "agent_minutes": "min",
}

#: The kinds that make up the minutes of the household.
MINUTES_OF = ("effort_minutes", "obtaining_minutes", "counter_wait_minutes", "travel_minutes")

#: A kind, a figure (None is one that could be known and is not), how many times, and whether
#: that is all of it.
Line = tuple[str, Figure | None, float, bool]
#: Figures, each so many times.
Parts = tuple[tuple[Figure | None, float], ...]
#: Lines added up.
Sums = Mapping[str, Amount]


class Sheet(list[Line]):
    """The lines of one step, or of one ask.

    >>> sheet = Sheet()
    >>> sheet.add("trips", None)
    >>> str(sheet.amount(("trips",), ""))
    '?..?..?, known for 0 of 1'
    """

    #: By the place of its line, what a figure is the sum of, each so many times.
    parts: Mapping[int, Parts] = EMPTY

    def add(
        self, kind: str, figure: Figure | None, times: float = 1.0, *, sure: bool = True
    ) -> None:
        """Write a line."""
        self.append((kind, figure, times, sure))

    def amount(self, kinds: Iterable[str], unit: str) -> Amount | None:
        """Some kinds together; None where none of them is on the sheet."""
        row = [0.0, 0.0, 0.0]
        known = of = 0
        rank = -1
        for kind, figure, times, sure in self:
            if kind not in kinds:
                continue
            of += 1
            if figure is not None:
                known += sure
                rank = max(rank, figure[3])
                for place in range(3):
                    row[place] += figure[place] * times
        return _amount(row[0], row[1], row[2], known, of, rank, unit) if of else None


def _amount(
    low: float, likely: float, high: float, known: int, of: int, rank: int, unit: str
) -> Amount:
    if of and rank < 0:
        return Amount(None, None, None, unit, 0, of)
    return Amount(low, likely, high, unit, known, of, SURENESS[rank] if rank >= 0 else None)


def added(sheets: Iterable[Sheet], currency: str) -> dict[str, Amount]:
    """The sum of each kind over several sheets, and of all minutes of the household."""
    rows: dict[str, list[float]] = {kind: [0.0, 0.0, 0.0, 0, 0, -1] for kind in UNITS}
    for sheet in sheets:
        for kind, figure, times, sure in sheet:
            row = rows[kind]
            row[4] += 1
            if figure is not None:
                row[0] += figure[0] * times
                row[1] += figure[1] * times
                row[2] += figure[2] * times
                row[3] += sure
                if figure[3] > row[5]:
                    row[5] = figure[3]
    mine = [rows[kind] for kind in MINUTES_OF]
    rows["minutes"] = [*(sum(column) for column in zip(*(row[:5] for row in mine), strict=True)),
                       max(row[5] for row in mine)]  # fmt: skip
    units = {**UNITS, "fees": currency, "minutes": "min"}
    return {kind: _of_row(row, units[kind]) for kind, row in rows.items()}


def _of_row(row: list[float], unit: str) -> Amount:
    low, likely, high, known, of, rank = row
    return _amount(low, likely, high, int(known), int(of), int(rank), unit)


def together(sheets: Iterable[Sheet]) -> Sheet:
    """Several sheets as one."""
    whole = Sheet()
    for sheet in sheets:
        whole.extend(sheet)
    return whole
