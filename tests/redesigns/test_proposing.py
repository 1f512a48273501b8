"""Proposals: candidates tried on copies, measured, ranked for an objective, and told apart."""

from __future__ import annotations

from typing import Any

import pytest

from carteblanche_journeys.diagnosis import Finding, Where
from carteblanche_journeys.errors import UnknownName
from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.redesigns.proposals.diagnosing import went_and_came
from carteblanche_journeys.redesigns.proposals.proposal import Limits, Proposals
from carteblanche_journeys.redesigns.proposals.proposing import propose
from faking import changed, fake, gone, use

PEOPLE = {
    "zoe": {"name": "Zoé", "share": 0.1, "traits": {"long": True}},
    "max": {"name": "Max", "share": 0.9, "traits": {"long": False}},
}
ATLAS = Atlas(
    personas=PEOPLE,
    organisations={"caf": {"name": "Caf"}},
    counters={"caf": {"name": "Caf", "owner": "caf", "channels": ["phone"]}},
)
JOURNEY = Journey(
    id="demander/as-is",
    title="Je demande",
    personas=["zoe", "max"],
    steps={
        "lire": {"title": "Lire la notice", "effort": "20 min"},
        "remplir": {"title": "Remplir", "effort": "100 min", "when": {"long": True}},
        "appeler": {"title": "Appeler", "at": "caf", "effort": "30 min", "agent_effort": "5 min"},
        "attendre": {"title": "Attendre", "wait": "90 d", "effort": "0 min"},
        "fin": {"title": "C'est accordé", "kind": "outcome", "result": "granted"},
    },
)


def proposed(**how: Any) -> Proposals:
    """What is proposed for the journey of these tests."""
    return propose(JOURNEY, ATLAS, **how)


def names(found: Proposals) -> list[str]:
    """The moves of the proposals shown, in order."""
    return [move.move.name for one in found.shown for move in one.moves]


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    """One move that spares Zoé an hour, and one that spares everyone twenty minutes."""
    use(
        monkeypatch,
        fake("shorter-form", changed("remplir", effort="40 min")),
        fake("no-leaflet", gone("lire")),
    )


@pytest.mark.usefixtures("two")
def test_worst_off_first() -> None:
    """By default the gain of the persona who carries most decides."""
    found = proposed()
    assert dict(found.weighted) == {"zoe": 1.0}
    assert names(found) == ["shorter-form", "no-leaflet"]


@pytest.mark.usefixtures("two")
def test_all_together() -> None:
    """For all together each persona counts by its share."""
    found = proposed(objective="total")
    assert dict(found.weighted) == {"zoe": 0.1, "max": 0.9}
    assert names(found) == ["no-leaflet", "shorter-form"]


@pytest.mark.usefixtures("two")
def test_whose_gain_counts() -> None:
    """One may say whose gain counts; the others are measured all the same."""
    found = proposed(personas=["max"])
    assert names(found)[0] == "no-leaflet"
    assert set(found.shown[0].spared) == {"zoe", "max"}


@pytest.mark.usefixtures("two")
def test_measured_on_a_copy() -> None:
    """Each move is measured alone, on the journey it yields, and the as-is stays as it was."""
    before = JOURNEY.model_dump()
    first, second = proposed().shown
    assert first.spared["zoe"]["minutes"].likely == -60
    assert second.spared["zoe"]["minutes"].likely == -20
    assert "lire" in first.journey.steps
    assert JOURNEY.model_dump() == before


def test_one_of_each_move_and_cause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of one move for one cause only the best is shown; the others are kept further down."""
    use(
        monkeypatch,
        fake("shorter-form", changed("remplir", effort="40 min"), word="a", causes=["long"]),
        fake("shorter-form", changed("remplir", effort="50 min"), word="b", causes=["long"]),
        fake("shorter-form", changed("remplir", effort="60 min"), word="c", causes=["other"]),
    )
    found = proposed()
    assert [one.moves[0].arguments.word for one in found.shown] == ["a", "c"]
    assert [one.moves[0].arguments.word for one in found.further] == ["b"]
    assert found.examined == 3


def test_at_most_ten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten are shown; the others are measured and told further down."""
    moves = [
        fake(f"no-{n % 5}", changed("remplir", effort=f"{n} min"), word=str(n), causes=[str(n)])
        for n in range(14)
    ]
    use(monkeypatch, *moves)
    found = proposed()
    assert (len(found.shown), len(found.further), found.examined) == (10, 4, 14)


def test_three_ideas_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first three are three ideas as far as they gain, and no more than three are one move."""
    moves = [
        fake("shorter", changed("remplir", effort=f"{n} min"), word=str(n), causes=[str(n)])
        for n in range(5)
    ]
    leaflet = fake("no-leaflet", gone("lire"), effect="eliminate")
    use(monkeypatch, *moves, leaflet, fake("idle", changed("lire", feeling=1), effect="automate"))
    found = proposed()
    assert names(found) == ["shorter", "no-leaflet", "shorter", "shorter"]
    assert [one.moves[0].move.name for one in found.further] == ["shorter", "shorter", "idle"]


def test_ties_within_the_range(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of gains that no scenario tells apart, what does away with work comes first."""
    use(
        monkeypatch,
        fake("by-machine", changed("remplir", effort="10..40..70 min"), effect="automate"),
        fake("helped", changed("remplir", effort="5..41..75 min"), effect="support"),
        fake("easier", changed("remplir", effort="8..42..72 min"), effect="simplify"),
        fake("gone", changed("remplir", effort="1..43..99 min"), effect="eliminate"),
        fake("clearly-best", changed("remplir", effort="0 min"), effect="automate"),
    )
    assert names(proposed()) == ["clearly-best", "gone", "easier", "helped", "by-machine"]


def test_gain_that_cannot_be_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """What gains no minute is shown after what does, if it clears a fault; else not at all."""
    use(
        monkeypatch,
        fake("announced", changed("attendre", wait={"value": "90 d", "announced": True})),
        fake("relabelled", changed("attendre", feeling=1)),
        fake("shorter-form", changed("remplir", effort="99 min")),
    )
    atlas = ATLAS.model_copy(update={"counters": ATLAS.counters})
    journey = JOURNEY.model_copy(
        update={
            "steps": {
                **JOURNEY.steps,
                "attendre": JOURNEY.steps["attendre"].model_copy(
                    update={"wait": JOURNEY.steps["attendre"].wait.model_copy(
                        update={"announced": False}
                    ), "actor": "caf"}
                ),
            }
        }
    )  # fmt: skip
    found = propose(journey, atlas)
    assert names(found) == ["shorter-form", "announced"]
    assert [finding.rule for finding in found.shown[1].clears] == ["silent-wait"]
    assert [one.moves[0].move.name for one in found.further] == ["relabelled"]


def test_unknown_is_no_saving(monkeypatch: pytest.MonkeyPatch) -> None:
    """What becomes unknown saves nothing: it cannot be said."""
    use(monkeypatch, fake("vague", changed("attendre", wait=None)))
    found = proposed()
    assert found.shown == ()
    assert found.further[0].spared["zoe"]["days"] is None
    assert found.further[0].unsaid == ("zoe", "max")


def test_who_loses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever's burden rises beyond the range is named: a persona, and agents."""
    use(
        monkeypatch,
        fake("moved", lambda v: changed("appeler", effort="45 min", agent_effort="20 min")(
            changed("remplir", effort="0 min")(v))),
    )  # fmt: skip
    (found,) = proposed().shown
    assert [(one.who, one.what) for one in found.losers] == [
        ("max", "minutes"),
        ("agents", "agents"),
    ]
    assert found.losers[0].amount.likely == 15


def test_rise_within_the_range_is_no_loss(monkeypatch: pytest.MonkeyPatch) -> None:
    """A burden that may rise or fall makes nobody a loser."""
    use(monkeypatch, fake("unsure", lambda v: changed("appeler", effort="20..29..60 min")(v)))
    (found,) = proposed().shown
    assert found.losers == ()


def test_relative_who_loses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work that passes from a person to a relative makes a loser, though the household gains."""
    atlas = Atlas(
        actors={"fille": {"name": "Sa fille", "kind": "relative"}},
        personas={"odette": {"name": "Odette", "people": [{"role": "mere"}, {"role": "fille"}]}},
    )
    steps = {
        "remplir": {"title": "Remplir", "effort": "60 min"},
        "appeler": {"title": "Appeler", "actor": "fille", "effort": "5 min"},
    }
    journey = Journey(id="x/as-is", title="Je demande", personas=["odette"], steps=steps)
    use(
        monkeypatch,
        fake("relative", lambda v: changed("appeler", effort="40 min")(
            changed("remplir", effort="0 min")(v))),
    )  # fmt: skip
    (found,) = propose(journey, atlas).shown
    assert [(one.who, one.what, one.amount.likely) for one in found.losers] == [
        ("odette/relative", "minutes", 35)
    ]


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """What costs more than allowed, or needs another text, is told apart, not proposed."""
    use(
        monkeypatch,
        fake("dear", changed("remplir", effort="0 min"), cost="high"),
        fake("by-law", changed("remplir", effort="1 min"), need="law"),
        fake("small", changed("remplir", effort="90 min"), cost="none", need="nothing"),
    )
    found = proposed(limits=Limits(cost="medium", legal=("agreement",)))
    assert names(found) == ["small"]
    assert [one.moves[0].move.name for one in found.beyond] == ["dear", "by-law"]


def test_a_move_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """A move that fails is a fault of ours, said by name; the others are proposed."""

    def fail(variant: object) -> Any:
        raise ZeroDivisionError("oops")

    use(monkeypatch, fake("broken", fail), fake("shorter", changed("remplir", effort="0 min")))
    found = proposed()
    assert names(found) == ["shorter"]
    assert [(one.rule, one.error) for one in found.faults] == [
        ("broken", "ZeroDivisionError: oops")
    ]


@pytest.mark.parametrize(
    "how",
    [
        {"personas": ["nobody"]},
        {"objective": "everyone"},
        {"limits": Limits(cost="cheap")},
        {"limits": Limits(legal=("king",))},
    ],
)
def test_what_is_not_known(how: dict[str, Any]) -> None:
    """A persona, objective, cost or legal need that does not exist is said to be unknown."""
    with pytest.raises(UnknownName):
        proposed(**how)


def test_a_cause_that_changes_its_name() -> None:
    """A fault that stays at its steps under another cause is neither cleared nor created."""

    def fault(rule: str, cause: str, *steps: str) -> Finding:
        return Finding(rule, "fault", "warning", "high", cause, Where(steps=steps))

    before = (fault("chain", "a", "a", "b"), fault("wait", "w", "c"))
    after = (fault("chain", "b", "b"), fault("facade", "k", "c"))
    cleared, created = went_and_came(before, after)
    assert [one.rule for one in cleared] == ["wait"]
    assert [one.rule for one in created] == ["facade"]


def test_nothing_to_propose() -> None:
    """A journey in which nothing hurts gets no proposal."""
    steps = {"a": {"title": "Lire", "effort": "1 min"}}
    found = propose(Journey(id="x/as-is", title="X", steps=steps), Atlas())
    assert (found.shown, found.rejected, found.examined) == ((), (), 0)
