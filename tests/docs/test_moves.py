"""The moves are told as they are: every argument, in both languages, and examples that fit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from carteblanche_journeys.publishing.moves_page import moves_page
from carteblanche_journeys.publishing.new_atlas import template
from carteblanche_journeys.publishing.writer import write_files
from carteblanche_journeys.reading import read_atlas
from carteblanche_journeys.redesigns import Move, all_moves
from carteblanche_journeys.words import LANGUAGES, words_for

HOW_TO = Path(__file__).parents[2] / "docs" / "how-to" / "ecrire-une-refonte.md"


def arguments(move: Move) -> dict[str, str]:
    """What a move takes, as files write it, with what it says of each."""
    fields = move.arguments.model_fields.items()
    return {field.alias or name: field.description or "" for name, field in fields}


def section(page: str, move: Move) -> str:
    """What the page of moves says of one."""
    return page.partition(f" {{#{move.name}}}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("move", all_moves(), ids=lambda move: move.name)
def test_every_argument_of_a_move_is_told(move: Move, lang: str) -> None:
    """Its section has one row for each argument, and says what gets worse."""
    told = section(moves_page(words_for(lang)), move)
    rows = re.findall(r"^\| `(\w+)`[^|]*\|[^|]+\| \S", told, flags=re.MULTILINE)
    assert rows[: len(arguments(move))] == list(arguments(move))
    assert move.prose[lang].does in told
    assert all(source in told for source in move.source)


@pytest.mark.parametrize("move", all_moves(), ids=lambda move: move.name)
def test_english_words_of_arguments_are_those_of_the_move(move: Move) -> None:
    """An argument is described in one way, whether one reads the schema or the page."""
    words = words_for("en")
    for name, described in arguments(move).items():
        assert words(f"argument.{move.name}.{name}") == described


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_link_within_the_page_arrives(lang: str) -> None:
    """The table of moves leads to the section of each."""
    page = moves_page(words_for(lang))
    anchors = re.findall(r"\{#([\w-]+)\}", page)
    assert anchors == [move.name for move in all_moves()]
    assert set(re.findall(r"\]\(#([\w-]+)\)", page)) == set(anchors)


def test_the_redesigns_that_the_documentation_shows_can_be_made(tmp_path: Path) -> None:
    """Beside the journey that `new` makes, each example of the page is read and is a journey."""
    blocks = re.findall(r"^```yaml\n(.*?)^```", HOW_TO.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    files = {
        found[1]: block.encode()
        for block in blocks
        if (found := re.match(r"# (\S+\.yml)\n", block)) is not None
    }
    write_files(tmp_path, {**template("fr"), **files})
    atlas = read_atlas(tmp_path).atlas
    assert len(files) == 4
    for name in files:
        assert atlas[name.removesuffix(".yml")].steps
    assert atlas["inscrire-a-l-ecole/to-be"].steps["admission"].asks == ()
