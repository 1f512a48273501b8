"""Personas: for whom a journey is drawn and measured."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from carteblanche_journeys.model.conditions import Scalar
from carteblanche_journeys.model.quantities import Share
from carteblanche_journeys.model.references import ActorId, CommuneId, SchemeId, Told
from carteblanche_journeys.model.values import (
    EMPTY,
    Frozen,
    Named,
    Number,
    Several,
    Text,
    Thing,
    YesNo,
)


class Person(Thing):
    """One person of a household or a firm."""

    role: Several[ActorId] = Field((), description="The actors this person is.")
    name: Text | None = Field(None, description="A first name.")
    commune: CommuneId | None = Field(None, description="Where the person lives or works.")
    car: Literal["own", "lift", "none"] | None = Field(None, description="Left out: unknown.")
    online: Annotated[int, Field(ge=0, le=3)] | None = Field(
        None, description="Ease online, 0 (not at all) to 3; left out: unknown."
    )


class Persona(Named):
    """One person, household or firm for whom the journey is drawn."""

    name: Text = Field(description="A first name, or a name for the firm.")
    portrait: Text | None = Field(None, description="Who it is, in a sentence or two.")
    kind: Literal["person", "household", "firm"] = Field(
        "person", description="person (default), household or firm."
    )
    needs: Several[SchemeId] = Field((), description="Schemes it pursues.")
    people: Several[Person] = Field((), description="The people of the household or firm.")
    traits: Annotated[Frozen[str, Scalar], Told()] = Field(
        EMPTY, description="Traits of atlas.yml and facts."
    )
    counts: Frozen[str, Number] = Field(EMPTY, description="`children: 2`, `homes: 4`.")
    staff: Number | None = Field(None, description="Employees of a firm.")
    share: Share | None = Field(None, description="Its part among those who live the moment.")
    invented: YesNo | None = Field(None, description="True: nobody real.")

    def person(self, actor: str | None) -> Person | None:
        """The one who plays `actor`, else the first of the household.

        >>> lea = Persona(name="Léa", people=[{"role": "aidante", "online": 2}])
        >>> lea.person("aidante").online
        2
        """
        for one in self.people:
            if actor in one.role:
                return one
        return self.people[0] if self.people else None
