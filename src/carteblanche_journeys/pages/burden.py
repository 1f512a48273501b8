"""What a journey costs each of its personas: who carries the most, every figure, every role."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from carteblanche_journeys.measures.formulas import NAMES
from carteblanche_journeys.model import Journey
from carteblanche_journeys.pages.cells import cell, figure_cell
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.lives import Heaviest, Life, heaviest, lives
from carteblanche_journeys.pages.pen import Pen, joined
from carteblanche_journeys.pages.ranges import Bar, bars
from carteblanche_journeys.pages.sensitivity import for_personas

#: The measures that bars compare, and the word for what they count.
COMPARED = {
    "minutes": "",
    "trips": "count.trips",
    "elapsed_days": "",
    "fees": "",
    "evidence_asked": "count.evidence",
}


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
        "role_rows": list(_roles(desk, every)),
        "role_heads": [desk.words(f"burden.{name}") for name in _role_measures(every)],
        "notes_on_cost": list(_notes(desk, every)),
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
    return {
        "title": pen.measure(name),
        "verdict": verdict(desk, most) if len(every) > 1 else "",
        "bars": bars(rows, words, COMPARED[name]),
        "unknown": words("cost.unknown.why"),
    }


def _is(most: Heaviest, life: Life) -> bool:
    return most.settled and most.life is life


def verdict(desk: Desk, most: Heaviest) -> str:
    """Who carries the most, in one sentence; that it cannot be settled where ranges cross."""
    words = desk.words
    if most.life is not None:
        return words("cost.most" if most.settled else "cost.most.unsure", name=most.life.name)
    if most.unknown:
        return words("cost.most.unsaid", names=words.series(most.unknown))
    return words("cost.most.same")


def _row(desk: Desk, pen: Pen, every: Sequence[Life], name: str) -> list[Markup]:
    words = desk.words
    return [
        Markup("{} {{ .cb-row-head }}").format(pen.measure(name)),
        *(cell(figure_cell(life[name], words), life.name) for life in every),
    ]


def _role_measures(every: Sequence[Life]) -> tuple[str, ...]:
    found = dict.fromkeys(
        name for life in every for role in life.measured.roles.values() for name in role
    )
    return tuple(name for name in found if name in NAMES)


def _roles(desk: Desk, every: Sequence[Life]) -> list[list[Markup]]:
    """One row for each persona and role of which something is told apart."""
    words, names = desk.words, _role_measures(every)
    return [
        [
            Markup("{} {{ .cb-row-head }}").format(
                joined([life.name, words(f"measures.role.{role}").lower()], " · ")
            ),
            *(
                cell(figure_cell(figures[name], words), words(f"burden.{name}"))
                if name in figures
                else Markup("—")
                for name in names
            ),
        ]
        for life in every
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
