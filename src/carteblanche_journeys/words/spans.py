"""Worked-out figures in words: likely first, then the range, as precise as they are worth."""

from __future__ import annotations

from carteblanche_journeys.words.say import Words

#: Beyond an hour, minutes are said by fives; beyond ten hours, by quarters.
_STEPS = ((60, 1), (600, 5))
_LONG = 15
#: From which number on a decimal would be false precision.
_WHOLE = 10


def value_in_words(value: float, unit: str, words: Words, noun: str = "") -> str:
    """One worked-out figure with its unit, rounded to what can be read aloud.

    Parameters
    ----------
    unit
        `min`, `d`, `km`, `%` (a share between 0 and 1), a currency, or empty for a count.
    noun
        The key of what is counted, such as `count.trips`.

    >>> from carteblanche_journeys.words import words_for
    >>> [value_in_words(n, "min", words_for("fr")) for n in (12.4, 271, 1937)]
    ['12 min', '4 h 30', '32 h 15']
    >>> value_in_words(7.42, "", words_for("fr")), value_in_words(0.823, "%", words_for("en"))
    ('7,4', '82 %')
    """
    if unit == "min":
        return _clock(value, words)
    if unit in ("d", "km"):
        return words.measure(_rounded(value), unit)
    if not unit:
        return words(noun, n=_rounded(value)) if noun else words.number(_rounded(value))
    if unit == "%":
        return words.measure(_share(value), "%")
    return words.measure(round(value) if value >= _WHOLE else round(value, 2), unit)


def span_in_words(
    ends: tuple[float | None, float | None, float | None], unit: str, words: Words, noun: str = ""
) -> str:
    """A likely value, then the range: `4 h 30, entre 2 h et 7 h`; what is not known is said.

    Parameters
    ----------
    ends
        Low, likely and high, in `unit`.

    >>> from carteblanche_journeys.words import words_for
    >>> span_in_words((120, 270, 420), "min", words_for("fr"))
    '4 h 30, entre 2 h et 7 h'
    >>> span_in_words((2, 3, 4), "", words_for("fr"), "count.trips")
    '3 trajets, entre 2 et 4'
    >>> span_in_words((None, None, None), "d", words_for("en"))
    'unknown'
    """
    low, likely, high = ends
    if low is None or high is None:
        return words("unknown") if likely is None else value_in_words(likely, unit, words, noun)
    least, most = (value_in_words(end, unit, words) for end in (low, high))
    if least == most:
        return value_in_words(high if likely is None else likely, unit, words, noun)
    least = least if unit == "min" else _bare(low, unit, words)
    if likely is None:
        most = value_in_words(high, unit, words, noun)
        return words("quantity.between", low=least, high=most)
    middle = value_in_words(likely, unit, words, noun)
    return words("quantity.range", likely=middle, low=least, high=most)


def _clock(minutes: float, words: Words) -> str:
    step = next((step for most, step in _STEPS if minutes < most), _LONG)
    whole = round(minutes / step) * step
    if 0 < minutes < 1:
        return words("clock.less")
    hours, rest = divmod(whole, 60)
    if not hours:
        return words("unit.min", n=rest)
    if not rest:
        return words("unit.h", n=hours)
    return words("clock", hours=words.number(hours), minutes=f"{rest:02}")


def _rounded(value: float) -> float:
    return round(value) if value >= _WHOLE else round(value, 1)


def _share(value: float) -> float:
    return round(value, 2) if 0.01 <= value <= 0.99 else round(value, 3)


def _bare(value: float, unit: str, words: Words) -> str:
    return words.number(_share(value) * 100 if unit == "%" else _rounded(value))
