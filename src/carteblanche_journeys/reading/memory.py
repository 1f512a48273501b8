"""What was read before: a file that has not changed is not read twice by one `serve`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Kept:
    """One file as it was: its text, its value of the model, the names it gives by kind."""

    text: bytes
    value: Any = None
    names: Mapping[str, frozenset[str] | None] = field(default_factory=dict)


class Memory:
    """Keeps the files of one atlas that were read without a mistake, in this process only.

    >>> memory = Memory()
    >>> memory.keep("counters.yml", Kept(b"caf: {}", {"caf": "..."}))
    >>> memory.of("counters.yml", b"caf: {}").value, memory.of("counters.yml", b"caf: {name: x}")
    ({'caf': '...'}, None)
    """

    def __init__(self) -> None:
        self._kept: dict[str, Kept] = {}

    def of(self, file: str, text: bytes) -> Kept | None:
        """What was read from a file, if it still says the same."""
        kept = self._kept.get(file)
        return kept if kept is not None and kept.text == text else None

    def keep(self, file: str, kept: Kept) -> None:
        """Remember a file; what it was before is forgotten."""
        self._kept[file] = kept
