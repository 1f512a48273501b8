"""References: ids by which one thing names another, with the kinds of thing each may name.

A field's type says what it names (`CounterId`, `StepId`…); the reading room asks the whole
atlas whether there is such a thing. Nothing is looked up here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from pydantic import PlainValidator
from pydantic_core import PydanticCustomError


@dataclass(frozen=True, slots=True)
class Names:
    """What an id may name: kinds of thing, and words that stand for something else.

    `former` where it may also name what a redesign has had and no longer has.

    >>> Names("actor", "organisation", words=frozenset({"person"})).kinds
    ('actor', 'organisation')
    """

    kinds: tuple[str, ...]
    words: frozenset[str] = field(default=frozenset(), kw_only=True)
    former: bool = field(default=False, kw_only=True)

    def __init__(
        self, *kinds: str, words: frozenset[str] = frozenset(), former: bool = False
    ) -> None:
        object.__setattr__(self, "kinds", kinds)
        object.__setattr__(self, "words", words)
        object.__setattr__(self, "former", former)


@dataclass(frozen=True, slots=True)
class Tested:
    """Marks a condition: each key names a trait or a fact, each value must suit its type."""


@dataclass(frozen=True, slots=True)
class Told:
    """Marks the traits of a persona: each key names a trait or a fact, each value suits it."""


@dataclass(frozen=True, slots=True)
class InCurrency:
    """Marks an amount: it is in the currency of the atlas."""


def _check_reference(name: object) -> str:
    """References may be reserved words; whether the thing exists is asked of the whole atlas."""
    if not isinstance(name, str):
        raise PydanticCustomError("reference-form", "an id is expected here", {})
    return name


Reference = Annotated[str, PlainValidator(_check_reference, json_schema_input_type=str)]

OrganisationId = Annotated[Reference, Names("organisation")]
Issuer = Annotated[Reference, Names("organisation", words=frozenset({"person"}))]
ActorId = Annotated[Reference, Names("actor", words=frozenset({"person"}))]
#: Who acts: an actor, or an organisation.
Doer = Annotated[Reference, Names("actor", "organisation", words=frozenset({"person"}))]
CounterId = Annotated[Reference, Names("counter")]
#: To whom a counter passes cases on.
Forwarded = Annotated[Reference, Names("counter", "organisation")]
EvidenceId = Annotated[Reference, Names("evidence")]
FactId = Annotated[Reference, Names("fact")]
#: What a link carries along.
Carriage = Annotated[Reference, Names("evidence", "fact")]
SchemeId = Annotated[Reference, Names("scheme")]
PurposeId = Annotated[Reference, Names("purpose")]
PersonaId = Annotated[Reference, Names("persona")]
SourceId = Annotated[Reference, Names("source")]
TerritoryId = Annotated[Reference, Names("territory")]
CommuneId = Annotated[Reference, Names("commune")]
#: Which place of a counter: a commune, or a word that picks one.
Near = Annotated[
    Reference, Names("commune", words=frozenset({"home", "nearest", "any", "birth"}))
]  # fmt: skip
StageId = Annotated[Reference, Names("stage")]
StepId = Annotated[Reference, Names("step")]
#: Of a move that takes steps or counters away: one that is there, or that has gone already, so
#: that the move can be asked whether it is done.
FormerStepId = Annotated[Reference, Names("step", former=True)]
FormerCounterId = Annotated[Reference, Names("counter", former=True)]
#: A way of the step itself: one of its channels, its counters or its done_by.
WayName = Annotated[Reference, Names("way")]
JourneyId = Annotated[Reference, Names("journey")]
RuleName = Annotated[Reference, Names("rule")]
#: A figure of the rule under which it stands.
ThresholdName = Annotated[Reference, Names("threshold")]
#: A count of a persona, such as `children`.
CountName = Annotated[Reference, Names("count")]
