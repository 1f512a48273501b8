"""Burden: hand-computed cases, and what must hold for every journey."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from carteblanche_journeys.graph import live
from carteblanche_journeys.measures import Amount, Burden, Ledger, ledger, parameters_of, visits
from carteblanche_journeys.measures.sheets import MINUTES_OF
from carteblanche_journeys.model import Atlas, Journey, Persona
from strategies import atlases

CASES = yaml.safe_load(Path(__file__).with_name("burden.yml").read_text("utf-8"))

#: What the cases share: two bodies, four counters, five pieces, three communes.
SHARED: dict[str, dict[str, Any]] = {
    "organisations": {"caf": {"name": "Caf"}, "mairie": {"name": "Mairie"}},
    "counters": {
        "caf": {"name": "Caf", "owner": "caf", "channels": ["on-site", "phone", "post"]},
        "loin": {"name": "Loin", "owner": "caf", "places": [{"commune": "ville"}]},
    },
    "evidence": {
        "livret": {"name": "Livret", "kind": "certificate"},
        "quittance": {"name": "Quittance", "issuer": "caf", "kind": "notice"},
        "passeport": {
            "name": "Passeport",
            "kind": "proof",
            "obtain": {"counter": "caf", "channel": "on-site"},
        },
        "certificat": {
            "name": "Certificat",
            "kind": "certificate",
            "obtain": {"counter": "caf", "channel": "on-site", "fee": "15 EUR"},
        },
        "formulaire": {"name": "Formulaire", "kind": "form", "issuer": "person"},
    },
    "actors": {"sage-femme": {"name": "La sage-femme", "kind": "professional"}},
    "territories": {
        "pays": {
            "communes": {
                "bourg": {"name": "Bourg"},
                "hameau": {"name": "Hameau", "coordinates": [44.0, 1.0]},
                "ville": {"name": "Ville", "coordinates": [44.1, 1.0]},
            },
            "times": [{"from": "ville", "to": "bourg", "mode": "car", "minutes": 30}],
        }
    },
}


def _ledger(case: dict[str, Any]) -> Ledger:
    given = case.get("atlas", {})
    shared = {name: {**things, **given.get(name, {})} for name, things in SHARED.items()}
    atlas = Atlas(**{**given, **shared}, territory="pays")
    journey = Journey(title="J'essaie", steps=case["steps"], horizon=case.get("horizon"))
    lived = live(journey, atlas, Persona(name="Zoé", **case.get("persona", {})))
    defaults = case.get("defaults", False)
    walked = visits(lived, defaults=defaults)
    return ledger(lived, walked, parameters_of(atlas), defaults=defaults)


def _likely(amount: Amount | None) -> float | None:
    return amount.likely if amount else None


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_a_journey_worked_out_by_hand(case: dict[str, Any]) -> None:
    """Each case of burden.yml states a fact about what a journey costs."""
    books = _ledger(case)
    sums = books.household
    found: dict[str, dict[str, Any]] = {
        "household": {name: sums[name].likely for name in case.get("household", {})},
        "of": {name: [sums[name].known, sums[name].of] for name in case.get("of", {})},
        "range": {
            name: [sums[name].low, sums[name].likely, sums[name].high]
            for name in case.get("range", {})
        },
        "status": {name: sums[name].status for name in case.get("status", {})},
        "roles": {role: books.roles[role]["minutes"].likely for role in case.get("roles", {})},
        "step": {name: _told(books.of_step(name), told) for name, told in _asked(case, "step")},
        "ask": {
            pair: _told(books.of_ask(*pair.split()), told) for pair, told in _asked(case, "ask")
        },
        "travel": {
            name: _told(books.of_travel(name), told) for name, told in _asked(case, "travel")
        },
        "wait": {name: _likely(books.of_wait(name).days) for name in case.get("wait", {})},
    }
    for kind, values in found.items():
        for name, value in values.items():
            assert value == _near(case[kind][name]), f"{kind} {name}"


def _asked(case: dict[str, Any], kind: str) -> list[tuple[Any, dict[str, float]]]:
    return list(case.get(kind, {}).items())


def _told(burden: Burden, told: dict[str, float]) -> dict[str, float | None]:
    return {name: _likely(getattr(burden, name)) for name in told}


def _near(value: Any) -> Any:
    if value is None or isinstance(value, str):
        return value
    return pytest.approx(value, abs=1e-3)


def _books(atlas: Atlas, *, defaults: bool = True) -> Ledger:
    journey = atlas.journeys["essai/as-is"]
    lived = live(journey, atlas, atlas.personas["p"])
    walked = visits(lived, defaults=defaults)
    return ledger(lived, walked, parameters_of(atlas), defaults=defaults)


@given(atlases())
@settings(max_examples=60, deadline=None)
def test_low_is_below_likely_and_likely_below_high(atlas: Atlas) -> None:
    """In each sum, and nothing is below zero."""
    for amount in _books(atlas).household.values():
        if amount.likely is not None and amount.low is not None and amount.high is not None:
            assert 0 <= amount.low <= amount.likely + 1e-9
            assert amount.likely <= amount.high + 1e-9


@given(atlases())
@settings(max_examples=60, deadline=None)
def test_the_household_is_its_roles_together(atlas: Atlas) -> None:
    """Sum by sum, but for the minutes of agents, which are nobody's of the household."""
    books = _books(atlas)
    for kind in (*MINUTES_OF, "travel_km", "trips", "fees"):
        parts = sum(role[kind].likely or 0.0 for role in books.roles.values())
        assert (books.household[kind].likely or 0.0) == pytest.approx(parts)


@given(atlases())
@settings(max_examples=60, deadline=None)
def test_the_whole_is_its_steps_together(atlas: Atlas) -> None:
    """Each minute, trip and euro stands at one step, with the asks of that step."""
    books = _books(atlas)
    steps = [books.of_step(name) for name in atlas.journeys["essai/as-is"].steps]
    for kind in ("minutes", "trips", "euros"):
        amounts = [getattr(step, kind) for step in steps]
        known = sum(one.likely or 0.0 for one in amounts if one is not None)
        whole = getattr(books.whole, kind)
        assert (whole.likely or 0.0 if whole else 0.0) == pytest.approx(known)


@given(atlases())
@settings(max_examples=60, deadline=None)
def test_defaults_never_lower_a_burden(atlas: Atlas) -> None:
    """Where visits are the same, what is assumed comes on top of what is known."""
    lived = live(atlas.journeys["essai/as-is"], atlas, atlas.personas["p"])
    walked, assumed = visits(lived), parameters_of(atlas)
    with_defaults = ledger(lived, walked, assumed).household
    for kind, without in ledger(lived, walked, assumed, defaults=False).household.items():
        if without.likely is not None:
            more = with_defaults[kind].likely
            assert more is not None
            assert more >= without.likely - 1e-9
        assert with_defaults[kind].known >= without.known


@given(atlases(), st.sampled_from(["5 min", None]))
@settings(max_examples=60, deadline=None)
def test_one_more_procedure_never_lowers_a_burden(atlas: Atlas, effort: str | None) -> None:
    """A step put before all others adds to the minutes, or nothing is known of it."""
    journey = atlas.journeys["essai/as-is"]
    first = next(iter(journey.steps))
    extra = {"title": "Une de plus", "next": [first]} | ({"effort": effort} if effort else {})
    longer = Journey(
        title=journey.title,
        id=journey.id,
        personas=journey.personas,
        steps={"avant-tout": extra, **journey.steps},
    )
    before = _books(atlas).household["minutes"]
    wider = atlas.model_copy(update={"journeys": {journey.id: longer}})
    after = _books(wider).household["minutes"]
    if before.likely is not None and not _reachable_twice(journey, first):
        assert (after.likely or 0.0) >= before.likely - 1e-9


def _reachable_twice(journey: Journey, first: str) -> bool:
    """Whether the first step is led to from elsewhere: then a new start changes the walk."""
    return any(link.to == first for step in journey.steps.values() for link in step.next or ())


@given(atlases())
@settings(max_examples=60, deadline=None)
def test_what_is_unknown_is_never_silently_zero(atlas: Atlas) -> None:
    """A sum of which nothing is known has no value, and one that lacks something says so."""
    for amount in _books(atlas, defaults=False).household.values():
        assert amount.known <= amount.of
        if amount.of and not amount.known:
            assert amount.likely is None or not amount.complete
