"""The prose of a move: templates in one language, from which pages and reports are told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.values import EMPTY


@dataclass(frozen=True, slots=True)
class MoveProse:
    """What a move says in one language.

    Texts may hold slots, as a rule's prose does: `{counter|words}` is the name of what the
    argument of that name names, or the words where no arguments are at hand;
    `{step_or_evidence|words}` is that of the first of two which is given.

    Parameters
    ----------
    name
        What the move is called in a list: « Dossier commun ».
    title
        What it does here, in one line, with slots; conditional mood in French.
    does
        What it changes, whatever the journey; no slots.
    worse
        By key: what gets worse, a sentence each. The move says which of them hold.
    watch
        The figure that a field test should watch.
    undo
        How one goes back, and what remains of it.
    unfit
        By code: why it does not fit, with slots for the values of the hindrance.
    """

    name: str
    title: str
    does: str
    worse: Mapping[str, str]
    watch: str
    undo: str
    unfit: Mapping[str, str] = field(default=EMPTY)

    def __post_init__(self) -> None:
        for one in fields(self):
            said = getattr(self, one.name)
            plain = _one_line(said) if isinstance(said, str) else _lines(said)
            object.__setattr__(self, one.name, plain)


def _lines(texts: Mapping[str, str]) -> FrozenMap[str, str]:
    return FrozenMap({key: _one_line(text) for key, text in texts.items()})


def _one_line(text: str) -> str:
    # Not str.split(): it would take the no-break spaces of French for line breaks.
    return re.sub(r"[ \n]+", " ", text).strip()
