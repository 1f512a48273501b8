"""Counters: the points where a person meets an organisation."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from carteblanche_journeys.model.quantities import Count, Duration, Wait
from carteblanche_journeys.model.references import (
    CommuneId,
    Forwarded,
    OrganisationId,
    Reference,
    SchemeId,
)
from carteblanche_journeys.model.values import EMPTY, Frozen, Named, Several, Text, Thing

Channel = Literal["on-site", "phone", "post", "registered-post", "email", "online", "stop", "home"]
Level = Literal["informs", "receives", "decides"]
Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
#: What a counter can do, from the least to the most; each holds those before it.
LEVELS: tuple[Level, ...] = ("informs", "receives", "decides")

#: Latitude then longitude, in degrees (WGS 84), as a map service shows them.
Coordinates = tuple[
    Annotated[float, Field(ge=-90, le=90)], Annotated[float, Field(ge=-180, le=180)]
]


class Opening(Thing):
    """When a place is open."""

    hours: Frozen[Day, Several[str]] | None = Field(
        None, description="`mon: ['9:00-12:00', '14:00-17:00']`; a day left out is closed."
    )
    every: Duration | None = Field(None, description="How often a stop comes back: `14 d`.")


class Place(Thing):
    """One place of a counter."""

    commune: CommuneId | None = Field(None, description="A commune of the territory.")
    coordinates: Coordinates | None = Field(None, description="[latitude, longitude] if elsewhere.")
    address: Text | None = Field(None, description="The postal address.")
    opening: Opening | None = Field(None, description="Hours and rhythm.")
    served: Several[CommuneId] = Field((), description="Communes whose people come here.")


class Contact(Thing):
    """How to reach a counter without going there."""

    phone: str | None = Field(None, description="A telephone number.")
    url: str | None = Field(None, description="An address on the web.")


class Operator(Thing):
    """An organisation that answers a generalist counter, and how fast."""

    organisation: OrganisationId = Field(description="The organisation that answers.")
    answer_within: Duration | None = Field(None, description="How fast it answers: `4 d`.")


class Counter(Named):
    """A desk, phone line, address, online service, itinerant stop or home visit."""

    name: Text = Field(description="Its name for the people who use it.")
    owner: OrganisationId = Field(description="The organisation that answers for it.")
    channels: Several[Channel] = Field((), description="How it is reached, the usual one first.")
    places: Several[Place] = Field((), description="Where it stands.")
    appointment_wait: Wait | None = Field(None, description="Days until an appointment.")
    contact: Contact | None = Field(None, description="How to reach it without going there.")
    competence: Frozen[SchemeId, Level] = Field(
        EMPTY,
        description="For each scheme: informs, receives or decides.",
    )
    forwards_to: Several[Forwarded] = Field(
        (), description="Organisations or counters to which it passes cases on."
    )
    operators: Several[Operator] = Field(
        (), description="Who answers a generalist: what makes it more than a facade."
    )
    served: Count | None = Field(None, description="People served a year.")
    comes_from: Several[Reference] | None = Field(
        None, description="Of a redesign: the counters it comes from."
    )

    def level(self, scheme: str) -> Level | None:
        """What it does for a scheme, or None where nothing is said.

        >>> Counter(name="CAF", owner="caf", competence={"rsa": "decides"}).level("rsa")
        'decides'
        """
        return self.competence.get(scheme)
