"""The one writer: whole or not at all, and never over someone else's work."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from carteblanche_journeys.errors import OutputRefused
from carteblanche_journeys.publishing import MARKER, replacing, write_file
from carteblanche_journeys.publishing.day import FIRST, LAST, day_of
from carteblanche_journeys.publishing.writer import creating, write_files
from carteblanche_journeys.words import words_for

WORDS = words_for("en")


def names(folder: Path) -> list[str]:
    """What stands in a folder, hidden things too."""
    return sorted(entry.name for entry in folder.iterdir())


def test_a_folder_made_for_its_author_carries_no_mark(tmp_path: Path) -> None:
    """It can be filled once; afterwards neither we nor a second run replace it."""
    with creating(tmp_path / "a", WORDS) as fresh:
        (fresh / "atlas.yml").write_bytes(b"title: x\n")
    assert names(tmp_path / "a") == ["atlas.yml"]
    for refused in (creating, replacing):
        with pytest.raises(OutputRefused, match=r"atlas\.yml"), refused(tmp_path / "a", WORDS):
            raise AssertionError("nothing may be filled")


def test_a_folder_of_ours_is_no_place_for_an_author(tmp_path: Path) -> None:
    """A site is not turned into an atlas: it would be replaced at the next publish."""
    with replacing(tmp_path / "a", WORDS):
        pass
    assert names(tmp_path / "a") == [MARKER]
    with pytest.raises(OutputRefused), creating(tmp_path / "a", WORDS):
        raise AssertionError("nothing may be filled")


def test_an_empty_folder_is_filled_where_it_stands(tmp_path: Path) -> None:
    """Who is in the folder stays in it."""
    before = tmp_path.stat().st_ino
    with creating(tmp_path, WORDS) as fresh:
        (fresh / "below").mkdir()
        (fresh / "below" / "x").write_bytes(b"")
        (fresh / "y").write_bytes(b"")
    assert (names(tmp_path), tmp_path.stat().st_ino) == (["below", "y"], before)


def test_an_empty_folder_is_left_empty_where_filling_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What had been moved in is taken out again."""
    rename, moves = Path.rename, []

    def failing(path: Path, target: Path) -> Path:
        moves.append(path)
        if len(moves) == 2:
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OutputRefused, match="No space left"), creating(tmp_path, WORDS) as fresh:
        write_files(fresh, {"x": b"", "y": b""})
    assert names(tmp_path) == []


def test_a_link_to_a_file_stays_a_link(tmp_path: Path) -> None:
    """The file it leads to is replaced."""
    (tmp_path / "real.svg").write_bytes(b"old")
    (tmp_path / "link.svg").symlink_to(tmp_path / "real.svg")
    write_file(tmp_path / "link.svg", b"new", WORDS)
    assert (tmp_path / "link.svg").is_symlink()
    assert (tmp_path / "real.svg").read_bytes() == b"new"


@pytest.mark.parametrize("stopped", ["leaving", "arriving", "after"])
def test_a_swap_that_is_stopped_leaves_one_whole_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stopped: str
) -> None:
    """Ctrl-C before the old folder leaves, before the new one arrives, or after: one stands."""
    with replacing(tmp_path / "site", WORDS) as fresh:
        (fresh / "index.html").write_bytes(b"old")
    rename = Path.rename

    def interrupted(path: Path, target: Path) -> Path:
        arriving = target == tmp_path / "site"
        if stopped == ("arriving" if arriving else "leaving"):
            monkeypatch.undo()
            raise KeyboardInterrupt
        done = rename(path, target)
        if arriving and stopped == "after":
            raise KeyboardInterrupt
        return done

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt), replacing(tmp_path / "site", WORDS) as fresh:
        (fresh / "index.html").write_bytes(b"new")
    expected = b"new" if stopped == "after" else b"old"
    assert (tmp_path / "site" / "index.html").read_bytes() == expected
    assert names(tmp_path) == ["site"]


def test_the_day_is_as_written_else_the_machines_else_the_clocks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is written wins over SOURCE_DATE_EPOCH, which wins over the clock."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1515974400")
    assert day_of("2018-03-01") == date(2018, 3, 1)
    assert day_of(None) == date(2018, 1, 15)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert day_of(None) >= date(2024, 1, 1)


@pytest.mark.parametrize("written", [FIRST.isoformat(), LAST.isoformat()])
def test_the_first_and_the_last_day_count(written: str) -> None:
    """The days that a site can carry, both ends included."""
    assert day_of(written).isoformat() == written


@pytest.mark.parametrize("written", ["", "hier", "2018-02-30", "1969-12-31", "2106-02-07"])
def test_a_day_that_is_none_is_refused(written: str) -> None:
    """The message repeats what was written."""
    with pytest.raises(ValueError, match=f"'{written}' is not a day"):
        day_of(written)
