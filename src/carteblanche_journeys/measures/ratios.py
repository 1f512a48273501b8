"""Measures that set one count or amount against another: shares between 0 and 1."""

from __future__ import annotations

from collections.abc import Iterable

from carteblanche_journeys.measures.amounts import Amount, least_sure
from carteblanche_journeys.measures.three_costs import Pursuit
from carteblanche_journeys.measures.weights import Weighed

_MINUTES_A_DAY = 1440


def part_of(some: Amount, whole: Amount) -> Amount:
    """One count over another that holds it; unknown where there is nothing to count.

    >>> str(part_of(Amount(2, 2, 2, ""), Amount(8, 8, 8, "")))
    '0.25..0.25..0.25 %'
    """
    if some.likely is None or not whole.likely:
        return Amount(None, None, None, "%", 0, whole.of)
    part = some.likely / whole.likely
    status = least_sure((some.status, whole.status))
    return Amount(part, part, part, "%", some.known, some.of, status)


def cycle_efficiency(work: Iterable[Amount], days: Amount) -> Amount:
    """The part of the elapsed time in which the household or an agent works.

    Parameters
    ----------
    work
        Minutes of the household and of agents; one person cannot work on two strands at once.
    days
        Elapsed days, of 24 hours. Where some wait is not known, nothing can be said: the
        share would be too high by nobody knows how much.

    A ratio of two expected values, at most one.

    >>> str(cycle_efficiency([Amount(60, 60, 60, "min")], Amount(10, 10, 10, "d")))
    '0.00416667..0.00416667..0.00416667 %'
    """
    told = list(work)
    minutes = [one.likely for one in told]
    known, of = sum(one.known for one in told), sum(one.of for one in told)
    if not days.complete or not days.likely or None in minutes:
        return Amount(None, None, None, "%", 0, of + days.of)
    part = min(1.0, sum(m or 0.0 for m in minutes) / _MINUTES_A_DAY / days.likely)
    status = least_sure(one.status for one in (*told, days))
    return Amount(part, part, part, "%", known + days.known, of + days.of, status)


def one_stop(pursued: tuple[Pursuit, ...], weighed: Weighed) -> Amount:
    """The part of schemes settled at one counter, each by how likely it is pursued.

    A scheme of which no counter says what it can do for it is not counted as settled so.
    """
    told = sum(bool(one.doors) for one in pursued)
    whole = sum(one.chance for one in pursued)
    if not told or not whole:
        return Amount(None, None, None, "%", 0, len(pursued))
    part = sum(one.chance for one in pursued if len(one.doors) == 1) / whole
    return Amount(part, part, part, "%", told, len(pursued), weighed.status)
