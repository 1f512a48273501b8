"""Several things made one: conditions, asks, times and prices, whatever they are."""

from hypothesis import given
from hypothesis import strategies as st

from carteblanche_journeys.model import Ask, Atlas, Quantity, Test, holds
from carteblanche_journeys.model.conditions import Scalar
from carteblanche_journeys.redesigns.rewriting.adding_up import joined_effort, joined_price
from carteblanche_journeys.redesigns.rewriting.asks_joined import facts_of, joined_asks
from carteblanche_journeys.redesigns.rewriting.conditions import both, either

SCALARS: st.SearchStrategy[Scalar] = st.sampled_from([True, False, 1, 2, 3, 4, "shop", "craft"])


@st.composite
def any_test(draw: st.DrawFn) -> Test:
    """Values, ends, or nothing that anybody says."""
    if draw(st.booleans()):
        return Test(values=tuple(draw(st.lists(SCALARS, min_size=1, max_size=3, unique_by=repr))))
    ends = sorted(draw(st.tuples(st.integers(0, 4), st.integers(0, 4))))
    least, most = (draw(st.sampled_from([None, float(end)])) for end in ends)
    return Test(least=least, most=most)


CONDITIONS = st.dictionaries(st.sampled_from("abc"), any_test(), max_size=3)
TRAITS = st.dictionaries(st.sampled_from("abc"), SCALARS, max_size=3)

ATLAS = Atlas(
    evidence={
        "form": {"name": "Form", "kind": "form", "facts": ["name", "income"]},
        "notice": {"name": "Notice", "kind": "proof", "facts": ["income"]},
        "payslip": {"name": "Payslip", "kind": "proof", "facts": ["income", "name"]},
        "card": {"name": "Card", "kind": "proof", "facts": ["name"]},
        "bare": {"name": "Bare", "kind": "proof"},
    }
)
ASKS = st.builds(
    Ask,
    piece=st.sampled_from(sorted(ATLAS.evidence)),
    form=st.sampled_from([None, "seen", "copy", "original"]),
    when=st.sampled_from([{}, {"a": True}]),
)


@given(st.lists(CONDITIONS, min_size=1, max_size=4), TRAITS)
def test_a_common_condition_shuts_nobody_out(
    conditions: list[dict[str, Test]], traits: dict[str, Scalar]
) -> None:
    """Whoever met one of several conditions meets the one that takes their place."""
    if any(holds(one, traits) is True for one in conditions):
        assert holds(either(conditions), traits) is not False


@given(CONDITIONS, CONDITIONS, TRAITS)
def test_two_conditions_at_once_let_nobody_else_in(
    one: dict[str, Test], other: dict[str, Test], traits: dict[str, Scalar]
) -> None:
    """Whoever meets two conditions as one meets each of them, and the other way round."""
    apart = [holds(one, traits), holds(other, traits)]
    if apart == [True, True]:
        assert holds(both(one, other), traits) is not False
    if False in apart:
        assert holds(both(one, other), traits) is not True


@given(st.lists(st.lists(ASKS, max_size=4), min_size=1, max_size=3))
def test_one_filing_asks_each_piece_once_and_proves_all_facts(filings: list[list[Ask]]) -> None:
    """No piece is asked twice, none that nobody asked, and no fact that was asked is missing."""
    joined = joined_asks(filings, ATLAS)
    asked = [ask for filing in filings for ask in filing]
    pieces = [ask.piece for ask in joined]
    assert len(pieces) == len(set(pieces))
    assert set(pieces) <= {ask.piece for ask in asked}
    assert facts_of(joined, ATLAS) == facts_of(asked, ATLAS)


@given(st.lists(st.lists(ASKS, max_size=4), min_size=1, max_size=3))
def test_one_filing_asks_no_form_less(filings: list[list[Ask]]) -> None:
    """A form asked anywhere is still asked, and of everyone of whom it was asked before."""
    joined = {ask.piece: ask for ask in joined_asks(filings, ATLAS)}
    forms = [ask for filing in filings for ask in filing if ask.piece == "form"]
    assert ("form" in joined) == bool(forms)
    if any(not ask.when for ask in forms):
        assert not joined["form"].when


@given(
    st.lists(
        st.tuples(
            st.one_of(st.none(), st.integers(1, 90).map(lambda n: Quantity(value=f"{n} min"))),
            st.frozensets(st.sampled_from("abcd")),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_one_filing_takes_no_less_than_the_longest_and_no_more_than_all(
    filings: list[tuple[Quantity | None, frozenset[str]]],
) -> None:
    """What is known of one filing lies between the longest of them and all of them together."""
    whole = joined_effort(filings)
    known = [effort for effort, _ in filings if effort is not None]
    if whole is not None:
        low, likely, high = whole.minutes
        assert max(one.low for one in known) == low
        assert likely is not None
        assert low <= likely <= high <= sum(one.high for one in known)
    elif known and filings[0][0] is not None:
        assert any(effort is None for effort, _ in filings)


@given(st.lists(st.one_of(st.none(), st.integers(0, 50)), max_size=4))
def test_prices_that_are_known_are_added_up(prices: list[int | None]) -> None:
    """One filing costs what all of them cost together, as far as it is known."""
    said = [None if one is None else Quantity(value=f"{one} EUR") for one in prices]
    whole = joined_price(said)
    known = [one for one in prices if one is not None]
    assert (whole is None) == (not known)
    assert whole is None or whole.likely == sum(known)
