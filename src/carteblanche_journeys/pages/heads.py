"""The figures that stand first: what a journey costs the persona of its page, in five numbers."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from carteblanche_journeys.drawing.ranges import part_bar
from carteblanche_journeys.markup import render_html
from carteblanche_journeys.measures import Amount
from carteblanche_journeys.pages.amounts import (
    coverage_of,
    in_short,
    is_said,
    range_of,
    sureness_of,
)
from carteblanche_journeys.pages.lives import TIME, Life
from carteblanche_journeys.words import Words

#: The measures of the head of a journey, in order.
HEAD = (TIME, "trips", "elapsed_days", "fees", "evidence_asked")
#: Those of a card on the home page.
CARD = (TIME, "counters", "handoffs_person")


@dataclass(frozen=True, slots=True)
class HeadFigure:
    """One figure with its name, its range, how sure it is and for how many steps it is known."""

    value: str
    label: str
    notes: tuple[str, ...]
    bar: Markup


def head_figures(life: Life, names: tuple[str, ...], words: Words) -> list[HeadFigure]:
    """The figures of some measures for one persona, in order."""
    return [_figure(life, name, words) for name in names]


def _figure(life: Life, name: str, words: Words) -> HeadFigure:
    amount = life[name]
    value = in_short(amount, words)
    notes = (range_of(amount, words), sureness_of(amount, words), coverage_of(amount, words))
    return HeadFigure(
        value=value,
        label=_label(life, name, amount, words),
        notes=tuple(note for note in notes if note) if is_said(amount) else (),
        bar=_coverage_bar(amount, words),
    )


def _label(life: Life, name: str, amount: Amount, words: Words) -> str:
    if name == TIME:
        alone = "relative" not in life.measured.roles
        return words("head.minutes" if alone else "head.minutes.household", name=life.name)
    many = 2.0 if amount.likely is None else round(amount.likely, 1)
    return words(f"head.{name}", many)


def _coverage_bar(amount: Amount, words: Words) -> Markup:
    """How much of the journey a figure rests on; nothing where it is all of it."""
    if amount.complete or not amount.of:
        return Markup("")
    title = coverage_of(amount, words)
    return Markup('<span class="cb-cover">{}</span>').format(
        Markup(render_html(part_bar(amount.known / amount.of, title)))
    )
