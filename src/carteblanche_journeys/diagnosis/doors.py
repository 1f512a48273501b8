"""The doors of a journey: each counter met for a scheme, and what one has to bring there."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from carteblanche_journeys.diagnosis.pursuits import asked_by, meets_counter, proves
from carteblanche_journeys.graph import Lived, LivedStep, is_open
from carteblanche_journeys.model import Way, holds, schemes_of, ways_of
from carteblanche_journeys.model.counters import Level


@dataclass(frozen=True, slots=True)
class Door:
    """A counter met at a step for a scheme.

    Parameters
    ----------
    level
        What the counter may do for the scheme.
    facts
        What one has to prove or tell there.
    known
        Whether the facts of what is asked are listed.
    open
        Whether the persona may go there; False where only a `when` keeps it away.
    taken
        Whether it is the way that the persona takes.
    """

    counter: str
    owner: str
    step: str
    scheme: str
    purpose: str
    level: Level
    facts: frozenset[str]
    known: bool
    open: bool
    taken: bool


def doors(lived: Lived) -> Iterator[Door]:
    """Every door of the steps that a persona lives, for schemes whose purpose is known.

    Ways that only their own `when` closes to the persona are among them, those closed for
    another reason and those of a professional are not.
    """
    for name, one in lived.steps.items():
        if not meets_counter(one, lived.atlas):
            continue
        for way in ways_of(one.step, lived.atlas):
            unconditional = way.model_copy(update={"when": {}}) if way.when else way
            if way.done_by is None and is_open(unconditional, one.step, lived.persona):
                yield from _of_way(name, one, way, lived)


def _of_way(name: str, one: LivedStep, way: Way, lived: Lived) -> Iterator[Door]:
    counter = lived.atlas.counters.get(way.counter or "")
    if counter is None:
        return
    pieces = [piece for ask in asked_by(one, way, lived) for piece in ask.pieces]
    facts = proves(pieces, lived.atlas) | frozenset(one.step.tells)
    for scheme in schemes_of(one.step, lived.atlas):
        level, known = counter.level(scheme), lived.atlas.schemes.get(scheme)
        if level is None or known is None or known.purpose is None:
            continue
        yield Door(
            counter=counter.id,
            owner=counter.owner,
            step=name,
            scheme=scheme,
            purpose=known.purpose,
            level=level,
            facts=facts,
            known=bool(facts - set(pieces)),
            open=holds(way.when, lived.persona.traits) is not False,
            taken=way == one.way,
        )


def facts_by(name: str, there: Iterable[Door]) -> dict[str, frozenset[str]]:
    """What one has to prove or tell, by counter or by scheme, over all its doors."""
    facts: dict[str, frozenset[str]] = {}
    for door in there:
        key = getattr(door, name)
        facts[key] = facts.get(key, frozenset()) | door.facts
    return facts


def owners(there: Iterable[Door]) -> int:
    """How many organisations keep these doors."""
    return len({door.owner for door in there})


def grouped(there: Iterable[Door], *names: str) -> dict[Hashable, list[Door]]:
    """Doors by one or several of their fields, in the order they are met."""
    key = attrgetter(*names)
    groups: dict[Hashable, list[Door]] = {}
    for door in there:
        groups.setdefault(key(door), []).append(door)
    return groups
