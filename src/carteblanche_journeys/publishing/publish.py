"""What leaves an atlas: its whole site, or its pages for another builder."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from carteblanche_journeys.model import Atlas
from carteblanche_journeys.publishing.build import build_site, site_settings
from carteblanche_journeys.publishing.writer import refuse_foreign, replacing, write_files
from carteblanche_journeys.words import Words

#: Who is told what long work is at.
Said = Callable[[str], None]


def in_silence(_: str) -> None:
    """Say nothing."""


def publish_atlas(
    atlas: Atlas, out: Path, today: date, words: Words, said: Said = in_silence
) -> None:
    """Publish an atlas as a static site, whole or not at all.

    Parameters
    ----------
    out
        The folder of the site: new, empty, or made by us before.
    today
        The day that waivers count from; same atlas, same day, same bytes.
    words
        The language of the site.
    said
        Told in a sentence what the work is at.

    Raises
    ------
    OutputRefused
        Where `out` is not ours to replace, or cannot be written.
    EngineFailed
        Where the site builder reports anything.
    """
    from carteblanche_journeys import pages

    files = _pages(atlas, out, today, words, said)
    settings = site_settings(words.text(atlas.title), words, pages.nav(atlas, words))
    said(words("publish.building", n=_count(files)))
    build_site(files, settings, out, today, words)


def export_pages(
    atlas: Atlas, out: Path, today: date, words: Words, said: Said = in_silence
) -> None:
    """Write the Markdown and the assets of an atlas's site, for any builder.

    Parameters and what is raised are those of `publish_atlas`; no builder runs.
    """
    files = _pages(atlas, out, today, words, said)
    with replacing(out, words) as fresh:
        write_files(fresh, files)


def _pages(atlas: Atlas, out: Path, today: date, words: Words, said: Said) -> dict[str, bytes]:
    """The pages; the folder is looked at first, so that nobody waits in vain."""
    from carteblanche_journeys import pages

    refuse_foreign(out, words)
    said(words("publish.drawing", n=len(atlas.journeys)))
    return pages.site(atlas, today, words.lang)


def _count(files: dict[str, bytes]) -> int:
    return sum(path.endswith(".md") for path in files)
