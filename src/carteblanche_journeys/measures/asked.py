"""Pieces of evidence: each time one is asked, at which counter."""

from __future__ import annotations

from dataclasses import dataclass

from carteblanche_journeys.graph import Lived, LivedStep, kept
from carteblanche_journeys.measures.contacts import is_burden
from carteblanche_journeys.model import Ask, Persona, asks_of, by_household, holds


@dataclass(frozen=True, slots=True)
class Request:
    """One piece asked of the household at one step.

    Parameters
    ----------
    pieces
        The piece, or those of which any one will do.
    counter
        Where it is asked, or None for a step without counter.
    copies
        How many; None where it goes by a count that the persona does not give.
    """

    step: str
    pieces: tuple[str, ...]
    counter: str | None
    copies: int | None
    ask: Ask


@kept
def requests(lived: Lived) -> tuple[Request, ...]:
    """Every piece asked of the household, in reading order.

    Asks whose condition fails for the persona are left out; a piece that the person can only
    get there (`any_of`) counts once.
    """
    return tuple(
        Request(name, ask.pieces, one.way.counter if one.way else None, _copies(ask, lived), ask)
        for name, one in lived.steps.items()
        if is_burden(one) and by_household(one.step, lived.atlas) and not _by_professional(one)
        for ask in asks_of(one.step, one.way)
        if holds(ask.when, lived.persona.traits) is not False
    )


def _by_professional(one: LivedStep) -> bool:
    return one.way is not None and one.way.done_by is not None


def _copies(ask: Ask, lived: Lived) -> int | None:
    return 1 if ask.copies is None else number_of(ask.copies, lived.persona)


def number_of(repeat: object, persona: Persona) -> int | None:
    """How often a repeat is, for a persona; None where that is unknown."""
    per = getattr(repeat, "per", None)
    if per is not None:
        return persona.counts.get(per)
    count = getattr(repeat, "count", None)
    return count if isinstance(count, int) else None
