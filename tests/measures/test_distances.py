"""Distances: as long as the crow's way at least, and unknown where a place is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carteblanche_journeys.measures.distances import Distance, crow_km, distance
from carteblanche_journeys.model import Counter, Persona, Territory

TERRITORY = Territory(
    communes={
        "bourg": {"name": "Bourg", "coordinates": [44.0, 1.0]},
        "ville": {"name": "Ville", "coordinates": [44.1, 1.0]},
        "loin": {"name": "Loin", "coordinates": [45.0, 1.0]},
        "inconnu": {"name": "Sans coordonnées"},
    }
)
ZOE = Persona(name="Zoé", people=[{"commune": "bourg"}])
PLACE = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


def _counter(*communes: str) -> Counter:
    return Counter(name="Caf", owner="caf", places=[{"commune": one} for one in communes])


def test_a_degree_of_latitude_is_a_hundred_and_eleven_kilometres() -> None:
    """The known length of a meridian's degree."""
    assert crow_km((44, 1), (45, 1)) == pytest.approx(111.2, abs=0.1)


@given(PLACE, PLACE)
def test_there_is_as_far_as_back(here: tuple[float, float], there: tuple[float, float]) -> None:
    """Symmetric, never negative, never longer than half the Earth's round."""
    assert crow_km(here, there) == pytest.approx(crow_km(there, here), abs=1e-6)
    assert 0 <= crow_km(here, there) <= 20_016


def test_the_nearest_place_counts_where_nothing_is_said() -> None:
    """As the crow flies, so the road is no shorter."""
    far = distance(_counter("loin", "ville"), None, ZOE, TERRITORY)
    assert far is not None
    assert far.at_least
    assert far.km == pytest.approx(11.12, abs=0.01)


def test_a_named_commune_counts_where_it_is_said() -> None:
    """Not the nearest."""
    far = distance(_counter("loin", "ville"), "loin", ZOE, TERRITORY)
    assert far is not None
    assert far.km > 100


def test_a_known_detour_makes_the_distance_that_of_the_road() -> None:
    """The territory says how much longer roads are."""
    territory = TERRITORY.model_copy(update={"detour": Territory(detour=1.3).detour})
    far = distance(_counter("ville"), None, ZOE, territory)
    assert far == Distance(pytest.approx(14.45, abs=0.01), False)


@pytest.mark.parametrize("near", ["home", None, "nearest"])
def test_a_counter_in_one_s_own_commune_is_no_way_off(near: str | None) -> None:
    """0, which is known, not unknown."""
    assert distance(_counter("bourg", "loin"), near, ZOE, TERRITORY) == Distance(0, False)


@pytest.mark.parametrize(
    ("places", "near", "persona", "territory"),
    [
        (("ville",), "birth", ZOE, TERRITORY),
        ((), None, ZOE, TERRITORY),
        (("ville", "inconnu"), None, ZOE, TERRITORY),
        (("ville",), None, Persona(name="Zoé"), TERRITORY),
        (("ville",), None, ZOE, None),
    ],
)
def test_a_distance_is_unknown_where_a_place_is(
    places: tuple[str, ...], near: str | None, persona: Persona, territory: Territory | None
) -> None:
    """No place, no home, no coordinates, no territory: None, never zero."""
    assert distance(_counter(*places), near, persona, territory) is None
