"""A baseline: findings known from an earlier check, of which nothing more is said.

What was a question then and is a fault now is new, and so is what was accepted then and is no
longer: their fingerprints are the same, so that a baseline holds each behind a mark.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import replace

from carteblanche_journeys.diagnosis import Diagnosis, Finding
from carteblanche_journeys.errors import Fault, UnreadableAtlas
from carteblanche_journeys.words import Words


def read_baseline(text: str, file: str, words: Words) -> frozenset[str]:
    """What is known from the JSON of an earlier check, as `without_known` takes it.

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
        return frozenset(_written(finding) for finding in json.loads(text)["findings"])
    except json.JSONDecodeError as error:
        fault = _fault(file, words, error.lineno, error.colno)
    except (KeyError, TypeError, RecursionError):
        fault = _fault(file, words)
    raise UnreadableAtlas([fault])


def _written(finding: dict[str, object]) -> str:
    fingerprint = finding["fingerprint"]
    if not isinstance(fingerprint, str):
        raise TypeError("a fingerprint is a text")
    asks, waived = finding.get("kind") == "question", finding.get("waived") is not None
    return _marked(fingerprint, asks=asks, waived=waived)


def _marked(fingerprint: str, *, asks: bool, waived: bool) -> str:
    return f"{'~' if waived else '?' if asks else ''}{fingerprint}"


def _fault(file: str, words: Words, line: int = 0, column: int = 0) -> Fault:
    what, advice = words("report.baseline-form"), words("report.baseline-advice")
    return Fault(file, line, column, what, advice=advice)


def without_known(diagnosis: Diagnosis, known: Collection[str]) -> Diagnosis:
    """The diagnosis without the findings that are known already."""
    new = tuple(finding for finding in diagnosis.findings if not _is_known(finding, known))
    return replace(diagnosis, findings=new)


def _is_known(finding: Finding, known: Collection[str]) -> bool:
    """Whether it was known as what it is; a known fault is known in any case."""
    asks, waived = finding.kind == "question", finding.waived is not None
    same = _marked(finding.fingerprint, asks=asks, waived=waived)
    return finding.fingerprint in known or same in known
