"""What a YAML parser says, turned into what the author of a file can do about it.

A parser knows where it could not go on, rarely why. The why is sought on the line itself, for
the errors that people make: a text with a colon, a text that begins with a sign, a quote or a
bracket left open, a line out of line.
"""

from __future__ import annotations

import re

from yaml import YAMLError

from carteblanche_journeys.reading.builder import DEEPEST
from carteblanche_journeys.reading.closing import around_brackets, brackets, quotes
from carteblanche_journeys.reading.lines import (
    goes_on_below,
    indent_of,
    parse_line,
    with_quotes,
)
from carteblanche_journeys.reading.mistakes import Mistake
from carteblanche_journeys.reading.trouble import (
    Explained,
    Trouble,
    as_c,
    mended_line,
    syntax_mistake,
    trouble_of,
)

_MARKS = frozenset("*&!")
_KEY_ALONE = re.compile(r"[ ]*(?:- +)*[\w-]+\s*$")


def explain(error: YAMLError, lines: list[str]) -> Explained:
    """Say what is wrong with a text that the parser refused, and where.

    Parameters
    ----------
    error
        What the parser raised.
    lines
        The lines of the text.
    """
    trouble = trouble_of(error, lines)
    for why in (
        _depth,
        _tab,
        _first_sign,
        _colon,
        _dash,
        quotes,
        around_brackets,
        brackets,
        _no_colon,
        _out_of_line,
    ):
        explained = why(trouble, lines)
        if explained is not None:
            return explained
    return Explained(syntax_mistake("syntax", trouble.line, trouble.column))


def _depth(trouble: Trouble, lines: list[str]) -> Explained | None:
    """So deep that some parsers give up before we can count (libyaml, from a thousand on)."""
    if "nesting depth" not in trouble.problem:
        return None
    line, column = trouble.line + 1, trouble.column + 1
    return Explained(Mistake("depth", line=line, column=column, values={"most": DEEPEST}))


def _tab(trouble: Trouble, lines: list[str]) -> Explained | None:
    for number in (trouble.line, trouble.start):
        lead = lines[number][: len(lines[number]) - len(lines[number].lstrip())]
        if "\t" in lead:
            return Explained(syntax_mistake("tab", number, lead.index("\t")))
    return None


def _first_sign(trouble: Trouble, lines: list[str]) -> Explained | None:
    """A text that begins with a sign that means something to YAML."""
    scanned = re.fullmatch(r"while (?:scanning|parsing) (an alias|an anchor|a tag|a block scalar)",
                           trouble.context)  # fmt: skip
    if scanned:
        return _sign_at(trouble.start, trouble.start_column, lines)
    if "cannot start any token" in trouble.problem or "mapping keys" in trouble.problem:
        return _sign_at(trouble.line, trouble.column, lines)
    if lines[trouble.start].startswith("%") or lines[trouble.line].startswith("%"):
        number = trouble.start if lines[trouble.start].startswith("%") else trouble.line
        return Explained(syntax_mistake("percent", number, 0))
    parsed = parse_line(lines[trouble.line])
    if trouble.context.startswith("while parsing a block") and parsed.text[:1] in _MARKS:
        return _sign_at(trouble.line, parsed.start, lines)
    return None


def _sign_at(number: int, column: int, lines: list[str]) -> Explained:
    line = lines[number]
    parsed = parse_line(line)
    sign = line[column : column + 1]
    if sign == "\t":
        return Explained(syntax_mistake("tab", number, column))
    end = len(line) - len(parsed.remark)
    if parsed.start != column:  # inside brackets: up to what ends the text there
        end = _end_in_brackets(line, column)
    return mended_line("sign", number, column, with_quotes(line, column, end), sign=sign)


def _end_in_brackets(line: str, start: int) -> int:
    ends = re.search(r"[,\]}]", line[start:])
    return start + ends.start() if ends else len(line)


def _colon(trouble: Trouble, lines: list[str]) -> Explained | None:
    """A text with a colon and a space: the error that authors make most."""
    number, column = trouble.line, trouble.column
    line = lines[number]
    parsed = parse_line(line)
    if "mapping values are not allowed" in trouble.problem:
        if parsed.key and parsed.start <= column:
            if goes_on_below(number, lines):
                return Explained(syntax_mistake("colon-below", number, column))
            end = len(line) - len(parsed.remark)
            return mended_line("colon", number, column, with_quotes(line, parsed.start, end))
        if not _KEY_ALONE.fullmatch(line[:column]):
            return Explained(syntax_mistake("colon-below", number, column))
        return _no_colon_before(number, lines)
    if line[column : column + 1] == ":" and trouble.start == number and "flow" in trouble.context:
        start = _start_in_brackets(line, column)
        mended = with_quotes(line, start, _end_in_brackets(line, column))
        return mended_line("colon", number, column, mended)
    return None


def _start_in_brackets(line: str, colon: int) -> int:
    """Where the text begins that holds this colon, inside brackets."""
    opened = max(line.rfind(sign, 0, colon) for sign in ",[{") + 1
    key = re.match(r"\s*[\w-]+\s*:\s+", line[opened:colon])
    start = opened + (key.end() if key else 0)
    return start + len(line[start:]) - len(line[start:].lstrip())


def _no_colon_before(number: int, lines: list[str]) -> Explained | None:
    """The line above is neither `key: value` nor a text that this line continues."""
    above = number - 1
    while above > 0 and not lines[above].strip():
        above -= 1
    if above < 0 or parse_line(lines[above]).key:
        return Explained(syntax_mistake("indent", number, indent_of(lines[number])))
    return _colon_missing(above, lines)


def _colon_missing(number: int, lines: list[str]) -> Explained:
    line = lines[number]
    glued = re.match(r"([ ]*(?:- +)*)([\w-]+):(\S.*)$", line)
    if glued:
        mended = f"{glued[1]}{glued[2]}: {glued[3]}"
        return mended_line("colon-space", number, glued.end(2), mended)
    return Explained(syntax_mistake("no-colon", number, indent_of(line)))


def _dash(trouble: Trouble, lines: list[str]) -> Explained | None:
    if "sequence entries are not allowed" not in trouble.problem:
        return None
    line = lines[trouble.line]
    if not line[: trouble.column].strip():
        return Explained(syntax_mistake("indent", trouble.line, trouble.column))
    end = len(line) - len(parse_line(line).remark)
    mended = with_quotes(line, trouble.column, end)
    return mended_line("sign", trouble.line, trouble.column, mended, sign="- ")


def _no_colon(trouble: Trouble, lines: list[str]) -> Explained | None:
    if "could not find expected ':'" in trouble.problem:
        return _colon_missing(trouble.start, lines)
    return None


def _out_of_line(trouble: Trouble, lines: list[str]) -> Explained | None:
    """A line that is not below the one it belongs with."""
    number, line = trouble.line, lines[trouble.line]
    if "document start" in as_c(trouble.problem):
        if number and lines[number - 1].startswith("..."):
            return Explained(Mistake("documents", line=number + 1, column=1))
        first = next((n for n, one in enumerate(lines) if _says_something(one)), 0)
        number = first if indent_of(lines[first]) > indent_of(line) else number
        return Explained(syntax_mistake("indent", number, indent_of(lines[number])))
    if trouble.context.startswith("while parsing a block") and not line[: trouble.column].strip():
        in_list, is_entry = "collection" in trouble.context, line.lstrip().startswith("- ")
        mixed = trouble.column == trouble.start_column and in_list != is_entry
        return Explained(syntax_mistake("mixed" if mixed else "indent", number, trouble.column))
    return None


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
