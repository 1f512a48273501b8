"""What a YAML parser says, turned into what the author of a file can do about it.

A parser knows where it could not go on, rarely why. The why is sought on the line itself, for
the errors that people make: a text with a colon, a text that begins with a sign, a quote or a
bracket left open, a line out of line.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from yaml import MarkedYAMLError, YAMLError

from carteblanche_journeys.reading.lines import (
    Line,
    goes_on_below,
    indent_of,
    parse_line,
    quoted,
    with_quotes,
)
from carteblanche_journeys.reading.mistakes import Mistake

CLOSERS = {"[": "]", "{": "}"}
_MARKS = frozenset("*&!")
_KEY_ALONE = re.compile(r"[ ]*(?:- +)*[\w-]+\s*$")


class Explained(NamedTuple):
    """Why a text is not YAML and, where that is sure enough to read on, the line mended."""

    mistake: Mistake
    mended: str | None = None


class Trouble(NamedTuple):
    """What the parser said: its words, where it stood, where the thing it read began."""

    problem: str
    context: str
    line: int
    column: int
    start: int
    start_column: int


def explain(error: YAMLError, lines: list[str]) -> Explained:
    """Say what is wrong with a text that the parser refused, and where.

    Parameters
    ----------
    error
        What the parser raised.
    lines
        The lines of the text.
    """
    trouble = _trouble(error, lines)
    for why in (
        _tab,
        _first_sign,
        _colon,
        _dash,
        _quotes,
        _around_brackets,
        _brackets,
        _no_colon,
        _out_of_line,
    ):
        explained = why(trouble, lines)
        if explained is not None:
            return explained
    return Explained(_mistake("syntax", trouble.line, trouble.column))


def _trouble(error: YAMLError, lines: list[str]) -> Trouble:
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Trouble("", "", 0, 0, 0, 0)
    mark, begun = error.problem_mark, error.context_mark or error.problem_mark
    last = len(lines) - 1
    return Trouble(
        error.problem or "",
        error.context or "",
        min(mark.line, last),
        mark.column,
        min(begun.line, last),
        begun.column,
    )


def _mistake(code: str, line: int, column: int, **values: object) -> Mistake:
    return Mistake(f"syntax.{code}" if code != "syntax" else code,
                   line=line + 1, column=column + 1, values=values)  # fmt: skip


def _mended(code: str, line: int, column: int, mended: str, **values: object) -> Explained:
    """A mistake that shows the line as it should be; the same line lets one read on."""
    return Explained(_mistake(code, line, column, mended=mended.strip(), **values), mended)


def _tab(trouble: Trouble, lines: list[str]) -> Explained | None:
    for number in (trouble.line, trouble.start):
        lead = lines[number][: len(lines[number]) - len(lines[number].lstrip())]
        if "\t" in lead:
            return Explained(_mistake("tab", number, lead.index("\t")))
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
        return Explained(_mistake("percent", number, 0))
    parsed = parse_line(lines[trouble.line])
    if trouble.context.startswith("while parsing a block") and parsed.text[:1] in _MARKS:
        return _sign_at(trouble.line, parsed.start, lines)
    return None


def _sign_at(number: int, column: int, lines: list[str]) -> Explained:
    line = lines[number]
    parsed = parse_line(line)
    sign = line[column : column + 1]
    if sign == "\t":
        return Explained(_mistake("tab", number, column))
    end = len(line) - len(parsed.remark)
    if parsed.start != column:  # inside brackets: up to what ends the text there
        end = _end_in_brackets(line, column)
    return _mended("sign", number, column, with_quotes(line, column, end), sign=sign)


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
                return Explained(_mistake("colon-below", number, column))
            end = len(line) - len(parsed.remark)
            return _mended("colon", number, column, with_quotes(line, parsed.start, end))
        if not _KEY_ALONE.fullmatch(line[:column]):
            return Explained(_mistake("colon-below", number, column))
        return _no_colon_before(number, lines)
    if line[column : column + 1] == ":" and trouble.start == number and "flow" in trouble.context:
        start = _start_in_brackets(line, column)
        mended = with_quotes(line, start, _end_in_brackets(line, column))
        return _mended("colon", number, column, mended)
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
        return Explained(_mistake("indent", number, indent_of(lines[number])))
    return _colon_missing(above, lines)


def _colon_missing(number: int, lines: list[str]) -> Explained:
    line = lines[number]
    glued = re.match(r"([ ]*(?:- +)*)([\w-]+):(\S.*)$", line)
    if glued:
        mended = f"{glued[1]}{glued[2]}: {glued[3]}"
        return _mended("colon-space", number, glued.end(2), mended)
    return Explained(_mistake("no-colon", number, indent_of(line)))


def _dash(trouble: Trouble, lines: list[str]) -> Explained | None:
    if "sequence entries are not allowed" not in trouble.problem:
        return None
    line = lines[trouble.line]
    if not line[: trouble.column].strip():
        return Explained(_mistake("indent", trouble.line, trouble.column))
    end = len(line) - len(parse_line(line).remark)
    mended = with_quotes(line, trouble.column, end)
    return _mended("sign", trouble.line, trouble.column, mended, sign="- ")


def _quotes(trouble: Trouble, lines: list[str]) -> Explained | None:
    """A quote that is not closed, or closed too early by an apostrophe."""
    if "quoted scalar" in trouble.context:
        if "escape" in trouble.problem or "hexdecimal" in trouble.problem:
            return Explained(_mistake("escape", trouble.line, trouble.column))
        sign = lines[trouble.start][trouble.start_column : trouble.start_column + 1]
        return Explained(_mistake("quote", trouble.start, trouble.start_column, sign=sign))
    return _closed_early(trouble, lines)


def _closed_early(trouble: Trouble, lines: list[str]) -> Explained | None:
    before = lines[trouble.line][: trouble.column].rstrip()
    if not before or before[-1] not in "\"'" or "did not find" not in _as_c(trouble.problem):
        return None
    sign, parsed = before[-1], parse_line(lines[trouble.line])
    if parsed.text.startswith(sign) and parsed.start < len(before) - 1:
        return _inner_quote(trouble, lines[trouble.line], parsed, sign)
    return _opened_above(trouble.line, sign, lines)


def _inner_quote(trouble: Trouble, line: str, parsed: Line, sign: str) -> Explained:
    text = parsed.text[1:].removesuffix(sign) if parsed.text.endswith(sign) else parsed.text
    mended = line[: parsed.start] + quoted(text) + parsed.remark
    return _mended("quote-inside", trouble.line, trouble.column - 1, mended, sign=sign)


def _opened_above(number: int, sign: str, lines: list[str]) -> Explained | None:
    for above in range(number - 1, -1, -1):
        parsed = parse_line(lines[above])
        if parsed.text.startswith(sign) and parsed.text.count(sign) % 2:
            return Explained(_mistake("quote", above, parsed.start, sign=sign))
    return None


def _as_c(problem: str) -> str:
    """The Python parser says 'expected x, but found y' where the C parser says 'did not find'."""
    return problem.replace("expected", "did not find") if "but" in problem else problem


def _around_brackets(trouble: Trouble, lines: list[str]) -> Explained | None:
    """Something glued to a bracket: a key before it without a space, a text after it."""
    line, column = lines[trouble.line], trouble.column
    glued = re.match(r":(?:([\[{])|[,\]}])", line[column:])
    if glued and glued[1]:
        mended = f"{line[: column + 1]} {line[column + 1 :]}"
        return _mended("colon-space", trouble.line, column, mended)
    if glued:
        key = re.split(r"[,{\[]", line[:column])[-1].strip()
        return Explained(Mistake("null", "", trouble.line + 1, column + 1, {"key": key}))
    before = line[:column].rstrip()
    if trouble.context.startswith("while parsing a block") and before[-1:] in ("]", "}"):
        return Explained(_mistake("after-bracket", trouble.line, column, sign=before[-1]))
    return None


def _brackets(trouble: Trouble, lines: list[str]) -> Explained | None:
    line = lines[trouble.line]
    sign = line[trouble.column : trouble.column + 1]
    if "flow sequence" in trouble.context or "flow mapping" in trouble.context:
        opened = lines[trouble.start][trouble.start_column : trouble.start_column + 1]
        values = {"sign": opened, "closer": CLOSERS.get(opened, "]")}
        if sign and sign in "]}" and sign != values["closer"]:
            return Explained(_mistake("bracket-other", trouble.line, trouble.column,
                                      found=sign, **values))  # fmt: skip
        return Explained(_mistake("bracket", trouble.start, trouble.start_column, **values))
    if "node content" in _as_c(trouble.problem) and sign and sign in ",]}":
        code = "comma" if sign == "," else "bracket-alone"
        return Explained(_mistake(code, trouble.line, trouble.column, sign=sign))
    return _left_open(lines) if "flow" in trouble.context else None


def _left_open(lines: list[str]) -> Explained | None:
    """The last bracket that nothing closes; brackets in texts are not told apart here."""
    opened: list[tuple[int, int, str]] = []
    for number, line in enumerate(lines):
        for column, sign in enumerate(line):
            if sign in CLOSERS:
                opened.append((number, column, sign))
            elif opened and sign == CLOSERS[opened[-1][2]]:
                opened.pop()
    if not opened:
        return None
    number, column, sign = opened[-1]
    return Explained(_mistake("bracket", number, column, sign=sign, closer=CLOSERS[sign]))


def _no_colon(trouble: Trouble, lines: list[str]) -> Explained | None:
    if "could not find expected ':'" in trouble.problem:
        return _colon_missing(trouble.start, lines)
    return None


def _out_of_line(trouble: Trouble, lines: list[str]) -> Explained | None:
    """A line that is not below the one it belongs with."""
    number, line = trouble.line, lines[trouble.line]
    if "document start" in _as_c(trouble.problem):
        if number and lines[number - 1].startswith("..."):
            return Explained(Mistake("documents", line=number + 1, column=1))
        first = next((n for n, one in enumerate(lines) if _says_something(one)), 0)
        number = first if indent_of(lines[first]) > indent_of(line) else number
        return Explained(_mistake("indent", number, indent_of(lines[number])))
    if trouble.context.startswith("while parsing a block") and not line[: trouble.column].strip():
        in_list, is_entry = "collection" in trouble.context, line.lstrip().startswith("- ")
        mixed = trouble.column == trouble.start_column and in_list != is_entry
        return Explained(_mistake("mixed" if mixed else "indent", number, trouble.column))
    return None


def _says_something(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")
