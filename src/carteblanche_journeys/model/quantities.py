"""Quantities with a unit, a range, a status: `30 min`, `5..10 d`, `5..7..10 d`, `20 %`.

Unknown is not zero: a quantity that nobody knows is left out, and a range without a likely
value has none. Nothing is converted between currencies.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    Field,
    GetJsonSchemaHandler,
    PlainSerializer,
    PlainValidator,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError

from carteblanche_journeys.model.references import InCurrency
from carteblanche_journeys.model.values import Thing, YesNo

#: Minutes in each unit of time. A working day lasts 7/5 of a day and a month 30.44 days
#: (365.25 / 12), the conventions of `docs/reference/quantities.md`.
MINUTES = {
    "min": 1.0,
    "h": 60.0,
    "d": 1440.0,
    "wd": 1440.0 * 7 / 5,
    "wk": 10080.0,
    "mo": 1440.0 * 30.44,
    "y": 1440.0 * 365.25,
}
DISTANCES = ("km",)
SHARE = "%"
COUNT = ""
#: No figure of a journey is larger, whatever its unit: a thousand billions.
MOST = 1e12

_NUMBER = r"-?\d[\d\u00a0\u202f ]*(?:[.,]\d+)?"
_QUANTITY = re.compile(rf"({_NUMBER})(?:\.\.({_NUMBER}))?(?:\.\.({_NUMBER}))?\s*(\S*)")


@dataclass(frozen=True, slots=True)
class Range:
    """Low, likely and high of one unit; likely is None where only the ends are known.

    >>> str(parse_range("5..10 d"))
    '5..10 d'
    """

    low: float
    likely: float | None
    high: float
    unit: str

    def __str__(self) -> str:
        if self.low == self.high:
            numbers = [self.low]
        else:
            numbers = [n for n in (self.low, self.likely, self.high) if n is not None]
        if self.unit == SHARE:
            numbers = [number * 100 for number in numbers]
        return f"{'..'.join(f'{number:.12g}' for number in numbers)} {self.unit}".rstrip()


@lru_cache(maxsize=4096)
def parse_range(written: str) -> Range:
    """Read a quantity as written in a file.

    Parameters
    ----------
    written
        One number, or low..high, or low..likely..high, then a unit: `min h d wd wk mo y`,
        `km`, `%`, or a currency code of three capitals.

    Raises
    ------
    PydanticCustomError
        With a code of ours: quantity-form, unit-missing, unit-unknown, quantity-negative,
        quantity-too-large, range-order, share-range.

    >>> parse_range("5..7..10 d")
    Range(low=5.0, likely=7.0, high=10.0, unit='d')
    >>> parse_range("20 %").likely
    0.2
    """
    match = _QUANTITY.fullmatch(written.strip())
    if match is None:
        raise PydanticCustomError(
            "quantity-form", "'{written}' is not a quantity such as '30 min'", {"written": written}
        )
    numbers = [_number(text) for text in match.groups()[:3] if text is not None]
    return _range(numbers, match.group(4), written)


def _number(text: str) -> float:
    return float(re.sub(r"[\u00a0\u202f ]", "", text).replace(",", "."))


def _range(numbers: list[float], unit: str, written: str) -> Range:
    unit = _known_unit(unit, written)
    if unit == SHARE:
        numbers = [number / 100 for number in numbers]
    if any(number < 0 for number in numbers):
        raise PydanticCustomError(
            "quantity-negative", "'{written}' is below zero", {"written": written}
        )
    if not all(number <= MOST for number in numbers):
        raise PydanticCustomError(
            "quantity-too-large", "'{written}' is too large", {"written": written}
        )
    if numbers != sorted(numbers):
        raise PydanticCustomError(
            "range-order", "'{written}' does not go from low to high", {"written": written}
        )
    if unit == SHARE and numbers[-1] > 1:
        raise PydanticCustomError(
            "share-range", "a share lies between 0 and 100 %, not '{written}'", {"written": written}
        )
    likely = None if len(numbers) == 2 and numbers[0] != numbers[1] else numbers[len(numbers) // 2]
    return Range(numbers[0], likely, numbers[-1], unit)


def _known_unit(unit: str, written: str) -> str:
    if not unit:
        raise PydanticCustomError("unit-missing", "'{written}' has no unit", {"written": written})
    if unit in MINUTES or unit in DISTANCES or unit == SHARE or re.fullmatch(r"[A-Z]{3}", unit):
        return unit
    raise PydanticCustomError(
        "unit-unknown", "'{unit}' is not a unit", {"unit": unit, "written": written}
    )


def _read_range(raw: object) -> Range:
    if isinstance(raw, Range):
        return raw
    if isinstance(raw, bool) or not isinstance(raw, str | int | float):
        raise PydanticCustomError(
            "quantity-form", "a quantity is expected here", {"written": str(raw)}
        )
    if isinstance(raw, str):
        return parse_range(raw)
    raise PydanticCustomError("unit-missing", "'{written}' has no unit", {"written": str(raw)})


def _read_share(raw: object) -> Range:
    """A share may be written as a part of one: 0.2, or as 20 %."""
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _range([float(raw) * 100], SHARE, str(raw))
    if isinstance(raw, str) and (match := re.fullmatch(r"[\d.,]+", raw.strip())):
        return _range([_number(part) * 100 for part in match.group().split("..")], SHARE, raw)
    found = _read_range(raw)
    if found.unit != SHARE:
        raise PydanticCustomError(
            "share-range",
            "a share lies between 0 and 100 %, not '{written}'",
            {"written": str(raw)},
        )
    return found


def _read_count(raw: object) -> Range:
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _plain_range([float(raw)], str(raw))
    if isinstance(raw, str) and re.fullmatch(r"[\d.,\u00a0\u202f ]+", raw):
        return _plain_range([_number(part) for part in raw.split("..")], raw)
    return raw if isinstance(raw, Range) else _read_range(raw)


def _plain_range(numbers: list[float], written: str) -> Range:
    # A count has no unit: it borrows a real one for the shared checks, then drops it.
    checked = _range(numbers, "min", written)
    return Range(checked.low, checked.likely, checked.high, COUNT)


_SCHEMA: Any = str | float
_Written = Annotated[
    Range, PlainValidator(_read_range, json_schema_input_type=str), PlainSerializer(str)
]


class Quantity(Thing):
    """A number with unit, range, status, sources and, if observed, how many it rests on."""

    value: _Written = Field(description="`30 min`, `5..10 d` or `5..7..10 d`.")
    n: int | None = Field(None, ge=1, description="How many observations it rests on.")

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, raw: Any) -> Any:
        return raw if isinstance(raw, Mapping | Quantity) else {"value": raw}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        long = handler.resolve_ref_schema(handler(schema))
        return {"anyOf": [{"type": ["string", "number"]}, dict(long)]}

    @property
    def low(self) -> float:
        """The least it takes, in `unit`."""
        return self.value.low

    @property
    def likely(self) -> float | None:
        """What it takes most likely, in `unit`; None where only the ends are known."""
        return self.value.likely

    @property
    def high(self) -> float:
        """The most it takes, in `unit`."""
        return self.value.high

    @property
    def unit(self) -> str:
        """The unit as written; `%` for a share, empty for a count."""
        return self.value.unit

    @property
    def minutes(self) -> tuple[float, float | None, float]:
        """Low, likely and high in minutes; raises KeyError for what is not a time.

        >>> Quantity(value="2 h").minutes
        (120.0, 120.0, 120.0)
        """
        factor = MINUTES[self.unit]
        likely = None if self.likely is None else self.likely * factor
        return self.low * factor, likely, self.high * factor


class ShareQuantity(Quantity):
    """A part of all people, between 0 and 1."""

    value: Annotated[
        Range, PlainValidator(_read_share, json_schema_input_type=_SCHEMA), PlainSerializer(str)
    ] = Field(description="`0.2` or `20 %`.")


class CountQuantity(Quantity):
    """A plain number, such as a population."""

    value: Annotated[
        Range, PlainValidator(_read_count, json_schema_input_type=_SCHEMA), PlainSerializer(str)
    ] = Field(description="A number without unit.")


def _of_kind(kind: Literal["time", "distance", "money", "count"]) -> Any:
    def check(quantity: Quantity) -> Quantity:
        if quantity_kind(quantity.unit) != kind:
            raise PydanticCustomError(
                f"not-{kind}",
                "'{written}' is not a " + kind,
                {"written": str(quantity.value), "unit": quantity.unit},
            )
        return quantity

    return AfterValidator(check)


def quantity_kind(unit: str) -> Literal["time", "distance", "share", "count", "money"]:
    """Say what a unit measures.

    >>> quantity_kind("wd"), quantity_kind("EUR")
    ('time', 'money')
    """
    if unit in MINUTES:
        return "time"
    if unit in DISTANCES:
        return "distance"
    if unit == SHARE:
        return "share"
    return "count" if unit == COUNT else "money"


Duration = Annotated[Quantity, _of_kind("time")]
Distance = Annotated[Quantity, _of_kind("distance")]
Money = Annotated[Quantity, _of_kind("money"), InCurrency()]
Share = ShareQuantity
Count = CountQuantity


def _above_zero(quantity: Quantity) -> Quantity:
    if quantity.low <= 0:
        raise PydanticCustomError("not-above-zero", "'{written}' is not above zero",
                                  {"written": str(quantity.value)})  # fmt: skip
    return quantity


#: A plain number that others are multiplied or divided by, such as a speed.
Factor = Annotated[CountQuantity, _of_kind("count"), AfterValidator(_above_zero)]


class WaitQuantity(Quantity):
    """A wait: how long, why, and whether the person is told beforehand."""

    cause: Literal["queue", "processing", "committee", "post", "law", "season"] | None = Field(
        None, description="What makes the person wait."
    )
    announced: YesNo | None = Field(
        None, description="Whether the person is told how long; left out: unknown."
    )


Wait = Annotated[WaitQuantity, _of_kind("time")]
