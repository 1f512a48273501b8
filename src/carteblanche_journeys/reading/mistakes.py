"""Mistakes before they are put into words: a code, a place, and what the sentence needs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from carteblanche_journeys.errors import Fault
from carteblanche_journeys.words import Words

#: Where a value stands inside a file: the keys and list indices that lead to it.
Path = tuple[str | int, ...]

#: Stands where something wrong stood, so that the rest can still be read; no file holds it.
PLACEHOLDER = "\0"

#: How many mistakes of one file are said; who makes more has made one many times.
MOST_SAID = 500
#: How the codes of ids begin that the whole atlas should declare, and a journey its steps.
UNDECLARED = "unknown."
LONGEST_SHOWN = 60
LONGEST_EXCERPT = 200
#: Control, bidirectional and other characters that a terminal obeys or hides.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]"
)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake at one place of one file, in no language yet.

    `code` is the key of its sentence, `allowed` the words that were allowed there, `near`
    the one that was probably meant, `values` what the sentence needs.
    """

    code: str
    file: str = ""
    line: int = 0
    column: int = 0
    values: Mapping[str, object] = field(default_factory=dict)
    allowed: tuple[str, ...] = ()
    near: str = ""
    #: How many more times the same is wrong elsewhere, for the same cause.
    again: int = 0


def say(mistake: Mistake, excerpt: str, words: Words) -> Fault:
    """Put a mistake into words, with the line of the file on which it stands."""
    key = _sentence(f"reading.{mistake.code}", words)
    values = {name: _shown(value) for name, value in mistake.values.items()}
    return Fault(
        file=visible(mistake.file),
        line=mistake.line,
        column=mistake.column,
        what=words(key, None, **values, code=mistake.code),
        allowed=_allowed(mistake, key, values, words),
        advice=_advice(mistake, key, values, words),
        excerpt=cut(visible(excerpt.rstrip()), mistake.column),
    )


def _sentence(key: str, words: Words) -> str:
    """The key of the closest sentence there is: `want-text.number`, else `want-text`."""
    while not words.has(key) and "." in key:
        key = key.rpartition(".")[0]
    return key


def _allowed(mistake: Mistake, key: str, values: dict[str, str], words: Words) -> str:
    if mistake.allowed:
        return words("reading.allowed", allowed=words.series(mistake.allowed, "or"))
    return words(f"{key}.allowed", None, **values, code="") if words.has(f"{key}.allowed") else ""


def _advice(mistake: Mistake, key: str, values: dict[str, str], words: Words) -> str:
    if mistake.near:
        return words("reading.near", near=visible(mistake.near))
    has = words.has(f"{key}.advice")
    advice = [words(f"{key}.advice", None, **values, code="")] if has else []
    again = [words("reading.again", n=mistake.again)] if mistake.again else []
    return " ".join(advice + again)


def told_once(mistakes: list[Mistake]) -> list[Mistake]:
    """An id that is declared nowhere is one cause, however often it is named: the first tells.

    >>> twice = [Mistake("unknown.fact", "b.yml", 3, values={"id": "nom"}),
    ...          Mistake("unknown.fact", "a.yml", 9, values={"id": "nom"})]
    >>> [(one.file, one.again) for one in told_once(twice)]
    [('a.yml', 1)]
    """
    kept: list[Mistake] = []
    named: dict[tuple[str, object], list[Mistake]] = {}
    for mistake in mistakes:
        if mistake.code.startswith(UNDECLARED) and not mistake.near:
            named.setdefault((mistake.code, mistake.values["id"]), []).append(mistake)
        else:
            kept.append(mistake)
    for same in named.values():
        first = min(same, key=lambda one: (one.file, one.line, one.column))
        kept.append(replace(first, again=len(same) - 1))
    return kept


class Sentence(str):
    """A sentence of ours among the values of a mistake: it is never cut."""

    __slots__ = ()


def _shown(value: object) -> str:
    text = visible(str(value))
    if isinstance(value, Sentence):
        return text
    return text if len(text) <= LONGEST_EXCERPT else f"{text[:LONGEST_SHOWN]}…"


def visible(text: str) -> str:
    """The text with each character that one cannot see, or that a terminal obeys, spelled out.

    >>> visible("caf\\u202e")
    'caf\\\\u202e'
    """
    return _UNSEEN.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def cut(line: str, column: int) -> str:
    """The stretch of a long line around a column, with … where something was left out.

    >>> len(cut("a" * 10_000, 5_000))
    202
    """
    if len(line) <= LONGEST_EXCERPT:
        return line
    start = max(0, min(column - LONGEST_EXCERPT // 2, len(line) - LONGEST_EXCERPT))
    end = start + LONGEST_EXCERPT
    return f"{'…' if start else ''}{line[start:end]}{'…' if end < len(line) else ''}"
