"""Deadlines: what the law gives against what it typically takes."""

from __future__ import annotations

from typing import Any

import pytest

from carteblanche_journeys.graph import live
from carteblanche_journeys.measures.deadlines import Slack, slacks
from carteblanche_journeys.measures.elapsed import elapsed
from carteblanche_journeys.measures.visits import visits
from carteblanche_journeys.model import Atlas, Journey, Persona

COUNTERS = Atlas(
    organisations={"mairie": {"name": "Mairie"}},
    counters={
        "mairie": {
            "name": "Mairie",
            "owner": "mairie",
            "channels": ["on-site"],
            "appointment_wait": "4 d",
        }
    },
)


def only(steps: dict[str, dict[str, Any]]) -> Slack:
    """The only deadline of these steps."""
    titled = {name: {"title": name, **step} for name, step in steps.items()}
    lived = live(Journey(title="J'essaie", steps=titled), COUNTERS, Persona(name="Zoé"))
    (found,) = slacks(lived, elapsed(lived, visits(lived)))
    return found


def test_an_organisation_is_late_by_what_its_answer_takes() -> None:
    """A decision due in two months that takes 60 to 120 days leaves less than nothing."""
    due = {"within": "2 mo", "of": "ask", "binds": "organisation"}
    found = only({"ask": {"wait": "9 d"}, "decide": {"wait": "60..90..120 d", "deadlines": [due]}})
    assert found.typical.likely == pytest.approx(90)
    assert found.allowed.likely == pytest.approx(60.88)
    assert found.slack.likely == pytest.approx(-29.12)
    assert (found.slack.low, found.slack.high) == (pytest.approx(-59.12), pytest.approx(0.88))
    assert found.met is False


def test_a_person_is_in_time_once_the_act_is_done() -> None:
    """Who must declare within five days has waited for the appointment, not for the answer."""
    due = {"within": "5 d", "of": "born", "binds": "person"}
    found = only(
        {
            "born": {"kind": "event"},
            "declare": {"at": "mairie", "wait": "30 d", "deadlines": [due]},
        }
    )
    assert (found.typical.likely, found.slack.likely, found.met) == (4, 1, True)


def test_a_length_that_is_only_a_least_one_keeps_no_deadline() -> None:
    """Where a step between says nothing, a deadline may be missed but is not known to be kept."""
    due = {"within": "30 d", "of": "ask", "binds": "person"}
    steps: dict[str, dict[str, Any]] = {"ask": {}, "a": {"wait": "9 d"}, "b": {}}
    kept = only({**steps, "c": {"deadlines": [due]}})
    assert (kept.slack.likely, kept.met) == (21, None)
    late = only({**steps, "a": {"wait": "90 d"}, "c": {"deadlines": [due]}})
    assert (late.slack.likely, late.met) == (-60, False)


def test_a_deadline_right_after_its_start_is_not_known_to_be_kept() -> None:
    """Where no step between says how long it lasts, all days are left, but who knows."""
    due = {"within": "8 d", "of": "told", "binds": "person"}
    found = only({"told": {"kind": "event"}, "answer": {"deadlines": [due]}})
    assert (found.slack.likely, found.met) == (8, None)


def test_without_a_start_there_is_no_slack() -> None:
    """A deadline that does not say from when it counts, or a day of the year, leaves no slack."""
    for due in ({"within": "5 d"}, {"by_date": "12-31"}):
        found = only({"a": {"wait": "3 d", "deadlines": [due]}})
        assert found.slack.likely is None
        assert found.met is None


def test_something_to_be_done_before_a_date() -> None:
    """Two weeks before a start that comes after 60 days, an act on day 40 has 6 days left."""
    due = {"before": {"of": "start", "by": "2 wk"}, "binds": "person"}
    found = only(
        {
            "plan": {"wait": "0 d", "next": ["prepare", "start"]},
            "prepare": {"wait": "40 d"},
            "tell": {"wait": "1 d", "deadlines": [due], "ends": True},
            "start": {"kind": "event", "happens": {"after": "60 d"}, "next": []},
        }
    )
    assert found.typical.likely == pytest.approx(20)
    assert found.slack.likely == pytest.approx(6)


def test_an_unknown_wait_before_a_date_may_be_any() -> None:
    """Where a step between an act and the date it precedes says nothing, no slack is said."""
    due = {"before": {"of": "start", "by": "1 mo"}, "binds": "person"}
    found = only(
        {
            "tell": {"deadlines": [due]},
            "answer": {},
            "start": {"wait": "9 d"},
        }
    )
    assert (found.typical.likely, found.slack.likely, found.met) == (None, None, None)


def test_an_early_finish_of_a_deadline_on_another_branch_is_not_said() -> None:
    """A deadline that counts from a step the persona does not live has no slack."""
    due = {"within": "5 d", "of": "elsewhere"}
    atlas_steps = {"a": {"deadlines": [due], "next": []}, "elsewhere": {"when": {"t": False}}}
    assert only(atlas_steps).slack.likely is None
