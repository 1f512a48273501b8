"""Which sets are alike: the quick way finds what the slow way finds."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from carteblanche_journeys.diagnosis.clues.likeness import alike, likeness

SETS = st.dictionaries(
    st.integers(0, 30), st.frozensets(st.sampled_from("abcdefgh"), max_size=6), max_size=12
)
LEAST = st.sampled_from([0.2, 0.5, 0.6, 0.75, 1.0])


@given(SETS, LEAST)
def test_alike_finds_every_pair_that_is_alike(sets: dict, least: float) -> None:
    """Two sets are in one group exactly if a chain of pairs that are alike joins them."""
    joined = {key: {key} for key in sets}
    for one, other in combinations(sets, 2):
        if likeness(sets[one], sets[other]) >= least:
            union = joined[one] | joined[other]
            for key in union:
                joined[key] = union
    expected = {frozenset(group) for group in joined.values() if len(group) > 1}
    assert {frozenset(group) for group in alike(sets, least)} == expected


@given(SETS)
def test_empty_sets_are_like_nothing(sets: dict) -> None:
    """Nothing asked is no likeness."""
    groups = alike(sets, 0.2)
    assert all(sets[key] for group in groups for key in group)
