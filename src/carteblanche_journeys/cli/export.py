"""`carteblanche export …`: what an atlas gives to other programs."""

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


@click.group()
def command() -> None:
    """Write what an atlas gives to other programs."""


@command.command("pages")
@out_option("DIR", "The folder of the pages: new, empty, or made by an earlier export.")
@atlas_option
@lang_option
@today_option
def pages(atlas: Path, lang: str | None, today: date, out: Path) -> None:
    """Write the site's Markdown and assets.

    For any site builder: it needs attr_list, md_in_html, tables and toc."""
    from carteblanche_journeys.publishing.publish import export_pages

    reading, words = read(atlas, lang)
    export_pages(reading.atlas, out, today, words, said)
    result(words("export.done", None, path=out, today=today.isoformat()))
