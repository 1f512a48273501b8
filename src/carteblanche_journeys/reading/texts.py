"""From the texts of files to an atlas, without a folder: the examples of rules are kept so."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from carteblanche_journeys.errors import UnreadableAtlas
from carteblanche_journeys.model.atlas import Atlas
from carteblanche_journeys.reading.files import File
from carteblanche_journeys.reading.gathering import Gathering
from carteblanche_journeys.reading.kinds import ATLAS_FILE, TERRITORIES
from carteblanche_journeys.reading.memory import Memory
from carteblanche_journeys.reading.mistakes import say
from carteblanche_journeys.words import words_for


def atlas_in(files: Mapping[str, str]) -> Atlas:
    """The atlas that these files hold, checked as those of a folder are.

    Parameters
    ----------
    files
        Texts by path, such as `atlas.yml` and `velo/as-is.yml`.

    Raises
    ------
    UnreadableAtlas
        With every mistake of every file.

    >>> files = {"atlas.yml": "title: V", "velo/as-is.yml": "title: J\\nsteps: {a: {title: A}}"}
    >>> list(atlas_in(files).journeys)
    ['velo/as-is']
    """
    gathering = _Texts(files)
    for name in sorted(files, key=lambda name: name != ATLAS_FILE):
        gathering.add(_file(name))
    gathering.ask()
    gathering.redesign(words_for("en"))
    if gathering.mistakes:
        raise UnreadableAtlas([say(one, "", words_for("en")) for one in gathering.mistakes])
    return gathering.atlas()


class _Texts(Gathering):
    def __init__(self, files: Mapping[str, str]) -> None:
        super().__init__(Path(), lambda: None, Memory(), lambda rule: None)
        self._files = files

    def _bytes(self, name: str) -> bytes:
        return self._files[name].encode()


def _file(name: str) -> File:
    path = Path(name)
    if path.parent == Path():
        return File(name, path.stem)
    if path.parent.name == TERRITORIES:
        return File(name, "territory", path.stem)
    return File(name, "journey", path.with_suffix("").as_posix())
