"""Amounts as pages say them: « au moins » where incomplete, the range, how sure, how much known."""

from __future__ import annotations

from carteblanche_journeys.measures.amounts import Amount
from carteblanche_journeys.measures.saying import amount_in_words
from carteblanche_journeys.model import Status
from carteblanche_journeys.words import Words
from carteblanche_journeys.words.spans import span_in_words, value_in_words


def in_short(amount: Amount, words: Words, noun: str = "") -> str:
    """An amount without its range: the likely value, else both ends.

    >>> from carteblanche_journeys.words import words_for
    >>> in_short(Amount(120, 270, 420, "min"), words_for("fr"))
    '4 h 30'
    """
    if amount.likely is None or _only_zero(amount):
        return amount_in_words(amount, words, noun)
    return _least(amount, value_in_words(amount.likely, amount.unit, words, noun), words)


def range_of(amount: Amount, words: Words) -> str:
    """The ends alone: `entre 2 h et 7 h`; empty where both are said the same."""
    if amount.low is None or amount.high is None:
        return ""
    span = span_in_words((amount.low, None, amount.high), amount.unit, words)
    return "" if span == value_in_words(amount.high, amount.unit, words) else span


def is_said(amount: Amount | None) -> bool:
    """Whether there is anything to say of an amount."""
    return amount is not None and (amount.likely is not None or amount.high is not None)


def coverage_of(amount: Amount, words: Words) -> str:
    """For how many steps it is known, where not for all: `connu pour 26 étapes sur 31`."""
    if amount.complete:
        return ""
    return words("known.steps", n=amount.known, of=words.number(amount.of))


def share_known(amount: Amount, words: Words) -> str:
    """For what part of the steps of several lives it is known: `connu à 40 %`."""
    if amount.complete or not amount.of:
        return ""
    return words("known.share", share=value_in_words(amount.known / amount.of, "%", words))


def mark_of(status: Status | None, words: Words) -> str:
    """How sure a figure is, by shape and word: `○ supposé`; empty for what carries no mark."""
    if status is None:
        return ""
    return f"{words(f'mark.{status}')} {words(f'status.{status}')}"


def sureness_of(amount: Amount, words: Words) -> str:
    """How sure an amount is; empty where nothing is known of it, or only that some is zero."""
    return "" if not is_said(amount) or _only_zero(amount) else mark_of(amount.status, words)


def _only_zero(amount: Amount) -> bool:
    """Whether what is known comes to nothing, and some of it is not known."""
    return amount.high == 0 and not amount.complete


def _least(amount: Amount, figure: str, words: Words) -> str:
    return figure if amount.complete else words("amount.least", amount=figure)
