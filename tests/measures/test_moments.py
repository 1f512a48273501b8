"""Times that vary, and how they combine."""

from __future__ import annotations

from math import pi, sqrt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carteblanche_journeys.measures.moments import (
    AT_ONCE,
    Moments,
    exact,
    latest,
    mixture,
    rounds,
    triangular,
)

DAYS = st.floats(0, 400)
TIMES = st.lists(DAYS, min_size=3, max_size=3).map(lambda days: triangular(*sorted(days)))


def test_a_range_is_a_triangle() -> None:
    """A range of 5, 7 and 12 days has mean 8 and the variance of a triangular distribution."""
    found = triangular(5, 7, 12)
    assert found.mean == pytest.approx(8)
    assert found.variance == pytest.approx((25 + 49 + 144 - 35 - 60 - 84) / 18)
    assert (found.least, found.most) == (5, 12)


def test_one_value_does_not_vary() -> None:
    """A range whose ends are one has no variance at all, not even a rounding error."""
    assert triangular(0.1, 0.1, 0.1).variance == 0
    assert triangular(0.1, 0.1, 0.1).mean == pytest.approx(0.1)


def test_a_sequence_adds_means_and_variances() -> None:
    """One time after another adds their means, variances and ends."""
    found = triangular(0, 3, 6) + triangular(2, 2, 8)
    assert found.mean == pytest.approx(7)
    assert found.variance == pytest.approx(1.5 + 2)
    assert (found.least, found.most) == (2, 14)


def test_a_mixture_weighs_means() -> None:
    """A branch of 10 days for a quarter and of 30 for the rest takes 25 days, and varies."""
    found = mixture([(1, exact(10)), (3, exact(30))])
    assert found.mean == pytest.approx(25)
    assert found.variance == pytest.approx(75)


def test_the_later_of_two_normal_times_has_the_moments_of_clark() -> None:
    """Of two equal normal times the later is late by σ/√π, with variance σ²(1 − 1/π)."""
    wide = Moments(100, 16, 0, 200)
    found = latest(wide, wide)
    assert found.mean == pytest.approx(100 + 4 / sqrt(pi))
    assert found.variance == pytest.approx(16 * (1 - 1 / pi))


def test_two_fixed_times_give_their_plain_maximum() -> None:
    """Where neither varies the later is the plain maximum, without variance."""
    assert latest(exact(10), exact(30)) == exact(30)


def test_a_time_that_always_comes_after_is_the_later() -> None:
    """A strand that ends before another can never make it later."""
    early, late = triangular(1, 2, 9), triangular(9, 20, 60)
    assert latest(early, late) == late == latest(late, early)


def test_the_later_of_two_branches_is_held_by_their_ends() -> None:
    """A fixed 50 days beside 0 or 50 days takes 50 days: the normal tails are cut off."""
    either = mixture([(1, exact(0)), (1, exact(50))])
    assert latest(either, exact(50)).mean == pytest.approx(50)


def test_a_loop_repeats_what_it_holds() -> None:
    """A round of mean m that half of all go again takes m/(1−ρ) with variance as documented."""
    one = triangular(0, 10, 20)
    found = rounds(one, 0.5) + one
    assert found.mean == pytest.approx(10 / 0.5)
    assert found.variance == pytest.approx(one.variance / 0.5 + 100 * 0.5 / 0.25)


def test_no_round_takes_no_time() -> None:
    """A loop that nobody goes round takes no time."""
    assert rounds(exact(5), 0) == AT_ONCE


@given(TIMES, TIMES)
def test_the_later_is_later_than_both_and_earlier_than_their_sum(
    one: Moments, other: Moments
) -> None:
    """Strands side by side take at least the longer of them, and never as long as their sum."""
    found = latest(one, other)
    assert max(one.mean, other.mean) - 1e-9 <= found.mean <= one.mean + other.mean + 1e-9
    assert found.least - 1e-9 <= found.mean <= found.most + 1e-9
    assert found.variance >= 0


@given(TIMES, TIMES)
def test_the_order_of_two_strands_does_not_matter(one: Moments, other: Moments) -> None:
    """The later of two times is the same whichever is named first."""
    first, second = latest(one, other), latest(other, one)
    assert first.mean == pytest.approx(second.mean)
    assert first.variance == pytest.approx(second.variance, abs=1e-6)


@given(TIMES, TIMES)
def test_a_sum_can_be_undone(one: Moments, other: Moments) -> None:
    """What has passed since an earlier time is what was added to it."""
    found = (one + other).since(one)
    assert found.mean == pytest.approx(other.mean, abs=1e-6)
    assert found.variance == pytest.approx(other.variance, abs=1e-6)


def test_the_later_of_skewed_times_is_near_the_truth() -> None:
    """Of 200 pairs of triangular times the mean of the later is within 3 % of the drawn one.

    A bound that was measured on these pairs, not a promise of the method.
    """
    random = Random(7)
    for _ in range(200):
        ends = [sorted(random.uniform(0, 60) for _ in range(3)) for _ in range(2)]
        drawn = sum(
            max(random.triangular(low, high, likely) for low, likely, high in ends)
            for _ in range(4000)
        )
        found = latest(*(triangular(*end) for end in ends))
        assert found.mean == pytest.approx(drawn / 4000, rel=0.03)
