"""Ranges on an axis with zero on it, and squares of what is asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from carteblanche_journeys.drawing.spans import axis_over, span_bar
from carteblanche_journeys.drawing.squares import MOST, asked_squares
from carteblanche_journeys.markup import render

VALUES = st.floats(-1e5, 1e5, allow_nan=False)


@given(st.lists(VALUES, max_size=6), st.sampled_from(["min", "d", "EUR", ""]))
def test_an_axis_holds_zero_and_every_value(values: list[float], unit: str) -> None:
    """Zero and all values lie within the axis, and so does each of its few ticks."""
    axis = axis_over(values, unit)
    for value in (0.0, *values, *axis.ticks):
        assert -1e-6 <= axis.share(value) <= 100 + 1e-6
    assert 0 in axis.ticks
    assert len(axis.ticks) <= 9


def test_an_axis_of_both_sides_leaves_room_for_the_words_of_each() -> None:
    """Where only gains are known, the side of losses still has room for its word."""
    axis = axis_over([100.0], "min", both=True)
    assert 10 < axis.share(0) < 25


def test_what_exists_is_hatched_and_what_is_unsure_is_an_outline() -> None:
    """An existing range takes the shared pattern; a gain that is sure has a look of its own."""
    axis = axis_over([-10, 100], "min")
    existing, gain, unsure = (
        render(span_bar((10, 20, 30), axis, look, "de 10 à 30"))
        for look in ("existing", "gain", "open")
    )
    assert 'fill="url(#cb-hatch)"' in existing
    assert "url(" not in gain + unsure
    assert gain.replace("gain", "open") == unsure


def test_a_picture_of_a_range_says_it_in_words() -> None:
    """Who does not see the bar hears what it says."""
    bar = render(span_bar((1, None, 2), axis_over([2], "min"), "open", "de 1 à 2 min"))
    assert 'aria-label="de 1 à 2 min"' in bar


@given(st.integers(0, 30), st.integers(0, 30))
def test_one_square_for_each_request_those_spared_crossed(before: int, after: int) -> None:
    """Squares are the requests of before, at most a dozen; those that go are crossed."""
    kept = min(before, after)
    picture = render(asked_squares(before, kept, "demandes"))
    assert picture.count("<rect") == min(before, MOST)
    assert picture.count('class="asked"') == min(kept, MOST)
