"""A comparison in Markdown, for the discussion of a change."""

from __future__ import annotations

from carteblanche_journeys.markup.markdown import md
from carteblanche_journeys.redesigns.comparisons.comparison import Comparison
from carteblanche_journeys.reports.compare_sections import tell_comparison
from carteblanche_journeys.words import Words


def compare_markdown(found: Comparison, words: Words, level: int = 2) -> str:
    """A comparison as Markdown that any forge shows: titles, sentences, lists; no HTML.

    Parameters
    ----------
    level
        Of the title; those of the sections are one below.

    >>> from carteblanche_journeys.model import Atlas, Journey
    >>> from carteblanche_journeys.redesigns.comparisons.comparing import compare
    >>> from carteblanche_journeys.words import words_for
    >>> one = Journey(id="x/as-is", title="X", steps={"a": {"title": "A"}})
    >>> print(compare_markdown(compare(one, one, Atlas()), words_for("en")), end="")
    ## From `x/as-is` to `x/as-is`
    <BLANKLINE>
    Nothing changes: no step, piece, handoff, burden or finding.
    """
    told = tell_comparison(found, words)
    ids = {"as_is": f"`{found.as_is.id}`", "to_be": f"`{found.to_be.id}`"}
    parts = [f"{'#' * level} {words('compare.title', None, **ids)}", md(told.verdict)]
    for section in told.sections:
        parts.append(f"{'#' * (level + 1)} {md(section.title)}")
        parts.append("\n".join(f"- {md(said)}" for said in section.said))
    if told.sections:
        parts.append(md(words("compare.note")))
    return "\n\n".join(parts) + "\n"
