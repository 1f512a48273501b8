"""Quantities, conditions and frozen maps: what can be written, and what it means."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from carteblanche_journeys.model import Journey, Quantity, Step, Test, holds, parse_range
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.quantities import MINUTES


@pytest.mark.parametrize(
    ("written", "low", "likely", "high", "unit"),
    [
        ("30 min", 30, 30, 30, "min"),
        ("5..10 d", 5, None, 10, "d"),
        ("5..7..10 d", 5, 7, 10, "d"),
        ("20 %", 0.2, 0.2, 0.2, "%"),
        ("2,5 h", 2.5, 2.5, 2.5, "h"),
        ("1 500 EUR", 1500, 1500, 1500, "EUR"),
        ("25 km", 25, 25, 25, "km"),
    ],
)
def test_written_quantities(
    written: str, low: float, likely: float | None, high: float, unit: str
) -> None:
    """A quantity is one number, two ends, or three, and a unit; two ends leave likely unknown."""
    found = parse_range(written)
    assert (found.low, found.likely, found.high, found.unit) == (low, likely, high, unit)


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("wait", "-3 d", "quantity-negative"),
        ("wait", "10..5 d", "range-order"),
        ("wait", "3 jours", "unit-unknown"),
        ("wait", "3", "unit-missing"),
        ("wait", 3, "unit-missing"),
        ("wait", "25 km", "not-time"),
        ("fee", "3 d", "not-money"),
        ("share", "120 %", "share-range"),
        ("share", 1.2, "share-range"),
        ("share", "15 min", "share-range"),
        ("effort", "bientôt", "quantity-form"),
        ("effort", True, "quantity-form"),
    ],
)
def test_refused_quantities(field: str, value: object, code: str) -> None:
    """What is no quantity of that kind is refused with the reason."""
    with pytest.raises(ValidationError) as refused:
        Step.model_validate({"title": "Attendre", field: value})
    assert [error["type"] for error in refused.value.errors()] == [code]


@given(
    st.lists(st.integers(0, 10**6), min_size=1, max_size=3).map(sorted),
    st.sampled_from([*MINUTES, "km", "EUR"]),
)
def test_a_quantity_reads_back_as_written(numbers: list[int], unit: str) -> None:
    """Whatever the quantity, writing it and reading it again changes nothing."""
    found = parse_range(f"{'..'.join(map(str, numbers))} {unit}")
    assert parse_range(str(found)) == found


def test_a_share_is_a_part_or_a_percentage() -> None:
    """0.2 and 20 % are the same share."""
    one, other = (Step(title="A", share=share).share for share in (0.2, "20 %"))
    assert one is not None
    assert other is not None
    assert one.value == other.value


def test_a_condition_never_takes_yes_for_one() -> None:
    """True is not 1: a yes-or-no trait and a number are not the same."""
    assert holds({"t": Test(values=(1,))}, {"t": True}) is False
    assert holds({"t": Test(values=(True,))}, {"t": True}) is True


def test_one_failure_settles_a_condition() -> None:
    """A condition fails as soon as one of its keys does, whatever else is unknown."""
    assert holds({"a": Test(values=(1,)), "b": Test(values=(2,))}, {"a": 0}) is False
    assert holds({"a": Test(values=(1,)), "b": Test(values=(2,))}, {"a": 1}) is None
    assert holds({}, {}) is True


def test_nothing_of_a_journey_can_change() -> None:
    """Values are frozen, their maps too; a copy is the value itself or an equal one."""
    journey = Journey(title="J'inscris", steps={"a": {"title": "Demander"}})
    with pytest.raises(ValidationError):
        journey.title = "Autre"
    with pytest.raises(TypeError):
        journey.steps["b"] = journey.steps["a"]  # type: ignore[index]
    assert copy.deepcopy(journey) == journey
    assert pickle.loads(pickle.dumps(FrozenMap({"a": 1}))) == {"a": 1}


def test_a_thing_knows_its_id() -> None:
    """The key of a map is the id of the thing, and cannot be written twice."""
    journey = Journey(title="J'inscris", steps={"demande": {"title": "Demander"}})
    assert journey.steps["demande"].id == "demande"
    with pytest.raises(ValidationError, match="key"):
        Journey(title="J'inscris", steps={"demande": {"title": "Demander", "id": "x"}})


@pytest.mark.parametrize(
    ("step", "code"),
    [
        ({"kind": "outcome"}, "outcome-result"),
        ({"result": "granted"}, "result-outcome"),
        ({"kind": "choice", "share": 0.2}, "choice-when"),
        ({"appeal": True, "kind": "outcome", "result": "refused"}, "appeal-true"),
        ({"asks": [{"form": "copy"}]}, "ask-form"),
        ({"deadlines": [{"binds": "person"}]}, "deadline-form"),
    ],
)
def test_what_contradicts_itself_is_refused(step: dict[str, object], code: str) -> None:
    """A step whose fields contradict each other is refused with the reason."""
    with pytest.raises(ValidationError) as refused:
        Step.model_validate({"title": "Étape", **step})
    assert code in [error["type"] for error in refused.value.errors()]


def test_minutes_of_a_working_day() -> None:
    """A working day is 7/5 of a day, a month 30.44 days."""
    assert Quantity(value="5 wd").minutes[0] == 7 * 1440
    assert Quantity(value="1 mo").minutes[0] == 30.44 * 1440
