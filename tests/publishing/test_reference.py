"""The reference pages made from the code."""

from __future__ import annotations

import re
from typing import get_type_hints

import click
import pytest

from carteblanche_journeys.model import Head, Step
from carteblanche_journeys.publishing.field_types import said
from carteblanche_journeys.publishing.format_page import CORE, files, format_page
from carteblanche_journeys.publishing.reference import (
    EXIT_CODES,
    commands_page,
    installed_program,
    reference_pages,
)
from carteblanche_journeys.words import LANGUAGES, Words, words_for


@click.group()
@click.option("-C", "--atlas", default="journeys", help="The folder of the atlas.")
def program(atlas: str) -> None:
    """A small program."""


@program.command()
@click.argument("rule")
@click.option("--format", "shape", type=click.Choice(["text", "json"]), help="How to say it.")
@click.option("--secret", hidden=True)
def explain(rule: str, shape: str, secret: str) -> None:
    """Say what a rule | finds."""


@program.group()
def export() -> None:
    """Write something out."""


@export.command()
def pages() -> None:
    """The pages."""


def cells(page: str, key: str) -> list[str]:
    """The cells of the first row of a table that is about `key`."""
    row = next(line for line in page.splitlines() if line.startswith(f"| `{key}`"))
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_field_of_a_step_is_in_the_format(lang: str) -> None:
    """The format page has one row for each field that a step may have, in each language."""
    page = format_page(words_for(lang))
    section = page.partition("{#step}")[2].partition("\n### ")[0]
    shared = {"note", "status", "sources", "id"}
    rows = re.findall(r"^\| `(\w+)`", section, flags=re.MULTILINE)
    assert sorted(rows) == sorted(set(Step.model_fields) - shared)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_link_within_the_format_page_arrives(lang: str) -> None:
    """A type that is explained on the page leads to an anchor that the page has, once."""
    page = format_page(words_for(lang))
    anchors = re.findall(r"\{#([\w-]+)\}", page)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r"\]\(#([\w-]+)\)", page)) <= set(anchors)


def test_the_core_fields_come_first() -> None:
    """Each kind of thing begins with the fields that a first atlas needs."""
    page = format_page(words_for("fr"))
    for kind, keys in CORE.items():
        section = page.partition(f"{{#{kind.__name__.lower()}}}")[2]
        rows = re.findall(r"^\| `(\w+)`", section, flags=re.MULTILINE)
        assert tuple(rows[: len(keys)]) == keys


def test_every_file_of_an_atlas_leads_to_its_section() -> None:
    """The first table of the format names the files and leads to what they hold."""
    page = format_page(words_for("fr"))
    for name, kind in files().items():
        assert cells(page, name)[1].endswith(f"(#{kind.__name__.lower()})")


def test_a_field_says_what_one_may_write_in_it() -> None:
    """References name the kind of thing, lists of values are given, conditions are explained."""
    page = format_page(words_for("en"))
    assert cells(page, "owner")[1] == "id of an organisation"
    assert cells(page, "carried")[1] == "`person`, `organisation`, `notification`, `none`"
    assert cells(page, "eligibility")[1].startswith("condition")
    assert cells(page, "name")[0] == "`name` (required)"


def test_a_type_without_words_is_a_fault_of_ours() -> None:
    """A new kind of field cannot slip into the reference without words for it."""
    with pytest.raises(TypeError, match="no words"):
        said(complex, words_for("fr"))


def test_french_pages_describe_fields_in_french() -> None:
    """A French reader reads the meaning of each field in French."""
    page = format_page(words_for("fr"))
    assert cells(page, "owner")[2] == "L'organisme qui en répond."
    english = {field.description for field in Head.model_fields.values()}
    assert not [meaning for meaning in english if f"| {meaning} |" in page]


def test_every_described_field_has_its_own_type_said() -> None:
    """No field of the atlas file is shown with a Python type."""
    for hint in get_type_hints(Head, include_extras=True).values():
        assert "typing" not in said(hint, words_for("fr"))


def test_commands_are_taken_from_the_program() -> None:
    """Each command, its options and their values come from the program itself."""
    page = commands_page(program, words_for("en"))
    assert "## explain {#explain}" in page
    assert "carteblanche explain [OPTIONS] RULE" in page
    assert cells(page, "--format") == ["`--format`", "How to say it. One of: `text`, `json`."]
    assert cells(page, "-C")[0] == "`-C`, `--atlas`"


def test_grouped_commands_stand_under_their_whole_name() -> None:
    """`export pages` has a section of its own, reached by one anchor."""
    page = commands_page(program, words_for("en"))
    assert "## export pages {#export-pages}" in page
    assert "## export {#export}" not in page


def test_what_is_hidden_is_not_documented() -> None:
    """An option that the program hides stays out of the page, and so does `--help`."""
    page = commands_page(program, words_for("fr"))
    assert "--secret" not in page
    assert "--help" not in page


def test_every_exit_code_is_explained() -> None:
    """The page of commands says what each exit code means."""
    page = commands_page(program, words_for("fr"))
    assert all(cells(page, str(code))[1] for code in EXIT_CODES)


def test_the_same_program_gives_the_same_pages() -> None:
    """The reference holds no clock and no order of chance."""
    assert reference_pages(words_for("fr"), program) == reference_pages(words_for("fr"), program)


def test_the_installed_program_is_the_one_documented() -> None:
    """Left to itself, the reference documents the `carteblanche` that is installed."""
    page = reference_pages(words_for("fr"))["reference/commands.md"]
    for name in installed_program().list_commands(click.Context(installed_program())):
        assert f"\n## {name}" in page


def test_english_words_of_the_commands_are_those_of_the_program() -> None:
    """A command's own help and its English page say the same, to the letter."""
    in_english, plain = words_for("en"), Silent("en")
    assert commands_page(installed_program(), in_english) == commands_page(
        installed_program(), plain
    )


def test_every_command_and_option_is_said_in_french() -> None:
    """No help of the program reaches a French reader in English."""
    program = installed_program()
    french = commands_page(program, words_for("fr")).splitlines()
    english = commands_page(program, words_for("en")).splitlines()
    said = [line for line in english if line.startswith("| `-") or line.endswith(".")]
    assert [line for line in said if line in french] == []


class Silent(Words):
    """Words that say nothing of any command of their own."""

    def has(self, key: str) -> bool:
        """Whether there is a sentence of that key."""
        return super().has(key) and not key.startswith(("command.", "option."))
