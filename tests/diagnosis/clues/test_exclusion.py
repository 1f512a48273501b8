"""Two tests of one fact exclude each other where no value passes both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carteblanche_journeys.diagnosis.clues.exclusion import excludes, together
from carteblanche_journeys.model import Test

ENDS = st.none() | st.integers(0, 5).map(float)
RANGES = st.tuples(ENDS, ENDS).filter(
    lambda ends: None in ends or ends[0] <= ends[1]
).map(lambda ends: Test(least=ends[0], most=ends[1]))  # fmt: skip
VALUES = st.lists(st.integers(0, 5), min_size=1, max_size=3).map(lambda v: Test(values=tuple(v)))
TESTS = st.one_of(RANGES, VALUES)


@given(TESTS, TESTS)
def test_exclusion_is_what_no_value_can_pass(one: Test, other: Test) -> None:
    """Whole numbers tell it where one test lists values, half numbers where both are ranges."""
    values = [half / 2 for half in range(-2, 14)]
    listed = bool(one.values or other.values)
    both = [v for v in values if one.holds(v) is not False and other.holds(v) is not False]
    if listed:
        both = [v for v in both if v == int(v)]
    assert excludes(one, other) == (not both)
    assert excludes(one, other) == excludes(other, one)


@given(TESTS)
def test_a_test_of_which_nobody_says_how_excludes_nothing(one: Test) -> None:
    """What depends on a fact in a way that nobody knows may hold together with anything."""
    assert not excludes(one, Test())


@pytest.mark.parametrize(
    ("one", "other", "possible"),
    [
        ({"gir": Test(most=4)}, {"gir": Test(least=5)}, False),
        ({"gir": Test(most=4)}, {"age": Test(least=60)}, True),
        ({}, {"age": Test(least=60)}, True),
        ({"gir": Test(most=4), "age": Test(least=60)}, {"age": Test(most=59)}, False),
    ],
)
def test_conditions_meet_where_none_of_their_tests_exclude_each_other(
    one: dict[str, Test], other: dict[str, Test], possible: bool
) -> None:
    """Two conditions can hold for one person unless a fact that both test cannot be both."""
    assert together(one, other) is possible
