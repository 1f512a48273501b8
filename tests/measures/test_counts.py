"""The first measures: counts that say what they cover."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from carteblanche_journeys.graph import live
from carteblanche_journeys.measures import counts, requests, sureness
from carteblanche_journeys.model import Atlas, Journey, Persona
from strategies import atlases

ATLAS = Atlas(
    organisations={"caf": {"name": "CAF"}, "ecole": {"name": "École"}},
    actors={"agent": {"name": "Agente", "kind": "agent", "organisation": "caf"}},
    counters={
        "caf": {"name": "CAF", "owner": "caf", "channels": ["on-site", "phone"]},
        "ecole": {"name": "École", "owner": "ecole", "channels": ["on-site"]},
        "inconnu": {"name": "Ailleurs", "owner": "ecole"},
    },
)


def measured(persona: Persona | None = None, **steps: dict[str, Any]) -> dict[str, int]:
    """The value of every count of an invented journey."""
    long = {name: {"title": name, **step} for name, step in steps.items()}
    made = Journey(id="essai/as-is", title="Essai", steps=long)
    found = counts(live(made, ATLAS, persona or Persona(name="Zoé")))
    return {name: measure.value for name, measure in found.items()}


def test_a_contact_is_a_step_where_the_household_meets_a_counter() -> None:
    """What an agent or a professional does, and what is done at home, is no contact."""
    found = measured(
        a={"at": "caf"},
        b={"at": "caf", "actor": "agent"},
        c={"ways": [{"counter": "caf", "done_by": "agent"}]},
        d={},
        e={"at": "ecole", "nature": "care"},
    )
    assert (found["contacts"], found["counters"], found["organisations"]) == (1, 1, 1)


def test_steps_of_one_visit_are_one_trip() -> None:
    """Two steps lived in one visit take one trip; a call takes none."""
    found = measured(
        a={"at": "caf", "visit": "matin"},
        b={"at": "caf", "visit": "matin"},
        c={"ways": [{"counter": "caf", "channel": "phone"}]},
        d={"at": "ecole"},
    )
    assert found["trips"] == 2


def test_a_counter_without_channel_leaves_trips_unknown() -> None:
    """Where nobody says how a counter is reached, the number of trips is only a lower bound."""
    made = Journey(title="Essai", steps={"a": {"title": "A", "at": "inconnu"}})
    trips = counts(live(made, ATLAS, Persona(name="Zoé")))["trips"]
    assert (trips.value, trips.complete) == (0, False)


def test_any_of_counts_once_and_copies_count_each() -> None:
    """One of several pieces is one request; three copies are three."""
    found = measured(
        a={"asks": [{"any_of": ["passeport", "carte"]}, {"piece": "livret", "copies": 3}]},
        b={"asks": ["livret"]},
    )
    assert (found["evidence_asked"], found["evidence_distinct"]) == (5, 2)


def test_copies_by_a_count_of_the_persona() -> None:
    """One file for each home: as many as the persona asks homes, and unknown where it is silent."""
    step = {"asks": [{"piece": "dossier", "copies": {"per": "homes"}}]}
    assert measured(Persona(name="Jeanne", counts={"homes": 4}), a=step)["evidence_asked"] == 4
    made = Journey(title="Essai", steps={"a": {"title": "A", **step}})
    asked = counts(live(made, ATLAS, Persona(name="Zoé")))["evidence_asked"]
    assert (asked.value, asked.complete) == (1, False)


def test_unknown_handoffs_are_not_zero() -> None:
    """A handoff of which nobody says who carries it makes the count a lower bound."""
    made = Journey(
        title="Essai", steps={"a": {"title": "A", "at": "caf"}, "b": {"title": "B", "at": "ecole"}}
    )
    carried = counts(live(made, ATLAS, Persona(name="Zoé")))["handoffs_person"]
    assert (carried.value, carried.known, carried.of) == (0, 0, 1)


def test_coverage_counts_the_steps_that_could_have_a_wait() -> None:
    """Events, outcomes and plain choices are never asked for a wait."""
    found = counts(
        live(
            Journey(
                title="Essai",
                steps={
                    "a": {"title": "A", "kind": "event"},
                    "b": {"title": "B", "wait": "10 d"},
                    "c": {"title": "C"},
                    "d": {"title": "D", "kind": "outcome", "result": "done"},
                },
            ),
            ATLAS,
            Persona(name="Zoé"),
        )
    )["wait_known"]
    assert (found.known, found.of) == (1, 2)


def test_a_figure_takes_the_nearest_mark() -> None:
    """A figure without mark has that of its step, and a source alone means published."""
    made = Journey(
        title="Essai",
        steps={
            "a": {
                "title": "A",
                "wait": {"value": "10 d", "status": "observed"},
                "status": "assumed",
            },
            "b": {"title": "B", "wait": "10 d", "status": "assumed"},
            "c": {"title": "C", "wait": {"value": "10 d", "sources": ["x"]}},
        },
    )
    found = sureness(live(made, ATLAS, Persona(name="Zoé")))
    assert found == {"observed": 1, "assumed": 1, "published": 1}


def test_giving_up_adds_no_step() -> None:
    """The way out of who gives up stays out of every sum."""
    found = measured(
        a={"kind": "choice", "next": ["b", "c"]},
        b={"kind": "outcome", "result": "gave-up"},
        c={"kind": "outcome", "result": "granted"},
    )
    assert found["steps"] == 2


@given(atlases())
def test_counts_never_pass_what_they_cover(atlas: Atlas) -> None:
    """Whatever the journey, no count claims to know more than there is."""
    one = live(atlas["essai/as-is"], atlas, atlas.personas["p"])
    found = counts(one)
    assert all(0 <= measure.known <= measure.of for measure in found.values())
    assert found["trips"].value <= found["contacts"].value <= found["steps"].value
    assert found["evidence_distinct"].value <= len(requests(one))
