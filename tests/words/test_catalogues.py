"""The catalogues: French and English say the same things."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from carteblanche_journeys.model import Quantity
from carteblanche_journeys.words import words_for
from carteblanche_journeys.words.say import catalogue

FRENCH, ENGLISH = catalogue("fr"), catalogue("en")


def placeholders(sentence: str | tuple[str, str]) -> set[str]:
    """The values a sentence needs."""
    forms = sentence if isinstance(sentence, tuple) else (sentence,)
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name}


def test_both_languages_have_the_same_sentences() -> None:
    """Every sentence exists in French and in English."""
    assert set(FRENCH) == set(ENGLISH)


def test_both_languages_need_the_same_values() -> None:
    """A sentence needs the same values in both languages, and the same choice of number."""
    apart = [
        key
        for key in FRENCH
        if placeholders(FRENCH[key]) != placeholders(ENGLISH[key])
        or isinstance(FRENCH[key], tuple) != isinstance(ENGLISH[key], tuple)
    ]
    assert apart == []


def test_french_is_written_in_plain_words() -> None:
    """No sentence says that something is easy, nor asks to click."""
    shunned = re.compile(r"\b(il suffit|simplement|cliquez)\b", re.IGNORECASE)
    said = {key: " ".join(s) if isinstance(s, tuple) else s for key, s in FRENCH.items()}
    assert [key for key, text in said.items() if shunned.search(text)] == []


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("10 d", "10 jours"),
        ("1 d", "1 jour"),
        ("5..10 d", "entre 5 et 10 jours"),
        ("2..4..7 h", "4 h, entre 2 et 7 h"),
        ("160 EUR", "160\xa0€"),
        ("20 %", "20 %"),
    ],
)
def test_quantities_are_said_likely_first(written: str, said: str) -> None:
    """A range is said likely value first, then its ends; one value is said alone."""
    quantity = Quantity(value=written)
    assert words_for("fr").quantity(quantity) == said
