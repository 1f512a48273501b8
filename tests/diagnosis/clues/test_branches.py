"""Which steps stand on different branches of a choice."""

from itertools import chain, combinations

import networkx as nx
import pytest
from hypothesis import given

from carteblanche_journeys.diagnosis.clues.branches import Branches
from carteblanche_journeys.graph import forward_cycles, network
from carteblanche_journeys.model import Atlas, Journey
from strategies import atlases

#: A choice over two branches: one ends, the other meets a third that both may have come to.
FORK = {
    "which": {"title": "Which?", "kind": "choice", "next": ["left", "right"]},
    "left": {"title": "Left", "next": ["alone", "meeting"]},
    "alone": {"title": "Alone", "ends": True},
    "right": {"title": "Right", "next": "meeting"},
    "meeting": {"title": "Meeting", "next": ["one", "other"]},
    "one": {"title": "One", "ends": True},
    "other": {"title": "Other"},
}


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("left", "right", True),
        ("alone", "right", True),
        ("left", "meeting", False),
        ("right", "meeting", False),
        ("alone", "meeting", False),
        ("alone", "other", False),
        ("one", "other", False),
        ("which", "right", False),
        ("left", "left", False),
    ],
)
def test_two_steps_are_apart_where_no_branch_leads_to_both(
    one: str, other: str, apart: bool
) -> None:
    """Who lives the one never lives the other, whichever is asked for first."""
    branches = Branches(network(Journey(title="I choose", steps=FORK)))
    assert branches.apart(one, other) is apart
    assert branches.apart(other, one) is apart


def test_what_happens_in_any_case_is_apart_from_nothing() -> None:
    """A link that is always taken leads on beside the branch chosen."""
    steps = {
        "which": {
            "title": "Which?",
            "kind": "choice",
            "next": ["left", "right", {"to": "told", "always": True}],
        },
        "left": {"title": "Left", "ends": True},
        "right": {"title": "Right", "ends": True},
        "told": {"title": "Told", "ends": True},
    }
    branches = Branches(network(Journey(title="I choose", steps=steps)))
    assert not branches.apart("left", "told")
    assert branches.apart("left", "right")


@given(atlases())
def test_a_step_is_never_apart_from_one_that_it_leads_to(atlas: Atlas) -> None:
    """Whatever the journey: where a way leads from one to the other, somebody lives both."""
    nets = [network(journey) for journey in atlas.journeys.values()]
    for net in nets:
        branches = Branches(net)
        for step in net.journey.steps if not forward_cycles(net) else ():
            for later in nx.descendants(net.forward, step):
                assert not branches.apart(step, later)


@given(atlases())
def test_steps_of_different_groups_are_apart(atlas: Atlas) -> None:
    """Whatever the journey: no step is lost, and who lives one lives none of another group."""
    nets = [network(journey) for journey in atlas.journeys.values()]
    for net in nets:
        branches = Branches(net)
        groups = branches.groups(net.journey.steps) if not forward_cycles(net) else []
        assert not groups or sorted(chain(*groups)) == sorted(net.journey.steps)
        for one, other in combinations(groups, 2):
            assert all(branches.apart(here, there) for here in one for there in other)


def test_each_branch_is_a_group_of_its_own() -> None:
    """Branches that meet again are one group, with what comes after."""
    branches = Branches(network(Journey(title="I choose", steps=FORK)))
    assert branches.groups(["left", "right"]) == [["left"], ["right"]]
    assert branches.groups(["alone", "right"]) == [["alone"], ["right"]]
    assert branches.groups(["left", "right", "meeting"]) == [["left", "right", "meeting"]]
    assert branches.groups([]) == []
