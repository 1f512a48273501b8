"""From a sheet to its bands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carteblanche_journeys.drawing.blueprint.bands import (
    Run,
    capacity,
    column_width,
    cut,
    runs_of,
)
from carteblanche_journeys.drawing.blueprint.painting import Painted, paint
from carteblanche_journeys.drawing.blueprint.rows import lanes_of
from carteblanche_journeys.drawing.blueprint.sizes import SEPARATE_ABOVE, WIDTH
from carteblanche_journeys.drawing.sheet import Sheet
from carteblanche_journeys.markup import Element, el
from carteblanche_journeys.words import Words


@dataclass(frozen=True, slots=True)
class Band:
    """One band of a blueprint.

    Parameters
    ----------
    stages
        Ids of its stages in order, each once; empty for steps that have none.
    stage_names
        Their names, as the drawing says them.
    steps
        Ids of its steps in order.
    width, height
        Pixels.
    title, description
        What the picture is, and where its equal in text stands.
    svg
        The picture: one `svg` element with a title and a description of its own.
    """

    stages: tuple[str, ...]
    stage_names: tuple[str, ...]
    steps: tuple[str, ...]
    width: float
    height: float
    title: str
    description: str
    svg: Element


def blueprint(
    sheet: Sheet, words: Words, width: float = WIDTH, prefix: str = "blueprint"
) -> tuple[Band, ...]:
    """The bands of a journey, each a picture of its own.

    Parameters
    ----------
    width
        How wide a band may be, in pixels. A band of few steps is narrower, and one column is
        never less than 114 wide.
    prefix
        The beginning of every id of the drawing, unique in its page.

    Above 40 steps each stage is a band of its own, or several, so that a page can fold them.

    >>> from carteblanche_journeys.drawing.sheet import SheetStep
    >>> from carteblanche_journeys.words import words_for
    >>> steps = tuple(SheetStep(str(n), n, f"Étape {n}") for n in range(1, 32))
    >>> made = blueprint(Sheet("Un parcours", "Jeanne", steps), words_for("fr"))
    >>> [len(band.steps) for band in made]
    [7, 8, 8, 8]
    """
    runs = runs_of(sheet.steps, capacity(width))
    separate = len(sheet.steps) > SEPARATE_ABOVE
    bands = tuple((run,) for run in runs) if separate else cut(runs, width)
    lanes = lanes_of(sheet)
    made = []
    for rank, band in enumerate(bands, start=1):
        columns = sum(len(run.steps) for run in band)
        painted = paint(band, column_width(width, columns, len(band)), lanes, words)
        made.append(_band(band, painted, words, f"{prefix}-{rank}"))
    return tuple(made)


def _band(runs: Sequence[Run], painted: Painted, words: Words, name: str) -> Band:
    title, description = _title(runs, words), words("blueprint.same-as-list")
    svg = el(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "cb-blueprint",
            "width": painted.width,
            "height": painted.height,
            "viewBox": f"0 0 {painted.width:g} {painted.height:g}",
            "role": "img",
            "aria-labelledby": f"{name}-title {name}-desc",
        },
        el("title", {"id": f"{name}-title"}, title),
        el("desc", {"id": f"{name}-desc"}, description),
        painted.elements,
    )
    stages = {run.stage: run.name for run in runs if run.stage}
    return Band(
        stages=tuple(stages),
        stage_names=tuple(stages.values()),
        steps=tuple(step.id for run in runs for step in run.steps),
        width=painted.width,
        height=painted.height,
        title=title,
        description=description,
        svg=svg,
    )


def _title(runs: Sequence[Run], words: Words) -> str:
    first, last = runs[0].steps[0].number, runs[-1].steps[-1].number
    key = "blueprint.band" if last > first else "blueprint.band-one"
    title = words(key, first=first, last=last)
    names = list(dict.fromkeys(run.name for run in runs if run.name))
    return (
        words("blueprint.band-stages", band=title, stages=words.series(names)) if names else title
    )
