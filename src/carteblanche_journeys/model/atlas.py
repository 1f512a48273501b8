"""The atlas: journeys, and the counters, evidence, schemes and people they share."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from carteblanche_journeys.errors import UnknownName
from carteblanche_journeys.model.counters import Counter
from carteblanche_journeys.model.evidence import Evidence, Fact
from carteblanche_journeys.model.journeys import Journey, Observation
from carteblanche_journeys.model.organisations import Actor, Organisation
from carteblanche_journeys.model.personas import Persona
from carteblanche_journeys.model.schemes import Scheme
from carteblanche_journeys.model.sources import Source
from carteblanche_journeys.model.territories import Territory
from carteblanche_journeys.model.values import (
    EMPTY,
    ById,
    Frozen,
    Id,
    Named,
    Reference,
    Several,
    Text,
    Thing,
)
from carteblanche_journeys.model.waivers import RuleSettings, Waiver


class Trait(Named):
    """Something that sets people apart: what a condition may test."""

    type: Literal["bool", "number", "one-of"] = "bool"
    label: Text | None = None
    options: Frozen[str, Text] | Several[str] = Field((), description="Of a one-of.")
    question: Text | None = None


class Head(Thing):
    """What atlas.yml says: title, language, territory, settings, traits, purposes."""

    title: Text = "Atlas"
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] = "en"
    territory: Reference | None = None
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "EUR"
    traits: ById[Trait] = Field(EMPTY)
    purposes: Frozen[Id, Text] = Field(EMPTY)
    parameters: Frozen[str, Any] = Field(EMPTY)
    rules: RuleSettings = RuleSettings()
    waivers: Several[Waiver] = ()


class Atlas(Head):
    """A whole atlas, frozen: what every other room reads.

    >>> atlas = Atlas(title="L'école", language="fr")
    >>> atlas.title, len(atlas.journeys)
    ("L'école", 0)
    """

    organisations: ById[Organisation] = Field(EMPTY)
    actors: ById[Actor] = Field(EMPTY)
    counters: ById[Counter] = Field(EMPTY)
    evidence: ById[Evidence] = Field(EMPTY)
    facts: ById[Fact] = Field(EMPTY)
    schemes: ById[Scheme] = Field(EMPTY)
    personas: ById[Persona] = Field(EMPTY)
    source_list: ById[Source] = Field(EMPTY)
    territories: ById[Territory] = Field(EMPTY)
    journeys: Frozen[str, Journey] = Field(EMPTY)
    observations: Several[Observation] = ()

    def __getitem__(self, journey: str) -> Journey:
        """The journey of that id, `life-moment/file-name`; raises UnknownName."""
        if journey not in self.journeys:
            known = ", ".join(self.journeys) or "none"
            raise UnknownName(f"no journey '{journey}'; there is: {known}")
        return self.journeys[journey]

    def personas_of(self, journey: Journey) -> tuple[Persona, ...]:
        """The personas a journey is for, its own page's first; none: one who is silent.

        >>> Atlas().personas_of(Journey(title="J'ai un enfant"))[0].id
        ''
        """
        named = tuple(self.personas[name] for name in journey.personas if name in self.personas)
        return named or (Persona(name="—"),)

    def territory_of(self, journey: Journey) -> Territory | None:
        """The territory of a journey: its own, else the atlas's."""
        return self.territories.get(journey.territory or self.territory or "")
