"""Quantities of several filings made one: what it costs, how long it takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from carteblanche_journeys.model.quantities import Quantity, Range

#: A filing: how long it takes the household, and the facts that are given there.
Filled = tuple[Quantity | None, frozenset[str]]


def joined_effort(filings: Sequence[Filled]) -> Quantity | None:
    """How long one filing takes in place of several, in minutes; None where nobody can say.

    The first takes what it took. Each later one adds its time in proportion to the facts that
    were not given yet (assumed: facts take equal time); at least as long as the longest, at most
    as long as all of them.

    >>> long = Quantity(value="20 min")
    >>> str(joined_effort([(long, frozenset("ab")), (long, frozenset("bc"))]).value)
    '20..30..40 min'
    """
    whole, given = filings[0]
    for effort, facts in filings[1:]:
        part = len(facts - given) / len(facts) if facts else 1.0
        given = given | facts
        if part == 0 and effort is None:
            continue
        if whole is None or effort is None:
            return None
        whole = _longer(whole, effort, part)
    return whole


def _longer(one: Quantity, more: Quantity, part: float) -> Quantity:
    (low, likely, high), (least, middle, most) = one.minutes, more.minutes
    below = max(low, least)
    above = high + most if part else max(high, most)
    if likely is None or middle is None:
        return Quantity(value=Range(below, None, above, "min"), status="assumed")
    together = max(likely, middle, likely + middle * part)
    return Quantity(value=Range(below, together, above, "min"), status="assumed")


def joined_price(prices: Iterable[Quantity | None]) -> Quantity | None:
    """What is paid in all, of prices of one currency; those nobody knows are left out.

    >>> str(joined_price([Quantity(value="10 EUR"), None, Quantity(value="5 EUR")]).value)
    '15 EUR'
    """
    known = [price for price in prices if price is not None]
    if len(known) < 2 or len({price.unit for price in known}) > 1:
        return known[0] if known else None
    likely = [price.likely for price in known]
    middle = None if None in likely else sum(one for one in likely if one is not None)
    low, high = sum(price.low for price in known), sum(price.high for price in known)
    return known[0].model_copy(
        update={"value": Range(low, middle, high, known[0].unit), "status": "assumed"}
    )
