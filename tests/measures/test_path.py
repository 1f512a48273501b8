"""The burden of one path through a journey, as a mock-up counts it page by page."""

from __future__ import annotations

from typing import Any

import pytest

from carteblanche_journeys.graph import live
from carteblanche_journeys.measures import Burden, ledger, parameters_of, path_burden, visits
from carteblanche_journeys.model import Atlas, Journey, Persona, Way

ATLAS = Atlas(
    organisations={"caf": {"name": "Caf"}},
    counters={"caf": {"name": "Caf", "owner": "caf", "channels": ["on-site", "phone"]}},
    evidence={"quittance": {"name": "Quittance", "kind": "notice", "issuer": "caf"}},
)
LOOP: dict[str, dict[str, Any]] = {
    "depot": {"title": "Déposer", "effort": "20 min", "wait": "10 d", "asks": ["quittance"]},
    "complet": {
        "title": "Complet ?",
        "kind": "choice",
        "next": [{"to": "depot", "back": True, "share": 0.5}, {"to": "fin", "share": 0.5}],
    },
    "fin": {"title": "Lire la réponse", "effort": "5 min"},
}


def _path(steps: dict[str, Any], *path: Any, defaults: bool = True) -> Burden:
    lived = live(Journey(title="J'essaie", steps=steps), ATLAS, Persona(name="Zoé"))
    return path_burden(lived, path, parameters_of(ATLAS), defaults=defaults)


def _minutes(burden: Burden) -> float | None:
    return burden.minutes.likely if burden.minutes else None


def _days(burden: Burden) -> tuple[float | None, int, int]:
    assert burden.days is not None
    return burden.days.likely, burden.days.known, burden.days.of


def test_each_repeat_counts_and_a_piece_is_got_once() -> None:
    """Twice the file, once the search for the receipt, twice handing it over."""
    path = ("depot", "complet", "depot", "complet", "fin")
    assert _minutes(_path(LOOP, *path)) == 20 + 20 + 5 + 10 + 2 + 2
    assert _minutes(_path(LOOP, "depot", "complet", "fin")) == 20 + 5 + 10 + 2


def test_what_has_not_been_met_does_not_count() -> None:
    """A path that has just begun costs its first step."""
    assert _minutes(_path(LOOP, "depot")) == 32
    assert _minutes(_path(LOOP)) is None


def test_the_days_of_a_loop_follow_each_other() -> None:
    """Ten days each time."""
    path = ("depot", "complet", "depot", "complet", "fin")
    assert _days(_path(LOOP, *path))[0] == 20


def test_the_days_of_strands_beside_each_other_overlap() -> None:
    """The longer counts, in whatever order the pages are seen."""
    steps: dict[str, Any] = {
        "debut": {"title": "Commencer", "wait": "1 d", "next": ["court", "long"]},
        "court": {"title": "Une file", "wait": "5 d", "next": ["fin"]},
        "long": {"title": "Une autre", "wait": "30 d", "next": ["fin"]},
        "fin": {"title": "Finir", "join": "all"},
    }
    one = _path(steps, "debut", "court", "long", "fin")
    other = _path(steps, "debut", "long", "court", "fin")
    assert _days(one)[0] == _days(other)[0] == 31


def test_a_wait_that_nobody_says_makes_the_days_at_least() -> None:
    """It is left out and counted."""
    steps: dict[str, Any] = {
        "a": {"title": "Voir", "at": "caf", "wait": "5 d"},
        "b": {"title": "Revenir", "at": "caf"},
    }
    assert _days(_path(steps, "a", "b")) == (5, 1, 2)
    assert _days(_path(steps, "b")) == (None, 0, 1)


def test_the_way_chosen_is_the_way_that_costs() -> None:
    """A call instead of a visit: no trip."""
    steps: dict[str, Any] = {"a": {"title": "Voir la Caf", "at": "caf"}}
    there = _path(steps, "a")
    assert there.trips is not None
    assert (there.trips.likely, _minutes(there)) == (1, 125)
    call = _path(steps, ("a", Way(counter="caf", channel="phone")))
    assert (call.trips, _minutes(call)) == (None, 15)


def test_a_share_says_nothing_of_somebody_who_lives_the_step() -> None:
    """Who meets the step lives it wholly."""
    steps: dict[str, Any] = {"a": {"title": "Traduire", "effort": "60 min", "share": "20 %"}}
    assert _minutes(_path(steps, "a")) == pytest.approx(60)


def test_steps_of_one_visit_met_in_a_row_are_one_trip() -> None:
    """As in the ledger."""
    steps: dict[str, Any] = {
        "a": {"title": "Déclarer", "at": "caf", "visit": "caf"},
        "b": {"title": "Retirer", "at": "caf", "visit": "caf"},
    }
    found = _path(steps, "a", "b")
    assert found.trips is not None
    assert found.trips.likely == 1


def test_the_only_path_of_a_journey_costs_what_the_journey_costs() -> None:
    """Without choice or loop, walking through it is living it."""
    steps: dict[str, Any] = {
        "a": {"title": "Déclarer", "at": "caf", "visit": "caf", "asks": ["quittance"]},
        "b": {"title": "Retirer", "at": "caf", "visit": "caf"},
        "c": {"title": "Écrire", "effort": "5..10..30 min", "asks": ["quittance"], "fee": "3 EUR"},
    }
    lived = live(Journey(title="J'essaie", steps=steps), ATLAS, Persona(name="Zoé"))
    whole = ledger(lived, visits(lived), parameters_of(ATLAS)).whole
    found = _path(steps, "a", "b", "c")
    assert (found.minutes, found.trips, found.euros) == (whole.minutes, whole.trips, whole.euros)
