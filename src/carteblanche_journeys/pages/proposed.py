"""Proposals of a site: worked out once for a journey, whatever the pages and languages."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.redesigns.comparisons.comparison import Difference
from carteblanche_journeys.redesigns.hindrance import DoesNotFit
from carteblanche_journeys.redesigns.proposals.gains import counted
from carteblanche_journeys.redesigns.proposals.proposal import Proposal, Proposals
from carteblanche_journeys.redesigns.proposals.proposing import propose
from carteblanche_journeys.redesigns.proposals.trial import Start, Trial, tried

#: Journeys of which one process keeps the proposals, for the next build in another language.
_KEPT = 16


@dataclass(frozen=True, eq=False)
class Together:
    """Two proposals made on one journey: what both give, by persona.

    `places` are their ranks; the minutes are those of the journey that both yield.
    """

    places: tuple[int, int]
    minutes: Mapping[str, Difference | None]
    proposals: tuple[Proposal, Proposal]


_Key = tuple[int, int, date]
#: The frozen values themselves are kept beside the answer, so that no id is used again.
_known: OrderedDict[_Key, tuple[Journey, Atlas, Proposals]] = OrderedDict()


def proposals(desk: Desk, journey: Journey) -> Proposals:
    """What the tool proposes for a journey, by the objective of the worst off.

    Moves answer faults: where there is none, nothing is tried.
    """
    if all(one.asks for one in desk.shown(journey.id)):
        return Proposals("worst-off", (), (), (), 0)
    # A move says which other journeys it would touch, by the counters that they meet.
    ground = (journey, desk.ground(journey.id), desk.accepted(journey.id), desk.usage.met)
    return desk.memory.recall(("proposals", journey.id), ground, lambda: _once(desk, journey))


def _once(desk: Desk, journey: Journey) -> Proposals:
    key = (id(journey), id(desk.atlas), desk.today)
    if key not in _known:
        found = propose(journey, desk.atlas, today=desk.today)
        _known[key] = (journey, desk.atlas, found)
        if len(_known) > _KEPT:
            _known.popitem(last=False)
    return _known[key][2]


def together(found: Proposals) -> Together | None:
    """The first proposal with the next that can be made on it, measured together.

    Savings overlap: only the journey that both yield can tell. None where no two fit.
    """
    if not found.shown:
        return None
    first = found.shown[0]
    for place, other in enumerate(found.shown[1:], start=2):
        trial = _both(first, other)
        if trial is not None:
            minutes = {name: counted(trial, name, "minutes") for name in first.spared}
            return Together((1, place), minutes, (first, other))
    return None


def _both(one: Proposal, other: Proposal) -> Trial | None:
    """Both made on a copy, in the canonical order of their moves; None where one does not fit."""
    before = one.stages[0]
    start = Start(before, before.personas)
    trial = Trial(start)
    moves = sorted((*one.moves, *other.moves), key=lambda move: move.move.order)
    try:
        for move in moves:
            if move.done(trial.after):
                return None
            trial = tried(trial, move)
    except DoesNotFit:
        return None
    return trial
