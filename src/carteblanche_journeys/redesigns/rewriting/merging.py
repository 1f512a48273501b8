"""Counters that are to become one: for what, at which steps, whom it touches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from carteblanche_journeys.diagnosis.clues.doors import house_of
from carteblanche_journeys.model import (
    LEVELS,
    Atlas,
    Counter,
    Redesigned,
    Step,
    by_household,
    counters_of,
    schemes_of,
    ways_of,
)
from carteblanche_journeys.model.counters import Level
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.redesigns.rewriting.filing_once import in_order
from carteblanche_journeys.redesigns.rewriting.purposes import purposes_at, schemes_for, work_of
from carteblanche_journeys.redesigns.variant import Variant


@dataclass(frozen=True)
class Merger:
    """Counters that are to become one, as a variant has them.

    Parameters
    ----------
    into
        The one that they become: one of them, or another.
    full
        Whether one body then decides, and not only takes in.
    everywhere
        Whether for all that they do alike, and not only for what the journey pursues.
    only
        For what, where that is said.
    """

    variant: Variant
    counters: tuple[str, ...]
    into: str
    full: bool
    everywhere: bool = False
    only: tuple[str, ...] = ()

    @property
    def atlas(self) -> Atlas:
        """The atlas as the variant sees it."""
        return self.variant.atlas

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every counter that becomes one, the one they become first."""
        return tuple(dict.fromkeys((self.into, *self.counters)))

    @property
    def others(self) -> tuple[str, ...]:
        """Those that are no longer met for it."""
        return self.names[1:]

    def counter(self, name: str) -> Counter | None:
        """A counter with all that it does now, or did before the redesign."""
        was, now = self.variant.base.counters.get(name), self.atlas.counters.get(name)
        if was is None or now is None:
            return now or was
        both = FrozenMap({**was.competence, **now.competence})
        return now.model_copy(update={"competence": both})

    @cached_property
    def every(self) -> tuple[Counter, ...]:
        """All of them, as `counter` gives them."""
        found = (self.counter(name) for name in self.names)
        return tuple(counter for counter in found if counter is not None)

    @cached_property
    def owners(self) -> tuple[str, ...]:
        """Who keeps them, each once."""
        return tuple(dict.fromkeys(one.owner for one in self.every))

    def work(self, counter: Counter, purpose: str) -> str | None:
        """Whether a counter informs for a purpose, or takes files in."""
        level = work_of(counter, purpose, self.atlas)
        return "files" if level in ("receives", "decides") else level

    @cached_property
    def purposes(self) -> tuple[str, ...]:
        """For what the counters do alike: of what the journey pursues, or of all."""
        every = self.only or tuple(
            sorted({one.purpose for one in self.atlas.schemes.values() if one.purpose})
        )
        pursued = frozenset[str]().union(
            *(purposes_at(step, self.atlas) for step in self.variant.steps.values())
        )
        return tuple(
            purpose
            for purpose in every
            if (self.everywhere or purpose in pursued) and self._alike(purpose)
        )

    def _alike(self, purpose: str) -> bool:
        """Whether counters of several bodies do the same for a purpose, and none something else."""
        working = [one for one in self.every if self.work(one, purpose)]
        owners = {house_of(one.owner, self.atlas) for one in working}
        return len(owners) > 1 and len({self.work(one, purpose) for one in working}) == 1

    @cached_property
    def schemes(self) -> frozenset[str]:
        """The schemes for which they become one."""
        among = schemes_for(self.purposes, self.atlas)
        files = {"receives", "decides"} if not self.informs else {"informs"}
        return frozenset(
            scheme
            for one in self.every
            for scheme, level in one.competence.items()
            if scheme in among and level in files
        )

    def concerns(self, step: Step) -> bool:
        """Whether a step is lived at one of the counters, for one of these schemes."""
        if set(counters_of(step)).isdisjoint(self.names):
            return False
        pursued = schemes_of(step, self.atlas)
        return not pursued or not self.schemes.isdisjoint(pursued)

    @cached_property
    def met(self) -> tuple[str, ...]:
        """The steps at which the household comes to these counters, in reading order."""
        return in_order(
            self.variant,
            (
                name
                for name, step in self.variant.steps.items()
                if self.concerns(step) and self._meets(step)
            ),
        )

    def _meets(self, step: Step) -> bool:
        """Whether someone of the household comes to one of the counters, and not a professional."""
        if not by_household(step, self.atlas):
            return False
        ways = ways_of(step, self.atlas)
        return any(way.done_by is None and way.counter in self.names for way in ways)

    @property
    def informs(self) -> bool:
        """Whether they do no more than inform."""
        kinds = {self.work(one, purpose) for one in self.every for purpose in self.purposes}
        return kinds - {None} == {"informs"}

    def idle(self) -> Iterator[str]:
        """The counters that do none of this: nobody says why they should become one."""
        for one in self.every[1:]:
            if self.schemes.isdisjoint(one.competence):
                yield one.id

    def deciders(self, scheme: str) -> tuple[str, ...]:
        """Those whose counter decides on a scheme."""
        return tuple(one.owner for one in self.every if one.level(scheme) == "decides")

    def touched(self) -> tuple[str, ...]:
        """The other journeys that come to these counters for the same, and those known before."""
        journey = self.variant.journey
        own = {journey.id, journey.redesigns}
        found = (
            one.id
            for one in self.variant.base.journeys.values()
            if one.id not in own
            and not isinstance(one, Redesigned)
            and one.redesigns is None
            and any(self.concerns(step) for step in one.steps.values())
        )
        return tuple(dict.fromkeys((*journey.touches, *found)))

    def competence(self) -> Mapping[str, Level]:
        """What the one counter does for each scheme: the most that one of them does.

        A shared entry decides on nothing that it did not decide on before.
        """
        into = self.atlas.counters[self.into]
        found = dict(into.competence)
        for scheme in sorted(self.schemes):
            levels = [one.level(scheme) for one in self.every]
            most = max((level for level in levels if level), key=LEVELS.index)
            if most == "decides" and not self.full:
                most = "receives"
            found[scheme] = max(most, into.level(scheme) or most, key=LEVELS.index)
        return FrozenMap(found)
