"""The documentation says what is true: links arrive, examples read, words stand once."""

from __future__ import annotations

import posixpath
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import get_args

import markdown
import pytest

from carteblanche_journeys.diagnosis import diagnose
from carteblanche_journeys.model import Atlas, Status
from carteblanche_journeys.model.steps import Result, StepKind
from carteblanche_journeys.pages import site
from carteblanche_journeys.publishing.new_atlas import template
from carteblanche_journeys.publishing.reference import reference_pages
from carteblanche_journeys.publishing.writer import write_files
from carteblanche_journeys.reading import read_atlas
from carteblanche_journeys.reading.yaml_loader import load
from carteblanche_journeys.reports import placed_by, text_report
from carteblanche_journeys.words import words_for

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
UNREADABLE = "Ne se lit pas"


@cache
def pages() -> dict[str, str]:
    """Every page of the documentation, those made from the code too."""
    written = {
        path.relative_to(DOCS).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(DOCS.rglob("*.md"))
    }
    return written | reference_pages(words_for("fr"))


@cache
def pages_of_the_atlas() -> frozenset[str]:
    """What the plugin adds to the documentation, whatever the atlas."""
    return frozenset(site(Atlas(title="Atlas", language="fr"), date(2018, 1, 1)))


@cache
def html(page: str) -> str:
    """A page as a builder would show it."""
    return markdown.markdown(
        pages()[page], extensions=["attr_list", "md_in_html", "tables", "toc", "fenced_code"]
    )


def links() -> Iterator[tuple[str, str]]:
    """Each link of each page that stays in the documentation."""
    for page in pages():
        for target in re.findall(r'href="([^"]+)"', html(page)):
            if ":" not in target:
                yield page, target


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of a page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```", page, flags=re.MULTILINE | re.DOTALL)


def rows(section: str) -> list[tuple[str, str]]:
    """Anchor and word of each row of a section of the glossary."""
    return re.findall(r'^\| <a id="([\w-]+)"></a>\*\*(.+?)\*\*', section, flags=re.MULTILINE)


def plain(word: str) -> str:
    """A word without accents, marks or capitals: what the alphabet sorts by."""
    letters = unicodedata.normalize("NFD", word.lstrip("●◐○◌◇ ").lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def test_every_link_of_the_documentation_arrives() -> None:
    """A link leads to a page that exists, and to an anchor that the page has."""
    lost = []
    for page, target in links():
        path, _, anchor = target.partition("#")
        there = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
        if there in pages_of_the_atlas() and not anchor:
            continue
        if there not in pages() or (anchor and f'id="{anchor}"' not in html(there)):
            lost.append((page, target))
    assert lost == []


def test_every_page_can_be_reached_from_the_entry_page() -> None:
    """Nothing is written that no reader can find."""
    seen, ahead = {"documentation.md"}, ["documentation.md"]
    while ahead:
        here = ahead.pop()
        for page, target in links():
            path = target.partition("#")[0]
            if page != here or not path:
                continue
            there = posixpath.normpath(posixpath.join(posixpath.dirname(here), path))
            if there in pages() and there not in seen:
                seen.add(there)
                ahead.append(there)
    assert set(pages()) - seen == set()


def test_every_word_of_the_glossary_stands_once() -> None:
    """An anchor of the glossary names one word, so that a link to it is sure."""
    anchors = [anchor for anchor, _ in rows(pages()["glossary.md"])]
    assert len(anchors) == len(set(anchors))
    assert len(anchors) > 100


def test_the_glossary_is_in_alphabetical_order() -> None:
    """Within a group words are sorted as a French reader looks them up."""
    for section in pages()["glossary.md"].split("\n## ")[1:]:
        words = [plain(word) for _, word in rows(section)]
        assert words == sorted(words)


def test_the_glossary_defines_the_values_that_files_hold() -> None:
    """Each status and each kind of step has its line; each result of an outcome is named."""
    anchors = {anchor for anchor, _ in rows(pages()["glossary.md"])}
    assert {*get_args(Status), *get_args(StepKind)} <= anchors
    assert all(f"`{result}`" in pages()["glossary.md"] for result in get_args(Result))


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=lambda path: path.stem)
def test_examples_of_files_can_be_read(page: Path) -> None:
    """What the documentation shows as YAML is read by the one loader, unless it says otherwise."""
    for example in blocks(page.read_text(encoding="utf-8"), "yaml"):
        for part in re.split(r"^(?=# (?:Ne se lit pas|Se lit))", example, flags=re.MULTILINE):
            if not part.strip():
                continue
            mistakes = load(page.name, part.encode()).mistakes
            assert bool(mistakes) == (UNREADABLE in part), (page.name, part, mistakes)


def tutorial_atlases() -> list[dict[str, bytes]]:
    """The example of `carteblanche new`, with the journey as the tutorial has it, in turn."""
    journey = "inscrire-a-l-ecole/as-is.yml"
    written = blocks(pages()["tutorial/premier-parcours.md"], "yaml")
    return [{**template("fr"), journey: block.encode()} for block in written]


def findings(files: dict[str, bytes], folder: Path) -> list[str]:
    """The rules that speak of an atlas."""
    write_files(folder, files)
    return [finding.rule for finding in diagnose(read_atlas(folder).atlas).findings]


def test_the_tutorial_begins_with_the_example_that_new_makes(tmp_path: Path) -> None:
    """The journey that the tutorial shows first is the one that the reader has."""
    write_files(tmp_path / "new", template("fr"))
    write_files(tmp_path / "shown", tutorial_atlases()[0])
    assert read_atlas(tmp_path / "shown").atlas == read_atlas(tmp_path / "new").atlas


def test_the_tutorial_finds_what_it_says(tmp_path: Path) -> None:
    """The family carries a certificate and proves twice, until the town hall passes it on."""
    found = [findings(files, tmp_path / str(n)) for n, files in enumerate(tutorial_atlases())]
    both = ["repeated-evidence", "user-as-courier"]
    assert found == [both, both, []]


def test_findings_are_shown_as_the_tool_says_them(tmp_path: Path) -> None:
    """What the tutorial and the README show of `check` is what it prints."""
    write_files(tmp_path, template("fr"))
    reading = read_atlas(tmp_path)
    atlas, day = reading.atlas, date(2018, 1, 1)
    place = placed_by(reading.places)
    said = text_report(diagnose(atlas), atlas, words_for("fr"), place, day, every=False)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    showing = (pages()["tutorial/premier-parcours.md"], readme)
    shown = [block for page in showing for block in blocks(page, "text")]
    findings = [block for block in shown if "user-as-courier" in block]
    assert len(findings) == 2
    assert [block for block in findings if block.strip() not in said] == []


def test_the_python_of_the_documentation_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pasted in order beside a new atlas, the Python examples run and write what they say."""
    write_files(tmp_path / "mon-atlas", template("fr"))
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for block in blocks(pages()["how-to/depuis-python.md"], "python"):
        exec(compile(block, "depuis-python.md", "exec"), names)
    assert (tmp_path / "carte.svg").read_text("utf-8").startswith("<svg")
    assert (tmp_path / "site-de-python" / "index.html").exists()


def test_every_decision_is_told_in_the_same_order() -> None:
    """A decision says what made it necessary, what was chosen, what follows, what was rejected."""
    for path in sorted((DOCS / "decisions").glob("0*.md")):
        text = path.read_text(encoding="utf-8")
        places = [text.find(f"**{part}.**")
                  for part in ("Context", "Choice", "Consequence", "Rejected")]  # fmt: skip
        assert -1 not in places, path.name
        assert places == sorted(places), path.name


def test_decisions_are_numbered_without_a_gap_and_listed() -> None:
    """The index lists every decision under its number and its title."""
    index = pages()["decisions/index.md"]
    found = sorted((DOCS / "decisions").glob("0*.md"))
    assert [path.name[:4] for path in found] == [f"{n:04}" for n in range(1, len(found) + 1)]
    for path in found:
        title = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("# ")
        number, _, words = title.partition(" ")
        assert f"| {number} | [{words}]({path.name}) |" in index


def test_every_dependency_has_its_reason() -> None:
    """Each package that the project asks for is named in the decision on dependencies."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    names = [re.match(r"[\w-]+", line)[0] for line in wanted]  # type: ignore[index]
    told = pages()["decisions/0009-dependencies.md"].partition("**Rejected.**")[0]
    assert [name for name in names if name not in told] == []


def test_the_readme_begins_with_the_two_commands() -> None:
    """The first two `sh` blocks of the README each hold one line: publish, then test."""
    publish, check = blocks((ROOT / "README.md").read_text(encoding="utf-8"), "sh")[:2]
    for block in (publish, check):
        assert len(block.strip().splitlines()) == 1
        assert block.startswith("python3 -m venv .venv && .venv/bin/pip install ")
    assert publish.rstrip().endswith(".venv/bin/carteblanche publish -o site")
    assert check.rstrip().endswith(".venv/bin/python -m pytest")


def test_the_readme_leads_to_files_that_exist() -> None:
    """No link of the README is dead in a clone."""
    targets = re.findall(r"\]\(([^)#:]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
