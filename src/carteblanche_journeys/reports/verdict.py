"""How a check ends: which findings make it fail, and with which exit code."""

from __future__ import annotations

from carteblanche_journeys.diagnosis import Diagnosis, Finding
from carteblanche_journeys.diagnosis.severity import SEVERITIES
from carteblanche_journeys.model.waivers import Severity

CLEAN, FAULTS, OUR_FAULT = 0, 1, 101


def failing(diagnosis: Diagnosis, fail_on: Severity = "warning") -> tuple[Finding, ...]:
    """The findings at or above a severity; questions and waived findings never count."""
    least = SEVERITIES.index(fail_on)
    return tuple(
        finding
        for finding in diagnosis.findings
        if finding.kind != "question"
        and finding.waived is None
        and SEVERITIES.index(finding.severity) >= least
    )


def exit_code(diagnosis: Diagnosis, fail_on: Severity = "warning") -> int:
    """0 clean, 1 faults at or above `fail_on`, 101 where a rule of ours failed (it wins).

    >>> exit_code(Diagnosis(findings=()))
    0
    """
    if diagnosis.internal_faults:
        return OUR_FAULT
    return FAULTS if failing(diagnosis, fail_on) else CLEAN
