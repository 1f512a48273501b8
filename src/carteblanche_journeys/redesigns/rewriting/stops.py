"""Stops of a counter that goes out: for whom they are nearer, and the ways that lead there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from carteblanche_journeys.model import Counter, Place, Quantity, Step, Text, Way, ways_of
from carteblanche_journeys.model.counters import Opening, Operator
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.quantities import WaitQuantity
from carteblanche_journeys.redesigns.rewriting.crews import Crew
from carteblanche_journeys.redesigns.rewriting.reaching import (
    drive_to_counter,
    drive_to_stop,
    homes,
)
from carteblanche_journeys.redesigns.rewriting.ways import (
    is_filed,
    met_ways,
    needs_presence,
    spread_ways,
    with_ways,
)
from carteblanche_journeys.redesigns.variant import Variant

NAME = FrozenMap({"fr": "Bus des services publics", "en": "Bus of public services"})
_NOTE = FrozenMap({"fr": "Proposé par la refonte.", "en": "Proposed by the redesign."})


_AT_ONCE = Quantity(value="0 min")
_ABOARD = FrozenMap({"fr": "Un de ses agents est à bord.", "en": "One of its agents is on board."})


@dataclass(frozen=True, slots=True)
class Tour:
    """Where a counter goes, how often, and who is on board.

    Parameters
    ----------
    crew
        Counters or organisations whose agents are on board.
    steps
        At which steps one may go there; empty: wherever it helps.
    """

    counter: str
    stops: tuple[str, ...]
    every: Quantity
    crew: tuple[str, ...]
    steps: tuple[str, ...] = ()
    owner: str | None = None
    name: Text | None = None


@lru_cache(maxsize=16)
def stopping(variant: Variant, tour: Tour) -> Stopping:
    """What a tour is good for in a variant, worked out once."""
    return Stopping(variant, tour)


@dataclass(frozen=True, eq=False)
class Stopping:
    """A tour in a variant."""

    variant: Variant
    tour: Tour

    @cached_property
    def crew(self) -> Crew:
        """Who is on board."""
        return Crew(self.variant.atlas, self.tour.crew, self.tour.counter)

    # Where it helps --------------------------------------------------------------------

    def _distant_ways(self, step: str) -> tuple[Way, ...]:
        """The ways of a step for which one has to go to another counter."""
        ways = met_ways(self.variant, step)
        return tuple(w for w in ways if needs_presence(w) and w.counter != self.tour.counter)

    def _stands_in(self, step: str) -> tuple[Way, ...]:
        """Those of them for which the crew can stand in."""
        one = self.variant.steps[step]
        return tuple(way for way in self._distant_ways(step) if self.crew.can_do(one, way))

    @cached_property
    def able(self) -> tuple[str, ...]:
        """The steps asked for at which the crew can stand in for a counter one has to go to."""
        asked = self.tour.steps or tuple(self.variant.steps)
        there = (name for name in asked if name in self.variant.steps)
        return tuple(n for n in there if is_filed(self.variant, n) and self._stands_in(n))

    def _is_gone_to(self, step: str) -> bool:
        """Whether someone has to go there: by the way they take, or for want of any."""
        return any(
            step in life.closed
            or (step in life.steps and any(needs_presence(w) for w in life.steps[step].ways[:1]))
            for life in self.variant.lives
        )

    @cached_property
    def _to_stop(self) -> Mapping[str, tuple[float, str]]:
        """For each commune the minutes to the nearest stop, and which it is."""
        territory = self.variant.atlas.territory_of(self.variant.journey)
        found: dict[str, tuple[float, str]] = {}
        for home in territory.communes if territory is not None else ():
            timed = [(drive_to_stop(self.variant, home, stop), stop) for stop in self.tour.stops]
            known = [(minutes, stop) for minutes, stop in timed if minutes is not None]
            if known:
                found[home] = min(known, key=lambda one: one[0])
        return found

    def _is_nearer(self, step: str, home: str) -> bool:
        """Whether a stop is nearer than every counter to which one may go from there."""
        ways = self._distant_ways(step)
        roads = [drive_to_counter(self.variant, home, way) for way in ways]
        return all(road is not None and self._to_stop[home][0] < road for road in roads)

    @cached_property
    def _chosen(self) -> tuple[tuple[str, ...], frozenset[str]]:
        """The steps where it helps, and the communes for which it does at all of them.

        Those that help most homes come first; one that would shut out a home is left out.
        """
        lived_in = [home for home in homes(self.variant) if home in self._to_stop]
        helped = {
            name: frozenset(home for home in lived_in if self._is_nearer(name, home))
            for name in self.able
            if self._is_gone_to(name)
        }
        kept: frozenset[str] = frozenset()
        steps: list[str] = []
        for name in sorted((one for one in helped if helped[one]), key=lambda n: -len(helped[n])):
            if kept <= helped[name]:
                steps.append(name)
                kept = kept or helped[name]
        served = (h for h in self._to_stop if all(self._is_nearer(name, h) for name in steps))
        return tuple(name for name in self.variant.steps if name in steps), frozenset(served)

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps at which one may go to a stop instead, in file order."""
        return self._chosen[0]

    # The counter and the ways there ------------------------------------------------------

    def done(self) -> bool:
        """Whether the counter stops there, this often, and one may go there at these steps."""
        known = self.variant.atlas.counters.get(self.tour.counter)
        if known is None or not self.steps:
            return False
        often = {p.commune: p.opening.every for p in known.places if p.opening is not None}
        stops = all(_same(often.get(stop), self.tour.every) for stop in self.tour.stops)
        ways = (ways_of(self.variant.steps[step], self.variant.atlas) for step in self.steps)
        return stops and all(any(way.counter == known.id for way in found) for found in ways)

    def made(self) -> Variant:
        """The variant with the counter and the ways there."""
        variant = self.variant.with_things("counters", self._counter())
        for step in self.steps:
            variant = self._with_way(variant, step)
        return variant

    def _counter(self) -> Counter:
        known = self.variant.atlas.counters.get(self.tour.counter)
        places = tuple(self._place(stop) for stop in self.tour.stops)
        can = {"competence": self.crew.competence, "operators": self._operators()}
        if known is not None:
            others = (place for place in known.places if place.commune not in self.tour.stops)
            channels = tuple(dict.fromkeys((*known.channels, "stop")))
            changed = {"channels": channels, "places": (*others, *places), **can}
            return known.model_copy(update=changed)
        return Counter(
            id=self.tour.counter,
            name=self.tour.name or NAME,
            owner=self._owner,
            channels=("stop",),
            places=places,
            comes_from=(),
            status="proposed",
            note=_NOTE,
            **can,
        )

    @property
    def _owner(self) -> str:
        known = self.variant.atlas.counters.get(self.tour.counter)
        return self.tour.owner or (known.owner if known is not None else self.crew.owners[0])

    def _operators(self) -> tuple[Operator, ...]:
        """Who answers on the way: bodies with an agent on board at once, others as they do."""
        aboard = [one for one in self.crew.owners if one != self._owner]
        others = (one for one in self.crew.operators if one.organisation not in aboard)
        here = (Operator(organisation=one, answer_within=_AT_ONCE, note=_ABOARD) for one in aboard)
        return (*here, *others)

    def _place(self, stop: str) -> Place:
        near = (home for home, (_, nearest) in self._to_stop.items() if nearest == stop)
        served = tuple(home for home in near if home in self._chosen[1])
        return Place(commune=stop, opening=Opening(every=self.tour.every), served=served)

    def _with_way(self, variant: Variant, step: str) -> Variant:
        old = self._stands_in(step)
        opened: dict[Way, Way] = {}
        for way in old:
            opened.setdefault(self._way(way), way)
        there = spread_ways(variant, step)
        at = next((n for n, way in enumerate(there) if needs_presence(way)), len(there))
        made = with_ways(variant, step, opened.items(), at)
        return made.with_step(self._same_body(made.steps[step], variant.steps[step]))

    def _way(self, old: Way) -> Way:
        """The way to a stop, in place of one to a counter; who has to be asked takes its time."""
        counter = self.variant.atlas.counters[old.counter or ""]
        mine = counter.owner in self.crew.owners
        answer = None if mine else self.crew.answer_of(counter.owner)
        wait = {} if answer is None else {"wait": _wait(answer)}
        there = {"counter": self.tour.counter, "channel": "stop", "near": None, "share": None}
        return old.model_copy(update={**there, **wait, "status": "proposed", "sources": ()})

    def _same_body(self, step: Step, before: Step) -> Step:
        """The step, for which the same body answers wherever its agent sits."""
        ways = ways_of(before, self.variant.atlas)
        counters = (self.variant.atlas.counters.get(way.counter or "") for way in ways)
        owners = {one.owner if one is not None else None for one in counters}
        (only, *others) = owners
        if before.accountable or others or only not in self.crew.owners:
            return step
        return step.model_copy(update={"accountable": (only,)})


def _same(one: Quantity | None, other: Quantity) -> bool:
    return one is not None and one.minutes == other.minutes


def _wait(answer: Quantity) -> WaitQuantity:
    return WaitQuantity(value=answer.value, status=answer.status or "proposed", cause="processing")
