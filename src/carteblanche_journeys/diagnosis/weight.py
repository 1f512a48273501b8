"""How heavy a cost is beside another, so that findings can be put in order."""

from __future__ import annotations

from carteblanche_journeys.measures import Amount, Burden

#: What all paperwork together took and cost each inhabitant of the Netherlands in a year: 6.9 h
#: and 80 EUR (baseline of the standard cost model for citizens). Findings are put in order by
#: it; no page shows the result.
MINUTES_A_YEAR = 6.9 * 60
MONEY_A_YEAR = 80.0
#: A wait of a year weighs as much. This one is ours.
DAYS_A_YEAR = 365.25


def weight(burden: Burden) -> float:
    """The heaviest of minutes, days and money, each beside what a year holds of it.

    Time and money are never added: a cost is as heavy as its heaviest part. Trips weigh by
    their minutes.

    >>> from carteblanche_journeys.measures import exactly
    >>> weight(Burden(minutes=exactly(41.4, "min"), euros=exactly(40, "EUR")))
    0.5
    """
    parts = (
        (burden.minutes, MINUTES_A_YEAR),
        (burden.days, DAYS_A_YEAR),
        (burden.euros, MONEY_A_YEAR),
    )
    return max((middle(amount) / year for amount, year in parts if amount), default=0.0)


def middle(amount: Amount) -> float:
    """The likely value, else the middle of the ends; 0 where nothing is known."""
    if amount.likely is not None:
        return amount.likely
    if amount.low is None or amount.high is None:
        return 0.0
    return (amount.low + amount.high) / 2
