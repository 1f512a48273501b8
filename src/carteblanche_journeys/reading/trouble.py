"""What a parser says about a text it refuses, as a record; and how an answer to it looks."""

from __future__ import annotations

from typing import NamedTuple

from yaml import MarkedYAMLError, YAMLError

from carteblanche_journeys.reading.mistakes import Mistake


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


def trouble_of(error: YAMLError, lines: list[str]) -> Trouble:
    """What the parser said, with its places inside the lines; nowhere means the first line."""
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


def syntax_mistake(code: str, line: int, column: int, **values: object) -> Mistake:
    """A mistake of syntax at a place that is counted from zero."""
    full = code if code == "syntax" else f"syntax.{code}"
    return Mistake(full, line=line + 1, column=column + 1, values=values)


def mended_line(code: str, line: int, column: int, mended: str, **values: object) -> Explained:
    """A mistake that shows the line as it should be; the same line lets one read on."""
    return Explained(syntax_mistake(code, line, column, mended=mended.strip(), **values), mended)


def as_c(problem: str) -> str:
    """The Python parser says 'expected x, but found y' where the C parser says 'did not find'."""
    return problem.replace("expected", "did not find") if "but" in problem else problem
