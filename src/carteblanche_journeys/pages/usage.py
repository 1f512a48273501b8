"""Where each shared thing takes part: which steps of which journeys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from carteblanche_journeys.graph import Network, network, order
from carteblanche_journeys.model import (
    Ask,
    Atlas,
    Journey,
    Step,
    all_yields,
    counters_of,
    schemes_of,
)
from carteblanche_journeys.pages.memory import Memory
from carteblanche_journeys.pages.variants import as_is_of, is_redesign, redesigns

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Use:
    """One step of one journey, with its number in every view."""

    journey: Journey
    number: int
    step: Step

    @property
    def ground(self) -> tuple[object, ...]:
        """All that a page of a shared thing shows of the step and its journey."""
        return self.journey.id, self.journey.title, self.number, self.step


@dataclass(frozen=True, slots=True)
class Asked:
    """One request of a piece: the step, the counter where it is asked, how it is asked."""

    use: Use
    counter: str | None
    ask: Ask


@dataclass(frozen=True, slots=True)
class Redrawn:
    """A redesign in which a counter is met at more or fewer steps than it is now."""

    journey: Journey
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Usage:
    """All uses in an atlas, by what is used; lists follow journeys, then reading order.

    What a redesign would use is no use yet: only its network and its numbers are kept. `met`
    is which journeys meet which counters.
    """

    counters: Mapping[str, tuple[Use, ...]]
    asked: Mapping[str, tuple[Asked, ...]]
    yielded: Mapping[str, tuple[Use, ...]]
    schemes: Mapping[str, tuple[Use, ...]]
    networks: Mapping[str, Network]
    numbers: Mapping[str, Mapping[str, int]]
    redesigned: Mapping[str, tuple[Redrawn, ...]]
    met: tuple[tuple[str, tuple[str, ...]], ...]


def usage(atlas: Atlas, memory: Memory) -> Usage:
    """Find every use of every counter, piece and scheme of an atlas, in one pass."""
    counters: dict[str, list[Use]] = {}
    asked: dict[str, list[Asked]] = {}
    yielded: dict[str, list[Use]] = {}
    schemes: dict[str, list[Use]] = {}
    networks = {
        name: memory.recall(("network", name), (journey,), partial(network, journey))
        for name, journey in atlas.journeys.items()
    }
    numbers: dict[str, dict[str, int]] = {}
    for name, journey in atlas.journeys.items():
        steps = memory.recall(("order", name), (journey,), partial(order, journey, networks[name]))
        numbers[name] = {step: number for number, step in enumerate(steps, start=1)}
        if is_redesign(journey, atlas):
            continue
        for number, step in enumerate(steps, start=1):
            use = Use(journey, number, journey.steps[step])
            _add(counters, counters_of(use.step), use)
            _add(yielded, all_yields(use.step), use)
            _add(schemes, schemes_of(use.step, atlas), use)
            for request in _requests(use):
                _add(asked, request.ask.pieces, request)
    return Usage(
        counters=_closed(counters),
        asked=_closed(asked),
        yielded=_closed(yielded),
        schemes=_closed(schemes),
        networks=networks,
        numbers=numbers,
        redesigned=_redrawn(atlas),
        met=tuple(
            (name, tuple(dict.fromkeys(use.journey.id for use in uses)))
            for name, uses in counters.items()
        ),
    )


def _redrawn(atlas: Atlas) -> Mapping[str, tuple[Redrawn, ...]]:
    """For each counter the redesigns that meet it at another number of steps."""
    found: dict[str, list[Redrawn]] = {}
    for journey in redesigns(atlas):
        before, after = _met(as_is_of(journey, atlas)), _met(journey)
        for counter in dict.fromkeys((*before, *after)):
            if before[counter] != after[counter]:
                one = Redrawn(journey, before[counter], after[counter])
                found.setdefault(counter, []).append(one)
    return _closed(found)


def _met(journey: Journey) -> Counter[str]:
    """At how many steps each counter is met."""
    return Counter(name for step in journey.steps.values() for name in counters_of(step))


def _requests(use: Use) -> list[Asked]:
    first = next(iter(counters_of(use.step)), None)
    plain = [Asked(use, first, ask) for ask in use.step.asks]
    return plain + [
        Asked(use, way.counter or use.step.at, ask)
        for way in use.step.ways
        for ask in way.asks or ()
    ]


def _add(found: dict[str, list[T]], names: tuple[str, ...], one: T) -> None:
    for name in names:
        found.setdefault(name, []).append(one)


def _closed(found: dict[str, list[T]]) -> Mapping[str, tuple[T, ...]]:
    return {name: tuple(uses) for name, uses in found.items()}
