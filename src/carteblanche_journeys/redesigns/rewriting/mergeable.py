"""Counters that could become one: which take in the same, and which of them others could join."""

from __future__ import annotations

from collections.abc import Sequence

from carteblanche_journeys.diagnosis import Where
from carteblanche_journeys.model import LEVELS, Atlas, Counter, counters_of, ways_of
from carteblanche_journeys.redesigns.rewriting.purposes import work_of
from carteblanche_journeys.redesigns.variant import Variant


def taking_in(variant: Variant, where: Where) -> tuple[Counter, ...]:
    """The counters at the places of a finding where one files for its schemes.

    Those that stand beside them at the same steps are among them.
    """
    beside = (one for name in where.steps for one in counters_of(variant.steps[name]))
    there = dict.fromkeys((*where.counters, *beside))
    known = (variant.atlas.counters[one] for one in there if one in variant.atlas.counters)
    return tuple(one for one in known if _takes_in(one, where.schemes, variant.atlas))


def _takes_in(counter: Counter, schemes: Sequence[str], atlas: Atlas) -> bool:
    """Whether one files there for one of these; nobody merges a bank, or one home of many."""
    owner = atlas.organisations.get(counter.owner)
    free = owner is not None and (
        owner.kind in ("private", "association") or (owner.many and owner.kind != "local")
    )
    levels = {counter.level(scheme) for scheme in schemes}
    return not free and not levels.isdisjoint(("receives", "decides"))


def purposes_of(schemes: Sequence[str], atlas: Atlas) -> tuple[str, ...]:
    """What these schemes are for, each once."""
    known = (atlas.schemes[name].purpose for name in schemes if name in atlas.schemes)
    return tuple(dict.fromkeys(purpose for purpose in known if purpose))


def only_receives(counter: Counter, atlas: Atlas) -> bool:
    """Whether a counter of one body decides on nothing, and does more than inform."""
    owner = atlas.organisations.get(counter.owner)
    many = owner is not None and owner.many
    return not many and set(counter.competence.values()) == {"receives"}


def readiness(variant: Variant, counter: Counter, purpose: str) -> tuple[object, ...]:
    """First where one may meet someone, then what is open to most people, then what does most."""
    ways = [
        way
        for step in variant.steps.values()
        for way in ways_of(step, variant.atlas)
        if way.counter == counter.id
    ]
    level = work_of(counter, purpose, variant.atlas) or "informs"
    only_online = set(counter.channels) == {"online"}
    only_some = all(bool(way.when) for way in ways)
    return only_online, only_some, -len(counter.channels), -LEVELS.index(level)
