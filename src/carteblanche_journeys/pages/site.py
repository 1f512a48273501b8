"""The site as one pure function: an atlas and a day in, every file of the site out."""

from __future__ import annotations

from datetime import date
from typing import Any

from carteblanche_journeys.diagnosis import diagnose
from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.pages.comparison_page import comparison_page
from carteblanche_journeys.pages.comparisons import comparison, family
from carteblanche_journeys.pages.counter_page import counter_page
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.evidence_page import evidence_page
from carteblanche_journeys.pages.filling import frame_title
from carteblanche_journeys.pages.finding_blocks import titles_elsewhere
from carteblanche_journeys.pages.home_page import home_page
from carteblanche_journeys.pages.journey_page import journey_page
from carteblanche_journeys.pages.measures_page import measures_page
from carteblanche_journeys.pages.memory import Memory
from carteblanche_journeys.pages.moves_page import moves_page
from carteblanche_journeys.pages.pen import journey_path
from carteblanche_journeys.pages.portfolio_page import portfolio_page
from carteblanche_journeys.pages.proposals_page import proposals_page
from carteblanche_journeys.pages.proposed import proposals
from carteblanche_journeys.pages.register_page import register_page
from carteblanche_journeys.pages.rules_page import rules_pages
from carteblanche_journeys.pages.shelf import Shelf
from carteblanche_journeys.pages.style import stylesheet
from carteblanche_journeys.pages.tables import tables
from carteblanche_journeys.pages.usage import usage
from carteblanche_journeys.pages.variants import existing, redesigns
from carteblanche_journeys.pages.waivers_page import waivers_page
from carteblanche_journeys.words import Words, words_for

STYLESHEET = "assets/carteblanche.css"


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
        What was kept from an earlier call of the same process.

    >>> sorted(site(Atlas(title="L'école"), date(2018, 1, 1)))[:2]
    ['assets/carteblanche.css', 'counters/index.md']
    """
    words = words_for(lang or atlas.language)
    memory = Memory() if memory is None else memory
    memory.stand_on(atlas, words.lang)
    diagnosis = diagnose(
        atlas,
        list(atlas.journeys),
        today=today,
        keep=lambda one, look: memory.recall(("findings", one.id), (one,), look),
    )
    shelf = Shelf(atlas, words, diagnosis)
    desk = Desk(atlas, words, today, shelf, usage(atlas, memory), memory)
    files: dict[str, str] = {STYLESHEET: stylesheet()}
    files |= home_page(desk)
    for journey in atlas.journeys.values():
        files |= _journey(desk, journey)
    for journey in redesigns(atlas):
        files |= _compared(desk, journey)
    for journey in existing(atlas):
        files |= _proposed(desk, journey)
    for counter in atlas.counters.values():
        files |= counter_page(desk, counter)
    for piece in atlas.evidence.values():
        files |= evidence_page(desk, piece)
    files |= tables(desk) | rules_pages(desk) | waivers_page(desk)
    files |= portfolio_page(desk) | measures_page(desk) | moves_page(desk)
    files |= register_page(desk)
    return {path: text.encode() for path, text in sorted(files.items())}


def _journey(desk: Desk, journey: Journey) -> dict[str, str]:
    elsewhere = titles_elsewhere(desk, journey.id)
    kin = tuple((one, desk.ground(one.id)) for one in family(desk, journey))
    ground = (journey, desk.accepted(journey.id), elsewhere, kin)
    return desk.memory.recall(("page", journey.id), ground, lambda: journey_page(desk, journey))


def _compared(desk: Desk, journey: Journey) -> dict[str, str]:
    found = comparison(desk, journey)
    if found is None:
        return {}
    kin = tuple((one, desk.ground(one.id)) for one in family(desk, journey))
    return desk.memory.recall(("compared", journey.id), kin, lambda: comparison_page(desk, found))


def _proposed(desk: Desk, journey: Journey) -> dict[str, str]:
    found = proposals(desk, journey)
    kin = tuple((one, desk.ground(one.id)) for one in family(desk, journey))
    return desk.memory.recall(
        ("proposed", journey.id), (id(found), *kin), lambda: proposals_page(desk, journey, found)
    )


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
        {words("nav.journeys"): [{words("portfolio.title"): "portfolio.md"}, *journeys]},
        {
            words("nav.redesigns"): [
                {words("law-register.title"): "redesigns.md"},
                {words("moves.title"): "moves.md"},
            ]
        },
        {words("nav.counters"): "counters/index.md"},
        {words("nav.evidence"): "evidence/index.md"},
        {
            words("nav.rules"): [
                {words("rules.title"): "rules.md"},
                {words("waivers.title"): "waivers.md"},
                {words("about-measures.title"): "measures.md"},
            ]
        },
        {
            words("nav.about"): [
                {words("table.organisations"): "organisations.md"},
                {words("table.schemes"): "schemes.md"},
                {words("table.personas"): "personas.md"},
                {words("table.sources"): "sources.md"},
            ]
        },
    ]
