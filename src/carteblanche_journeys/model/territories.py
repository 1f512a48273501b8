"""Territories: communes, travel times and lines."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from carteblanche_journeys.model.counters import Coordinates
from carteblanche_journeys.model.quantities import Count, Duration, Share
from carteblanche_journeys.model.values import (
    EMPTY,
    ById,
    Frozen,
    Named,
    Reference,
    Several,
    Text,
    Thing,
)

Mode = Literal["car", "walk", "bus", "train", "lift"]


class Commune(Named):
    """A commune: its name, people, town hall."""

    name: Text
    population: Count | None = None
    coordinates: Coordinates | None = Field(
        None, description="[latitude, longitude] of the town hall."
    )
    grouping: Text | None = Field(None, description="The grouping of communes it belongs to.")


class TravelTime(Thing):
    """A known time between two communes, one way."""

    from_: Reference = Field(alias="from")
    to: Reference
    mode: Mode
    minutes: Count = Field(description="Minutes one way.")


class Line(Thing):
    """A line that takes people without a car."""

    from_: Reference = Field(alias="from")
    to: Reference
    mode: Mode = "bus"
    minutes: Count | None = None
    every: Duration | None = Field(None, description="How often it runs.")
    booking: Duration | None = Field(None, description="How long before one must book.")
    fulfilment: Share | None = Field(None, description="The share of requests that are served.")


class Territory(Named):
    """A territory: communes, times, lines."""

    name: Text | None = None
    communes: ById[Commune] = Field(EMPTY)
    times: Several[TravelTime] = ()
    lines: Several[Line] = ()
    detour: Count | None = Field(None, description="Road distance over distance as the crow flies.")
    speeds: Frozen[Mode, Count] = Field(EMPTY, description="Kilometres an hour, by mode.")
