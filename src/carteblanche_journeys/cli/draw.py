"""`carteblanche draw JOURNEY`: one picture, as an SVG file that needs nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from carteblanche_journeys.cli._options import (
    OneOf,
    atlas_option,
    lang_option,
    out_option,
    read,
    today_option,
)
from carteblanche_journeys.cli._output import result


@click.command()
@click.argument("journey")
@click.option(
    "--view", type=OneOf(["map", "blueprint"]), default="blueprint", help="What [blueprint]."
)
@click.option(
    "--engine",
    type=OneOf(["auto", "wasi", "system", "own"]),
    default="auto",
    help="What lays a map out; auto chooses by counting [auto].",
)
@out_option("FILE.svg", "Where to write it [stdout].", required=False)
@atlas_option
@lang_option
@today_option
def command(
    atlas: Path, lang: str | None, today: date, journey: str, out: Path | None, **how: Any
) -> None:
    """Draw a journey as an SVG file.

    JOURNEY is life-moment/file-name, such as avoir-un-enfant/as-is."""
    from carteblanche_journeys.face import AtlasHandle, draw
    from carteblanche_journeys.publishing import write_file

    reading, words = read(atlas, lang)
    svg = draw(AtlasHandle(reading.atlas, today, words)[journey], **how).svg.encode()
    if out is None:
        result(svg)
        return
    write_file(out, svg, words)
    result(words("draw.done", None, path=out))
