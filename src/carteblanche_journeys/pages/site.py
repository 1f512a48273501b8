"""The site as one pure function: an atlas and a day in, every file of the site out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from carteblanche_journeys.diagnosis import diagnose
from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.pages.counter_page import counter_page
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.evidence_page import evidence_page
from carteblanche_journeys.pages.filling import frame_title
from carteblanche_journeys.pages.home_page import home_page
from carteblanche_journeys.pages.journey_page import journey_page
from carteblanche_journeys.pages.pen import journey_path
from carteblanche_journeys.pages.rules_page import rules_page
from carteblanche_journeys.pages.style import stylesheet
from carteblanche_journeys.pages.tables import tables
from carteblanche_journeys.pages.usage import usage
from carteblanche_journeys.words import Words, words_for

STYLESHEET = "assets/carteblanche.css"


@dataclass
class Memory:
    """What one `serve` keeps between builds: pages of journeys whose ground has not moved."""

    pages: dict[str, tuple[tuple[object, ...], dict[str, str]]] = field(default_factory=dict)


def site(
    atlas: Atlas, today: date, lang: str | None = None, memory: Memory | None = None
) -> dict[str, bytes]:
    """Every file of an atlas's site: Markdown pages and one stylesheet, by path.

    Parameters
    ----------
    atlas
        The atlas; it may have been made in Python alone.
    today
        The day on which waivers are looked at, and which the home page names.
    lang
        `fr` or `en`; left out, the atlas's language, else English.
    memory
        Pages kept from an earlier call of the same process.

    >>> sorted(site(Atlas(title="L'école"), date(2018, 1, 1)))[:2]
    ['assets/carteblanche.css', 'counters/index.md']
    """
    words = words_for(lang or atlas.language)
    diagnosis = diagnose(atlas, today=today)
    desk = Desk(atlas, words, today, diagnosis.findings, usage(atlas))
    files: dict[str, str] = {STYLESHEET: stylesheet()}
    files |= home_page(desk)
    for journey in atlas.journeys.values():
        files |= _journey(desk, journey, memory)
    for counter in atlas.counters.values():
        files |= counter_page(desk, counter)
    for piece in atlas.evidence.values():
        files |= evidence_page(desk, piece)
    files |= tables(desk) | rules_page(desk)
    return {path: text.encode() for path, text in sorted(files.items())}


def _journey(desk: Desk, journey: Journey, memory: Memory | None) -> dict[str, str]:
    if memory is None:
        return journey_page(desk, journey)
    ground = (journey, desk.shown(journey.id), desk.words.lang, *_shared(desk.atlas))
    kept = memory.pages.get(journey.id)
    if kept is None or not _same(kept[0], ground):
        memory.pages[journey.id] = (ground, journey_page(desk, journey))
    return memory.pages[journey.id][1]


def _shared(atlas: Atlas) -> tuple[object, ...]:
    kinds = ("organisations", "actors", "counters", "evidence", "facts", "schemes", "personas")
    more = ("source_list", "territories", "traits", "purposes")
    return tuple(getattr(atlas, kind) for kind in (*kinds, *more))


def _same(before: tuple[object, ...], now: tuple[object, ...]) -> bool:
    """Whether nothing has moved: the same objects, or equal ones where they are few."""
    return all(one is other or one == other for one, other in zip(before, now, strict=True))


def nav(atlas: Atlas, words: Words) -> list[dict[str, Any]]:
    """The site's navigation: titles and paths, for a builder's `nav`.

    >>> [list(entry)[0] for entry in nav(Atlas(title="L'école"), words_for("fr"))][:2]
    ['Accueil', 'Parcours']
    """
    journeys = [
        {frame_title(words.text(journey.title)): journey_path(journey.id)}
        for journey in atlas.journeys.values()
    ]
    return [
        {words("nav.home"): "index.md"},
        {words("nav.journeys"): journeys or "index.md"},
        {words("nav.counters"): "counters/index.md"},
        {words("nav.evidence"): "evidence/index.md"},
        {
            words("nav.about"): [
                {words("table.organisations"): "organisations.md"},
                {words("table.schemes"): "schemes.md"},
                {words("table.personas"): "personas.md"},
                {words("rules.title"): "rules.md"},
                {words("table.sources"): "sources.md"},
            ]
        },
    ]
