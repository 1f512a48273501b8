"""One cause is told once: which rule speaks, and what it remembers of the others."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from carteblanche_journeys.diagnosis import Rule, diagnose, rule_named, runner
from carteblanche_journeys.diagnosis.finding import Where
from carteblanche_journeys.diagnosis.rule import Case, Draft
from carteblanche_journeys.model import Atlas

#: Rules whose prose needs no value, taken as actors in these plays.
ACTORS = {
    "first": rule_named("crowded-event"),
    "second": rule_named("loose-end"),
    "third": rule_named("closed-choice"),
}


def playing(actor: str, *drafts: Draft, **more: object) -> Rule:
    """A rule that sees just these."""

    def find(case: Case) -> Iterator[Draft]:
        yield from drafts

    plain = {"gives_way_to": (), "rivals": (), "scope": "persona", "kind": "fault"}
    return replace(ACTORS[actor], find=find, **{**plain, **more})


def told(monkeypatch: pytest.MonkeyPatch, *rules: Rule) -> dict[str, tuple[str, ...]]:
    """Each finding's cause, and the other rules that it breaks."""
    monkeypatch.setattr(runner, "all_rules", lambda: tuple(sorted(rules, key=lambda r: r.name)))
    journeys = {"x/as-is": {"title": "X", "steps": {"a": {"title": "A"}, "b": {"title": "B"}}}}
    return {one.cause: one.also for one in diagnose(Atlas(journeys=journeys)).findings}


def draft(cause: str, *topics: str, steps: tuple[str, ...] = ("a",), **more: object) -> Draft:
    """What a rule sees at these steps, about these topics."""
    return Draft(cause, Where(steps=steps), topics=topics, **more)


def test_a_rule_gives_way_on_a_topic(monkeypatch: pytest.MonkeyPatch) -> None:
    """On one purpose the better rule speaks; on another both do."""
    better = playing("first", draft("better", "purpose:logement"))
    other = playing(
        "second",
        draft("silenced", "purpose:logement"),
        draft("stays", "purpose:sante"),
        gives_way_to=("crowded-event",),
    )
    found = told(monkeypatch, better, other)
    assert found == {"better": ("loose-end",), "stays": ()}


def test_a_question_silences_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody knows does not hide a fault that somebody does."""
    asking = playing("first", draft("asked", "purpose:logement", kind="question"))
    other = playing("second", draft("fault", "purpose:logement"), gives_way_to=("crowded-event",))
    assert set(told(monkeypatch, asking, other)) == {"asked", "fault"}


@pytest.mark.parametrize(("places", "speaks"), [(("a",), "carried"), (("a", "b"), "repeated")])
def test_of_two_rivals_the_one_with_more_places_speaks(
    places: tuple[str, ...], speaks: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One piece is one finding, of the rule with more places; the other rule is remembered."""
    carried = playing("first", draft("carried", "piece:acte", steps=("a",)), rivals=("loose-end",))
    repeated = playing(
        "second", draft("repeated", "piece:acte", steps=places), rivals=("crowded-event",)
    )
    found = told(monkeypatch, carried, repeated)
    assert list(found) == [speaks]
    assert found[speaks] == (("crowded-event",) if speaks == "repeated" else ("loose-end",))


def test_a_fault_wins_over_a_rival_question(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rival that only asks is silent, however many places it has."""
    fault = playing("first", draft("fault", "piece:acte"), rivals=("loose-end",))
    asking = playing(
        "second",
        draft("asked", "piece:acte", steps=("a", "b"), kind="question"),
        rivals=("crowded-event",),
    )
    assert told(monkeypatch, fault, asking) == {"fault": ("loose-end",)}


def test_a_rule_may_look_at_all_journeys_of_a_persona(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule of scope atlas sees every as-is journey that a persona lives, and is told once."""
    seen: list[tuple[str, ...]] = []

    def find(case: Case) -> Iterator[Draft]:
        seen.append(tuple(life.journey.id for life in case.lives))
        for life in case.lives:
            yield Draft("all of them", Where(steps=("a",)), journey=life.journey.id)

    rule = replace(playing("first", scope="atlas"), find=find)
    monkeypatch.setattr(runner, "all_rules", lambda: (rule,))
    steps = {"a": {"title": "A"}}
    journeys = {
        "x/as-is": {"title": "X", "steps": steps, "personas": ["lea", "noe"]},
        "y/as-is": {"title": "Y", "steps": steps, "personas": ["lea"]},
        "y/to-be": {"title": "Y", "steps": steps, "personas": ["lea"]},
    }
    atlas = Atlas(journeys=journeys, personas={"lea": {"name": "Léa"}, "noe": {"name": "Noé"}})
    (finding,) = diagnose(atlas).findings
    assert seen == [("x/as-is", "y/as-is"), ("x/as-is",)]
    assert finding.journeys == ("x/as-is", "y/as-is")
    assert finding.personas == ("lea", "noe")
    (alone,) = diagnose(atlas, journey_ids=["y/as-is"]).findings
    assert alone.journeys == ("y/as-is",)
    existing, redesigned = diagnose(atlas, journey_ids=["y/as-is", "y/to-be"]).findings
    assert (existing.journeys, redesigned.journeys) == (("y/as-is",), ("y/to-be",))
