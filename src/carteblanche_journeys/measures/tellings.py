"""What is told, proved, passed on and held: how each organisation comes to know facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carteblanche_journeys.graph import Body, Lived, LivedStep
from carteblanche_journeys.measures.contacts import is_burden
from carteblanche_journeys.model import Ask, Atlas, Evidence, asks_of, by_household, holds


@dataclass(frozen=True, slots=True)
class Telling:
    """Facts that one body learns at one step.

    Parameters
    ----------
    facts
        What is told there, and what the pieces asked there prove; of pieces of which any one
        will do, what all of them prove.
    by_household
        Whether the household tells them, and not a professional or another body.
    """

    step: str
    body: Body
    facts: tuple[str, ...]
    by_household: bool


def held_by(organisation: str, atlas: Atlas, made_here: frozenset[str]) -> Iterator[str]:
    """The facts an organisation holds before anything happens.

    Parameters
    ----------
    made_here
        Pieces that the journey itself yields: they are held from then on, not beforehand.
    """
    yield from (name for name, fact in atlas.facts.items() if organisation in fact.held_by)
    for name, piece in atlas.evidence.items():
        if name not in made_here and organisation in holders_of(piece):
            yield from piece.facts


def holders_of(piece: Evidence) -> tuple[str, ...]:
    """Who holds a piece before it is asked: a blank form is held by nobody unless said so.

    >>> holders_of(Evidence(name="Demande d'aide", kind="form", issuer="caf"))
    ()
    """
    return () if piece.kind == "form" and piece.held_by is None else piece.holders


def yields_of(one: LivedStep) -> tuple[str, ...]:
    """The pieces that a lived step produces, by the way taken."""
    if one.concerned is False:
        return ()
    return one.step.yields if one.way is None or one.way.yields is None else one.way.yields


def tellings(lived: Lived) -> Iterator[Telling]:
    """Every step at which a body is told or proved facts, in reading order."""
    for name, one in lived.steps.items():
        if one.body is None or one.concerned is False:
            continue
        asks = asks_of(one.step, one.way)
        if asks or one.step.tells:
            facts = dict.fromkeys((*one.step.tells, *_proved(asks, lived)))
            if facts:
                yield Telling(name, one.body, tuple(facts), _household_tells(one, lived.atlas))


def _household_tells(one: LivedStep, atlas: Atlas) -> bool:
    alone = one.way is not None and one.way.done_by is not None
    return not alone and is_burden(one) and by_household(one.step, atlas)


def _proved(asks: tuple[Ask, ...], lived: Lived) -> Iterator[str]:
    for ask in asks:
        if ask.when and holds(ask.when, lived.persona.traits) is False:
            continue
        first, *others = (_facts_of(piece, lived.atlas) for piece in ask.pieces)
        yield from (fact for fact in first if all(fact in other for other in others))


def _facts_of(piece: str, atlas: Atlas) -> tuple[str, ...]:
    known = atlas.evidence.get(piece)
    return known.facts if known else ()


def carried_facts(lived: Lived) -> Iterator[tuple[str, Body, tuple[str, ...]]]:
    """Facts that organisations pass on, by link."""
    for passage in lived.passages:
        receiver = lived.steps[passage.target].body
        if passage.link.carried in ("organisation", "notification") and receiver is not None:
            for name in passage.link.carries:
                known = name in lived.atlas.facts
                yield passage.id, receiver, (name,) if known else _facts_of(name, lived.atlas)


def issued_facts(lived: Lived) -> Iterator[tuple[str, Body, tuple[str, ...]]]:
    """What the body that yields a piece, and those said to hold it, know from then on."""
    for name, one in lived.steps.items():
        for piece in yields_of(one):
            facts = _facts_of(piece, lived.atlas)
            if facts and one.body is not None:
                yield name, one.body, facts
            for holder in holders_of(lived.atlas.evidence[piece]) if facts else ():
                if not _is_many(holder, lived.atlas):  # of many, nobody says which
                    yield name, Body(holder), facts


def _is_many(organisation: str, atlas: Atlas) -> bool:
    known = atlas.organisations.get(organisation)
    return known is not None and known.many
