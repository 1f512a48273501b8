"""The page of a journey: who, what it costs, what is wrong, how sure; then the whole of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from carteblanche_journeys.diagnosis import Finding
from carteblanche_journeys.measures import counts, sureness
from carteblanche_journeys.model import Journey
from carteblanche_journeys.pages.burden import burden
from carteblanche_journeys.pages.delays import delays
from carteblanche_journeys.pages.desk import Desk, Shown
from carteblanche_journeys.pages.filling import page
from carteblanche_journeys.pages.findings import (
    cost_in_short,
    cost_of,
    places_of,
    status_of_cost,
)
from carteblanche_journeys.pages.heads import HEAD, head_figures
from carteblanche_journeys.pages.lives import lives
from carteblanche_journeys.pages.matrix import matrix
from carteblanche_journeys.pages.pen import Pen, joined, journey_path, rule_path
from carteblanche_journeys.pages.pictures import journey_pictures, sureness_bar
from carteblanche_journeys.pages.promises import promises
from carteblanche_journeys.pages.step_entry import (
    StepEntry,
    carried_of,
    condition_of,
    step_entry,
)

#: How many findings stand first.
FIRST = 3
#: How many other journeys of one cause a block names; its rule's page names all.
ELSEWHERE = 3
STATUSES = ("published", "observed", "assumed", "proposed", "to-verify", "default", "unsaid")


@dataclass(frozen=True, slots=True)
class StagePart:
    """A run of steps of one stage."""

    title: Markup
    steps: tuple[StepEntry, ...]


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """A finding as its block on the page shows it."""

    code: str
    finding: object
    told: object
    where: Markup
    cost: Markup
    short: str
    sure: str
    rule: Markup
    also: Markup


def journey_page(desk: Desk, journey: Journey) -> dict[str, str]:
    """The Markdown of a journey's page, by its path."""
    pen = desk.pen(journey_path(journey.id))
    view = {
        **_head(desk, pen, journey),
        **_wrong(desk, pen, journey),
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
        "title": pen.moment(journey),
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


def _wrong(desk: Desk, pen: Pen, journey: Journey) -> dict[str, object]:
    shown = desk.shown(journey.id)
    faults = [one for one in shown if not one.asks]
    return {
        "structural": [one for one in faults if one.finding.kind == "structural"],
        "first": [_finding(desk, pen, journey, one) for one in faults[:FIRST]],
        "findings": [_finding(desk, pen, journey, one) for one in faults],
        "questions": [one for one in shown if one.asks],
        "accepted": [_accepted(desk, pen, one) for one in desk.accepted(journey.id)],
        "register": pen.link(desk.words("journey.accepted.how"), "waivers.md"),
    }


def _finding(desk: Desk, pen: Pen, journey: Journey, shown: Shown) -> FindingEntry:
    finding = shown.finding
    return FindingEntry(
        code=shown.code,
        finding=finding,
        told=shown.told,
        where=places_of(desk, pen, journey, finding),
        cost=cost_of(desk, finding),
        short=cost_in_short(finding, desk.words),
        sure=status_of_cost(finding, desk.words),
        rule=pen.link(desk.words("finding.rule", name=finding.rule), rule_path(finding.rule)),
        also=_also(desk, pen, journey, finding),
    )


def _also(desk: Desk, pen: Pen, journey: Journey, finding: Finding) -> Markup:
    """The other journeys of the same cause, and the other rules that it breaks."""
    others = [name for name in finding.journeys if name != journey.id]
    parts = []
    if others:
        links = [pen.journey(desk.atlas.journeys[name]) for name in others[:ELSEWHERE]]
        if len(others) > ELSEWHERE:
            more = desk.words("finding.elsewhere.more", n=len(others) - ELSEWHERE)
            links.append(pen.link(more, rule_path(finding.rule), "#fires"))
        parts.append(pen.say("finding.elsewhere", journeys=joined(links)))
    if finding.also:
        rules = joined(pen.link(name, rule_path(name)) for name in finding.also)
        parts.append(pen.say("finding.also", rules=rules))
    return joined(parts, " ")


def _accepted(desk: Desk, pen: Pen, finding: Finding) -> Markup:
    assert finding.waived is not None
    until = finding.waived.until
    end = desk.words("finding.until", date=desk.words.date(until)) if until else None
    parts = [pen.plain(desk.told(finding).title), pen.text(finding.waived.reason), end]
    return joined((part for part in parts if part), " · ")


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
