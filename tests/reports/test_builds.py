"""Reports for builds: annotations and SARIF."""

import json
from dataclasses import replace
from urllib.parse import unquote

from carteblanche_journeys.diagnosis import Diagnosis, Finding, InternalFault, rule_names
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.reports import github_report, nowhere, sarif_report
from carteblanche_journeys.words import words_for

FRENCH = words_for("fr")
FAILED = InternalFault("loose-end", "demenager/as-is", "", "KeyError: 'x'")


def place(_: Finding) -> tuple[str, int, int]:
    """A place with a name that needs quoting."""
    return ("mes parcours/demenager,1/as-is.yml", 4, 3)


def test_an_annotation_stands_at_its_line(diagnosis: Diagnosis, atlas: Atlas) -> None:
    """Faults are annotated at file, line and column; questions are notices; waived ones are not."""
    lines = github_report(diagnosis, atlas, FRENCH, place).splitlines()
    kinds = [line.split(" ")[0] for line in lines]
    assert kinds == ["::warning", "::notice"]
    assert "file=mes parcours/demenager%2C1/as-is.yml,line=4,col=3,title=" in lines[0]


def test_no_label_forges_an_annotation(diagnosis: Diagnosis, atlas: Atlas) -> None:
    """A line break in a name ends no annotation, and a colon or comma no property."""
    report = github_report(replace(diagnosis, internal_faults=(FAILED,)), atlas, FRENCH, nowhere)
    lines = report.splitlines()
    assert len(lines) == 3
    assert "forged" in lines[0]
    assert all(line.count("::") >= 2 and not line.startswith("::error file=x") for line in lines)
    assert lines[2].startswith("::error title=La règle loose-end a échoué::")
    properties = lines[0].split("::")[1]
    assert "20 %25" in properties
    assert "%0A%3A%3Aerror file=x%3A%3Aforged" in properties


def test_sarif_holds_rules_results_and_places(diagnosis: Diagnosis, atlas: Atlas) -> None:
    """One run with every rule, and for each finding its level, place and fingerprint."""
    report = json.loads(sarif_report(diagnosis, atlas, FRENCH, place, "1.2.3"))
    assert report["version"] == "2.1.0"
    (run,) = report["runs"]
    driver = run["tool"]["driver"]
    assert driver["version"] == "1.2.3"
    assert {rule["id"] for rule in driver["rules"]} == rule_names()
    for result, finding in zip(run["results"], diagnosis.findings, strict=True):
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == finding.rule
        assert list(result["partialFingerprints"].values()) == [finding.fingerprint]
        physical = result["locations"][0]["physicalLocation"]
        assert unquote(physical["artifactLocation"]["uri"]) == place(finding)[0]
        assert " " not in physical["artifactLocation"]["uri"]
        assert physical["region"] == {"startLine": 4, "startColumn": 3}


def test_sarif_reviews_questions_and_suppresses_waived_findings(
    diagnosis: Diagnosis, atlas: Atlas
) -> None:
    """A question is no failure and has no level; a waived finding says why it is accepted."""
    results = json.loads(sarif_report(diagnosis, atlas, FRENCH, nowhere))["runs"][0]["results"]
    states = {(r["kind"], r["level"], "suppressions" in r) for r in results}
    assert states == {
        ("fail", "warning", True),
        ("fail", "warning", False),
        ("review", "none", False),
    }
    waived = next(result for result in results if "suppressions" in result)
    assert waived["suppressions"][0]["justification"] == "Voulu."
    assert "physicalLocation" not in waived["locations"][0]


def test_sarif_says_where_a_rule_of_ours_failed(diagnosis: Diagnosis, atlas: Atlas) -> None:
    """A run in which a rule failed was not successful, and names the rule."""
    failed = replace(diagnosis, internal_faults=(FAILED,))
    run = json.loads(sarif_report(failed, atlas, FRENCH, nowhere))["runs"][0]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (notice,) = invocation["toolExecutionNotifications"]
    assert "loose-end" in notice["message"]["text"]
