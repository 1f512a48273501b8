"""By how much a figure changes from one life to another, worked out on the pair."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carteblanche_journeys.graph import live
from carteblanche_journeys.model import Atlas, Journey, Persona
from carteblanche_journeys.redesigns.comparisons.comparison import Difference
from carteblanche_journeys.redesigns.comparisons.differences import (
    EVERY,
    Account,
    differences,
    spared,
)

Steps = dict[str, dict[str, Any]]
ZOE = Persona(name="Zoé")


def account(steps: Steps, atlas: Atlas | None = None, persona: Persona = ZOE) -> Account:
    """The books of a journey with these steps."""
    full = {name: {"title": name, **step} for name, step in steps.items()}
    return Account(live(Journey(id="x/y", title="X", steps=full), atlas or Atlas(), persona))


def spares(before: Steps, after: Steps, part: str = "minutes", atlas: Atlas | None = None) -> Any:
    """What changes of one part, as low, likely, high; None where it cannot be said."""
    found = spared(account(before, atlas), account(after, atlas))[part]
    return found if found is None else (found.low, found.likely, found.high)


def test_what_both_have_cancels_out_whatever_its_value() -> None:
    """A step that stays adds nothing to the range of the difference."""
    wide = {"a": {"effort": "1..30..600 min"}, "b": {"effort": "10 min"}}
    assert spares(wide, {"a": wide["a"]}) == (-10, -10, -10)


def test_what_goes_and_what_comes_may_both_be_at_their_worst() -> None:
    """The ends are crossed: what goes is at its most where what comes is at its least."""
    assert spares({"a": {"effort": "20..30..60 min"}}, {"a": {"effort": "10..15..40 min"}}) == (
        -50,
        -15,
        20,
    )


def test_a_range_of_the_difference_is_never_the_difference_of_the_ends() -> None:
    """The same range at another step, which is no heir, is another quantity."""
    one, other = {"a": {"effort": "10..15..20 min"}}, {"b": {"effort": "10..15..20 min"}}
    assert spares(one, other) == (-10, 0, 10)


def test_the_same_quantity_less_often_counts_as_often_as_it_goes() -> None:
    """A step that is lived three times instead of once a month for a year spares nine times."""
    assert spares(
        {"a": {"effort": "5..10..20 min", "times": 12}},
        {"a": {"effort": "5..10..20 min", "times": 3}},
    ) == (-180, -90, -45)


def test_a_step_knows_its_heir_by_where_it_comes_from() -> None:
    """Renamed, with its origin, a step keeps its quantities."""
    after = {"z": {"effort": "10..15..20 min", "comes_from": ["a"]}}
    assert spares({"a": {"effort": "10..15..20 min"}}, after) == (0, 0, 0)


def test_a_merged_step_keeps_what_it_has_of_its_origins() -> None:
    """Two steps of one quantity each, merged into one that has it once, spare it once."""
    step = {"effort": "10..15..20 min"}
    after: Steps = {"ab": {**step, "comes_from": ["a", "b"]}}
    assert spares({"a": step, "b": step}, after) == (-20, -15, -10)


def test_what_is_assumed_by_one_rule_is_one_quantity_wherever_it_stands() -> None:
    """Two calls less and one more elsewhere are one call less: nobody says how long a call is."""
    atlas = Atlas(counters={"c": {"name": "C", "owner": "o", "channels": ["phone"]}})
    call = {"at": "c", "fee": "0 EUR"}
    assert spares({"a": call, "b": call}, {"z": {**call, "comes_from": []}}, atlas=atlas) == (
        -30,
        -15,
        -5,
    )


def test_a_piece_is_the_same_wherever_it_is_asked() -> None:
    """A piece got at the first step, and later at the second, costs the same to get."""
    pieces = {"p": {"name": "P", "issuer": "person", "obtain": {"effort": "10..20..90 min"}}}
    atlas = Atlas(evidence=pieces)
    before: Steps = {
        "a": {"asks": ["p"], "effort": "1 min"},
        "b": {"asks": ["p"], "effort": "1 min"},
    }
    after: Steps = {"a": {"effort": "1 min"}, "b": before["b"]}
    # Handing it over once less: 1..2..5 min, assumed.
    assert spares(before, after, atlas=atlas) == (-5, -2, -1)


def test_an_unknown_that_goes_is_not_counted_and_the_figure_is_a_least_one() -> None:
    """A step of unknown price that goes spares at least nothing."""
    before = {"a": {"effort": "5 min"}, "b": {"effort": "5 min", "fee": "3 EUR"}}
    found = spared(account(before), account({"b": before["b"]}))["euros"]
    assert found is not None
    assert (found.low, found.likely, found.high, found.at_least) == (0, 0, 0, True)
    assert found.direction == "same"


def test_an_unknown_that_comes_makes_the_difference_unsaid() -> None:
    """A new step of unknown price, or one whose price is no longer known, cannot be compared."""
    known, unknown = {"effort": "5 min", "fee": "3 EUR"}, {"effort": "5 min"}
    assert spares({"a": known}, {"a": known, "b": unknown}, "euros") is None
    assert spares({"a": known}, {"a": unknown}, "euros") is None


def test_an_unknown_on_both_sides_cancels_out() -> None:
    """What nobody knows before and after, equally often, hides no difference beside it."""
    before = {"a": {"effort": "5 min"}, "b": {"effort": "5 min", "fee": "3 EUR"}}
    after = {"a": {"effort": "5 min"}, "b": {"effort": "5 min", "fee": "1 EUR"}}
    found = spared(account(before), account(after))["euros"]
    assert found is not None
    assert (found.low, found.high, found.at_least) == (-2, -2, False)


def test_a_known_loss_beside_an_unknown_that_goes_is_one_at_most() -> None:
    """Something unknown may spare more than the known that comes costs: a loss at most."""
    before, after = {"a": {"effort": "5 min"}}, {"a": {"effort": "5 min", "fee": "3 EUR"}}
    found = spared(account(before), account(after))["euros"]
    assert found is not None
    assert (found.likely, found.at_least, found.direction) == (3, True, "loses")


def bus() -> tuple[Atlas, Persona]:
    """A town at 30 minutes, and a bus that stops at 7 minutes every 14 days."""
    communes = {name: {"name": name} for name in ("village", "bourg", "arret")}
    times = [
        {"from": "village", "to": "bourg", "mode": "car", "minutes": "30 min"},
        {"from": "village", "to": "arret", "mode": "car", "minutes": "7 min"},
    ]
    counters = {
        "caf": {
            "name": "Caf", "owner": "caf", "channels": ["on-site"],
            "places": [{"commune": "bourg"}],
        },
        "bus": {
            "name": "Bus", "owner": "caf", "channels": ["stop"],
            "places": [{"commune": "arret", "opening": {"every": "14 d"}}],
        },
    }  # fmt: skip
    atlas = Atlas(
        counters=counters,
        organisations={"caf": {"name": "Caf"}},
        actors={"zoe": {"name": "Zoé", "kind": "person"}},
        territory="t",
        territories={"t": {"communes": communes, "times": times}},
    )
    zoe = Persona(name="Zoé", people=[{"role": "zoe", "commune": "village", "car": "own"}])
    return atlas, zoe


def test_a_bus_spares_the_way_and_costs_the_wait() -> None:
    """7 minutes instead of 30, every 14 days: 46 minutes less a round trip, 7 days more."""
    atlas, zoe = bus()
    before = account({"a": {"at": "caf"}}, atlas, zoe)
    after = account({"a": {"at": "bus"}}, atlas, zoe)
    found = spared(before, after)
    assert found["minutes"] == Difference(-46, -46, -46, "min", found["minutes"].status)  # type: ignore[union-attr]
    assert found["days"] == Difference(7, 7, 7, "d", found["days"].status)  # type: ignore[union-attr]


def test_a_wait_of_both_does_not_widen_the_difference_in_days() -> None:
    """A processing time from two weeks to six months stays, whatever it is."""
    long = {"wait": "14..60..180 d"}
    found = spares({"a": {"wait": "3 d"}, "b": long}, {"a": {"wait": "10 d"}, "b": long}, "days")
    assert found == (7, 7, 7)


def test_a_wait_that_goes_spares_as_much_as_it_may_have_lasted() -> None:
    """The difference has the range of the wait."""
    low, likely, high = spares({"a": {"wait": "5..7..10 d"}, "b": {}}, {"b": {}}, "days")
    assert (low, high) == (-10, -5)
    assert low < likely < high


def test_steps_beside_each_other_spare_the_shorter() -> None:
    """What one waited for one after the other is waited for at the same time."""
    before: Steps = {
        "start": {"wait": "0 d"}, "a": {"wait": "10 d"}, "b": {"wait": "30 d"},
        "end": {"kind": "outcome", "result": "done"},
    }  # fmt: skip
    beside: Steps = {
        **before,
        "start": {"wait": "0 d", "next": ["a", "b"]},
        "a": {"wait": "10 d", "next": ["end"]},
    }
    assert spares(before, beside, "days") == (-10, -10, -10)


def test_waits_put_beside_each_other_spare_as_much_as_the_shorter_may_last() -> None:
    """From nothing, if one is over at once, to the most that both may last."""
    end = {"kind": "outcome", "result": "done"}
    one, other = {"wait": "0..10..60 d"}, {"wait": "5..5..30 d"}
    before: Steps = {"start": {"wait": "0 d"}, "a": one, "b": other, "end": end}
    beside: Steps = {
        **before,
        "start": {"wait": "0 d", "next": ["a", "b"]},
        "a": {**one, "next": ["end"]},
    }
    low, likely, high = spares(before, beside, "days")
    assert (low, high) == (-30, 0)
    assert low < likely < high


def test_a_wait_beside_one_that_nobody_knows_may_spare_nothing() -> None:
    """Where an unknown wait may be the longer one, the range of the gain reaches zero."""
    end = {"kind": "outcome", "result": "done"}

    def forked(wait: str) -> Steps:
        return {
            "start": {"wait": "0 d", "next": ["a", "b"]},
            "a": {"wait": wait, "next": ["end"]},
            "b": {"at": "c", "next": ["end"]},
            "end": end,
        }

    assert spares(forked("10 d"), forked("3 d"), "days") == (-7, -7, 0)


def test_an_unknown_wait_that_comes_cannot_be_said() -> None:
    """A new step of which nobody says how long it takes."""
    known = {"a": {"wait": "3 d"}}
    assert spares(known, {**known, "b": {}}, "days") is None


@pytest.mark.parametrize("role", ["person", "relative"])
def test_the_part_of_one_of_the_household_can_be_told_apart(role: str) -> None:
    """What a relative takes over is a loss of theirs, and a gain of the person's."""
    atlas = Atlas(
        actors={
            "mere": {"name": "La mère", "kind": "person"},
            "fille": {"name": "La fille", "kind": "relative"},
        }
    )
    family = Persona(name="Famille", people=[{"role": "mere"}, {"role": "fille"}])
    before = account({"a": {"effort": "20 min"}}, atlas, family)
    after = account({"a": {"effort": "20 min", "actor": "fille"}}, atlas, family)
    found = spared(before, after, role=role)["minutes"]
    assert found is not None
    assert found.likely == (-20 if role == "person" else 20)


def test_all_measures_are_compared_under_the_names_of_measure() -> None:
    """Counts, sums, days and shares, each to-be less as-is."""
    atlas = Atlas(
        organisations={"o": {"name": "O", "kind": "state"}},
        counters={"c": {"name": "C", "owner": "o", "channels": ["phone"]}},
        evidence={"p": {"name": "P", "issuer": "o"}},
    )
    before = account({"a": {"at": "c", "asks": ["p"]}, "b": {"at": "c", "asks": ["p"]}}, atlas)
    found = differences(before, account({"a": {"at": "c", "asks": ["p"]}}, atlas))
    assert list(found) == list(EVERY)
    likely = {name: one and one.likely for name, one in found.items()}
    assert likely["contacts"] == -1
    assert likely["evidence_asked"] == -1
    assert likely["evidence_distinct"] == 0
    assert likely["counters"] == 0
    assert found["fees"] == found["euros"]
    assert found["elapsed_days"] == found["days"]


def test_where_steps_cannot_be_counted_nothing_is_said() -> None:
    """A journey that breaks the rules of the walk has no figures to compare."""
    good = {"a": {"effort": "5 min"}, "b": {"effort": "5 min"}}
    broken = {"a": {"effort": "5 min", "next": ["b"]}, "b": {"effort": "5 min", "next": ["a"]}}
    found = spared(account(good), account(broken))
    assert set(found.values()) == {None}


def test_a_journey_compared_with_itself_differs_in_nothing() -> None:
    """Not even in what nobody can say of it."""
    broken = account({"a": {"effort": "5 min", "next": ["b"]}, "b": {"next": ["a"]}})
    found = differences(broken, broken)
    assert all(one is not None and one.direction == "same" for one in found.values())


# Whatever the values turn out to be ----------------------------------------------------------

RANGES = ["10 min", "5..10..20 min", "0..1..90 min", "30..45..60 min"]
WAITS = ["3 d", "1..2..9 d", "0..10..60 d", "5..5..30 d"]


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Steps, Steps]:
    """A chain of steps with a choice in it, and the same with steps gone, changed, or new."""
    names = [f"s{n}" for n in range(draw(st.integers(2, 6)))]
    before: Steps = {name: _amounts(draw) for name in names}
    after: Steps = {}
    for name in names:
        fate = draw(st.sampled_from(["kept", "kept", "changed", "gone"]))
        if fate != "gone":
            after[name] = before[name] if fate == "kept" else _amounts(draw)
    if draw(st.booleans()) or not after:
        after["neuf"] = {**_amounts(draw), "comes_from": []}
    return _with_choice(before, "s1"), _with_choice(after, "s1")


def _amounts(draw: st.DrawFn) -> dict[str, Any]:
    return {"effort": draw(st.sampled_from(RANGES)), "wait": draw(st.sampled_from(WAITS))}


def _with_choice(steps: Steps, name: str) -> Steps:
    """Nine in ten skip the step after this one, where there is one to skip."""
    ids = list(steps)
    if name not in ids or ids.index(name) + 2 >= len(ids):
        return steps
    ahead = ids[ids.index(name) + 1 :]
    links = [{"to": ahead[0], "share": "10 %"}, {"to": ahead[1], "share": "90 %"}]
    return {**steps, name: {**steps[name], "kind": "choice", "next": links}}


def settled(steps: Steps, values: dict[tuple[str, str], float]) -> Steps:
    """The same where every range is one value: equal on both sides where it is one quantity."""
    found: Steps = {}
    for name, step in steps.items():
        said = {key: step[key] for key in ("effort", "wait")}
        exact = {key: _at(text, values[_key(name, text), key]) for key, text in said.items()}
        found[name] = {**step, **exact}
    return found


def _key(name: str, text: str) -> str:
    return f"{name} {text}"


def _at(text: str, part: float) -> str:
    """A value of a range: its part of the way from the low to the high end."""
    numbers, unit = text.split(" ")
    ends = [float(number) for number in numbers.split("..")]
    return f"{ends[0] + (ends[-1] - ends[0]) * part:.6f} {unit}"


@settings(max_examples=60, deadline=None)
@given(pairs(), st.data())
def test_whatever_the_values_the_difference_lies_within_its_range(
    both: tuple[Steps, Steps], data: st.DataObject
) -> None:
    """With every quantity at any value of its range, the same on both sides where it is one."""
    before, after = both
    asked = {
        (_key(name, step[key]), key)
        for steps in both
        for name, step in steps.items()
        for key in ("effort", "wait")
    }
    values = {one: data.draw(st.sampled_from([0.0, 0.3, 1.0])) for one in sorted(asked)}
    found = spared(account(before), account(after))
    exact = spared(account(settled(before, values)), account(settled(after, values)))
    for part in ("minutes", "days"):
        wide, narrow = found[part], exact[part]
        assert wide is not None
        assert narrow is not None
        assert wide.low - 1e-4 <= narrow.low <= narrow.high <= wide.high + 1e-4
        assert wide.low <= (wide.likely or 0.0) <= wide.high or wide.likely is None


@settings(max_examples=40, deadline=None)
@given(pairs())
def test_there_and_back_is_the_same_with_the_sign_turned(both: tuple[Steps, Steps]) -> None:
    """What one way spares the other costs, where all is known on both sides."""
    before, after = (account(steps) for steps in both)
    there, back = spared(before, after), spared(after, before)
    for part in ("minutes", "days"):
        one, other = there[part], back[part]
        assert one is not None
        assert other is not None
        assert (one.low, one.high) == pytest.approx((-other.high, -other.low))
