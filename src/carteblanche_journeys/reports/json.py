"""Findings as JSON, for programs: every one of them, never cut to ten."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from carteblanche_journeys.diagnosis import Diagnosis, Finding, tell
from carteblanche_journeys.diagnosis.costing import COSTS
from carteblanche_journeys.measures import Amount
from carteblanche_journeys.model import Atlas, Waiver
from carteblanche_journeys.reports.encoding import encoded
from carteblanche_journeys.reports.placing import PlaceOf
from carteblanche_journeys.words import Words


def json_report(
    diagnosis: Diagnosis, atlas: Atlas, words: Words, place_of: PlaceOf, today: date
) -> str:
    """The findings and the day they were made, as JSON.

    Parameters
    ----------
    today
        The day on which waivers were looked at.
    """
    findings = [_written(finding, atlas, words, place_of) for finding in diagnosis.findings]
    return encoded({"findings": findings, "today": today.isoformat()})


def _written(finding: Finding, atlas: Atlas, words: Words, place_of: PlaceOf) -> dict[str, Any]:
    told = tell(finding, atlas, words)
    file, line, column = place_of(finding) or (None, None, None)
    return {
        "rule": finding.rule,
        "kind": finding.kind,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "journeys": list(finding.journeys),
        "personas": list(finding.personas),
        "where": {kind: list(ids) for kind, ids in asdict(finding.where).items()},
        "cause": finding.cause,
        "also": list(finding.also),
        "title": told.title,
        "message": told.message,
        "remedy": told.remedy,
        "against": told.against,
        "cost": _cost(finding),
        "waived": _waived(finding.waived, words),
        "file": file,
        "line": line,
        "column": column,
        "fingerprint": finding.fingerprint,
    }


def _cost(finding: Finding) -> dict[str, Any]:
    """What it costs the persona who pays most; null where it costs none of it, or none is known."""
    cost = finding.cost
    return {name: _amount(getattr(cost, name, None)) for name in COSTS}


def _amount(amount: Amount | None) -> dict[str, Any] | None:
    if amount is None or not amount.known:
        return None
    told = {"low": amount.low, "likely": amount.likely, "high": amount.high}
    return {**told, "status": amount.status}


def _waived(waiver: Waiver | None, words: Words) -> dict[str, Any] | None:
    if waiver is None:
        return None
    return {
        "rule": waiver.rule,
        "reason": words.text(waiver.reason),
        "at": list(waiver.at),
        "by": words.text(waiver.by) or None,
        "legal": words.text(waiver.legal) or None,
        "territory": waiver.territory,
        "until": waiver.until.isoformat() if waiver.until else None,
    }
