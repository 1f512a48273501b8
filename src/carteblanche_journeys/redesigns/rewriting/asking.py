"""Pieces that are no longer asked for."""

from __future__ import annotations

from collections.abc import Iterable

from carteblanche_journeys.model import Ask, Step
from carteblanche_journeys.redesigns.rewriting.linking import each_link
from carteblanche_journeys.redesigns.rewriting.sending import asked_at
from carteblanche_journeys.redesigns.variant import Variant


def without_piece(variant: Variant, piece: str, steps: Iterable[str]) -> Variant:
    """The variant in which steps ask for a piece no more, whatever the way.

    Where any one of several would do, the others still do. Nobody carries along in person what
    no step asks for any more.

    >>> from carteblanche_journeys.model import Atlas, Journey
    >>> from carteblanche_journeys.redesigns.variant import begin
    >>> steps = {"a": {"title": "A", "asks": ["bail", {"any_of": ["avis", "paie", "rib"]}]}}
    >>> left = without_piece(begin(Journey(title="X", steps=steps), Atlas()), "avis", ["a"])
    >>> [ask.pieces for ask in left.steps["a"].asks]
    [('bail',), ('paie', 'rib')]
    """
    changed = variant.with_step(*(_without(variant.steps[name], piece) for name in steps))
    if asked_at(changed, piece):
        return changed
    return each_link(
        changed,
        lambda _, link: (
            link
            if link.carried in ("organisation", "notification") or piece not in link.carries
            else link.model_copy(
                update={"carries": tuple(one for one in link.carries if one != piece)}
            )
        ),
    )


def _without(step: Step, piece: str) -> Step:
    ways = tuple(
        way if way.asks is None else way.model_copy(update={"asks": _asks_without(way.asks, piece)})
        for way in step.ways
    )
    return step.model_copy(update={"asks": _asks_without(step.asks, piece), "ways": ways})


def _asks_without(asks: tuple[Ask, ...], piece: str) -> tuple[Ask, ...]:
    kept = []
    for ask in asks:
        others = tuple(one for one in ask.pieces if one != piece)
        if len(others) == len(ask.pieces):
            kept.append(ask)
        elif len(others) == 1:
            kept.append(ask.model_copy(update={"piece": others[0], "any_of": ()}))
        elif others:
            kept.append(ask.model_copy(update={"any_of": others}))
    return tuple(kept)
