"""A rule explained, as plain text."""

from __future__ import annotations

from carteblanche_journeys.diagnosis import Explanation
from carteblanche_journeys.markup import for_terminal
from carteblanche_journeys.reports.paragraphs import WIDTH, wrapped
from carteblanche_journeys.words import Words


def explain_report(told: Explanation, words: Words, width: int = WIDTH) -> str:
    """What `carteblanche explain` prints: the title, then each section under its heading.

    Parameters
    ----------
    told
        The explanation, in the language of the words.
    width
        Columns of the terminal; examples are printed as they are, so that they can be copied.
    """
    head = words("report.sentence", label=told.name, text=told.title)
    lines = [*wrapped(head, width), *wrapped(f"{told.kind}, {told.severity}", width)]
    for section in told.sections:
        lines += ["", *wrapped(section.heading, width), ""]
        if section.example:
            lines += [f"  {_plain(line)}".rstrip() for line in section.text.splitlines()]
        else:
            lines += wrapped(section.text, width, "  ")
    return "".join(f"{line}\n" for line in lines)


def _plain(line: str) -> str:
    margin = line[: len(line) - len(line.lstrip(" "))]
    return margin + for_terminal(line)
