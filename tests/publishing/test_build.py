"""Publishing: one command, a plugin and an export give the same pages; nothing is half-written."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from carteblanche_journeys import pages, publishing
from carteblanche_journeys.errors import EngineFailed, OutputRefused
from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.words import words_for

WORDS, DAY = words_for("fr"), date(2018, 1, 15)
SCHOOL = Path(__file__).parents[1] / "atlases" / "ecole"
ATLAS = Atlas(
    title="L'école",
    language="fr",
    organisations={"mairie": {"name": "Mairie"}},
    counters={"scolaire": {"name": "Service scolaire", "owner": "mairie"}},
    journeys={
        "ecole/as-is": Journey(
            id="ecole/as-is",
            title="J'inscris mon enfant",
            steps={"a": {"title": "Demander <b>", "at": "scolaire"}, "b": {"title": "Recevoir"}},
        )
    },
)


def built(folder: Path, atlas: Atlas = ATLAS) -> Path:
    """The site of an invented atlas, built."""
    settings = publishing.site_settings("L'école", WORDS, pages.nav(atlas, WORDS))
    publishing.build_site(pages.site(atlas, DAY), settings, folder, DAY, WORDS)
    return folder


def test_a_site_is_built_with_every_page(tmp_path: Path) -> None:
    """Building gives a page for each journey and counter, and marks the folder as ours."""
    site = built(tmp_path / "site")
    assert (site / "journeys/ecole/as-is.html").is_file()
    assert (site / "counters/scolaire.html").is_file()
    assert (site / publishing.MARKER).is_file()


def test_a_site_is_replaced_whole(tmp_path: Path) -> None:
    """A second build replaces the first, and nothing of it is left."""
    site = built(tmp_path / "site")
    (site / "old.html").write_text("old")
    built(tmp_path / "site")
    assert not (site / "old.html").exists()
    assert [entry.name for entry in tmp_path.iterdir()] == ["site"]


def test_same_day_same_site(tmp_path: Path) -> None:
    """Two builds of one atlas on one day give the same bytes."""
    one, other = built(tmp_path / "one"), built(tmp_path / "other")
    files = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(other) for path in other.rglob("*") if path.is_file())
    assert [f for f in files if (one / f).read_bytes() != (other / f).read_bytes()] == []


def test_someone_elses_folder_is_left_alone(tmp_path: Path) -> None:
    """A folder that holds files of someone else is refused before anything is written."""
    (tmp_path / "thesis.odt").write_text("precious")
    with pytest.raises(OutputRefused, match=r"thesis\.odt"):
        built(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["thesis.odt"]


def test_a_failing_build_leaves_the_old_site(tmp_path: Path) -> None:
    """Where a page links to nothing, the build fails and the old site stands as it was."""
    site = built(tmp_path / "site")
    before = (site / "index.html").read_bytes()
    settings = publishing.site_settings("L'école", WORDS, [{"Accueil": "index.md"}])
    with pytest.raises(EngineFailed, match=r"nowhere\.md"):
        publishing.build_site({"index.md": b"[x](nowhere.md)"}, settings, site, DAY, WORDS)
    assert (site / "index.html").read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["site"]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full, the message says so and what was there is untouched."""
    target = tmp_path / "carte.svg"
    target.write_bytes(b"old")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputRefused, match="No space left"):
        publishing.write_file(target, b"new", WORDS)
    assert target.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["carte.svg"]


def test_titles_are_harmless_in_the_frame(tmp_path: Path) -> None:
    """A title with markup opens no tag in the frame that a site builder draws around pages."""
    title = '</title><script>alert(1)</script>"onload="x'
    journey = Journey(id="ecole/as-is", title=title, steps={"a": {"title": title}})
    atlas = Atlas(title=title, language="fr", journeys={"ecole/as-is": journey})
    page = (built(tmp_path / "site", atlas) / "journeys/ecole/as-is.html").read_text()
    found: list[tuple[str, list[str]]] = []
    reader = HTMLParser()
    reader.handle_starttag = lambda tag, attrs: found.append((tag, [name for name, _ in attrs]))  # type: ignore[method-assign]
    reader.feed(page)
    assert "<script>alert(1)" not in page
    assert [tag for tag, names in found if any(name.startswith("on") for name in names)] == []


def team_site(folder: Path, builder_plugins: list[object]) -> Path:
    """A team's own site: one page of theirs, and a copy of the school's atlas."""
    shutil.copytree(SCHOOL, folder / "journeys")
    (folder / "docs").mkdir()
    (folder / "docs" / "equipe.md").write_text("# L'équipe\n")
    config = {
        "site_name": "Site d'équipe",
        "theme": {"name": "material", "font": False},
        "plugins": builder_plugins,
        "strict": True,
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config))
    return folder


PLUGIN: list[object] = [{"carteblanche": {"atlas": "journeys", "today": "2018-01-15"}}]


def run(*command: str, cwd: Path) -> None:
    """Run a builder, failing with what it said."""
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def journey_pages(site: Path) -> set[str]:
    """The addresses of the pages of journeys and counters, whatever the style of address."""
    found = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    names = {name.removesuffix("/index.html").removesuffix(".html") for name in found}
    return {name for name in names if name.startswith(("journeys/", "counters/"))}


def test_the_plugin_adds_the_pages_to_a_teams_site(tmp_path: Path) -> None:
    """In a team's own site the plugin adds every page, in strict mode, beside theirs."""
    team = team_site(tmp_path / "team", PLUGIN)
    run("mkdocs", "build", "--strict", cwd=team)
    assert "journeys/inscrire-a-l-ecole/as-is" in journey_pages(team / "site")
    assert (team / "site/equipe/index.html").is_file()


def test_the_plugin_gives_what_the_export_gives(tmp_path: Path) -> None:
    """The plugin's Markdown and assets are those of the export, byte for byte."""
    from mkdocs.config import load_config
    from mkdocs.structure.files import Files

    from carteblanche_journeys.reading import read_atlas

    team = team_site(tmp_path / "team", PLUGIN)
    config = load_config(str(team / "mkdocs.yml"))
    config = config.plugins.run_event("config", config)
    files = config.plugins.run_event("files", Files([]), config=config)
    exported = pages.site(read_atlas(team / "journeys").atlas, DAY)
    assert {file.src_uri: file.content_bytes for file in files} == exported


@pytest.mark.builder
def test_the_plugin_runs_under_properdocs(tmp_path: Path) -> None:
    """properdocs builds the same pages with the same plugin."""
    pytest.importorskip("properdocs")
    team = team_site(tmp_path / "team", PLUGIN)
    run("properdocs", "build", "--strict", "--config-file", "mkdocs.yml", cwd=team)
    assert "journeys/inscrire-a-l-ecole/as-is" in journey_pages(team / "site")


@pytest.mark.builder
def test_zensical_builds_the_exported_pages(tmp_path: Path) -> None:
    """Zensical builds the exported pages; since it ignores what it does not know, we look."""
    pytest.importorskip("zensical")
    publishing.write_files(tmp_path / "docs", pages.site(ATLAS, DAY))
    config = {
        "site_name": "Export",
        "markdown_extensions": list(
            publishing.site_settings("x", WORDS, [])["markdown_extensions"]
        ),
        "extra_css": ["assets/carteblanche.css"],
    }
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(config))
    run("zensical", "build", "--config-file", "mkdocs.yml", cwd=tmp_path)
    assert {"journeys/ecole/as-is", "counters/scolaire"} <= journey_pages(tmp_path / "site")
