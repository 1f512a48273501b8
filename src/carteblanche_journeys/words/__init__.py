"""How things are said, in French and in English: sentences, numbers, units, dates, marks."""

from carteblanche_journeys.words.conditions import condition_in_words
from carteblanche_journeys.words.say import LANGUAGES, Words, words_for

__all__ = ["LANGUAGES", "Words", "condition_in_words", "words_for"]
