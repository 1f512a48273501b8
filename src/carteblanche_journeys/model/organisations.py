"""Who owns counters and who acts: organisations and actors."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from carteblanche_journeys.model.references import OrganisationId
from carteblanche_journeys.model.values import Named, Text, YesNo

OrganisationKind = Literal[
    "state", "local", "social-security", "health", "association", "private", "professional"
]
ActorKind = Literal["person", "relative", "firm", "agent", "professional", "organisation"]


class Organisation(Named):
    """A body that owns counters and is accountable."""

    name: Text = Field(description="Its full name.")
    kind: OrganisationKind | None = Field(None, description="What kind of body it is.")
    level: Text | None = Field(None, description="Where it stands: commune, département, État…")
    part_of: OrganisationId | None = Field(None, description="The organisation it belongs to.")
    many: YesNo = Field(
        False, description="One name for many bodies: the mairie of birth is not that of residence."
    )


class Actor(Named):
    """Who does a step: the person, a relative, an agent, a professional, an organisation."""

    name: Text = Field(description="Its name, as it reads in a sentence.")
    kind: ActorKind = Field("person", description="Person, relative, firm, agent, professional…")
    organisation: OrganisationId | None = Field(None, description="Whom an agent acts for.")

    @property
    def of_household(self) -> bool:
        """Whether what this actor does weighs on the household or the firm."""
        return self.kind in ("person", "relative", "firm")
