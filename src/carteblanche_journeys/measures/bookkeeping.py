"""How the books of one life are kept: one walk over its steps, each figure at its sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from carteblanche_journeys.graph import ENTRY, routes
from carteblanche_journeys.measures import efforts
from carteblanche_journeys.measures.amounts import Amount
from carteblanche_journeys.measures.asked import number_of
from carteblanche_journeys.measures.contacts import AWAY
from carteblanche_journeys.measures.figures import Figure, Tally, figure_of
from carteblanche_journeys.measures.outings import Outings, descent
from carteblanche_journeys.measures.parameters import Parameters
from carteblanche_journeys.measures.pieces import Asked, Handed, Hands, Yielded
from carteblanche_journeys.measures.shares import share_of
from carteblanche_journeys.measures.sheets import Sheet
from carteblanche_journeys.measures.travel import Reach, reach
from carteblanche_journeys.measures.weights import Weighed, Weight
from carteblanche_journeys.model import Person, Quantity, Step, Way, asks_of, holds
from carteblanche_journeys.model.counters import Channel
from carteblanche_journeys.model.quantities import MINUTES
from carteblanche_journeys.model.values import Thing

_DAY = MINUTES["d"]
_ONE = Figure(1.0, 1.0, 1.0, "published")
_NONE = Figure(0.0, 0.0, 0.0, "published")


class Bookkeeping:
    """The sheets of one life.

    Attributes
    ----------
    sheets
        By step that costs anyone anything.
    asks
        By step and piece asked; of pieces of which any one will do, each gives the same sheet.
    asked_at
        The same by step, each once.
    """

    def __init__(self, weighed: Weighed, parameters: Parameters) -> None:
        self._weighed = weighed
        self._lived = weighed.lived
        self._atlas = weighed.lived.atlas
        self._journey = weighed.lived.journey
        self._figures = parameters.figures
        self._parameters = parameters
        self._territory = self._atlas.territory_of(self._journey)
        self._sums: dict[efforts.Assumed, Figure] = {}
        self._reached: dict[tuple[str | None, str | None, str | None], Reach] = {}
        self._outings = Outings()
        self._hands = Hands(self._atlas, self._days)
        self.sheets: dict[str, Sheet] = {}
        self.asks: dict[tuple[str, str], Sheet] = {}
        self.asked_at: dict[str, list[Sheet]] = {}
        for name, entering in descent(self._nearest, ENTRY):
            if not entering:
                self._outings.leave(name)
                self._hands.leave(name)
            elif name in weighed.by_step:
                self._keep(name, weighed.by_step[name])

    @cached_property
    def _nearest(self) -> dict[str, str]:
        """For each step the nearest that every way to it passes; circles are no way."""
        walk = self._weighed.visits.walk
        found = walk.routes if walk is not None else routes(self._lived)
        order = [name for name in found.order if name != ENTRY]
        nearest = {name: found.nearest[name] for name in order}
        return nearest | {name: ENTRY for name in self._lived.steps if name not in nearest}

    @cached_property
    def _days(self) -> dict[str, float]:
        """For each step the day on which one may come there: waits along the longest way."""
        day = dict.fromkeys(self._lived.steps, 0.0)
        onward: dict[str, list[str]] = {}
        for passage in self._lived.passages:
            if not passage.link.back:
                onward.setdefault(passage.source, []).append(passage.target)
        for name in self._nearest:
            one = self._lived.steps[name]
            if one.step.happens is not None:
                since = one.step.happens.of.step if one.step.happens.of else ""
                day[name] = day.get(since, 0.0) + one.step.happens.after.minutes[0] / _DAY
            lasts = sum(
                (q.minutes[1] or q.minutes[0]) / _DAY for q in self._waits(one.step, one.way)
            )
            for target in onward.get(name, ()):
                day[target] = max(day[target], day[name] + lasts)
        return day

    def _keep(self, name: str, weight: Weight) -> None:
        """Write down one step."""
        step = weight.one.step
        if weight.role:
            sheet = self.sheets.setdefault(name, Sheet())
            self._write_effort(sheet, weight)
            self._write_fee(sheet, weight)
            self._write_outing(sheet, name, weight)
        if step.nature == "procedure" and step.kind not in ("event", "outcome"):
            self._write_agents(self.sheets.setdefault(name, Sheet()), weight)
        asked = tuple(self._asked(weight)) if weight.role else ()
        for handed in self._hands.enter(name, step, asked, self._yielded(weight)):
            self._write_piece(name, weight, handed)

    # What the step itself takes

    def _ways(self, weight: Weight) -> tuple[tuple[Way | None, float], ...]:
        return weight.ways or ((None, 1.0),)

    def _write_effort(self, sheet: Sheet, weight: Weight) -> None:
        parts = [
            (self._effort(weight.one.step, way), part)
            for way, part in self._ways(weight)
            if self._takes_effort(weight.one.step, way)
        ]
        self._write(sheet, "effort_minutes", parts, weight.times)

    def _takes_effort(self, step: Step, way: Way | None) -> bool:
        """Whether a way could take the household time: not a plain choice, nor done by others."""
        if step.effort is not None or (way is not None and way.effort is not None):
            return True
        return way.done_by is None if way is not None else step.kind != "choice"

    def _effort(self, step: Step, way: Way | None) -> Figure | None:
        said = self._said(way.effort if way else None, step.effort, way, step)
        if said is None and self._weighed.defaults:
            return self._assume(efforts.of_step(step, way, asks_of(step, way), self._atlas))
        return said

    def _write_fee(self, sheet: Sheet, weight: Weight) -> None:
        step = weight.one.step
        parts = [
            (self._said(way.fee if way else None, step.fee, way, step), part)
            for way, part in self._ways(weight)
        ]
        if step.kind != "choice" or weight.ways or step.fee is not None:
            self._write(sheet, "fees", parts, weight.times)

    def _write_agents(self, sheet: Sheet, weight: Weight) -> None:
        step = weight.one.step
        said = self._said(None, step.agent_effort, None, step)
        found = [
            (way, part, efforts.of_agents(step, way, self._atlas))
            for way, part in self._ways(weight)
        ]
        if said is None and (step.kind == "choice" and not weight.ways):
            return
        parts = [(said or self._assume(names), part) for _, part, names in found if names or said]
        self._write(sheet, "agent_minutes", parts, weight.times)

    def _said(
        self, own: Quantity | None, step: Quantity | None, *around: Thing | None
    ) -> Figure | None:
        """What the way says, else the step."""
        said = own if own is not None else step
        if said is None:
            return None
        holders = [thing for thing in (*around, self._journey) if thing is not None]
        return figure_of(said, *holders, defaults=self._weighed.defaults)

    def _assume(self, names: efforts.Assumed) -> Figure | None:
        """The sum of some parameters; None where nothing may be assumed."""
        if not self._weighed.defaults:
            return None
        known = self._sums.get(names)
        if known is None:
            whole = _NONE
            for name in names:
                whole = whole.plus(self._figures[name])
            known = self._sums[names] = whole
        return known

    def _write(
        self,
        sheet: Sheet,
        kind: str,
        parts: Iterable[tuple[Figure | None, float]],
        times: float | None,
    ) -> None:
        """Write the mean over ways; unknown where one of them is, or how often nobody can say."""
        whole: Figure | None = None
        for figure, part in parts:
            if figure is None or times is None:
                sheet.add(kind, None)
                return
            mine = figure if part == 1 else figure.times(part)
            whole = mine if whole is None else whole.plus(mine)
        if whole is not None:
            sheet.add(kind, whole, times or 0.0)

    # Going there

    def _write_outing(self, sheet: Sheet, name: str, weight: Weight) -> None:
        met = weight.met
        unclear = any(way.channel is None for way, _ in met)
        away = [(way, part) for way, part in met if way.channel in AWAY]
        if unclear or (weight.times is None and away):
            for kind in ("trips", "travel_minutes", "travel_km", "counter_wait_minutes"):
                sheet.add(kind, None)
            return
        if not away or weight.times is None:
            return
        part = sum(share for _, share in away)
        times = self._outings.enter(name, weight.one.step.visit, weight.times * part)
        person = self._lived.persona.person(weight.one.step.actor)
        for way, share in away:
            self._write_trip(sheet, way, person, times * share / part, weight.one.step)

    def _write_trip(
        self, sheet: Sheet, way: Way, person: Person | None, times: float, step: Step | None
    ) -> None:
        """One trip, there and back, and the wait at the counter, so many times."""
        found = self._reach(way, person)
        sheet.add("trips", _ONE, times)
        sheet.add("travel_minutes", self._both_ways(found), times)
        sheet.add("travel_km", self._sure(found.km), 2 * times)
        sheet.add("counter_wait_minutes", self._queue(way, step), times)

    def _reach(self, way: Way, person: Person | None) -> Reach:
        key = (
            way.counter,
            way.near,
            person.commune if person else None,
            person.car if person else None,
        )
        if key not in self._reached:
            self._reached[key] = reach(way, person, self._atlas, self._territory, self._parameters)
        return self._reached[key]

    def _both_ways(self, found: Reach) -> Figure | None:
        sure = self._sure(found.minutes)
        return sure.times(2) if sure is not None else self._assume(("counter_travel",))

    def _sure(self, figure: Figure | None) -> Figure | None:
        """A figure that may be used: nothing assumed without leave."""
        if figure is None or (figure.status == "default" and not self._weighed.defaults):
            return None
        return figure

    def _queue(self, way: Way, step: Step | None) -> Figure | None:
        """The wait at the counter: what a wait in a queue says, if it is of that day."""
        said = way.wait or (step.wait if step else None)
        if said is not None and said.cause == "queue" and said.minutes[2] < _DAY:
            return self._said(said, None, way, step)
        return self._assume(("counter_wait",))

    # Pieces

    def _asked(self, weight: Weight) -> Iterable[Asked]:
        """What is asked of the household, by each way."""
        step, share = weight.one.step, self._share(weight)
        for way, part in self._ways(weight):
            if way is not None and way.done_by is not None:
                continue
            first, all_times = weight.chance * part, (weight.times or 0.0) * part
            for ask in asks_of(step, way):
                if holds(ask.when, self._lived.persona.traits) is not False:
                    yield Asked(ask, way, share * part, first, max(0.0, all_times - first))

    def _yielded(self, weight: Weight) -> Iterator[Yielded]:
        share = self._share(weight)
        for way, part in self._ways(weight):
            step = weight.one.step
            own = step.yields if way is None or way.yields is None else way.yields
            for piece in own:
                yield Yielded(piece, share * part, weight.chance * part)

    def _share(self, weight: Weight) -> float:
        return 1.0 if weight.one.step.share is None else share_of(weight.one)

    def _write_piece(self, name: str, weight: Weight, handed: Handed) -> None:
        """Write down getting a piece, filling it in, and handing it over."""
        sheet = self._sheet_of(name, handed)
        if weight.times is None:
            sheet.add("obtaining_minutes", None)
            return
        parts = [(self._handing(), self._copies(handed) * handed.times)]
        if handed.filled:
            parts.append((self._assume(efforts.FILLING), handed.filled))
        if handed.got:
            parts.append((self._getting(handed.piece), handed.got))
            self._write_getting(sheet, weight, handed)
        self._write(sheet, "obtaining_minutes", parts, 1.0)

    def _sheet_of(self, name: str, handed: Handed) -> Sheet:
        """The sheet of one ask, under each of its pieces."""
        known = (self.asks.get((name, piece)) for piece in handed.ask.pieces)
        sheet = next((one for one in known if one is not None), None)
        if sheet is None:
            sheet = Sheet()
            self.asked_at.setdefault(name, []).append(sheet)
        for piece in handed.ask.pieces:
            self.asks.setdefault((name, piece), sheet)
        return sheet

    def _handing(self) -> Figure | None:
        return self._assume(("transmitting",))

    def _copies(self, handed: Handed) -> int:
        copies = handed.ask.copies
        return 1 if copies is None else number_of(copies, self._lived.persona) or 1

    def _getting(self, piece: str) -> Figure | None:
        """The effort of getting a piece, beside the way there."""
        known = self._atlas.evidence.get(piece)
        obtain = known.obtain if known else None
        if known is not None and obtain is not None and obtain.effort is not None:
            return figure_of(obtain.effort, obtain, known, defaults=self._weighed.defaults)
        return self._assume(efforts.of_getting(known, self._channel(piece)))

    def _channel(self, piece: str) -> Channel | None:
        """The channel by which a piece is got from its counter, if it is known."""
        known = self._atlas.evidence.get(piece)
        if known is None or known.obtain is None:
            return None
        counter = self._atlas.counters.get(known.obtain.counter or "")
        own = counter.channels[:1] if counter else ()
        return known.obtain.channel or (own[0] if own else None)

    def _write_getting(self, sheet: Sheet, weight: Weight, handed: Handed) -> None:
        """The trip and the fee that getting a piece takes."""
        known = self._atlas.evidence.get(handed.piece)
        if known is None or known.obtain is None:
            return
        obtain, channel = known.obtain, self._channel(handed.piece)
        fee = obtain.fee
        said = figure_of(fee, obtain, known, defaults=self._weighed.defaults) if fee else None
        sheet.add("fees", said, handed.got)
        if channel in AWAY and obtain.counter is not None:
            person = self._lived.persona.person(weight.one.step.actor)
            way = Way(counter=obtain.counter, channel=channel)
            self._write_trip(sheet, way, person, handed.got, None)

    # Waiting

    def wait(self, name: str) -> Amount | None:
        """Expected days of wait at a step; None where nothing makes one wait there."""
        weight = self._weighed.by_step.get(name)
        if weight is None or weight.one.step.kind == "event":
            return None
        tally = Tally()
        for way, part in self._ways(weight):
            for said in self._waits(weight.one.step, way):
                figure = self._said(said, None, way, weight.one.step)
                once = None if weight.times is None else figure
                tally.add(once, (weight.times or 0.0) * part / _DAY)
            stop = self._rare(way, weight)
            if stop is not None:
                tally.add(stop, (weight.times or 0.0) * part / 2 / _DAY)
        return tally.amount("d") if tally.of else None

    def _waits(self, step: Step, way: Way | None) -> tuple[Quantity, ...]:
        """The waits that are said: of the way, else the step; and for an appointment."""
        own = way.wait if way is not None and way.wait is not None else step.wait
        counter = self._atlas.counters.get(way.counter or "") if way is not None else None
        met = way is not None and way.channel in (*efforts.MET, None)
        appointment = counter.appointment_wait if counter is not None and met else None
        return tuple(said for said in (own, appointment) if said is not None)

    def _rare(self, way: Way | None, weight: Weight) -> Figure | None:
        """How often a stop comes back, where one goes to a place that is not open every day."""
        if way is None or way.channel not in AWAY:
            return None
        person = self._lived.persona.person(weight.one.step.actor)
        place = self._reach(way, person).place
        every = place.opening.every if place and place.opening else None
        return self._said(every, None, place) if every is not None else None
