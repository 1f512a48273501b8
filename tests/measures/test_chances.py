"""How many different things are met: against walks of many people, and by hand."""

from __future__ import annotations

from random import Random
from statistics import mean

import pytest

from carteblanche_journeys.graph import live
from carteblanche_journeys.measures.before import Before
from carteblanche_journeys.measures.chances import Chances, Meeting
from carteblanche_journeys.measures.visits import visits
from carteblanche_journeys.measures.weights import weigh
from carteblanche_journeys.model import Atlas, Journey, Persona
from measures.journeys import Blocks, journey_of
from measures.walks import Walker

ZOE = Persona(name="Zoé")


def chances_of(journey: Journey) -> Chances:
    """How likely things are met on a journey."""
    lived = live(journey, Atlas(), ZOE)
    return Chances(weigh(lived, visits(lived)), Before(lived))


def meetings(journey: Journey, places: dict[str, str]) -> list[Meeting]:
    """What is met where, as likely as each step is lived."""
    lived = live(journey, Atlas(), ZOE)
    weighed = weigh(lived, visits(lived))
    return [
        Meeting(step, thing, weighed.by_step[step].chance)
        for step, thing in places.items()
        if step in weighed.by_step
    ]


STEPS = {
    "a": {"kind": "choice", "next": [{"to": "b", "share": "50 %"}, "c"]},
    "b": {"next": ["d"]},
    "c": {"next": ["d"]},
    "d": {"kind": "choice", "next": [{"to": "e", "share": "40 %"}, "f"]},
    "e": {"next": ["g"]},
    "f": {"next": ["g"]},
    "g": {},
}


@pytest.mark.parametrize(
    ("places", "chance"),
    [
        ("b", 0.5),
        ("bc", 1.0),  # branches exclude each other
        ("be", 0.7),  # two choices, one after the other: 1 - 0.5 x 0.6
        ("bg", 1.0),  # always met in the end
        ("bef", 1.0),
    ],
)
def test_met_at_all(places: str, chance: float) -> None:
    """Branches add up, choices in a row are independent."""
    journey = journey_of(STEPS)
    found = chances_of(journey).ever(meetings(journey, dict.fromkeys(places, "caf")))
    assert found == pytest.approx(chance)


@pytest.mark.parametrize(
    ("places", "chance"),
    [
        ({"b": "x", "c": "y"}, 0.0),
        ({"b": "x", "e": "y"}, 0.2),
        ({"b": "x", "e": "x", "g": "y"}, 0.7),
        ({"b": "x", "g": "y"}, 0.5),
        ({"d": "x", "g": "y"}, 1.0),
        ({"b": "x", "c": "y", "g": "z"}, 1.0),
    ],
)
def test_two_different_things_met(places: dict[str, str], chance: float) -> None:
    """Told on one branch or on the other, not both; told in a row, both."""
    journey = journey_of(STEPS)
    found = chances_of(journey).twice(meetings(journey, places))
    assert found == pytest.approx(chance)


def test_strands_are_both_lived() -> None:
    """What runs in parallel is met by the same person."""
    journey = journey_of({"a": {"next": ["b", "c"]}, "b": {"next": ["d"]}, "c": {}, "d": {}})
    assert chances_of(journey).twice(meetings(journey, {"b": "x", "c": "y"})) == 1


def test_a_loop_meets_its_counter_once() -> None:
    """However often one comes back."""
    journey = journey_of(
        {
            "a": {},
            "b": {"kind": "choice", "next": [{"to": "a", "back": True, "share": "60 %"}, "c"]},
            "c": {},
        }
    )
    assert chances_of(journey).ever(meetings(journey, {"a": "x"})) == pytest.approx(1)


@pytest.mark.parametrize("seed", range(24))
def test_as_many_are_met_as_walks_meet(seed: int) -> None:
    """On random journeys of blocks, three thousand walks meet as many different counters."""
    journey = Blocks(seed, most=16, plain=True).journey()
    random = Random(seed)
    places = {name: random.choice("xyz") for name in journey.steps if random.random() < 0.6}
    walker = Walker(journey, Atlas(), ZOE, Random(seed), None, True)
    counted: list[int] = []
    for _ in range(3000):
        walker.go()
        counted.append(len({thing for step, thing in places.items() if walker.visits[step]}))
    by_thing = {
        thing: meetings(journey, {s: t for s, t in places.items() if t == thing})
        for thing in sorted(set(places.values()))
    }
    chances = chances_of(journey)
    found = sum(chances.ever(one) for one in by_thing.values() if one)
    assert found == pytest.approx(mean(counted), abs=0.12)
    every = meetings(journey, places)
    twice = chances.twice(every) if every else 0.0
    assert twice == pytest.approx(mean(n > 1 for n in counted), abs=0.12)
