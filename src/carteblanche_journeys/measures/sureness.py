"""How sure a journey is: the status of each figure it gives, and the figures it lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from carteblanche_journeys.graph import Lived
from carteblanche_journeys.measures.contacts import is_burden
from carteblanche_journeys.model import Journey, Quantity, Status, Step
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.values import Thing


def status_of(thing: Thing, *around: Thing) -> Status | None:
    """How sure a figure is: its own mark, else the nearest around it that says.

    A figure that names a source and no status has been published there.

    Parameters
    ----------
    thing, around
        The figure, then what holds it, nearest first: the ask or way, the step, the journey.

    >>> step = Step(title="Attendre", wait="10 d", status="assumed")
    >>> status_of(step.wait, step)
    'assumed'
    """
    for one in (thing, *around):
        if one.status is not None:
            return one.status
        if one.sources:
            return "published"
    return None


def sources_of(thing: Thing, *around: Thing) -> tuple[str, ...]:
    """Where a figure comes from: its own sources, else the nearest around it that has some."""
    return next((one.sources for one in (thing, *around) if one.sources), ())


def figures_of(step: Step) -> Iterator[Quantity]:
    """Every figure an author gave at a step: times, fees, shares, delays."""
    plain = (step.wait, step.effort, step.agent_effort, step.takes, step.fee, step.share)
    more = (step.resolves, step.drop)
    links = (figure for link in step.next or () for figure in (link.share, link.answer_within))
    ways = (f for way in step.ways for f in (way.wait, way.effort, way.fee, way.share))
    delays = (deadline.within for deadline in step.deadlines)
    fresh = (ask.fresh for ask in step.asks)
    for figure in (*plain, *more, *links, *ways, *delays, *fresh):
        if figure is not None:
            yield figure


def sureness(lived: Lived) -> FrozenMap[str, int]:
    """How many figures of a journey have each status, and how many waits nobody knows.

    Keys are the statuses, `unsaid` for figures without any mark, and `unknown` for steps that
    could have a wait and do not say it.
    """
    journey: Journey = lived.journey
    found: Counter[str] = Counter()
    for one in lived.steps.values():
        for figure in figures_of(one.step):
            found[status_of(figure, one.step, journey) or "unsaid"] += 1
        found["unknown"] += is_burden(one) and one.way is not None and one.step.wait is None
    return FrozenMap({name: count for name, count in sorted(found.items()) if count})
