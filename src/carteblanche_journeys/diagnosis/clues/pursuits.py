"""What is pursued at a step, what its counter can do, what it makes people prove."""

from __future__ import annotations

from collections.abc import Iterable

from carteblanche_journeys.graph import Lived, LivedStep
from carteblanche_journeys.measures.contacts import is_burden
from carteblanche_journeys.model import Ask, Atlas, Way, asks_of, by_household, holds, schemes_of


def meets_counter(one: LivedStep, atlas: Atlas) -> bool:
    """Whether someone of the household stands before a counter at a lived step."""
    return is_burden(one) and by_household(one.step, atlas) and bool(one.ways)


def purposes_of(schemes: Iterable[str], atlas: Atlas) -> frozenset[str]:
    """What these schemes are for; those that do not say it are for nothing known."""
    known = (atlas.schemes[name].purpose for name in schemes if name in atlas.schemes)
    return frozenset(purpose for purpose in known if purpose)


def only_informs(one: LivedStep, atlas: Atlas) -> bool:
    """Whether the counter met does no more than inform on what is pursued there."""
    counter = atlas.counters.get(one.way.counter or "") if one.way else None
    if counter is None:
        return False
    schemes = schemes_of(one.step, atlas) or tuple(counter.competence)
    levels = {counter.level(scheme) for scheme in schemes} - {None}
    return levels == {"informs"}


def asked_by(one: LivedStep, way: Way, lived: Lived) -> tuple[Ask, ...]:
    """What a way of a step asks of this persona."""
    traits = lived.persona.traits
    return tuple(ask for ask in asks_of(one.step, way) if holds(ask.when, traits) is not False)


def proves(asks: Iterable[Ask], atlas: Atlas) -> frozenset[str]:
    """The facts that asks make people prove.

    Of pieces of which any one will do, what they all prove; a piece whose facts nobody listed
    stands for itself. A photo or a signature tells who someone is, not what the case is about.

    >>> atlas = Atlas(evidence={"livret": {"name": "Livret", "facts": ["nom"]}})
    >>> proves([Ask(piece="livret")], atlas)
    frozenset({'nom'})
    """
    facts = frozenset[str]().union(*(_proven(ask.pieces, atlas) for ask in asks))
    return frozenset(fact for fact in facts if not _identifies(fact, atlas))


def _identifies(fact: str, atlas: Atlas) -> bool:
    return fact in atlas.facts and atlas.facts[fact].type in ("photo", "signature")


def _proven(pieces: tuple[str, ...], atlas: Atlas) -> frozenset[str]:
    listed = [atlas.evidence[piece].facts for piece in pieces if piece in atlas.evidence]
    proofs = [frozenset(facts) for facts in listed if facts]
    if not proofs:
        return frozenset(pieces)
    return proofs[0].intersection(*proofs) or proofs[0].union(*proofs)
