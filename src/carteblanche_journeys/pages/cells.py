"""Cells of tables that a phone shows as a list of label and value."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup

from carteblanche_journeys.markup import md
from carteblanche_journeys.measures import Amount
from carteblanche_journeys.measures.saying import amount_in_words
from carteblanche_journeys.pages.amounts import coverage_of, is_said, sureness_of
from carteblanche_journeys.words import Words

#: What could end an attribute, a cell or a piece of text, or open markup.
_ACTING = re.compile(r"[*_`\[\]<>{}|\\\"&~^=\n\r]+")


def cell(text: Markup, label: str) -> Markup:
    """A cell with the label that stands before it where rows are stacked.

    >>> cell(Markup("3"), 'Jeanne "la doyenne"')
    Markup('3 { data-label="Jeanne la doyenne" }')
    """
    plain = " ".join(_ACTING.sub(" ", label).split())
    return Markup('{} {{ data-label="{}" }}').format(text or Markup("—"), Markup(plain))


def figure_cell(
    amount: Amount, words: Words, known_for: Callable[[Amount, Words], str] = coverage_of
) -> Markup:
    """An amount in a cell: the figure, how sure it is, for how many steps it is known."""
    if not is_said(amount):
        return Markup('<span class="cb-unknown">{}</span>').format(words("unknown"))
    parts = [Markup(md(amount_in_words(amount, words)))]
    mark, known = sureness_of(amount, words), known_for(amount, words)
    if mark:
        parts.append(Markup('<span class="cb-mark">{}</span>').format(mark))
    if known:
        parts.append(Markup('<br><span class="cb-note">{}</span>').format(known))
    return Markup(" ").join(parts)
