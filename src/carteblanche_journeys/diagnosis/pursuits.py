"""What is pursued at a step, what its counter can do, what it makes people prove."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from carteblanche_journeys.graph import Lived, LivedStep, Network
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


def proves(pieces: Iterable[str], atlas: Atlas) -> frozenset[str]:
    """The facts that pieces prove or ask for; a piece whose facts nobody listed is one itself.

    >>> proves(["livret"], Atlas(evidence={"livret": {"name": "Livret", "facts": ["nom"]}}))
    frozenset({'nom'})
    """
    facts: set[str] = set()
    for piece in pieces:
        known = atlas.evidence[piece].facts if piece in atlas.evidence else ()
        facts.update(known or (piece,))
    return frozenset(facts)


def exclusive(one: str, other: str, net: Network, nearest: Mapping[str, str]) -> bool:
    """Whether two steps stand on different branches of one choice, so that nobody lives both.

    Parameters
    ----------
    nearest
        The dominators of the network.
    """
    above = [one]
    while above[-1] in nearest:
        above.append(nearest[above[-1]])
    meeting, known = other, set(above)
    while meeting not in known and meeting in nearest:
        meeting = nearest[meeting]
    apart = meeting not in (one, other) and meeting in known
    step = net.journey.steps.get(meeting)
    return apart and step is not None and step.kind == "choice"
