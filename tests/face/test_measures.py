"""`cb.measure`: a table that shows itself, and a frame where pandas is installed."""

from __future__ import annotations

import sys
from typing import Any
from xml.etree import ElementTree

import pytest

import carteblanche_journeys as cb


def handle() -> Any:
    """A journey made in Python, with two personas."""
    steps = {
        "a": {"title": "Écrire", "at": "caf", "effort": "20..30..60 min"},
        "b": {"title": "Attendre", "effort": "0 min"},
    }
    return cb.Atlas(
        language="fr",
        organisations={"caf": {"name": "CAF"}},
        counters={"caf": {"name": "CAF", "owner": "caf", "channels": ["online"]}},
        personas={"lea": {"name": "Léa"}, "noe": {"name": "<b>Noé"}},
        journeys={"x/as-is": cb.Journey(title="J'écris", steps=steps, personas=["lea", "noe"])},
    )


def measured(persona: str | None = None) -> Any:
    """Its measures."""
    from carteblanche_journeys.face import handle_of

    return cb.measure(handle_of(handle())["x/as-is"], persona)


def test_measures_show_themselves() -> None:
    """In text and in HTML: one table, a row a measure, a column a persona."""
    shown = measured()._repr_mimebundle_()
    assert set(shown) == {"text/html", "text/plain"}
    table = ElementTree.fromstring(shown["text/html"])
    heads = [cell.text for cell in table.iter("th") if cell.get("scope") == "col"]
    assert heads[1:] == ["Léa", "<b>Noé"]
    assert len(list(table.iter("tr"))) > 24
    assert "Léa" in shown["text/plain"]


def test_one_persona_is_told_in_full() -> None:
    """Likely first, then the range, as one says it."""
    assert "30 min, entre 20 min et 1 h" in " ".join(str(measured("lea")).split())


def test_a_figure_is_an_amount() -> None:
    """By persona, then by name."""
    found = measured()
    assert list(found) == ["lea", "noe"]
    assert len(found) == 2
    effort = found["noe"]["effort_minutes"]
    assert (effort.low, effort.likely, effort.high) == (20, 30, 60)


def test_a_persona_that_is_none_is_said() -> None:
    """A mistyped one is recognised."""
    with pytest.raises(cb.UnknownName, match="lea"):
        measured("leaa")
    with pytest.raises(cb.UnknownName, match="lea"):
        measured()["leaa"]


def test_a_journey_alone_is_measured() -> None:
    """Without atlas or persona, there is one who is silent on everything."""
    steps = {"a": {"title": "Écrire", "effort": "20 min"}, "b": {"title": "Attendre"}}
    assert cb.measure(cb.Journey(title="J'écris", steps=steps))[""]["steps"].likely == 2


def test_a_frame_has_a_row_for_each_persona_and_measure() -> None:
    """What pandas shows: a table of plain rows, with what cannot be said missing."""
    frame = measured().to_frame()
    assert list(frame.columns) == [
        "persona", "measure", "low", "likely", "high", "unit", "known", "of", "status",
    ]  # fmt: skip
    assert set(frame["persona"]) == {"lea", "noe"}
    assert frame["likely"].isna().any()
    assert frame[frame["measure"] == "steps"]["likely"].gt(0).all()


def test_without_pandas_a_frame_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the ImportError that Python gives."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError):
        measured().to_frame()
