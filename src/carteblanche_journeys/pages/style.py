"""The stylesheet of the site: the house's colours in Material's frame, and our own blocks."""

from __future__ import annotations

from importlib.resources import files

from carteblanche_journeys.drawing.map import map_rules
from carteblanche_journeys.drawing.overlay.style import overlay_rules
from carteblanche_journeys.drawing.style import DARK, FORCED, LIGHT, blueprint_rules, declarations


def stylesheet() -> str:
    """Everything our pages need to look as they should, in one file, from no other host."""
    assets = files("carteblanche_journeys.pages") / "assets"
    own = "\n".join((assets / name).read_text("utf-8") for name in ("pages.css", "redesigns.css"))
    colours = "\n".join(
        (
            f":root{{{declarations(LIGHT)}}}",
            f'[data-md-color-scheme="slate"]{{{declarations(DARK)}}}',
            f"@media (forced-colors:active){{:root{{{declarations(FORCED)}}}}}",
            "@media print{:root,[data-md-color-scheme]{" + declarations(LIGHT) + "}}",
        )
    )
    return f"{colours}\n{blueprint_rules()}\n{map_rules()}\n{overlay_rules()}\n{own}"
