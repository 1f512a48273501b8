"""The page of a comparison: who gains and loses, what becomes of the steps, what law asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from markupsafe import Markup

from carteblanche_journeys.diagnosis import Finding
from carteblanche_journeys.drawing.overlay.shapes import hatching
from carteblanche_journeys.drawing.squares import asked_squares
from carteblanche_journeys.markup import Element, el, render_html
from carteblanche_journeys.measures.formulas import NAMES
from carteblanche_journeys.model import Journey
from carteblanche_journeys.pages.cells import cell
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.filling import page
from carteblanche_journeys.pages.lives import TIME
from carteblanche_journeys.pages.overlays import overlay_view
from carteblanche_journeys.pages.pen import Pen, comparison_path, joined, journey_path
from carteblanche_journeys.pages.redesign_moves import (
    StagedMove,
    move_lines,
    move_link,
    need_said,
    staged_moves,
    state_mark,
)
from carteblanche_journeys.pages.spoken import say_difference, say_plainly
from carteblanche_journeys.pages.variants import has_own_title, variant_name
from carteblanche_journeys.pages.versus import Pair, pairs, verdict_sentence, versus_rows
from carteblanche_journeys.redesigns.comparisons.comparison import (
    AskSpared,
    Comparison,
    HandoffMoved,
)
from carteblanche_journeys.words import Words

#: How many findings stand in sight on each side.
NAMED = 4


def comparison_page(desk: Desk, found: Comparison) -> dict[str, str]:
    """The Markdown of the page that compares a redesign with what it redesigns, by its path."""
    before = desk.pen(comparison_path(found.to_be.id))
    after = desk.seen_by(found.to_be).pen(before.here)
    every = pairs(desk, found)
    moves = staged_moves(desk, found.to_be)
    view = {
        **_head(desk, before, found, every, moves),
        "versus": versus_rows(every, desk.words) if every else "",
        **overlay_view(desk, after, found),
        **_behind(desk, after, found),
        "worse": list(_worse(desk, before, every, moves)),
        "asks": [_ask(before, found, one) for one in found.asks_spared],
        "law": list(_law(after, found, moves)),
        "findings": _findings(desk, before, found),
        "burden_heads": [one.name for one in every],
        "burden_rows": list(_rows(before, every)),
        "hatching": Markup(render_html(hatching())),
    }
    return {before.here: page("comparison", desk.words, view)}


def _head(
    desk: Desk, pen: Pen, found: Comparison, every: Sequence[Pair], moves: Sequence[StagedMove]
) -> dict[str, object]:
    words = desk.words
    name = variant_name(found.to_be, desk.atlas, words)
    title = words("versus.title", None, moment=pen.moment(found.as_is), name=name)
    if has_own_title(found.to_be, desk.atlas, words):
        title = words("versus.title.own", None, moment=pen.moment(found.to_be))
    crumbs = [
        pen.link(words("versus.crumb.moments"), "index.md", "#moments"),
        pen.journey(found.as_is),
        pen.variant(found.to_be),
        pen.plain(words("versus.crumb")),
    ]
    lead = verdict_sentence(every, words)
    return {
        "title": title,
        "crumbs": joined(crumbs, " › "),
        "lead": lead,
        "key": _key(desk, found, every, moves),
        "moves": move_lines(pen, tuple(moves)),
        "persona": every[0].name if every else words("person"),
        "read": pen.link(words("versus.read"), journey_path(found.to_be.id)),
        "read_as_is": pen.link(words("versus.read-as-is"), journey_path(found.as_is.id)),
    }


def _key(
    desk: Desk, found: Comparison, every: Sequence[Pair], moves: Sequence[StagedMove]
) -> Markup:
    """What hatched and solid stand for, with the size of each journey."""
    words = desk.words
    sides = (("existing", "as-is", found.as_is), ("redesign", "to-be", found.to_be))
    entries: list[Element] = []
    for look, key, journey in sides:
        size = _size(words, journey, every, key)
        if key == "to-be" and moves:
            size = f"{words('versus.key.moves', len(moves))} · {size} · "
            size += f"{words('mark.proposed')} {words('status.proposed')}"
        entries.append(
            el(
                "p",
                None,
                el("span", {"class": f"cb-swatch cb-swatch--{look}", "aria-hidden": "true"}),
                el("strong", None, words(f"versus.key.{key}")),
                el("br"),
                el("span", {"class": "cb-note"}, size),
            )
        )
    return Markup(render_html(el("div", {"class": "cb-versus-key"}, entries)))


def _size(words: Words, journey: Journey, every: Sequence[Pair], key: str) -> str:
    steps = words("count.steps", n=len(journey.steps))
    if not every:
        return steps
    life = every[0].before if key == "as-is" else every[0].after
    lived = sum(name in life.measured.lived.steps for name in journey.steps)
    return words("versus.key.steps", None, steps=steps, lived=words.number(lived))


def _behind(desk: Desk, pen: Pen, found: Comparison) -> dict[str, object]:
    """Handoffs that pass behind the line, and those that the person would still carry."""
    words = desk.words
    persona = desk.atlas.personas_of(found.to_be)[0]
    name = words.text(persona.name) if persona.id else words("person")
    still = [one for one in desk.handoffs(found.to_be.id) if one.carried == "person"]
    numbers = desk.usage.numbers[found.to_be.id]
    return {
        "handoffs": [_handoff(pen, found, one, name) for one in found.handoffs_moved],
        "still": joined(
            (pen.step(found.to_be, numbers[one.source], one.source) for one in still), " · "
        ),
        "still_head": words("versus.still", None, name=name),
        "still_none": words("versus.still.none", None, name=name),
    }


def _handoff(pen: Pen, found: Comparison, one: HandoffMoved, name: str) -> Markup:
    words, old = pen.words, one.before
    bodies = [pen.organisation(body.organisation) for body in (old.before, old.after)]
    parts = [
        Markup("**{}**").format(pen.say("versus.handoff", before=bodies[0], after=bodies[1])),
        _carried(pen, one, name),
    ]
    if one.after is None:
        parts.append(pen.plain(words("versus.handoff.gone")))
    else:
        who = pen.organisation(one.after.before.organisation)
        parts.append(pen.say("versus.handoff.now", who=who))
        answers = (p.link.answer_within for p in one.after.passages if p.link.answer_within)
        parts += [
            pen.say("versus.handoff.answer", time=pen.quantity(one)) for one in islice(answers, 1)
        ]
    return joined(parts, " ")


def _carried(pen: Pen, one: HandoffMoved, name: str) -> Markup:
    if not one.before.carries:
        return pen.say("versus.handoff.was", name=name)
    names = [
        pen.evidence(what) if what in pen.atlas.evidence else pen.fact(what)
        for what in one.before.carries
    ]
    return pen.say("versus.handoff.carried", name=name, what=joined(names))


def _worse(
    desk: Desk, pen: Pen, every: Sequence[Pair], moves: Sequence[StagedMove]
) -> Iterator[Markup]:
    """Who loses first, then what each move makes worse, each sentence once."""
    words = desk.words
    for one in every:
        said = say_difference(one.differences.get(TIME), words)
        if said.direction == "loses":
            told = f"{one.name} {said.verdict}" + (f", {said.between}" if said.between else "")
            yield Markup("**{}.**").format(pen.plain(told))
    seen: set[str] = set()
    for move in moves:
        for worse, told in zip(move.worse, move.told.worse, strict=True):
            if told not in seen:
                seen.add(told)
                kind = words(f"worse.{worse.kind}")
                label = kind[:1].upper() + kind[1:]
                by = move_link(pen, move.name, move.told.name)
                yield Markup('**{}.** {} <span class="cb-note">{}</span>').format(
                    pen.plain(label), pen.plain(told), by
                )


def _ask(pen: Pen, found: Comparison, one: AskSpared) -> list[Markup]:
    words = pen.words
    before, after = (words.number(round(often, 1)) for often in (one.before, one.after))
    title = words("versus.evidence.squares", None, before=before, after=after)
    squares = Markup(render_html(asked_squares(one.before, one.after, title)))
    piece = pen.atlas.evidence.get(one.piece)
    held = pen.each(piece.holders, "organisation") if piece else Markup("")
    steps = [name for name in one.steps if name in found.as_is.steps]
    where = joined((_titled(pen, found.as_is, name) for name in steps), " · ")
    return [
        Markup("{} {{ .cb-row-head }}").format(pen.evidence(one.piece)),
        cell(squares, words("versus.evidence.asks")),
        cell(pen.plain(f"{before} → {after}"), words("versus.evidence.change")),
        cell(held or pen.plain(words("evidence.held-by-nobody")), words("versus.evidence.held")),
        cell(where or Markup("—"), words("versus.evidence.where")),
    ]


def _titled(pen: Pen, journey: Journey, step: str) -> Markup:
    title = pen.words.text(journey.steps[step].title)
    return pen.link(title, journey_path(journey.id), f"#step-{step}")


def _law(pen: Pen, found: Comparison, moves: Sequence[StagedMove]) -> Iterator[list[Markup]]:
    """Each move with each thing that law asks for it; by the comparison where no move is told."""
    words = pen.words
    needs = [(one.name, one.told.title, need) for one in moves for need in one.legal]
    needs = needs or [(name, name, need) for name, need in found.legal]
    for name, title, need in needs:
        yield [
            Markup("{} {{ .cb-row-head }}").format(move_link(pen, name, title)),
            cell(need_said(pen, need), words("versus.law.need")),
            cell(state_mark(need, words), words("versus.law.state")),
        ]


def _findings(desk: Desk, pen: Pen, found: Comparison) -> list[dict[str, object]]:
    """Findings that go, that stay and that come, each linked to where it is explained."""
    sides = (
        ("cleared", found.cleared, found.as_is),
        ("new", found.new, found.to_be),
        ("remaining", found.remaining, found.to_be),
    )
    return [
        {
            "title": desk.words(f"versus.findings.{key}", len(findings)),
            "links": [_finding(desk, pen, journey, one) for one in findings[:NAMED]],
            "rest": [_finding(desk, pen, journey, one) for one in findings[NAMED:]],
        }
        for key, findings, journey in sides
    ]


def _finding(desk: Desk, pen: Pen, journey: Journey, finding: Finding) -> Markup:
    """A finding of one of the two journeys; its block has the same rule and cause."""
    title = desk.told(finding).title
    codes = [
        one.code
        for one in desk.shown(journey.id)
        if one.finding.fingerprint == finding.fingerprint and not one.asks
    ]
    if not codes:
        return pen.plain(title)
    return pen.link(title, journey_path(journey.id), f"#finding-{codes[0].lower()}")


def _rows(pen: Pen, every: Sequence[Pair]) -> Iterator[list[Markup]]:
    """Every measure that changes for someone, persona by persona."""
    words = pen.words
    for name in (TIME, *NAMES):
        told = [say_plainly(one.differences.get(name), words) for one in every]
        if all(one == words("differs.same") for one in told) or not every:
            continue
        yield [
            Markup("{} {{ .cb-row-head }}").format(pen.measure(name)),
            *(cell(pen.plain(said), one.name) for said, one in zip(told, every, strict=True)),
        ]
