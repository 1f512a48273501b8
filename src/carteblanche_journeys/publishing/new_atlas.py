"""A first atlas: one small example journey that teaches by its comments and publishes as it is."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from carteblanche_journeys.publishing.editor_files import schema_files
from carteblanche_journeys.publishing.writer import MARKER, MARKER_TEXT, creating, write_files
from carteblanche_journeys.words import Words

#: Where the first line of each file of an atlas tells editors to look.
SCHEMA_FOLDER = ".schema"
#: The languages in which the example is written.
LANGUAGES = ("fr", "en")


def template(lang: str) -> dict[str, bytes]:
    """The files of the example, by path, in one language.

    >>> sorted(template("fr"))[:2]
    ['atlas.yml', 'counters.yml']
    """
    root = files(__package__) / "templates" / "new_atlas" / lang
    return dict(_files_below(root, ""))


def _files_below(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            yield from _files_below(entry, f"{path}{entry.name}/")
        else:
            yield f"{path}{entry.name}", entry.read_bytes()


def new_atlas(folder: Path, words: Words) -> None:
    """Write the example, and the schemas that its first lines name, into a new or empty folder.

    Raises
    ------
    OutputRefused
        Where the folder holds any file, or cannot be written; nothing is left behind.
    """
    schemas = {**schema_files(), MARKER: MARKER_TEXT}
    with creating(folder, words) as fresh:
        write_files(fresh, template(words.lang))
        write_files(fresh / SCHEMA_FOLDER, schemas)


def next_command(folder: Path, here: Path) -> str:
    """What to type in the folder `here` to publish a new atlas, into a place that is free.

    >>> next_command(Path("mon atlas"), Path("/nowhere"))
    "carteblanche -C 'mon atlas' publish -o site"
    """
    root = (here / folder).resolve()
    site = here.resolve() / "site"
    if site.is_relative_to(root) or site.exists():
        site = root.parent / f"{root.name}-site"
    out = os.path.relpath(site, here.resolve())
    return f"carteblanche -C {shlex.quote(str(folder))} publish -o {shlex.quote(out)}"
