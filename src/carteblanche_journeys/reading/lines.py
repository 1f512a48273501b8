"""One line of a YAML file as its author sees it: indent, key, text; and the line mended."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE = re.compile(
    r"""(?P<lead>[ ]*(?:-[ ]+)*)             # indent, and the dashes of lists
        (?:(?P<key>[\w./-]+(?:[ ][\w./'’-]+)*|"[^"]*"|'[^']*')[ ]*:(?:[ ]+|$))?
        (?P<text>.*?)
        (?P<remark>[ ]+\#[ ].*)?$""",
    re.VERBOSE,
)
_BREAK = re.compile(r"\r\n|\n|\r")


class Line(NamedTuple):
    """The parts of a line; `key` is empty where there is none."""

    lead: str
    key: str
    text: str
    remark: str
    start: int  #: index at which the text begins


def lines_of(text: str) -> list[str]:
    """The lines of a file, as an editor counts them."""
    return _BREAK.split(text)


def parse_line(line: str) -> Line:
    """Take a line apart.

    >>> parse_line("    title: Étape 2 : le dépôt  # à revoir")[1:4]
    ('title', 'Étape 2 : le dépôt', '  # à revoir')
    """
    match = _LINE.match(line)
    if match is None:
        return Line("", "", line, "", 0)
    lead, key, text = match["lead"], match["key"] or "", match["text"].rstrip()
    return Line(lead, key, text, match["remark"] or "", match.start("text"))


def indent_of(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def goes_on_below(number: int, lines: list[str]) -> bool:
    """Whether the text of a line goes on in the next: deeper, and no key or list of its own.

    >>> goes_on_below(0, ["note: Un texte", "  qui continue"])
    True
    """
    if number + 1 >= len(lines) or not lines[number + 1].strip():
        return False
    below = parse_line(lines[number + 1])
    deeper = indent_of(lines[number + 1]) > indent_of(lines[number])
    return deeper and not below.key and "- " not in below.lead


def quoted(text: str) -> str:
    """A text in the quotes that need the least care.

    >>> print(quoted("L'étape 2 : le dépôt"), quoted('Dire "oui" : un choix'))
    "L'étape 2 : le dépôt" 'Dire "oui" : un choix'
    """
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def with_quotes(line: str, start: int, end: int | None = None) -> str:
    """The line with what stands from `start` to `end` put in quotes.

    >>> with_quotes("title: École : un parcours", 7)
    'title: "École : un parcours"'
    """
    end = len(line) if end is None else end
    return line[:start] + quoted(line[start:end].rstrip()) + line[end:]
