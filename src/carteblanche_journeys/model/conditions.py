"""Conditions: a map of trait or fact to what it must be, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import PlainSerializer, PlainValidator
from pydantic_core import PydanticCustomError

from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.references import Tested

Scalar = str | bool | int | float


@dataclass(frozen=True, slots=True)
class Test:
    """What one trait or fact must be: one of `values`, or within `least`..`most` (inclusive).

    With neither, the way depends on it and nobody says how.

    >>> Test(least=60).holds(82), Test(values=("cdi",)).holds("cdd"), Test().holds(3)
    (True, False, None)
    """

    __test__ = False  # not a test class for pytest

    values: tuple[Scalar, ...] = ()
    least: float | None = None
    most: float | None = None

    def holds(self, value: Scalar | None) -> bool | None:
        """True or False; None where the value, or the rule itself, is unknown."""
        if value is None or (not self.values and self.least is None and self.most is None):
            return None
        if self.values:
            return any(_same(value, allowed) for allowed in self.values)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return False
        return (self.least is None or value >= self.least) and (
            self.most is None or value <= self.most
        )


def _same(value: Scalar, allowed: Scalar) -> bool:
    # True == 1 in Python; a yes is not a one here.
    return value == allowed and isinstance(value, bool) == isinstance(allowed, bool)


def _read_test(raw: object) -> Test:
    if isinstance(raw, Test):
        return raw
    if isinstance(raw, str | bool | int | float):
        return Test(values=(raw,))
    if isinstance(raw, list | tuple) and raw and all(isinstance(v, Scalar) for v in raw):
        return Test(values=tuple(raw))
    if isinstance(raw, Mapping) and set(raw) <= {"min", "max"}:
        return _between(raw)
    raise PydanticCustomError("condition-form", "this is not a condition", {})


def _between(raw: Mapping[object, object]) -> Test:
    least, most = _end(raw.get("min")), _end(raw.get("max"))
    if least is not None and most is not None and least > most:
        raise PydanticCustomError("condition-empty", "min is above max: nobody can be", {})
    return Test(least=least, most=most)


def _end(raw: object) -> float | None:
    if isinstance(raw, bool) or not isinstance(raw, int | float | None):
        raise PydanticCustomError("condition-form", "min and max are numbers", {})
    return None if raw is None else float(raw)


def _read_condition(raw: object) -> Mapping[str, Test]:
    if not isinstance(raw, Mapping) or not all(isinstance(key, str) for key in raw):
        raise PydanticCustomError("condition-form", "a condition is a map", {})
    return FrozenMap({str(key): _read_test_of(str(key), value) for key, value in raw.items()})


def _read_test_of(trait: str, raw: object) -> Test:
    try:
        return _read_test(raw)
    except PydanticCustomError as error:
        raise PydanticCustomError(error.type, error.message_template, {"trait": trait}) from None


def _write_test(test: Test) -> object:
    if test.values:
        return test.values[0] if len(test.values) == 1 else list(test.values)
    ends = {"min": test.least, "max": test.most}
    return {name: end for name, end in ends.items() if end is not None}


#: A map of trait or fact to the test it must pass; all must hold.
Condition = Annotated[
    Mapping[str, Test],
    PlainValidator(
        _read_condition,
        json_schema_input_type=dict[
            str, str | bool | float | list[str | bool | float] | dict[str, float]
        ],
    ),
    PlainSerializer(lambda condition: {k: _write_test(t) for k, t in condition.items()}),
    Tested(),
]


def holds(condition: Mapping[str, Test], traits: Mapping[str, Scalar]) -> bool | None:
    """Whether a condition holds for these traits: False as soon as one fails, None if unknown.

    >>> from carteblanche_journeys.model.conditions import Test
    >>> holds({"age": Test(least=60)}, {"age": 82}), holds({"age": Test(least=60)}, {})
    (True, None)
    """
    if not condition:
        return True
    answers = [test.holds(traits.get(key)) for key, test in condition.items()]
    if False in answers:
        return False
    return None if None in answers else True
