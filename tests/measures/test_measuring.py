"""All measures of a journey, against values worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from carteblanche_journeys.errors import UnknownName
from carteblanche_journeys.graph import live
from carteblanche_journeys.measures import NAMES, Measured, formula_of, measure
from carteblanche_journeys.model import Atlas, Journey, Persona
from strategies import atlases

#: The names that programs rely on, in their order (the contract of `measure --format json`).
CONTRACT = [
    "steps", "contacts", "counters", "organisations", "trips", "travel_km", "travel_minutes",
    "counter_wait_minutes", "effort_minutes", "elapsed_days", "fees", "evidence_asked",
    "evidence_distinct", "evidence_held", "facts_repeated", "handoffs_person",
    "handoffs_organisation", "handoffs_unacknowledged", "agent_minutes", "completion",
    "cycle_efficiency", "learning", "compliance", "psychological",
]  # fmt: skip

ATLAS = Atlas(
    organisations={
        "caf": {"name": "CAF", "kind": "social-security"},
        "mairie": {"name": "Mairie", "kind": "local", "many": True},
        "banque": {"name": "Banque", "kind": "private"},
        "dgfip": {"name": "Impôts", "kind": "state"},
    },
    actors={
        "fille": {"name": "La fille", "kind": "relative"},
        "agente": {"name": "L'agente", "kind": "agent", "organisation": "caf"},
    },
    counters={
        "caf": {
            "name": "CAF",
            "owner": "caf",
            "channels": ["on-site"],
            "competence": {"aide": "decides"},
        },
        "accueil": {
            "name": "Accueil",
            "owner": "mairie",
            "channels": ["on-site"],
            "competence": {"aide": "informs", "conseil": "informs"},
        },
        "mairie": {"name": "Mairie", "owner": "mairie", "channels": ["on-site"]},
        "tele": {"name": "Télé", "owner": "dgfip", "channels": ["online"]},
        "standard": {"name": "Standard", "owner": "caf", "channels": ["phone"]},
    },
    facts={
        "revenus": {"label": "Revenus"},
        "histoire": {"label": "Histoire", "type": "story"},
        "sante": {"label": "Santé", "sensitive": "health"},
    },
    evidence={
        "avis": {"name": "Avis d'imposition", "issuer": "dgfip", "facts": ["revenus"]},
        "rib": {"name": "Rib", "issuer": "banque"},
        "formulaire": {"name": "Formulaire", "kind": "form", "issuer": "caf"},
        "photo": {"name": "Photo"},
    },
    schemes={"aide": {"name": "Aide", "eligibility": {"age": {"min": 60}}}},
    traits={"age": {"type": "number"}, "riche": {"type": "bool"}},
)


def measured(persona: Persona | None = None, *, defaults: bool = False, **steps: Any) -> Measured:
    """The measures of an invented journey, only of what it says."""
    long = {name: {"title": name, **step} for name, step in steps.items()}
    journey = Journey(id="essai/as-is", title="Essai", steps=long)
    return measure(live(journey, ATLAS, persona or Persona(name="Zoé")), defaults=defaults)


def likely(found: Measured, *names: str) -> tuple[float | None, ...]:
    """The likely values of some measures."""
    return tuple(found[name].likely for name in names)


def test_every_measure_of_the_contract_is_there_in_order() -> None:
    """The contract's names first, then ours; each has a unit, a formula and a source."""
    assert list(NAMES[: len(CONTRACT)]) == CONTRACT
    assert list(measured(a={}).measures) == list(NAMES)
    assert all(formula_of(name).formula and formula_of(name).source for name in NAMES)


def test_a_measure_that_is_none_is_said() -> None:
    """Asked for the formula of another name, it says which there are."""
    with pytest.raises(UnknownName, match="no measure 'score'"):
        formula_of("score")


def test_a_sequence_adds_up() -> None:
    """Steps, contacts, trips and efforts of a plain sequence."""
    found = measured(
        a={"at": "caf", "effort": "20 min"},
        b={"at": "standard", "effort": "5..10..30 min"},
        c={"effort": "1 h"},
    )
    assert likely(found, "steps", "contacts", "counters", "organisations", "trips") == (
        3, 2, 2, 1, 1,
    )  # fmt: skip
    effort = found["effort_minutes"]
    assert (effort.low, effort.likely, effort.high, effort.known, effort.of) == (85, 90, 110, 3, 3)


def test_a_choice_counts_by_its_shares() -> None:
    """A branch that one in four takes counts for a quarter, and so does its counter."""
    found = measured(
        a={"kind": "choice", "next": [{"to": "b", "share": "25 %"}, "c"]},
        b={"at": "caf", "effort": "60 min", "next": ["c"]},
        c={"at": "mairie", "effort": "10 min"},
    )
    assert likely(found, "steps", "contacts", "counters", "effort_minutes") == (
        2.25, 1.25, 1.25, 25,
    )  # fmt: skip


def test_a_loop_counts_each_round_but_its_counter_once() -> None:
    """One file in five comes back: 1.25 contacts on average, with one counter."""
    found = measured(
        a={"at": "caf", "effort": "40 min"},
        b={"kind": "choice", "next": [{"to": "a", "back": True, "share": "20 %"}, "c"]},
        c={"kind": "outcome", "result": "granted"},
    )
    assert likely(found, "contacts", "counters", "effort_minutes") == (1.25, 1, 50)


def test_those_not_concerned_pass_by() -> None:
    """A step that concerns one in five counts for a fifth, what follows it wholly."""
    found = measured(a={"at": "caf", "share": "20 %"}, b={"at": "mairie"})
    assert likely(found, "steps", "contacts", "counters") == (1.2, 1.2, 1.2)


def test_a_step_lived_several_times_weighs_as_often() -> None:
    """Three meetings are three contacts and three trips with one counter."""
    found = measured(a={"at": "caf", "times": 3, "effort": "10 min"})
    assert likely(found, "contacts", "trips", "counters", "effort_minutes") == (3, 3, 1, 30)


def test_how_often_that_nobody_knows_makes_a_lower_bound() -> None:
    """A step once a child, for a persona who does not say how many, counts at least once."""
    step = {"at": "caf", "times": {"per": "children"}}
    found = measured(a=step)["contacts"]
    assert (found.likely, found.known, found.of) == (1, 0, 1)
    two = measured(Persona(name="Zoé", counts={"children": 2}), a=step)["contacts"]
    assert (two.likely, two.complete) == (2, True)


def test_care_is_no_burden() -> None:
    """A medical visit is drawn, and counts in no measure."""
    found = measured(a={"at": "caf", "nature": "care", "effort": "2 h"}, b={})
    assert likely(found, "steps", "contacts", "trips") == (1, 0, 0)
    assert not found["effort_minutes"].likely


def test_what_nobody_settles_cannot_be_said() -> None:
    """A choice without shares: no total; with defaults, equal shares, and it says so."""
    steps: dict[str, Any] = {
        "a": {"kind": "choice", "next": ["b", "c"]},
        "b": {"at": "caf", "effort": "60 min", "next": []},
        "c": {"at": "caf", "effort": "20 min"},
    }
    silent, assumed = measured(**steps), measured(defaults=True, **steps)
    assert likely(silent, "steps", "effort_minutes", "contacts") == (None, None, None)
    assert [note.name for note in silent.notes] == ["unsettled-unsaid", "nobody-gives-up"]
    assert likely(assumed, "steps", "effort_minutes") == (2, 40)
    assert assumed["steps"].status == "default"


def test_a_number_in_the_way_of_which_an_error_stands_is_not_given() -> None:
    """Shares that make no whole: what is below cannot be said, and the error is named."""
    found = measured(
        a={"at": "caf"},
        b={"kind": "choice", "next": [{"to": "c", "share": "70 %"}, {"to": "d", "share": "70 %"}]},
        c={"at": "mairie", "next": []},
        d={},
    )
    assert found.structural == ("choice-shares",)
    assert not found.complete
    assert likely(found, "contacts", "trips", "steps") == (None, None, None)


def test_drop_out_never_lightens_a_burden() -> None:
    """Half give up at a step: completion says it, no burden changes."""
    steps = {"a": {"effort": "20 min"}, "b": {"at": "caf", "effort": "10 min"}}
    hard = {**steps, "a": {**steps["a"], "drop": "50 %"}}
    found, other = measured(**hard), measured(**steps)
    assert likely(found, "effort_minutes", "contacts") == likely(
        other, "effort_minutes", "contacts"
    )
    assert found["completion"].likely == pytest.approx(0.5)


def test_asked_distinct_and_held() -> None:
    """Copies multiply, one of several counts once; the tax notice is held, the bank's paper not."""
    found = measured(
        a={"at": "caf", "asks": ["avis", {"piece": "rib", "copies": 2}]},
        b={"at": "mairie", "asks": [{"any_of": ["avis", "rib"]}, "formulaire", "avis"]},
    )
    assert likely(found, "evidence_asked", "evidence_distinct", "evidence_held") == (6, 4, 3)
    assert found["once_only"].likely == pytest.approx(0.5)


def test_getting_a_piece_costs_once() -> None:
    """Asked at two steps, it is got for the first; handing it over costs each time."""
    found = measured(
        defaults=True, a={"at": "caf", "asks": ["avis"]}, b={"at": "mairie", "asks": ["avis"]}
    )
    (pieces,) = found.pieces
    assert pieces == ("avis",)
    once = measured(defaults=True, a={"at": "caf", "asks": ["avis"]}, b={"at": "mairie"})
    minutes, first = found.pieces[pieces].minutes, once.pieces[pieces].minutes
    assert minutes is not None
    assert first is not None
    assert first.likely < minutes.likely < 2 * first.likely  # type: ignore[operator]
    assert minutes.likely == found["obtaining_minutes"].likely


def test_a_piece_of_which_nobody_says_who_holds_it() -> None:
    """It is asked; whether it is held stays open, and the figure says at least."""
    held = measured(a={"at": "caf", "asks": ["photo", "avis"]})["evidence_held"]
    assert (held.likely, held.known, held.of) == (1, 1, 2)


def test_what_a_professional_files_is_not_asked_of_the_person() -> None:
    """The way of the midwife asks the household for nothing, and is no contact."""
    found = measured(a={"ways": [{"counter": "caf", "done_by": "agente"}], "asks": ["avis"]})
    assert likely(found, "evidence_asked", "contacts", "trips") == (0, 0, 0)


def test_a_fact_told_to_two_bodies_is_repeated() -> None:
    """Proved to one and told to another: once; told again to the same: not."""
    found = measured(
        a={"at": "caf", "asks": ["avis"]},
        b={"at": "mairie", "tells": ["revenus", "histoire"]},
        c={"at": "mairie", "tells": ["histoire"]},
    )
    assert found["facts_repeated"].likely == 1


def test_branches_that_exclude_each_other_repeat_nothing() -> None:
    """Told on one branch or on the other, a fact is told once."""
    found = measured(
        a={"kind": "choice", "next": [{"to": "b", "share": "50 %"}, "c"]},
        b={"at": "caf", "tells": ["revenus"], "next": []},
        c={"at": "mairie", "tells": ["revenus"]},
    )
    assert found["facts_repeated"].likely == 0


def test_handoffs_by_who_carries_them() -> None:
    """Carried by the person, by an organisation on half of the ways, and one nobody speaks of."""
    found = measured(
        a={"at": "caf", "next": [{"to": "b", "carried": "person", "acknowledged": False}]},
        b={
            "at": "mairie",
            "kind": "choice",
            "next": [
                {"to": "c", "share": "50 %", "carried": "organisation", "acknowledged": True},
                "d",
            ],
        },
        c={"at": "tele", "next": ["d"]},
        d={"at": "standard"},
    )
    person, organisation = found["handoffs_person"], found["handoffs_organisation"]
    assert (person.likely, person.known, person.of) == (1, 2, 4)
    assert organisation.likely == 0.5
    lost = found["handoffs_unacknowledged"]
    assert (lost.likely, lost.known, lost.of) == (1, 2, 4)


def test_a_handoff_is_seen_through_what_the_person_does_alone() -> None:
    """Two strands at home between two bodies are one handoff, not two."""
    found = measured(
        a={"at": "caf", "next": [{"to": one, "carried": "person"} for one in "bc"]},
        b={"next": ["d"]},
        c={"next": ["d"]},
        d={"at": "mairie", "join": "all"},
    )
    assert found["handoffs_person"].likely == 1


def test_work_of_agents_is_no_contact() -> None:
    """It counts as minutes of agents, not of the household."""
    found = measured(
        a={"at": "caf", "effort": "10 min", "agent_effort": "15 min"},
        b={"actor": "agente", "agent_effort": "45 min"},
    )
    assert likely(found, "contacts", "effort_minutes", "agent_minutes") == (1, 10, 60)


def test_cycle_efficiency_is_work_over_elapsed_time() -> None:
    """One hour of work in ten days is a 240th."""
    found = measured(a={"at": "caf", "effort": "40 min", "agent_effort": "20 min", "wait": "10 d"})
    assert found["elapsed_days"].likely == 10
    assert found["cycle_efficiency"].likely == pytest.approx(1 / 240)


def test_cycle_efficiency_cannot_be_said_where_a_wait_is_unknown() -> None:
    """The share would be too high by nobody knows how much."""
    found = measured(a={"at": "caf", "effort": "40 min", "wait": "10 d"}, b={"at": "caf"})
    assert not found["elapsed_days"].complete
    assert found["cycle_efficiency"].likely is None


def test_to_be_informed_where_nobody_does_more_is_no_failure() -> None:
    """A counter that only informs is no wrong desk if there is no other for the scheme."""
    step = {"at": "accueil", "schemes": ["conseil"]}
    assert measured(a={"at": "caf"}, b=step)["failure_demand"].likely == 0


def test_the_desk_that_only_informs_is_failure_demand() -> None:
    """One contact of two sends elsewhere."""
    found = measured(a={"at": "accueil", "schemes": ["aide"]}, b={"at": "caf", "schemes": ["aide"]})
    assert found["failure_demand"].likely == 0.5
    assert found.failing["wrong-desk"] == 1


def test_a_missing_piece_makes_contacts_again() -> None:
    """One file in five comes back for a piece: a fifth of the contacts, not of those for a test."""
    loop: dict[str, Any] = {
        "a": {"at": "caf", "schemes": ["aide"]},
        "b": {
            "kind": "choice",
            "next": [{"to": "a", "back": True, "share": "20 %", "because": "evidence"}, "c"],
        },
        "c": {},
    }
    assert measured(**loop)["failure_demand"].likely == pytest.approx(0.2)
    loop["b"]["next"][0]["because"] = "test"
    assert measured(**loop)["failure_demand"].likely == 0


def test_the_three_costs_are_counts() -> None:
    """Each is a number of occasions one can name."""
    found = measured(
        a={"at": "accueil", "schemes": ["aide"], "tells": ["histoire"]},
        b={
            "at": "caf",
            "schemes": ["aide"],
            "tells": ["histoire", "sante"],
            "asks": ["avis", "rib"],
            "fee": "10 EUR",
            "wait": {"value": "10 d", "announced": False},
        },
    )
    # One desk that only informs, one condition (age), one door beyond the first.
    assert found["learning"].likely == 3
    # Two contacts, two pieces, one payment.
    assert found["compliance"].likely == 5
    # The desk that only informs, the story again, the wait without news, health to tell.
    assert found["psychological"].likely == 4
    assert {found[name].unit for name in ("learning", "compliance", "psychological")} == {""}


def test_roles_add_up_to_the_household() -> None:
    """What the daughter does is told apart from what the person does."""
    found = measured(
        a={"at": "caf", "effort": "20 min"},
        b={"at": "mairie", "actor": "fille", "effort": "30 min", "asks": ["avis"]},
    )
    told = {
        role: (one["contacts"].likely, one["effort_minutes"].likely, one["evidence_asked"].likely)
        for role, one in found.roles.items()
    }
    assert told == {"person": (1, 20, 0), "relative": (1, 30, 1), "household": (2, 50, 1)}


def test_one_stop_is_a_scheme_settled_at_one_counter() -> None:
    """Asked at the desk that decides, and nowhere else."""
    one = measured(a={"at": "caf", "schemes": ["aide"]}, b={"at": "caf", "schemes": ["aide"]})
    two = measured(a={"at": "accueil", "schemes": ["aide"]}, b={"at": "caf", "schemes": ["aide"]})
    assert (one["one_stop"].likely, two["one_stop"].likely) == (1, 0)


def test_promises_are_counted_shares() -> None:
    """So many of so many, with what nobody can tell; never a score."""
    found = measured(
        a={"at": "caf", "next": [{"to": "b", "carried": "person", "acknowledged": True}]},
        b={"at": "mairie", "wait": {"value": "5 d", "announced": True}},
        c={"at": "tele", "wait": "3 d"},
        d={"kind": "outcome", "result": "refused", "appeal": False},
    )
    told = {s.name: (s.good, s.of, s.unknown) for shares in found.promises.values() for s in shares}
    assert told["not-carried"] == (0, 2, 1)
    assert told["acknowledged"] == (1, 2, 1)
    assert told["human-alternative"] == (0, 3, 2)
    assert told["wait-announced"] == (1, 2, 1)
    assert told["no-dead-end"] == (0, 1, 0)


@settings(max_examples=60)
@given(atlases())
def test_measures_hold_together(atlas: Atlas) -> None:
    """Whatever the journey: no figure below zero, low ≤ likely ≤ high, parts within the whole."""
    lived = live(atlas["essai/as-is"], atlas, atlas.personas["p"])
    for defaults in (True, False):
        found = measure(lived, defaults=defaults)
        assert list(found.measures) == list(NAMES)
        for name, one in found.measures.items():
            assert 0 <= one.known <= one.of, name
            if one.likely is not None:
                assert one.low is not None, name
                assert one.high is not None, name
                assert -1e-9 <= one.low <= one.likely + 1e-9 <= one.high + 2e-9, name
        _within(found, "counters", "contacts")
        _within(found, "evidence_distinct", "evidence_asked")
        _within(found, "evidence_held", "evidence_asked")


def _within(found: Measured, part: str, whole: str) -> None:
    some, every = found[part].likely, found[whole].likely
    if some is not None and every is not None:
        assert some <= every + 1e-9


@settings(max_examples=30)
@given(atlases())
def test_measuring_twice_says_the_same(atlas: Atlas) -> None:
    """Nothing depends on what was worked out before."""
    lived = live(atlas["essai/as-is"], atlas, atlas.personas["p"])
    assert dict(measure(lived).measures) == dict(measure(lived).measures)
