"""Getting pieces of evidence, and handing them over, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.graph import Lived
from carteblanche_journeys.measures import efforts
from carteblanche_journeys.measures.asked import number_of
from carteblanche_journeys.measures.assumptions import Assumptions
from carteblanche_journeys.measures.contacts import AWAY
from carteblanche_journeys.measures.figures import ZERO, Figure, figure_of
from carteblanche_journeys.measures.going import Going, way_to
from carteblanche_journeys.measures.pieces import Handed
from carteblanche_journeys.measures.sheets import Sheet
from carteblanche_journeys.measures.weights import Weight
from carteblanche_journeys.model import Ask, Evidence
from carteblanche_journeys.model.counters import Channel
from carteblanche_journeys.model.evidence import Obtain

_HAND_OVER = ("transmitting",)


class Getting:
    """What the pieces asked in one life cost."""

    def __init__(self, lived: Lived, assumptions: Assumptions, going: Going) -> None:
        self._lived = lived
        self._atlas = lived.atlas
        self._assumptions = assumptions
        self._going = going

    def write(self, sheet: Sheet, weight: Weight, handed: Handed) -> None:
        """Write getting a piece, filling it in, and handing it over."""
        if weight.times is None:
            sheet.add("obtaining_minutes", None)
            return
        known = self._atlas.evidence.get(handed.piece)
        obtain = self._obtain(known, handed.ask)
        channel = self._channel(obtain)
        whole: Figure | None = ZERO
        parts = tuple(self._parts(known, obtain, channel, handed))
        sheet.parts = {**sheet.parts, len(sheet): parts}
        for figure, times in parts:
            whole = figure.times(times).plus(whole) if figure and whole else None
        sheet.append(("obtaining_minutes", whole, 1.0, weight.sure))
        if obtain is not None and known is not None and handed.got:
            self._write_fee(sheet, known, obtain, handed.got)
            if channel in AWAY and obtain.counter is not None:
                person = self._going.person(weight.one.step)
                way = way_to(obtain.counter, channel)
                self._going.write_trip(sheet, way, person, handed.got)

    def _obtain(self, known: Evidence | None, ask: Ask) -> Obtain | None:
        """How a piece is got, unless people have it already."""
        if known is None or efforts.in_the_drawer(known, ask):
            return None
        return known.obtain

    def _parts(
        self, known: Evidence | None, obtain: Obtain | None, channel: Channel | None, handed: Handed
    ) -> Iterator[tuple[Figure | None, float]]:
        """Efforts and how often each: handing over, filling in, getting."""
        copies = handed.ask.copies
        each = 1 if copies is None else number_of(copies, self._lived.persona) or 1
        yield self._assumptions.assume(_HAND_OVER), each * handed.times
        if handed.filled:
            yield self._assumptions.assume(efforts.FILLING), handed.filled
        if handed.got:
            if known is not None and obtain is not None and obtain.effort is not None:
                defaults = self._assumptions.defaults
                yield figure_of(obtain.effort, obtain, known, defaults=defaults), handed.got
            else:
                needed = efforts.of_getting(known, channel)
                yield self._assumptions.assume(needed), handed.got

    def _channel(self, obtain: Obtain | None) -> Channel | None:
        """The channel by which a piece is got from its counter, if it is known."""
        if obtain is None:
            return None
        if obtain.channel is not None:
            return obtain.channel
        counter = self._atlas.counters.get(obtain.counter or "")
        return counter.channels[0] if counter is not None and counter.channels else None

    def _write_fee(self, sheet: Sheet, known: Evidence, obtain: Obtain, times: float) -> None:
        defaults = self._assumptions.defaults
        fee = obtain.fee
        said = None if fee is None else figure_of(fee, obtain, known, defaults=defaults)
        sheet.add("fees", said, times)
