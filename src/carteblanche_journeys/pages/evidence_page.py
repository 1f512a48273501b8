"""The page of a piece of evidence: who issues and holds it, where it is asked and produced."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from carteblanche_journeys.model import Evidence
from carteblanche_journeys.pages.counter_page import finding_links
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.filling import page
from carteblanche_journeys.pages.pen import Pen, joined
from carteblanche_journeys.pages.step_entry import Line, ask_details


def evidence_page(desk: Desk, piece: Evidence) -> dict[str, str]:
    """The Markdown of the page of a piece, by its path."""
    asked = tuple(one.use.ground for one in desk.usage.asked.get(piece.id, ()))
    made = tuple(use.ground for use in desk.usage.yielded.get(piece.id, ()))
    ground = (asked, made, desk.touching("evidence", piece.id))
    return desk.memory.recall(("evidence", piece.id), ground, lambda: _page(desk, piece))


def _page(desk: Desk, piece: Evidence) -> dict[str, str]:
    pen = desk.pen(f"evidence/{piece.id}.md")
    asked = desk.usage.asked.get(piece.id, ())
    made = desk.usage.yielded.get(piece.id, ())
    view = {
        "title": desk.words.text(piece.name),
        "role": _role(desk, piece),
        "facts": list(_facts(desk, pen, piece)),
        "rows": [
            {
                "journey": pen.journey(one.use.journey),
                "step": pen.step(one.use.journey, one.use.number, one.use.step.id),
                "counter": pen.counter(one.counter),
                "how": ask_details(desk, one.ask) or "—",
            }
            for one in asked
        ],
        "made": [
            joined(
                [pen.journey(use.journey), pen.step(use.journey, use.number, use.step.id)], " · "
            )
            for use in made
        ],
        "findings": finding_links(desk, pen, "evidence", piece.id),
    }
    return {pen.here: page("evidence", desk.words, view)}


def _role(desk: Desk, piece: Evidence) -> str:
    words = desk.words
    asked = desk.usage.asked.get(piece.id, ())
    steps = {(one.use.journey.id, one.use.step.id) for one in asked}
    return words(
        "evidence.role",
        None,
        steps=words("count.steps", n=len(steps)),
        journeys=words("count.journeys", n=len({journey for journey, _ in steps})),
        counters=words("count.counters", n=len({one.counter for one in asked if one.counter})),
    )


def _facts(desk: Desk, pen: Pen, piece: Evidence) -> Iterator[Line]:
    words = desk.words
    holders = pen.each(piece.holders, "organisation")
    parts: list[tuple[str, Markup | None]] = [
        ("kind", pen.plain(words(f"evidence.{piece.kind}")) if piece.kind else None),
        ("number", pen.plain(piece.number) if piece.number else None),
        ("issuer", pen.organisation(piece.issuer) if piece.issuer else None),
        ("held", holders or pen.plain(words("evidence.held-by-nobody"))),
        ("validity", pen.quantity(piece.validity, piece) if piece.validity else None),
        ("obtain", _obtain(pen, piece)),
        ("facts", pen.each(piece.facts, "fact")),
        ("note", pen.text(piece.note)),
        ("source", joined([*(pen.source(name) for name in piece.sources), *_status(pen, piece)])),
    ]
    return (Line(words(f"evidence.fact.{key}"), text) for key, text in parts if text)


def _status(pen: Pen, piece: Evidence) -> list[Markup]:
    return [pen.plain(pen.words(f"status.{piece.status}"))] if piece.status else []


def _obtain(pen: Pen, piece: Evidence) -> Markup | None:
    obtain = piece.obtain
    if obtain is None:
        return None
    figures = [f for f in (obtain.wait, obtain.effort, obtain.fee) if f is not None]
    parts = [pen.counter(obtain.counter)] if obtain.counter else []
    if obtain.channel:
        parts.append(pen.plain(pen.words(f"channel.{obtain.channel}")))
    parts += [pen.quantity(figure, obtain, piece) for figure in figures]
    return joined([*parts, *([pen.text(obtain.note)] if obtain.note else [])])
