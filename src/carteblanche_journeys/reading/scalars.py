"""Plain scalars as the core schema of YAML 1.2 (§10.3) understands them, and nothing more.

No dates, no `no` for false, no octal `012`, no `1_000`, no `12:30`: those stay text.
"""

from __future__ import annotations

import math
import re

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_CONSTANT = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_WHOLE = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_NUMBER = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
#: What a number can begin with: everything else is text at first sight.
_FIRST = frozenset("+-.0123456789")
#: Beyond, a "number" is a word made of digits: nothing here is counted so far.
LONGEST_NUMBER = 100


class NotFinite(ValueError):
    """Raised for infinities and not-a-number: nothing in an atlas can be counted by them."""


def read_plain(written: str) -> str | bool | int | float:
    """The value of a plain scalar that is not null.

    >>> [read_plain(text) for text in ("no", "012", "1.5", "true", "2018-01-15", "1_000")]
    ['no', 12, 1.5, True, '2018-01-15', '1_000']
    """
    if written[0] not in _FIRST:
        return _TRUTHS.get(written, written)
    if len(written) > LONGEST_NUMBER:
        return written
    if _WHOLE.fullmatch(written):
        return _whole(written)
    if _NUMBER.fullmatch(written):
        return _finite(float(written))
    if _CONSTANT.fullmatch(written):
        raise NotFinite
    return written


def _whole(written: str) -> int:
    bases = {"0o": 8, "0x": 16}
    base = bases.get(written[:2], 10)
    return int(written[2:] if base != 10 else written, base)


def _finite(number: float) -> float:
    if not math.isfinite(number):
        raise NotFinite
    return number


def looks_like_number(written: str) -> bool:
    """Whether a plain scalar would be a number.

    >>> looks_like_number("12"), looks_like_number("2018-01")
    (True, False)
    """
    return bool(_WHOLE.fullmatch(written) or _NUMBER.fullmatch(written))
