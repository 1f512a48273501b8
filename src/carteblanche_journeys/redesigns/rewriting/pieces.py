"""One piece in place of several, wherever they are asked, given or passed on."""

from __future__ import annotations

from collections.abc import Collection

from carteblanche_journeys.model import Ask, Link, Step, Way
from carteblanche_journeys.redesigns.rewriting.linking import each_link
from carteblanche_journeys.redesigns.variant import Variant


def instead_of(variant: Variant, pieces: Collection[str], piece: str) -> Variant:
    """The variant in which one piece stands wherever any of these stood.

    >>> from carteblanche_journeys.model import Atlas, Journey
    >>> from carteblanche_journeys.redesigns.variant import begin
    >>> before = begin(Journey(title="X", steps={"a": {"title": "A", "asks": ["old"]}}), Atlas())
    >>> instead_of(before, ["old"], "new").steps["a"].asks[0].piece
    'new'
    """

    def link(_: str, one: Link) -> Link:
        return one.model_copy(update={"carries": _named(one.carries, pieces, piece)})

    steps = [_in_step(step, pieces, piece) for step in variant.steps.values()]
    return each_link(variant.with_steps(steps), link)


def _named(names: tuple[str, ...], pieces: Collection[str], piece: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(piece if name in pieces else name for name in names))


def _in_step(step: Step, pieces: Collection[str], piece: str) -> Step:
    changes = {
        "asks": tuple(_in_ask(ask, pieces, piece) for ask in step.asks),
        "yields": _named(step.yields, pieces, piece),
        "ways": tuple(_in_way(way, pieces, piece) for way in step.ways),
    }
    changes = {name: value for name, value in changes.items() if value != getattr(step, name)}
    return step.model_copy(update=changes) if changes else step


def _in_ask(ask: Ask, pieces: Collection[str], piece: str) -> Ask:
    if not set(pieces) & set(ask.pieces):
        return ask
    if ask.piece:
        return ask.model_copy(update={"piece": piece})
    any_of = _named(ask.any_of, pieces, piece)
    alone = {"piece": any_of[0], "any_of": ()} if len(any_of) == 1 else {"any_of": any_of}
    return ask.model_copy(update=alone)


def _in_way(way: Way, pieces: Collection[str], piece: str) -> Way:
    changes: dict[str, object] = {}
    if way.asks is not None:
        changes["asks"] = tuple(_in_ask(ask, pieces, piece) for ask in way.asks)
    if way.yields is not None:
        changes["yields"] = _named(way.yields, pieces, piece)
    return way.model_copy(update=changes) if changes else way
