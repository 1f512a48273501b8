"""Whether moves stay within what may be spent, and what may be asked of the law."""

from __future__ import annotations

from carteblanche_journeys.redesigns.consequences import COST_CLASSES
from carteblanche_journeys.redesigns.proposals.proposal import Limits
from carteblanche_journeys.redesigns.proposals.trial import Trial


def within(trial: Trial, limits: Limits) -> bool:
    """Whether each move costs no more, and needs nothing else in law, than the limits allow.

    What the law allows already, or needs nothing, is always allowed.
    """
    allowed = {*limits.legal, "nothing"}
    needs = [need for _, need in trial.legal if not need.standing]
    return COST_CLASSES.index(trial.cost_class) <= COST_CLASSES.index(limits.cost) and all(
        need.need in allowed for need in needs
    )
