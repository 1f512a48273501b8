"""What someone asks for by name, before or beside the files: a journey, a rule, a language."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from carteblanche_journeys.errors import UnknownName
from carteblanche_journeys.reading.files import read_bytes
from carteblanche_journeys.reading.kinds import ATLAS_FILE
from carteblanche_journeys.reading.mistakes import Mistake, say
from carteblanche_journeys.reading.nearest import nearest
from carteblanche_journeys.reading.reader import language_in
from carteblanche_journeys.words import Words

#: So many names are listed where none is near; a longer list helps nobody.
MOST_LISTED = 50


def known_name(kind: str, name: str, known: Collection[str], words: Words) -> str:
    """The name itself, where it is known.

    Parameters
    ----------
    kind
        `journey`, `persona` or `rule`: the word of the message.
    known
        The names there are.
    words
        The language of the message.

    Raises
    ------
    UnknownName
        Where it is not known; says which one is near, else which there are.

    >>> from carteblanche_journeys.words import words_for
    >>> known_name("journey", "ecole/asis", ["ecole/as-is"], words_for("en"))
    Traceback (most recent call last):
    carteblanche_journeys.errors.UnknownName: No journey is called 'ecole/asis'.
      Did you mean 'ecole/as-is'?
    """
    if name in known:
        return name
    near = nearest(name, known)
    listed = () if near or len(known) > MOST_LISTED else tuple(sorted(known))
    mistake = Mistake(f"unknown.{kind}", values={"id": name}, allowed=listed, near=near)
    raise UnknownName(str(say(mistake, "", words)))


def language_of(folder: Path) -> str:
    """The language that an atlas says it is in, even where the rest cannot be read; else `en`."""
    try:
        return language_in(read_bytes(folder / ATLAS_FILE))
    except (OSError, ValueError):
        return "en"
