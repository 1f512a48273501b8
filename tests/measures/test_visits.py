"""Expected visits: worked out by hand, and against people who walk one by one."""

from __future__ import annotations

from math import sqrt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carteblanche_journeys.graph import live
from carteblanche_journeys.measures.shares import share_of, ways_taken
from carteblanche_journeys.measures.visits import Visits, visits
from carteblanche_journeys.model import Journey, Persona
from measures.journeys import ATLAS, TRAITS, Blocks, journey_of, thrown
from measures.walks import wander

DONE = {"kind": "outcome", "result": "done"}


def visited(
    steps: dict[str, dict[str, Any]], *, defaults: bool = True, online: int = 2, **traits: Any
) -> Visits:
    """The expected visits of an invented journey, by a persona with these traits."""
    persona = Persona(name="Zoé", traits=traits, people=[{"role": "elle", "online": online}])
    return visits(live(journey_of(steps), ATLAS, persona), defaults=defaults)


def x(steps: dict[str, dict[str, Any]], **traits: Any) -> dict[str, float]:
    """Expected visits by step, rounded."""
    return {name: round(value, 9) for name, value in visited(steps, **traits).expected.items()}


# ------------------------------------------------------------------ by hand


def test_each_step_of_a_row_is_visited_once() -> None:
    """Steps that follow each other are each visited once."""
    assert x({"a": {}, "b": {}, "c": {}}) == {"a": 1, "b": 1, "c": 1}


def test_a_choice_shares_people_out_and_gathers_them_again() -> None:
    """Each branch is visited by its share, one branch without share takes the rest."""
    steps = {
        "a": {
            "kind": "choice",
            "next": [{"to": "b", "share": 0.2}, "c", {"to": "d", "share": 0.5}],
        },
        "b": {"next": "e"},
        "c": {"next": "e"},
        "d": {"next": "e"},
        "e": {},
    }
    assert x(steps) == {"a": 1, "b": 0.2, "c": 0.3, "d": 0.5, "e": 1}


def test_strands_that_meet_are_not_added_up() -> None:
    """A step where all strands of a split meet is visited once, not once for each strand."""
    steps = {"a": {"next": ["b", "c"]}, "b": {"next": "d"}, "c": {"next": "d"}, "d": {}}
    assert x(steps) == {"a": 1, "b": 1, "c": 1, "d": 1}


def test_going_back_makes_more_rounds() -> None:
    """When one in five goes back, the steps between are visited 1 / 0.8 times, the next once."""
    steps = {
        "a": {},
        "b": {"kind": "choice", "next": [{"to": "a", "back": True, "share": 0.2}, "c"]},
        "c": {},
    }
    assert x(steps) == {"a": 1.25, "b": 1.25, "c": 1}
    assert visited(steps).returns == {"a": 0.2}


def test_a_loop_in_a_loop_multiplies() -> None:
    """The inner loop is gone through twice in each of two rounds of the outer one."""
    steps = {
        "a": {},
        "b": {},
        "c": {"kind": "choice", "next": [{"to": "b", "back": True, "share": 0.5}, "d"]},
        "d": {"kind": "choice", "next": [{"to": "a", "back": True, "share": 0.5}, "e"]},
        "e": {},
    }
    assert x(steps) == {"a": 2, "b": 4, "c": 4, "d": 2, "e": 1}


def test_two_ways_back_to_one_step_are_one_loop() -> None:
    """Of ten people one goes back at once, and two of the nine others later on."""
    steps = {
        "a": {},
        "b": {"kind": "choice", "next": [{"to": "a", "back": True, "share": 0.1}, "c"]},
        "c": {"kind": "choice", "next": [{"to": "a", "back": True, "share": 2 / 9}, "d"]},
        "d": {},
    }
    assert x(steps)["a"] == round(1 / 0.7, 9)
    assert x(steps)["d"] == 1


def test_strands_inside_a_loop_meet_in_each_round() -> None:
    """Strands that meet again before the way back are repeated as one."""
    steps = {
        "a": {"next": ["b", "c"]},
        "b": {"next": "d"},
        "c": {"next": "d"},
        "d": {"join": "all"},
        "e": {"kind": "choice", "next": [{"to": "a", "back": True, "share": 0.5}, "f"]},
        "f": {},
    }
    assert x(steps) == {"a": 2, "b": 2, "c": 2, "d": 2, "e": 2, "f": 1}


def test_a_loop_in_one_of_two_strands_does_not_touch_the_other() -> None:
    """One strand repeats, the other does not, and they meet once."""
    steps = {
        "a": {"next": ["b", "d"]},
        "b": {},
        "c": {"kind": "choice", "next": [{"to": "b", "back": True, "share": 0.75}, "e"]},
        "d": {"next": "e"},
        "e": {"join": "all"},
    }
    assert x(steps) == {"a": 1, "b": 4, "c": 4, "d": 1, "e": 1}


def test_a_notice_sent_in_each_round_counts_each_time() -> None:
    """What leaves a loop beside is visited in every round, what follows the loop once."""
    steps = {
        "a": {"next": ["avis", "b"]},
        "avis": {"ends": True},
        "b": {"kind": "choice", "next": [{"to": "a", "back": True, "share": 0.5}, "c"]},
        "c": {},
    }
    assert x(steps) == {"a": 2, "avis": 2, "b": 2, "c": 1}


@pytest.mark.parametrize(
    ("join", "expected"), [("any", 1 - 0.4 * 0.3), ("all", 0.6 * 0.7)], ids=["any", "all"]
)
def test_strands_that_may_miss_the_join_are_gone_through(join: str, expected: float) -> None:
    """Where each strand may end elsewhere, a step starts for those whom enough strands bring."""
    steps = {
        "a": {"next": ["b", "c"]},
        "b": {"kind": "choice", "next": [{"to": "d", "share": 0.6}, "fin"]},
        "c": {"kind": "choice", "next": [{"to": "d", "share": 0.7}, "fin"]},
        "fin": {"ends": True, "next": []},
        "d": {"join": join},
    }
    assert x(steps)["d"] == round(expected, 9)


def test_what_strands_share_is_not_taken_for_independent() -> None:
    """A choice before two strands touches both: they arrive together or not at all."""
    steps = {
        "a": {"next": ["b", "z"]},
        "b": {"kind": "choice", "next": [{"to": "c", "share": 0.5}, "fin"]},
        "c": {"next": ["d", "e"]},
        "d": {"next": "f"},
        "e": {"next": "f"},
        "z": {"kind": "choice", "next": [{"to": "f", "share": 0.1}, "fin"]},
        "fin": {"ends": True, "next": []},
        "f": {},
    }
    assert x(steps)["f"] == round(1 - 0.5 * 0.9, 9)


def test_the_last_round_decides_where_a_strand_leaves_a_loop() -> None:
    """Who is refused in one round and comes back may still be accepted in another."""
    steps = {
        "a": {"next": ["b", "z"]},
        "b": {},
        "c": {
            "kind": "choice",
            "next": [{"to": "b", "back": True, "share": 0.5}, {"to": "d", "share": 0.3}, "fin"],
        },
        "z": {"kind": "choice", "next": [{"to": "d", "share": 0.5}, "fin"]},
        "fin": {"ends": True, "next": []},
        "d": {"join": "all"},
    }
    assert x(steps)["d"] == round(0.6 * 0.5, 9)


# ------------------------------------------------------------------ shares and conditions


CHOICE = {
    "a": {
        "kind": "choice",
        "next": [
            {"to": "b", "when": {"t": True}, "share": 0.3},
            {"to": "c", "share": 0.5},
            {"to": "d", "share": 0.2},
        ],
    },
    "b": {"next": []},
    "c": {"next": []},
    "d": {"next": []},
}


def test_a_condition_settles_a_choice_and_shares_settle_the_rest() -> None:
    """Who meets the condition goes that way, who does not is shared among the others."""
    assert x(CHOICE, t=True) == {"a": 1, "b": 1}
    assert x(CHOICE, t=False) == {"a": 1, "c": round(5 / 7, 9), "d": round(2 / 7, 9)}
    assert x(CHOICE) == {"a": 1, "b": 0.3, "c": 0.5, "d": 0.2}


def test_a_branch_sure_to_be_open_takes_what_unsure_ones_before_leave() -> None:
    """The first branch whose condition holds: those before of which nothing is known come first."""
    steps = {
        "a": {
            "kind": "choice",
            "next": [
                {"to": "b", "when": {"u": True}, "share": 0.25},
                {"to": "c", "when": {"t": True}, "share": 0.25},
                {"to": "d", "share": 0.5},
            ],
        },
        "b": {"next": []},
        "c": {"next": []},
        "d": {"next": []},
    }
    assert x(steps, t=True) == {"a": 1, "b": 0.25, "c": 0.75}


def test_a_share_beside_others_is_independent_of_them() -> None:
    """Links after an action run beside each other, each for its own share of people."""
    steps = {
        "a": {"next": ["b", {"to": "c", "share": 0.4}, {"to": "d", "share": 0.7}]},
        "b": {"next": "e"},
        "c": {"next": "e"},
        "d": {"next": "e"},
        "e": {"join": "all"},
    }
    assert x(steps) == {"a": 1, "b": 1, "c": 0.4, "d": 0.7, "e": 1}


def test_a_strand_that_does_not_exist_keeps_nobody_waiting() -> None:
    """A step that waits for all strands waits for those that exist for the person."""
    steps = {
        "a": {"next": [{"to": "b", "share": 0.5}, {"to": "c", "share": 0.5}]},
        "b": {"next": "d"},
        "c": {"next": "d"},
        "d": {"join": "all"},
    }
    assert x(steps)["d"] == 0.75


def test_a_link_taken_in_any_case_leaves_the_shares_alone() -> None:
    """The mairie is told whatever the choice, beside the branch that is chosen."""
    steps = {
        "a": {
            "kind": "choice",
            "next": [{"to": "b", "share": 0.1}, "c", {"to": "m", "always": True}],
        },
        "b": {"next": []},
        "c": {"next": []},
        "m": {"ends": True},
    }
    assert x(steps) == {"a": 1, "b": 0.1, "c": 0.9, "m": 1}


def test_shares_that_nobody_knows_are_equal_or_cannot_be_said() -> None:
    """By default branches without any share are equal; else only what surely follows is said."""
    steps = {
        "a": {"kind": "choice", "next": ["b", "c"]},
        "b": {"next": "d"},
        "c": {"next": "d"},
        "d": {},
    }
    assert x(steps) == {"a": 1, "b": 0.5, "c": 0.5, "d": 1}
    assert visited(steps).unsettled == ("a",)
    strict = visited(steps, defaults=False)
    assert dict(strict.expected) == {"a": 1, "d": 1}
    assert strict.at("b") is None
    assert dict(strict.taken) == {}


def test_a_condition_that_the_persona_does_not_speak_of_is_assumed_to_hold() -> None:
    """Where neither persona nor share say, a strand or step applies, and that is told."""
    steps = {
        "a": {"next": ["b", {"to": "c", "when": {"t": True}}]},
        "b": {"next": "d", "when": {"u": True}},
        "c": {"next": "d"},
        "d": {},
    }
    assert visited(steps).assumed == ("a->c", "b")
    assert visited(steps, t=True, u=True).assumed == ()


def test_nobody_gives_up_on_this_walk() -> None:
    """The way out of who gives up has no share: the others go on as if it were not there."""
    steps = {
        "a": {"kind": "choice", "next": ["b", "non"]},
        "b": {},
        "c": {"next": ["d", "non"]},
        "d": DONE,
        "non": {"kind": "outcome", "result": "gave-up"},
    }
    assert x(steps) == {"a": 1, "b": 1, "c": 1, "d": 1, "non": 0}


def test_what_lies_behind_a_closed_step_is_not_lived() -> None:
    """People sent to a counter that is online only go no further, and are not sent elsewhere."""
    steps = {
        "a": {"kind": "choice", "next": [{"to": "b", "share": 0.3}, "c"]},
        "b": {"at": "en-ligne", "next": "d"},
        "c": {"next": "d"},
        "d": {},
    }
    assert x(steps, online=0) == {"a": 1, "c": 0.7, "d": 0.7}
    assert visited(steps, online=0).at("b") == 0
    assert x(steps, online=3)["d"] == 1


def test_ways_with_shares_settle_the_links_that_follow_them() -> None:
    """After a step lived by one of two ways, each link holds for those who took its way."""
    steps = {
        "a": {
            "ways": [{"counter": "accueil", "share": 0.6}, {"counter": "guichet", "share": 0.4}],
            "next": [{"to": "b", "way": "accueil"}, {"to": "c", "way": "guichet"}, "m"],
        },
        "b": {"next": "d"},
        "c": {"next": "d"},
        "m": {"ends": True},
        "d": {},
    }
    assert x(steps) == {"a": 1, "b": 0.6, "c": 0.4, "m": 1, "d": 1}


def test_those_whom_a_step_does_not_concern_come_to_it_and_pass_by() -> None:
    """A share on a step changes whom it concerns, not how often one comes to it."""
    made = live(journey_of({"a": {"share": 0.2}, "b": {}}), ATLAS, Persona(name="Zoé"))
    assert dict(visits(made).expected) == {"a": 1, "b": 1}
    assert share_of(made.steps["a"]) == 0.2
    steps = {"a": {"when": {"t": True}, "share": 0.2}}
    lives = {
        told: live(journey_of(steps), ATLAS, Persona(name="Zoé", traits=traits)).steps["a"]
        for told, traits in {"yes": {"t": True}, "no": {"t": False}, "silent": {}}.items()
    }
    assert {told: share_of(one) for told, one in lives.items()} == {
        "yes": 1,
        "no": 0,
        "silent": 0.2,
    }


def test_a_way_without_share_takes_the_rest() -> None:
    """Of ways with shares beside it, one without takes what they leave, among those open."""
    ways = [{"counter": "en-ligne", "share": 0.5}, {"counter": "accueil", "share": 0.2}, "guichet"]
    steps = {"a": {"ways": ways}}
    for online, expected in ((3, [0.5, 0.2, 0.3]), (0, [0.4, 0.6])):
        persona = Persona(name="Zoé", people=[{"role": "elle", "online": online}])
        made = live(journey_of(steps), ATLAS, persona)
        shares = [share for _, share in ways_taken(made.steps["a"], made)]
        assert shares == pytest.approx(expected)


def test_a_strand_that_never_comes_stops_those_whom_no_other_branch_brings() -> None:
    """Below a branch that opens two strands of which one never comes, nobody goes further."""
    steps = {
        "a": {"kind": "choice", "next": [{"to": "b", "share": 0.3}, "c"]},
        "b": {"next": ["d", "e"]},
        "c": {"next": "f"},
        "d": {"next": "f"},
        "e": {"kind": "choice", "next": [{"to": "z", "when": {"t": False}}, "f"]},
        "z": {"kind": "outcome", "result": "refused"},
        "f": {"join": "all"},
    }
    assert x(steps, t=False)["f"] == 0.7
    assert x(steps, t=True)["f"] == 1


# ------------------------------------------------------------------ structural faults


@pytest.mark.parametrize(
    ("rule", "steps", "said"),
    [
        ("forward-cycle", {"z": {}, "a": {"next": "b"}, "b": {"next": "a"}}, ["z"]),
        (
            "choice-shares",
            {
                "a": {
                    "kind": "choice",
                    "next": [{"to": "b", "share": 0.5}, {"to": "c", "share": 0.2}],
                },
                "b": {"next": "d"},
                "c": {"next": "d"},
                "d": {},
            },
            ["a", "d"],
        ),
        (
            "back-link",
            {"z": {}, "a": {}, "b": {"next": [{"to": "a", "back": True}, "c"]}, "c": {}},
            ["z"],
        ),
        (
            "endless-loop",
            {
                "z": {},
                "a": {},
                "b": {"kind": "choice", "next": [{"to": "a", "back": True, "share": 1}, "c"]},
                "c": {},
            },
            ["z"],
        ),
        (
            "loop-leak",
            {
                "a": {"next": ["b", "d"]},
                "b": {"kind": "choice", "next": [{"to": "a", "back": True, "share": 0.5}, "c"]},
                "c": {"next": "e"},
                "d": {"next": "e"},
                "e": {},
                "f": DONE,
            },
            ["a", "b", "c", "d"],
        ),
        (
            "crowded-event",
            {
                "a": {"next": ["b", "c"]},
                "b": {"next": "d"},
                "c": {"next": "d"},
                "d": {"kind": "event"},
            },
            ["a", "b", "c"],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_structural_fault_withholds_what_it_touches_and_no_more(
    rule: str, steps: dict[str, Any], said: list[str]
) -> None:
    """Numbers that a fault makes meaningless are not given, and the rule is named."""
    found = visited(steps)
    assert found.trouble == (rule,)
    assert list(found.expected) == said


def test_a_choice_with_no_branch_open_is_told() -> None:
    """Whoever comes to a choice that is closed to them is stuck there, and that is trouble."""
    steps = {"a": {"kind": "choice", "next": [{"to": "b", "when": {"t": True}}]}, "b": {}}
    assert visited(steps, t=False).trouble == ("closed-choice",)
    assert visited(steps, t=True).trouble == ()


# ------------------------------------------------------------------ bounds and limits


def many_strands(strands: int, join: str) -> dict[str, dict[str, Any]]:
    """Strands side by side, each of which may miss the join."""
    steps: dict[str, dict[str, Any]] = {"a": {"next": [f"c{n}" for n in range(strands)]}}
    for n in range(strands):
        steps[f"c{n}"] = {"kind": "choice", "next": [{"to": "z", "share": 0.9}, f"e{n}"]}
        steps[f"e{n}"] = {"ends": True}
    steps["z"] = {"join": join}
    steps["fin"] = DONE
    return steps


def test_too_many_combinations_give_bounds_and_say_so() -> None:
    """A join of more strands than can be gone through is bounded, and so is what follows."""
    found = visited(many_strands(16, "all"))
    assert found.expected["z"] == pytest.approx(0.9**16)
    assert found.bounds["z"] == pytest.approx((0, 0.9))
    assert set(found.bounds) == {"z", "fin"}
    few = visited(many_strands(8, "all"))
    assert few.expected["z"] == pytest.approx(0.9**8)
    assert few.bounds == {}


def test_where_any_strand_is_enough_many_strands_stay_exact() -> None:
    """It does not matter which of many strands has come, so that none has to be told apart."""
    found = visited(many_strands(200, "any"))
    assert found.expected["z"] == pytest.approx(1 - 0.1**200)
    assert found.bounds == {}


def test_a_journey_of_two_to_the_sixty_ways_is_swept_at_once() -> None:
    """Sixty choices in a row have more ways through than could be walked, and are exact."""
    steps: dict[str, dict[str, Any]] = {}
    for n in range(60):
        steps[f"c{n}"] = {"kind": "choice", "next": [{"to": f"a{n}", "share": 0.3}, f"b{n}"]}
        steps[f"a{n}"] = {"next": f"c{n + 1}"}
        steps[f"b{n}"] = {"next": f"c{n + 1}"}
    steps["c60"] = DONE
    found = visited(steps)
    assert found.expected["c60"] == 1
    assert found.expected["a59"] == pytest.approx(0.3)


def test_a_loop_of_many_steps_is_no_recursion() -> None:
    """A loop of 3,000 steps, and 800 loops in one another, are swept without running out."""
    wide: dict[str, dict[str, Any]] = {f"s{n}": {} for n in range(3000)}
    wide["c"] = {"kind": "choice", "next": [{"to": "s0", "back": True, "share": 0.5}, "fin"]}
    wide["fin"] = DONE
    assert visited(wide).expected["s2999"] == pytest.approx(2)
    deep: dict[str, dict[str, Any]] = {f"h{n}": {} for n in range(800)}
    for n in reversed(range(800)):
        after = f"c{n - 1}" if n else "fin"
        back = {"to": f"h{n}", "back": True, "share": 0.001}
        deep[f"c{n}"] = {"kind": "choice", "next": [back, after]}
    deep["fin"] = DONE
    assert visited(deep).expected["fin"] == pytest.approx(1)
    assert visited(deep).expected["h799"] == pytest.approx(0.999**-800)


# ------------------------------------------------------------------ against the oracle


def assert_as_walked(made: Journey, persona: Persona, times: int, seed: int) -> bool:
    """Expected visits agree with those of people walking, within five standard errors."""
    lived = live(made, ATLAS, persona)
    found = visits(lived)
    if found.trouble or found.bounds:
        return False
    seen = wander(made, ATLAS, persona, times=times, seed=seed)
    for name in made.steps:
        expected = found.at(name)
        assert expected is not None
        error = max(seen.visits[name].error, sqrt(expected / times), 1e-9)
        assert abs(expected - seen.visits[name].mean) <= 5 * error, (name, expected)
    for link in (passage.id for passage in lived.passages):
        error = max(seen.taken[link].error, sqrt(found.taken[link] / times), 1e-9)
        assert abs(found.taken[link] - seen.taken[link].mean) <= 5 * error, link
    return True


def persona_of(number: int) -> Persona:
    """One of the personas that differ in what they say of themselves."""
    traits = TRAITS[number % len(TRAITS)]
    return Persona(name="Zoé", traits=traits, people=[{"role": "elle", "online": number % 3}])


@pytest.mark.parametrize("seed", range(24))
def test_journeys_of_blocks_agree_with_people_walking(seed: int) -> None:
    """Rows, choices, strands, loops, refusals and notices put into one another are exact."""
    made = Blocks(seed).journey()
    assert assert_as_walked(made, persona_of(seed), 1000, seed)


def test_journeys_thrown_at_random_agree_with_people_walking() -> None:
    """Of links thrown at random, those that make a journey are exact as well."""
    walked = [
        assert_as_walked(thrown(seed), persona_of(seed), 800, seed) for seed in range(1000, 1045)
    ]
    assert sum(walked) >= 25


# ------------------------------------------------------------------ what holds for all


SEEDS = st.integers(0, 10_000)


@settings(max_examples=60, deadline=None)
@given(SEEDS, st.integers(0, 5))
def test_visits_are_never_negative_and_start_at_one(seed: int, number: int) -> None:
    """Whatever the journey, visits are not negative, and who starts, starts once or goes round."""
    made = thrown(seed)
    found = visits(live(made, ATLAS, persona_of(number)))
    assert all(value >= 0 for value in found.expected.values())
    assert all(low <= high for low, high in found.bounds.values())
    if "s0" in found.expected:
        assert found.expected["s0"] >= 1 - 1e-9


@settings(max_examples=40, deadline=None)
@given(SEEDS)
def test_people_on_one_strand_all_end_somewhere(seed: int) -> None:
    """Where nothing runs beside anything, the chances of the ends add up to one."""
    made = _sequential(seed)
    found = visits(live(made, ATLAS, Persona(name="Zoé")))
    ends = [name for name, step in made.steps.items() if step.kind == "outcome"]
    assert sum(found.expected[name] for name in ends) == pytest.approx(1)


def _sequential(seed: int) -> Journey:
    """A journey of rows, choices, loops and refusals, without strands."""
    blocks = Blocks(seed)
    blocks._strands = blocks._choice  # type: ignore[method-assign]
    blocks._side = blocks._early  # type: ignore[method-assign]
    return blocks.journey()


@settings(max_examples=40, deadline=None)
@given(SEEDS, st.randoms(use_true_random=False))
def test_names_and_places_in_the_file_do_not_matter(seed: int, random: Any) -> None:
    """Steps called otherwise, and put in another order below the first, are visited as often."""
    made = thrown(seed)
    first, *rest = made.steps
    random.shuffle(rest)
    new = {name: f"z{number}" for number, name in enumerate([first, *rest])}
    steps = {new[name]: _renamed(made, name, new) for name in [first, *rest]}
    before = visits(live(made, ATLAS, Persona(name="Zoé")))
    after = visits(live(journey_of(steps), ATLAS, Persona(name="Zoé")))
    assert after.trouble == before.trouble
    assert {name: after.at(new[name]) for name in made.steps} == pytest.approx(
        {name: before.at(name) for name in made.steps}
    )


def _renamed(made: Journey, name: str, new: dict[str, str]) -> dict[str, Any]:
    step = made.steps[name].model_dump(exclude_defaults=True)
    following = [
        {**link, "to": new[link["to"]]} for link in step.get("next") or () if link["to"] in new
    ]
    return {**step, "title": name, "next": following}
