"""Measures as CSV, for a spreadsheet: one row a measure, personas side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carteblanche_journeys.markup import csv_cell
from carteblanche_journeys.measures import Amount, Measured
from carteblanche_journeys.words import Words

_COLUMNS = ("low", "likely", "high", "known", "of", "status")
_DECIMALS = 4


def measures_csv(measured: Sequence[Measured], words: Words) -> str:
    """The measures of one journey, a row each, with six columns a persona.

    Columns keep their English names; of several personas, each stands before its columns.
    Figures have a full stop and at most four decimals; what cannot be said is empty.
    """
    rows = [_head(measured), *_rows(measured, words)]
    return "".join(f"{','.join(map(csv_cell, row))}\n" for row in rows)


def _head(measured: Sequence[Measured]) -> list[str]:
    alone = len(measured) == 1
    columns = (
        column if alone else f"{one.persona} {column}" for one in measured for column in _COLUMNS
    )
    return ["measure", "label", "unit", *columns]


def _rows(measured: Sequence[Measured], words: Words) -> Iterator[list[str]]:
    for name in measured[0].figures:
        told = [one.figures[name] for one in measured]
        unit = next((one.unit for one in told if one.unit), "")
        cells = [cell for one in told for cell in _cells(one)]
        yield [name, words(f"burden.{name}"), "share" if unit == "%" else unit, *cells]


def _cells(amount: Amount) -> list[str]:
    figures = [_number(value) for value in (amount.low, amount.likely, amount.high)]
    return [*figures, str(amount.known), str(amount.of), amount.status or ""]


def _number(value: float | None) -> str:
    return "" if value is None else f"{round(value, _DECIMALS):.12g}"
