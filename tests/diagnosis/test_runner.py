"""The diagnosis as a whole: what is merged, set, filtered, ordered, and survived."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from carteblanche_journeys.diagnosis import Rule, diagnose, rule_named, runner
from carteblanche_journeys.diagnosis.finding import mention
from carteblanche_journeys.errors import UnknownName
from carteblanche_journeys.model import Atlas


def courier(atlas: Atlas, **asked: object) -> list:
    """The findings of one rule."""
    return list(diagnose(atlas, rules=["user-as-courier"], **asked).findings)


def test_one_cause_is_one_finding_over_personas_and_journeys(atlas: Atlas) -> None:
    """The same piece carried by three personas in two journeys is one finding."""
    (finding,) = courier(atlas)
    assert finding.journeys == ("demenager/as-is", "revenir/as-is")
    assert finding.personas == ("lea", "noe", "rose")


def test_places_of_every_journey_are_kept(atlas: Atlas) -> None:
    """Where a finding stands is known in each of its journeys, and nowhere else."""
    (finding,) = courier(atlas)
    assert finding.where_in("demenager/as-is").steps == ("residence", "dossier")
    assert finding.where_in("revenir/as-is").links == ("residence->dossier",)
    assert finding.where_in("autre/as-is").steps == ()


def test_fingerprint_is_of_rule_and_cause_alone(atlas: Atlas) -> None:
    """One more place of a finding does not change its fingerprint."""
    (here,) = courier(atlas, journey_ids=["demenager/as-is"])
    (both,) = courier(atlas)
    assert here.fingerprint == both.fingerprint


def test_journeys_personas_and_rules_can_be_chosen(atlas: Atlas) -> None:
    """Only what is asked for is looked at."""
    (finding,) = courier(atlas, personas=["rose"])
    assert finding.journeys == ("revenir/as-is",)
    (lived_by_rose,) = courier(atlas, journey_ids=["demenager/as-is"], personas=["rose"])
    assert lived_by_rose.personas == ("rose",)
    assert diagnose(atlas, rules=["loose-end"]).findings == ()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"journey_ids": ["demenager/asis"]}, "demenager/as-is"),
        ({"personas": ["leo"]}, "lea"),
        ({"rules": ["user-as-couriers"]}, "did you mean 'user-as-courier'?"),
    ],
)
def test_an_unknown_name_says_what_there_is(atlas: Atlas, asked: dict, said: str) -> None:
    """A journey, persona or rule that does not exist is refused with those that do."""
    with pytest.raises(UnknownName, match=said.replace("?", r"\?")):
        diagnose(atlas, **asked)


@pytest.mark.parametrize(
    ("settings", "severity"),
    [
        ({}, "warning"),
        ({"preset": "exploration"}, "info"),
        ({"preset": "strict"}, "error"),
        ({"preset": "strict", "severity": {"user-as-courier": "info"}}, "info"),
    ],
)
def test_atlas_sets_how_bad_a_fault_counts(
    settings: dict, severity: str, atlas_with: Callable[..., Atlas]
) -> None:
    """A preset moves every service rule by one; a rule's own setting is taken as it is."""
    (finding,) = courier(atlas_with(rules=settings))
    assert finding.severity == severity


def test_preset_leaves_structure_alone() -> None:
    """Without structure the walk has no meaning: no preset makes it less than an error."""
    loose = {"title": "Je pars", "steps": {"a": {"title": "A", "next": []}, "b": {"title": "B"}}}
    atlas = Atlas(rules={"preset": "exploration"}, journeys={"x/as-is": loose})
    assert {finding.severity for finding in diagnose(atlas).findings} == {"error"}


def test_a_rule_that_is_off_finds_nothing(atlas_with: Callable[..., Atlas]) -> None:
    """A rule set to off is not asked at all."""
    assert courier(atlas_with(rules={"severity": {"user-as-courier": "off"}})) == []


def test_a_better_told_cause_silences_the_other_and_remembers_it(
    atlas: Atlas, atlas_with: Callable[..., Atlas]
) -> None:
    """On one link the courier stays, and says which rule gave way to it."""
    schemes = {"aide": {"name": "Aide"}}
    steps = {
        name: {**step.model_dump(exclude_defaults=True), "schemes": ["aide"]}
        for name, step in atlas["demenager/as-is"].steps.items()
    }
    journeys = {"demenager/as-is": {"title": "Je déménage", "steps": steps}}
    moved = atlas_with(schemes=schemes, journeys=journeys)
    both = ["user-as-courier", "fragmented-handoff"]
    (finding,) = diagnose(moved, rules=both).findings
    assert (finding.rule, finding.also) == ("user-as-courier", ("fragmented-handoff",))
    assert diagnose(moved, rules=["fragmented-handoff"]).findings == ()


def test_a_rule_that_fails_is_named_and_the_others_go_on(
    atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of ours in one rule does not hide what the others find."""

    def fail(case: object) -> object:
        raise ZeroDivisionError("no counters")

    broken: Rule = replace(rule_named("loose-end"), find=fail)
    monkeypatch.setattr(runner, "all_rules", lambda: (broken, rule_named("user-as-courier")))
    diagnosis = diagnose(atlas)
    assert [fault.rule for fault in diagnosis.internal_faults] == ["loose-end", "loose-end"]
    assert diagnosis.internal_faults[0].error == "ZeroDivisionError: no counters"
    assert [finding.rule for finding in diagnosis.findings] == ["user-as-courier"]


def test_service_rules_still_speak_where_steps_go_round_in_a_circle(
    atlas_with: Callable[..., Atlas],
) -> None:
    """A forward cycle is an error, and what can be found beside it is found."""
    steps = {
        "residence": {"title": "R", "at": "mairie", "yields": ["certificat"]},
        "dossier": {"title": "D", "at": "caf", "asks": ["certificat"], "next": ["residence"]},
        "suite": {"title": "S"},
    }
    atlas = atlas_with(journeys={"x/as-is": {"title": "Je tourne", "steps": steps}})
    names = [finding.rule for finding in diagnose(atlas).findings]
    assert names == ["forward-cycle", "unreached-step", "user-as-courier"]


def test_questions_come_last_and_the_worst_first(atlas_with: Callable[..., Atlas]) -> None:
    """Findings are ordered by kind, severity, journey and place."""
    steps = {
        "a": {"title": "A", "at": "mairie", "next": [{"to": "b", "carried": "organisation"}]},
        "b": {"title": "B", "at": "caf", "next": []},
        "c": {"title": "C", "kind": "event"},
        "residence": {"title": "R", "at": "mairie", "yields": ["certificat"]},
        "dossier": {"title": "D", "at": "caf", "asks": ["certificat"]},
    }
    atlas = atlas_with(journeys={"x/as-is": {"title": "Je suis", "steps": steps}})
    found = [(finding.kind, finding.severity) for finding in diagnose(atlas).findings]
    assert found == [("structural", "error"), ("fault", "warning"), ("question", "warning")]


def test_a_title_counts_what_one_person_meets(atlas_with: Callable[..., Atlas]) -> None:
    """Places are joined over personas, but no sentence counts bodies that nobody meets together."""
    steps = {
        "residence": {"title": "R", "at": "mairie", "yields": ["certificat"]},
        "ici": {"title": "I", "at": "caf", "asks": [{"piece": "certificat", "when": {"age": 1}}]},
        "la": {"title": "L", "at": "cpam", "asks": [{"piece": "certificat", "when": {"age": 2}}]},
    }
    journey = {"title": "Je déménage", "personas": ["lea", "noe"], "steps": steps}
    atlas = atlas_with(
        journeys={"x/as-is": journey},
        personas={
            "lea": {"name": "L", "traits": {"age": 1}},
            "noe": {"name": "N", "traits": {"age": 2}},
        },
        counters={name: {"name": name, "owner": name} for name in ("mairie", "caf", "cpam")},
    )
    (finding,) = courier(atlas)
    assert finding.where.steps == ("residence", "ici", "la")
    assert finding.values["askers"] == mention("body", "caf")


def test_progress_is_told_journey_by_journey(atlas: Atlas) -> None:
    """Whoever waits is told which journey is being looked at."""
    seen: list[str] = []
    diagnose(atlas, progress=seen.append)
    assert seen == ["demenager/as-is", "revenir/as-is"]


def test_a_redesign_without_steps_of_its_own_is_left_alone() -> None:
    """A journey that only redesigns another has nothing to diagnose yet."""
    atlas = Atlas(journeys={"x/to-be": {"title": "Mieux", "redesigns": "x/as-is"}})
    assert diagnose(atlas).findings == ()
