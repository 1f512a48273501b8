"""The walk: links, order, what one persona lives (model, "Semantics")."""

from __future__ import annotations

import pytest
from hypothesis import given

from carteblanche_journeys.graph import (
    dominators,
    forward_cycles,
    handoffs,
    links,
    live,
    network,
    order,
    starts,
)
from carteblanche_journeys.model import Atlas, Journey, Persona
from strategies import atlases


def journey(**steps: object) -> Journey:
    """An invented journey; a step is its title, or its fields."""
    long = {n: {"title": s} if isinstance(s, str) else {"title": n, **s} for n, s in steps.items()}  # type: ignore[dict-item]
    return Journey(id="essai/as-is", title="Essai", steps=long)


def lived(made: Journey, atlas: Atlas | None = None, **traits: object) -> list[str]:
    """The steps that a persona with these traits lives."""
    persona = Persona(name="Zoé", traits=traits)  # type: ignore[arg-type]
    return list(live(made, atlas or Atlas(), persona).steps)


def test_steps_follow_in_file_order() -> None:
    """A step without `next` leads to the one below it, and `next: []` leads nowhere."""
    made = journey(a="A", b={"next": []}, c="C")
    assert [one.id for one in links(made)] == ["a->b"]


def test_outcomes_and_ends_have_no_implied_next() -> None:
    """Neither an outcome nor the end of a side strand leads to the step below."""
    made = journey(
        a={"next": ["b", "c"]}, b={"ends": True}, c={"kind": "outcome", "result": "done"}, d="D"
    )
    assert {one.source for one in links(made)} == {"a"}


def test_two_links_between_two_steps_keep_their_own_names() -> None:
    """Links between the same two steps can be told apart."""
    made = journey(a={"next": [{"to": "b", "when": {"t": True}}, "b"]}, b="B")
    assert [one.id for one in links(made)] == ["a->b", "a->b#2"]


def test_a_journey_starts_at_its_first_step_and_at_events() -> None:
    """An event that nothing leads to starts a strand of its own."""
    made = journey(a={"next": []}, b={"kind": "event", "title": "Naissance"})
    assert starts(network(made)) == ("a", "b")


def test_reading_order_is_topological_then_stage_then_file() -> None:
    """The order of the list puts what comes first first, then follows the stages."""
    made = Journey(
        title="Essai",
        stages={"un": "Un", "deux": "Deux"},
        steps={
            "a": {"title": "A", "stage": "un", "next": ["b", "c"]},
            "b": {"title": "B", "stage": "deux", "next": []},
            "c": {"title": "C", "stage": "un", "next": []},
        },
    )
    assert order(made) == ("a", "c", "b")


def test_a_circle_of_forward_links_keeps_file_order() -> None:
    """With a forward cycle the steps are read in file order, and the knot is named."""
    made = journey(a={"next": "b"}, b={"next": "a"})
    assert order(made) == ("a", "b")
    assert forward_cycles(network(made)) == (("a", "b"),)


def test_a_back_link_is_no_circle() -> None:
    """A link that says it goes back makes no forward cycle."""
    made = journey(a="A", b={"kind": "choice", "next": [{"to": "a", "back": True}, "c"]}, c="C")
    assert forward_cycles(network(made)) == ()
    assert dominators(network(made))["c"] == "b"


def test_the_first_condition_that_holds_settles_a_choice() -> None:
    """Of a choice's branches, the first whose condition holds is the only one lived."""
    made = journey(
        a={
            "kind": "choice",
            "next": [
                {"to": "b", "when": {"gir": {"max": 4}}},
                {"to": "c", "when": {"gir": {"min": 5}}},
                "d",
            ],
        },
        b={"next": []},
        c={"next": []},
        d={"next": []},
    )
    assert lived(made, gir=3) == ["a", "b"]
    assert lived(made, gir=5) == ["a", "c"]


def test_a_silent_persona_keeps_every_branch() -> None:
    """What a persona does not say stays possible, and is never taken for no."""
    made = journey(
        a={"kind": "choice", "next": [{"to": "b", "when": {"t": True}}, "c"]}, b={"next": []}, c="C"
    )
    assert lived(made) == ["a", "b", "c"]
    assert lived(made, t=False) == ["a", "c"]


def test_always_goes_beside_the_branch_chosen() -> None:
    """A link with `always` is taken whatever the choice: the mairie is told in any case."""
    made = journey(
        a={
            "kind": "choice",
            "next": [{"to": "b", "when": {"t": True}}, {"to": "c"}, {"to": "d", "always": True}],
        },
        b={"next": []},
        c={"next": []},
        d={"next": []},
    )
    assert lived(made, t=True) == ["a", "b", "d"]


def test_those_not_concerned_pass_by() -> None:
    """Who is not concerned by a step passes by it and goes on."""
    made = journey(a="A", b={"when": {"artisan": True}}, c="C")
    passing = live(made, Atlas(), Persona(name="Zoé", traits={"artisan": False}))
    assert passing.steps["b"].concerned is False
    assert "c" in passing.steps


def test_without_an_open_way_a_step_is_closed() -> None:
    """A step whose only way is online is closed to who is not, with all that hangs on it."""
    atlas = Atlas(counters={"caf": {"name": "CAF", "owner": "caf", "channels": ["online"]}})
    offline = Persona(name="Jeanne", people=[{"role": "p", "online": 0}])
    closed = live(journey(a="A", b={"at": "caf"}, c="C"), atlas, offline)
    assert (list(closed.steps), closed.closed) == (["a"], ("b",))
    helped = journey(a="A", b={"ways": [{"counter": "caf", "done_by": "agent"}]}, c="C")
    assert list(live(helped, atlas, offline).steps) == ["a", "b", "c"]


@pytest.mark.parametrize(("join", "expected"), [("any", True), ("all", False)])
def test_join_all_waits_for_every_strand(join: str, expected: bool) -> None:
    """A `join: all` is missed when one of its strands is; a `join: any` goes on with the others."""
    atlas = Atlas(counters={"caf": {"name": "CAF", "owner": "caf", "channels": ["online"]}})
    made = journey(
        a={"next": ["b", "c"]}, b={"at": "caf", "next": "d"}, c={"next": "d"}, d={"join": join}
    )
    offline = Persona(name="Jeanne", people=[{"role": "p", "online": 0}])
    assert ("d" in live(made, atlas, offline).steps) is expected


def test_branches_of_one_choice_are_one_strand() -> None:
    """Links in that exclude each other form one strand, which one of them is enough to fill."""
    made = journey(
        a={"kind": "choice", "next": [{"to": "b", "when": {"t": True}}, "c"]},
        b={"next": "d"},
        c={"next": "d"},
        d={"join": "all"},
    )
    assert "d" in lived(made, t=True)


TWO_BODIES = Atlas(
    organisations={"mairie": {"name": "Mairie", "many": True}, "ecole": {"name": "École"}},
    counters={
        "etat-civil": {"name": "État civil", "owner": "mairie"},
        "direction": {"name": "Direction", "owner": "ecole"},
    },
)


def test_a_handoff_looks_through_what_is_done_at_home() -> None:
    """The case changes body between two counters, whatever the person does at home between."""
    made = journey(
        a={"at": "etat-civil", "next": [{"to": "b", "carried": "person", "carries": ["x"]}]},
        b="Préparer",
        c={"at": "direction"},
    )
    (found,) = handoffs(live(made, TWO_BODIES, Persona(name="Zoé")))
    assert (found.source, found.target, found.carried, found.carries) == (
        "a",
        "c",
        "person",
        ("x",),
    )


def test_nothing_passes_is_no_handoff() -> None:
    """A link on which nothing passes is the person's next act, not a handoff."""
    made = journey(
        a={"at": "etat-civil", "next": [{"to": "b", "carried": "none"}]}, b={"at": "direction"}
    )
    assert handoffs(live(made, TWO_BODIES, Persona(name="Zoé"))) == ()


def test_the_mairie_of_birth_is_not_that_of_residence() -> None:
    """Two places of an organisation that is many are two bodies, between which the case passes."""
    made = journey(
        a={"ways": [{"counter": "etat-civil", "near": "birth"}]},
        b={"ways": [{"counter": "etat-civil", "near": "home"}]},
    )
    (found,) = handoffs(live(made, TWO_BODIES, Persona(name="Zoé")))
    assert (str(found.before), str(found.after)) == ("mairie@birth", "mairie@home")


@given(atlases())
def test_every_step_has_one_number(atlas: Atlas) -> None:
    """Whatever the journey, reading order holds each of its steps once."""
    made = atlas["essai/as-is"]
    assert sorted(order(made)) == sorted(made.steps)


@given(atlases())
def test_what_is_lived_hangs_together(atlas: Atlas) -> None:
    """Whatever the journey, each lived step is a start or is led to by one lived before."""
    made = atlas["essai/as-is"]
    net = network(made)
    one = live(made, atlas, atlas.personas["p"], net)
    roots = set(starts(net))
    led = {p.target for p in one.passages if not p.link.back}
    assert all(name in roots or name in led for name in one.steps)
    assert not set(one.steps) & set(one.closed)


@given(atlases())
def test_a_handoff_changes_body(atlas: Atlas) -> None:
    """Whatever the journey, a handoff leads from one body to another along links that meet."""
    one = live(atlas["essai/as-is"], atlas, atlas.personas["p"])
    for found in handoffs(one):
        assert found.before != found.after
        assert found.passages[0].source == found.source
        assert found.passages[-1].target == found.target


@pytest.mark.parametrize(("home", "counter"), [("bourg", "bus"), ("ville", "caf"), (None, "bus")])
def test_a_stop_for_other_communes_is_no_way(home: str | None, counter: str) -> None:
    """Who lives elsewhere goes on to the next way; who does not say where may come."""
    stop = {"commune": "bourg", "served": ["bourg", "hameau"]}
    counters = {
        "bus": {"name": "Bus", "owner": "caf", "channels": ["stop"], "places": [stop]},
        "caf": {"name": "Caf", "owner": "caf", "channels": ["on-site"]},
    }
    made = journey(a={"ways": ["bus", "caf"]})
    persona = Persona(name="Zoé", people=[{"commune": home}])
    way = live(made, Atlas(counters=counters), persona).steps["a"].way
    assert way is not None
    assert way.counter == counter
