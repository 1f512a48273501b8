"""The reference pages made from the code when the site is built: format, commands, moves."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points

import click

from carteblanche_journeys.publishing.format_page import format_page, table
from carteblanche_journeys.publishing.moves_page import moves_page
from carteblanche_journeys.publishing.parameters_page import parameters_page
from carteblanche_journeys.words import Words

#: What the program answers with, and when (a contract: see the catalogue for the words).
EXIT_CODES = (0, 1, 2, 101, 130)


def reference_pages(words: Words, program: click.Group | None = None) -> dict[str, str]:
    """The generated part of the documentation.

    Parameters
    ----------
    words
        The language of the pages.
    program
        The command line to document; left out, the `carteblanche` that is installed.

    Returns
    -------
    dict[str, str]
        Markdown by path in the documentation: `reference/format.md`, `reference/commands.md`,
        `reference/parameters.md`, `reference/moves.md`.
    """
    return {
        "reference/format.md": format_page(words),
        "reference/commands.md": commands_page(program or installed_program(), words),
        "reference/parameters.md": parameters_page(words),
        "reference/moves.md": moves_page(words),
    }


def installed_program() -> click.Group:
    """The command line as it is installed.

    It stands above this room, so it is not imported by name: it is found where the installed
    `carteblanche` says that it lives.

    Raises
    ------
    LookupError
        Where the package is used without being installed.
    """
    for found in entry_points(group="console_scripts", name="carteblanche"):
        program = import_module(found.module).commands
        assert isinstance(program, click.Group)
        return program
    raise LookupError("carteblanche is not installed as a program")


def commands_page(program: click.Group, words: Words) -> str:
    """The page `reference/commands.md`: options of all commands, each command, exit codes.

    Parameters
    ----------
    program
        A click group; hidden commands and options are left out.
    words
        The language of the headings; helps are those of the program.
    """
    # Click keeps on each command the help option that it is first asked for.
    context = click.Context(program, info_name="carteblanche", **program.context_settings)
    blocks = [f"# {words('reference.commands.title')}", words("reference.commands.intro")]
    blocks += [f"## {words('reference.commands.common')} {{#common}}"]
    blocks += _options(program, context, words)
    for name in program.list_commands(context):
        command = program.get_command(context, name)
        if command is not None and not command.hidden:
            blocks += _command(command, click.Context(command, context, name), words)
    blocks += [f"## {words('reference.exit.title')} {{#exit-codes}}", _exit_codes(words)]
    return "\n\n".join(blocks) + "\n"


def _command(command: click.Command, context: click.Context, words: Words) -> list[str]:
    """One command, or each of those it groups."""
    if isinstance(command, click.Group):
        inside = (
            (name, command.get_command(context, name)) for name in command.list_commands(context)
        )
        return [
            block
            for name, one in inside
            if one is not None and not one.hidden
            for block in _command(one, click.Context(one, context, name), words)
        ]
    path = _path(context)
    usage = " ".join((context.command_path, *command.collect_usage_pieces(context)))
    return [
        f"## {path} {{#{path.replace(' ', '-')}}}",
        f"```text\n{usage}\n```",
        _said(words, [f"command.{path.replace(' ', '-')}"], command.help),
        *_options(command, context, words),
    ]


def _path(context: click.Context) -> str:
    return context.command_path.removeprefix("carteblanche").strip()


def _said(words: Words, keys: list[str], own: str | None) -> str:
    """What the catalogue says of a command or an option, else the program's own help."""
    known = (words(key) for key in keys if words.has(key))
    return next(known, " ".join((own or "").split()))


def _options(command: click.Command, context: click.Context, words: Words) -> list[str]:
    """A table of the options beside `--help`; nothing where there are none."""
    ours = command.get_help_option(context)
    rows = [
        (", ".join(f"`{name}`" for name in one.opts), _help(one, context, words))
        for one in command.get_params(context)
        if isinstance(one, click.Option) and not one.hidden and one is not ours
    ]
    head = (words("reference.option"), words("reference.means"))
    return [table(head, rows)] if rows else []


def _help(option: click.Option, context: click.Context, words: Words) -> str:
    """The help of an option, and the values that it takes."""
    name = (option.name or "").removesuffix("_before")
    keys = [f"option.{_path(context).replace(' ', '-')}.{name}", f"option.{name}"]
    said = _said(words, keys, option.help)
    if not isinstance(option.type, click.Choice):
        return said
    values = ", ".join(f"`{value}`" for value in option.type.choices)
    return f"{said} {words('reference.values', values=values)}"


def _exit_codes(words: Words) -> str:
    head = (words("reference.exit.code"), words("reference.means"))
    return table(head, ((f"`{code}`", words(f"reference.exit.{code}")) for code in EXIT_CODES))
