"""Findings as annotations of a build, one line each, at the line of the file."""

from __future__ import annotations

from carteblanche_journeys.diagnosis import Diagnosis, Finding, InternalFault, tell
from carteblanche_journeys.markup import github_message, github_property
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.reports.placing import PlaceOf
from carteblanche_journeys.words import Words

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def github_report(diagnosis: Diagnosis, atlas: Atlas, words: Words, place_of: PlaceOf) -> str:
    """Workflow commands that show each finding beside the line it is about.

    Questions are notices; waived findings are left out. Every text is escaped, so that no
    label can end its line and begin a command of its own.
    """
    lines = [
        _annotation(finding, atlas, words, place_of)
        for finding in diagnosis.findings
        if finding.waived is None
    ]
    lines += [_failure(fault, words) for fault in diagnosis.internal_faults]
    return "".join(f"{line}\n" for line in lines)


def _annotation(finding: Finding, atlas: Atlas, words: Words, place_of: PlaceOf) -> str:
    told = tell(finding, atlas, words)
    command = "notice" if finding.kind == "question" else _COMMANDS[finding.severity]
    place = place_of(finding)
    at = dict(zip(("file", "line", "col"), place, strict=True)) if place else {}
    named = {**at, "title": f"{told.title} ({finding.rule})"}
    properties = ",".join(f"{key}={github_property(str(said))}" for key, said in named.items())
    remedy = words("report.sentence", label=words("explain.remedy"), text=told.remedy)
    return f"::{command} {properties}::{github_message(f'{told.message} {remedy}')}"


def _failure(fault: InternalFault, words: Words) -> str:
    title = github_property(words("report.failed-title", rule=fault.rule))
    return f"::error title={title}::{github_message(failure(fault, words))}"


def failure(fault: InternalFault, words: Words) -> str:
    """What is said of a rule that failed: whose fault it is, and that the others went on."""
    return words("report.failed", rule=fault.rule, journey=fault.journey, error=fault.error)
