"""The page of a journey: who, what it costs, what is wrong, how sure; then the whole of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from carteblanche_journeys.measures import counts, sureness
from carteblanche_journeys.model import Journey
from carteblanche_journeys.pages.burden import burden
from carteblanche_journeys.pages.delays import delays
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.filling import page
from carteblanche_journeys.pages.finding_blocks import wrong
from carteblanche_journeys.pages.heads import HEAD, head_figures
from carteblanche_journeys.pages.lives import lives
from carteblanche_journeys.pages.matrix import matrix
from carteblanche_journeys.pages.own_things import own_things
from carteblanche_journeys.pages.pen import Pen, joined, journey_path
from carteblanche_journeys.pages.pictures import journey_pictures, sureness_bar
from carteblanche_journeys.pages.promises import promises
from carteblanche_journeys.pages.redesign_head import redesign_head
from carteblanche_journeys.pages.step_entry import (
    StepEntry,
    carried_of,
    condition_of,
    step_entry,
)

STATUSES = ("published", "observed", "assumed", "proposed", "to-verify", "default", "unsaid")


@dataclass(frozen=True, slots=True)
class StagePart:
    """A run of steps of one stage."""

    title: Markup
    steps: tuple[StepEntry, ...]


def journey_page(desk: Desk, journey: Journey) -> dict[str, str]:
    """The Markdown of a journey's page, by its path."""
    whole, desk = desk, desk.seen_by(journey)
    pen = desk.pen(journey_path(journey.id))
    view = {
        **redesign_head(whole, pen, journey),
        **own_things(whole, pen, journey),
        **_head(desk, pen, journey),
        **wrong(desk, pen, journey),
        **_sure(desk, pen, journey),
        **burden(desk, pen, journey),
        **delays(desk, pen, journey),
        **promises(desk, pen, journey),
        **journey_pictures(desk, journey),
        "stages": _stages(desk, pen, journey),
        "links": list(_links(desk, pen, journey)),
        "matrix": matrix(desk, pen, journey),
        "notes": list(_notes(pen, journey)),
        "sources": [pen.source(name) for name in _sources(journey)],
    }
    return {pen.here: page("journey", desk.words, view)}


def _head(desk: Desk, pen: Pen, journey: Journey) -> dict[str, object]:
    words, atlas = desk.words, desk.atlas
    persona = atlas.personas_of(journey)[0]
    whole = counts(desk.lived(journey))
    name = words.text(persona.name) if persona.id else words("person")
    size = {
        "steps": words("count.steps", n=len(journey.steps)),
        "counters": words("count.counters", n=whole["counters"].value),
        "organisations": words("count.organisations", n=whole["organisations"].value),
    }
    portrait = pen.text(persona.portrait)
    who = pen.persona(persona.id) if persona.id else pen.plain(name)
    lead = [pen.say("journey.of", name=who), portrait, pen.say("journey.size", None, **size)]
    return {
        "journey": journey,
        "title": pen.label(journey),
        "heading": pen.moment(journey),
        "persona_name": name,
        "lead": joined([part for part in lead if part], " "),
        "meta": _meta(desk, pen, journey),
        "figures": head_figures(lives(desk, journey)[0], HEAD, words),
    }


def _meta(desk: Desk, pen: Pen, journey: Journey) -> Markup:
    words, atlas = desk.words, desk.atlas
    territory = atlas.territory_of(journey)
    others = [pen.persona(one.id) for one in atlas.personas_of(journey)[1:]]
    parts = [
        pen.text(territory.name or territory.id) if territory else None,
        pen.plain(words.date(journey.date)) if journey.date else None,
        pen.say("journey.also", names=joined(others)) if others else None,
        pen.plain(words("journey.invented")) if atlas.personas_of(journey)[0].invented else None,
        _status(pen, journey),
    ]
    return joined([part for part in parts if part], " · ")


def _status(pen: Pen, journey: Journey) -> Markup | None:
    return pen.plain(pen.words(f"status.{journey.status}")) if journey.status else None


def _sure(desk: Desk, pen: Pen, journey: Journey) -> dict[str, object]:
    words = desk.words
    found = sureness(desk.lived(journey))
    given = sum(count for status, count in found.items() if status != "unknown")
    rows = sum(bool(step.row) or bool(step.sources) for step in journey.steps.values())
    verify = sum(step.status == "to-verify" for step in journey.steps.values())
    parts = [
        pen.plain(f"{words(f'mark.{status}')} {words(f'status.{status}')} : {found[status]}")
        for status in (*STATUSES, "unknown")
        if found.get(status)
    ]
    sentence = words(
        "sure.sentence", None, given=given, rows=rows, steps=len(journey.steps), verify=verify
    )
    return {"sure": parts, "sure_sentence": sentence, "sure_bar": sureness_bar(found, words)}


def _stages(desk: Desk, pen: Pen, journey: Journey) -> list[StagePart]:
    numbers = desk.usage.numbers[journey.id]
    runs = groupby(numbers, key=lambda name: journey.steps[name].stage or "")
    return [
        StagePart(
            pen.text(journey.stages.get(stage)) if stage else Markup(""),
            tuple(step_entry(desk, pen, journey, name) for name in names),
        )
        for stage, names in runs
    ]


def _links(desk: Desk, pen: Pen, journey: Journey) -> Iterator[dict[str, Markup]]:
    numbers = desk.usage.numbers[journey.id]
    for passage in desk.usage.networks[journey.id].passages:
        back = "↺ " if passage.link.back else ""
        yield {
            "source": pen.step(journey, numbers[passage.source], passage.source),
            "target": Markup(back) + pen.step(journey, numbers[passage.target], passage.target),
            "condition": condition_of(desk, pen, passage),
            "carried": carried_of(desk, pen, passage),
        }


def _notes(pen: Pen, journey: Journey) -> Iterator[Markup]:
    if journey.note:
        yield pen.text(journey.note)
    for note in journey.notes:
        parts = [
            Markup("**{}** {}").format(pen.plain(pen.words.date(note.date)), pen.text(note.text))
        ]
        more = [pen.source(name) for name in note.sources]
        more += [pen.plain(pen.words(f"status.{note.status}"))] if note.status else []
        yield joined([*parts, *([Markup("({})").format(joined(more))] if more else [])], " ")


def _sources(journey: Journey) -> tuple[str, ...]:
    """Every source that the journey names, in the order of its steps, each once."""
    found = [*journey.sources]
    for step in journey.steps.values():
        found += step.sources
        for quantity in (step.wait, step.effort, step.fee, *(d.within for d in step.deadlines)):
            found += quantity.sources if quantity is not None else ()
    return tuple(dict.fromkeys(found))
