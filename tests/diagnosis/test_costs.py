"""What a finding costs people, and the order this gives."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from carteblanche_journeys.diagnosis import Finding, Rule, diagnose, rule_named, runner
from carteblanche_journeys.diagnosis.finding import Where
from carteblanche_journeys.diagnosis.rule import Case, Draft
from carteblanche_journeys.diagnosis.stake import NOTHING, Stake
from carteblanche_journeys.model import Atlas

STEPS = {
    "lettre": {"title": "Écrire", "at": "caf", "effort": "10 min", "fee": "5 EUR"},
    "dossier": {"title": "Remplir", "at": "caf", "effort": "1..2..3 h"},
    "attente": {"title": "Attendre", "at": "caf", "effort": "0 min", "wait": "40 d"},
}


def atlas_of(**more: object) -> Atlas:
    """One journey at one counter that is reached by post."""
    return Atlas(
        organisations={"caf": {"name": "Caf"}},
        counters={"caf": {"name": "Caf", "owner": "caf", "channels": ["post"]}},
        journeys={"x/as-is": {"title": "X", "steps": STEPS}},
        **more,
    )


def findings(
    monkeypatch: pytest.MonkeyPatch, *stakes: Stake, cause: str = "", **more: object
) -> tuple[Finding, ...]:
    """One finding a stake, or one for all where they have one cause."""

    def find(case: Case) -> Iterator[Draft]:
        for number, stake in enumerate(stakes):
            yield Draft(cause or f"{number}", Where(steps=("lettre",)), stake=stake)

    plain = replace(rule_named("user-as-courier"), find=find, gives_way_to=(), rivals=())
    rule: Rule = replace(plain, **more)
    monkeypatch.setattr(runner, "all_rules", lambda: (rule,))
    return diagnose(atlas_of()).findings


def test_a_finding_costs_what_is_at_stake(monkeypatch: pytest.MonkeyPatch) -> None:
    """Minutes and money of the steps that would go, days of the waits, each with its range."""
    stake = Stake(steps=("lettre", "dossier"), waits=("attente",))
    (finding,) = findings(monkeypatch, stake)
    assert finding.cost is not None
    minutes, days, euros = finding.cost.minutes, finding.cost.days, finding.cost.euros
    assert minutes
    assert (minutes.low, minutes.likely, minutes.high) == (70, 130, 190)
    assert days
    assert days.likely == 40
    assert euros
    assert euros.likely == 5


def test_nothing_counts_twice_in_one_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two sightings of one cause at one step cost the step once."""
    stake = Stake(steps=("dossier",))
    (finding,) = findings(monkeypatch, stake, stake, cause="same")
    assert finding.cost is not None
    assert finding.cost.minutes is not None
    assert finding.cost.minutes.likely == 120


def test_the_costliest_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings are ranked by what they cost people; one whose cost nobody knows comes last."""
    stakes = (
        NOTHING,
        Stake(steps=("lettre",)),
        Stake(waits=("attente",)),
        Stake(steps=("dossier",)),
    )
    causes = [finding.cause for finding in findings(monkeypatch, *stakes)]
    assert causes == ["3", "2", "1", "0"]


def test_a_grave_fault_of_unknown_cost_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unknown is not zero: a grave fault whose cost cannot be said is not put last."""
    found = findings(monkeypatch, NOTHING, Stake(steps=("dossier",)), severity="error")
    assert [finding.cause for finding in found] == ["0", "1"]
    assert found[0].cost is None


def test_the_worst_off_persona_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the personas who live a finding, its cost is that of the one who pays most."""

    def find(case: Case) -> Iterator[Draft]:
        yield Draft("same", Where(steps=("dossier",)), stake=Stake(steps=("dossier",)))

    rule = replace(rule_named("user-as-courier"), find=find, gives_way_to=(), rivals=())
    monkeypatch.setattr(runner, "all_rules", lambda: (rule,))
    steps = {"dossier": {**STEPS["dossier"], "times": {"per": "enfants"}}}
    people = {
        "lea": {"name": "Léa", "counts": {"enfants": 1}},
        "noe": {"name": "Noé", "counts": {"enfants": 3}},
    }
    atlas = atlas_of(personas=people).model_copy(
        update={"journeys": Atlas(journeys={"x/as-is": {"title": "X", "steps": steps,
                                                        "personas": ["lea", "noe"]}}).journeys}
    )  # fmt: skip
    (finding,) = diagnose(atlas).findings
    assert finding.cost is not None
    assert finding.cost.minutes is not None
    assert finding.cost.minutes.likely == 360
    assert set(finding.costs) == {"lea", "noe"}
