"""Findings as SARIF 2.1.0, the exchange format of static analysis (OASIS, 2020)."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from carteblanche_journeys.diagnosis import (
    Diagnosis,
    Finding,
    InternalFault,
    Rule,
    all_rules,
    explanation,
    tell,
)
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.reports.encoding import encoded
from carteblanche_journeys.reports.github import failure
from carteblanche_journeys.reports.placing import PlaceOf
from carteblanche_journeys.words import Words

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def sarif_report(
    diagnosis: Diagnosis, atlas: Atlas, words: Words, place_of: PlaceOf, version: str = ""
) -> str:
    """The findings as one SARIF run, with the rules that made them.

    A question is a result to review; a waived finding is a suppressed result; a rule of ours
    that failed is a notification of the tool.

    Parameters
    ----------
    version
        The version of this library, where it is known.
    """
    rules = all_rules()
    place = {rule.name: at for at, rule in enumerate(rules)}
    driver: dict[str, Any] = {
        "name": "carteblanche",
        **({"version": version} if version else {}),
        "rules": [_rule(rule, words) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "language": words.lang,
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(diagnosis.internal_faults, words)],
        "results": [_result(f, place, atlas, words, place_of) for f in diagnosis.findings],
    }
    return encoded({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule, words: Words) -> dict[str, Any]:
    told = explanation(rule, words)
    sentences = [section for section in told.sections if not section.example]
    paragraphs = "\n\n".join(
        words("report.sentence", label=section.heading, text=section.text) for section in sentences
    )
    return {
        "id": rule.name,
        "shortDescription": {"text": told.title},
        "fullDescription": {"text": told.sections[0].text},
        "help": {"text": paragraphs},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(
    finding: Finding, place: dict[str, int], atlas: Atlas, words: Words, place_of: PlaceOf
) -> dict[str, Any]:
    told = tell(finding, atlas, words)
    asks = finding.kind == "question"
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": place[finding.rule],
        "kind": "review" if asks else "fail",
        # A result that is no failure has no level (SARIF 2.1.0, §3.27.10).
        "level": "none" if asks else _LEVELS[finding.severity],
        "message": {"text": f"{told.title}\n{told.message}\n{told.remedy}"},
        "locations": [_location(finding, place_of)],
        "partialFingerprints": {"carteblancheCause/v1": finding.fingerprint},
        "properties": {"confidence": finding.confidence, "personas": list(finding.personas)},
    }
    if finding.waived is not None:
        why = words.text(finding.waived.reason)
        result["suppressions"] = [{"kind": "external", "justification": why}]
    return result


def _location(finding: Finding, place_of: PlaceOf) -> dict[str, Any]:
    names = [f"{finding.journeys[0]}#{step}" for step in finding.where.steps or ("",)]
    location: dict[str, Any] = {
        "logicalLocations": [{"fullyQualifiedName": name.rstrip("#")} for name in names]
    }
    place = place_of(finding)
    if place is not None:
        file, line, column = place
        location["physicalLocation"] = {
            "artifactLocation": {"uri": quote(file.replace("\\", "/"))},
            "region": {"startLine": max(line, 1), "startColumn": max(column, 1)},
        }
    return location


def _invocation(faults: tuple[InternalFault, ...], words: Words) -> dict[str, Any]:
    return {
        "executionSuccessful": not faults,
        "toolExecutionNotifications": [
            {"level": "error", "message": {"text": failure(fault, words)}} for fault in faults
        ],
    }
