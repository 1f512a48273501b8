"""How the map is set: its texts by class, and what its rules add to those of the blueprint."""

from __future__ import annotations

from collections.abc import Mapping

from carteblanche_journeys.drawing.style import TYPES, Type, style_rules
from carteblanche_journeys.markup import text_width, wrap

_OWN_TYPES: Mapping[str, Type] = {
    "t-step": Type(13, "semibold", 16),
    "t-step-person": Type(13, "semibold", 16, "on-person"),
    "t-folder": Type(12, "semibold", 15),
    "t-count": Type(11.5, "regular", 15, "muted"),
    "t-frame": Type(12.5, "semibold", 15, "muted"),
}
_LOOKS = (
    # A halo of the ground keeps a text whole where a line passes behind it.
    (".t-label,.t-carried,.t-meta", "paint-order:stroke;stroke:$page;stroke-width:3.5px"),
    (".t-more", "paint-order:stroke;stroke:$page;stroke-width:3.5px"),
    (".t-frame", "paint-order:stroke;stroke:$band;stroke-width:3.5px"),
    (".t-label,.t-carried,.t-meta,.t-frame", "stroke-linejoin:round"),
    (".frame", "fill:$band;stroke:$border"),
    (".folder", "fill:$under;stroke:$border;stroke-width:1.4;stroke-linejoin:round"),
    (".around", "fill:$page;stroke:$page;stroke-width:3;stroke-linejoin:round"),
    (".l-goes-on,.l-carried,.l-backstage,.l-notice", "stroke-linecap:butt"),
)

_TYPES: Mapping[str, Type] = {**TYPES, **_OWN_TYPES}


def map_rules(colours: Mapping[str, str] | None = None, inside: str = ".cb-map") -> str:
    """The style rules that a map needs after `blueprint_rules`, whose class it bears too.

    Parameters
    ----------
    colours
        Colour by name; left out: custom properties `--cb-…`.
    inside
        The selector of the drawing.

    >>> ".cb-map .folder{" in map_rules()
    True
    """
    return style_rules(inside, _OWN_TYPES, _LOOKS, colours)


def lines_of(text: str, room: float, how: str) -> tuple[str, ...]:
    """A text in lines of at most `room` pixels, set as its class says."""
    kind = _TYPES[how]
    return wrap(text, room, kind.size, kind.weight)


def width_of(lines: tuple[str, ...], how: str) -> float:
    """The width of the widest of some lines."""
    kind = _TYPES[how]
    return max((text_width(line, kind.size, kind.weight) for line in lines), default=0)


def leading_of(how: str) -> float:
    """The height of one line."""
    return _TYPES[how].leading


def rise_of(how: str) -> float:
    """From the top of a line to its baseline: capitals, 0.72 em, stand in its middle."""
    kind = _TYPES[how]
    return (kind.leading + 0.72 * kind.size) / 2
