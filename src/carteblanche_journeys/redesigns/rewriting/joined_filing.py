"""One filing in place of several: every way, all that is asked, what it takes and costs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from carteblanche_journeys.diagnosis.clues.exclusion import together
from carteblanche_journeys.model import (
    Atlas,
    Deadline,
    Link,
    Step,
    Way,
    schemes_of,
    ways_of,
)
from carteblanche_journeys.model.quantities import Quantity
from carteblanche_journeys.model.values import Text
from carteblanche_journeys.redesigns.rewriting.adding_up import joined_effort, joined_price
from carteblanche_journeys.redesigns.rewriting.asks_joined import asks_by_way, facts_of, joined_asks
from carteblanche_journeys.redesigns.rewriting.behind import handed_on
from carteblanche_journeys.redesigns.rewriting.bodies import steps_before
from carteblanche_journeys.redesigns.rewriting.conditions import both, either
from carteblanche_journeys.redesigns.variant import Variant


@dataclass(frozen=True, slots=True)
class OneFiling:
    """What the one filing is called, how long it takes, what goes along to those behind it.

    Parameters
    ----------
    effort
        As `effort_of` says for the filings before anything of them is changed.
    along
        Pieces that the bodies pass on among themselves.
    answer_within
        How long a body has to answer that gets the case from another; None where none is set.
    """

    title: Text
    effort: Quantity | None
    along: tuple[str, ...] = ()
    answer_within: Quantity | None = None

    def handed_on(self, link: Link) -> Link:
        """A link on which the case goes from one body to the next."""
        return handed_on(link, self.along, self.answer_within)


def effort_of(variant: Variant, filings: Sequence[str]) -> Quantity | None:
    """How long one filing takes the household in place of these; None where nobody can say."""
    steps = [variant.steps[name] for name in filings]
    asked = [facts_of(_asked(step, variant.atlas), variant.atlas) for step in steps]
    efforts = [_said(step, "effort") for step in steps]
    return joined_effort(list(zip(efforts, asked, strict=True)))


def _said(step: Step, name: str) -> Quantity | None:
    """What a step says of an effort or a fee; of its ways, if they all say the same."""
    own: Quantity | None = getattr(step, name)
    by_way = {getattr(way, name) or own for way in step.ways}
    return next(iter(by_way)) if len(by_way) == 1 else own if not by_way else None


def _bound(variant: Variant, filings: Sequence[str]) -> tuple[Deadline, ...]:
    """Times by which the person has to file: all that count from something before the first."""
    first, others = filings[0], filings[1:]
    earlier = steps_before(variant, first)
    later = (one for name in others for one in variant.steps[name].deadlines)
    moving = (
        one for one in later if one.binds == "person" and (one.of is None or one.of.step in earlier)
    )
    return tuple(dict.fromkeys((*variant.steps[first].deadlines, *moving)))


def joined_filing(variant: Variant, filings: Sequence[str], made: OneFiling) -> Step:
    """The one filing: every way, all that is asked and told, what it takes and costs."""
    atlas = variant.atlas
    steps = [variant.steps[name] for name in filings]
    asked = [_asked(step, atlas) for step in steps]
    changes: dict[str, Any] = {
        "title": made.title,
        "at": None,
        "ways": _doors(steps, atlas, joined_price(_said(step, "fee") for step in steps[1:])),
        "asks": joined_asks(asked, atlas),
        "tells": _once(step.tells for step in steps),
        "tells_about": _once(step.tells_about for step in steps),
        "schemes": _once(schemes_of(step, atlas) for step in steps),
        "row": _once(step.row for step in steps),
        "sources": _once(step.sources for step in steps),
        "effort": made.effort,
        "fee": joined_price((steps[0].fee, *(_said(step, "fee") for step in steps[1:]))),
        "deadlines": _bound(variant, filings),
        "comes_from": _once(step.comes_from or () for step in steps),
        "note": None,
        "feeling": None,
        "quotes": (),
    }
    if steps[0].kind != "choice":
        changes |= _concerned(steps)
    return steps[0].model_copy(update=changes)


def _concerned(steps: Sequence[Step]) -> dict[str, Any]:
    """Who files: all those concerned by any of the filings."""
    shared = steps[0].share if all(step.share is not None for step in steps) else None
    return {"when": either(step.when for step in steps), "share": shared}


def _asked(step: Step, atlas: Atlas) -> tuple[Any, ...]:
    asks = asks_by_way(step, ways_of(step, atlas))
    return tuple(
        ask.model_copy(update={"when": both(step.when, ask.when)})
        for ask in asks
        if together(step.when, ask.when)
    )


def _doors(steps: Sequence[Step], atlas: Atlas, more: Quantity | None) -> tuple[Way, ...]:
    """The ways of all filings, each once; what they ask, and how long it takes, is the step's."""
    found: dict[object, Way] = {}
    for rank, step in enumerate(steps):
        for way in ways_of(step, atlas):
            if rank and not together(step.when, way.when):
                continue
            if rank:
                way = Way(
                    counter=way.counter,
                    channel=way.channel,
                    near=way.near,
                    done_by=way.done_by,
                    when=both(step.when, way.when),
                )
            key = (way.counter, way.channel, way.near, way.done_by, way.when)
            fee = None if way.fee is None else joined_price((way.fee, more))
            found.setdefault(key, way.model_copy(update={"asks": None, "effort": None, "fee": fee}))
    return tuple(found.values())


def _once(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(groups)))


def only_filed(filing: Step) -> Step:
    """A filing without what bodies do after it."""
    ways = [way.model_copy(update={"wait": None, "yields": None}) for way in filing.ways]
    return filing.model_copy(
        update={
            "kind": "action",
            "ways": tuple(ways),
            "wait": None,
            "yields": (),
            "takes": None,
            "agent_effort": None,
            "deadlines": tuple(one for one in filing.deadlines if one.binds == "person"),
        }
    )
