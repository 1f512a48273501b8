"""What reaches a counter and what leaves it: from whom, to whom, carried by whom."""

from __future__ import annotations

from collections import Counter as Tally

from markupsafe import Markup

from carteblanche_journeys.graph import LivedStep
from carteblanche_journeys.model import Counter
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.pen import Pen, joined


def flows(desk: Desk, pen: Pen, counter: Counter) -> tuple[list[Markup], list[Markup]]:
    """The handoffs into and out of a counter over all journeys, said with their number."""
    receives: Tally[tuple[str, str]] = Tally()
    sends: Tally[tuple[str, str]] = Tally()
    for journey in dict.fromkeys(use.journey.id for use in desk.usage.counters.get(counter.id, ())):
        lived = desk.lived(desk.atlas.journeys[journey])
        for handoff in desk.handoffs(journey):
            carried = handoff.carried or "unknown"
            if _counter_at(lived.steps[handoff.target]) == counter.id:
                receives[handoff.before.organisation, carried] += 1
            if _counter_at(lived.steps[handoff.source]) == counter.id:
                sends[handoff.after.organisation, carried] += 1
    return _said(desk, pen, receives), _said(desk, pen, sends)


def _counter_at(lived: LivedStep) -> str | None:
    return lived.way.counter if lived.way else None


def _said(desk: Desk, pen: Pen, tally: Tally[tuple[str, str]]) -> list[Markup]:
    return [
        joined(
            [
                pen.organisation(organisation),
                pen.plain(desk.words(f"carried.{carried}")),
                pen.plain(desk.words("count.steps", n=number)),
            ]
        )
        for (organisation, carried), number in sorted(tally.items(), key=lambda one: -one[1])
    ]
