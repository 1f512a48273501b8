"""`carteblanche schema -o DIR`: JSON Schemas for editors."""

from __future__ import annotations

from pathlib import Path

import click

from carteblanche_journeys.cli._options import atlas_option, lang_option, out_option, spoken
from carteblanche_journeys.cli._output import result


@click.command()
@out_option("DIR", "The folder of the schemas: new, empty, or made by an earlier schema.")
@atlas_option
@lang_option
def command(atlas: Path, lang: str | None, out: Path) -> None:
    """Write JSON Schemas for editors.

    One for each kind of file: an editor then completes keys and checks them."""
    from carteblanche_journeys.publishing.editor_files import write_schemas

    words = spoken(lang, atlas)
    written = write_schemas(out, words)
    result(words("schema.done", n=written, path=out))
