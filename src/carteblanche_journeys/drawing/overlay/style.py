"""How an overlay looks: every mark by its shape, colour only to say it again."""

from __future__ import annotations

from collections.abc import Mapping

from carteblanche_journeys.drawing.style import TYPES, Type, style_rules

#: The one pattern of our pages: what exists already is hatched. It is painted by `hatching`.
HATCH = "cb-hatch"

TEXTS: Mapping[str, Type] = {
    "t-stage": TYPES["t-stage"],
    "t-title": TYPES["t-title"],
    "t-word": Type(11.5, "bold", 15),
    "t-note": Type(11.5, "regular", 14, "muted"),
    "t-lane": TYPES["t-lane"],
    "t-arrow": Type(11.5, "semibold", 14),
}
_LOOKS: tuple[tuple[str, str], ...] = (
    (".g-band", "fill:$band;stroke:none"),
    (".g-page", "fill:$page;stroke:none"),
    (".g-under", "fill:$under;stroke:none"),
    (".rule", "fill:$ink"),
    (".line", "fill:none;stroke:$ink;stroke-width:3"),
    (".o-plain", "fill:$page;stroke:$border;stroke-width:1.2"),
    (".o-new", "fill:$page;stroke:$ink;stroke-width:1.6"),
    (".o-edge", "fill:$ink;stroke:none"),
    (".o-result", "fill:$person;stroke:$person;stroke-width:1.6"),
    (".o-place", "fill:none;stroke:$muted;stroke-width:1.4;stroke-dasharray:2 3"),
    (".o-gone-ground", "fill:$page;stroke:none"),
    (".o-gone", "stroke:$muted;stroke-width:1.2;stroke-dasharray:5 3"),
    (".o-span", "fill:none;stroke:$ink;stroke-width:1.4"),
    (".o-way", "fill:none;stroke:$ink;stroke-width:1.6"),
    (".o-head", "fill:$ink;stroke:$ink;stroke-width:.5"),
    (".on-person", "fill:$on-person"),
    (".struck", "text-decoration:line-through"),
    ("a:hover .o-plain", "stroke:$ink"),
)


def overlay_rules(colours: Mapping[str, str] | None = None, inside: str = ".cb-overlay") -> str:
    """The style rules of an overlay and of its legend, and the ink of the shared hatching.

    Parameters
    ----------
    colours
        Colour by name; left out: custom properties `--cb-…`.
    """
    paint = colours or {"muted": "var(--cb-muted)"}
    ink = f"#{HATCH} path{{stroke:{paint['muted']};stroke-width:1.1;forced-color-adjust:none}}"
    return f"{style_rules(inside, TEXTS, _LOOKS, colours)}\n{ink}"
