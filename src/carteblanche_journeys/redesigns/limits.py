"""Whether moves stay within what may be spent, and what may be asked of the law."""

from __future__ import annotations

from carteblanche_journeys.redesigns.consequences import COST_CLASSES
from carteblanche_journeys.redesigns.proposal import Limits
from carteblanche_journeys.redesigns.trial import Trial


def within(trial: Trial, limits: Limits) -> bool:
    """Whether each move costs no more, and needs nothing else in law, than the limits allow.

    What the law allows already, or needs nothing, is always allowed.
    """
    dearest = COST_CLASSES.index(limits.cost)
    allowed = {*limits.legal, "nothing"}
    return all(
        COST_CLASSES.index(move.cost(before).cost_class) <= dearest
        and all(need.standing or need.need in allowed for need in move.legal(before))
        for move, before in zip(trial.moves, trial.stages, strict=False)
    )
