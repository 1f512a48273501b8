"""`carteblanche new`: an atlas that publishes as it is, and teaches by its comments."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carteblanche_journeys.diagnosis import diagnose
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.publishing.new_atlas import next_command, template
from carteblanche_journeys.reading import read_atlas, schemas

Run = Callable[..., Any]
LANGUAGES = ("fr", "en")


def made(run: Run, folder: Path, lang: str = "fr") -> Atlas:
    """The atlas that `new` makes, read."""
    assert run("new", folder, "--lang", lang).code == 0
    return read_atlas(folder).atlas


def test_the_example_is_the_smallest_journey_of_the_documentation(run: Run, tmp_path: Path) -> None:
    """Three steps at two counters: a certificate is carried, a record book shown twice."""
    atlas = made(run, tmp_path / "a")
    steps = atlas["inscrire-a-l-ecole/as-is"].steps
    assert list(steps) == ["inscription", "admission", "rentree"]
    assert [[ask.pieces for ask in step.asks] for step in steps.values()] == [
        [("livret-de-famille",)],
        [("livret-de-famille",), ("certificat-inscription",)],
        [],
    ]
    assert (atlas.title, atlas.language) == ("L'école", "fr")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_languages_tell_the_same_journey(run: Run, tmp_path: Path, lang: str) -> None:
    """The example has the same shape, and the same faults, in French and in English."""
    atlas = made(run, tmp_path / "a", lang)
    (journey,) = atlas.journeys.values()
    assert atlas.language == lang
    assert [len(step.asks) for step in journey.steps.values()] == [1, 2, 0]
    assert [finding.rule for finding in diagnose(atlas).findings] == [
        "repeated-evidence",
        "user-as-courier",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_example_teaches_by_its_comments(lang: str) -> None:
    """Every file begins with the editor's line and explains itself in remarks."""
    for path, content in template(lang).items():
        first, *others = content.decode().splitlines()
        depth = "../" * path.count("/")
        kind = "journey" if "/" in path else path.removesuffix(".yml")
        assert first == f"# yaml-language-server: $schema={depth}.schema/{kind}.schema.json"
        assert sum(line.lstrip().startswith("#") for line in others) >= 3, path


def test_the_editors_line_leads_to_a_schema(run: Run, tmp_path: Path) -> None:
    """What the first line of each file names is there, and can be written again later."""
    made(run, tmp_path / "a")
    folder = tmp_path / "a" / ".schema"
    assert {path.name for path in folder.glob("*.json")} == set(schemas())
    assert run("schema", "-o", folder).code == 0


def test_french_remarks_are_set_as_french() -> None:
    """A no-break space stands before a colon and inside guillemets."""
    for content in template("fr").values():
        for line in content.decode().splitlines():
            if line.lstrip().startswith("#") and 'title: "' not in line:
                assert " :" not in line, line
                assert "« " not in line, line


def test_the_command_it_names_publishes_the_atlas(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What `new` prints last can be typed as it stands, and gives a site outside the atlas."""
    monkeypatch.chdir(tmp_path)
    told = run("new", "mon atlas")
    assert told.out.splitlines()[0].endswith("mon atlas/atlas.yml")
    program, *arguments = shlex.split(told.out.splitlines()[-1])
    assert program == "carteblanche"
    assert run(*arguments).code == 0
    assert (tmp_path / "site" / "index.html").is_file()


def test_the_site_is_proposed_where_nothing_is(tmp_path: Path) -> None:
    """A site that is there already is not proposed for another atlas, nor a place inside it."""
    assert next_command(Path("a"), tmp_path).endswith(" -o site")
    (tmp_path / "site").mkdir()
    assert next_command(Path("a"), tmp_path).endswith(" -o a-site")
    (tmp_path / "b").mkdir()
    assert next_command(Path(), tmp_path / "b").endswith(" -C . publish -o ../b-site")


def test_an_empty_folder_is_taken(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One may make the folder first, and be in it."""
    monkeypatch.chdir(tmp_path)
    assert run("new", ".").code == 0
    assert (tmp_path / "atlas.yml").is_file()


@pytest.mark.parametrize("name", ["notes.txt", ".git", ".carteblanche"])
def test_a_folder_that_holds_anything_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    """Nothing is written beside what someone has, hidden or ours."""
    (tmp_path / name).write_text("x", "utf-8")
    refused = run("new", tmp_path)
    assert (refused.code, refused.out) == (2, "")
    assert name in refused.err
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_an_atlas_is_not_made_twice(run: Run, atlas: Path) -> None:
    """A second `new` says that the folder is taken, and changes nothing."""
    (atlas / "atlas.yml").write_text("title: Le mien\n", "utf-8")
    assert run("new", atlas).code == 2
    assert (atlas / "atlas.yml").read_text("utf-8") == "title: Le mien\n"


@pytest.mark.parametrize("place", ["file", "file/inside", "link"])
def test_what_is_no_folder_is_refused(run: Run, tmp_path: Path, place: str) -> None:
    """A file, a place below a file, a link: said, without a trace left."""
    (tmp_path / "file").write_text("x", "utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    assert run("new", tmp_path / place).code == 2
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["file", "link"]


def test_the_new_atlas_carries_no_mark_of_ours(run: Run, atlas: Path) -> None:
    """From its first day it is its author's: nothing of ours would ever replace it."""
    assert not (atlas / ".carteblanche").exists()
