"""Routes, loops and strands: what can follow what, again and again, or beside it."""

from __future__ import annotations

from itertools import combinations
from random import Random
from typing import Any

import networkx as nx
import pytest

from carteblanche_journeys.graph import (
    ENTRY,
    Passage,
    Routes,
    Strands,
    all_routes,
    leaks,
    live,
    loops,
    network,
)
from carteblanche_journeys.model import Atlas, Journey, Persona


def journey(**steps: dict[str, Any]) -> Journey:
    """An invented journey."""
    titled: Any = {name: {"title": name, **step} for name, step in steps.items()}
    return Journey(id="essai/as-is", title="Essai", steps=titled)


def routes_of(made: Journey) -> Routes:
    """The routes of an invented journey."""
    return all_routes(network(made))


def strands_into(made: Journey, step: str) -> list[list[str]]:
    """The strands that meet at a step, by the steps their links leave."""
    found = Strands(routes_of(made), made.steps).strands(step)
    return [[passage.source for passage in strand] for strand in found]


def thrown(seed: int, size: int = 9) -> Journey:
    """A journey of forward links thrown at random."""
    random = Random(seed)
    names = [f"s{n}" for n in range(size)]
    steps: dict[str, dict[str, Any]] = {}
    for at, name in enumerate(names):
        below = names[at + 1 : at + 4]
        out = random.sample(below, min(len(below), random.choice([1, 2, 2])))
        steps[name] = {
            "kind": random.choice(["action", "choice"]),
            "next": [{"to": to} for to in out],
        }
        if steps[name]["kind"] == "choice" and random.random() < 0.3 and len(out) > 1:
            steps[name]["next"][0]["always"] = True
    return journey(**steps)


def walks(made: Journey) -> list[frozenset[str]]:
    """Every set of links that one person may take, each way of choosing tried out."""
    routes = routes_of(made)
    runs: list[tuple[frozenset[str], frozenset[str]]] = [(frozenset({"s0"}), frozenset())]
    for name in routes.order[1:]:
        runs = [after for run in runs for after in _further(name, run, made, routes)]
    return [taken for _, taken in runs]


def _further(
    name: str, run: tuple[frozenset[str], frozenset[str]], made: Journey, routes: Routes
) -> list[tuple[frozenset[str], frozenset[str]]]:
    reached, taken = run
    out = routes.out[name]
    if name not in reached or not out:
        return [run]
    always = [p for p in out if p.link.always or made.steps[name].kind != "choice"]
    branches: list[Passage | None] = [p for p in out if p not in always] or [None]
    found = []
    for branch in branches:
        chosen = [*always, branch] if branch is not None else always
        found.append((reached | {p.target for p in chosen}, taken | {p.id for p in chosen}))
    return found


@pytest.mark.parametrize("seed", range(40))
def test_two_links_go_together_where_some_walk_takes_both(seed: int) -> None:
    """Links into one step may both be taken exactly where some way of choosing takes both."""
    made = thrown(seed)
    routes = routes_of(made)
    strands = Strands(routes, made.steps)
    every = walks(made)
    for name in routes.order:
        for one, other in combinations(routes.into[name], 2):
            seen = any({one.id, other.id} <= taken for taken in every)
            assert strands.together(one, other) is seen, (one.id, other.id)
            assert strands.together(other, one) is seen


@pytest.mark.parametrize("seed", range(40))
def test_the_nearest_step_that_all_pass_is_the_dominator(seed: int) -> None:
    """The step that every way passes is the one that the dominator tree of networkx gives."""
    made = thrown(seed, 14)
    routes = routes_of(made)
    graph = nx.DiGraph(
        (passage.source, passage.target) for name in routes.order for passage in routes.into[name]
    )
    expected = nx.immediate_dominators(graph, ENTRY)
    assert dict(routes.nearest) == {n: d for n, d in expected.items() if n != ENTRY}
    for one, other in combinations(routes.order, 2):
        above = other
        while above not in (one, ENTRY):
            above = routes.nearest[above]
        assert routes.passes(one, other) is (above == one)


def test_branches_that_exclude_each_other_are_one_strand() -> None:
    """Of three links into a step, two branches of one choice count as one strand."""
    made = journey(
        a={"next": ["b", "e"]},
        b={"kind": "choice", "next": ["c", "d"]},
        c={"next": "f"},
        d={"next": "f"},
        e={"next": "f"},
        f={},
    )
    assert strands_into(made, "f") == [["c", "d"], ["e"]]


def test_a_link_taken_in_any_case_goes_with_each_branch() -> None:
    """What always follows a choice runs beside the branch that is chosen."""
    made = journey(
        a={"kind": "choice", "next": ["b", "c", {"to": "d", "always": True}]},
        b={"next": "e"},
        c={"next": "e"},
        d={"next": "e"},
        e={},
    )
    assert strands_into(made, "e") == [["b", "c"], ["d"]]


def test_links_after_different_ways_exclude_each_other() -> None:
    """Nobody lives one step by two ways."""
    made = journey(
        a={"next": [{"to": "b", "way": "post"}, {"to": "c", "way": "phone"}]},
        b={"next": "d"},
        c={"next": "d"},
        d={},
    )
    assert strands_into(made, "d") == [["b", "c"]]


NESTED = journey(
    a={},
    b={},
    c={"kind": "choice", "next": [{"to": "b", "back": True}, "d"]},
    d={"kind": "choice", "next": [{"to": "a", "back": True}, "e"]},
    e={},
)


def test_loops_lie_in_one_another() -> None:
    """Each loop is named by the step it goes back to, and knows the loop around it."""
    found = loops(routes_of(NESTED))
    assert dict(found.around) == {"b": "a", "a": ""}
    assert {name: found.inside[name] for name in "abcde"} == {
        "a": "a",
        "b": "b",
        "c": "b",
        "d": "a",
        "e": "",
    }
    assert (found.level("b"), found.level("c"), found.level("a")) == ("a", "b", "")
    assert found.holds("a", "c")
    assert not found.holds("b", "d")


def test_a_link_may_leave_several_loops_at_once() -> None:
    """A branch out of the inner loop that leads past the outer one leaves both."""
    made = journey(
        a={},
        b={},
        c={"kind": "choice", "next": [{"to": "b", "back": True}, "d", "e"]},
        d={"kind": "choice", "next": [{"to": "a", "back": True}, "e"]},
        e={},
    )
    routes = routes_of(made)
    leaving = {p.source: loops(routes).left(p) for p in routes.into["e"]}
    assert leaving == {"c": ("b", "a"), "d": ("a",)}


def test_a_link_back_to_where_some_have_not_been_makes_no_loop() -> None:
    """A way back to a step that one may have gone around is kept apart."""
    made = journey(
        a={"kind": "choice", "next": ["b", "c"]},
        b={"next": "c"},
        c={"kind": "choice", "next": [{"to": "b", "back": True}, "d"]},
        d={},
    )
    found = loops(routes_of(made))
    assert [passage.id for passage in found.stray] == ["c->b"]
    assert dict(found.returns) == {}


def test_strands_of_one_round_that_meet_outside_are_a_leak() -> None:
    """A strand opened in a loop leaks where it meets, outside, one that went through the loop."""
    made = journey(
        a={"next": ["b", "d"]},
        b={"kind": "choice", "next": [{"to": "a", "back": True}, "c"]},
        c={"next": "e"},
        d={"next": "e"},
        e={},
    )
    routes = routes_of(made)
    (leak,) = leaks(routes, loops(routes), made.steps)
    assert (leak.loop, leak.step, [p.id for p in leak.exits]) == ("a", "e", ["a->d", "b->c"])


def test_steps_after_a_circle_are_on_no_route() -> None:
    """A circle of forward links, and all that follows it, has no place in the order."""
    made = journey(z={"next": ["a", "d"]}, a={"next": "b"}, b={"next": ["a", "c"]}, c={}, d={})
    assert set(routes_of(made).order) == {ENTRY, "z"}


def test_what_nothing_leads_to_keeps_nobody_from_the_rest() -> None:
    """Links out of a step that nobody comes to do not count."""
    made = journey(a={"next": "c"}, b={"next": "c"}, c={})
    assert routes_of(made).order == (ENTRY, "a", "c")


def lived(made: Journey, **traits: Any) -> list[str]:
    """The steps that a persona with these traits lives."""
    return list(live(made, Atlas(), Persona(name="Zoé", traits=traits)).steps)


def test_nobody_waits_for_a_strand_that_does_not_exist() -> None:
    """A strand that a condition shuts from its first link on is not waited for, however long."""
    made = journey(
        a={"next": [{"to": "b", "when": {"t": True}}, "d"]},
        b={},
        c={"next": "e"},
        d={"next": "e"},
        e={"join": "all"},
    )
    assert lived(made, t=False) == ["a", "d", "e"]
    assert lived(made, t=True) == ["a", "b", "c", "d", "e"]


def test_a_strand_that_a_choice_ends_is_waited_for_in_vain() -> None:
    """Where a choice is settled the other way, its strand is missed, and so is the join."""
    made = journey(
        a={"next": ["b", "d"]},
        b={"kind": "choice", "next": [{"to": "c", "when": {"t": True}}, "z"]},
        c={"next": "e"},
        d={"next": "e"},
        e={"join": "all"},
        z={"kind": "outcome", "result": "refused"},
    )
    assert "e" in lived(made, t=True)
    assert "e" not in lived(made, t=False)


def test_a_branch_replaces_only_strands_that_exclude_it() -> None:
    """A split below one branch sends two strands to the join, of which one cannot replace the
    other; the other branch replaces both.
    """
    steps: dict[str, dict[str, Any]] = {
        "a": {"kind": "choice", "next": ["b", "c"]},
        "b": {"next": ["d", "e"]},
        "c": {"next": "f"},
        "d": {"next": "f"},
        "e": {"kind": "choice", "next": [{"to": "z", "when": {"t": False}}, "f"]},
        "z": {"kind": "outcome", "result": "refused"},
        "f": {"join": "all"},
    }
    assert strands_into(journey(**steps), "f") == [["c", "d", "e"], ["c", "d"], ["c", "e"]]
    made = live(journey(**steps), Atlas(), Persona(name="Zoé", traits={"t": False}))
    (instead,) = made.instead["f"]
    assert [passage.source for passage in instead] == ["c"]
