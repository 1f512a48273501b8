"""The register of what was accepted: which finding, where, why, by whom, until when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from carteblanche_journeys.diagnosis import rule_named, rule_names, title_of
from carteblanche_journeys.model import Journey, Waiver
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.filling import page
from carteblanche_journeys.pages.pen import Pen, joined, rule_path
from carteblanche_journeys.pages.step_entry import Line

#: What may have become of a waiver, in the order of the page.
STATES = ("in-force", "expired", "unused")


@dataclass(frozen=True, slots=True)
class Entry:
    """A waiver as the register shows it."""

    title: Markup
    anchor: str
    lines: tuple[Line, ...]


def waivers_page(desk: Desk) -> dict[str, str]:
    """The Markdown of the register, by its path."""
    pen = desk.pen("waivers.md")
    by_state: dict[str, list[Entry]] = {state: [] for state in STATES}
    for number, (waiver, journey) in enumerate(written(desk), start=1):
        entry = _entry(desk, pen, waiver, journey, number)
        by_state[state_of(desk, waiver)].append(entry)
    words = desk.words
    counted = {state: len(entries) for state, entries in by_state.items() if entries}
    said = words.series(words(f"waivers.count.{state}", n=n) for state, n in counted.items())
    view = {
        "title": words("waivers.title"),
        "today": words.date(desk.today),
        "sum": words("waivers.sum", n=sum(counted.values()), said=said),
        "groups": [
            {
                "name": state,
                "title": words(f"waivers.{state}"),
                "how": words(f"waivers.{state}.how"),
                "entries": by_state[state],
            }
            for state in counted
        ],
    }
    return {pen.here: page("waivers", words, view)}


def written(desk: Desk) -> Iterator[tuple[Waiver, Journey | None]]:
    """Every waiver with the journey whose file holds it; None for those of the atlas."""
    yield from ((waiver, None) for waiver in desk.atlas.waivers)
    for journey in desk.atlas.journeys.values():
        yield from ((waiver, journey) for waiver in journey.waivers)


def state_of(desk: Desk, waiver: Waiver) -> str:
    """Whether a waiver is in force, expired, or covers nothing."""
    if waiver in desk.shelf.diagnosis.expired_waivers:
        return "expired"
    return "unused" if waiver in desk.shelf.diagnosis.unused_waivers else "in-force"


def _entry(desk: Desk, pen: Pen, waiver: Waiver, journey: Journey | None, number: int) -> Entry:
    words = desk.words
    if waiver.rule in rule_names():
        title = title_of(rule_named(waiver.rule), words)
        name = pen.link(title, rule_path(waiver.rule))
    else:
        name = pen.plain(waiver.rule)
    return Entry(name, f"waiver-{number}", tuple(_lines(desk, pen, waiver, journey)))


def _lines(desk: Desk, pen: Pen, waiver: Waiver, journey: Journey | None) -> Iterator[Line]:
    words = desk.words
    territory = desk.atlas.territories.get(waiver.territory or "")
    place = pen.text(territory.name or territory.id) if territory else None
    until = pen.plain(words.date(waiver.until)) if waiver.until else None
    parts: list[tuple[str, Markup | None]] = [
        ("reason", pen.text(waiver.reason)),
        ("where", _where(desk, pen, waiver, journey)),
        ("by", pen.text(waiver.by) or pen.plain(words("waiver.no-one"))),
        ("legal", pen.text(waiver.legal) or pen.plain(words("waiver.no-law"))),
        ("territory", place or pen.plain(waiver.territory or words("waiver.no-territory"))),
        ("until", until or pen.plain(words("waiver.no-end"))),
        ("covers", _covers(desk, pen, waiver)),
        ("source", pen.each(waiver.sources, "source")),
    ]
    return (Line(words(f"waiver.{key}"), text) for key, text in parts if text)


def _where(desk: Desk, pen: Pen, waiver: Waiver, journey: Journey | None) -> Markup:
    words = desk.words
    if journey is None:
        whole = pen.plain(words("waiver.whole-atlas"))
        return joined(_named(desk, pen, one, None) for one in waiver.at) or whole
    inside = pen.say("waiver.in-journey", journey=pen.journey(journey))
    if not waiver.at:
        return joined([pen.plain(words("waiver.whole-journey")), pen.journey(journey)], " ")
    return joined([*(_named(desk, pen, one, journey) for one in waiver.at), inside])


def _named(desk: Desk, pen: Pen, name: str, journey: Journey | None) -> Markup:
    """What an id of a waiver names, linked; an id that nothing bears stands as written."""
    atlas = desk.atlas
    if journey is not None and name in journey.steps:
        return pen.step(journey, desk.usage.numbers[journey.id][name], name)
    if name in atlas.journeys:
        return pen.journey(atlas.journeys[name])
    shelves = {
        "counter": atlas.counters,
        "evidence": atlas.evidence,
        "organisation": atlas.organisations,
        "scheme": atlas.schemes,
        "persona": atlas.personas,
        "fact": atlas.facts,
    }
    kind = next((kind for kind, shelf in shelves.items() if name in shelf), None)
    return getattr(pen, kind)(name) if kind else Markup("`{}`").format(pen.plain(name))


def _covers(desk: Desk, pen: Pen, waiver: Waiver) -> Markup | None:
    """The findings that the waiver sets aside, each with its journeys."""
    found = [one for one in desk.shelf.diagnosis.findings if one.waived == waiver]
    told = (
        joined(
            [
                pen.plain(desk.told(one).title),
                *(pen.journey(desk.atlas.journeys[name]) for name in one.journeys),
            ],
            " · ",
        )
        for one in found
    )
    return Markup("<br>").join(told) if found else None
