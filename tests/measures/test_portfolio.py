"""Journeys and personas side by side: who carries the most, and what would change it."""

from __future__ import annotations

from typing import Any

import pytest

from carteblanche_journeys.measures import heaviest, measure_lives, portfolio
from carteblanche_journeys.measures.sensitivity import of_journeys, of_personas
from carteblanche_journeys.model import Atlas, Journey


def atlas(journeys: dict[str, dict[str, Any]], **personas: dict[str, Any]) -> Atlas:
    """An invented atlas; each persona is named after its id."""
    named = {name: {"name": name, **one} for name, one in personas.items()}
    made = {name: Journey(id=name, title=name, **one) for name, one in journeys.items()}
    return Atlas(
        traits={"seul": {"type": "bool"}},
        organisations={"caf": {"name": "CAF"}},
        counters={"caf": {"name": "CAF", "owner": "caf", "channels": ["phone"]}},
        personas=named,
        journeys=made,
    )


def steps(*efforts: str) -> dict[str, Any]:
    """A sequence of calls, each with its effort."""
    return {f"s{at}": {"title": "x", "at": "caf", "effort": one} for at, one in enumerate(efforts)}


def test_the_journey_that_takes_most_time_comes_first() -> None:
    """Only as-is journeys are ranked: a wish is no burden."""
    found = portfolio(
        atlas(
            {
                "un/as-is": {"steps": steps("10 min")},
                "deux/as-is": {"steps": steps("1 h", "1 h")},
                "trois/to-be": {"steps": steps("9 h")},
            }
        )
    )
    assert [(one.journey.id, one.time.likely) for one in found] == [
        ("deux/as-is", 120),
        ("un/as-is", 10),
    ]


def test_personas_weigh_as_much_as_they_are_many() -> None:
    """Three in four live alone and do it all; the fourth skips a step."""
    alone = {"title": "y", "at": "caf", "effort": "40 min", "when": {"seul": True}}
    journey = {"steps": {**steps("20 min"), "t": alone}, "personas": ["a", "b"]}
    made = atlas(
        {"un/as-is": journey},
        a={"traits": {"seul": True}, "share": "75 %"},
        b={"traits": {"seul": False}, "share": "25 %"},
    )
    (ranked,) = portfolio(made)
    assert (ranked.time.likely, ranked.even) == (50, False)


def test_personas_without_shares_weigh_alike_and_it_is_said() -> None:
    """Equal weights stand in: status default."""
    alone = {"title": "y", "at": "caf", "effort": "40 min", "when": {"seul": True}}
    journey = {"steps": {**steps("20 min"), "t": alone}, "personas": ["a", "b"]}
    made = atlas({"un/as-is": journey}, a={"traits": {"seul": True}}, b={"traits": {"seul": False}})
    (ranked,) = portfolio(made)
    assert (ranked.time.likely, ranked.even, ranked.time.status) == (40, True, "default")


def test_hours_a_year_need_a_volume() -> None:
    """600 people a year, half an hour each: 300 hours; without a number of people, nothing."""
    first, second = portfolio(
        atlas(
            {
                "un/as-is": {"steps": steps("30 min"), "volume": 600},
                "deux/as-is": {"steps": steps("10 min")},
            }
        )
    )
    assert first.hours_a_year is not None
    assert (first.hours_a_year.likely, first.hours_a_year.unit) == (300, "h")
    assert second.hours_a_year is None


def test_who_carries_the_most_is_settled_scenario_by_scenario() -> None:
    """Longer at low, likely and high is settled; where the ends cross it is not."""
    sure = {"title": "y", "at": "caf", "effort": "5..10..15 min", "when": {"seul": True}}
    journey = {"steps": {**steps("30..40..50 min"), "t": sure}, "personas": ["a", "b"]}
    people = {"a": {"traits": {"seul": False}}, "b": {"traits": {"seul": True}}}
    found = heaviest(measure_lives(atlas({"u/as-is": journey}, **people)["u/as-is"],
                                   atlas({"u/as-is": journey}, **people)))  # fmt: skip
    assert found is not None
    assert (found[0].persona, found[1]) == ("b", True)
    journey["steps"]["u"] = {
        "title": "z", "at": "caf", "effort": "0..5..60 min", "when": {"seul": False},
    }  # fmt: skip
    made = atlas({"u/as-is": journey}, **people)
    crossed = heaviest(measure_lives(made["u/as-is"], made))
    assert crossed is not None
    assert (crossed[0].persona, crossed[1]) == ("b", False)


def _rivals(status: str) -> Atlas:
    alone = {"title": "y", "at": "caf", "when": {"seul": True}}
    alone["effort"] = {"value": "5..20..60 min", "status": status}
    other = {"title": "z", "at": "caf", "effort": "30 min", "when": {"seul": False}}
    journey = {"steps": {"yy": alone, "z": other}, "personas": ["a", "b"]}
    return atlas({"u/as-is": journey}, a={"traits": {"seul": True}}, b={"traits": {"seul": False}})


def test_an_assumed_figure_that_would_change_the_ranking_is_named() -> None:
    """At its high, it makes the other persona the one who carries the most."""
    made = _rivals("assumed")
    found = of_personas(made["u/as-is"], made)
    (swing,) = found.swings
    assert (swing.before, swing.after, swing.end) == (("b", "a"), ("a", "b"), "high")
    assert swing.changes_first
    assert not isinstance(swing.figure, str)
    assert (swing.figure.step, swing.figure.field) == ("yy", "effort")


def test_a_published_figure_is_not_moved() -> None:
    """It is known, whatever its range."""
    made = _rivals("published")
    assert of_personas(made["u/as-is"], made).swings == ()


def test_an_assumed_share_moves_with_the_rest_of_its_choice() -> None:
    """The branches stay a whole, and the journeys change places."""
    choice = {
        "title": "?", "kind": "choice", "status": "assumed",
        "next": [{"to": "yy", "share": "10..20..90 %"}, {"to": "z", "share": "80 %"}],
    }  # fmt: skip
    branches = {
        "c": choice,
        "yy": {"title": "y", "at": "caf", "effort": "100 min", "next": []},
        "z": {"title": "z", "kind": "outcome", "result": "done"},
    }
    made = atlas({"un/as-is": {"steps": branches}, "deux/as-is": {"steps": steps("50 min")}})
    found = of_journeys(made)
    assert [(s.before, s.after, s.end) for s in found.swings if not isinstance(s.figure, str)] == [
        (("deux/as-is", "un/as-is"), ("un/as-is", "deux/as-is"), "high")
    ]


def test_an_assumed_parameter_is_moved_too() -> None:
    """A call of unknown length against a letter of a quarter of an hour."""
    call = {"title": "y", "ways": [{"counter": "caf", "channel": "phone"}], "when": {"seul": True}}
    other = {"title": "z", "at": "caf", "effort": "20 min", "when": {"seul": False}}
    journey = {"steps": {"yy": call, "z": other}, "personas": ["a", "b"]}
    made = atlas({"u/as-is": journey}, a={"traits": {"seul": True}}, b={"traits": {"seul": False}})
    found = of_personas(made["u/as-is"], made)
    assert [(swing.figure, swing.end) for swing in found.swings] == [("phone_call", "high")]
    assert found.moved > 1


@pytest.mark.parametrize("count", [0, 1])
def test_a_portfolio_may_be_empty_or_of_one(count: int) -> None:
    """Nothing to compare is no failure."""
    made = atlas({f"j{n}/as-is": {"steps": steps("10 min")} for n in range(count)})
    assert len(portfolio(made)) == count
    assert of_journeys(made).swings == ()


def test_a_choice_that_nobody_settles_is_an_assumption_too() -> None:
    """Its branches are taken for equal; each is tried from nobody to everybody."""
    branches = {
        "c": {"title": "?", "kind": "choice", "next": ["yy", "z", "non"]},
        "yy": {"title": "y", "at": "caf", "effort": "120 min", "next": []},
        "z": {"title": "z", "kind": "outcome", "result": "done"},
        "non": {"title": "n", "kind": "outcome", "result": "gave-up"},
    }
    made = atlas({"un/as-is": {"steps": branches}, "deux/as-is": {"steps": steps("50 min")}})
    (swing,) = of_journeys(made).swings
    assert (swing.before[0], swing.after[0], swing.end) == ("un/as-is", "deux/as-is", "low")
