"""A finding: one fault at one place, as data; printing it is someone else's job."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal

from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.values import EMPTY
from carteblanche_journeys.model.waivers import Severity, Waiver

Kind = Literal["fault", "question", "structural"]
Confidence = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Where:
    """The places of a finding, as ids; links as `source->target`."""

    steps: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, question or structural error of one cause, for one or several personas.

    Parameters
    ----------
    rule
        The name of the rule.
    kind
        A fault, a question (the atlas does not say), or structural (the walk has no meaning).
    cause
        What makes it one finding: equal causes of one rule are the same finding, whatever
        their places.
    where
        Its places, in `journeys[0]`.
    values
        What the sentences of the rule's prose need, in ids and numbers.
    also
        Other rules that the same cause breaks.
    """

    rule: str
    kind: Kind
    severity: Severity
    confidence: Confidence
    cause: str
    where: Where
    journeys: tuple[str, ...] = ()
    personas: tuple[str, ...] = ()
    values: FrozenMap[str, object] = field(default=EMPTY)
    variant: str = ""
    also: tuple[str, ...] = ()
    waived: Waiver | None = None

    @property
    def fingerprint(self) -> str:
        """The finding's lasting name: rule and cause, never places.

        >>> Finding("loose-end", "structural", "error", "high", "a", Where()).fingerprint
        '27699b892a53d0c3'
        """
        return hashlib.sha256(f"{self.rule}\n{self.cause}".encode()).hexdigest()[:16]
