"""An amount as one says it: "at least" where a step is silent, likely first, then the range."""

from __future__ import annotations

from carteblanche_journeys.measures.amounts import Amount
from carteblanche_journeys.words import Words
from carteblanche_journeys.words.spans import span_in_words


def amount_in_words(amount: Amount, words: Words, noun: str = "") -> str:
    """An amount in words; "at least" where a step that could have it does not say it.

    Parameters
    ----------
    noun
        The key of what is counted, such as `count.trips`; left out where the unit says it.

    >>> from carteblanche_journeys.words import words_for
    >>> amount_in_words(Amount(120, 270, 420, "min", known=26, of=31), words_for("fr"))
    'au moins 4 h 30, entre 2 h et 7 h'
    """
    ends = (amount.low, amount.likely, amount.high)
    if all(end is None for end in ends):
        return words("amount.unknown")
    figure = span_in_words(ends, amount.unit, words, noun)
    if amount.high == 0 and not amount.complete:
        return words("amount.zero-known", amount=figure)
    return figure if amount.complete else words("amount.least", amount=figure)
