"""Differences in words: what someone gains or loses, the likely value first, then the range."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.redesigns.comparisons.comparison import Difference, Differences
from carteblanche_journeys.redesigns.proposals.proposal import PARTS
from carteblanche_journeys.words import Words
from carteblanche_journeys.words.spans import span_in_words, value_in_words

#: The word for what a part counts, where its unit does not say it.
_NOUNS = {"trips": "count.trips"}


def say_differences(differences: Differences, words: Words) -> str:
    """Time, trips, days and money of someone; what is the same is left out.

    >>> from carteblanche_journeys.words import words_for
    >>> found = {"minutes": Difference(-90, -60, -30, "min"), "trips": Difference(1, 1, 1, "")}
    >>> say_differences(found, words_for("en"))
    'saves 1 h, between 30 min and 1 h 30; 1 trip more'
    >>> say_differences({"days": Difference(-5, 2, 10, "d")}, words_for("en"))
    'waiting: cannot be settled, 2 days more, between 5 days less and 10 days more'
    """
    if all(differences.get(part) is None for part in PARTS):
        return words("compare.unknown")
    said = (_said(part, differences[part], words) for part in PARTS if part in differences)
    told = [one for several in said for one in several]
    return words("compare.parts").join(told or [words("spared.same")])


def _said(part: str, found: Difference | None, words: Words) -> Iterator[str]:
    if found is None:
        yield words("spared.unsaid", part=words(f"part.{part}"))
    elif found.direction in ("gains", "loses"):
        yield words(f"spared.{part}.{found.direction}", amount=_amount(part, found, words))
    elif found.direction == "undecided":
        yield _open(part, found, words)


def _amount(part: str, found: Difference, words: Words) -> str:
    """How much, whatever the direction; at least or at most, where something unknown goes."""
    low, high = sorted((abs(found.low), abs(found.high)))
    likely = None if found.likely is None else abs(found.likely)
    told = span_in_words((low, likely, high), found.unit, words, _NOUNS.get(part, ""))
    if found.at_least:
        key = "spared.least" if found.direction == "gains" else "compare.most"
        told = words(key, amount=told)
    return told if found.status is None else f"{told} {words(f'mark.{found.status}')}"


def _open(part: str, found: Difference, words: Words) -> str:
    """A difference that crosses nothing: the likely value, then from less to more."""
    less, more = (value_in_words(abs(end), found.unit, words) for end in (found.low, found.high))
    likely = found.likely or 0.0
    told = value_in_words(abs(likely), found.unit, words, _NOUNS.get(part, ""))
    way = "less" if likely < 0 else "more"
    return words(
        "compare.open",
        None,
        part=words(f"part.{part}"),
        likely=words(f"compare.{way}", amount=told) if likely else words("compare.even"),
        less=less,
        more=more,
    )
