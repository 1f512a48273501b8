"""Reaching the outcome: how likely, and how many go through to the end."""

from __future__ import annotations

from typing import Any

import pytest

from carteblanche_journeys.graph import Lived, live
from carteblanche_journeys.measures.reaching import (
    completion,
    least,
    no_way_through,
    outcomes,
    reaches,
)
from carteblanche_journeys.measures.visits import visits
from carteblanche_journeys.model import Atlas, Journey, Persona

Steps = dict[str, dict[str, Any]]

ATLAS = Atlas(
    organisations={"caf": {"name": "Caf"}},
    counters={
        "site": {"name": "Site", "owner": "caf", "channels": ["online"]},
        "desk": {"name": "Accueil", "owner": "caf", "channels": ["on-site"]},
    },
    evidence={
        "number": {"name": "Numéro", "issuer": "caf"},
        "bill": {"name": "Facture", "issuer": "caf", "obtain": {"counter": "desk"}},
    },
    schemes={"help": {"name": "Aide"}, "card": {"name": "Carte"}},
    traits={"t": {"type": "bool"}},
)
OFFLINE = Persona(name="Jeanne", people=[{"online": 0}], needs=["help"])
ZOE = Persona(name="Zoé", needs=["help"])
GRANTED = {"kind": "outcome", "result": "granted", "scheme": "help"}


def lived_of(steps: Steps, persona: Persona = ZOE) -> Lived:
    """These steps as a persona lives them."""
    titled = {name: {"title": name, **step} for name, step in steps.items()}
    return live(Journey(title="J'essaie", id="essai/as-is", steps=titled), ATLAS, persona)


def chances(lived: Lived) -> dict[str, float | None]:
    """How likely each outcome is."""
    return {one.step: one.probability for one in outcomes(lived, visits(lived))}


DECISION: Steps = {
    "ask": {"wait": "10 d", "drop": "10 %"},
    "complete": {"kind": "choice", "next": [{"to": "ask", "back": True, "share": 0.2}, "decide"]},
    "decide": {"kind": "choice", "next": [{"to": "given", "share": 0.75}, "refused"]},
    "given": GRANTED,
    "refused": {"kind": "outcome", "result": "refused", "scheme": "help"},
    "stopped": {"kind": "outcome", "result": "gave-up"},
}


def test_outcomes_are_as_likely_as_the_branches_that_lead_to_them() -> None:
    """Three quarters are granted, whatever the rounds before; giving up is no outcome here."""
    found = {**DECISION, "ask": {**DECISION["ask"], "next": ["complete", "stopped"]}}
    told = outcomes(lived_of(found), visits(lived_of(found)))
    assert [(one.step, one.scheme, one.result) for one in told] == [
        ("given", "help", "granted"),
        ("refused", "help", "refused"),
    ]
    assert [one.probability for one in told] == [pytest.approx(0.75), pytest.approx(0.25)]
    assert told[0].elapsed.likely == pytest.approx(12.5)


def test_completion_counts_each_visit_of_a_step() -> None:
    """One in ten who give up at each of 1.25 visits leaves 0.9 to the power 1.25."""
    lived = lived_of(DECISION)
    found = completion(lived, visits(lived))
    assert found.likely == pytest.approx(0.9**1.25)
    assert (found.unit, found.known) == ("%", 1)


def test_two_numbers_stand_apart() -> None:
    """How likely a scheme is granted is not lowered by those who give up."""
    lived = lived_of(DECISION)
    (found,) = reaches(lived, visits(lived))
    assert found.granted == pytest.approx(0.75)
    assert found.completion.likely == pytest.approx(0.9**1.25)


def test_completion_is_not_said_where_nobody_says_who_gives_up() -> None:
    """Without any figure on giving up there is no completion, rather than a whole one."""
    lived = lived_of({"ask": {}, "given": GRANTED})
    found = completion(lived, visits(lived))
    assert (found.likely, found.known, found.of) == (None, 0, 1)


def test_steps_beside_the_way_do_not_lower_completion() -> None:
    """Giving up on something that does not lead to the scheme leaves its completion whole."""
    lived = lived_of(
        {
            "ask": {"drop": "0 %", "next": ["given", "other"]},
            "given": GRANTED,
            "other": {"drop": "50 %", "ends": True},
        }
    )
    assert completion(lived, visits(lived)).likely == pytest.approx(1)


def test_several_schemes_are_a_vector_and_its_least() -> None:
    """Each scheme has its own chance; the least is named, nothing is multiplied or averaged."""
    both = Persona(name="Zoé", needs=["card", "help"])
    lived = lived_of(
        {
            "ask": {"next": ["one", "two"]},
            "one": {"kind": "choice", "next": [{"to": "given", "share": 0.6}, "refused"]},
            "given": GRANTED,
            "refused": {"kind": "outcome", "result": "refused", "scheme": "help"},
            "two": {"kind": "choice", "next": [{"to": "carded", "share": 0.9}, "uncarded"]},
            "carded": {"kind": "outcome", "result": "granted", "scheme": "card"},
            "uncarded": {"kind": "outcome", "result": "refused", "scheme": "card"},
        },
        both,
    )
    found = reaches(lived, visits(lived))
    assert {one.scheme: one.granted for one in found} == pytest.approx({"card": 0.9, "help": 0.6})
    assert least(found) == found[1]


def test_two_ways_to_one_scheme_add_up_only_where_they_exclude_each_other() -> None:
    """Granted at once for half, or on appeal for a quarter, is granted for three quarters."""
    lived = lived_of(
        {
            "decide": {"kind": "choice", "next": [{"to": "given", "share": 0.5}, "appeal"]},
            "given": GRANTED,
            "appeal": {"kind": "choice", "next": [{"to": "won", "share": 0.5}, "lost"]},
            "won": GRANTED,
            "lost": {"kind": "outcome", "result": "refused", "scheme": "help"},
        }
    )
    assert reaches(lived, visits(lived))[0].granted == pytest.approx(0.75)
    beside = lived_of(
        {
            "ask": {"next": ["one", "two"]},
            "one": {"kind": "choice", "next": [{"to": "given", "share": 0.5}, "u"]},
            "two": {"kind": "choice", "next": [{"to": "won", "share": 0.5}, "v"]},
            "given": GRANTED,
            "won": GRANTED,
            "u": {"ends": True},
            "v": {"ends": True},
        }
    )
    assert reaches(beside, visits(beside))[0].granted == pytest.approx(0.75)


CLOSED: Steps = {
    "ask": {"at": "site", "yields": ["number"]},
    "given": GRANTED,
}


def test_a_closed_step_leaves_no_way_through() -> None:
    """Who cannot use the only counter, online, has no chance at all, and the step is named."""
    lived = lived_of(CLOSED, OFFLINE)
    assert chances(lived) == {"given": 0}
    assert no_way_through(lived) == ("ask",)
    assert no_way_through(lived_of(CLOSED)) == ()


def test_another_strand_leads_on_where_one_is_closed() -> None:
    """A closed step that is not the only way to the outcome is no dead end."""
    steps = {
        "choose": {"next": ["ask", "visit"]},
        "ask": {"at": "site", "next": ["given"]},
        "visit": {"at": "desk", "next": ["given"]},
        "given": GRANTED,
    }
    lived = lived_of(steps, OFFLINE)
    assert chances(lived) == {"given": 1}
    assert no_way_through(lived) == ()


WITHHELD: Steps = {
    "start": {"next": ["register", "file"]},
    "register": {"at": "site", "yields": ["number"], "next": []},
    "file": {"at": "desk", "asks": ["number"]},
    "given": GRANTED,
}


def test_a_step_is_missed_for_want_of_a_piece_that_a_closed_step_yields() -> None:
    """A file that needs a number given only online cannot be handed in by someone offline."""
    lived = lived_of(WITHHELD, OFFLINE)
    assert chances(lived) == {"given": 0}
    assert no_way_through(lived) == ("file",)
    assert chances(lived_of(WITHHELD)) == {"given": 1}


def test_a_piece_that_can_be_had_elsewhere_blocks_nothing() -> None:
    """Where the atlas names another way to get the piece, the closed step does not matter."""
    steps = {**WITHHELD, "register": {**WITHHELD["register"], "yields": ["bill"]}}
    steps["file"] = {**WITHHELD["file"], "asks": ["bill"]}
    assert chances(lived_of(steps, OFFLINE)) == {"given": 1}
    either = {**WITHHELD, "file": {"at": "desk", "asks": [{"any_of": ["number", "bill"]}]}}
    assert chances(lived_of(either, OFFLINE)) == {"given": 1}


def test_a_piece_given_to_those_on_another_branch_only_is_missing() -> None:
    """Who takes the branch without the register does not have the number that the file asks."""
    steps: Steps = {
        "known": {
            "kind": "choice",
            "next": [{"to": "register", "when": {"t": True}}, {"to": "file", "when": {"t": False}}],
        },
        "register": {"yields": ["number"]},
        "file": {"at": "desk", "asks": ["number"]},
        "given": GRANTED,
    }
    without = Persona(name="Zoé", traits={"t": False})
    assert chances(lived_of(steps, without)) == {"given": 0}
    assert no_way_through(lived_of(steps, without)) == ("file",)
    assert chances(lived_of(steps, Persona(name="Zoé", traits={"t": True}))) == {"given": 1}


def test_a_piece_given_only_afterwards_is_missing_unless_one_comes_back() -> None:
    """A step that asks for what a later one yields is never passed, but for a second round."""
    late: Steps = {
        "file": {"asks": ["number"]},
        "receive": {"yields": ["number"]},
        "given": GRANTED,
    }
    assert chances(lived_of(late)) == {"given": 0}
    again = {"kind": "choice", "next": [{"to": "file", "back": True, "share": 0.1}, "given"]}
    twice: Steps = {
        "file": late["file"],
        "receive": late["receive"],
        "again": again,
        "given": GRANTED,
    }
    assert chances(lived_of(twice)) == {"given": 1}


def test_who_passes_by_a_step_has_what_it_yields() -> None:
    """A step for others yields nothing new: who passes by is taken to have the piece already."""
    steps: Steps = {
        "register": {"yields": ["number"], "when": {"t": True}},
        "file": {"asks": ["number"]},
        "given": GRANTED,
    }
    assert chances(lived_of(steps, Persona(name="Zoé", traits={"t": False}))) == {"given": 1}


def test_unknown_shares_leave_the_chance_unsaid_without_defaults() -> None:
    """Without defaults the outcomes of a choice that nobody knows have no probability."""
    steps = {**DECISION, "decide": {"kind": "choice", "next": ["given", "refused"]}}
    lived = lived_of(steps)
    told = outcomes(lived, visits(lived, defaults=False))
    assert {one.step: one.probability for one in told} == {"given": None, "refused": None}
    assert reaches(lived, visits(lived, defaults=False))[0].granted is None
