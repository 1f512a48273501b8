"""How a command ends: every way out has its exit code, and no user sees a traceback."""

from __future__ import annotations

import os
import sys

import click

from carteblanche_journeys.cli._output import close_quietly, printable, result
from carteblanche_journeys.errors import CarteblancheError

FAULTS = 1
WRONG_INPUT = 2
OUR_FAULT = 101
INTERRUPTED = 130
#: Told to end by the system (128 + SIGTERM).
ENDED = 143
#: What click ends with where the reader of our output has gone.
_READER_GONE = 1
#: Characters of a fault of ours that are told: some hold a whole picture.
_ENOUGH = 300


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
        code = _run(command, arguments)
        result("")  # what is still on its way out may not arrive
        return code
    except (click.exceptions.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except OSError as problem:
        _say(_reason(problem))
        return WRONG_INPUT
    except Exception as problem:
        return _our_fault(problem)


def _run(command: click.Command, arguments: list[str] | None) -> int:
    try:
        code = command.main(args=arguments, prog_name="carteblanche", standalone_mode=False, obj={})
    except click.ClickException as problem:
        problem.show()
        return WRONG_INPUT
    except CarteblancheError as problem:
        _say(str(problem))
        return WRONG_INPUT
    except SystemExit as ending:
        if ending.code != _READER_GONE:
            raise
        close_quietly()
        return 0
    return code if isinstance(code, int) else 0


def _say(text: str) -> None:
    click.echo(printable(text), err=True)


def _reason(problem: OSError) -> str:
    """What the system refused, such as `No space left on device`."""
    name = f"{problem.filename}: " if problem.filename else ""
    return f"{name}{problem.strerror or problem}"


def _our_fault(problem: Exception) -> int:
    """Say that the fault is ours and where, so that it can be reported."""
    import traceback

    frame = traceback.extract_tb(problem.__traceback__)[-1]
    place = f"{frame.filename.rpartition('carteblanche_journeys')[2].lstrip('/')}:{frame.lineno}"
    _say(
        f"This is a fault of carteblanche_journeys, not of your files: "
        f"{type(problem).__name__} at {place}: {str(problem)[:_ENOUGH]}"
    )
    if os.environ.get("CARTEBLANCHE_DEBUG"):
        traceback.print_exception(problem, file=sys.stderr)
    return OUR_FAULT
