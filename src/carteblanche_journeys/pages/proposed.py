"""Proposals of a site: worked out once for a journey, whatever the pages and languages."""

from __future__ import annotations

from collections import OrderedDict

from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.redesigns.proposal import Limits, Proposals
from carteblanche_journeys.redesigns.proposing import propose

#: How many moves the best set may have that a page shows: more would take longer than a build
#: is worth; `carteblanche propose --best-set` goes further.
MOST_TOGETHER = 2
#: Journeys of which one process keeps the proposals, for the next build in another language.
_KEPT = 16

_Key = tuple[int, int]
#: The frozen values themselves are kept beside the answer, so that no id is used again.
_known: OrderedDict[_Key, tuple[Journey, Atlas, Proposals]] = OrderedDict()


def proposals(desk: Desk, journey: Journey) -> Proposals:
    """What the tool proposes for a journey, by the objective of the worst off."""
    ground = (journey, desk.ground(journey.id), _shared(desk))
    return desk.memory.recall(("proposals", journey.id), ground, lambda: _once(journey, desk.atlas))


def _once(journey: Journey, atlas: Atlas) -> Proposals:
    key = (id(journey), id(atlas))
    if key not in _known:
        found = propose(journey, atlas, limits=Limits(moves=MOST_TOGETHER), best=True)
        _known[key] = (journey, atlas, found)
        if len(_known) > _KEPT:
            _known.popitem(last=False)
    return _known[key][2]


def _shared(desk: Desk) -> tuple[object, ...]:
    """Which journeys meet which counters: a move may say what else it would touch."""
    return tuple(
        (counter, tuple(dict.fromkeys(use.journey.id for use in uses)))
        for counter, uses in desk.usage.counters.items()
    )
