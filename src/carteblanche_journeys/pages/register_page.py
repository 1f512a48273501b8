"""All redesigns of an atlas, and the register of what they need in law."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from carteblanche_journeys.markup import md
from carteblanche_journeys.model import Journey
from carteblanche_journeys.pages.cells import cell
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.filling import page
from carteblanche_journeys.pages.pen import Pen, proposals_path
from carteblanche_journeys.pages.redesign_head import ROW, redesign_row
from carteblanche_journeys.pages.redesign_moves import (
    STATES,
    StagedMove,
    law_state,
    move_link,
    need_said,
    staged_moves,
    state_mark,
)
from carteblanche_journeys.pages.variants import existing, redesigns, redesigns_of
from carteblanche_journeys.redesigns import LEGAL_NEEDS, LegalNeed

#: One move of one redesign, and one thing that law asks for it.
Need = tuple[Journey, StagedMove, LegalNeed]


def register_page(desk: Desk) -> dict[str, str]:
    """The Markdown of the register of redesigns, by its path."""
    pen, words = desk.pen("redesigns.md"), desk.words
    every = redesigns(desk.atlas)
    needs = sorted(_needs(desk, every), key=_heaviest_first)
    view = {
        "title": words("law-register.title"),
        "lead": words("law-register.lead", len(every)) if every else words("law-register.none"),
        "heads": [words(f"register.{head}") for head in ROW],
        "groups": [
            {
                "title": pen.journey(journey),
                "proposals": pen.link(words("switch.proposals"), proposals_path(journey.id)),
                "rows": [redesign_row(desk, pen, one) for one in redesigns_of(journey, desk.atlas)],
            }
            for journey in existing(desk.atlas)
            if journey.steps
        ],
        "counts": [_count(desk, state, needs) for state in STATES if _of(state, needs)],
        "needs": [_row(desk, pen, need) for need in needs],
        "moves": pen.link(words("law-register.moves"), "moves.md"),
    }
    return {pen.here: page("redesigns", words, view)}


def _needs(desk: Desk, every: tuple[Journey, ...]) -> Iterator[Need]:
    for journey in every:
        for move in staged_moves(desk, journey):
            for need in move.legal:
                yield journey, move, need


def _heaviest_first(entry: Need) -> tuple[int, int, str]:
    journey, _, need = entry
    return STATES.index(law_state(need)), -LEGAL_NEEDS.index(need.need), journey.id


def _of(state: str, needs: list[Need]) -> int:
    return sum(law_state(need) == state for _, _, need in needs)


def _count(desk: Desk, state: str, needs: list[Need]) -> str:
    return desk.words(f"law-register.count.{state}", _of(state, needs))


def _row(desk: Desk, pen: Pen, entry: Need) -> list[Markup]:
    journey, move, need = entry
    words = desk.words
    mine = desk.seen_by(journey).pen(pen.here)
    label = Markup("{}<br>{}").format(
        move_link(pen, move.name, move.told.name),
        Markup('<span class="cb-note">{}</span>').format(md(move.told.title)),
    )
    return [
        Markup("{} {{ .cb-row-head }}").format(state_mark(need, words)),
        cell(need_said(mine, need), words("law-register.need")),
        cell(label, words("law-register.move")),
        cell(pen.journey(journey), words("law-register.where")),
    ]
