"""A finding: one fault at one place, as data; printing it is someone else's job."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from itertools import chain
from typing import Literal

from carteblanche_journeys.diagnosis.weight import weight
from carteblanche_journeys.measures import Burden
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.values import EMPTY
from carteblanche_journeys.model.waivers import Severity, Waiver

Kind = Literal["fault", "question", "structural"]
Confidence = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Where:
    """The places of a finding, as ids; links as `source->target`.

    >>> Where(steps=("a",)) | Where(steps=("b", "a"), counters=("caf",))
    Where(steps=('a', 'b'), links=(), counters=('caf',), organisations=(), evidence=(), \
facts=(), schemes=())
    """

    steps: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    schemes: tuple[str, ...] = ()

    def __or__(self, other: Where) -> Where:
        return joined_places((self, other))

    @property
    def ids(self) -> frozenset[str]:
        """Every id named, of whatever kind."""
        return frozenset(name for kind in fields(self) for name in getattr(self, kind.name))


def joined_places(every: Iterable[Where]) -> Where:
    """All these places, each once, in order.

    >>> joined_places([Where(steps=("a",)), Where(steps=("b", "a"))]).steps
    ('a', 'b')
    """
    all_of_them = list(every)
    return Where(*(once(chain(*(getattr(w, f.name) for w in all_of_them))) for f in fields(Where)))


def once(names: Iterable[str | None]) -> tuple[str, ...]:
    """Names in order, each once, without those that are missing.

    >>> once(["caf", None, "cpam", "caf"])
    ('caf', 'cpam')
    """
    return tuple(filter(None, dict.fromkeys(names)))


MentionKind = Literal[
    "step",
    "counter",
    "organisation",
    "body",
    "evidence",
    "fact",
    "scheme",
    "purpose",
    "journey",
    "commune",
]


@dataclass(frozen=True, slots=True)
class Mention:
    """Ids of one kind that a sentence names; a body is `organisation` or `organisation@place`.

    >>> Mention("counter", ("caf",)) | Mention("counter", ("cpam", "caf"))
    Mention(kind='counter', ids=('caf', 'cpam'))
    """

    kind: MentionKind
    ids: tuple[str, ...]

    def __or__(self, other: Mention) -> Mention:
        return Mention(self.kind, once((*self.ids, *other.ids)))


def mention(kind: MentionKind, *ids: object) -> Mention:
    """The mention of these ids, each once, in order.

    >>> mention("step", "a", "b", "a").ids
    ('a', 'b')
    """
    return Mention(kind, once([str(name) for name in ids if name is not None]))


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, question or structural error of one cause, for one or several personas.

    Parameters
    ----------
    rule
        The name of the rule.
    kind
        A fault, a question (the atlas does not say), or structural (the walk has no meaning).
    confidence
        How sure it is, apart from how bad.
    cause
        What makes it one finding: equal causes of one rule are the same finding, whatever
        their places.
    where
        Its places, in `journeys[0]`; those of the other journeys are in `elsewhere`.
    personas
        Those who live it; empty where it does not depend on who lives the journey.
    values
        What the sentences of the rule's prose need: mentions of ids, and numbers.
    variant
        Which form of the rule's prose tells it; empty for the plain one.
    also
        Other rules that the same cause breaks.
    costs
        By persona who lives it, what mending would spare; empty where the model cannot say.
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
    elsewhere: FrozenMap[str, Where] = field(default=EMPTY)
    costs: FrozenMap[str, Burden] = field(default=EMPTY)

    @property
    def cost(self) -> Burden | None:
        """What it costs the persona who pays most; None where nothing can be said."""
        return max(self.costs.values(), key=weight, default=None)

    @property
    def fingerprint(self) -> str:
        """The finding's lasting name: rule and cause, never places.

        >>> Finding("loose-end", "structural", "error", "high", "a", Where()).fingerprint
        '27699b892a53d0c3'
        """
        return hashlib.sha256(f"{self.rule}\n{self.cause}".encode()).hexdigest()[:16]

    def where_in(self, journey: str) -> Where:
        """Its places in one of its journeys; none in a journey that does not have it."""
        if self.journeys and journey == self.journeys[0]:
            return self.where
        return self.elsewhere.get(journey, Where())
