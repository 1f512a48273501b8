"""The one escaper per output language, element builders and text widths."""

from carteblanche_journeys.markup.characters import for_terminal, inert, visible
from carteblanche_journeys.markup.elements import Child, Element, el, render, render_html
from carteblanche_journeys.markup.markdown import md, url
from carteblanche_journeys.markup.plain import csv_cell, github_message, github_property
from carteblanche_journeys.markup.targets import is_safe_target
from carteblanche_journeys.markup.widths import text_width, wrap

__all__ = [
    "Child",
    "Element",
    "csv_cell",
    "el",
    "for_terminal",
    "github_message",
    "github_property",
    "inert",
    "is_safe_target",
    "md",
    "render",
    "render_html",
    "text_width",
    "url",
    "visible",
    "wrap",
]
