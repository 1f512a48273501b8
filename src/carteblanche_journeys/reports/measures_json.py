"""Measures as JSON, for programs: the shape is a contract."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from carteblanche_journeys.measures import Amount, Measured
from carteblanche_journeys.reports.encoding import encoded

#: Decimals kept: what the last bits of a sum say is no measure.
_DECIMALS = 9


def measures_json(measured: Measured, today: date) -> str:
    """The measures of one journey for one persona, as JSON.

    A share stands between 0 and 1, with unit `share`; what cannot be said is null.

    Parameters
    ----------
    today
        The day on which they were worked out.
    """
    return encoded(
        {
            "journey": measured.journey,
            "persona": measured.persona or None,
            "today": today.isoformat(),
            "visits": {step: _plain(x) for step, x in measured.visits.expected.items()},
            "measures": {name: amount_json(one) for name, one in measured.measures.items()},
            "outcomes": [
                {
                    "step": one.step,
                    "scheme": one.scheme or None,
                    "result": one.result,
                    "probability": _plain(one.probability),
                    "elapsed_days": amount_json(one.elapsed),
                }
                for one in measured.outcomes
            ],
            "no_way_through": list(measured.no_way_through),
            "structural": list(measured.structural),
        }
    )


def measures_rows(people: Iterable[Measured]) -> list[dict[str, Any]]:
    """A row for each persona and measure, for a table of another program."""
    return [
        {"persona": one.persona, "measure": name, **amount_json(amount)}
        for one in people
        for name, amount in one.figures.items()
    ]


def amount_json(amount: Amount) -> dict[str, Any]:
    """One amount as JSON holds it."""
    return {
        "low": _plain(amount.low),
        "likely": _plain(amount.likely),
        "high": _plain(amount.high),
        "unit": "share" if amount.unit == "%" else amount.unit,
        "known": amount.known,
        "of": amount.of,
        "status": amount.status,
    }


def _plain(value: float | None) -> float | int | None:
    """A number without false precision; a whole one without decimals."""
    if value is None:
        return None
    short = round(value, _DECIMALS)
    return int(short) if short == int(short) else short
