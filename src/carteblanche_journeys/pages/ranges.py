"""Bars that compare one measure on one axis, each with the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from carteblanche_journeys.drawing.ranges import Range, range_bar
from carteblanche_journeys.markup import Element, el, render_html
from carteblanche_journeys.measures import Amount
from carteblanche_journeys.measures.saying import amount_in_words
from carteblanche_journeys.pages.amounts import is_said, sureness_of
from carteblanche_journeys.words import Words
from carteblanche_journeys.words.spans import value_in_words


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: whose figure it is, and whether it is the heaviest of all."""

    name: str
    amount: Amount
    most: bool = False


def bars(rows: Sequence[Bar], words: Words, noun: str = "") -> Markup:
    """Rows of one measure as a block of HTML; nothing where there is no figure to compare.

    The axis begins at zero and ends at the highest of all.
    """
    ends = [row.amount.high for row in rows if row.amount.high is not None]
    if not ends or max(ends) <= 0:
        return Markup("")
    axis = max(ends)
    lines = [_row(row, axis, words, noun) for row in rows]
    scale = el(
        "div",
        {"class": "cb-range-ends", "aria-hidden": "true"},
        el("span", None, "0"),
        el("span", None, value_in_words(axis, rows[0].amount.unit, words)),
    )
    return Markup(render_html(el("div", {"class": "cb-ranges"}, lines, scale)))


def _row(row: Bar, axis: float, words: Words, noun: str) -> Element:
    said, mark = _said(row, words, noun), sureness_of(row.amount, words)
    drawn = _drawn(row, axis, f"{row.name} : {said}")
    return el(
        "div",
        {"class": "cb-range-row"},
        el("span", {"class": "cb-range-who"}, row.name),
        drawn,
        el("span", {"class": "cb-range-said"}, said, " ", _marked(mark), _most(row, words)),
    )


def _said(row: Bar, words: Words, noun: str) -> str:
    if not is_said(row.amount):
        return f"{words('mark.unknown')} {words('unknown')}"
    return amount_in_words(row.amount, words, noun)


def _marked(mark: str) -> Element | None:
    return el("span", {"class": "cb-mark"}, mark) if mark else None


def _most(row: Bar, words: Words) -> Element | None:
    return el("strong", None, f" · {words('cost.carries-most')}") if row.most else None


def _drawn(row: Bar, axis: float, title: str) -> Element:
    amount = row.amount
    if amount.low is None or amount.high is None:
        return el("span", {"class": "cb-range-unknown"})
    one = Range(amount.low, amount.likely, amount.high, not amount.complete, row.most)
    return range_bar(one, axis, title)
