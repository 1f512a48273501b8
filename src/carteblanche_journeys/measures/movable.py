"""Figures of a journey that its author calls unsure, and the journey with one of them moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeVar

from carteblanche_journeys.measures.sureness import status_of
from carteblanche_journeys.model import Journey, Link, Quantity, Status, Step, Way
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.quantities import Range, ShareQuantity

T = TypeVar("T", Step, Way, Link)

#: Marks of figures that may be moved.
UNSURE: tuple[Status, ...] = ("assumed", "default", "to-verify")
#: Figures that bear on the minutes of a household.
_FIELDS: tuple[Literal["effort", "share"], ...] = ("effort", "share")


@dataclass(frozen=True, slots=True)
class Movable:
    """An unsure figure of a journey.

    Parameters
    ----------
    field
        `effort` or `share`.
    holder, place
        `step`, `way` or `link`, and its place among those of the step.
    low, high
        In `unit`.
    """

    journey: str
    step: str
    field: Literal["effort", "share"]
    holder: Literal["step", "way", "link"]
    place: int
    low: float
    high: float
    unit: str


def movable(journey: Journey) -> Iterator[Movable]:
    """The efforts and shares of a journey that are assumed, by default, or to be verified."""
    for name, step in journey.steps.items():
        for field in _FIELDS:
            holders: list[tuple[Literal["step", "way", "link"], int, Step | Way | Link]] = [
                ("step", 0, step),
                *(("way", at, way) for at, way in enumerate(step.ways)),
                *(("link", at, link) for at, link in enumerate(step.next or ())),
            ]
            for holder, place, thing in holders:
                figure = getattr(thing, field, None)
                if figure is not None and status_of(figure, thing, step, journey) in UNSURE:
                    ends = (figure.low, figure.high, figure.unit)
                    yield Movable(journey.id, name, field, holder, place, *ends)


def unsettled(journey: Journey, choices: Iterable[str]) -> Iterator[Movable]:
    """The branches of choices whose shares nobody knows: each from nobody to everybody.

    Giving up is no branch: it stays out of every sum.
    """
    for name in choices:
        links = journey.steps[name].next or ()
        silent = [
            place
            for place, link in enumerate(links)
            if link.share is None and _is_branch(link, journey)
        ]
        # Of two branches, one at its high is the other at its low.
        for place in silent[:1] if len(silent) == 2 else silent:
            yield Movable(journey.id, name, "share", "link", place, 0.0, 1.0, "%")


def _is_branch(link: Link, journey: Journey) -> bool:
    target = journey.steps.get(link.to)
    return not link.always and target is not None and target.result != "gave-up"


def moved(journey: Journey, figure: Movable, end: Literal["low", "high"]) -> Journey:
    """The journey with one figure at one of its ends.

    The other shares of a choice shrink or grow alike, so that they stay a whole.
    """
    step = journey.steps[figure.step]
    value = getattr(figure, end)
    if figure.holder == "step":
        changed = _with(step, figure.field, value)
    elif figure.holder == "way":
        changed = step.model_copy(update={"ways": _moved_in(step.ways, figure, value)})
    else:
        changed = step.model_copy(update={"next": _moved_links(step, figure, value, journey)})
    steps = FrozenMap({**journey.steps, figure.step: changed})
    return journey.model_copy(update={"steps": steps})


def _moved_in(ways: tuple[Way, ...], figure: Movable, value: float) -> tuple[Way, ...]:
    return tuple(
        _with(way, figure.field, value) if at == figure.place else way
        for at, way in enumerate(ways)
    )


def _moved_links(step: Step, figure: Movable, value: float, journey: Journey) -> tuple[Link, ...]:
    links = step.next or ()
    old = links[figure.place].share
    if step.kind != "choice":
        return tuple(
            _shared(link, value) if at == figure.place else link for at, link in enumerate(links)
        )
    branches = [at for at, link in enumerate(links) if _is_branch(link, journey)]
    others = [at for at in branches if at != figure.place]
    if old is None:
        rest = dict.fromkeys(others, (1 - value) / len(others) if others else 0.0)
    else:
        whole = 1 - (old.likely or 0.0)
        factor = (1 - value) / whole if whole > 0 else 0.0
        said = {at: links[at].share for at in others}
        rest = {at: (s.likely or 0.0) * factor for at, s in said.items() if s is not None}
    shares = {**rest, figure.place: value}
    return tuple(
        _shared(link, shares[at]) if at in shares else link for at, link in enumerate(links)
    )


def _shared(link: Link, value: float) -> Link:
    return link.model_copy(update={"share": ShareQuantity(value=Range(value, value, value, "%"))})


def _with(thing: T, field: str, value: float) -> T:
    old: Quantity | ShareQuantity = getattr(thing, field)
    ends = Range(value, value, value, old.unit)
    return thing.model_copy(update={field: old.model_copy(update={"value": ends})})
