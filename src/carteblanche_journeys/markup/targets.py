"""Where a link may lead."""

from __future__ import annotations

import re
from functools import lru_cache

SCHEMES = ("https", "http", "mailto")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HIDDEN = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff]")


@lru_cache(maxsize=4096)
def is_safe_target(target: str) -> bool:
    """Whether a link may lead there: https, http, mailto, a relative path, or a place here.

    Browsers drop white space and controls before they read a scheme, and read a backslash as
    a slash: a target with the former, or that begins with two of the latter, is not safe.

    >>> [is_safe_target(one) for one in ("../caf.md#a", "https://example.org", "javascript:x")]
    [True, True, False]
    """
    if not target or _HIDDEN.search(target) or target[:2].replace("\\", "/") == "//":
        return False
    scheme = _SCHEME.match(target)
    return scheme is None or scheme[1].lower() in SCHEMES
