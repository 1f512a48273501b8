"""Measures as one HTML table, for a notebook."""

from __future__ import annotations

from collections.abc import Sequence

from carteblanche_journeys.markup import Element, el
from carteblanche_journeys.measures import Measured
from carteblanche_journeys.reports.measures_text import (
    basis_in_words,
    marked_in_words,
    name_in_words,
)
from carteblanche_journeys.words import Words


def measures_table(people: Sequence[Measured], words: Words) -> Element:
    """A row a measure, a column a persona, each amount with its range and what it covers."""
    journey = words.text(people[0].lived.journey.title)
    heads = [words("measures.measure"), *(name_in_words(one, words) for one in people)]
    return el(
        "table",
        None,
        el("caption", None, words("measures.title", None, journey=journey)),
        el("thead", None, el("tr", None, [el("th", {"scope": "col"}, head) for head in heads])),
        el("tbody", None, [_row(name, people, words) for name in people[0].figures]),
    )


def _row(name: str, people: Sequence[Measured], words: Words) -> Element:
    cells = [el("td", None, _told(one, name, words)) for one in people]
    return el("tr", None, el("th", {"scope": "row"}, words(f"burden.{name}")), cells)


def _told(one: Measured, name: str, words: Words) -> str:
    basis = basis_in_words(one.figures[name], words)
    told = marked_in_words(one.figures[name], words, name)
    return f"{told} ({basis})" if basis else told
