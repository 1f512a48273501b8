"""Which counter could answer for others: one near to people, that receives them in person."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf

from carteblanche_journeys.model import Counter, Persona, Way, counters_of
from carteblanche_journeys.model.organisations import OrganisationKind
from carteblanche_journeys.redesigns.rewriting.reaching import drive_to_counter
from carteblanche_journeys.redesigns.variant import Variant

#: Kinds of body that keep generalist counters: houses of France Services are run by communes and
#: their groupings, by associations, or by a network of the State.
_HOSTS: frozenset[OrganisationKind] = frozenset(("local", "association"))
#: Channels on which an agent can see to it with the person.
_FACE_TO_FACE = frozenset(("on-site", "stop"))


def generalist(
    variant: Variant, schemes: Iterable[str], people: Iterable[Persona]
) -> Counter | None:
    """The counter to which contacts could best be entrusted; None where none is suited.

    It has to belong to a local body or an association, to receive people in person, and to know
    something of these schemes, or to have operators already. One with operators comes first,
    then the nearest to people, then one that they meet already.
    """
    wanted = frozenset(schemes)
    homes = [one.people[0].commune for one in people if one.people]
    known = [home for home in homes if home is not None]
    met = {name for step in variant.steps.values() for name in counters_of(step)}
    able = (one for one in variant.atlas.counters.values() if _is_suited(one, wanted, variant))
    return min(
        able,
        key=lambda one: (not one.operators, _far(one, known, variant), one.id not in met),
        default=None,
    )


def _is_suited(counter: Counter, schemes: frozenset[str], variant: Variant) -> bool:
    owner = variant.atlas.organisations.get(counter.owner)
    hosts = owner is not None and owner.kind in _HOSTS
    knows = bool(counter.operators) or not schemes.isdisjoint(counter.competence)
    return hosts and knows and not _FACE_TO_FACE.isdisjoint(counter.channels)


def _far(counter: Counter, homes: list[str], variant: Variant) -> float:
    """Minutes by car from all these homes together; without end where one is not known."""
    near = place_of(counter, homes, variant)
    way = Way(counter=counter.id, channel="on-site", near=near)
    roads = [drive_to_counter(variant, home, way) for home in homes]
    return sum(inf if road is None else road for road in roads)


def place_of(counter: Counter, homes: Iterable[str], variant: Variant) -> str | None:
    """Which place of a counter one goes to, where its owner is many: at home, else the nearest."""
    owner = variant.atlas.organisations.get(counter.owner)
    if owner is None or not owner.many or not counter.places:
        return None
    there = {place.commune for place in counter.places}
    return "home" if there.issuperset(homes) else "nearest"
