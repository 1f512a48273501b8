"""The command line: one file per command, found by walking this package.

Exit codes: 0 clean, 1 faults at or above `--fail-on`, 2 unreadable input or wrong usage,
101 a fault of ours, 130 interrupted.
"""

from __future__ import annotations

import signal
import sys
from types import FrameType
from typing import Never

from carteblanche_journeys.cli._ending import ENDED, exit_code
from carteblanche_journeys.cli._group import carteblanche as commands

__all__ = ["commands", "exit_code", "main"]


def main(arguments: list[str] | None = None) -> Never:
    """Run one command and end the process with its exit code.

    Parameters
    ----------
    arguments
        The command line after the program's name; None for that of the process.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a terminal without a sign for `é` shows `?`
            stream.reconfigure(errors="replace")
    signal.signal(signal.SIGTERM, _ended)
    sys.exit(exit_code(commands, arguments))


def _ended(_number: int, _frame: FrameType | None) -> None:
    """Told to end: leave through every `finally`, so that nothing half-written stays."""
    sys.exit(ENDED)
