"""The atlas: journeys, and the counters, evidence, schemes and people they share."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from carteblanche_journeys.errors import UnknownName
from carteblanche_journeys.model.counters import Counter
from carteblanche_journeys.model.evidence import Evidence, Fact
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.journeys import Journey, Observation
from carteblanche_journeys.model.organisations import Actor, Organisation
from carteblanche_journeys.model.parameters import ParameterSettings
from carteblanche_journeys.model.personas import Persona
from carteblanche_journeys.model.redesigned import SHELVES, Additions, Redesigned
from carteblanche_journeys.model.references import TerritoryId
from carteblanche_journeys.model.schemes import Scheme
from carteblanche_journeys.model.sources import Source
from carteblanche_journeys.model.territories import Territory
from carteblanche_journeys.model.values import (
    EMPTY,
    ById,
    Frozen,
    Id,
    Named,
    Several,
    Text,
    Thing,
)
from carteblanche_journeys.model.waivers import RuleSettings, Waiver


class Trait(Named):
    """Something that sets people apart: what a condition may test."""

    type: Literal["bool", "number", "one-of"] = Field(
        "bool", description="bool (default), number or one-of."
    )
    label: Text | None = Field(None, description="Its name on a page; left out: the id.")
    options: Frozen[str, Text] | Several[str] = Field((), description="Of a one-of.")
    question: Text | None = Field(None, description="How one asks for it, in a sentence.")


class Head(Thing):
    """What atlas.yml says: title, language, territory, settings, traits, purposes."""

    title: Text = Field("Atlas", description="The title of the atlas.")
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")] = Field(
        "en", description="The language of its texts: `fr`."
    )
    territory: TerritoryId | None = Field(
        None, description="The territory of journeys that name none."
    )
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = Field(
        "EUR", description="The currency of amounts: `EUR`."
    )
    traits: ById[Trait] = Field(
        EMPTY, description="What sets people apart: what a condition may test."
    )
    purposes: Frozen[Id, Text] = Field(EMPTY, description="What schemes are for, in words, by id.")
    parameters: ParameterSettings = Field(
        ParameterSettings(), description="Values that measures use in place of their own."
    )
    rules: RuleSettings = Field(RuleSettings(), description="How strict the diagnosis is.")
    waivers: Several[Waiver] = Field((), description="Findings accepted, in every journey.")


class Atlas(Head):
    """A whole atlas, frozen: what every other room reads.

    >>> atlas = Atlas(title="L'école", language="fr")
    >>> atlas.title, len(atlas.journeys)
    ("L'école", 0)
    """

    organisations: ById[Organisation] = Field(EMPTY, description="Bodies, by id.")
    actors: ById[Actor] = Field(EMPTY, description="Who acts, by id.")
    counters: ById[Counter] = Field(EMPTY, description="Counters, by id.")
    evidence: ById[Evidence] = Field(EMPTY, description="Pieces of evidence, by id.")
    facts: ById[Fact] = Field(EMPTY, description="Facts, by id.")
    schemes: ById[Scheme] = Field(EMPTY, description="Schemes, by id.")
    personas: ById[Persona] = Field(EMPTY, description="Personas, by id.")
    source_list: ById[Source] = Field(EMPTY, description="Sources, by id.")
    territories: ById[Territory] = Field(EMPTY, description="Territories, by id.")
    journeys: Frozen[str, Journey] = Field(
        EMPTY, description="Journeys, by `life-moment/file-name`."
    )
    observations: Several[Observation] = Field((), description="What was measured on people.")

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

    def seen_by(self, journey: Journey) -> Atlas:
        """The atlas as a journey sees it: with what its redesign adds, or takes away.

        The atlas itself for a journey that redesigns nothing, or that it shows already.
        """
        if not isinstance(journey, Redesigned):
            return self
        changed = {
            shelf: self._shelf(shelf, journey.additions)
            for shelf in SHELVES
            if not self._shows(shelf, journey.additions)
        }
        return self.model_copy(update=changed) if changed else self

    def _shows(self, shelf: str, additions: Additions) -> bool:
        here = getattr(self, shelf)
        gone = shelf == "counters" and any(name in here for name in additions.gone)
        return not gone and all(here.get(n) is one for n, one in additions.on(shelf).items())

    def _shelf(self, shelf: str, additions: Additions) -> FrozenMap[str, Named]:
        every = {**getattr(self, shelf), **additions.on(shelf)}
        gone = additions.gone if shelf == "counters" else ()
        return FrozenMap({name: one for name, one in every.items() if name not in gone})

    def territory_of(self, journey: Journey) -> Territory | None:
        """The territory of a journey: its own, else the atlas's."""
        return self.territories.get(journey.territory or self.territory or "")
