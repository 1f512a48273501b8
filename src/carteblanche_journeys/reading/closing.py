"""Quotes and brackets that are left open, closed too early, or closed by something else."""

from __future__ import annotations

import re

from carteblanche_journeys.reading.lines import Line, parse_line, quoted
from carteblanche_journeys.reading.mistakes import Mistake
from carteblanche_journeys.reading.trouble import (
    Explained,
    Trouble,
    as_c,
    mended_line,
    syntax_mistake,
)

CLOSERS = {"[": "]", "{": "}"}


def quotes(trouble: Trouble, lines: list[str]) -> Explained | None:
    """A quote that is not closed, or closed too early by an apostrophe."""
    if "quoted scalar" in trouble.context:
        if "escape" in trouble.problem or "hexdecimal" in trouble.problem:
            return Explained(syntax_mistake("escape", trouble.line, trouble.column))
        sign = lines[trouble.start][trouble.start_column : trouble.start_column + 1]
        return Explained(syntax_mistake("quote", trouble.start, trouble.start_column, sign=sign))
    return _closed_early(trouble, lines)


def _closed_early(trouble: Trouble, lines: list[str]) -> Explained | None:
    before = lines[trouble.line][: trouble.column].rstrip()
    if not before or before[-1] not in "\"'" or "did not find" not in as_c(trouble.problem):
        return None
    sign, parsed = before[-1], parse_line(lines[trouble.line])
    if parsed.text.startswith(sign) and parsed.start < len(before) - 1:
        return _inner_quote(trouble, lines[trouble.line], parsed, sign)
    return _opened_above(trouble.line, sign, lines)


def _inner_quote(trouble: Trouble, line: str, parsed: Line, sign: str) -> Explained:
    text = parsed.text[1:].removesuffix(sign) if parsed.text.endswith(sign) else parsed.text
    mended = line[: parsed.start] + quoted(text) + parsed.remark
    return mended_line("quote-inside", trouble.line, trouble.column - 1, mended, sign=sign)


def _opened_above(number: int, sign: str, lines: list[str]) -> Explained | None:
    for above in range(number - 1, -1, -1):
        parsed = parse_line(lines[above])
        if parsed.text.startswith(sign) and parsed.text.count(sign) % 2:
            return Explained(syntax_mistake("quote", above, parsed.start, sign=sign))
    return None


def around_brackets(trouble: Trouble, lines: list[str]) -> Explained | None:
    """Something glued to a bracket: a key before it without a space, a text after it."""
    line, column = lines[trouble.line], trouble.column
    glued = re.match(r":(?:([\[{])|[,\]}])", line[column:])
    if glued and glued[1]:
        mended = f"{line[: column + 1]} {line[column + 1 :]}"
        return mended_line("colon-space", trouble.line, column, mended)
    if glued:
        key = re.split(r"[,{\[]", line[:column])[-1].strip()
        return Explained(Mistake("null", "", trouble.line + 1, column + 1, {"key": key}))
    before = line[:column].rstrip()
    if trouble.context.startswith("while parsing a block") and before[-1:] in ("]", "}"):
        return Explained(syntax_mistake("after-bracket", trouble.line, column, sign=before[-1]))
    return None


def brackets(trouble: Trouble, lines: list[str]) -> Explained | None:
    """A bracket that is not closed, closed by another one, or that closes nothing."""
    line = lines[trouble.line]
    sign = line[trouble.column : trouble.column + 1]
    if "flow sequence" in trouble.context or "flow mapping" in trouble.context:
        opened = lines[trouble.start][trouble.start_column : trouble.start_column + 1]
        values = {"sign": opened, "closer": CLOSERS.get(opened, "]")}
        if sign and sign in "]}" and sign != values["closer"]:
            return Explained(syntax_mistake("bracket-other", trouble.line, trouble.column,
                                      found=sign, **values))  # fmt: skip
        return Explained(syntax_mistake("bracket", trouble.start, trouble.start_column, **values))
    if "node content" in as_c(trouble.problem) and sign and sign in ",]}":
        code = "comma" if sign == "," else "bracket-alone"
        return Explained(syntax_mistake(code, trouble.line, trouble.column, sign=sign))
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
    return Explained(syntax_mistake("bracket", number, column, sign=sign, closer=CLOSERS[sign]))
