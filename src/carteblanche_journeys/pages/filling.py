"""The templates of the pages, with our escaping as the rule and not the exception."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from carteblanche_journeys.markup import md
from carteblanche_journeys.words import Words

#: Each pattern begins with the space it looks for: pages are long, and spaces are found fast.
_BEFORE_NARROW = re.compile(r" (?=[;?!](?!\w))")
_BEFORE_WIDE = re.compile(r" (?:(?=»|:(?:\s|$)|&#58;)|(?<=« ))", re.MULTILINE)
#: A number and its unit stay on one line, in both languages.
_BEFORE_UNIT = re.compile(r" (?=(?:h|min|km|%|€|jours?|days?)(?![\w-]))(?<=\d )")
_AFTER_HOURS = re.compile(r"\u00a0h (?=\d\d(?!\w))")
#: Site frames print titles as they are, in HTML and in attributes: what could open a tag there
#: is replaced by its look-alike. Our own content shows every title as written.
_FRAME = str.maketrans({"<": "‹", ">": "›", '"': "″", "&": "&amp;"})


def frame_title(title: str) -> str:
    """A title that is harmless in any site frame (navigation, window, search).

    >>> frame_title('Un <b>"titre"</b>')
    'Un ‹b›″titre″‹/b›'
    """
    from carteblanche_journeys.markup import visible

    return " ".join(visible(title).split()).translate(_FRAME)


def _front(title: str, hide: list[str] | None = None) -> Markup:
    lines = [f"title: {json.dumps(frame_title(title), ensure_ascii=False)}"]
    if hide:
        lines += ["hide:", *(f"  - {part}" for part in hide)]
    return Markup("---\n{}\n---\n").format(Markup("\n".join(lines)))


def _finalize(value: object) -> object:
    """Escape for Markdown whatever is not Markdown already."""
    if isinstance(value, Markup):
        return value
    return Markup(md("" if value is None else str(value)))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("carteblanche_journeys.pages"),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["html"] = lambda text: Markup(escape(text))
    environment.filters["capital"] = lambda text: text[:1].upper() + text[1:]
    environment.globals["front"] = _front
    return environment


def page(template: str, words: Words, view: Mapping[str, Any]) -> str:
    """Fill a template of `pages/templates` and give the Markdown of a page.

    Parameters
    ----------
    template
        Its name without the ending, such as `journey`.
    words
        The page's language.
    view
        What the template prints: plain text is escaped, `Markup` stands as it is.
    """
    text = _environment().get_template(f"{template}.md.j2").render(w=words, **view)
    return _unbroken(_figures(text)) if words.lang == "fr" else _figures(text)


def _figures(text: str) -> str:
    """A number never stands at the end of a line without its unit.

    >>> _figures("4 h 30, 12 jours")
    '4\xa0h\xa030, 12\xa0jours'
    """
    return _AFTER_HOURS.sub("\u00a0h\u00a0", _BEFORE_UNIT.sub("\u00a0", text))


def _unbroken(text: str) -> str:
    """French marks never stand at the start of a line: the space before them does not break.

    >>> _unbroken("« Où ? »")
    '«\xa0Où\u202f?\xa0»'
    """
    text = _BEFORE_NARROW.sub("\u202f", text)
    return _BEFORE_WIDE.sub("\u00a0", text)
