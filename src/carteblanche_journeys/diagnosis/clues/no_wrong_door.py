"""Doors of several organisations at any of which one may knock: each passes the case on."""

from __future__ import annotations

from collections.abc import Collection

from carteblanche_journeys.diagnosis.clues.doors import Door, house_of
from carteblanche_journeys.graph import Lived
from carteblanche_journeys.model import Atlas, schemes_of


def leaves_to_guess(group: Collection[Door], lived: Lived) -> bool:
    """Whether several organisations keep these doors, and it matters at which of them one knocks.

    It does not where all stand at one step, each says that it passes cases on to all others, and
    the journey shows organisations that do.
    """
    houses = {door.house for door in group}
    if len(houses) < 2:
        return False
    if len({door.step for door in group}) > 1:
        return True
    first = next(iter(group)).house
    reached = _passed_on_to({door.scheme for door in group}, lived) | {first}
    return any(
        houses - {door.house} - _forwarded(door, lived.atlas) or door.house not in reached
        for door in group
    )


def _forwarded(door: Door, atlas: Atlas) -> set[str]:
    """The organisations to which a counter says that it passes cases on."""
    onward = atlas.counters[door.counter].forwards_to
    owners = (atlas.counters[one].owner if one in atlas.counters else one for one in onward)
    return {house_of(owner, atlas) for owner in owners}


def _passed_on_to(schemes: Collection[str], lived: Lived) -> set[str]:
    """The organisations to which others carry a case for one of these schemes."""
    found = set()
    for passage in lived.passages:
        there = lived.steps[passage.target]
        pursued = schemes_of(there.step, lived.atlas)
        if passage.link.carried == "organisation" and there.body and set(pursued) & set(schemes):
            found.add(house_of(there.body.organisation, lived.atlas))
    return found
