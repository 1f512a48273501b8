"""The JSON of a check: its keys are a contract."""

import json
from datetime import date

import pytest

from carteblanche_journeys.diagnosis import Diagnosis, Finding
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.reports import json_report, nowhere
from carteblanche_journeys.words import words_for

TODAY = date(2026, 3, 31)
FRENCH = words_for("fr")
KEYS = [
    *("rule", "kind", "severity", "confidence", "journeys", "personas", "where", "cause", "also"),
    *("title", "message", "remedy", "against", "cost", "waived", "file", "line", "column"),
    "fingerprint",
]


@pytest.fixture
def written(diagnosis: Diagnosis, atlas: Atlas) -> dict:
    """The report, read back."""

    def place(finding: Finding) -> tuple[str, int, int] | None:
        return ("demenager/as-is.yml", 4, 3) if finding.kind == "fault" else None

    return json.loads(json_report(diagnosis, atlas, FRENCH, place, TODAY))


def test_keys_are_those_of_the_contract(written: dict) -> None:
    """Every finding has the same keys, and the report says on which day it was made."""
    assert list(written) == ["findings", "today"]
    assert written["today"] == "2026-03-31"
    assert [list(finding) for finding in written["findings"]] == [KEYS] * 3


def test_values_say_what_where_and_how_sure(written: dict) -> None:
    """A finding names its places by id and its sentences by name; null is what it costs none of."""
    finding = next(one for one in written["findings"] if one["cause"] == "certificat mairie")
    assert finding["where"]["evidence"] == ["certificat"]
    assert finding["where"]["facts"] == []
    assert (finding["file"], finding["line"], finding["column"]) == ("demenager/as-is.yml", 4, 3)
    assert finding["cost"] | {"minutes": None} == {
        "minutes": None, "trips": None, "days": None, "euros": None
    }  # fmt: skip
    assert list(finding["cost"]["minutes"]) == ["low", "likely", "high", "status"]
    assert finding["cost"]["minutes"]["status"] == "default"
    assert finding["personas"] == ["lea"]
    assert finding["waived"]["reason"] == "Voulu."
    assert finding["waived"]["until"] is None


def test_a_journey_made_in_python_has_no_place(diagnosis: Diagnosis, atlas: Atlas) -> None:
    """File, line and column are null where no file holds the journey."""
    report = json.loads(json_report(diagnosis, atlas, FRENCH, nowhere, TODAY))
    places = {(one["file"], one["line"], one["column"]) for one in report["findings"]}
    assert places == {(None, None, None)}


def test_json_is_the_same_each_time_and_obeyed_by_no_terminal(
    diagnosis: Diagnosis, atlas: Atlas
) -> None:
    """The same findings give the same bytes, and no control character is left raw."""
    first = json_report(diagnosis, atlas, FRENCH, nowhere, TODAY)
    assert first == json_report(diagnosis, atlas, FRENCH, nowhere, TODAY)
    assert not set("\x1b\u202e\r") & set(first)
    assert "«\u00a0Certificat\u00a0»" in first
