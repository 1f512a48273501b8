"""Deadlines: how long the law gives, how long it typically takes, and what is left."""

from __future__ import annotations

from dataclasses import dataclass, replace

from carteblanche_journeys.graph import Lived, LivedStep
from carteblanche_journeys.measures.amounts import Amount, least_sure
from carteblanche_journeys.measures.delays import span_of
from carteblanche_journeys.measures.elapsed import Elapsed
from carteblanche_journeys.measures.sureness import status_of
from carteblanche_journeys.model import Deadline, Quantity


@dataclass(frozen=True, slots=True)
class Slack:
    """One deadline of a step that the persona lives.

    Parameters
    ----------
    allowed
        Days that the deadline gives (of one that says `before`: how long before, or none).
    typical
        Expected days from the step it counts from until this one is done; where the person is
        bound, until the person has acted (the answer comes later). Of one that says `before`,
        from this act until that step begins.
    slack
        Days that are left; below zero where the deadline is typically missed. Without values
        where nothing says from when the deadline counts, or how long it takes.
    """

    step: str
    deadline: Deadline
    allowed: Amount
    typical: Amount
    slack: Amount

    @property
    def met(self) -> bool | None:
        """Whether the deadline is typically kept; None where that cannot be said.

        A length of which parts are unknown is a least one: it can miss a deadline, not keep it.
        Where no step between says how long it lasts, nothing can be said.
        """
        if self.slack.likely is None or not self.typical.known:
            return None
        if self.deadline.before is None and self.slack.likely < 0:
            return False
        return self.slack.likely >= 0 if self.typical.complete else None


def slacks(lived: Lived, elapsed: Elapsed) -> tuple[Slack, ...]:
    """Every deadline of the steps that a persona lives, in reading order.

    >>> from carteblanche_journeys.graph import live
    >>> from carteblanche_journeys.measures.elapsed import elapsed
    >>> from carteblanche_journeys.measures.visits import visits
    >>> from carteblanche_journeys.model import Atlas, Journey, Persona
    >>> deadline = {"within": "60 d", "of": "ask", "binds": "organisation"}
    >>> steps = {
    ...     "ask": {"title": "Ask"},
    ...     "decision": {"title": "Wait", "wait": "90 d", "deadlines": [deadline]},
    ... }
    >>> lived = live(Journey(title="I ask for help", steps=steps), Atlas(), Persona(name="Zoé"))
    >>> (found,) = slacks(lived, elapsed(lived, visits(lived)))
    >>> found.slack.likely, found.met
    (-30.0, False)
    """
    return tuple(
        _slack(name, deadline, lived, elapsed)
        for name, one in lived.steps.items()
        if one.concerned is not False
        for deadline in one.step.deadlines
    )


def _slack(step: str, deadline: Deadline, lived: Lived, elapsed: Elapsed) -> Slack:
    act = deadline.binds == "person"
    if deadline.before is not None:
        allowed = _days(deadline.before.by, step, lived)
        typical = elapsed.between(step, deadline.before.of.step, act=act, begun=True)
        if not typical.complete:  # there may be any number of days more
            typical = replace(typical, low=None, likely=None, high=None)
        return Slack(step, deadline, allowed, typical, _less(typical, allowed))
    allowed = _days(deadline.within, step, lived)
    if deadline.within is None or deadline.of is None:
        return Slack(step, deadline, allowed, _UNKNOWN, _UNKNOWN)
    typical = elapsed.between(deadline.of.step, step, act=act)
    if not act and not _says_delay(lived.steps[step]):
        # A deadline says that this takes time: that the step is silent on it is not zero.
        typical = typical + _UNKNOWN if typical.known else _UNKNOWN
    return Slack(step, deadline, allowed, typical, _less(allowed, typical))


def _says_delay(one: LivedStep) -> bool:
    """Whether a step says how long it takes until things go on."""
    waits = (one.step.wait, one.step.takes, one.way.wait if one.way else None)
    return any(wait is not None for wait in waits)


_UNKNOWN = Amount(None, None, None, "d", 0, 1)


def _days(figure: Quantity | None, step: str, lived: Lived) -> Amount:
    if figure is None:
        return Amount(0.0, 0.0, 0.0, "d", 0, 0)
    low, likely, high = span_of(figure)
    status = status_of(figure, lived.steps[step].step, lived.journey)
    return Amount(low, likely, high, "d", status=status)


def _less(whole: Amount, part: Amount) -> Amount:
    """What is left of one when the other is taken away."""
    ends = (whole.low, whole.likely, whole.high), (part.high, part.likely, part.low)
    low, likely, high = (
        None if a is None or b is None else a - b for a, b in zip(*ends, strict=True)
    )
    status = least_sure(one.status for one in (whole, part) if one.known)
    return Amount(low, likely, high, "d", whole.known + part.known, whole.of + part.of, status)
