"""The files of an atlas: found, named, read; the only place that touches the disk."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from pydantic_core import PydanticCustomError

from carteblanche_journeys.model.values import check_id
from carteblanche_journeys.reading.kinds import ATLAS_FILE, SUFFIXES, TERRITORIES, top_kinds
from carteblanche_journeys.reading.mistakes import Mistake
from carteblanche_journeys.reading.nearest import nearest
from carteblanche_journeys.reading.yaml_loader import LARGEST


@dataclass(frozen=True, slots=True)
class File:
    """One file of an atlas: its path in the folder, its kind, the id its name gives."""

    name: str
    kind: str
    id: str = ""


@dataclass(slots=True)
class Found:
    """What a folder holds: files of an atlas, and what is wrong with how they stand there."""

    files: list[File] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)


def read_bytes(path: Path) -> bytes:
    """What a file holds, at most one byte more than is allowed: the one reader.

    Raises OSError where it cannot be read, or is no plain file.
    """
    if path.exists() and not path.is_file():  # a pipe would be waited for without end
        raise OSError(f"{path.name} is not a plain file")
    with path.open("rb") as stream:
        return stream.read(LARGEST + 1)


def find_files(folder: Path) -> Found:
    """Find the files of an atlas, sorted, without reading them; links stay inside the folder."""
    found = Found()
    root = folder.resolve()
    for entry in _entries(folder, "", found):
        if not _inside(entry, entry.name, root, found):
            continue
        if entry.is_dir():
            _find_below(entry, root, found)
        elif _is_yaml(entry):
            _find_shared(entry, found)
    _refuse_twins(found)
    return found


def _entries(folder: Path, name: str, found: Found) -> list[Path]:
    try:
        entries = sorted(folder.iterdir(), key=lambda one: (one.suffix == ".yaml", one.name))
    except OSError as error:
        found.mistakes.append(Mistake("folder-unreadable", file=name, values=_reason(error)))
        return []
    return [entry for entry in entries if not entry.name.startswith(".")]


def _reason(error: OSError) -> dict[str, object]:
    return {"reason": error.strerror or str(error)}


def _inside(entry: Path, name: str, root: Path, found: Found) -> bool:
    if not entry.is_symlink():
        return True
    try:
        target = entry.resolve()
    except (OSError, RuntimeError):  # a link that leads to itself
        target = Path(os.sep)
    if target.is_relative_to(root):
        return True
    found.mistakes.append(Mistake("link-outside", file=name))
    return False


def _is_yaml(entry: Path) -> bool:
    return entry.suffix.lower() in SUFFIXES


def _find_shared(entry: Path, found: Found) -> None:
    if entry.stem not in top_kinds() or (entry.stem == "atlas" and entry.name != ATLAS_FILE):
        names = [f"{kind}.yml" for kind in top_kinds()]
        near = nearest(entry.stem, top_kinds())
        near = near and f"{near}.yml"
        found.mistakes.append(
            Mistake(
                "file-unknown",
                file=entry.name,
                allowed=tuple(names),
                near=near,
                values={"name": entry.name},
            )
        )
        return
    found.files.append(File(entry.name, entry.stem))


def _find_below(folder: Path, root: Path, found: Found) -> None:
    kind = "territory" if folder.name == TERRITORIES else "journey"
    files: list[Path] = []
    for entry in _entries(folder, folder.name, found):
        name = f"{folder.name}/{entry.name}"
        if not _inside(entry, name, root, found):
            continue
        if entry.is_dir():
            _refuse_deeper(entry, name, found)
        elif _is_yaml(entry):
            files.append(entry)
    if not files:
        found.empty.append(folder.name)
    elif kind == "territory" or _names_well(folder.name, folder.name, found):
        _name_files(files, folder.name, kind, found)


def _refuse_deeper(folder: Path, name: str, found: Found) -> None:
    deeper = next((one for one in _entries(folder, name, found) if _is_yaml(one)), None)
    if deeper is not None:
        found.mistakes.append(Mistake("file-deep", file=f"{name}/{deeper.name}"))


def _name_files(files: list[Path], folder: str, kind: str, found: Found) -> None:
    near = nearest(folder, [TERRITORIES])
    if kind == "journey" and near:
        found.mistakes.append(
            Mistake("folder-near", file=folder, values={"name": folder}, near=near)
        )
        return
    for entry in files:
        name = f"{folder}/{entry.name}"
        if _names_well(entry.stem, name, found):
            known_as = entry.stem if kind == "territory" else f"{folder}/{entry.stem}"
            found.files.append(File(name, kind, known_as))


def _names_well(name: str, file: str, found: Found) -> bool:
    """Names of files and folders become ids, and ids become names of pages."""
    try:
        check_id(name)
    except PydanticCustomError as error:
        code = "name-reserved" if error.type == "id-reserved" else "name-form"
        found.mistakes.append(Mistake(code, file=file, values={"name": name}))
        return False
    return True


def _refuse_twins(found: Found) -> None:
    """Two files that give one id: `as-is.yml` and `as-is.yaml`."""
    first: dict[tuple[str, str], File] = {}
    for file in list(found.files):
        key = (file.kind, file.id)
        if key in first:
            values = {"id": file.id or file.kind, "other": first[key].name}
            found.mistakes.append(Mistake("file-twice", file=file.name, values=values))
            found.files.remove(file)
        first.setdefault(key, file)


def atlases_below(folder: Path) -> list[str]:
    """The names of folders just below that are atlases: where the author probably meant."""
    try:
        return sorted(one.name for one in folder.iterdir() if (one / ATLAS_FILE).is_file())
    except OSError:
        return []
