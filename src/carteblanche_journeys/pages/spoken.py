"""Differences as pages say them: gained, lost, unsettled, unsaid; never a minus sign."""

from __future__ import annotations

from dataclasses import dataclass

from carteblanche_journeys.pages.amounts import mark_of
from carteblanche_journeys.redesigns.comparisons.comparison import Difference
from carteblanche_journeys.words import Words
from carteblanche_journeys.words.spans import span_in_words, value_in_words

#: What is counted, by measure: the word that its number needs.
NOUNS = {"trips": "count.trips", "evidence_asked": "count.evidence"}
#: Time is gained or lost; of what is counted or paid there is less or more.
TIME = "minutes"
_MORE_OR_LESS = {"gains": "less", "loses": "more"}
#: Directions by their sign: a shape and a word, never the sign alone.
SIGNS = {"gains": "▼", "loses": "△", "undecided": "≈", "same": "=", "unsaid": "⬚"}


@dataclass(frozen=True, slots=True)
class Said:
    """A difference in words.

    Parameters
    ----------
    direction
        gains, loses, undecided, same, or unsaid.
    verdict
        What is gained or lost, the likely value first.
    between
        The range, and what it rests on.
    mark
        How sure it is.
    """

    direction: str
    verdict: str
    between: str = ""
    mark: str = ""

    @property
    def sign(self) -> str:
        """The shape of its direction."""
        return SIGNS[self.direction]


def say_difference(found: Difference | None, words: Words, name: str = "") -> Said:
    """A difference of one measure, in the conditional: `gagnerait 7 h`, `de 3 à 11 h`.

    Parameters
    ----------
    name
        The measure, for the noun it counts.

    >>> from carteblanche_journeys.words import words_for
    >>> said = say_difference(Difference(-660, -420, -180, "min"), words_for("fr"))
    >>> said.verdict, said.between
    ('gagnerait 7 h', 'entre 3 h et 11 h')
    """
    if found is None:
        return Said("unsaid", words("differs.unsaid"))
    if found.direction == "same":
        return Said("same", words("differs.least.same" if found.at_least else "differs.same"))
    mark = mark_of(found.status, words)
    if found.direction == "undecided":
        return Said("undecided", words("differs.undecided"), _crossing(found, words, name), mark)
    return _sure(found, words, name, mark)


def _sure(found: Difference, words: Words, name: str, mark: str) -> Said:
    """A difference whose whole range lies on one side of zero."""
    low, high = sorted((abs(found.low), abs(found.high)))
    unit, noun = found.unit, NOUNS.get(name, "")
    span = span_in_words((low, None, high), unit, words)
    single = span == value_in_words(high, unit, words)
    if found.likely is None:
        told = value_in_words(high, unit, words, noun) if single else span
    else:
        told = value_in_words(abs(found.likely), unit, words, noun)
    key = found.direction if name in ("", TIME) else _MORE_OR_LESS[found.direction]
    key = f"differs.least.{key}" if found.at_least else f"differs.{key}"
    between = "" if single or found.likely is None else span
    # A loss at most is none for sure: what is unknown and goes may outweigh it.
    sure = not (found.at_least and found.direction == "loses")
    direction = found.direction if sure else "undecided"
    return Said(direction, words(key, None, amount=told), between, mark)


def _crossing(found: Difference, words: Words, name: str) -> str:
    """From how much lost to how much gained, the likely value first where there is one."""
    unit = found.unit
    ends = words(
        "differs.crossing",
        None,
        lost=value_in_words(found.high, unit, words),
        gained=value_in_words(-found.low, unit, words),
    )
    if found.likely is None:
        return ends
    noun = NOUNS.get(name, "")
    if found.likely == 0:
        return words("differs.likely-none", None, ends=ends)
    way = "gained" if found.likely < 0 else "lost"
    told = value_in_words(abs(found.likely), unit, words, noun)
    return words(f"differs.likely-{way}", None, amount=told, ends=ends)


def say_plainly(found: Difference | None, words: Words) -> str:
    """A difference as more or less, for measures of which neither is good or bad in itself.

    >>> from carteblanche_journeys.words import words_for
    >>> say_plainly(Difference(-3, -2, -1, ""), words_for("fr"))
    '2 de moins, entre 1 et 3'
    """
    if found is None:
        return words("differs.unsaid")
    if found.direction == "same":
        return words("differs.same")
    unit = found.unit
    if found.direction == "undecided":
        less, more = (value_in_words(abs(end), unit, words) for end in (found.low, found.high))
        return words("differs.between", None, less=less, more=more)
    low, high = sorted((abs(found.low), abs(found.high)))
    likely = None if found.likely is None else abs(found.likely)
    told = span_in_words((low, likely, high), unit, words)
    head, comma, rest = told.partition(",")
    way = "less" if found.direction == "gains" else "more"
    return words(f"differs.{way}", None, amount=head) + comma + rest
