"""Figures of a journey that its author calls unsure, and the journey with one of them moved."""

from __future__ import annotations

from collections.abc import Iterator
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
        changed = step.model_copy(update={"next": _moved_links(step, figure, value)})
    steps = FrozenMap({**journey.steps, figure.step: changed})
    return journey.model_copy(update={"steps": steps})


def _moved_in(ways: tuple[Way, ...], figure: Movable, value: float) -> tuple[Way, ...]:
    return tuple(
        _with(way, figure.field, value) if at == figure.place else way
        for at, way in enumerate(ways)
    )


def _moved_links(step: Step, figure: Movable, value: float) -> tuple[Link, ...]:
    links = step.next or ()
    old = links[figure.place].share
    whole = 1 - (old.likely or 0.0) if old is not None else 0.0
    beside = step.kind == "choice" and whole > 0
    return tuple(_moved_link(link, at, figure, value, (1 - value) / whole if beside else 1.0)
                 for at, link in enumerate(links))  # fmt: skip


def _moved_link(link: Link, at: int, figure: Movable, value: float, factor: float) -> Link:
    if at == figure.place:
        return _with(link, "share", value)
    if link.share is None or link.always or factor == 1.0:
        return link
    return _with(link, "share", (link.share.likely or 0.0) * factor)


def _with(thing: T, field: str, value: float) -> T:
    old: Quantity | ShareQuantity = getattr(thing, field)
    ends = Range(value, value, value, old.unit)
    return thing.model_copy(update={field: old.model_copy(update={"value": ends})})
