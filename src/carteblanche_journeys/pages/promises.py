"""The three costs and the three promises: counts and counted shares, never a score."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from carteblanche_journeys.drawing.ranges import part_bar
from carteblanche_journeys.markup import Element, el, render_html
from carteblanche_journeys.measures.promises import Share
from carteblanche_journeys.model import Journey
from carteblanche_journeys.pages.cells import cell, figure_cell
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.lives import Life, lives
from carteblanche_journeys.pages.pen import Pen
from carteblanche_journeys.words import Words
from carteblanche_journeys.words.spans import value_in_words

THREE = ("learning", "compliance", "psychological")
#: The one share that is made of days.
DAYS = "effort-in-elapsed"


def promises(desk: Desk, pen: Pen, journey: Journey) -> dict[str, object]:
    """What the sections on the three costs and the three promises show."""
    every = lives(desk, journey)
    words = desk.words
    return {
        "three_rows": [_three(desk, pen, every, name) for name in THREE],
        "promises_how": words("promises.how", name=every[0].name),
        "promises": [
            {"title": words(f"promise.{name}"), "profile": _profile(shares, words)}
            for name, shares in every[0].measured.promises.items()
        ],
    }


def _three(desk: Desk, pen: Pen, every: Sequence[Life], name: str) -> list[Markup]:
    what = pen.plain(desk.words(f"three.{name}.what"))
    head = Markup('{}<br><span class="cb-note">{}</span> {{ .cb-row-head }}')
    return [
        head.format(pen.measure(name), what),
        *(cell(figure_cell(life[name], desk.words), life.name) for life in every),
    ]


def _profile(shares: Sequence[Share], words: Words) -> Markup:
    """Each share as a bar and in words, as one block of HTML."""
    rows = [_row(share, words) for share in shares]
    return Markup(render_html(el("div", {"class": "cb-ranges cb-profile"}, rows)))


def _row(share: Share, words: Words) -> Element:
    label, said = words(f"promise.{share.name}"), in_words(share, words)
    drawn = (
        part_bar(share.good / share.of, f"{label} : {said}")
        if share.known
        else el("span", {"class": "cb-range-unknown"} if share.of else None)
    )
    return el(
        "div",
        {"class": "cb-range-row"},
        el("span", {"class": "cb-range-who"}, label),
        drawn,
        el("span", {"class": "cb-range-said"}, said),
    )


def in_words(share: Share, words: Words) -> str:
    """So many of so many, and of how many nobody can tell.

    >>> from carteblanche_journeys.words import words_for
    >>> in_words(Share("acknowledged", 3, 8, 2), words_for("en"))
    'at least 3 of 8; unknown for 2'
    """
    if not share.of:
        return words("promises.nothing")
    good, of = (_number(value, share, words) for value in (share.good, share.of))
    if not share.known:
        return words("promises.unsaid", of=of)
    if not share.unknown:
        return words("promises.of", good=good, of=of)
    if share.name == DAYS:
        # What is not known is how long steps last: the whole is a least one, not the part.
        return words("promises.of-at-least", good=good, of=of)
    parts = (
        words("promises.of.least", good=good, of=of),
        words("promises.unknown", n=share.unknown),
    )
    return words("explain.joined").join(parts)


def _number(value: float, share: Share, words: Words) -> str:
    unit = "d" if share.name == DAYS else ""
    return value_in_words(value, unit, words)
