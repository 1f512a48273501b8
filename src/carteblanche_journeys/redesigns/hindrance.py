"""Why a move does not fit, before it is put into words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from carteblanche_journeys.errors import CarteblancheError
from carteblanche_journeys.model.shapes import Path


@dataclass(frozen=True, slots=True)
class Hindrance:
    """One reason for which a move does not fit.

    Parameters
    ----------
    code
        The key of its sentence: one of the move's own (`unfit` of its prose), else
        `unfit.<code>` of the catalogue.
    path
        The argument that it is about, as one finds it in a file: `("counters", 1)`.
    values
        What the sentence names: mentions of ids, numbers, or words as they are.
    allowed, near
        What was allowed there, and the one that was probably meant.
    """

    code: str
    path: Path = ()
    values: Mapping[str, object] = field(default_factory=dict)
    allowed: tuple[str, ...] = ()
    near: str = ""


class DoesNotFit(CarteblancheError):
    """Raised when a move, or a hand edit, does not fit the journey that it should change.

    Parameters
    ----------
    path
        Where in the redesign: `("moves", 0)` or `("edits", 2)`.
    hindrances
        What is missing, each with the argument that it is about.
    move
        The name of the move; empty for a hand edit.
    said
        The same in words, where someone has put it so; else the codes stand for it.
    """

    def __init__(
        self, path: Path, hindrances: Iterable[Hindrance], move: str = "", said: str = ""
    ) -> None:
        self.path = path
        self.hindrances = tuple(hindrances)
        self.move = move
        codes = ", ".join(one.code for one in self.hindrances)
        super().__init__(said or f"{'.'.join(map(str, path))} {move}: {codes}")
