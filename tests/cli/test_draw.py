"""`carteblanche draw`: one picture as an SVG file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

Run = Callable[..., Any]
JOURNEY = "inscrire-a-l-ecole/as-is"
VIEWS = ("blueprint", "map")


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_an_svg_on_stdout(run: Run, atlas: Path, view: str) -> None:
    """Without `-o` the picture, and nothing else, is the result."""
    ended = run("-C", atlas, "draw", JOURNEY, "--view", view)
    picture = ElementTree.fromstring(ended.out)
    assert ended.code == 0
    assert picture.tag == "{http://www.w3.org/2000/svg}svg"
    assert "J'inscris mon enfant à l'école" in "".join(picture.itertext())


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_written_to_a_file(run: Run, atlas: Path, tmp_path: Path, view: str) -> None:
    """With `-o` the file holds what stdout would have, and stdout says where it is."""
    shown = run("-C", atlas, "draw", JOURNEY, "--view", view).out
    path = tmp_path / "below" / "parcours.svg"
    ended = run("-C", atlas, "draw", JOURNEY, "--view", view, "-o", path)
    assert (ended.code, ended.out) == (0, f"Dessin écrit\u00a0: {path}\n")
    assert path.read_text("utf-8") == shown


def test_the_blueprint_is_drawn_unless_said(run: Run, atlas: Path) -> None:
    """The view that says who sees what comes first."""
    assert run("-C", atlas, "draw", JOURNEY) == run(
        "-C", atlas, "draw", JOURNEY, "--view", "blueprint"
    )


def test_a_picture_speaks_the_language_asked(run: Run, atlas: Path) -> None:
    """Labels of ours follow `--lang`, the journey's own text stays."""
    drawn = run("-C", atlas, "draw", JOURNEY, "--view", "map", "--lang", "en").out
    assert "Map of the journey" in drawn
    assert "J'inscris mon enfant" in drawn


@pytest.mark.parametrize("engine", ["auto", "wasi", "own"])
def test_a_map_is_laid_out_by_the_engine_asked(run: Run, atlas: Path, engine: str) -> None:
    """Graphviz or our own layout, by option."""
    drawn = run("-C", atlas, "draw", JOURNEY, "--view", "map", "--engine", engine)
    assert drawn.code == 0
    assert ElementTree.fromstring(drawn.out).tag.endswith("svg")


def test_an_engine_that_is_not_there_is_said(
    run: Run, atlas: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without Graphviz on the machine, the option says what to do instead."""
    monkeypatch.setenv("PATH", "")
    ended = run("-C", atlas, "draw", JOURNEY, "--view", "map", "--engine", "system")
    assert (ended.code, ended.out) == (2, "")
    assert "dot" in ended.err


def test_a_mistyped_journey_is_recognised(run: Run, atlas: Path) -> None:
    """The message names the journey that was probably meant, else all there are."""
    assert f"«\u00a0{JOURNEY}\u00a0»" in run("-C", atlas, "draw", "inscrire-a-l-ecole/asis").err
    far = run("-C", atlas, "draw", "x")
    assert far.code == 2
    assert f"Permis\u00a0: {JOURNEY}." in far.err


def test_a_mistyped_view_is_recognised(run: Run, atlas: Path) -> None:
    """The message names the view that was probably meant."""
    ended = run("-C", atlas, "draw", JOURNEY, "--view", "mapp")
    assert ended.code == 2
    assert "Did you mean 'map'?" in ended.err


def test_a_journey_without_steps_is_not_drawn_empty(run: Run, atlas: Path) -> None:
    """A redesign that takes away every step leaves nothing to show."""
    path = atlas / "inscrire-a-l-ecole" / "to-be.yml"
    gone = "remove: [inscription, admission, rentree]"
    path.write_text(f"title: x\nredesigns: {JOURNEY}\n{gone}\n", "utf-8")
    ended = run("-C", atlas, "draw", "inscrire-a-l-ecole/to-be")
    assert (ended.code, ended.out) == (2, "")
    assert "rien à dessiner" in ended.err


def test_a_folder_is_not_overwritten_by_a_picture(run: Run, atlas: Path) -> None:
    """`-o` takes the name of a file."""
    ended = run("-C", atlas, "draw", JOURNEY, "-o", atlas)
    assert ended.code == 2
    assert "carte.svg" in ended.err


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no /dev/null on this system")
def test_a_device_is_written_to_and_not_replaced(run: Run, atlas: Path) -> None:
    """`-o /dev/null` leaves the machine its device."""
    assert run("-C", atlas, "draw", JOURNEY, "-o", "/dev/null").code == 0
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("view", VIEWS)
def test_the_same_journey_gives_the_same_picture(run: Run, atlas: Path, view: str) -> None:
    """Byte for byte, for the same day."""
    arguments = ("-C", atlas, "draw", JOURNEY, "--view", view, "--today", "2018-01-15")
    assert run(*arguments) == run(*arguments)
