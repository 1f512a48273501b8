"""Territories: communes, travel times and lines."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from carteblanche_journeys.model.counters import Coordinates
from carteblanche_journeys.model.quantities import Count, Duration, Factor, Share
from carteblanche_journeys.model.references import CommuneId
from carteblanche_journeys.model.values import (
    EMPTY,
    ById,
    Frozen,
    Named,
    Several,
    Text,
    Thing,
)

Mode = Literal["car", "walk", "bus", "train", "lift"]


class Commune(Named):
    """A commune: its name, people, town hall."""

    name: Text = Field(description="Its name.")
    population: Count | None = Field(None, description="How many people live there.")
    coordinates: Coordinates | None = Field(
        None, description="[latitude, longitude] of the town hall."
    )
    grouping: Text | None = Field(None, description="The grouping of communes it belongs to.")


class TravelTime(Thing):
    """A known time between two communes, one way."""

    from_: CommuneId = Field(alias="from", description="The commune left.")
    to: CommuneId = Field(description="The commune reached.")
    mode: Mode = Field(description="How one travels.")
    minutes: Count = Field(description="Minutes one way.")


class Line(Thing):
    """A line that takes people without a car."""

    from_: CommuneId = Field(alias="from", description="The commune left.")
    to: CommuneId = Field(description="The commune reached.")
    mode: Mode = Field("bus", description="How one travels; left out: bus.")
    minutes: Count | None = Field(None, description="Minutes one way.")
    every: Duration | None = Field(None, description="How often it runs.")
    booking: Duration | None = Field(None, description="How long before one must book.")
    fulfilment: Share | None = Field(None, description="The share of requests that are served.")


class Territory(Named):
    """A territory: communes, times, lines."""

    name: Text | None = Field(None, description="Its name.")
    communes: ById[Commune] = Field(EMPTY, description="Communes, by id.")
    times: Several[TravelTime] = Field((), description="Known times between communes.")
    lines: Several[Line] = Field((), description="Lines that take people without a car.")
    detour: Factor | None = Field(
        None, description="Road distance over distance as the crow flies."
    )
    speeds: Frozen[Mode, Factor] = Field(EMPTY, description="Kilometres an hour, by mode.")
