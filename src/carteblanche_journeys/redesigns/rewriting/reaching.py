"""Who has to go where, and how far that is: asked of a variant, persona by persona."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from carteblanche_journeys.diagnosis.clues.desert import Faraway, faraway, on_the_spot
from carteblanche_journeys.diagnosis.rule import rule_named
from carteblanche_journeys.graph import Lived
from carteblanche_journeys.measures import parameters_of
from carteblanche_journeys.measures.delays import interval
from carteblanche_journeys.measures.travel import Reach, reach, reach_place
from carteblanche_journeys.model import Person, Way
from carteblanche_journeys.model.counters import Place
from carteblanche_journeys.model.quantities import MINUTES
from carteblanche_journeys.redesigns.variant import Variant


@lru_cache(maxsize=64)
def far_steps(variant: Variant, lived: Lived) -> tuple[Faraway, ...]:
    """The steps of a life that are out of reach, as the rule `out-of-reach` sees them.

    Those that would be near enough by road, if there were a line, are no fault and left out.
    """
    limit = rule_named("out-of-reach").figures(variant.atlas)["alert"]
    return tuple(
        one
        for one in faraway(lived, parameters_of(variant.atlas), limit)
        if one.verdict != "lines-unknown"
    )


def is_rare(step: str, lived: Lived) -> bool:
    """Whether a step can only be lived where a place opens rarely, as `rare-opening` sees it."""
    most = rule_named("rare-opening").figures(lived.atlas)["days"]
    found = [_days(way, lived) for way in on_the_spot(step, lived)]
    return bool(found) and all(days is not None and days > most for days in found)


def _days(way: Way, lived: Lived) -> float | None:
    counter = lived.atlas.counters.get(way.counter or "")
    every = interval(way, counter, lived) if counter is not None and counter.places else None
    if every is None:
        return None
    low, likely, high = every.minutes
    return ((low + high) / 2 if likely is None else likely) / MINUTES["d"]


def drive_to_stop(variant: Variant, home: str, stop: str) -> float | None:
    """Minutes by car, one way, from a commune to a stop in another; None where not known."""
    territory = variant.atlas.territory_of(variant.journey)
    if territory is None or home not in territory.communes:
        return None
    person = Person(commune=home, car="own")
    return _minutes(
        reach_place(Place(commune=stop), person, territory, parameters_of(variant.atlas))
    )


def drive_to_counter(variant: Variant, home: str, way: Way) -> float | None:
    """Minutes by car, one way, from a commune to the counter of a way; None where not known."""
    territory = variant.atlas.territory_of(variant.journey)
    parameters = parameters_of(variant.atlas)
    counter = variant.atlas.counters.get(way.counter or "")
    plain = way.near in (None, "nearest", "any", "home")
    if counter is not None and plain and _stands_in(counter.places, home):
        return parameters.figures["commune_travel"].likely
    person = Person(commune=home, car="own")
    return _minutes(reach(way, person, variant.atlas, territory, parameters))


def _stands_in(places: tuple[Place, ...], home: str) -> bool:
    return any(
        place.commune == home and (not place.served or home in place.served) for place in places
    )


def _minutes(found: Reach) -> float | None:
    return found.minutes.likely if found.minutes is not None else None


def homes(variant: Variant) -> Iterator[str]:
    """The communes where people of the journey live, each once, in order."""
    people = (person for persona in variant.personas for person in persona.people)
    yield from dict.fromkeys(one.commune for one in people if one.commune is not None)
