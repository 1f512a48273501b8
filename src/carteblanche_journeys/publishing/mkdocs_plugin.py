"""The MkDocs plugin: an atlas's pages inside a team's own site.

A thin adapter: what it adds is what `pages.site` gives, so that the site of `carteblanche
publish`, the exported pages and this plugin's pages are the same.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Literal

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files

from carteblanche_journeys import pages
from carteblanche_journeys.errors import CarteblancheError
from carteblanche_journeys.publishing.build import EXTENSIONS, STYLESHEET
from carteblanche_journeys.publishing.day import day_of
from carteblanche_journeys.reading import Memory, read_atlas
from carteblanche_journeys.words import words_for

log = get_plugin_logger("carteblanche")
#: An entry of `nav` that stands for all pages of the atlas.
PLACEHOLDER = "carteblanche"


class Settings(Config):
    """What a team can set in its mkdocs.yml."""

    atlas = config_options.Type(str, default="journeys")
    lang = config_options.Optional(config_options.Choice(("fr", "en")))
    today = config_options.Optional(config_options.Type(str))
    reference = config_options.Type(bool, default=False)


class CarteblanchePlugin(BasePlugin[Settings]):
    """Adds the pages of an atlas to the files that MkDocs builds."""

    def __init__(self) -> None:
        super().__init__()
        self._reading = Memory()
        self._pages = pages.Memory()
        self._files: dict[str, bytes] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Be kept between the builds of one `serve`, with what has been read and drawn."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the atlas, make its pages, and find them a place in the navigation."""
        folder = Path(config.config_file_path or "mkdocs.yml").parent / self.config.atlas
        config.watch.append(str(folder))
        try:
            atlas = read_atlas(folder, self.config.lang, memory=self._reading).atlas
        except CarteblancheError as problem:
            raise PluginError(str(problem)) from problem
        words = words_for(self.config.lang or atlas.language)
        self._files = pages.site(atlas, self._today(), words.lang, memory=self._pages)
        if self.config.reference:
            self._files |= _reference(words.lang)
        _prepare(config, pages.nav(atlas, words))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages; a page that the team wrote itself at the same path wins."""
        for path, content in self._files.items():
            if files.get_file_from_path(path) is not None:
                log.info("%s is the team's own page", path)
                continue
            text = content.decode() if path.endswith((".md", ".css", ".svg")) else content
            files.append(File.generated(config, path, content=text))
        return files

    def _today(self) -> date:
        try:
            return day_of(self.config.today or None)
        except ValueError as problem:
            raise PluginError(str(problem)) from problem


def _reference(lang: str) -> dict[str, bytes]:
    from carteblanche_journeys.publishing.reference import reference_pages

    return {path: text.encode() for path, text in reference_pages(words_for(lang)).items()}


def _prepare(config: MkDocsConfig, nav: list[Any]) -> None:
    """Add what our pages need to a site's settings, leaving what the team has set."""
    for extension in EXTENSIONS:
        name = extension if isinstance(extension, str) else next(iter(extension))
        if name not in config.markdown_extensions:
            config.markdown_extensions.append(name)
    if STYLESHEET not in config.extra_css:
        config.extra_css.insert(0, STYLESHEET)
    if config.nav is not None:
        config.nav = [
            entry for one in config.nav for entry in (nav if one == PLACEHOLDER else [one])
        ]
