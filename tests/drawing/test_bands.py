"""Bands: the fewest, then the most even; nothing cut that need not be."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from carteblanche_journeys.drawing.blueprint import blueprint
from carteblanche_journeys.drawing.blueprint.bands import capacity, column_width, cut, runs_of
from sheets import FRENCH, staged


def _lengths(width: float, *stages: int) -> list[int]:
    return [len(band.steps) for band in blueprint(staged(*stages), FRENCH, width)]


def test_the_target_journey_is_cut_as_in_its_pictures() -> None:
    """31 steps in seven stages: 10, 12, 9 in a width of 1536; 10, 6, 8, 7 in 1344."""
    stages = (4, 6, 4, 2, 6, 2, 7)
    assert _lengths(1536, *stages) == [10, 12, 9]
    assert _lengths(1344, *stages) == [10, 6, 8, 7]


def test_a_stage_longer_than_a_band_is_cut_into_equal_parts() -> None:
    """Each part after the first is said to go on."""
    bands = blueprint(staged(25), FRENCH, 1344)
    assert [len(band.steps) for band in bands] == [8, 8, 9]
    said = [any("(suite)" in str(child) for child in band.svg.children) for band in bands]
    assert said == [False, True, True]


def test_few_steps_leave_the_band_short() -> None:
    """Five steps take columns of 216 pixels and no more."""
    (band,) = blueprint(staged(5), FRENCH, 1344)
    assert band.width == 104 + 5 * 216


def test_above_forty_steps_each_stage_is_a_band_of_its_own() -> None:
    """So that a page can fold it."""
    bands = blueprint(staged(5, *[6] * 6), FRENCH, 1344)
    assert [band.stages for band in bands] == [(f"s{n}",) for n in range(7)]


def test_a_band_holds_at_least_one_step_however_narrow() -> None:
    """A width of nothing still draws, one step a band."""
    assert _lengths(10, 3) == [1, 1, 1]


def test_a_stage_that_comes_back_is_said_to_go_on() -> None:
    """Its second head says so."""
    first, second, third = staged(1, 1, 1).steps
    runs = runs_of([first, second, third], 10)
    assert [run.continued for run in runs] == [False, False, False]
    again = runs_of([first, second, first], 10)
    assert [run.continued for run in again] == [False, False, True]


@given(st.lists(st.integers(1, 9), min_size=1, max_size=9), st.integers(1140, 1700))
def test_no_other_cut_is_better(stages: list[int], width: int) -> None:
    """Fewest bands, then the smallest widest one, then the smallest sum of squares."""
    runs = runs_of(staged(*stages).steps, capacity(width))
    bands = [[len(run.steps) for run in band] for band in cut(runs, width)]
    lengths = [len(run.steps) for run in runs]
    assert [length for band in bands for length in band] == lengths
    assert all(_fits(band, width) for band in bands)
    assert _worth(bands) == min(_worth(other) for other in _cuts(lengths, width))


def _cuts(lengths: list[int], width: int) -> list[list[list[int]]]:
    found = []
    for bits in range(2 ** (len(lengths) - 1)):
        inner = [n for n in range(1, len(lengths)) if bits >> (n - 1) & 1]
        bands = [lengths[a:b] for a, b in pairwise([0, *inner, len(lengths)])]
        if all(_fits(band, width) for band in bands):
            found.append(bands)
    return found


def _fits(band: list[int], width: int) -> bool:
    return sum(band) <= capacity(width, len(band)) or len(band) == 1


def _worth(bands: list[list[int]]) -> tuple[int, int, int]:
    sizes = [sum(band) for band in bands]
    return len(sizes), max(sizes), sum(size * size for size in sizes)


def test_a_column_stays_between_what_is_readable_and_what_is_wide() -> None:
    """114 pixels at least, 216 at most."""
    assert column_width(1344, 1, 1) == 216
    assert column_width(1344, 10, 2) == 122
    assert column_width(100, 3, 1) == 114
