"""`carteblanche new DIR`: an atlas that publishes as it is."""

from __future__ import annotations

from pathlib import Path

import click

from carteblanche_journeys.cli._output import result


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--lang", type=click.Choice(["fr", "en"]), default="fr", help="Language of the example [fr]."
)
def command(folder: Path, lang: str) -> None:
    """Make an atlas that publishes as it is.

    It holds one small example journey, which teaches by its comments."""
    from carteblanche_journeys.publishing.new_atlas import new_atlas, next_command
    from carteblanche_journeys.words import words_for

    words = words_for(lang)
    typed = next_command(folder, Path.cwd())
    new_atlas(folder, words)
    result(words("new.done", None, path=folder / "atlas.yml", command=typed))
