"""Travel: door to door, with what it rests on."""

from __future__ import annotations

from typing import Any

import pytest

from carteblanche_journeys.measures import Travel, parameters_of, travel
from carteblanche_journeys.model import Atlas, Persona, Territory, Way

COMMUNES = {
    "bourg": {"name": "Bourg", "coordinates": [44.0, 1.0]},
    "ville": {"name": "Ville", "coordinates": [44.1, 1.0]},
    "voisin": {"name": "Voisin", "coordinates": [44.005, 1.0]},
    "inconnu": {"name": "Sans coordonnées"},
}


def _travel(
    *places: str | dict[str, Any],
    car: str | None = "own",
    near: str | None = None,
    home: str | None = "bourg",
    **territory: Any,
) -> Travel:
    """The way of Zoé, who lives in the bourg unless said, to a counter in these communes."""
    at = [{"commune": place} if isinstance(place, str) else place for place in places]
    atlas = Atlas(counters={"caf": {"name": "Caf", "owner": "caf", "places": at}})
    zoe = Persona(name="Zoé", people=[{"commune": home, "car": car}])
    way = Way(counter="caf", channel="on-site", near=near)
    land = Territory(communes=COMMUNES, **territory)
    return travel(way, zoe, None, atlas, land, parameters_of(atlas))


def _minutes(found: Travel) -> float | None:
    return found.minutes.likely if found.minutes else None


def test_a_time_written_down_comes_first() -> None:
    """Whatever the distance; it is not an assumption."""
    times = [{"from": "bourg", "to": "ville", "mode": "car", "minutes": 18, "status": "observed"}]
    found = _travel("ville", times=times)
    assert (_minutes(found), found.mode, found.why) == (18, "car", "time")
    assert found.minutes is not None
    assert found.minutes.status == "observed"


def test_a_time_holds_for_the_way_back_too() -> None:
    """One way written down is enough."""
    times = [{"from": "ville", "to": "bourg", "mode": "car", "minutes": 18}]
    assert _minutes(_travel("ville", times=times)) == 18


def test_else_the_distance_by_road_is_divided_by_the_speed() -> None:
    """11.12 km as the crow flies, 1.3 times that by road, at 40 km/h: all assumed."""
    found = _travel("ville")
    assert found.why == "distance"
    assert found.km is not None
    assert found.km.likely == pytest.approx(14.456, abs=1e-3)
    assert _minutes(found) == pytest.approx(21.68, abs=0.01)
    assert found.minutes is not None
    assert found.minutes.status == found.km.status == "default"
    assert found.minutes.low is not None
    assert found.minutes.high is not None
    assert found.minutes.low < 21.68 < found.minutes.high


def test_the_territory_s_own_detour_and_speed_come_before_the_defaults() -> None:
    """And lend their own status."""
    found = _travel(
        "ville",
        detour={"value": 1, "status": "observed"},
        speeds={"car": {"value": 60, "status": "published"}},
    )
    assert _minutes(found) == pytest.approx(11.12, abs=0.01)
    assert found.minutes is not None
    assert found.minutes.status == "observed"


def test_one_walks_where_it_is_near() -> None:
    """Half a kilometre is walked, also by those who have a car."""
    found = _travel("voisin")
    assert (found.mode, found.reachable) == ("walk", True)


def test_a_counter_of_one_s_own_commune_is_some_minutes_off_and_no_kilometre() -> None:
    """The minutes are assumed."""
    found = _travel("bourg", "ville")
    assert (found.why, found.reachable, _minutes(found)) == ("same-commune", True, 10)
    assert found.km is not None
    assert found.km.likely == 0


def test_without_a_car_and_without_any_line_written_down_nobody_knows() -> None:
    """The minutes are those of someone who is driven there; whether one is, is a question."""
    found = _travel("ville", car="none")
    assert (found.reachable, found.why, found.mode) == (None, "lines-unknown", "lift")
    assert _minutes(found) == pytest.approx(21.68, abs=0.01)


def test_without_a_car_and_without_a_line_there_it_is_out_of_reach() -> None:
    """Lines of the territory are known, and none goes there."""
    lines = [{"from": "ville", "to": "inconnu", "minutes": 12}]
    found = _travel("ville", car="none", lines=lines)
    assert (found.reachable, found.why) == (False, "no-line")


def test_a_line_takes_those_without_a_car() -> None:
    """With its own minutes; the line that serves more requests comes first."""
    lines = [
        {"from": "bourg", "to": "ville", "mode": "lift", "minutes": 15, "fulfilment": 0.22},
        {"from": "bourg", "to": "ville", "minutes": 35, "every": "7 d"},
    ]
    found = _travel("ville", car="none", lines=lines)
    assert (found.reachable, found.mode, _minutes(found)) == (True, "bus", 35)
    assert found.line is not None
    assert found.line.every is not None


def test_of_a_line_that_serves_one_request_in_four_the_others_are_driven() -> None:
    """The minutes are a mean, and nobody can say that one gets there."""
    times = [{"from": "bourg", "to": "ville", "mode": "car", "minutes": 20}]
    lines = [{"from": "bourg", "to": "ville", "mode": "lift", "minutes": 40, "fulfilment": 0.25}]
    found = _travel("ville", car="none", lines=lines, times=times)
    assert (found.reachable, found.why, _minutes(found)) == (None, "line", 25)


def test_a_volunteer_drives_as_fast_as_anybody() -> None:
    """Where the line says no minutes, those known by car are taken."""
    times = [{"from": "bourg", "to": "ville", "mode": "car", "minutes": 20}]
    lines = [{"from": "bourg", "to": "ville", "mode": "lift"}]
    assert _minutes(_travel("ville", car="none", lines=lines, times=times)) == 20


def test_a_line_that_is_only_proposed_says_nothing_of_others() -> None:
    """Whether another line goes elsewhere remains a question."""
    lines = [{"from": "ville", "to": "inconnu", "minutes": 12, "status": "proposed"}]
    assert _travel("ville", car="none", lines=lines).why == "lines-unknown"


def test_who_has_a_lift_is_driven() -> None:
    """As fast as by car."""
    found = _travel("ville", car="lift")
    assert (found.mode, found.reachable) == ("lift", True)


def test_where_nobody_says_whether_there_is_a_car_reach_is_not_known() -> None:
    """The minutes are those by car."""
    found = _travel("ville", car=None)
    assert (found.reachable, found.why) == (None, "car-unknown")
    assert _minutes(found) is not None


def test_of_several_places_the_soonest_is_taken() -> None:
    """One whose place nobody knows hides no other."""
    found = _travel("ville", "voisin", "inconnu")
    assert found.place is not None
    assert found.place.commune == "voisin"


def test_a_place_that_serves_other_communes_is_not_for_me() -> None:
    """A stop for others cannot be reached, one that serves mine can."""
    other = {"commune": "voisin", "served": ["ville"]}
    mine = {"commune": "ville", "served": ["bourg", "ville"]}
    found = _travel(other, mine)
    assert found.place is not None
    assert found.place.commune == "ville"
    assert _travel(other).reachable is False


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (_travel("ville", home=None), "home-unknown"),
        (_travel(), "place-unknown"),
        (_travel("ville", "voisin", near="birth"), "place-unknown"),
        (_travel("inconnu"), "far-unknown"),
    ],
)
def test_what_is_not_known_of_a_way_is_not_made_up(found: Travel, why: str) -> None:
    """No home, no place, no coordinates: no minutes, and reach is a question."""
    assert (found.minutes, found.reachable, found.why) == (None, None, why)


def test_a_child_is_born_where_the_only_maternity_is() -> None:
    """Of a counter with one place, `near: birth` is that place."""
    assert _travel("ville", near="birth").why == "distance"
