"""A baseline: findings known from an earlier check, of which nothing more is said."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import replace

from carteblanche_journeys.diagnosis import Diagnosis
from carteblanche_journeys.errors import Fault, UnreadableAtlas
from carteblanche_journeys.words import Words


def read_baseline(text: str, file: str, words: Words) -> frozenset[str]:
    """The fingerprints in the JSON of an earlier check.

    Parameters
    ----------
    text
        What `check --format json` printed.
    file
        Its name, for the message where it cannot be read.

    Raises
    ------
    UnreadableAtlas
        Where the text is not that JSON.

    >>> from carteblanche_journeys.words import words_for
    >>> read_baseline('{"findings": [{"fingerprint": "ab"}]}', "known.json", words_for("en"))
    frozenset({'ab'})
    """
    try:
        return frozenset(_fingerprint(finding) for finding in json.loads(text)["findings"])
    except json.JSONDecodeError as error:
        fault = _fault(file, words, error.lineno, error.colno)
    except (KeyError, TypeError, RecursionError):
        fault = _fault(file, words)
    raise UnreadableAtlas([fault])


def _fingerprint(finding: dict[str, object]) -> str:
    fingerprint = finding["fingerprint"]
    if not isinstance(fingerprint, str):
        raise TypeError("a fingerprint is a text")
    return fingerprint


def _fault(file: str, words: Words, line: int = 0, column: int = 0) -> Fault:
    what, advice = words("report.baseline-form"), words("report.baseline-advice")
    return Fault(file, line, column, what, advice=advice)


def without_known(diagnosis: Diagnosis, known: Collection[str]) -> Diagnosis:
    """The diagnosis without the findings whose fingerprint is known already."""
    new = tuple(finding for finding in diagnosis.findings if finding.fingerprint not in known)
    return replace(diagnosis, findings=new)
