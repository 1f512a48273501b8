"""From a folder to an atlas: find, read, check, ask, and say everything that is wrong at once."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path as Folder

from carteblanche_journeys.errors import Fault, UnreadableAtlas
from carteblanche_journeys.model.atlas import Atlas
from carteblanche_journeys.model.collector import without_collector
from carteblanche_journeys.reading.files import atlases_below, find_files
from carteblanche_journeys.reading.gathering import Gathering
from carteblanche_journeys.reading.kinds import ATLAS_FILE, SUFFIXES
from carteblanche_journeys.reading.lines import lines_of
from carteblanche_journeys.reading.memory import Memory
from carteblanche_journeys.reading.mistakes import Mistake, say, told_once
from carteblanche_journeys.reading.places import Places
from carteblanche_journeys.words import Words, words_for

_LANGUAGE = re.compile(r"^language:\s*['\"]?([a-z]{2,3})\b", re.MULTILINE)


@dataclass(frozen=True)
class Reading:
    """What was read: the atlas, where each value stands, which files, what is worth a remark."""

    atlas: Atlas
    places: Places
    files: tuple[str, ...]
    notices: tuple[Fault, ...] = ()


def read_atlas(
    folder: Folder | str,
    lang: str | None = None,
    *,
    rules: Collection[str] | None = None,
    memory: Memory | None = None,
) -> Reading:
    """Read a folder of YAML files as an atlas.

    Parameters
    ----------
    folder
        The folder that holds `atlas.yml`.
    lang
        The language of what is said about mistakes; left out: that of the atlas, if it can be
        read, else English.
    rules
        The names of the rules that waivers and settings may name; left out: those of the
        diagnosis.
    memory
        What was read before; files that still say the same are taken from it.

    Raises
    ------
    UnreadableAtlas
        With every mistake of every file.
    """
    root = Folder(folder)
    refused = _no_atlas(root)
    if refused is not None:
        raise UnreadableAtlas([say(refused, "", words_for(lang or "en"))])
    with without_collector():
        return _read(root, lang, rules, memory or Memory())


def _read(root: Folder, lang: str | None, rules: Collection[str] | None, memory: Memory) -> Reading:
    found = find_files(root)
    names = _rule_names if rules is None else partial(frozenset[str], rules)
    gathering = Gathering(root, names, memory, _threshold_names)
    for file in sorted(found.files, key=lambda file: file.name != ATLAS_FILE):
        gathering.add(file)
    gathering.misplaced(found.mistakes)
    gathering.ask()
    words = words_for(lang or language_in(gathering.texts.get(ATLAS_FILE, b"")))
    if not found.mistakes:
        gathering.redesign(words)
    mistakes = told_once([*found.mistakes, *gathering.mistakes])
    if mistakes:
        raise UnreadableAtlas(_said(mistakes, gathering.texts, words))
    atlas = gathering.atlas()
    files = tuple(sorted(file.name for file in found.files))
    notices = tuple(say(one, "", words) for one in _remarks(atlas, found.empty))
    return Reading(atlas, gathering.places(), files, notices)


def _no_atlas(root: Folder) -> Mistake | None:
    """Why this is no folder of an atlas, with the one that was probably meant."""
    try:
        if (root / ATLAS_FILE).exists():
            return None
        if root.is_file() or root.suffix.lower() in SUFFIXES:
            return Mistake("folder-is-file", values={"folder": root})
        if not root.is_dir():
            return Mistake("folder-missing", values={"folder": root})
    except (OSError, ValueError) as error:
        return Mistake("folder-unreadable", file=str(root), values={"reason": error})
    below = atlases_below(root)
    code = "no-atlas-here" if below else "no-atlas"
    return Mistake(code, values={"folder": root, "below": ", ".join(below)})


def _rule_names() -> frozenset[str]:
    """The names of the rules, asked late: the diagnosis is only needed to check its settings."""
    from carteblanche_journeys import diagnosis

    return diagnosis.rule_names()


def _threshold_names(rule: str) -> frozenset[str] | None:
    """The names of the thresholds of a rule; None where there is no such rule."""
    from carteblanche_journeys.diagnosis import rule_named, rule_names

    return frozenset(rule_named(rule).thresholds) if rule in rule_names() else None


def language_in(text: bytes) -> str:
    """The language that atlas.yml says, even where the rest of it cannot be read."""
    match = _LANGUAGE.search(text.decode("utf-8-sig", errors="replace"))
    return match[1] if match else "en"


def _said(mistakes: list[Mistake], texts: dict[str, bytes], words: Words) -> list[Fault]:
    """The mistakes in words, each with the line on which it stands."""
    files = {mistake.file for mistake in mistakes if mistake.line}
    lines = {file: lines_of(texts[file].decode("utf-8-sig", errors="replace")) for file in files}
    return [
        say(mistake, lines[mistake.file][mistake.line - 1] if mistake.line else "", words)
        for mistake in mistakes
    ]


def _remarks(atlas: Atlas, empty: list[str]) -> list[Mistake]:
    """What is no mistake, but probably not meant."""
    remarks = [Mistake("folder-empty", file=name) for name in empty]
    if not atlas.journeys:
        remarks.append(Mistake("no-journey", file=ATLAS_FILE))
    return remarks
