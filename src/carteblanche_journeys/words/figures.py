"""Numbers, money and dates, as each language writes them (through Babel)."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

#: From here on numbers are written with a power of ten.
UNREADABLE = 1e15


def is_one(value: float, lang: str) -> bool:
    """Whether a number takes the singular: 0 and 1 in French, 1 alone in English.

    >>> is_one(0, "fr"), is_one(0, "en")
    (True, False)
    """
    return abs(value) < 2 if lang == "fr" else value == 1


@lru_cache(maxsize=4096)
def number(value: float, lang: str) -> str:
    """A number with at most two decimals and the separators of the language.

    One of more digits than anybody reads has two of them and a power of ten.

    >>> number(1260, "fr"), number(0.5, "en")
    ('1\\u202f260', '0.5')
    >>> number(2.5e20, "en")
    '2.5E20'
    """
    from babel.numbers import format_decimal, format_scientific

    if abs(value) >= UNREADABLE:
        return format_scientific(value, format="0.#E0", locale=lang)
    return format_decimal(round(value, 2), format="#,##0.##", locale=lang)


def money(value: float, currency: str, lang: str) -> str:
    """An amount with its currency; cents only where there are some.

    >>> money(160, "EUR", "fr"), money(39.42, "EUR", "en")
    ('160\\xa0€', '€39.42')
    """
    from babel.numbers import format_currency

    if abs(value) >= UNREADABLE:
        return f"{number(value, lang)}\xa0{currency}"
    shape = None if value % 1 else {"fr": "#,##0\xa0¤", "en": "¤#,##0"}.get(lang, "#,##0\xa0¤")
    return format_currency(value, currency, format=shape, locale=lang, currency_digits=not shape)


def date_in_words(written: str, lang: str) -> str:
    """A written date, as precise as it is.

    >>> date_in_words("2018-01", "fr"), date_in_words("2017-12-15", "en")
    ('janvier 2018', '15 December 2017')
    >>> date_in_words("2019-01-01", "fr")
    '1er janvier 2019'
    """
    from babel.dates import format_date

    parts = [int(part) for part in re.findall(r"\d+", written)[:3]]
    if len(parts) < 2:
        return written
    shape = "d MMMM y" if len(parts) == 3 else "MMMM y"
    said = format_date(date(*(*parts, 1)[:3]), shape, locale=lang)
    return re.sub(r"^1 ", "1er ", said) if lang == "fr" else said
