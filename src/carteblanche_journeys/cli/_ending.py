"""How a command ends: every way out has its exit code, and no user sees a traceback."""

from __future__ import annotations

import os
import sys

import click

from carteblanche_journeys.errors import CarteblancheError

WRONG_INPUT = 2
OUR_FAULT = 101
INTERRUPTED = 130


def exit_code(command: click.Command, arguments: list[str] | None = None) -> int:
    """Run a command and give the code its process should end with.

    Parameters
    ----------
    command
        The command or group.
    arguments
        The command line after the program's name; None for that of the process.
    """
    try:
        result = command.main(args=arguments, prog_name="carteblanche", standalone_mode=False)
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo("", err=True)
        return INTERRUPTED
    except click.ClickException as problem:
        problem.show()
        return WRONG_INPUT
    except CarteblancheError as problem:
        click.echo(_printable(str(problem)), err=True)
        return WRONG_INPUT
    except BrokenPipeError:
        _close_quietly()
        return 0
    except Exception as problem:
        return _our_fault(problem)
    return result if isinstance(result, int) else 0


def _printable(text: str) -> str:
    from carteblanche_journeys.markup import for_terminal

    return "\n".join(for_terminal(line) for line in text.split("\n"))


def _our_fault(problem: Exception) -> int:
    """Say that the fault is ours and where, so that it can be reported."""
    import traceback

    frame = traceback.extract_tb(problem.__traceback__)[-1]
    place = f"{frame.filename.rpartition('carteblanche_journeys')[2].lstrip('/')}:{frame.lineno}"
    click.echo(
        f"This is a fault of carteblanche_journeys, not of your files: "
        f"{type(problem).__name__} at {place}: {_printable(str(problem))}",
        err=True,
    )
    if os.environ.get("CARTEBLANCHE_DEBUG"):
        traceback.print_exception(problem)
    return OUR_FAULT


def _close_quietly() -> None:
    """The reader of our output has gone (`| head`): nothing is wrong."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
