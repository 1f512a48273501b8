"""Plain text for a terminal: wrapped paragraphs, labels in a margin."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from carteblanche_journeys.markup import for_terminal

WIDTH = 80
#: A narrower terminal gets longer lines than it is wide rather than one word a line.
NARROWEST = 20


def wrapped(text: str, width: int, indent: str = "", first: str | None = None) -> list[str]:
    """One paragraph in lines; words longer than a line stay whole, so that they can be copied.

    >>> wrapped("De la mairie à la Caf et au-delà", 20, "  ")
    ['  De la mairie à la', '  Caf et au-delà']
    """
    return textwrap.wrap(
        for_terminal(text),
        max(width, NARROWEST),
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def labelled(pairs: Iterable[tuple[str, str]], width: int, indent: str = "  ") -> list[str]:
    """Labels in a margin, each with its text beside it; pairs without text are left out.

    >>> labelled([("Quoi", "Une pièce portée"), ("Où", "Caf")], 20)
    ['  Quoi  Une pièce', '        portée', '  Où    Caf']
    """
    said = [(for_terminal(label), text) for label, text in pairs if text]
    margin = max((len(label) for label, _ in said), default=0) + 2
    lines: list[str] = []
    for label, text in said:
        lines += wrapped(text, width, indent + " " * margin, f"{indent}{label:<{margin}}")
    return lines
