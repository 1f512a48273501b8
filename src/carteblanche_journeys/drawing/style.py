"""Colours, type and rules of the drawings: one place, for the site and for single files.

The colours are those of the house (contrast of each on its ground computed: text at least
5.5, what carries meaning at least 3). A drawing says them by class only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import Template

from carteblanche_journeys.markup.widths import Weight

FONT = 'Inter, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif'

LIGHT: Mapping[str, str] = {
    "page": "#ffffff",
    "band": "#f6f7fa",
    "under": "#e8ebf1",
    "ink": "#1b1f2a",
    "muted": "#565d6d",
    "border": "#747b8c",
    "hairline": "#d5d9e2",
    "person": "#1f4e8c",
    "on-person": "#ffffff",
    "finding": "#a4262c",
    "on-finding": "#ffffff",
    "tint": "#fdf2f2",
    "better": "#1e6b3a",
}
DARK: Mapping[str, str] = {
    "page": "#12151c",
    "band": "#191d27",
    "under": "#0a0c11",
    "ink": "#e9ecf2",
    "muted": "#a8afbf",
    "border": "#858da0",
    "hairline": "#343a48",
    "person": "#8db8f0",
    "on-person": "#101a2a",
    "finding": "#f19a9d",
    "on-finding": "#2a0f10",
    "tint": "#2c1719",
    "better": "#86cf9e",
}
#: The reader's own colours: shapes and line styles carry the meaning.
FORCED: Mapping[str, str] = {
    **dict.fromkeys(("page", "band", "under", "on-person", "on-finding", "tint"), "Canvas"),
    **dict.fromkeys(("ink", "muted", "border", "hairline", "finding", "better"), "CanvasText"),
    "person": "LinkText",
}


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: pixels, weight, pixels from line to line, colour, slant."""

    size: float
    weight: Weight = "regular"
    leading: float = 0
    colour: str = "ink"
    italic: bool = False


#: Every text of the blueprint, by its class.
TYPES: Mapping[str, Type] = {
    "t-head": Type(22, "bold", 28),
    "t-lead": Type(14, "regular", 20, "muted"),
    "t-stage": Type(14.5, "bold", 18),
    "t-meta": Type(12, "regular", 16, "muted"),
    "t-number": Type(15, "bold", 18),
    "t-title": Type(12.5, "semibold", 15.5),
    "t-lane": Type(12, "semibold", 14, "muted"),
    "t-visibility": Type(11, "regular", 14, "muted", True),
    "t-node": Type(13, "bold", 16),
    "t-from": Type(11.5, "regular", 14, "muted"),
    "t-label": Type(11.5, "regular", 14, "muted", True),
    "t-carried": Type(11.5, "semibold", 14, "person"),
    "t-jump": Type(11, "semibold", 14),
    "t-counter": Type(12, "semibold", 14),
    "t-far": Type(11, "semibold", 14),
    "t-home": Type(11.5, "regular", 14, "muted"),
    "t-act": Type(11.5, "regular", 13.5),
    "t-feeling": Type(11, "regular", 13, "muted"),
    "t-wait": Type(12, "semibold", 14),
    "t-unknown": Type(12, "regular", 14, "muted", True),
    "t-legal": Type(11.5, "regular", 14, "muted"),
    "t-flag": Type(11, "bold", 13, "finding"),
    "t-key": Type(12.5, "regular", 18),
}

_WEIGHTS = {"regular": 400, "semibold": 600, "bold": 700}
_FIXED = "font-family:$font;font-variant-numeric:tabular-nums;forced-color-adjust:none"
_RULES: tuple[tuple[str, str], ...] = (
    (".rule", "fill:$ink;stroke:$ink;stroke-width:0"),
    (".g-band", "fill:$band;stroke:$band"),
    (".g-under", "fill:$under;stroke:$under"),
    (".hair", "fill:none;stroke:$hairline"),
    (".sight", "fill:none;stroke:$ink;stroke-width:1.4;stroke-dasharray:10 4 2 4"),
    (".n-person", "fill:$person;stroke:$person;stroke-width:2"),
    (".n-agent", "fill:$page;stroke:$ink;stroke-width:2"),
    (".n-frame", "fill:$page;stroke:$person;stroke-width:1.6"),
    (".n-frame-agent", "fill:$page;stroke:$ink;stroke-width:1.6"),
    (".on-person", "fill:$on-person"),
    (".t-long", "font-size:9px"),
    (".l-goes-on", "fill:none;stroke:$person;stroke-width:1.5"),
    (".l-carried", "fill:none;stroke:$person;stroke-width:4.5"),
    (".l-backstage", "fill:none;stroke:$muted;stroke-width:1.6;stroke-dasharray:6 3"),
    (".l-notice", "fill:none;stroke:$muted;stroke-width:1.8;stroke-dasharray:2 2.5"),
    (".h-goes-on,.h-carried", "fill:$person;stroke:$person;stroke-width:.5"),
    (".h-backstage,.h-notice", "fill:$muted;stroke:$muted;stroke-width:.5"),
    (".contact", "fill:none;stroke:$person;stroke-width:1.2"),
    (".behind", "fill:none;stroke:$muted;stroke-width:1.2;stroke-dasharray:4 3"),
    (".dot", "fill:$under;stroke:$muted;stroke-width:1.6"),
    (".p-goes-on", "fill:$page;stroke:$person"),
    (".p-carried", "fill:$page;stroke:$person;stroke-width:2"),
    (".p-backstage", "fill:$page;stroke:$muted;stroke-dasharray:4 2"),
    (".p-notice", "fill:$page;stroke:$muted;stroke-width:1.2;stroke-dasharray:1.5 2"),
    (".letter", "fill:$page;stroke:$person;stroke-width:1.4;stroke-linejoin:round"),
    (".counter", "fill:$page;stroke:$border"),
    (".pic", "fill:none;stroke:$ink;stroke-width:1.1;stroke-linejoin:round;stroke-linecap:round"),
    (".f-error", "fill:$finding;stroke:$finding;stroke-width:1.4"),
    (".f-warning", "fill:$page;stroke:$finding;stroke-width:1.4"),
    (".f-info", "fill:$page;stroke:$finding;stroke-width:1.4;stroke-dasharray:3 2"),
    (".on-error", "fill:$on-finding"),
    (".curve", "fill:none;stroke:$ink;stroke-width:1.4"),
    (".point", "fill:$page;stroke:$ink;stroke-width:1.8"),
    (".weeks", "fill:$muted;stroke:$muted;stroke-width:.4"),
    (".unknown", "fill:none;stroke:$muted;stroke-width:1.2;stroke-dasharray:2 1.6"),
    (".s-full", "fill:$ink;stroke:$ink;stroke-width:1.4"),
    (".s-open", "fill:none;stroke:$ink;stroke-width:1.4"),
    (".s-dashed", "fill:none;stroke:$ink;stroke-width:1.4;stroke-dasharray:1.8 1.6"),
    (".paper", "fill:$page;stroke:$page"),
)


def blueprint_rules(colours: Mapping[str, str] | None = None, inside: str = ".cb-blueprint") -> str:
    """The style rules of a blueprint.

    Parameters
    ----------
    colours
        Colour by name; left out: custom properties `--cb-…`, which `declarations` gives.
    inside
        The selector of the drawing.
    """
    return style_rules(inside, TYPES, _RULES, colours)


def style_rules(
    inside: str,
    types: Mapping[str, Type],
    looks: Sequence[tuple[str, str]],
    colours: Mapping[str, str] | None = None,
) -> str:
    """Rules of a drawing: first how its texts are set, then its looks, a colour said by `$name`.

    >>> rules = style_rules(".cb-map", {}, [(".frame", "stroke:$border")], {"border": "#747b8c"})
    >>> rules.splitlines()[-1]
    '.cb-map .frame{stroke:#747b8c}'
    """
    paint = colours or {name: f"var(--cb-{name})" for name in LIGHT}
    set_so = [(f".{name}", _type_rule(one)) for name, one in types.items()]
    rules = [f"{inside}{{forced-color-adjust:none}}"]
    rules += [
        f"{_within(inside, parts)}{{{rule}}}" for parts, rule in (("text", _FIXED), *set_so, *looks)
    ]
    return _Paint("\n".join(rules)).substitute({**paint, "font": FONT})


def _within(inside: str, parts: str) -> str:
    return ",".join(f"{inside} {part}" for part in parts.split(","))


class _Paint(Template):
    # Names of colours hold hyphens.
    idpattern = r"[a-z]+(?:-[a-z]+)*"


def _type_rule(one: Type) -> str:
    slant = ";font-style:italic" if one.italic else ""
    weight = _WEIGHTS[one.weight]
    return f"font-size:{one.size}px;font-weight:{weight}{slant};fill:${one.colour}"


def declarations(colours: Mapping[str, str]) -> str:
    """Colours as custom properties, to stand inside a rule of the site's style sheet.

    >>> declarations({"ink": "#1b1f2a"})
    '--cb-ink:#1b1f2a'
    """
    return ";".join(f"--cb-{name}:{colour}" for name, colour in colours.items())
