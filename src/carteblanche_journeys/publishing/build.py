"""From the pages of an atlas to a static site, through MkDocs and its Material theme."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import yaml

from carteblanche_journeys.errors import EngineFailed
from carteblanche_journeys.publishing.listening import listening
from carteblanche_journeys.publishing.writer import replacing, write_files
from carteblanche_journeys.words import Words

STYLESHEET = "assets/carteblanche.css"
#: What our pages need of a Markdown builder; the plugin adds those that a team has not.
EXTENSIONS: tuple[str | dict[str, Any], ...] = (
    "attr_list",
    "md_in_html",
    "tables",
    {"toc": {"permalink": False}},
)


def site_settings(title: str, words: Words, nav: Sequence[Any]) -> dict[str, Any]:
    """The settings with which an atlas alone becomes a site.

    No font, script or icon comes from another host, and pages can be read from a disk.

    Parameters
    ----------
    title
        The atlas's title.
    words
        The language of the site's frame.
    nav
        Titles and paths, as `pages.nav` gives them.
    """
    return {
        "site_name": title,
        "use_directory_urls": False,
        "nav": list(nav),
        "theme": _theme(words),
        "plugins": [{"search": {"lang": words.lang}}],
        "markdown_extensions": list(EXTENSIONS),
        "extra_css": [STYLESHEET],
        "validation": {
            "nav": {"omitted_files": "ignore", "not_found": "warn"},
            "links": {"not_found": "warn", "anchors": "warn", "unrecognized_links": "warn"},
        },
    }


def _theme(words: Words) -> dict[str, Any]:
    shades = [("default", "light", "dark"), ("slate", "dark", "light")]
    return {
        "name": "material",
        "language": words.lang,
        "font": False,
        "features": ["navigation.tabs", "navigation.top", "search.highlight"],
        "palette": [
            {
                "media": f"(prefers-color-scheme: {shade})",
                "scheme": scheme,
                "primary": "white" if shade == "light" else "black",
                "accent": "indigo",
                "toggle": {
                    "icon": "material/theme-light-dark",
                    "name": words(f"frame.to-{other}"),
                },
            }
            for scheme, shade, other in shades
        ],
    }


def settings_file(settings: Mapping[str, Any]) -> str:
    """A `mkdocs.yml` that says these settings."""
    written: str = yaml.safe_dump(dict(settings), allow_unicode=True, sort_keys=False)
    return written


def build_site(
    files: Mapping[str, bytes], settings: Mapping[str, Any], out: Path, today: date, words: Words
) -> None:
    """Build pages into a site at `out`, whole or not at all.

    Parameters
    ----------
    files
        Path to content, as `pages.site` gives them.
    settings
        As `site_settings` gives them.
    out
        The folder of the site: new, empty, or made by us.
    today
        The date that the site's map carries; same input and same day, same bytes.

    Raises
    ------
    OutputRefused
        Where `out` is not ours to replace, or cannot be written.
    EngineFailed
        Where the builder reports a broken link or anything else.
    """
    with replacing(out, words) as fresh, tempfile.TemporaryDirectory() as work:
        pages, config = Path(work) / "docs", Path(work) / "mkdocs.yml"
        write_files(pages, files)
        config.write_text(settings_file(settings), encoding="utf-8")
        complaints: list[str] = []
        with _dated(today), listening(complaints.append, alone=True):
            _run_mkdocs(config, fresh, words)
        complaints += _missing(files, fresh, words)
        if complaints:
            raise EngineFailed(words("publish.warnings", reason="; ".join(complaints)))


def _missing(files: Mapping[str, bytes], site: Path, words: Words) -> list[str]:
    """Pages that the builder left out without a word: no site is published half empty."""
    names = (Path(path).with_suffix(".html") for path in files if path.endswith(".md"))
    missing = [name.as_posix() for name in names if not (site / name).is_file()]
    return [words("publish.missing", n=len(missing), path=missing[0])] if missing else []


def _run_mkdocs(config: Path, site: Path, words: Words) -> None:
    # MkDocs takes half a second to import, and only this function needs it.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, MkDocsException

    try:
        build(load_config(str(config), site_dir=str(site.resolve())))
    except (MkDocsException, Abort) as problem:
        raise EngineFailed(words("publish.failed", reason=problem)) from problem


@contextmanager
def _dated(today: date) -> Iterator[None]:
    """Let the builder take `today` for the date of everything it stamps."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    stamp = int(datetime.combine(today, time(), UTC).timestamp())
    os.environ["SOURCE_DATE_EPOCH"] = str(stamp)
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
