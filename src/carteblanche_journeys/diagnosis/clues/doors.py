"""The doors of a journey: each counter met for a scheme, and what one has to prove there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from carteblanche_journeys.diagnosis.clues.pursuits import asked_by, meets_counter, proves
from carteblanche_journeys.graph import Lived, LivedStep, is_open, serves
from carteblanche_journeys.model import Atlas, Step, Way, by_household, holds, schemes_of, ways_of
from carteblanche_journeys.model.counters import Level


@dataclass(frozen=True, slots=True)
class Door:
    """A counter met at a step for a scheme.

    Parameters
    ----------
    house
        The organisation that keeps it, or the one to which that belongs.
    level
        What the counter may do for the scheme.
    asks, facts
        Whether anything is asked there, and what one has to prove by it.
    free
        Whether the person chooses it as a customer does: a private body, an association, one
        professional among many.
    open
        Whether the persona may go there; False where only a `when` keeps it away.
    taken
        Whether it is the way that the persona takes.
    """

    counter: str
    owner: str
    house: str
    step: str
    scheme: str
    purpose: str
    level: Level
    asks: bool
    facts: frozenset[str]
    free: bool
    open: bool
    taken: bool

    @property
    def file(self) -> tuple[str, str]:
        """The organisation and the scheme: a file of its own."""
        return self.house, self.scheme

    @property
    def place(self) -> tuple[str, str]:
        """The counter and the step: where one asks."""
        return self.counter, self.step


def deciding_doors(lived: Lived) -> Iterator[Door]:
    """Every door behind which a body decides on its own, on what someone else has handed in."""
    for name, one in lived.steps.items():
        alone = one.concerned is not False and not by_household(one.step, lived.atlas)
        if alone and one.way is not None and one.step.kind != "outcome":
            found = _of_way(name, one, one.way, lived)
            yield from (door for door in found if door.level == "decides")


def doors(lived: Lived) -> Iterator[Door]:
    """Every door of the steps that a persona lives, for schemes whose purpose is known.

    Ways that only their own `when` closes to the persona are among them; those closed for
    another reason, those of a professional, and steps where one only collects are not.
    """
    for name, one in lived.steps.items():
        collects = one.step.yields and not one.step.asks
        if collects or not meets_counter(one, lived.atlas):
            continue
        for way in ways_of(one.step, lived.atlas):
            unconditional = way.model_copy(update={"when": {}}) if way.when else way
            if way.done_by is None and _may_go(unconditional, one.step, lived):
                yield from _of_way(name, one, way, lived)


def _may_go(way: Way, step: Step, lived: Lived) -> bool:
    return is_open(way, step, lived.persona) and serves(way, step, lived.persona, lived.atlas)


def _of_way(name: str, one: LivedStep, way: Way, lived: Lived) -> Iterator[Door]:
    counter = lived.atlas.counters.get(way.counter or "")
    if counter is None:
        return
    asks = asked_by(one, way, lived)
    facts = proves(asks, lived.atlas)
    for scheme in schemes_of(one.step, lived.atlas):
        level, known = counter.level(scheme), lived.atlas.schemes.get(scheme)
        if level is None or known is None or known.purpose is None:
            continue
        yield Door(
            counter=counter.id,
            owner=counter.owner,
            house=house_of(counter.owner, lived.atlas),
            step=name,
            scheme=scheme,
            purpose=known.purpose,
            level=level,
            asks=bool(asks),
            facts=facts,
            free=_is_free(counter.owner, lived.atlas),
            open=holds(way.when, lived.persona.traits) is not False,
            taken=way == one.way,
        )


def house_of(organisation: str, atlas: Atlas) -> str:
    """The organisation itself, or the highest one to which it belongs.

    >>> ccas = {"name": "CCAS", "part_of": "mairie"}
    >>> house_of("ccas", Atlas(organisations={"ccas": ccas, "mairie": {"name": "Mairie"}}))
    'mairie'
    """
    seen = {organisation}
    while organisation in atlas.organisations:
        above = atlas.organisations[organisation].part_of
        if above is None or above in seen:
            break
        organisation = above
        seen.add(above)
    return organisation


def _is_free(organisation: str, atlas: Atlas) -> bool:
    known = atlas.organisations.get(organisation)
    if known is None:
        return False
    return known.kind in ("private", "association") or (known.kind == "professional" and known.many)


def houses(there: Iterable[Door]) -> int:
    """How many organisations keep these doors; parts of one organisation count once."""
    return len({door.house for door in there})


def grouped(there: Iterable[Door], name: str) -> dict[object, list[Door]]:
    """Doors by one of their properties, in the order they are met."""
    key = attrgetter(name)
    groups: dict[object, list[Door]] = {}
    for door in there:
        groups.setdefault(key(door), []).append(door)
    return groups
