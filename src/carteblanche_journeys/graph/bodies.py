"""Which body answers at a step."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from carteblanche_journeys.model import Atlas, Step, Way, actor_of


@dataclass(frozen=True, slots=True, order=True)
class Body:
    """The organisation that answers; for one that is many (mairie), the one of that place."""

    organisation: str
    place: str = ""

    def __str__(self) -> str:
        return f"{self.organisation}@{self.place}" if self.place else self.organisation


def body(step: Step, way: Way | None, atlas: Atlas) -> Body | None:
    """The body of a step: accountable, else the counter's owner, else the actor's organisation.

    None for what the person does alone.

    >>> atlas = Atlas(
    ...     organisations={"mairie": {"name": "Mairie", "many": True}},
    ...     counters={"etat-civil": {"name": "État civil", "owner": "mairie"}},
    ... )
    >>> str(body(Step(title="Déclarer"), Way(counter="etat-civil", near="birth"), atlas))
    'mairie@birth'
    """
    organisation = _organisation(step, way, atlas)
    if organisation is None:
        return None
    known = atlas.organisations.get(organisation)
    place = (way.near or "") if way is not None and known is not None and known.many else ""
    return _known_body(organisation, place)


@lru_cache(maxsize=4096)
def _known_body(organisation: str, place: str) -> Body:
    """One value for each body, which many steps share."""
    return Body(organisation, place)


def _organisation(step: Step, way: Way | None, atlas: Atlas) -> str | None:
    if step.accountable:
        return step.accountable[0]
    counter = atlas.counters.get(way.counter or "") if way else None
    if counter is not None:
        return counter.owner
    actor = actor_of(step, atlas)
    return actor.organisation if actor else None
