"""What every command has in common: where it finds the atlas, how it ends, what it says."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import click
import pytest

from carteblanche_journeys.cli import commands, exit_code
from carteblanche_journeys.cli._output import said

COMMANDS = [
    "check", "compare", "draw", "explain", "export", "measure", "new", "propose", "publish",
    "schema", "serve",
]  # fmt: skip


def test_the_commands_are_those_that_have_a_file(run) -> None:
    """The help lists each command once, sorted, with a line that is not cut."""
    shown = run("--help")
    lines = shown.out.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in lines] == COMMANDS
    assert not [line for line in lines if "..." in line]
    assert shown.code == 0


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(run, name: str) -> None:
    """`--help` and `-h` of a command say the same, and end with 0."""
    shown = run(name, "--help")
    assert shown.code == 0
    assert shown.out.startswith(f"Usage: carteblanche {name}")
    assert run(name, "-h").out == shown.out


def test_the_version_is_said(run) -> None:
    """`--version` names the package's version."""
    assert run("--version").out.startswith("carteblanche, version ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["chek"],
        ["check", "--jorney", "x"],
        ["draw"],
        ["export"],
        ["export", "page"],
        ["publish"],
        [],
    ],
)
def test_wrong_usage_ends_with_2(run, arguments: list[str]) -> None:
    """A command line that makes no sense says how to write it, on stderr."""
    ended = run(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert "Usage: carteblanche" in ended.err


def test_a_mistyped_command_is_recognised(run) -> None:
    """The message names the command that was probably meant."""
    assert "Did you mean 'publish'?" in run("pubish").err


def test_the_atlas_stands_before_or_after_the_command(run, atlas: Path) -> None:
    """`-C` means the same on both sides; the one after wins."""
    before = run("-C", atlas, "check", "--format", "json", "--today", "2018-01-15")
    after = run("check", "-C", atlas, "--format", "json", "--today", "2018-01-15")
    both = run(
        "-C", "nowhere", "check", "--atlas", atlas, "--format", "json", "--today", "2018-01-15"
    )
    assert before == after == both
    assert json.loads(before.out)["findings"]


def test_the_atlas_is_in_journeys_unless_said(
    run, atlas: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without `-C` the folder `journeys` is read."""
    atlas.rename(atlas.with_name("journeys"))
    monkeypatch.chdir(atlas.parent)
    assert '"findings"' in run("check", "--format", "json").out


@pytest.mark.parametrize(
    ("arguments", "language"),
    [([], "Site publié"), (["--lang", "en"], "Site published"), (["--lang", "fr"], "Site publié")],
)
def test_messages_are_in_the_language_asked(
    run, atlas: Path, tmp_path: Path, arguments: list[str], language: str
) -> None:
    """`--lang` says it, else the atlas does."""
    assert language in run("-C", atlas, "publish", "-o", tmp_path / "site", *arguments).out


def test_a_missing_atlas_is_spoken_of_in_english_unless_said(run) -> None:
    """Where no atlas says its language, English is spoken."""
    assert "does not exist" in run("check", "-C", "nowhere").err
    assert "n'existe pas" in run("check", "-C", "nowhere", "--lang", "fr").err


def test_a_mistake_is_spoken_of_in_the_language_of_its_atlas(run, atlas: Path) -> None:
    """An atlas that cannot be read still says in which language its author reads."""
    (atlas / "counters.yml").write_text("guichet: {nom: Guichet}\n", "utf-8")
    assert "n'existe pas ici" in run("check", "-C", atlas).err


@pytest.mark.parametrize(
    "command", [["check"], ["publish", "-o", "x"], ["export", "pages", "-o", "x"]]
)
@pytest.mark.parametrize("day", ["hier", "2018-02-30", "1900-01-01", "2200-01-01"])
def test_a_day_that_is_none_is_wrong_usage(run, atlas: Path, command: list[str], day: str) -> None:
    """`--today` takes a day that a site can carry."""
    ended = run("-C", atlas, *command, "--today", day)
    assert ended.code == 2
    assert f"'{day}' is not a day" in ended.err


@pytest.mark.parametrize(
    ("epoch", "code"), [("1515974400", 0), ("", 0), ("hier", 2), ("9" * 30, 2)]
)
def test_the_day_comes_from_the_machine_unless_said(
    run, atlas: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str, code: int
) -> None:
    """SOURCE_DATE_EPOCH gives the day, and the output says which day counted."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    ended = run("-C", atlas, "export", "pages", "-o", tmp_path / "pages")
    assert ended.code == code
    assert ("2018-01-15" in ended.out) == (epoch == "1515974400")


@click.command()
@click.argument("how")
def failing(how: str) -> int:
    """A command that ends as it is told."""
    if how == "fault":
        raise KeyError("steps")
    if how == "interrupted":
        raise KeyboardInterrupt
    if how == "full":
        raise OSError(28, "No space left on device", "/tmp/x")
    said("\x1b[31mred")
    return 7


@pytest.mark.parametrize(
    ("how", "code", "message"),
    [
        ("fault", 101, "This is a fault of carteblanche_journeys, not of your files: KeyError at "),
        ("interrupted", 130, ""),
        ("full", 2, "/tmp/x: No space left on device\n"),
        ("normal", 7, "␛[31mred\n"),
    ],
)
def test_every_end_has_its_code(
    how: str, code: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A fault of ours says where it is, an interruption nothing; no end shows a traceback."""
    assert exit_code(failing, [how]) == code
    written = capsys.readouterr()
    assert written.err.lstrip("\n").startswith(message)
    assert "Traceback" not in written.err


def test_a_reader_who_has_gone_is_no_fault(start, atlas: Path) -> None:
    """`check | head` is quiet, and ends as the check itself does."""
    whole = start("check", "-C", atlas, "--format", "json")
    _, whole_err = whole.communicate()
    process = start("check", "-C", atlas, "--format", "json")
    process.stdout.close()
    assert process.stderr.read() == whole_err
    assert process.wait() == whole.returncode == 1


def test_help_to_a_reader_who_has_gone_is_quiet(start) -> None:
    """Not even the help minds a closed pipe."""
    process = start("--help")
    process.stdout.close()
    assert (process.stderr.read(), process.wait()) == ("", 0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_results_that_cannot_be_written_are_said(start, atlas: Path, tmp_path: Path) -> None:
    """A full disk under `> findings.json` ends with 2 and says so."""
    program = start("--version").args[0]
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [program, "check", "-C", atlas, "--format", "json"],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert ended.returncode == 2
    assert "No space left on device" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_terminal_without_accents_shows_what_it_can(start, atlas: Path) -> None:
    """A sign that the terminal does not have becomes `?`; nothing breaks."""
    poor = {**os.environ, "PYTHONIOENCODING": "ascii"}
    process = start("new", "école", env=poor)
    out, err = process.communicate()
    assert (process.returncode, err) == (0, "")
    assert out.startswith("Atlas cr")


def test_nothing_heavy_is_loaded_to_show_the_help() -> None:
    """The help needs neither the model, nor YAML, nor the site builder."""
    heavy = "{'pydantic', 'yaml', 'mkdocs', 'networkx', 'jinja2', 'babel', 'wasmtime'}"
    code = (
        "import sys\n"
        "from carteblanche_journeys.cli import commands, exit_code\n"
        "exit_code(commands, ['--help'])\n"
        f"assert not {heavy} & set(sys.modules), {heavy} & set(sys.modules)\n"
    )
    import sys

    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


def test_commands_are_found_not_listed() -> None:
    """The group knows its commands by walking its package."""
    assert commands.list_commands(click.Context(commands)) == COMMANDS
