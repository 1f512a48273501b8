"""Characters that nobody sees but that act: shown instead, one for one."""

from __future__ import annotations

import re

#: The line ends of Unicode that are not the one of this house.
_LINE_ENDS = {0x2028: "\n", 0x2029: "\n"}
#: C0 controls and DEL have pictures of their own in Unicode (block "Control Pictures").
_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t"}
_UNSEEN = (
    *range(0x80, 0xA0),  # C1 controls
    *range(0x202A, 0x202F),  # embeddings and overrides: they turn the text around them
    *range(0x2066, 0x206A),  # isolates
    *range(0xD800, 0xE000),  # lone surrogates: no file and no page can hold them
    0xFFFE,
    0xFFFF,
)
#: Marks of direction: a page in Arabic or Hebrew needs them, a log of builds does not.
_DIRECTIONS = dict.fromkeys((0x061C, 0x200E, 0x200F), "�")
_SHOWN = {**dict.fromkeys(_UNSEEN, "�"), **_PICTURES, **_LINE_ENDS, 0x7F: "\u2421"}
#: The same characters, for a class of a regular expression.
ACTING = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff"
_ACTS = re.compile(f"[{ACTING}]")


def visible(text: str) -> str:
    """The same text, its control characters shown by a symbol, one for one.

    Controls, marks that turn the reading direction of what follows, lone surrogates and the
    two non-characters that XML refuses are shown; tabs and line feeds stay. The length never
    changes, so that a place in one is the place in the other.

    >>> visible("a\\x1b[31mb")
    'a␛[31mb'
    """
    return text.translate(_SHOWN) if _ACTS.search(text) else text


def inert(text: str) -> str:
    """What `visible` gives, and marks of direction shown too: nothing turns a line around.

    For terminals, logs of builds and spreadsheets, whose lines hold more than this text.

    >>> inert("abc\\u200f")
    'abc�'
    """
    shown = visible(text)
    return shown if shown.isascii() else shown.translate(_DIRECTIONS)


def for_terminal(text: str) -> str:
    """A text on one line of a terminal: nothing in it moves the cursor or changes a colour.

    >>> for_terminal("Étape 2\\nle dépôt\\n")
    'Étape 2␊le dépôt'
    """
    return inert(text).strip().replace("\n", "␊").replace("\t", " ")
