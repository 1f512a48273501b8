"""The site of an atlas on this machine, built again as its files change."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from carteblanche_journeys.errors import EngineFailed
from carteblanche_journeys.markup import visible
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.publishing.build import settings_file, site_settings
from carteblanche_journeys.publishing.listening import listening
from carteblanche_journeys.publishing.publish import Said
from carteblanche_journeys.words import Words

#: The entry of the navigation that our plugin replaces by the pages there are.
_PAGES = "carteblanche"


def serve_atlas(
    atlas: Atlas, folder: Path, address: str, today: date, words: Words, said: Said
) -> None:
    """Serve the site of an atlas until interrupted; the plugin reads it again at each change.

    Parameters
    ----------
    atlas, folder
        The atlas as read, and where it was read from.
    address
        Host and port, such as `127.0.0.1:8000`.
    today
        The day that waivers count from.
    said
        Told what happens, and what the builder reports.

    Raises
    ------
    EngineFailed
        Where the address is taken, or the site builder cannot start.
    """
    with _workplace() as work, listening(lambda text: said(visible(text))):
        (work / "docs").mkdir()
        config = work / "mkdocs.yml"
        settings = serving_settings(atlas, folder, today, words)
        config.write_text(settings_file(settings), encoding="utf-8")
        said(words("serve.at", url=f"http://{address}/"))
        _run_mkdocs(config, address, words)


def serving_settings(atlas: Atlas, folder: Path, today: date, words: Words) -> dict[str, Any]:
    """The settings of the published site, with our plugin in place of ready pages."""
    settings = site_settings(words.text(atlas.title), words, [_PAGES])
    plugin = {"atlas": str(folder.resolve()), "lang": words.lang, "today": today.isoformat()}
    return {**settings, "plugins": [*settings["plugins"], {"carteblanche": plugin}]}


def _run_mkdocs(config: Path, address: str, words: Words) -> None:
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.serve import serve
    from mkdocs.exceptions import Abort, MkDocsException

    try:
        serve(str(config), dev_addr=address)
    except (MkDocsException, Abort) as problem:
        raise EngineFailed(words("publish.failed", reason=problem)) from problem
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise EngineFailed(words("serve.refused", address=address, reason=reason)) from problem


@contextmanager
def _workplace() -> Iterator[Path]:
    """A temporary folder, in which the builder makes its own: it would leave them behind."""
    usual = tempfile.tempdir
    with tempfile.TemporaryDirectory() as work:
        tempfile.tempdir = work
        try:
            yield Path(work)
        finally:
            tempfile.tempdir = usual
