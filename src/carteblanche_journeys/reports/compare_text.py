"""A comparison for people at a terminal."""

from __future__ import annotations

from carteblanche_journeys.redesigns.comparisons.comparison import Comparison
from carteblanche_journeys.reports.compare_sections import tell_comparison
from carteblanche_journeys.reports.paragraphs import WIDTH, wrapped
from carteblanche_journeys.words import Words


def compare_text(found: Comparison, words: Words, *, width: int = WIDTH) -> str:
    """A comparison as plain text: who gains and loses, then what changes.

    Parameters
    ----------
    width
        Columns of the terminal.

    >>> from carteblanche_journeys.model import Atlas, Journey
    >>> from carteblanche_journeys.redesigns.comparisons.comparing import compare
    >>> from carteblanche_journeys.words import words_for
    >>> one = Journey(id="x/as-is", title="X", steps={"a": {"title": "A"}})
    >>> print(compare_text(compare(one, one, Atlas()), words_for("en")), end="")
    From x/as-is to x/as-is
    Nothing changes: no step, piece, handoff, burden or finding.
    """
    told = tell_comparison(found, words)
    lines = [*wrapped(told.title, width), *wrapped(told.verdict, width)]
    for section in told.sections:
        lines += ["", *wrapped(section.title, width)]
        for said in section.said:
            lines += wrapped(said, width, "    ", "  - ")
    if told.sections:
        lines += ["", *wrapped(words("compare.note"), width)]
    return "".join(f"{line}\n" for line in lines)
