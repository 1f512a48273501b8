"""Pieces of evidence in hand: how often each one has to be got, for each time it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from carteblanche_journeys.measures.efforts import is_form, makes_form
from carteblanche_journeys.model import Ask, Atlas, Step, by_household
from carteblanche_journeys.model.quantities import MINUTES

_DAY = MINUTES["d"]

#: A piece: its id, whose it is (empty: the person's), and whether it is filled in.
Key = tuple[str, str, bool]
#: Whose a piece is that a step of the journey yields: whoever needs it has it.
ANYONE = "*"


class Asked(NamedTuple):
    """What is asked at one step, by one way.

    `part` is the part of those who come there of whom it is asked, `first` the chance that it
    is asked at all, `again` how often it is expected to be asked after that.
    """

    ask: Ask
    whose: str
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
    piece: str
    times: float
    got: float
    filled: float


class Hand(NamedTuple):
    """A piece in hand: how likely, since which step, and whether one was given away."""

    chance: float = 0.0
    since: str = ""
    gone: bool = False


_EMPTY = Hand()


class Hands:
    """Pieces in hand, as one goes down the steps that always come before others.

    A piece is got once per journey: whoever has got it at a step that every way to here passes
    has it still. On strands beside each other it is got once in all. It is got again when it
    is no longer fresh or valid, and when an original was kept.

    Parameters
    ----------
    between
        Days from one step to another, at least.
    """

    def __init__(self, atlas: Atlas, between: Callable[[str, str], float]) -> None:
        self._atlas = atlas
        self._between = between
        self._hands: dict[Key, Hand] = {}
        self._had: dict[Key, float] = {}
        self._before: dict[str, dict[Key, Hand]] = {}
        self._given: set[str] = set()

    def enter(
        self, name: str, step: Step, asked: Iterable[Asked], yielded: Iterable[Yielded]
    ) -> list[Handed]:
        """What is handed over at a step; then what one gets there is in hand."""
        handed = [self._hand(name, one) for one in asked]
        for one in yielded:
            self._receive(name, (one.piece, ANYONE, False), one)
            if is_form(self._atlas.evidence.get(one.piece)) and _filled(step, self._atlas):
                self._receive(name, (one.piece, ANYONE, True), one)
        return handed

    def leave(self, name: str) -> None:
        """Go back up: what was got at this step is not in hand beside it."""
        if name in self._before:
            self._hands.update(self._before.pop(name))

    def _hand(self, name: str, asked: Asked) -> Handed:
        pieces = asked.ask.pieces
        piece = pieces[0]
        if len(pieces) > 1:
            piece = max(pieces, key=lambda one: self._held((one, asked.whose, False)).chance)
        got = self._get(name, (piece, asked.whose, False), asked)
        form = is_form(self._atlas.evidence.get(piece))
        filled = self._get(name, (piece, asked.whose, True), asked) if form else 0.0
        return Handed(asked.ask, piece, asked.first + asked.again, got, filled)

    def _held(self, key: Key) -> Hand:
        """The piece in hand: one's own, or the one that the journey yields."""
        own = self._hands.get(key, _EMPTY)
        if key[0] not in self._given:
            return own
        given = self._hands.get((key[0], ANYONE, key[2]), _EMPTY)
        return own if own.chance >= given.chance else given

    def _get(self, name: str, key: Key, asked: Asked) -> float:
        """How often it has to be got for this ask; afterwards it is in hand, or gone."""
        hand = self._held(key)
        stale = hand.chance > 0 and self._stale(name, key[0], hand, asked.ask)
        chance = 0.0 if stale else hand.chance
        new = asked.first * (1 - chance)
        if not stale and not hand.gone:
            had = self._had.get(key, 0.0)
            given = self._had.get((key[0], ANYONE, key[2]), 0.0) if key[0] in self._given else 0.0
            new = min(new, max(0.0, 1 - had - given))
            self._had[key] = had + new
        since = name if stale or not hand.chance else hand.since
        if asked.ask.form == "original":
            self._put(name, key, Hand(chance * (1 - asked.part), since, gone=True))
            return new + asked.again
        self._put(name, key, Hand(chance + asked.part * (1 - chance), since, hand.gone))
        return new

    def _put(self, name: str, key: Key, hand: Hand) -> None:
        before = self._before.get(name)
        if before is None:
            before = self._before[name] = {}
        if key not in before:
            before[key] = self._hands.get(key, _EMPTY)
        self._hands[key] = hand

    def _stale(self, name: str, piece: str, hand: Hand, ask: Ask) -> bool:
        known = self._atlas.evidence.get(piece)
        validity = known.validity if known is not None else None
        if ask.fresh is None and validity is None:
            return False
        ends = [limit.minutes[2] / _DAY for limit in (ask.fresh, validity) if limit is not None]
        return self._between(hand.since, name) > min(ends)

    def _receive(self, name: str, key: Key, one: Yielded) -> None:
        chance = self._hands.get(key, _EMPTY).chance
        self._given.add(key[0])
        self._had[key] = min(1.0, self._had.get(key, 0.0) + one.first)
        self._put(name, key, Hand(chance + one.part * (1 - chance), name))


def _filled(step: Step, atlas: Atlas) -> bool:
    """Whether the form that a step yields comes out of it filled in by the household."""
    return makes_form(step, atlas) and by_household(step, atlas)
