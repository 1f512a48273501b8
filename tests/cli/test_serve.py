"""`carteblanche serve`: the site on this machine, built again as files change."""

from __future__ import annotations

import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

Run = Callable[..., Any]
PAGE = "journeys/inscrire-a-l-ecole/as-is.html"
#: Seconds in which a slow machine has built a small site.
LONG = 60


@pytest.fixture
def port() -> int:
    """A port that is free."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def wait_for(condition: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    """Wait until something is true, while the process lives."""
    end = time.monotonic() + LONG
    while not condition():
        assert process.poll() is None
        assert time.monotonic() < end
        time.sleep(0.1)


def shows(port: int, words: str) -> bool:
    """Whether the journey's page is served and says these words."""
    try:
        with urlopen(f"http://127.0.0.1:{port}/{PAGE}", timeout=5) as page:
            return words in page.read().decode()
    except (URLError, OSError):
        return False


def test_the_site_follows_the_files(
    start: Run, atlas: Path, journey: Path, port: int, tmp_path: Path
) -> None:
    """An edit shows, a mistake is told and mended, Ctrl-C ends with 130 and leaves nothing."""
    log = (tmp_path / "log").open("w+")
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    process = start(
        "-C", atlas, "serve", "--port", port,
        stderr=log, env={"TMPDIR": str(temporary), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    try:
        wait_for(lambda: shows(port, "inscris mon enfant"), process)
        whole = journey.read_text("utf-8")
        journey.write_text(whole.replace("mon enfant", "ma fille"), "utf-8")
        wait_for(lambda: shows(port, "inscris ma fille"), process)
        journey.write_text("titel: x\n", "utf-8")
        wait_for(lambda: "as-is.yml:1:1" in (tmp_path / "log").read_text("utf-8"), process)
        journey.write_text(whole.replace("mon enfant", "mon fils"), "utf-8")
        wait_for(lambda: shows(port, "inscris mon fils"), process)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=LONG)
    assert process.returncode == 130
    assert "Traceback" not in (tmp_path / "log").read_text("utf-8")
    assert list(temporary.iterdir()) == []


def test_a_port_that_is_taken_is_said(run: Run, atlas: Path) -> None:
    """The message names the address and another port to try."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = run("-C", atlas, "serve", "--port", port)
    assert ended.code == 2
    assert f"127.0.0.1:{port}" in ended.err
    assert "--port 8001" in ended.err


@pytest.mark.parametrize("port", ["0", "65536", "web"])
def test_a_port_is_a_number(run: Run, atlas: Path, port: str) -> None:
    """Anything else is wrong usage."""
    assert run("-C", atlas, "serve", "--port", port).code == 2


def test_an_atlas_that_cannot_be_read_is_not_served(run: Run, atlas: Path) -> None:
    """The mistakes are told at once, as by every command."""
    (atlas / "facts.yml").write_text("", "utf-8")
    ended = run("-C", atlas, "serve")
    assert ended.code == 2
    assert "facts.yml" in ended.err
