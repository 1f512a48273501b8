"""How far a counter is from where a person lives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, cos, hypot, radians, sin, sqrt

from carteblanche_journeys.model import Counter, Persona, Territory
from carteblanche_journeys.model.counters import Place

#: Mean radius of the Earth in kilometres (IUGG).
EARTH_RADIUS = 6371.0088


@dataclass(frozen=True, slots=True)
class Distance:
    """Kilometres one way.

    Parameters
    ----------
    km
        0 where the counter stands in the person's own commune.
    at_least
        Whether it is as the crow flies, so that the road is no shorter.
    """

    km: float
    at_least: bool


def crow_km(here: tuple[float, float], there: tuple[float, float]) -> float:
    """Kilometres between two places as the crow flies (haversine formula).

    Parameters
    ----------
    here, there
        Latitude and longitude in degrees.

    >>> round(crow_km((44.45, 1.44), (44.45, 1.45)), 2)
    0.79
    """
    (lat, lon), (lat2, lon2) = (map(radians, place) for place in (here, there))
    half = hypot(sin((lat2 - lat) / 2), sqrt(cos(lat) * cos(lat2)) * sin((lon2 - lon) / 2))
    return 2 * EARTH_RADIUS * asin(min(1.0, half))


def distance(
    counter: Counter, near: str | None, persona: Persona, territory: Territory | None
) -> Distance | None:
    """How far the place of a counter is from the home of the first person of a persona.

    Parameters
    ----------
    near
        Which place: `home`, `nearest`, `birth`, `any` or a commune; where a way does not say,
        or any would do, the nearest place.

    Returns None where a place, a commune or its coordinates are not known. The road is longer
    than the crow's way by the territory's `detour` where it is known.
    """
    first = persona.person(None)
    home = first.commune if first else None
    if territory is None or home is None or near == "birth" or home not in territory.communes:
        return None
    places = places_for(counter, near, home)
    if near == "home" or any(place.commune == home for place in places):
        return Distance(0, False)
    return _nearest(places, home, territory)


def places_for(counter: Counter, near: str | None, home: str) -> tuple[Place, ...]:
    """The places of a counter to which people of a commune may go by a way.

    Where a place names the communes that it serves, people of others do not go there.
    """
    serving = tuple(p for p in counter.places if not p.served or home in p.served)
    if near in (None, "nearest", "any"):
        return serving
    wanted = home if near == "home" else near
    return tuple(place for place in serving if place.commune == wanted)


def crow_to(place: Place, home: str, territory: Territory) -> float | None:
    """Kilometres as the crow flies from a commune to a place; None where one is not known."""
    here, there = territory.communes.get(home), _where(place, territory)
    if here is None or here.coordinates is None or there is None:
        return None
    return crow_km(here.coordinates, there)


def _nearest(places: Iterable[Place], home: str, territory: Territory) -> Distance | None:
    known = [crow_to(place, home, territory) for place in places]
    crow = [km for km in known if km is not None]
    if not crow or None in known:
        return None
    detour = territory.detour.likely if territory.detour else None
    return Distance(min(crow) * (detour or 1), detour is None)


def _where(place: Place, territory: Territory) -> tuple[float, float] | None:
    commune = territory.communes.get(place.commune or "")
    return place.coordinates or (commune.coordinates if commune else None)
