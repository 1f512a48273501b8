"""The one place that writes files: all or nothing, and never over someone else's work.

A folder is built beside its place and swapped in when it is whole, so that a killed build or
a full disk leaves the old one as it was.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from carteblanche_journeys.errors import OutputRefused
from carteblanche_journeys.words import Words

#: The file by which an output folder shows that it is ours to replace.
MARKER = ".carteblanche"
MARKER_TEXT = b"Made by carteblanche_journeys. This folder is replaced at each build.\n"


def write_file(path: Path, content: bytes, words: Words) -> None:
    """Write one file whole, or leave what was there.

    Parameters
    ----------
    path
        Where; its folder is made where it does not exist.
    words
        The language of the message where it cannot be written.

    Raises
    ------
    OutputRefused
        Where the path is a folder, or the disk or the rights do not allow it.
    """
    if path.is_dir():
        raise OutputRefused(words("write.is-folder", path=path))
    with _saying_why(path, words):
        path = path.resolve()  # a link stays a link
        if path.exists() and not path.is_file():  # a device: it is written to, never replaced
            path.write_bytes(content)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, fresh = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(fresh).chmod(0o644)
            Path(fresh).replace(path)
        except BaseException:
            Path(fresh).unlink(missing_ok=True)
            raise


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder that is ours, such as the one `replacing` gives."""
    for name, content in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


@contextmanager
def replacing(folder: Path, words: Words) -> Iterator[Path]:
    """Give an empty folder to fill, which then takes the place of `folder` in one move.

    Raises
    ------
    OutputRefused
        Before anything is written, where `folder` holds files that are not ours; or where the
        disk is full or closed to us, in which case `folder` is as it was.
    """
    refuse_foreign(folder, words)
    with _saying_why(folder, words), _beside(folder) as fresh:
        yield fresh
        (fresh / MARKER).write_bytes(MARKER_TEXT)
        _swap(fresh, folder)


@contextmanager
def creating(folder: Path, words: Words) -> Iterator[Path]:
    """Give an empty folder to fill, which becomes `folder`; from then on it is its author's.

    It carries no mark of ours, so that nothing of ours ever replaces it.

    Raises
    ------
    OutputRefused
        Before anything is written, where `folder` holds any file; or where the disk is full
        or closed to us, in which case nothing is left behind.
    """
    refuse_full(folder, words)
    with _saying_why(folder, words), _beside(folder.resolve()) as fresh:
        yield fresh
        _move_in(fresh, folder)


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A folder beside the place it is meant for, gone afterwards if it is still there."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        fresh.chmod(0o755)
        yield fresh
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _move_in(fresh: Path, folder: Path) -> None:
    """Move what was made into a folder that is new, or empty and perhaps someone's own place."""
    if not folder.exists():
        fresh.rename(folder)
        return
    moved: list[Path] = []
    try:
        for entry in sorted(fresh.iterdir()):
            moved.append(folder / entry.name)
            entry.rename(moved[-1])
    except BaseException:
        for entry in moved:
            shutil.rmtree(entry, ignore_errors=True) if entry.is_dir() else entry.unlink(True)
        raise


def refuse_full(folder: Path, words: Words) -> None:
    """Raise OutputRefused where `folder` is a file, or holds any file, be it ours."""
    _refuse_file(folder, words)
    _refuse_entries(folder, words, "write.full")


def refuse_foreign(folder: Path, words: Words) -> None:
    """Raise OutputRefused where `folder` is a file, or holds files and does not carry our mark."""
    _refuse_file(folder, words)
    if not (folder / MARKER).is_file():
        _refuse_entries(folder, words, "write.foreign")


def _refuse_file(folder: Path, words: Words) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise OutputRefused(words("write.not-a-folder", path=folder))


def _refuse_entries(folder: Path, words: Words, key: str) -> None:
    with _saying_why(folder, words):
        entries = sorted(entry.name for entry in folder.iterdir()) if folder.exists() else []
    if entries:
        raise OutputRefused(words(key, path=folder, example=entries[0]))


def _swap(fresh: Path, folder: Path) -> None:
    if not folder.exists():
        fresh.rename(folder)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent)) / "old"
    try:
        folder.rename(old)
        fresh.rename(folder)
    except BaseException:
        if old.exists() and not folder.exists():  # wherever it was stopped, one of them stands
            old.rename(folder)
        raise
    finally:
        shutil.rmtree(old.parent, ignore_errors=True)


@contextmanager
def _saying_why(path: Path, words: Words) -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise OutputRefused(words("write.failed", path=path, reason=reason)) from problem
