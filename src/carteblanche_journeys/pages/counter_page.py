"""The page of a counter: what it does in which steps, what it asks, receives and sends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from carteblanche_journeys.model import LEVELS, Counter, Place, all_asks, schemes_of
from carteblanche_journeys.model.counters import Day
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.filling import page
from carteblanche_journeys.pages.findings import cost_in_short
from carteblanche_journeys.pages.flows import flows, handed
from carteblanche_journeys.pages.pen import Pen, joined
from carteblanche_journeys.pages.step_entry import Line
from carteblanche_journeys.pages.usage import Redrawn, Use

DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step at the counter: what the counter does there and asks."""

    journey: Markup
    step: Markup
    does: Markup
    asks: Markup


@dataclass(frozen=True, slots=True)
class DayHours:
    """The hours of one day of the week."""

    name: str
    hours: str


@dataclass(frozen=True, slots=True)
class Week:
    """When a place is open, and where that comes from."""

    note: Markup
    days: tuple[DayHours, ...]


def counter_page(desk: Desk, counter: Counter) -> dict[str, str]:
    """The Markdown of a counter's page, by its path."""
    uses = desk.usage.counters.get(counter.id, ())
    touching = desk.touching("counters", counter.id)
    changed = desk.usage.redesigned.get(counter.id, ())
    ground = (tuple(use.ground for use in uses), handed(desk, counter), touching, changed)
    return desk.memory.recall(("counter", counter.id), ground, lambda: _page(desk, counter))


def _page(desk: Desk, counter: Counter) -> dict[str, str]:
    pen = desk.pen(f"counters/{counter.id}.md")
    uses = desk.usage.counters.get(counter.id, ())
    receives, sends = flows(desk, pen, counter)
    view = {
        "title": desk.words.text(counter.name),
        "role": _role(desk, counter, uses),
        "facts": list(_facts(desk, pen, counter)),
        "week": _week(desk, pen, counter),
        "rows": [_row(desk, pen, counter, use) for use in uses],
        "receives": receives,
        "sends": sends,
        "findings": finding_links(desk, pen, "counters", counter.id),
        "redesigns": [_changed(pen, one) for one in desk.usage.redesigned.get(counter.id, ())],
    }
    return {pen.here: page("counter", desk.words, view)}


def _changed(pen: Pen, found: Redrawn) -> Markup:
    """What becomes of the counter in a redesign: at how many steps it would be met."""
    words = pen.words
    before, after = (words("count.steps", n=number) for number in (found.before, found.after))
    key = "counter.redesigns.steps" if found.after else "counter.redesigns.gone"
    told = {"before": before, "after": after} if found.after else {}
    return joined([pen.journey(found.journey), words(key, None, **told)], " · ")


def finding_links(desk: Desk, pen: Pen, kind: str, name: str) -> list[dict[str, object]]:
    """The findings that name a thing, the costliest first, linked to where they are explained."""
    words = desk.words
    return [
        {
            "severity": shown.finding.severity,
            "link": pen.link(
                shown.told.title, f"journeys/{journey}.md", f"#finding-{shown.code.lower()}"
            ),
            "cost": cost_in_short(shown.finding, words),
            "sure": words(
                "finding.confidence", level=words(f"confidence.{shown.finding.confidence}")
            ),
            "message": shown.told.message,
        }
        for journey, shown in desk.touching(kind, name)
        if not shown.asks
    ]


def _role(desk: Desk, counter: Counter, uses: tuple[Use, ...]) -> str:
    words = desk.words
    journeys = {use.journey.id for use in uses}
    levels = [_level(desk, counter, use) for use in uses]
    steps = words("count.steps", n=len(uses))
    moments = words("count.journeys", n=len(journeys))
    counted = {level: sum(_at_least(one, level) for one in levels) for level in LEVELS[1:]}
    return words("counter.role", None, steps=steps, journeys=moments, **counted)


def _level(desk: Desk, counter: Counter, use: Use) -> str | None:
    """The most that the counter does for the schemes of a step."""
    known = [counter.level(scheme) for scheme in schemes_of(use.step, desk.atlas)]
    return max((level for level in known if level), key=LEVELS.index, default=None)


def _at_least(level: str | None, wanted: str) -> bool:
    return level is not None and LEVELS.index(level) >= LEVELS.index(wanted)


def _facts(desk: Desk, pen: Pen, counter: Counter) -> Iterator[Line]:
    words = desk.words
    channels = words.series(words(f"channel.{channel}") for channel in counter.channels)
    places = joined((_place(desk, pen, place) for place in counter.places), " ; ")
    parts: list[tuple[str, Markup]] = [
        ("owner", pen.organisation(counter.owner)),
        ("channels", pen.plain(channels or words("unknown"))),
        ("places", places or pen.plain(words("counter.no-place"))),
        ("appointment", pen.quantity(counter.appointment_wait, counter)
         if counter.appointment_wait else pen.plain(words("counter.no-appointment"))),
        ("forwards", joined(_forwarded(pen, name) for name in counter.forwards_to)),
        ("operators", pen.each((o.organisation for o in counter.operators), "organisation")),
        ("note", pen.text(counter.note)),
        ("source", joined(_sources(pen, counter))),
    ]  # fmt: skip
    return (Line(words(f"counter.{key}"), text) for key, text in parts if text)


def _forwarded(pen: Pen, name: str) -> Markup:
    return pen.counter(name) if name in pen.atlas.counters else pen.organisation(name)


def _sources(pen: Pen, counter: Counter) -> list[Markup]:
    named = [pen.source(name) for name in counter.sources]
    return named + ([pen.plain(pen.words(f"status.{counter.status}"))] if counter.status else [])


def _place(desk: Desk, pen: Pen, place: Place) -> Markup:
    territory = desk.atlas.territories.get(desk.atlas.territory or "")
    commune = territory.communes.get(place.commune or "") if territory else None
    name = pen.text(commune.name if commune else place.commune)
    return joined([part for part in (pen.text(place.address), name) if part], " · ")


def _week(desk: Desk, pen: Pen, counter: Counter) -> Week | None:
    """The week of the first place whose hours are known."""
    words = desk.words
    for place in counter.places:
        if place.opening is not None and place.opening.hours is not None:
            hours = place.opening.hours
            days = tuple(
                DayHours(
                    words(f"day.{day}"), ", ".join(hours.get(day) or ()) or words("day.closed")
                )
                for day in DAYS
            )
            where = [_place(desk, pen, place), pen.text(place.opening.note)]
            where += [pen.source(name) for name in (*place.opening.sources, *place.sources)]
            return Week(joined([part for part in where if part], " · "), days)
    return None


def _row(desk: Desk, pen: Pen, counter: Counter, use: Use) -> StepRow:
    asks = dict.fromkeys(piece for ask in all_asks(use.step) for piece in ask.pieces)
    return StepRow(
        journey=pen.journey(use.journey),
        step=pen.step(use.journey, use.number, use.step.id),
        does=_does(desk, pen, _level(desk, counter, use)),
        asks=pen.each(asks) if asks else pen.plain(desk.words("counter.asks-nothing")),
    )


def _does(desk: Desk, pen: Pen, level: str | None) -> Markup:
    """Three boxes, each with its word: what the counter does here, and what it does not."""
    if level is None:
        return pen.plain(desk.words("counter.level-unknown"))
    boxes = []
    for one in LEVELS:
        able = _at_least(level, one)
        boxes.append(
            Markup('<span class="cb-level{}">{} {}</span>').format(
                "" if able else " cb-level--not", "✓" if able else "✗", desk.words(f"level.{one}")
            )
        )
    return joined(boxes, " ")
