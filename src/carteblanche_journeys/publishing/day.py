"""The day that waivers and ages count from: asked for, set by the machine, or today."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

#: What the stamp inside a compressed site map can hold: seconds since 1970 in 32 bits.
FIRST, LAST = date(1970, 1, 1), date(2106, 2, 6)


def day_of(written: str | None) -> date:
    """The day as written, else that of SOURCE_DATE_EPOCH, else the day it is (UTC).

    Parameters
    ----------
    written
        A day such as `2026-03-31`, or None.

    Raises
    ------
    ValueError
        Where it is no day, or no day that a site can carry; its text is for the user.

    >>> day_of("2018-01-15")
    datetime.date(2018, 1, 15)
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if written is not None:
        return _in_range(_day(written), written)
    return _in_range(_day_of_epoch(epoch), epoch) if epoch else datetime.now(UTC).date()


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise ValueError(f"'{written}' is not a day such as 2026-03-31.") from None


def _day_of_epoch(epoch: str) -> date:
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        wanted = "SOURCE_DATE_EPOCH is a number of seconds since 1970"
        raise ValueError(f"{wanted}, not '{epoch}'.") from None


def _in_range(day: date, written: str) -> date:
    if not FIRST <= day <= LAST:
        raise ValueError(f"'{written}' is not a day between {FIRST} and {LAST}.")
    return day
