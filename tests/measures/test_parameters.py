"""Assumed figures: one documented place, and what an atlas may set."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from carteblanche_journeys.measures import parameters_of
from carteblanche_journeys.measures.parameters import DEFAULTS
from carteblanche_journeys.model import Atlas, ParameterSettings
from carteblanche_journeys.publishing.parameters_page import parameters_page
from carteblanche_journeys.reading.schemas import schemas
from carteblanche_journeys.words import LANGUAGES, words_for


def test_an_atlas_may_set_each_figure_and_no_other() -> None:
    """The names that atlas.yml takes are those of the defaults, in the same order."""
    assert [one.name for one in DEFAULTS] == list(ParameterSettings.model_fields)


def test_every_default_goes_from_low_to_high_and_says_that_it_is_one() -> None:
    """Low, likely, high; status `default`; none is below zero."""
    for one in DEFAULTS:
        assert 0 <= one.value.low <= one.value.likely <= one.value.high
        assert one.status == one.value.status == "default"


def test_a_visit_takes_the_125_minutes_of_the_survey() -> None:
    """51 under way, 40 waiting, 34 at the desk: a figure that is read, not ours."""
    known = parameters_of(Atlas())
    parts = [known[name] for name in ("counter_travel", "counter_wait", "counter_exchange")]
    assert [one.value.likely for one in parts] == [51, 40, 34]
    assert all(one.read for one in parts)


def test_an_atlas_that_sets_nothing_assumes_the_defaults() -> None:
    """Each figure is that of the table."""
    known = parameters_of(Atlas())
    assert known.set_here == ()
    assert list(known.known.values()) == list(DEFAULTS)


def test_what_the_atlas_sets_is_its_own_with_its_status_and_sources() -> None:
    """In the unit of the table; without a status it is assumed."""
    written = {
        "counter_wait": {"value": "0.5 h", "status": "observed", "sources": ["enquete"]},
        "horizon": "6 mo",
        "car_speed": 30,
    }
    known = parameters_of(Atlas(parameters=written))
    assert known.set_here == ("counter_wait", "car_speed", "horizon")
    assert known["counter_wait"].value.likely == 30
    assert known["counter_wait"].status == "observed"
    assert known["counter_wait"].sources == ("enquete",)
    assert known["horizon"].value.likely == pytest.approx(182.64)
    assert (known["car_speed"].value.likely, known["car_speed"].status) == (30, "assumed")


@pytest.mark.parametrize(
    "written",
    [{"car_speed": "40 km"}, {"detour": 0}, {"counter_wait": "3 km"}, {"counter_weit": "3 min"}],
)
def test_a_figure_of_another_name_or_unit_is_refused(written: dict[str, object]) -> None:
    """Also for an atlas made in Python."""
    with pytest.raises(ValidationError):
        Atlas(parameters=written)


def test_editors_know_the_figures() -> None:
    """The JSON Schema of atlas.yml names each, and takes no other."""
    schema = schemas()["atlas.schema.json"]
    told = schema["$defs"]["ParameterSettings"]
    assert set(told["properties"]) == {one.name for one in DEFAULTS}
    assert told["additionalProperties"] is False


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_reference_shows_each_figure_with_where_it_is_from(lang: str) -> None:
    """One row each; those that are ours once more, with their reason."""
    page = parameters_page(words_for(lang))
    for one in DEFAULTS:
        assert page.count(f"| `{one.name}` |") == (1 if one.read else 2)
    assert "34 min" in page
