"""What a journey costs each of its personas: who carries the most, every figure, every role."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from carteblanche_journeys.measures.formulas import NAMES
from carteblanche_journeys.measures.saying import amount_in_words
from carteblanche_journeys.model import Journey
from carteblanche_journeys.pages.amounts import coverage_of, is_said
from carteblanche_journeys.pages.cells import cell, figure_cell
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.lives import TIME, Heaviest, Life, heaviest, lives
from carteblanche_journeys.pages.pen import Pen, joined
from carteblanche_journeys.pages.ranges import Bar, bars
from carteblanche_journeys.pages.sensitivity import for_personas
from carteblanche_journeys.words import Words

#: The measures that bars compare, and the word for what they count.
COMPARED = {
    TIME: "",
    "trips": "count.trips",
    "elapsed_days": "",
    "fees": "",
    "evidence_asked": "count.evidence",
}

#: The measures told apart for each member of a household.
BY_ROLE = (TIME, "trips", "contacts", "evidence_asked", "fees")


def burden(desk: Desk, pen: Pen, journey: Journey) -> dict[str, object]:
    """What the section on cost shows."""
    every = lives(desk, journey)
    return {
        "cost_trouble": _trouble(desk, every),
        "cost_no_way": [_no_way(desk, pen, journey, life) for life in every if _lost(life)],
        "comparisons": [_comparison(desk, pen, every, name) for name in COMPARED],
        "alone": every[0].name if len(every) == 1 else "",
        "burden_heads": [life.name for life in every],
        "burden_rows": [_row(desk, pen, every, name) for name in NAMES],
        "role_rows": _roles(desk, every),
        "role_heads": [pen.measure(name) for name in BY_ROLE],
        "notes_on_cost": list(_notes(desk, every)),
        "asked_on_average": desk.words(
            "matrix.average",
            name=every[0].name,
            asked=amount_in_words(every[0]["evidence_asked"], desk.words, "count.evidence"),
        ),
        "sensitivity": for_personas(desk, pen, journey),
        "formulas": pen.link(desk.words("cost.formulas"), "measures.md"),
    }


def _lost(life: Life) -> bool:
    return bool(life.measured.no_way_through)


def _trouble(desk: Desk, every: Sequence[Life]) -> str:
    rules = dict.fromkeys(rule for life in every for rule in life.measured.structural)
    return desk.words("cost.trouble", rules=", ".join(rules)) if rules else ""


def _no_way(desk: Desk, pen: Pen, journey: Journey, life: Life) -> Markup:
    numbers = desk.usage.numbers[journey.id]
    steps = joined(pen.step(journey, numbers[step], step) for step in life.measured.no_way_through)
    return pen.say("cost.no-way", name=life.name, steps=steps)


def _comparison(desk: Desk, pen: Pen, every: Sequence[Life], name: str) -> dict[str, object]:
    words, most = desk.words, heaviest(every, name)
    rows = [Bar(life.name, life[name], most=_is(most, life)) for life in every]
    drawn = bars(rows, words, COMPARED[name])
    return {
        "title": pen.measure(name),
        "verdict": verdict(desk, most) if len(every) > 1 and drawn else "",
        "bars": drawn or pen.plain(_nothing(every, name, words)),
    }


def _nothing(every: Sequence[Life], name: str, words: Words) -> str:
    """Why no bar is drawn: it is zero for all, or zero as far as is known, or unknown."""
    if not any(is_said(life[name]) for life in every):
        return f"{words('mark.unknown')} {words('cost.unknown.why')}"
    if all(life[name].complete for life in every):
        return words("cost.zero")
    known = (
        f"{life.name} : {amount_in_words(life[name], words)}, {coverage_of(life[name], words)}"
        for life in every
    )
    return words("explain.joined").join(known)


def _is(most: Heaviest, life: Life) -> bool:
    return most.state == "settled" and life in most.first


def verdict(desk: Desk, most: Heaviest) -> str:
    """Who carries the most, in one sentence; why it cannot be settled, else."""
    words = desk.words
    if most.state == "unknown":
        return words("cost.most.unknown", names=words.series(most.unknown))
    if most.state in ("same", "same-partial"):
        return words(f"cost.most.{most.state}")
    names = words.series(life.name for life in most.first)
    return words(f"cost.most.{most.state}", len(most.first), names=names)


def _row(desk: Desk, pen: Pen, every: Sequence[Life], name: str) -> list[Markup]:
    words = desk.words
    return [
        Markup("{} {{ .cb-row-head }}").format(pen.measure(name)),
        *(cell(figure_cell(life[name], words), life.name) for life in every),
    ]


def _roles(desk: Desk, every: Sequence[Life]) -> list[list[Markup]]:
    """One row for each persona and role, where more than one of a household takes part."""
    words = desk.words
    return [
        [
            Markup("{} {{ .cb-row-head }}").format(
                joined([life.name, words(f"measures.role.{role}").lower()], " · ")
            ),
            *(cell(figure_cell(figures[name], words), words(f"burden.{name}")) for name in BY_ROLE),
        ]
        for life in every
        if len(life.measured.roles) > 2
        for role, figures in life.measured.roles.items()
    ]


def _notes(desk: Desk, every: Sequence[Life]) -> list[str]:
    """What the figures assume: of all personas the largest number, each note once."""
    found: dict[str, int] = {}
    for life in every:
        for note in life.measured.notes:
            found[note.name] = max(found.get(note.name, 0), note.count)
    return [
        desk.words(f"measures.note.{name}", count if count else None)
        for name, count in found.items()
    ]
