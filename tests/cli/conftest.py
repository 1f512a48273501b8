"""How tests of the command line run it: in this process, or in one of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from carteblanche_journeys.cli import commands, exit_code
from carteblanche_journeys.publishing import MARKER

PROGRAM = Path(sys.executable).with_name("carteblanche")


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]
Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run `carteblanche` with these arguments in this process."""

    def command(*arguments: object) -> Ended:
        capfd.readouterr()
        code = exit_code(commands, [str(one) for one in arguments])
        written = capfd.readouterr()
        assert "Traceback" not in written.err
        return Ended(code, written.out, written.err)

    return command


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Start the installed `carteblanche` as a process of its own, in the test's folder."""

    def process(*arguments: object, **options: object) -> subprocess.Popen[str]:
        pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        command = [PROGRAM, *map(str, arguments)]
        return subprocess.Popen(command, cwd=tmp_path, text=True, encoding="utf-8", **pipes)

    return process


@pytest.fixture
def atlas(tmp_path: Path, run: Run) -> Path:
    """The atlas that `carteblanche new` makes."""
    folder = tmp_path / "ecole"
    assert run("new", folder).code == 0
    return folder


@pytest.fixture
def journey(atlas: Path) -> Path:
    """The file of the new atlas's journey."""
    return atlas / "inscrire-a-l-ecole" / "as-is.yml"


@pytest.fixture
def old_site(tmp_path: Path) -> Path:
    """A site that an earlier publish left: it must outlive every failure."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / MARKER).write_bytes(b"")
    (folder / "index.html").write_bytes(b"old")
    return folder
