"""Measures as text, CSV and JSON: what is not known is said, and no cell can act."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from carteblanche_journeys.measures import Measured, measure_lives
from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.reports import measures_csv, measures_json, measures_text
from carteblanche_journeys.words import words_for

DAY = date(2018, 1, 15)


def measured(*names: str, **steps: Any) -> tuple[Measured, ...]:
    """An invented journey, measured for personas of these names."""
    people = {f"p{at}": {"name": name} for at, name in enumerate(names)}
    long = {name: {"title": f"Étape {name}", **step} for name, step in steps.items()}
    journey = Journey(id="x/as-is", title="J'écris", steps=long, personas=list(people))
    atlas = Atlas(
        language="fr",
        actors={"fille": {"name": "La fille", "kind": "relative"}},
        organisations={"caf": {"name": "CAF"}},
        counters={"caf": {"name": "CAF", "owner": "caf", "channels": ["phone"]}},
        personas=people,
        journeys={"x/as-is": journey},
    )
    return measure_lives(journey, atlas)


def text(found: tuple[Measured, ...], lang: str = "fr") -> str:
    """What a terminal shows, each run of spaces as one."""
    return " ".join(measures_text(found, words_for(lang), DAY).split())


def test_a_lower_bound_is_said_at_least_and_an_upper_one_at_most() -> None:
    """Fees of one step only: at least; who give up at one step only: at most go through."""
    found = measured("Léa", a={"at": "caf", "fee": "12 EUR", "drop": "10 %"}, b={"at": "caf"})
    assert "au moins 12" in text(found)
    assert "au plus 90" in text(found)


def test_nothing_known_is_not_zero() -> None:
    """A journey of which nobody gives a fee does not cost 0 euros."""
    told = text(measured("Léa", a={"at": "caf"}))
    assert "Dépenses on ne peut pas le dire" in told


def test_outcomes_roles_and_promises_are_told() -> None:
    """After the figures: what comes out, who does what, how the promises are kept."""
    told = text(
        measured(
            "Léa",
            a={"at": "caf", "wait": "10 d", "effort": "20 min"},
            b={"actor": "fille", "effort": "5 min"},
            c={"kind": "outcome", "result": "granted"},
        )
    )
    assert "Étape c (accordé)\u00a0: 100".replace("\u00a0", " ") in told.replace("\u00a0", " ")
    assert "Les proches" in told
    assert "Bienveillant" in told
    assert "Contacts où l'on peut parler à quelqu'un : 1 sur 1" in told.replace("\u00a0", " ")


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("people", [1, 2, 4])
def test_lines_fit_a_terminal(lang: str, people: int) -> None:
    """Eighty columns, however many personas."""
    names = [f"Prénom{n}" for n in range(people)]
    shown = measures_text(measured(*names, a={"at": "caf"}), words_for(lang), DAY)
    assert max(map(len, shown.splitlines())) <= 80
    assert all(name in shown for name in names)


def test_a_name_that_acts_on_a_terminal_is_shown() -> None:
    """An escape in a persona's name moves no cursor."""
    shown = measures_text(measured("L\x1b[31mea", "Noé", a={}), words_for("fr"), DAY)
    assert "\x1b" not in shown


def test_unknown_is_an_empty_cell_and_null() -> None:
    """In CSV an empty cell, in JSON null; never a zero."""
    found = measured("Léa", a={"at": "caf"})
    row = next(
        line
        for line in measures_csv(found, words_for("fr")).splitlines()
        if line.startswith("fees,")
    )
    assert row.split(",")[3:] == ["", "", "", "0", "1", ""]
    told = json.loads(measures_json(found[0], DAY))
    assert told["measures"]["fees"]["likely"] is None
    assert told["measures"]["completion"]["unit"] == "share"


def test_numbers_have_no_false_precision() -> None:
    """A third of a visit is written with nine decimals, a whole number with none."""
    found = measured(
        "Léa",
        a={"kind": "choice", "next": [{"to": "b", "share": "33.3333333333 %"}, "c"]},
        b={"next": []},
        c={},
    )
    told = json.loads(measures_json(found[0], DAY))
    assert told["visits"] == {"a": 1, "b": 0.333333333, "c": 0.666666667}
