"""The one way from a key and values to a sentence that people read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from carteblanche_journeys.model.quantities import Quantity, quantity_kind
from carteblanche_journeys.words import figures

#: The languages of the interface; an atlas's own text may be in any language.
LANGUAGES = ("en", "fr")

#: A sentence, or its singular and its plural.
Sentence = str | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """What people read, in one language.

    >>> words_for("fr")("count.steps", n=31)
    '31 étapes'
    """

    lang: str

    def __call__(self, key: str, /, n: float | None = None, **values: object) -> str:
        """The sentence of that key; `n` chooses between singular and plural and is a value too.

        Raises KeyError for an unknown key or a missing value: a fault of ours.
        """
        sentence = catalogue(self.lang)[key]
        if isinstance(sentence, tuple):
            if n is None:
                raise KeyError(f"{key} needs n")
            sentence = sentence[0 if figures.is_one(n, self.lang) else 1]
        if n is not None:
            values["n"] = self.number(n)
        return sentence.format(**values) if values else sentence

    def has(self, key: str) -> bool:
        """Whether there is a sentence of that key."""
        return key in catalogue(self.lang)

    def text(self, text: str | Mapping[str, str] | None) -> str:
        """A text of the atlas in this language, else in the first language it has."""
        if text is None or isinstance(text, str):
            return text or ""
        return text.get(self.lang) or next(iter(text.values()))

    def number(self, value: float) -> str:
        """A number as this language writes it: `1 260` and `0,5` in French."""
        return figures.number(value, self.lang)

    def quantity(self, quantity: Quantity) -> str:
        """A quantity in words: `30 min`, `5 à 10 jours`, `7 jours, entre 5 et 10`."""
        low, likely, high = quantity.low, quantity.likely, quantity.high
        if low == high:
            return self.measure(low, quantity.unit)
        least, most = self._bare(low, quantity.unit), self.measure(high, quantity.unit)
        if likely is None:
            return self("quantity.between", low=least, high=most)
        return self(
            "quantity.range",
            likely=self.measure(likely, quantity.unit),
            low=least,
            high=most,
        )

    def measure(self, value: float, unit: str) -> str:
        """One number with its unit in words: `2 mois`, `25 km`, `20 %`, `160 €`."""
        kind = quantity_kind(unit)
        if kind == "time":
            return self(f"unit.{unit}", n=value)
        if kind == "money":
            return figures.money(value, unit, self.lang)
        return self(f"unit.{kind}", n=value * 100 if kind == "share" else value)

    def _bare(self, value: float, unit: str) -> str:
        return self.number(value * 100 if unit == "%" else value)

    def date(self, written: str | date | int) -> str:
        """A year, a month or a day in words: `janvier 2018`, `15 décembre 2017`."""
        return figures.date_in_words(str(written), self.lang)

    def series(
        self, entries: Iterable[str], last: str = "and", *, at_most: int | None = None
    ) -> str:
        """Entries in one phrase: `a, b et c`; `last` is `and` or `or`.

        Of more than `at_most` entries the first are named, and the others said by their number.

        >>> words_for("fr").series(["la mairie", "la CAF", "l'école"])
        "la mairie, la CAF et l'école"
        >>> words_for("en").series(["a", "b", "c", "d"], at_most=2)
        'a, b and 2 others'
        """
        named = list(entries)
        if at_most is not None and len(named) > at_most + 1:
            named[at_most:] = [self("series.others", n=len(named) - at_most)]
        *most, end = named or [""]
        return f"{', '.join(most)} {self(f'series.{last}')} {end}" if most else end


@lru_cache(maxsize=8)
def words_for(lang: str) -> Words:
    """The words of a language; a language without a catalogue is spoken to in English.

    >>> words_for("oc").lang
    'en'
    """
    return Words(lang if lang in LANGUAGES else "en")


@lru_cache(maxsize=8)
def catalogue(lang: str) -> Mapping[str, Sentence]:
    """Every sentence of a language, gathered from its modules; a key stands in one only."""
    package = import_module(f"{__package__}.{lang}")
    sentences: dict[str, Sentence] = {}
    for module in sorted(found.name for found in iter_modules(package.__path__)):
        for key, sentence in import_module(f"{package.__name__}.{module}").WORDS.items():
            if key in sentences:
                raise KeyError(f"{key} stands twice in the catalogue {lang}")
            sentences[key] = sentence
    return sentences
