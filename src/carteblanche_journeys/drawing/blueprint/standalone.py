"""The whole blueprint as one SVG file that needs nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from carteblanche_journeys.drawing.blueprint.legend import legend
from carteblanche_journeys.drawing.blueprint.marks import path, rectangle, text
from carteblanche_journeys.drawing.blueprint.score import Band, blueprint
from carteblanche_journeys.drawing.blueprint.sizes import WIDTH, height_of, lines_of
from carteblanche_journeys.drawing.sheet import Sheet
from carteblanche_journeys.drawing.style import DARK, FORCED, LIGHT, blueprint_rules
from carteblanche_journeys.markup import Element, el
from carteblanche_journeys.words import Words

#: Around the drawing, and between two bands.
_EDGE, _BETWEEN_BANDS = 32, 34


def standalone(sheet: Sheet, words: Words, width: float = WIDTH) -> Element:
    """One SVG: title, legend, every band, where the equal in text stands, and its own colours.

    It follows the reader's preference for a dark ground, and forced colours.
    """
    title = words("blueprint.title", title=sheet.title)
    parts, y = _opening(sheet, title, words, width)
    for band in blueprint(sheet, words, width):
        parts.append(_at(y, _content(band)))
        y += band.height + _BETWEEN_BANDS
    equal = words("blueprint.equal", n=len(sheet.steps))
    parts.append(text((equal,), _EDGE, y, "t-lead"))
    return _page(title, equal, parts, (width + 2 * _EDGE, y + _EDGE))


def _opening(sheet: Sheet, title: str, words: Words, width: float) -> tuple[list[Element], float]:
    lines = lines_of(title, width, "t-head")
    steps = words("count.steps", n=len(sheet.steps))
    lead = lines_of(words("blueprint.how-to-read", who=sheet.person, steps=steps), width, "t-lead")
    y = _EDGE + 18.0
    parts = [text(lines, _EDGE, y, "t-head")]
    y += height_of(len(lines), "t-head") - 2
    parts.append(text(lead, _EDGE, y, "t-lead"))
    y += height_of(len(lead), "t-lead")
    key = legend(words, sheet, width)
    parts += [_hair(y, width), _at(y + 4, key.elements), _hair(y + key.height + 8, width)]
    return parts, y + key.height + 36


def _hair(y: float, width: float) -> Element:
    return path("hair", f"M{_EDGE} {y:g}h{width:g}")


def _at(y: float, elements: Sequence[Element | str]) -> Element:
    return el("g", {"transform": f"translate({_EDGE} {y:g})"}, elements)


def _content(band: Band) -> list[Element | str]:
    """What a band's picture holds, without its title and description: the file has its own."""
    return [
        child
        for child in band.svg.children
        if not isinstance(child, Element) or child.tag not in ("title", "desc")
    ]


def _page(
    title: str, description: str, parts: Sequence[Element], size: tuple[float, float]
) -> Element:
    width, height = size
    return el(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "cb-blueprint",
            "width": width,
            "height": height,
            "viewBox": f"0 0 {width:g} {height:g}",
            "role": "img",
            "aria-labelledby": "title desc",
        },
        el("title", {"id": "title"}, title),
        el("desc", {"id": "desc"}, description),
        el("style", None, _style()),
        rectangle("paper", (0, 0, width, height), 0),
        parts,
    )


def _style() -> str:
    dark, forced = blueprint_rules(DARK), blueprint_rules(FORCED)
    return (
        f"{blueprint_rules(LIGHT)}"
        f"\n@media screen and (prefers-color-scheme:dark){{\n{dark}\n}}"
        f"\n@media (forced-colors:active){{\n{forced}\n}}"
    )
