"""Elements of SVG, XML and HTML, escaped by construction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from carteblanche_journeys.markup.characters import ACTING, visible
from carteblanche_journeys.markup.targets import is_safe_target

#: What an element may hold: elements and texts, nothing (None), or several of them.
Child: TypeAlias = "Element | str | Iterable[Child] | None"
Attribute = str | int | float | bool | None

#: What runs a program, loads another page, or changes where links lead.
REFUSED_TAGS = frozenset({"script", "foreignobject", "iframe", "object", "embed", "base"})
_LINKS = frozenset({"href", "xlink:href", "src", "action", "formaction", "poster", "cite", "data"})
_VOID = frozenset(
    ["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)  # HTML: neither children nor an end tag
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*(?::[A-Za-z_][A-Za-z0-9_.-]*)?")
_SPECIAL = re.compile(rf'[&<>"\n\t{ACTING}]')
_IN_TEXT = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_IN_ATTRIBUTE = {**_IN_TEXT, ord('"'): "&quot;", ord("\n"): "&#10;", ord("\t"): "&#9;"}


@dataclass(frozen=True, slots=True)
class Element:
    """One element: its tag, its attributes in order, and what it holds."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Element | str, ...] = ()


def el(tag: str, attributes: Mapping[str, Attribute] | None = None, *children: Child) -> Element:
    """Build an element.

    Parameters
    ----------
    tag
        Its name.
    attributes
        Name to value: numbers are written short, True is the name alone, None and False are
        left out.
    children
        Elements, texts, None (left out), or iterables of them. A text is never markup.

    Raises
    ------
    ValueError
        For what no page of ours may hold, a fault of ours: a refused tag, an attribute that
        runs code (`on…`), a `style`, a name that is none, a target that is not safe.

    >>> render(el("a", {"href": "#c1", "class": "flag"}, "C1 < C2"))
    '<a href="#c1" class="flag">C1 &lt; C2</a>'
    """
    check_tag(tag)
    pairs = () if not attributes else tuple(_pairs(attributes))
    return Element(tag, pairs, tuple(_flat(children)))


@lru_cache(maxsize=256)
def check_tag(tag: str) -> None:
    """Raise ValueError for a tag that no page of ours may hold."""
    if not _NAME.fullmatch(tag) or tag.lower().rpartition(":")[2] in REFUSED_TAGS:
        raise ValueError(f"no page of ours holds <{tag}>")


@lru_cache(maxsize=256)
def check_attribute(name: str) -> None:
    """Raise ValueError for an attribute that no page of ours may carry."""
    plain = name.lower()
    if not _NAME.fullmatch(name) or plain.startswith("on") or plain in ("style", "srcdoc"):
        raise ValueError(f"no element of ours carries the attribute {name!r}")


def _pairs(attributes: Mapping[str, Attribute]) -> Iterable[tuple[str, str]]:
    for name, value in attributes.items():
        check_attribute(name)
        if isinstance(value, str):
            written = value
        elif value is None or value is False:
            continue
        else:
            written = name if value is True else number(value)
        if name in _LINKS and not is_safe_target(written):
            raise ValueError(f"{name} may not lead to {written!r}")
        yield name, written


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    """A number in the fewest characters, two decimals at most.

    >>> number(12.0), number(-0.499), number(1 / 3)
    ('12', '-0.5', '0.33')
    """
    if isinstance(value, int):
        return str(value)
    short = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if short == "-0" else short


def _flat(children: Iterable[Child]) -> Iterable[Element | str]:
    for child in children:
        if isinstance(child, Element | str):
            yield child
        elif isinstance(child, Iterable):
            yield from _flat(child)
        elif child is not None:
            raise TypeError(f"an element holds elements and texts, not {child!r}")


def render(element: Element) -> str:
    """The element as XML (and SVG, also inside an HTML page): an empty one closes itself.

    >>> render(el("g", None, el("rect", {"x": 1.5})))
    '<g><rect x="1.5"/></g>'
    """
    parts: list[str] = []
    _write_xml(element, parts)
    return "".join(parts)


def _write_xml(element: Element, parts: list[str]) -> None:
    opening = f"<{element.tag}{_attributes(element)}"
    if not element.children:
        parts.append(f"{opening}/>")
        return
    parts.append(f"{opening}>")
    for child in element.children:
        if isinstance(child, str):
            parts.append(_escaped(child, _IN_TEXT))
        else:
            _write_xml(child, parts)
    parts.append(f"</{element.tag}>")


def render_html(element: Element) -> str:
    """The element as HTML; an `svg` inside is written as XML, as HTML allows.

    Raises ValueError for a `style` element, whose text HTML would not unescape, and for a
    void element (`br`, `img`…) that holds something.

    >>> render_html(el("p", None, "Un", el("br"), "deux", el("span")))
    '<p>Un<br>deux<span></span></p>'
    """
    parts: list[str] = []
    _write_html(element, parts)
    return "".join(parts)


def _write_html(element: Element, parts: list[str]) -> None:
    if element.tag == "svg":
        _write_xml(element, parts)
        return
    if element.tag == "style" or (element.tag in _VOID and element.children):
        raise ValueError(f"<{element.tag}> cannot be written so in HTML")
    parts.append(f"<{element.tag}{_attributes(element)}>")
    for child in element.children:
        if isinstance(child, str):
            parts.append(_escaped(child, _IN_TEXT))
        else:
            _write_html(child, parts)
    if element.tag not in _VOID:
        parts.append(f"</{element.tag}>")


def _attributes(element: Element) -> str:
    return "".join(
        [f' {name}="{_escaped(value, _IN_ATTRIBUTE)}"' for name, value in element.attributes]
    )


def _escaped(text: str, table: Mapping[int, str]) -> str:
    # Most texts hold nothing to escape: one search is quicker than two translations.
    return visible(text).translate(table) if _SPECIAL.search(text) else text
