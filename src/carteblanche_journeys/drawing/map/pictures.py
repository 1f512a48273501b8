"""The map of a journey as pictures: one, or an overview and one for each stage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carteblanche_journeys.drawing.diagram import Direction
from carteblanche_journeys.drawing.engine import EngineChoice, layout
from carteblanche_journeys.drawing.map.painting import paint
from carteblanche_journeys.drawing.map.parts import MOST_STEPS, Part, parts_of, steps_in_words
from carteblanche_journeys.drawing.map.scene import Scene
from carteblanche_journeys.drawing.map.unfolding import overview, unfolded, whole
from carteblanche_journeys.drawing.sheet import Sheet, SheetStep
from carteblanche_journeys.markup import Element, el
from carteblanche_journeys.words import Words


@dataclass(frozen=True, slots=True)
class MapPicture:
    """One map.

    Parameters
    ----------
    title, description
        Its name, and what it shows in words; both stand inside the picture too.
    steps
        Numbers of the steps drawn as steps; none in an overview.
    width, height
        Pixels.
    svg
        A static picture (`role="img"`), without links.
    stage
        The id of the stage it unfolds; None for a whole journey and for an overview.
    """

    title: str
    description: str
    steps: tuple[int, ...]
    width: float
    height: float
    svg: Element
    stage: str | None = None


def journey_map(
    sheet: Sheet, words: Words, engine: EngineChoice = "auto", prefix: str = "map"
) -> tuple[MapPicture, ...]:
    """The maps of a journey: one up to 16 steps, else an overview and one for each stage.

    Parameters
    ----------
    engine
        See `engine.layout`, whose EngineFailed is raised where one engine is asked for.
    prefix
        What the ids inside the pictures begin with: unique in a page.

    >>> from carteblanche_journeys.drawing.sheet import SheetLink, SheetStep
    >>> from carteblanche_journeys.words import words_for
    >>> write = SheetStep("a", 1, "Écrire", out=(SheetLink("a->b", 1, 2),))
    >>> steps = (write, SheetStep("b", 2, "Lire"))
    >>> [one.title for one in journey_map(Sheet("Un essai", "Jeanne", steps), words_for("en"))]
    ['Map of the journey “Un essai”']
    """
    if not sheet.steps:
        return ()
    drawing = _Drawing(sheet, words, engine, prefix)
    title = words("map.title", title=sheet.title)
    if len(sheet.steps) <= MOST_STEPS:
        said = drawing.said_of_steps(sheet.steps)
        return (drawing.picture(0, whole(sheet, words), title, said, sheet.steps),)
    parts = parts_of(sheet)
    scene = overview(sheet, parts, words)
    first = drawing.picture(0, scene, title, drawing.said_of_parts(parts), ())
    return (first, *(drawing.part(at, part, parts) for at, part in enumerate(parts, start=1)))


class _Drawing:
    """What every picture of one journey is drawn from."""

    def __init__(self, sheet: Sheet, words: Words, engine: EngineChoice, prefix: str) -> None:
        self.sheet, self.words, self.engine, self.prefix = sheet, words, engine, prefix

    def part(self, at: int, part: Part, parts: Sequence[Part]) -> MapPicture:
        title = self.words("map.of-part", part=part.title(self.words))
        scene = unfolded(part, parts, self.sheet, self.words)
        said = self.said_of_steps(part.steps)
        return self.picture(at, scene, title, said, part.steps, part.stage or None)

    def picture(
        self, at: int, scene: Scene, title: str, description: str,
        steps: Sequence[SheetStep], stage: str | None = None,
    ) -> MapPicture:  # fmt: skip
        diagram = scene.diagram()
        drawn = layout(diagram, engine=self.engine, lang=self.words.lang)
        description = self._ended(description, diagram.direction)
        name, said = f"{self.prefix}-{at}-title", f"{self.prefix}-{at}-description"
        frame: dict[str, str | float] = {
            "viewBox": f"0 0 {drawn.width:g} {drawn.height:g}",
            "width": drawn.width,
            "height": drawn.height,
            "class": "cb-blueprint cb-map",
            "role": "img",
            "aria-labelledby": name,
            "aria-describedby": said,
            "xmlns": "http://www.w3.org/2000/svg",
        }
        svg = el(
            "svg",
            frame,
            el("title", {"id": name}, title),
            el("desc", {"id": said}, description),
            paint(scene, drawn, diagram.direction),
        )
        numbers = tuple(step.number for step in steps)
        return MapPicture(title, description, numbers, drawn.width, drawn.height, svg, stage)

    def said_of_steps(self, steps: Sequence[SheetStep]) -> str:
        """How many steps and links, and of which kinds."""
        words, numbers = self.words, {step.number for step in steps}
        links = [one for one in self.sheet.links if {one.source, one.target} & numbers]
        parts = [words("count.steps", n=len(steps)), words("map.links", n=len(links))]
        for key, count in (
            ("map.choices", sum(step.kind == "choice" for step in steps)),
            ("map.outcomes", sum(step.kind == "outcome" for step in steps)),
            ("map.carried", sum(one.line == "carried" for one in links)),
            ("map.returns", sum(one.back for one in links)),
        ):
            parts += [words(key, n=count)] if count else []
        return words.series(parts)

    def said_of_parts(self, parts: Sequence[Part]) -> str:
        """Each part with its steps."""
        words = self.words
        said = [
            words(
                "map.said-part",
                part=part.title(words),
                steps=steps_in_words([step.number for step in part.steps], words),
            )
            if part.whole_stage and part.stage
            else part.title(words)
            for part in parts
        ]
        return words("map.and").join(said)

    def _ended(self, said: str, direction: Direction) -> str:
        same = self.words("blueprint.same-as-list")
        return self.words(f"map.said-{direction}", said=said, same=same)
