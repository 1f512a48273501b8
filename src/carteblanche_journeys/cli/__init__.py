"""The command line: one file per command, found by walking this package.

Exit codes: 0 clean, 1 faults at or above `--fail-on`, 2 unreadable input or wrong usage,
101 a fault of ours, 130 interrupted.
"""

from __future__ import annotations

import sys

from carteblanche_journeys.cli._group import carteblanche as commands
from carteblanche_journeys.cli._ending import exit_code

__all__ = ["commands", "main"]


def main(arguments: list[str] | None = None) -> None:
    """Run one command and end the process with its exit code."""
    sys.exit(exit_code(commands, arguments))
