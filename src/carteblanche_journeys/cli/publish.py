"""`carteblanche publish -o SITE`: the whole static site."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from carteblanche_journeys.cli._options import (
    atlas_option,
    lang_option,
    out_option,
    read,
    today_option,
)
from carteblanche_journeys.cli._output import result, said


@click.command()
@out_option("SITE", "The folder of the site: new, empty, or made by an earlier publish.")
@atlas_option
@lang_option
@today_option
def command(atlas: Path, lang: str | None, today: date, out: Path) -> None:
    """Publish the atlas as a static site.

    Whole or not at all: a failure leaves the site that was there."""
    from carteblanche_journeys.publishing.publish import publish_atlas

    reading, words = read(atlas, lang)
    publish_atlas(reading.atlas, out, today, words, said)
    result(words("publish.done", None, path=out / "index.html", today=today.isoformat()))
