"""A comparison as JSON, for programs: the shape is a contract."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from carteblanche_journeys.diagnosis import Finding, tell
from carteblanche_journeys.graph import Handoff
from carteblanche_journeys.measures.formulas import NAMES
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.redesigns.comparisons.comparison import (
    FATES,
    AskSpared,
    Comparison,
    Difference,
    Differences,
    Fate,
    HandoffMoved,
    StepFate,
)
from carteblanche_journeys.reports.compare_sections import around
from carteblanche_journeys.reports.encoding import encoded
from carteblanche_journeys.words import Words

#: Stands for a difference that hangs on what is not known.
UNSAID = "cannot-be-said"
#: Figures of a burden: the minutes of the household in all, then every measure.
BURDEN = ("minutes", *NAMES)
#: Fates of which the ids alone say it all.
_PLAIN = frozenset(("kept", "removed", "added"))


def compare_json(found: Comparison, words: Words) -> str:
    """A comparison as JSON; differences are the to-be less the as-is, so that less is below zero.

    Steps kept, removed and added are ids (of the to-be, or the as-is for those removed); others
    say from which steps to which, and what changes.
    """
    return encoded(comparison_as_data(found, words))


def comparison_as_data(found: Comparison, words: Words) -> dict[str, Any]:
    """What the JSON of a comparison holds."""
    before, after = around(found.before, found.as_is), around(found.after, found.to_be)
    return {
        "as_is": found.as_is.id,
        "to_be": found.to_be.id,
        "steps": {fate: _steps(fate, found.of(fate)) for fate in FATES},
        "evidence_no_longer_asked": [_ask(one) for one in found.asks_spared],
        "handoffs_moved": [_moved(one) for one in found.handoffs_moved],
        "burden": {persona: _burden(told) for persona, told in found.burden.items()},
        "findings": {
            "cleared": _findings(found.cleared, before, words),
            "remaining": _findings(found.remaining, after, words),
            "new": _findings(found.new, after, words),
        },
        "legal": [{"move": move, **_plain(asdict(need))} for move, need in found.legal],
    }


def _steps(fate: Fate, every: Iterable[StepFate]) -> list[Any]:
    if fate in _PLAIN:
        return [name for one in every for name in one.after or one.before]
    return [
        {"from": list(one.before), "to": list(one.after), "changes": list(one.changes)}
        for one in every
    ]


def _ask(one: AskSpared) -> dict[str, Any]:
    return {
        "evidence": one.piece,
        "before": _number(one.before),
        "after": _number(one.after),
        "steps": list(one.steps),
    }


def _moved(one: HandoffMoved) -> dict[str, Any]:
    after = None if one.after is None else _handoff(one.after)
    return {"as_is": _handoff(one.before), "to_be": after}


def _handoff(one: Handoff) -> dict[str, Any]:
    return {
        "source": one.source,
        "target": one.target,
        "before": one.before.organisation,
        "after": one.after.organisation,
        "carried": one.carried,
    }


def _burden(differences: Differences) -> dict[str, Any]:
    every = dict(differences)  # all at once: together they take less than one by one
    return {name: _difference(every[name]) for name in BURDEN}


def _difference(one: Difference | None) -> Any:
    """Low, likely, high; and `at_least` where something unknown goes, which is not counted."""
    if one is None:
        return UNSAID
    told: dict[str, Any] = {
        "low": _number(one.low),
        "likely": None if one.likely is None else _number(one.likely),
        "high": _number(one.high),
    }
    return {**told, "at_least": True} if one.at_least else told


def _findings(every: Iterable[Finding], atlas: Atlas, words: Words) -> list[dict[str, Any]]:
    return [
        {
            "rule": one.rule,
            "severity": one.severity,
            "cause": one.cause,
            "title": tell(one, atlas, words).title,
            "fingerprint": one.fingerprint,
        }
        for one in every
    ]


def _plain(need: dict[str, Any]) -> dict[str, Any]:
    return {**need, "bodies": list(need["bodies"])}


def _number(value: float) -> float | int:
    """A number; a whole one without decimals."""
    return int(value) if value == int(value) else value
