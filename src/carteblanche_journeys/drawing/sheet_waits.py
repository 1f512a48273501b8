"""What a step shows of waiting."""

from __future__ import annotations

from collections.abc import Sequence

from carteblanche_journeys.drawing.sheet import Lane, SheetWait
from carteblanche_journeys.measures.sureness import status_of
from carteblanche_journeys.model import Deadline, Journey, Quantity, Step, Way
from carteblanche_journeys.words import Words

MINUTES_A_WEEK = 7 * 24 * 60


def wait_of(
    step: Step, ways: Sequence[Way], journey: Journey, lane: Lane, words: Words
) -> SheetWait:
    """The wait of a step by its first way; unknown only where it could make one wait."""
    wait = step.wait or (ways[0].wait if ways else None)
    if wait is not None:
        around = (ways[0], step, journey) if wait is not step.wait else (step, journey)
        return SheetWait("known", words.quantity(wait), status_of(wait, *around), whole_weeks(wait))
    legal = "; ".join(_legal(one, words) for one in step.deadlines if _binds_others(one))
    could = step.kind == "action" and (bool(ways) or lane == "backstage")
    return SheetWait("unknown" if could or legal else "none", legal=legal)


def whole_weeks(wait: Quantity) -> int:
    """How many whole weeks a wait lasts: likely, or else at least.

    >>> whole_weeks(Quantity(value="10 d")), whole_weeks(Quantity(value="2 mo"))
    (1, 9)
    """
    low, likely, _ = wait.minutes
    return round((low if likely is None else likely) / MINUTES_A_WEEK)


def _binds_others(deadline: Deadline) -> bool:
    return deadline.binds == "organisation" and deadline.within is not None


def _legal(deadline: Deadline, words: Words) -> str:
    time = words.quantity(deadline.within) if deadline.within else ""
    said = words("drawing.legal", time=time)
    return f"{said}, {words(f'drawing.silence-{deadline.silence}')}" if deadline.silence else said
