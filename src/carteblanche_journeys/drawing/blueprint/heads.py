"""The head of each stage in a band: its name, how many steps, how many trips."""

from __future__ import annotations

from dataclasses import dataclass

from carteblanche_journeys.drawing.blueprint.bands import Run
from carteblanche_journeys.drawing.blueprint.cells import drawn
from carteblanche_journeys.drawing.blueprint.sizes import height_of, lines_of, width_of
from carteblanche_journeys.words import Words


@dataclass(frozen=True, slots=True)
class Head:
    """A stage's head.

    Parameters
    ----------
    x, width
        Its rule.
    name, said
        Lines of the name; lines of what is counted, beside the name if `beside`.
    """

    x: float
    width: float
    name: tuple[str, ...]
    said: tuple[str, ...]
    beside: bool

    @property
    def height(self) -> float:
        """The height below the rule."""
        name = height_of(len(self.name), "t-stage") if self.name else 0
        said = 0 if self.beside and self.name else height_of(len(self.said), "t-meta")
        return 6 + name + said


def head_of(run: Run, x: float, width: float, words: Words) -> Head:
    """The head of one stage over columns of this width."""
    said = words("count.steps", n=len(run.steps))
    trips = sum(step.trip for step in run.steps)
    if trips:
        said = f"{said}, {words('count.trips', n=trips)}"
    room = width * len(run.steps)
    name = _name(run, words)
    lines = lines_of(name, room - 4, "t-stage")
    beside = width_of(name, "t-stage") + 12 + width_of(said, "t-meta") <= room - 4
    return Head(x, room, lines, lines_of(said, room - 4, "t-meta"), beside)


def _name(run: Run, words: Words) -> str:
    name = drawn(run.name, words)
    if not run.continued:
        return name
    return words("drawing.continued", stage=name) if name else words("drawing.continued-plain")
