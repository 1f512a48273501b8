"""JSON text that is the same each time and that no terminal obeys."""

from __future__ import annotations

import json
import re
from typing import Any

#: Characters that JSON may hold as they are, but that act on a terminal or turn text around.
_ACTS = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def encoded(value: Any) -> str:
    """A value as indented JSON, one line feed at the end.

    Keys keep the order given; accents are readable; characters that act are escaped.

    >>> print(encoded({"titre": "Étape\\u202e"}), end="")
    {
      "titre": "Étape\\u202e"
    }
    """
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    return _ACTS.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
