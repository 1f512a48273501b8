"""Waits of a journey: who makes the person wait, for what, and how long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from carteblanche_journeys.graph import Body, Lived, LivedStep
from carteblanche_journeys.model import schemes_of
from carteblanche_journeys.model.quantities import MINUTES, WaitQuantity


@dataclass(frozen=True, slots=True)
class Waiting:
    """One wait at one step.

    Parameters
    ----------
    body
        Who makes the person wait: the body of the step, else the last one met before it.
    schemes
        What is waited for.
    """

    step: str
    wait: WaitQuantity
    body: Body
    schemes: tuple[str, ...]

    def over(self, days: float) -> bool | None:
        """Whether it most likely lasts longer than so many days; None where nobody can say.

        >>> wait = WaitQuantity(value="5..30 d")
        >>> Waiting("a", wait, Body("caf"), ()).over(15) is None
        True
        """
        low, likely, high = (None if m is None else m / MINUTES["d"] for m in self.wait.minutes)
        if likely is not None:
            return likely > days
        if low is not None and low > days:
            return True
        return False if high is not None and high <= days else None


def waitings(lived: Lived) -> Iterator[Waiting]:
    """Every wait that a persona lives in a procedure, in reading order.

    That of the way taken where it has its own, else that of the step; at an outcome, what it
    still takes until it is there. A wait for which no body answers is not among them, nor are
    those of care, of life, and of who gives up. O(steps + links).
    """
    answering = _answering(lived)
    for name, one in lived.steps.items():
        own = one.way.wait if one.way and one.way.wait else one.step.wait
        answers = answering[name]
        if own is not None and answers is not None and _weighs(one):
            yield Waiting(name, own, answers, _awaited(one, lived))


def appointments(lived: Lived) -> Iterator[Waiting]:
    """Every wait for an appointment at the counter of the way taken."""
    for name, one in lived.steps.items():
        counter = lived.atlas.counters.get(one.way.counter or "") if one.way else None
        if counter is not None and counter.appointment_wait is not None and _weighs(one):
            answers = one.body or Body(counter.owner)
            yield Waiting(name, counter.appointment_wait, answers, _awaited(one, lived))


def _weighs(one: LivedStep) -> bool:
    step = one.step
    lived = one.concerned is not False and step.kind != "event"
    return lived and step.nature == "procedure" and step.result != "gave-up"


def _awaited(one: LivedStep, lived: Lived) -> tuple[str, ...]:
    return one.step.scheme or schemes_of(one.step, lived.atlas)


def _answering(lived: Lived) -> Mapping[str, Body | None]:
    """For each step its body, else that of the first way there, looking through home."""
    came_from: dict[str, str] = {}
    for passage in lived.passages:
        if not passage.link.back:
            came_from.setdefault(passage.target, passage.source)
    answering: dict[str, Body | None] = {}
    for name, one in lived.steps.items():
        own = one.body if one.concerned is not False else None
        answering[name] = own or answering.get(came_from.get(name, ""))
    return answering
