"""A journey as a picture, with its equal in text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from carteblanche_journeys.diagnosis import Finding
from carteblanche_journeys.drawing import blueprint
from carteblanche_journeys.drawing import map as maps
from carteblanche_journeys.drawing.engine import EngineChoice
from carteblanche_journeys.drawing.listing import listed
from carteblanche_journeys.drawing.sheet import Sheet
from carteblanche_journeys.drawing.sheet_filling import fill_sheet
from carteblanche_journeys.errors import UnknownName
from carteblanche_journeys.face.showing import Shows
from carteblanche_journeys.markup import Child, Element, el, render
from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.reading import known_name
from carteblanche_journeys.words import Words

View = Literal["blueprint", "map"]
VIEWS: tuple[View, ...] = ("blueprint", "map")


@dataclass(frozen=True, repr=False)
class Drawing(Shows):
    """A picture, and the same in text.

    Parameters
    ----------
    element
        The picture: one SVG that needs nothing else.
    title
        What it shows.
    lines
        Its steps in order, one line each.
    """

    element: Element
    title: str
    lines: tuple[str, ...]

    @property
    def svg(self) -> str:
        """The picture as text."""
        return render(self.element) + "\n"

    @property
    def text(self) -> str:
        """The same without a picture."""
        return "\n".join([self.title, *self.lines])

    def __str__(self) -> str:
        return self.text

    def html(self) -> Element:
        """The picture, then the list."""
        listed: Child = [el("p", None, line) for line in self.lines]
        return el("figure", None, self.element, el("figcaption", None, listed))


def pictured(
    journey: Journey,
    atlas: Atlas,
    words: Words,
    findings: tuple[Finding, ...],
    view: View = "blueprint",
    engine: EngineChoice = "auto",
) -> Drawing:
    """A journey of an atlas as the persona of its page lives it.

    Raises
    ------
    UnknownName
        For another view, or where a journey has no step of its own.
    EngineFailed
        Where one engine is asked for and cannot do it.
    """
    known_name("view", view, VIEWS, words)
    if not journey.steps:
        raise UnknownName(words("draw.no-step", None, journey=journey.id))
    persona = atlas.personas_of(journey)[0]
    sheet = fill_sheet(journey, atlas, persona, words, findings)
    return Drawing(_picture(sheet, view, engine, words), sheet.title, listed(sheet, words))


def _picture(sheet: Sheet, view: View, engine: EngineChoice, words: Words) -> Element:
    if view == "map":
        return maps.standalone(maps.journey_map(sheet, words, engine), words)
    return blueprint.standalone(sheet, words)
