"""The page of the moves: what each does, what gets worse, what it supposes, where it is made."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from carteblanche_journeys.diagnosis import rule_named, title_of
from carteblanche_journeys.diagnosis.prose import generic
from carteblanche_journeys.markup import md
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.filling import page
from carteblanche_journeys.pages.pen import Pen, joined, rule_path
from carteblanche_journeys.pages.redesign_moves import (
    StagedMove,
    need_said,
    staged_moves,
    state_mark,
)
from carteblanche_journeys.pages.variants import redesigns
from carteblanche_journeys.redesigns import Move, all_moves, prose_of
from carteblanche_journeys.redesigns.telling import say_assumption


def moves_page(desk: Desk) -> dict[str, str]:
    """The Markdown of the page of the moves, by its path."""
    pen = desk.pen("moves.md")
    view = {
        "title": desk.words("moves.title"),
        "lead": desk.words("moves.lead", len(all_moves())),
        "moves": [_move(desk, pen, one) for one in all_moves()],
    }
    return {pen.here: page("moves", desk.words, view)}


def _move(desk: Desk, pen: Pen, move: Move) -> dict[str, object]:
    words, prose = desk.words, prose_of(move, desk.words)
    meta = [
        Markup("`{}`").format(move.name),
        pen.say("moves.effect", effect=words(f"effect.{move.effect}")),
        pen.plain(words(f"undoing.{move.undoing}")),
    ]
    rules = (pen.link(title_of(rule_named(one), words), rule_path(one)) for one in move.answers)
    return {
        "name": move.name,
        "title": prose.name,
        "meta": joined(meta, " · "),
        "does": prose.does,
        "worse": [generic(one) for one in prose.worse.values()],
        "watch": generic(prose.watch),
        "undo": generic(prose.undo),
        "answers": joined(rules) if move.answers else "",
        "assumes": [say_assumption(one, words) for one in move.assumes],
        "uses": list(_uses(desk, pen, move)),
        "source": words("moves.source", None, source=", ".join(move.source)),
    }


def _uses(desk: Desk, pen: Pen, move: Move) -> Iterator[Markup]:
    """The redesigns that make this move, with what law asks there and what it costs."""
    for journey in redesigns(desk.atlas):
        for one in staged_moves(desk, journey):
            if one.name == move.name:
                yield _use(desk.seen_by(journey).pen(pen.here), pen.journey(journey), one)


def _use(pen: Pen, redesign: Markup, one: StagedMove) -> Markup:
    needs = [
        Markup("{} {}").format(need_said(pen, need), state_mark(need, pen.words))
        for need in one.legal
    ]
    parts = [redesign, Markup("{}.").format(md(one.told.title)), *needs, Markup(md(one.told.cost))]
    return joined(parts, " · ")
