"""The home of the site: life moments as cards, the agent's way in, how to read, how sure."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from markupsafe import Markup

from carteblanche_journeys.measures import requests
from carteblanche_journeys.model import Journey
from carteblanche_journeys.pages.cells import cell, figure_cell
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.filling import page
from carteblanche_journeys.pages.findings import cost_in_short
from carteblanche_journeys.pages.heads import CARD, head_figures
from carteblanche_journeys.pages.lives import TIME, lives
from carteblanche_journeys.pages.pen import Pen, joined, journey_path, proposals_path
from carteblanche_journeys.pages.pictures import card_line, territory_line
from carteblanche_journeys.pages.shelf import Shown
from carteblanche_journeys.pages.variants import existing, redesigns_of

T = TypeVar("T")

#: The measures of a row, in order.
ROW = (TIME, "trips", "counters", "handoffs_person")
#: How many counters the agent's short way in names.
FIRST_COUNTERS = 7


def home_page(desk: Desk) -> dict[str, str]:
    """The Markdown of the home page, by its path."""
    pen = desk.pen("index.md")
    journeys = existing(desk.atlas)
    view = {
        "title": desk.words.text(desk.atlas.title),
        "lead": _lead(desk),
        "counters": _counters(desk, pen),
        "territory": _territory(desk, pen),
        "cards": [_kept(desk, pen, journey, _card) for journey in journeys],
        "rows": [_kept(desk, pen, journey, _row) for journey in journeys],
        "heads": [desk.words(f"burden.{name}") for name in ROW],
        "portfolio": pen.link(desk.words("home.all-personas"), "portfolio.md"),
        "no_observation": not desk.atlas.observations,
        "today": desk.words.date(desk.today),
    }
    return {pen.here: page("home", desk.words, view)}


def _lead(desk: Desk) -> str:
    words, atlas = desk.words, desk.atlas
    moments = {journey.moment for journey in existing(atlas)}
    return words("home.lead", n=len(moments), title=words.text(atlas.title))


def _counters(desk: Desk, pen: Pen) -> Markup:
    """The counters met in most steps, and the way to all."""
    uses = desk.usage.counters
    often = sorted(uses, key=lambda name: (-len(uses[name]), name))[:FIRST_COUNTERS]
    known = [pen.counter(name) for name in often if name in desk.atlas.counters]
    every = desk.words("home.all-counters", n=len(desk.atlas.counters))
    return joined([*known, pen.link(every, "counters/index.md")], " · ")


def _territory(desk: Desk, pen: Pen) -> dict[str, Markup] | None:
    territory = desk.atlas.territories.get(desk.atlas.territory or "")
    if territory is None or not territory.communes:
        return None
    words = desk.words
    people = [c.population.likely for c in territory.communes.values() if c.population]
    total = sum(one for one in people if one is not None)
    size = words("home.communes", n=len(territory.communes))
    parts = [
        Markup("**{}**").format(pen.text(territory.name or territory.id)),
        pen.plain(words("home.people", None, size=size, people=words.number(total))),
        pen.text(territory.note),
    ]
    return {
        "sentence": joined([part for part in parts if part], " "),
        "line": territory_line(territory, desk.atlas, words),
    }


def _kept(desk: Desk, pen: Pen, journey: Journey, write: Callable[[Desk, Pen, Journey], T]) -> T:
    ground = (journey, desk.ground(journey.id), redesigns_of(journey, desk.atlas))
    return desk.memory.recall((write, journey.id), ground, lambda: write(desk, pen, journey))


def _card(desk: Desk, pen: Pen, journey: Journey) -> dict[str, object]:
    words = desk.words
    lived, life = desk.lived(journey), lives(desk, journey)[0]
    drawn, (known, of) = card_line(lived, desk.usage.numbers[journey.id], words)
    faults = [one for one in desk.shown(journey.id) if not one.asks]
    return {
        "title": pen.journey(journey),
        "anchor": journey.id.replace("/", "-"),
        "about": _about(desk, journey),
        "lifeline": drawn,
        "waits": words("known.waits", None, known=known, of=of),
        "figures": head_figures(life, CARD, words),
        "first": _first(desk, pen, journey, faults[0]) if faults else None,
        "links": _links(desk, pen, journey),
        "redesigns": _redesigns(desk, pen, journey),
    }


def _about(desk: Desk, journey: Journey) -> str:
    words = desk.words
    persona = desk.atlas.personas_of(journey)[0]
    steps = words("count.steps", n=len(journey.steps))
    variant = words(f"variant.{journey.kind_of_variant}")
    if not persona.id:
        return f"{variant} · {steps}"
    return f"{variant} · {steps} · {words('card.for', name=words.text(persona.name))}"


def _first(desk: Desk, pen: Pen, journey: Journey, shown: Shown) -> Markup:
    """The costliest finding: what, how grave, what it costs, how sure."""
    words, finding = desk.words, shown.finding
    title, code = shown.told.title, shown.code
    grave = words(f"severity.{finding.severity}")
    sure = words("finding.confidence", level=words(f"confidence.{finding.confidence}"))
    rest = pen.plain(" · ".join((grave, cost_in_short(finding, words), sure)))
    link = pen.link(title, journey_path(journey.id), f"#finding-{code.lower()}")
    return joined([link, Markup("*{}*").format(rest)], " ")


def _links(desk: Desk, pen: Pen, journey: Journey) -> Markup:
    words, path = desk.words, journey_path(journey.id)
    parts = [
        pen.link(words("card.read"), path),
        pen.link(words("card.list"), path, "#list"),
        pen.link(words("card.findings"), path, "#findings"),
    ]
    return joined(parts, " · ")


def _redesigns(desk: Desk, pen: Pen, journey: Journey) -> Markup:
    """The redesigns of a journey, then what the tool proposes: never a card of their own."""
    written = [pen.variant(one) for one in redesigns_of(journey, desk.atlas)]
    doors = [pen.link(desk.words("switch.proposals"), proposals_path(journey.id))]
    head = [pen.plain(desk.words("card.redesigns"))] if written else []
    return joined([*head, joined([*written, *doors], " · ")], " ")


def _row(desk: Desk, pen: Pen, journey: Journey) -> list[Markup]:
    words, life = desk.words, lives(desk, journey)[0]
    who = pen.plain(words("card.for", name=life.name)) if life.persona.id else ""
    title = Markup('{}<br><span class="cb-note">{}</span>').format(pen.journey(journey), who)
    steps = words.number(len(journey.steps))
    return [
        Markup("{} {{ .cb-row-head }}").format(title if who else pen.journey(journey)),
        cell(pen.plain(steps), words("home.steps")),
        *(cell(figure_cell(life[name], words), words(f"burden.{name}")) for name in ROW),
        cell(_most_asked(desk, pen, journey), words("home.most-asked")),
        cell(pen.plain(severities(desk, journey)), words("home.findings")),
        cell(pen.plain(_sourced(desk, journey)), words("home.sourced")),
    ]


def _most_asked(desk: Desk, pen: Pen, journey: Journey) -> Markup:
    often: dict[tuple[str, ...], int] = {}
    for request in requests(desk.lived(journey)):
        often[request.pieces] = often.get(request.pieces, 0) + (request.copies or 1)
    if not often:
        return Markup("—")
    pieces = max(often, key=lambda one: often[one])
    times = desk.words("count.times", n=often[pieces])
    return joined([pen.evidence(pieces[0]), pen.plain(times)])


def severities(desk: Desk, journey: Journey) -> str:
    """The findings of a journey by how grave they are, then the questions."""
    words = desk.words
    found = [one.finding for one in desk.shown(journey.id)]
    faults = [one.severity for one in found if one.kind != "question"]
    said = [
        words(f"count.severity.{severity}", n=faults.count(severity))
        for severity in ("error", "warning", "info")
        if severity in faults
    ]
    questions = sum(one.kind == "question" for one in found)
    said += [words("count.questions", n=questions)] if questions else []
    return ", ".join(said) or words("home.no-finding")


def _sourced(desk: Desk, journey: Journey) -> str:
    sourced = sum(bool(step.sources) for step in journey.steps.values())
    verify = sum(step.status == "to-verify" for step in journey.steps.values())
    return desk.words("home.sourced.steps", None, sourced=sourced, verify=verify)
