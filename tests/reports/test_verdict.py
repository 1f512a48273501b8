"""How a check ends, and what a baseline leaves out."""

from dataclasses import replace
from datetime import date

import pytest

from carteblanche_journeys.diagnosis import Diagnosis, InternalFault
from carteblanche_journeys.errors import UnreadableAtlas
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.reports import (
    exit_code,
    failing,
    json_report,
    nowhere,
    read_baseline,
    without_known,
)
from carteblanche_journeys.words import words_for

FRENCH = words_for("fr")


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1)])
def test_faults_at_or_above_the_limit_fail_a_check(
    diagnosis: Diagnosis, fail_on: str, code: int
) -> None:
    """The limit decides; questions and waived findings never count."""
    assert exit_code(diagnosis, fail_on) == code
    assert len(failing(diagnosis, fail_on)) == code


def test_a_rule_that_failed_wins_over_faults(diagnosis: Diagnosis) -> None:
    """A fault of ours ends a check with 101, whatever was found."""
    failed = InternalFault("loose-end", "x", "", "KeyError")
    assert exit_code(replace(diagnosis, internal_faults=(failed,))) == 101


def test_a_baseline_leaves_out_what_was_known(diagnosis: Diagnosis, atlas: Atlas) -> None:
    """The JSON of an earlier check makes a later one silent on the same findings."""
    earlier = json_report(diagnosis, atlas, FRENCH, nowhere, date(2026, 3, 31))
    known = read_baseline(earlier, "connu.json", FRENCH)
    assert without_known(diagnosis, known).findings == ()
    assert without_known(diagnosis, frozenset()).findings == diagnosis.findings


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{", "connu.json:1:2: "),
        ("[]", "connu.json: "),
        ('{"findings": [{"rule": "loose-end"}]}', "connu.json: "),
        ('{"findings": [{"fingerprint": 3}]}', "connu.json: "),
        ("[" * 100_000, "connu.json: "),
    ],
)
def test_a_baseline_that_is_no_check_is_refused(text: str, place: str) -> None:
    """A file that is not the JSON of a check is refused with its place and what to do."""
    with pytest.raises(UnreadableAtlas) as refused:
        read_baseline(text, "connu.json", FRENCH)
    assert str(refused.value).startswith(f"{place}Ce fichier n'est pas le résultat d'un contrôle")
    assert "check --format json" in str(refused.value)


def test_what_was_asked_or_accepted_is_no_known_fault(diagnosis: Diagnosis, atlas: Atlas) -> None:
    """Where the answer is a fault, or the waiver has expired, the finding is new."""
    earlier = json_report(diagnosis, atlas, FRENCH, nowhere, date(2026, 3, 31))
    known = read_baseline(earlier, "connu.json", FRENCH)
    quiet = [f for f in diagnosis.findings if f.kind == "question" or f.waived]
    assert {bool(f.waived) for f in quiet} == {True, False}
    risen = tuple(replace(f, kind="fault", waived=None) for f in quiet)
    assert without_known(replace(diagnosis, findings=risen), known).findings == risen


def test_a_known_fault_is_known_in_any_case(diagnosis: Diagnosis) -> None:
    """What was a fault is no news when it becomes a question, or is accepted."""
    known = frozenset(finding.fingerprint for finding in diagnosis.findings)
    assert without_known(diagnosis, known).findings == ()
