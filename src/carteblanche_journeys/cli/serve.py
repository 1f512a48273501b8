"""`carteblanche serve`: the site on this machine, built again as files change."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from carteblanche_journeys.cli._ending import INTERRUPTED
from carteblanche_journeys.cli._options import atlas_option, lang_option, read, today_option
from carteblanche_journeys.cli._output import said


@click.command()
@click.option("--host", default="127.0.0.1", help="The address to listen on [127.0.0.1].")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, help="The port [8000].")
@atlas_option
@lang_option
@today_option
def command(atlas: Path, lang: str | None, today: date, host: str, port: int) -> int:
    """Serve the site on this machine.

    It is built again as files change. Ctrl-C ends it."""
    from carteblanche_journeys.publishing.serving import serve_atlas

    reading, words = read(atlas, lang)
    serve_atlas(reading.atlas, atlas, f"{host}:{port}", today, words, said)
    return INTERRUPTED
