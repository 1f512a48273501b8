"""Pieces of evidence in hand: how often each one has to be got, for each time it is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from carteblanche_journeys.measures.efforts import is_form, makes_form
from carteblanche_journeys.model import Ask, Atlas, Step, Way, by_household
from carteblanche_journeys.model.quantities import MINUTES

_DAY = MINUTES["d"]


class Asked(NamedTuple):
    """What is asked at one step, by one way.

    `part` is the part of those who come there of whom it is asked, `first` the chance that it
    is asked at all, `again` how often it is expected to be asked after that.
    """

    ask: Ask
    way: Way | None
    part: float
    first: float
    again: float


class Yielded(NamedTuple):
    """What one gets at a step: of those who come there a part, and how likely at all."""

    piece: str
    part: float
    first: float


class Handed(NamedTuple):
    """One piece handed over, so many times: how often it had to be got, and filled in first."""

    ask: Ask
    way: Way | None
    piece: str
    times: float
    got: float
    filled: float


class Hand(NamedTuple):
    """A piece at home: how likely it is there, since which day, whether one was given away."""

    chance: float = 0.0
    day: float = 0.0
    gone: bool = False


_EMPTY = Hand()


class Hands:
    """Pieces in hand, as one goes down the steps that always come before others.

    A piece is got once per journey: whoever has got it at a step that every way to here passes
    has it still. On strands beside each other it is got once in all. It is got again when it
    is no longer fresh or valid, and when an original was kept.

    Parameters
    ----------
    day
        For each step the day on which one may come there, at the earliest.
    """

    def __init__(self, atlas: Atlas, day: Mapping[str, float]) -> None:
        self._atlas = atlas
        self._day = day
        self._hands: dict[str, Hand] = {}
        self._had: dict[str, float] = {}
        self._before: dict[str, dict[str, Hand]] = {}

    def enter(
        self, name: str, step: Step, asked: Iterable[Asked], yielded: Iterable[Yielded]
    ) -> tuple[Handed, ...]:
        """What is handed over at a step; then what one gets there is in hand."""
        changed = self._before.setdefault(name, {})
        handed = tuple(self._hand(name, one, changed) for one in asked)
        for one in yielded:
            self._receive(name, one.piece, one, changed)
            if is_form(self._atlas.evidence.get(one.piece)) and _filled(step, self._atlas):
                self._receive(name, _filled_in(one.piece), one, changed)
        return handed

    def leave(self, name: str) -> None:
        """Go back up: what was got at this step is not in hand beside it."""
        self._hands.update(self._before.pop(name, {}))

    def _hand(self, step: str, asked: Asked, changed: dict[str, Hand]) -> Handed:
        pieces = asked.ask.pieces
        piece = max(pieces, key=lambda one: self._hands.get(one, _EMPTY).chance)
        form = is_form(self._atlas.evidence.get(piece))
        got = self._get(step, piece, asked, changed)
        filled = self._get(step, _filled_in(piece), asked, changed) if form else 0.0
        return Handed(asked.ask, asked.way, piece, asked.first + asked.again, got, filled)

    def _get(self, step: str, key: str, asked: Asked, changed: dict[str, Hand]) -> float:
        """How often it has to be got for this ask; afterwards it is in hand, or gone."""
        hand, day = self._hands.get(key, _EMPTY), self._day[step]
        stale = self._stale(key, hand, asked.ask, day)
        chance = 0.0 if stale else hand.chance
        new = asked.first * (1 - chance)
        if not stale and not hand.gone:
            new = min(new, max(0.0, 1 - self._had.get(key, 0.0)))
            self._had[key] = self._had.get(key, 0.0) + new
        changed.setdefault(key, hand)
        since = day if new > 0 else hand.day
        if asked.ask.form == "original":
            self._hands[key] = Hand(chance * (1 - asked.part), since, True)
            return new + asked.again
        self._hands[key] = Hand(chance + asked.part * (1 - chance), since, hand.gone)
        return new

    def _stale(self, key: str, hand: Hand, ask: Ask, day: float) -> bool:
        piece = self._atlas.evidence.get(key)
        limits = [ask.fresh, piece.validity if piece else None]
        ends = [limit.minutes[2] / _DAY for limit in limits if limit is not None]
        return hand.chance > 0 and any(day - hand.day > end for end in ends)

    def _receive(self, step: str, key: str, one: Yielded, changed: dict[str, Hand]) -> None:
        hand = self._hands.get(key, _EMPTY)
        changed.setdefault(key, hand)
        self._had[key] = min(1.0, self._had.get(key, 0.0) + one.first)
        chance = hand.chance + one.part * (1 - hand.chance)
        self._hands[key] = Hand(chance, self._day[step])


def _filled_in(piece: str) -> str:
    return f"{piece} "


def _filled(step: Step, atlas: Atlas) -> bool:
    """Whether the form that a step yields comes out of it filled in by the household."""
    return makes_form(step, atlas) and by_household(step, atlas)
