"""`publish`, `export pages`, `schema`: what leaves an atlas as files."""

from __future__ import annotations

import json
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

Run = Callable[..., Any]
JOURNEY = "journeys/inscrire-a-l-ecole/as-is"


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by path, with what it holds."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_site_is_published(run: Run, atlas: Path, tmp_path: Path) -> None:
    """One command gives a home, a page per journey, counter and piece; the output says where."""
    ended = run("-C", atlas, "publish", "-o", tmp_path / "site", "--today", "2018-01-15")
    assert ended.code == 0
    assert ended.out == f"Site publié\u00a0: {tmp_path}/site/index.html (au 2018-01-15)\n"
    site = files_of(tmp_path / "site")
    pages = ["index", JOURNEY, "counters/direction", "evidence/livret-de-famille", "rules"]
    assert {f"{page}.html" for page in pages} <= set(site)


def test_long_work_says_what_it_is_at(run: Run, atlas: Path, tmp_path: Path) -> None:
    """Reading, laying out, building: a line each on stderr, none on stdout."""
    told = run("-C", atlas, "publish", "-o", tmp_path / "site").err.splitlines()
    assert [line.split()[0] for line in told] == ["Lecture", "Mise", "Construction"]


def test_the_same_atlas_and_day_give_the_same_bytes(run: Run, atlas: Path, tmp_path: Path) -> None:
    """Whatever the folder, and whether a site was there before."""
    for site in ("one", "two", "two"):
        run("-C", atlas, "publish", "-o", tmp_path / site, "--today", "2018-01-15")
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")


def test_a_site_takes_the_place_of_the_one_before(
    run: Run, atlas: Path, old_site: Path, tmp_path: Path
) -> None:
    """Nothing of the old site stays, and nothing of the work."""
    (old_site / "old.html").write_bytes(b"old")
    assert run("-C", atlas, "publish", "-o", old_site).code == 0
    assert not (old_site / "old.html").exists()
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["ecole", "site"]


def test_the_place_may_be_named_from_here(
    run: Run, atlas: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`-o site` and `-o below/site` are where one is, and missing folders are made."""
    monkeypatch.chdir(tmp_path)
    for place in ("site", "a/b/site"):
        assert run("-C", "ecole", "publish", "-o", place).code == 0
        assert (tmp_path / place / "index.html").is_file()


def test_a_site_speaks_the_language_asked(run: Run, atlas: Path, tmp_path: Path) -> None:
    """`--lang en` gives the frame and the labels in English, the atlas's text as written."""
    run("-C", atlas, "publish", "-o", tmp_path / "site", "--lang", "en")
    page = (tmp_path / "site" / f"{JOURNEY}.html").read_text("utf-8")
    assert '<html lang="en"' in page
    assert "J'inscris mon enfant" in page


def test_a_page_that_the_builder_forgets_is_no_site(
    run: Run, atlas: Path, old_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No site is published half empty: the missing page is named, and the old site stays."""
    monkeypatch.setattr("mkdocs.commands.build.build", lambda config, **_: None)
    ended = run("-C", atlas, "publish", "-o", old_site)
    assert ended.code == 2
    assert ".html" in ended.err
    assert (old_site / "index.html").read_bytes() == b"old"


def test_a_journey_with_a_forward_cycle_still_publishes(
    run: Run, atlas: Path, journey: Path, tmp_path: Path
) -> None:
    """Its page has its steps in file order, and the fault on top."""
    text = journey.read_text("utf-8")
    journey.write_text(text.replace("  rentree: {", "  rentree: {next: inscription, "), "utf-8")
    assert run("-C", atlas, "publish", "-o", tmp_path / "site").code == 0
    page = (tmp_path / "site" / f"{JOURNEY}.html").read_text("utf-8")
    places = [page.index(f'id="step-{step}"') for step in ("inscription", "admission", "rentree")]
    assert places == sorted(places)
    assert "forward-cycle" in page


LABELS = {
    "Arabic": "تسجيل طفلي في المدرسة",
    "an emoji": "L'école 🏫",
    "markup": "<b>gras</b> & <script>alert(1)</script>",
    "a script's address": "[ici](javascript:alert(1))",
    "a newline": "Première ligne\nseconde ligne",
    "ten thousand characters": "mot " * 2500,
}


class Seen(HTMLParser):
    """What a reader of a page sees, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.links: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag and its link."""
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        """Note the words."""
        self.words += data


def flat(text: str) -> str:
    """A text with its blanks made equal."""
    return " ".join(text.split())


@pytest.mark.parametrize("kind", LABELS)
def test_a_label_shows_as_written_and_harms_nothing(
    run: Run, atlas: Path, journey: Path, tmp_path: Path, kind: str
) -> None:
    """Whatever stands in a title is text on the page: no tag, no script, no address."""
    label = LABELS[kind]
    content = yaml.safe_load(journey.read_text("utf-8"))
    content["steps"]["admission"]["title"] = label
    journey.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")
    assert run("-C", atlas, "check").code == 1
    assert run("-C", atlas, "publish", "-o", tmp_path / "site").code == 0
    seen = Seen()
    seen.feed((tmp_path / "site" / f"{JOURNEY}.html").read_text("utf-8"))
    assert flat(label) in flat(seen.words)
    assert "b" not in seen.tags
    assert [link for link in seen.links if link.lower().startswith("javascript")] == []


def test_the_exported_pages_are_markdown(run: Run, atlas: Path, tmp_path: Path) -> None:
    """`export pages` writes pages and assets, no HTML, and says where and for which day."""
    ended = run("-C", atlas, "export", "pages", "-o", tmp_path / "pages", "--today", "2018-01-15")
    assert ended.out == f"Pages écrites\u00a0: {tmp_path}/pages (au 2018-01-15)\n"
    names = set(files_of(tmp_path / "pages"))
    assert {"index.md", f"{JOURNEY}.md", "assets/carteblanche.css"} <= names
    assert not {name for name in names if name.endswith(".html")}


def test_exported_pages_take_the_place_of_those_before(
    run: Run, atlas: Path, journey: Path, tmp_path: Path
) -> None:
    """The page of a journey that is gone is gone."""
    run("-C", atlas, "export", "pages", "-o", tmp_path / "pages")
    journey.rename(journey.with_name("to-be.yml"))
    run("-C", atlas, "export", "pages", "-o", tmp_path / "pages")
    names = set(files_of(tmp_path / "pages"))
    assert f"{JOURNEY}.md" not in names
    assert "journeys/inscrire-a-l-ecole/to-be.md" in names


def test_the_schemas_check_the_files_of_an_atlas(run: Run, atlas: Path, tmp_path: Path) -> None:
    """Each written schema is one, and accepts what `new` makes."""
    assert run("schema", "-o", tmp_path / "schema", "-C", atlas).out.startswith("12 schémas")
    for path in atlas.rglob("*.yml"):
        name = "journey" if path.parent != atlas else path.stem
        schema = json.loads((tmp_path / "schema" / f"{name}.schema.json").read_text("utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(yaml.safe_load(path.read_text("utf-8")), schema)


def test_the_schemas_need_no_atlas(run: Run, tmp_path: Path) -> None:
    """An editor can be prepared before the first file is written."""
    ended = run("schema", "-o", tmp_path / "schema", "-C", tmp_path / "none")
    assert (ended.code, ended.out) == (0, f"12 schemas written: {tmp_path}/schema\n")
