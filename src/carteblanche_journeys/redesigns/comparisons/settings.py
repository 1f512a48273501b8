"""Whether two journeys are lived in the same world, whatever its things are called."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from pydantic import BaseModel

from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.redesigns.comparisons.fates import naming_of
from carteblanche_journeys.redesigns.comparisons.identity import Identity
from carteblanche_journeys.redesigns.comparisons.meaning import Naming, meaning

#: What lives hang on, beside the steps of the journey, and what its ids name.
_SHELVES = {
    "organisations": "organisation",
    "actors": "actor",
    "counters": "counter",
    "evidence": "evidence",
    "facts": "fact",
    "schemes": "scheme",
    "personas": "persona",
    "territories": "territory",
    "traits": "trait",
}


def same_world(as_is: Journey, to_be: Journey, before: Atlas, after: Atlas, same: Identity) -> bool:
    """Whether all that a life hangs on, but the steps, says the same on both sides.

    >>> from carteblanche_journeys.redesigns.comparisons.identity import identity
    >>> one = Journey(title="X", steps={"a": {"title": "A"}})
    >>> atlas, other = Atlas(), Atlas(counters={"caf": {"name": "CAF", "owner": "caf"}})
    >>> same_world(one, one, atlas, other, identity(one, one, atlas, other))
    False
    """
    namings = naming_of(same, 0), naming_of(same, 1)
    return (
        _frame(as_is, before, namings[0]) == _frame(to_be, after, namings[1])
        and before.parameters == after.parameters
        and all(
            _same_shelf(kind, getattr(before, name), getattr(after, name), namings)
            for name, kind in _SHELVES.items()
        )
    )


def _frame(journey: Journey, atlas: Atlas, naming: Naming) -> Hashable:
    owner = journey.case_owner
    territory = journey.territory or atlas.territory
    horizon = None if journey.horizon is None else journey.horizon.minutes
    followed = None if owner is None else tuple(meaning(owner, naming).items())
    return territory, journey.personas, horizon, followed, atlas.currency


def _same_shelf(
    kind: str,
    before: Mapping[str, BaseModel],
    after: Mapping[str, BaseModel],
    namings: tuple[Naming, Naming],
) -> bool:
    if before is after or before == after:
        return True
    if len(before) != len(after):
        return False
    one, other = (
        {naming((kind,), name): meaning(thing, naming) for name, thing in shelf.items()}
        for shelf, naming in ((before, namings[0]), (after, namings[1]))
    )
    return one == other
