"""The reference pages made from the code when the site is built: format and commands."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points

import click

from carteblanche_journeys.publishing.format_page import format_page, table
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
        Markdown by path in the documentation: `reference/format.md`, `reference/commands.md`.
    """
    return {
        "reference/format.md": format_page(words),
        "reference/commands.md": commands_page(program or installed_program(), words),
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
    context = click.Context(program, info_name="carteblanche")
    blocks = [f"# {words('reference.commands.title')}", words("reference.commands.intro")]
    blocks += [f"## {words('reference.commands.common')} {{#common}}"]
    blocks += _parameters(program, context, words)
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
    path = context.command_path.removeprefix("carteblanche ")
    usage = f"{context.command_path} {' '.join(command.collect_usage_pieces(context))}"
    return [
        f"## {path} {{#{path.replace(' ', '-')}}}",
        f"```text\n{usage}\n```",
        (command.help or command.short_help or "").replace("\b\n", "").strip(),
        *_parameters(command, context, words),
    ]


def _parameters(command: click.Command, context: click.Context, words: Words) -> list[str]:
    """A table of what a command takes beside `--help`; nothing where it takes nothing."""
    rows = [
        (_written(one), _help(one, context, words))
        for one in command.get_params(context)
        if not getattr(one, "hidden", False) and one.name != "help"
    ]
    head = (words("reference.option"), words("reference.means"))
    return [table(head, rows)] if rows else []


def _written(parameter: click.Parameter) -> str:
    if isinstance(parameter, click.Option):
        return ", ".join(f"`{name}`" for name in (*parameter.opts, *parameter.secondary_opts))
    return f"`{parameter.human_readable_name}`"


def _help(parameter: click.Parameter, context: click.Context, words: Words) -> str:
    """The help of a parameter, its values, its default."""
    parts = [getattr(parameter, "help", None) or ""]
    if isinstance(parameter.type, click.Choice):
        values = ", ".join(f"`{value}`" for value in parameter.type.choices)
        parts.append(words("reference.values", values=values))
    default = parameter.get_default(context, call=False)
    if isinstance(default, str | int) and not isinstance(default, bool):
        parts.append(words("reference.default", value=f"`{default}`"))
    return " ".join(part for part in parts if part)


def _exit_codes(words: Words) -> str:
    head = (words("reference.exit.code"), words("reference.means"))
    return table(head, ((f"`{code}`", words(f"reference.exit.{code}")) for code in EXIT_CODES))
