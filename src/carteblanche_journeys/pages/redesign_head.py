"""What stands on a journey's page about its variants: the switch, and what a redesign changes."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from carteblanche_journeys.markup import md
from carteblanche_journeys.model import Journey, Redesigned
from carteblanche_journeys.model.journeys import FieldTest
from carteblanche_journeys.pages.cells import cell
from carteblanche_journeys.pages.comparisons import comparison
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.pen import (
    Pen,
    comparison_path,
    joined,
    journey_path,
    proposals_path,
)
from carteblanche_journeys.pages.redesign_moves import (
    heaviest_need,
    move_lines,
    staged_moves,
    state_mark,
)
from carteblanche_journeys.pages.variants import (
    as_is_of,
    has_own_title,
    is_redesign,
    redesigns_of,
    variant_name,
)
from carteblanche_journeys.pages.versus import pairs, verdict_sentence
from carteblanche_journeys.redesigns import COST_CLASSES


def redesign_head(desk: Desk, pen: Pen, journey: Journey) -> dict[str, object]:
    """The switch of a journey's page, its redesigns or what it changes.

    Parameters
    ----------
    desk
        That of the whole atlas.
    pen
        That of the journey's page.
    """
    redesign = is_redesign(journey, desk.atlas)
    return {
        "is_redesign": redesign,
        "variant_name": "" if has_own_title(journey, desk.atlas, desk.words) or not redesign
        else variant_name(journey, desk.atlas, desk.words),
        "switch": list(_switch(desk, pen, journey)),
        "changes": _changes(desk, pen, journey) if redesign else None,
        "redesign_rows": [] if redesign else [
            redesign_row(desk, pen, one) for one in redesigns_of(journey, desk.atlas)
        ],
        "redesign_heads": [desk.words(f"register.{head}") for head in ROW],
        "tried": [_tried(pen, one) for one in journey.tried],
    }  # fmt: skip


#: What a row of redesigns tells after its name.
ROW = ("redesign", "gains", "legal", "cost", "links")


def _switch(desk: Desk, pen: Pen, journey: Journey) -> Iterator[Markup]:
    """The variants of a journey in one row, the one that is read marked by its frame."""
    atlas, words = desk.atlas, desk.words
    root = as_is_of(journey, atlas)
    others = redesigns_of(root, atlas)
    yield _door(pen, words("switch.as-is"), journey_path(root.id), here=journey.id == root.id)
    for one in others:
        name = variant_name(one, atlas, words)
        yield _door(pen, name, journey_path(one.id), here=one.id == journey.id)
    if is_redesign(journey, atlas):
        yield pen.link(words("switch.compare"), comparison_path(journey.id))
    yield pen.link(words("switch.proposals"), proposals_path(root.id))


def _door(pen: Pen, label: str, path: str, *, here: bool) -> Markup:
    if here:
        return Markup('**{}**{{ aria-current="page" }}').format(md(label))
    return pen.link(label, path)


def _changes(desk: Desk, pen: Pen, journey: Journey) -> dict[str, object]:
    """What a redesign would change: its moves, who gains, what else it touches."""
    words, atlas = desk.words, desk.atlas
    moves = staged_moves(desk, journey)
    found = comparison(desk, journey)
    start = atlas.journeys.get(journey.redesigns or "", journey)
    by_hand = len(journey.add) + len(journey.edits) + len(journey.remove)
    touched = journey.touches if isinstance(journey, Redesigned) else ()
    others = [pen.journey(atlas.journeys[name]) for name in touched if name in atlas.journeys]
    return {
        "verdict": verdict_sentence(pairs(desk, found), words) if found else "",
        "moves_head": pen.say("redesign.moves", len(moves), journey=pen.journey(start)),
        "moves": move_lines(pen, moves),
        "by_hand": words("redesign.by-hand", by_hand) if by_hand else "",
        "touches": pen.say("redesign.touches", journeys=joined(others)) if others else "",
        "compare": pen.link(words("switch.compare"), comparison_path(journey.id)) if found else "",
    }


def redesign_row(desk: Desk, pen: Pen, journey: Journey) -> list[Markup]:
    """A redesign as a row: its name, who gains and loses, law, cost, links."""
    words = desk.words
    found = comparison(desk, journey)
    moves = staged_moves(desk, journey)
    verdict = verdict_sentence(pairs(desk, found), words) if found else words("unknown")
    links = [pen.link(words("versus.read"), journey_path(journey.id))]
    if found:
        links.append(pen.link(words("switch.compare"), comparison_path(journey.id)))
    cells = (pen.plain(verdict), _law(desk, journey), _cost(desk, journey), joined(links, " · "))
    heads = (words(f"register.{head}") for head in ROW[1:])
    told = Markup('<br><span class="cb-note">{}</span>').format(
        words.series(dict.fromkeys(one.told.name for one in moves)) if moves else ""
    )
    return [
        Markup("{}{} {{ .cb-row-head }}").format(pen.variant(journey), told if moves else ""),
        *(cell(one, head) for one, head in zip(cells, heads, strict=True)),
    ]


def _law(desk: Desk, journey: Journey) -> Markup:
    """The legal need that is hardest to meet."""
    needs = tuple(need for one in staged_moves(desk, journey) for need in one.legal)
    heaviest = heaviest_need(needs)
    if heaviest is None:
        return Markup(md(desk.words("unknown")))
    kind = desk.words(f"legal.need.{heaviest.need}")
    return Markup("{}<br>{}").format(md(kind), state_mark(heaviest, desk.words))


def _cost(desk: Desk, journey: Journey) -> Markup:
    """The class of the dearest move, with its dots."""
    classes = [one.cost.cost_class for one in staged_moves(desk, journey)]
    if not classes:
        return Markup(md(desk.words("unknown")))
    return cost_dots(max(classes, key=COST_CLASSES.index), desk)


def cost_dots(cost_class: str, desk: Desk) -> Markup:
    """A cost class as four dots and its word."""
    full = COST_CLASSES.index(cost_class)
    dots = "●" * full + "○" * (len(COST_CLASSES) - 1 - full)
    said = desk.words(f"cost-class.{cost_class}")
    return Markup('<span class="cb-cost-dots" aria-hidden="true">{}</span> {}').format(
        dots, md(said)
    )


def _tried(pen: Pen, one: FieldTest) -> dict[str, object]:
    """Where a redesign was tried for real, when, what was measured and published."""
    when = _period(one, pen)
    name = Markup("**{}**").format(pen.text(one.name))
    figures = [
        Markup("{} : {}").format(pen.text(figure.label), pen.quantity(figure.value, figure, one))
        for figure in one.figures
    ]
    sources = [pen.source(name) for name in one.sources]
    notes = [pen.text(one.note)] if one.note else []
    notes += [Markup("({})").format(joined(sources))] if sources else []
    return {
        "head": joined([name, when], ", ") if when else name,
        "figures": figures or [pen.plain(pen.words("redesign.tried.unpublished"))],
        "note": joined(notes, " "),
    }


def _period(one: FieldTest, pen: Pen) -> Markup | None:
    words = pen.words
    start, end = (words.date(day) if day else "" for day in (one.from_, one.to))
    if start and end:
        return pen.say("redesign.tried.between", start=start, end=end)
    return pen.say("redesign.tried.since", start=start) if start else None
