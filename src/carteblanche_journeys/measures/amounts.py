"""Amounts: low, likely and high of one unit, how much they rest on, and how sure they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from carteblanche_journeys.model import Status

#: From the surest to the least sure; None is a figure without any mark.
SURENESS: tuple[Status | None, ...] = (
    "published",
    "observed",
    "proposed",
    "assumed",
    None,
    "to-verify",
    "default",
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A scenario of low, likely and high values, and what it rests on.

    Parameters
    ----------
    low, likely, high
        In `unit`; all three None where nothing is known. Likely alone may be None where only
        the ends are known.
    unit
        `min`, `d`, `km`, a currency, `%` for a share between 0 and 1, or empty for a count.
    known, of
        For how many steps the figure is known, of how many that could have one.
    status
        That of the least sure figure in it.
    """

    low: float | None
    likely: float | None
    high: float | None
    unit: str
    known: int = 1
    of: int = 1
    status: Status | None = None

    @property
    def complete(self) -> bool:
        """Whether every step that could have the figure says it; else it is "at least"."""
        return self.known == self.of

    def __add__(self, other: Amount) -> Amount:
        """Both together; what is not known on one side adds nothing but to what is not known.

        >>> str(exactly(20, "min") + unknown("min"))
        '20..20..20 min, known for 1 of 2'
        """
        known = [one.status for one in (self, other) if one.known]
        return Amount(
            _plus(self.low, other.low),
            _plus(self.likely, other.likely),
            _plus(self.high, other.high),
            self.unit or other.unit,
            self.known + other.known,
            self.of + other.of,
            least_sure(known),
        )

    def times(self, factor: float) -> Amount:
        """The same, so many times.

        >>> exactly(20, "min").times(1.5).likely
        30.0
        """
        scaled = (None if v is None else v * factor for v in (self.low, self.likely, self.high))
        low, likely, high = scaled
        return replace(self, low=low, likely=likely, high=high)

    def __str__(self) -> str:
        numbers = ("?" if v is None else f"{v:g}" for v in (self.low, self.likely, self.high))
        told = f"{'..'.join(numbers)} {self.unit}".rstrip()
        return told if self.complete else f"{told}, known for {self.known} of {self.of}"


def _plus(one: float | None, other: float | None) -> float | None:
    if one is None or other is None:
        return one if other is None else other
    return one + other


def exactly(value: float, unit: str, status: Status | None = None) -> Amount:
    """One value, without range."""
    return Amount(value, value, value, unit, status=status)


def unknown(unit: str) -> Amount:
    """What a step could have and does not say."""
    return Amount(None, None, None, unit, known=0)


def total(amounts: Iterable[Amount], unit: str) -> Amount:
    """All of them together; of none, zero that rests on nothing.

    >>> str(total([exactly(20, "min"), exactly(5, "min")], "min"))
    '25..25..25 min'
    >>> str(total([], "min"))
    '0..0..0 min'
    """
    every = list(amounts)
    if not every:
        return Amount(0.0, 0.0, 0.0, unit, known=0, of=0)
    lows = [one.low for one in every if one.low is not None]
    likelies = [one.likely for one in every if one.likely is not None]
    highs = [one.high for one in every if one.high is not None]
    return Amount(
        sum(lows) if lows else None,
        sum(likelies) if likelies else None,
        sum(highs) if highs else None,
        next((one.unit for one in every if one.unit), ""),
        sum(one.known for one in every),
        sum(one.of for one in every),
        every[0].status if len(every) == 1 else least_sure({o.status for o in every if o.known}),
    )


def least_sure(statuses: Iterable[Status | None]) -> Status | None:
    """The least sure of several statuses; None of none.

    >>> least_sure(["published", "assumed"])
    'assumed'
    """
    return max(statuses, key=SURENESS.index, default=None)
