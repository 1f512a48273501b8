"""The escaper of Markdown: a text of the atlas shows as it was written, and does nothing."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote

from carteblanche_journeys.markup.characters import visible
from carteblanche_journeys.markup.targets import is_safe_target

_SPACES = re.compile(r"[ \t\n]+")
#: Every ASCII mark but the apostrophe and the comma means something to Markdown, or to one of
#: its extensions, somewhere. Those that prose needs stay bare where they can mean nothing.
_SPECIAL = re.compile(
    r"(?<=[^\W\d_])[.:?!](?=\s|$)"  # after a letter, before a space or the end
    r"|(?<=\)|»)\.(?=\s|$)"
    r"|(?<=\S\s)[:?!](?=\s|$)"  # as French writes them, never first on a line
    r"|(?<=[^\W\d_])-(?=[^\W\d_])"
    r"|(?<=[^\W_]\s)\((?=[^\W\d_])"
    r"|(?<=[^\W\d_])\)"
    r"|;(?=\s|$)"
    r"""|(?P<mark>[!-&(-+\-./:-@\[-`{-~])"""
)
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


# The same names and words stand on many pages of a site.
@lru_cache(maxsize=8192)
def md(text: str) -> str:
    """A text for Markdown: inside a paragraph, heading, table cell or the words of a link.

    It becomes one line; white space at its ends goes. Not for code, nor for an attribute.

    >>> md("Étape 2 : le *dépôt* <b>"), md("Aller-retour (à la CAF).")
    ('Étape 2 : le &#42;dépôt&#42; &lt;b&gt;', 'Aller-retour (à la CAF).')
    """
    return _SPECIAL.sub(_written, _SPACES.sub(" ", visible(text)).strip(" "))


def _written(match: re.Match[str]) -> str:
    mark = match["mark"]
    if mark is None:
        return match[0]
    return _NAMED.get(mark) or f"&#{ord(mark)};"


def url(target: str) -> str:
    """A link target for Markdown: `[words](target)`.

    Raises ValueError where a link may not lead there; ask `is_safe_target` first of what an
    author wrote.

    >>> url("../étapes/a (1).md?x=1&y=2#c")
    '../%C3%A9tapes/a%20%281%29.md?x=1&amp;y=2#c'
    """
    if not is_safe_target(target.replace(" ", "_")):
        raise ValueError(f"a link may not lead to {target!r}")
    return quote(target, safe="/:?#@!$&=+,;%~.-_").replace("&", "&amp;")
