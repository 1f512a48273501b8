"""What lives of one journey share never shows: each is measured as if it were alone."""

from pathlib import Path

import pytest

from carteblanche_journeys.graph import live, network
from carteblanche_journeys.measures import Measured, measure
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.reading import read_atlas

ATLAS = read_atlas(Path(__file__).parents[2] / "journeys").atlas


def said(measured: Measured) -> dict[str, object]:
    """All that is said of a life, in a form that two runs can be compared by."""
    return {
        "figures": {name: str(one) for name, one in measured.figures.items()},
        "roles": {
            role: {name: str(one) for name, one in sums.items()}
            for role, sums in measured.roles.items()
        },
        "visits": dict(measured.visits.expected),
        "outcomes": [(one.step, one.probability, str(one.elapsed)) for one in measured.outcomes],
        "deadlines": [(one.step, str(one.slack)) for one in measured.deadlines],
        "promises": str(measured.promises),
        "closed": measured.no_way_through,
        "structural": measured.structural,
    }


@pytest.mark.parametrize("name", list(ATLAS.journeys))
def test_each_persona_is_measured_as_if_alone(name: str) -> None:
    """Ten people on one network, one after the other, get what each gets on one of their own."""
    journey = ATLAS[name]
    together = network(journey)
    for persona in ATLAS.personas.values():
        beside = measure(live(journey, ATLAS, persona, together))
        alone = measure(live(journey, ATLAS, persona, network(journey)))
        assert said(beside) == said(alone), persona.id


def test_people_who_go_the_same_ways_are_told_apart() -> None:
    """Homes, counts and needs do not change the way, and still change what it costs."""
    steps = {"depot": {"title": "Déposer", "at": "caf", "times": {"per": "enfants"}}}
    people = {
        "pres": {"name": "Près", "people": [{"commune": "ville", "car": "own"}]},
        "loin": {"name": "Loin", "people": [{"commune": "village", "car": "own"}]},
    }
    for one, children in (("pres", 1), ("loin", 3)):
        people[one]["counts"] = {"enfants": children}
    atlas = Atlas(
        organisations={"caf": {"name": "Caf"}},
        counters={
            "caf": {"name": "Caf", "owner": "caf", "channels": ["on-site"],
                    "places": [{"commune": "ville"}]},
        },
        territory="bassin",
        territories={"bassin": {"communes": {
            "ville": {"name": "Ville", "coordinates": [44.45, 1.44]},
            "village": {"name": "Village", "coordinates": [44.60, 1.20]},
        }}},
        personas=people,
        journeys={"x/as-is": {"title": "X", "steps": steps, "personas": ["pres", "loin"]}},
    )  # fmt: skip
    journey = atlas["x/as-is"]
    together = network(journey)
    near, far = (measure(live(journey, atlas, one, together)) for one in atlas.personas.values())
    assert (near["trips"].likely, far["trips"].likely) == (1, 3)
    assert (near["travel_km"].likely or 0) < (far["travel_km"].likely or 0)
