"""Whether someone follows a case from one body to the next, besides the person."""

from __future__ import annotations

from carteblanche_journeys.graph import Network
from carteblanche_journeys.model import Atlas, Journey


def followed(journey: Journey, net: Network, atlas: Atlas) -> frozenset[str]:
    """The steps during which the case owner follows the case; none where there is no owner.

    What can come after the first step followed, up to the last one, side strands included. The
    person, a relative or the firm is no case owner: they follow their own case in any event.

    >>> from carteblanche_journeys.graph import network
    >>> steps = {name: {"title": name} for name in "abcd"}
    >>> owner = {"actor": "mairie", "from": "b", "to": "c"}
    >>> journey = Journey(title="J'attends", steps=steps, case_owner=owner)
    >>> sorted(followed(journey, network(journey), Atlas()))
    ['b', 'c']
    """
    owner = journey.case_owner
    if owner is None or _of_household(owner.actor, atlas):
        return frozenset()
    return _onwards(owner.from_, net) - (_onwards(owner.to, net) - {owner.to})


def _of_household(actor: str, atlas: Atlas) -> bool:
    known = atlas.actors.get(actor)
    return actor == "person" or (known is not None and known.of_household)


def _onwards(step: str, net: Network) -> frozenset[str]:
    """A step and all that can come after it."""
    found = {step} & set(net.journey.steps)
    ahead = list(found)
    while ahead:
        for passage in net.forward_out(ahead.pop()):
            if passage.target not in found:
                found.add(passage.target)
                ahead.append(passage.target)
    return frozenset(found)
