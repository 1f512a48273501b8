"""What of a build is ours, and what one edit costs inside a `serve`: 200 journeys of 30 steps.

Run it alone: `python tests/benchmarks/publishing.py`. The build is that of `carteblanche
publish`: reading, making the pages, building the site from them; ours are the first two. Each
build is a process of its own, whose peak is told.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from statistics import median

from atlases import own_peak, write_atlas
from carteblanche_journeys import pages, reading
from carteblanche_journeys.publishing import build_site, site_settings
from carteblanche_journeys.words import words_for

JOURNEYS = 200
EDITS = 5
DAY = date(2018, 1, 15)


def build(folder: Path) -> None:
    """Build the whole site once; print seconds of reading, pages and builder, and the peak."""
    start = time.perf_counter()
    atlas = reading.read_atlas(folder).atlas
    read = time.perf_counter()
    files = pages.site(atlas, DAY)
    made = time.perf_counter()
    words = words_for(atlas.language)
    settings = site_settings(words.text(atlas.title), words, pages.nav(atlas, words))
    with tempfile.TemporaryDirectory() as out:
        build_site(files, settings, Path(out) / "site", DAY, words)
        built = time.perf_counter()
    print(read - start, made - read, built - made, own_peak())


def edits(folder: Path) -> None:
    """Change one title of one journey, again and again; print the median of what is ours."""
    files, kept = reading.Memory(), pages.Memory()

    def ours() -> float:
        start = time.perf_counter()
        pages.site(reading.read_atlas(folder, memory=files).atlas, DAY, memory=kept)
        return time.perf_counter() - start

    first, times = ours(), []
    edited = folder / "moment-3" / "parcours-5.yml"
    text = edited.read_text("utf-8")
    for number in range(EDITS):
        edited.write_text(text.replace("Déposer le dossier, étape 7", f"Envoi {number}"), "utf-8")
        times.append(ours())
    edited.write_text(text, "utf-8")
    print(first, median(times), own_peak())


def alone(what: str, folder: Path) -> list[float]:
    """The figures that a process of its own prints."""
    done = subprocess.run(
        [sys.executable, __file__, what, str(folder)], stdout=subprocess.PIPE, text=True, check=True
    )
    return [float(figure) for figure in done.stdout.split()]


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_atlas(folder, JOURNEYS)
        read, made, built, peak = alone("build", folder)
        whole = read + made + built
        print(f"{JOURNEYS} journeys: read {read:.1f} s, pages {made:.1f} s, builder {built:.1f} s")
        print(f"our share {(read + made) / whole:.0%} of {whole:.0f} s, peak {peak:.0f} MB")
        first, again, peak = alone("edits", folder)
        print(
            f"serve: first {first:.1f} s, after one edit {again:.2f} s (median of {EDITS}),",
            end=" ",
        )
        print(f"peak {peak:.0f} MB")


if __name__ == "__main__":
    if len(sys.argv) == 3:
        {"build": build, "edits": edits}[sys.argv[1]](Path(sys.argv[2]))
    else:
        main()
