"""The pictures of a page: what the drawing room gives, as blocks that Markdown leaves alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from markupsafe import Markup

from carteblanche_journeys.drawing.blueprint import Band, blueprint, legend
from carteblanche_journeys.drawing.blueprint.sizes import SEPARATE_ABOVE
from carteblanche_journeys.drawing.map import MapPicture, journey_map, map_legend
from carteblanche_journeys.drawing.sheet import Flag, Sheet, SheetStep
from carteblanche_journeys.drawing.sheet_filling import fill_sheet
from carteblanche_journeys.drawing.small import (
    LifeStep,
    Stop,
    distance_line,
    life_line,
    share_bar,
)
from carteblanche_journeys.graph import Lived
from carteblanche_journeys.markup import Element, el, render, render_html
from carteblanche_journeys.measures import requests
from carteblanche_journeys.measures.distances import crow_km
from carteblanche_journeys.model import Atlas, Journey, Quantity, Territory
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.words import Words

_WEEK = 7 * 24 * 60
#: How many stages of a long journey stand open.
OPEN_FIRST = 2
#: The order of the bar of sureness, from the surest to what nobody knows.
STATUSES = ("published", "observed", "assumed", "default", "proposed", "to-verify", "unsaid")


def figure(element: Element | None, look: str) -> Markup:
    """A picture as one HTML block."""
    if element is None:
        return Markup("")
    return Markup(render(el("figure", {"class": look}, element)))


def sureness_bar(found: Mapping[str, int], words: Words) -> Markup:
    """How sure the figures of a journey are, as a bar."""
    parts = {status: found[status] for status in (*STATUSES, "unknown") if found.get(status)}
    said = words.series(f"{words(f'status.{status}')} {count}" for status, count in parts.items())
    return figure(share_bar(parts, f"{words('sure.bar')} : {said}"), "cb-bar")


def card_line(
    lived: Lived, order: Mapping[str, int], words: Words
) -> tuple[Markup, tuple[int, int]]:
    """The life line of a journey's card; for how many columns the wait is known, of how many."""
    asked: dict[str, int] = {}
    for request in requests(lived):
        asked[request.step] = asked.get(request.step, 0) + (request.copies or 1)
    steps = [
        LifeStep(asked.get(name, 0), *_wait(lived, name)) for name in order if name in lived.steps
    ]
    known = sum(step.weeks is not None for step in steps)
    of = known + sum(step.weeks is None and step.waits for step in steps)
    title = words("life.title", n=len(steps), asked=sum(asked.values()), waits=known)
    return figure(life_line(steps, title), "cb-lifeline"), (known, of)


def _wait(lived: Lived, name: str) -> tuple[int | None, bool]:
    one = lived.steps[name]
    wait = one.step.wait
    if wait is None:
        return None, one.way is not None and one.step.kind == "action"
    return max(1, round(_minutes(wait) / _WEEK)) if _minutes(wait) else 0, True


def _minutes(wait: Quantity) -> float:
    _, likely, high = wait.minutes
    return high if likely is None else likely


def territory_line(territory: Territory, atlas: Atlas, words: Words) -> Markup:
    """The communes where personas live, by their distance from the largest one."""
    people: dict[str, list[str]] = {}
    for persona in atlas.personas.values():
        for person in persona.people[:1]:
            people.setdefault(person.commune or "", []).append(words.text(persona.name))
    placed = {n: c.coordinates for n, c in territory.communes.items() if c.coordinates}
    if not placed:
        return Markup("")
    centre = max(placed, key=lambda name: _population(territory, name))
    stops = [
        Stop(
            words.text(territory.communes[name].name),
            crow_km(placed[centre], placed[name]),
            tuple(people.get(name, ())),
        )
        for name in placed
        if name in people or name == centre
    ]
    stops.sort(key=lambda stop: (stop.km, stop.name))
    title = words("territory.line", centre=words.text(territory.communes[centre].name))
    told = words.series(
        f"{stop.name} {words.measure(round(stop.km), 'km')} ({', '.join(stop.people)})"
        for stop in stops
        if stop.people
    )
    return figure(distance_line(stops, f"{title} {told}", "km"), "cb-distances")


def _population(territory: Territory, name: str) -> float:
    population = territory.communes[name].population
    return (population.likely or 0.0) if population else 0.0


def journey_pictures(desk: Desk, journey: Journey) -> dict[str, object]:
    """The legend, the bands of the blueprint and the maps of a journey."""
    persona = desk.atlas.personas_of(journey)[0]
    findings = [one.finding for one in desk.shown(journey.id)]
    net = desk.usage.networks[journey.id]
    sheet = fill_sheet(journey, desk.atlas, persona, desk.words, findings, net)
    return {
        "legend": figure(legend(desk.words, sheet=sheet).svg, "cb-legend"),
        "bands": _bands(blueprint(sheet, desk.words), sheet, desk.words),
        "map_legend": figure(map_legend(desk.words), "cb-legend"),
        "maps": _maps(journey_map(sheet, desk.words)),
    }


def _bands(bands: Sequence[Band], sheet: Sheet, words: Words) -> list[Markup]:
    """The bands as figures; in a long journey each stage folds, its steps and flags in sight."""
    if len(sheet.steps) <= SEPARATE_ABOVE:
        return [figure(band.svg, "cb-band") for band in bands]
    found: list[Markup] = []
    for rank, (stage, parts) in enumerate(groupby(bands, key=lambda band: band.stages)):
        shown = list(parts)
        steps = [step for step in sheet.steps for band in shown if step.id in band.steps]
        flags = dict.fromkeys(flag for step in steps for flag in step.flags)
        grave = any(flag.severity == "error" for flag in flags)
        summary = _summary(shown[0].stage_names if stage else (), steps, flags, words)
        pictures = [el("figure", {"class": "cb-band"}, band.svg) for band in shown]
        fold: dict[str, str | bool] = {"class": "cb-fold", "open": rank < OPEN_FIRST or grave}
        found.append(Markup(render_html(el("details", fold, summary, pictures))))
    return found


def _maps(pictures: Sequence[MapPicture]) -> list[Markup]:
    """The maps: the whole journey or its overview in sight, each stage under a fold."""
    first = [Markup(render_html(_scrolling(picture))) for picture in pictures[:1]]
    return first + [
        Markup(
            render_html(
                el(
                    "details",
                    {"class": "cb-fold cb-fold--map"},
                    el("summary", None, el("strong", None, picture.title)),
                    _scrolling(picture),
                )
            )
        )
        for picture in pictures[1:]
    ]


def _scrolling(picture: MapPicture) -> Element:
    """A map that may be wider than the screen: the keyboard reaches it, and so can scroll it."""
    reach = {"class": "cb-map-figure", "tabindex": "0", "role": "group"}
    return el("figure", {**reach, "aria-label": picture.title}, picture.svg)


def _summary(
    names: Sequence[str], steps: Sequence[SheetStep], flags: Iterable[Flag], words: Words
) -> Element:
    trips = sum(step.trip for step in steps)
    size = words("count.steps", n=len(steps))
    size += f", {words('count.trips', n=trips)}" if trips else ""
    marks = [
        el("span", {"class": f"cb-flag cb-flag--{flag.severity}"}, flag.code) for flag in flags
    ]
    name = words.series(names) if names else words("journey.no-stage")
    return el("summary", None, el("strong", None, name), f" {size} ", marks)
