"""All measures of one journey for one persona, worked out from one walk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from carteblanche_journeys.graph import Lived
from carteblanche_journeys.measures.amounts import Amount
from carteblanche_journeys.measures.asking import Asking, askings, evidence_measures
from carteblanche_journeys.measures.burden import Ledger
from carteblanche_journeys.measures.chances import Chances
from carteblanche_journeys.measures.deadlines import Slack, slacks
from carteblanche_journeys.measures.elapsed import Elapsed, elapsed
from carteblanche_journeys.measures.encounters import contact_measures
from carteblanche_journeys.measures.failing import FAILURES, Failing, failings, failure_demand
from carteblanche_journeys.measures.formulas import NAMES
from carteblanche_journeys.measures.knowing import Knowing, knowing
from carteblanche_journeys.measures.measured import Measured, Note
from carteblanche_journeys.measures.parameters import Parameters, parameters_of
from carteblanche_journeys.measures.promises import Share, caring, efficient, promises, seamless
from carteblanche_journeys.measures.ratios import cycle_efficiency, one_stop, part_of
from carteblanche_journeys.measures.reaching import (
    Outcome,
    completion,
    no_way_through,
    outcomes,
)
from carteblanche_journeys.measures.relays import handoff_measures, relays
from carteblanche_journeys.measures.three_costs import pursuits, three_costs
from carteblanche_journeys.measures.travel import reach
from carteblanche_journeys.measures.visits import Visits, visits
from carteblanche_journeys.measures.weights import Weighed, Weight, count, times_of, weigh
from carteblanche_journeys.model import Way
from carteblanche_journeys.model.frozen import FrozenMap


def measure(
    lived: Lived, *, defaults: bool = True, parameters: Parameters | None = None
) -> Measured:
    """All measures of one journey as one persona lives it, expected over choices and loops.

    Parameters
    ----------
    defaults
        Whether figures that nobody gives are taken from `parameters`, with status `default`,
        and choices whose shares nobody knows are taken for equal. Waits, delays and fees are
        never made up.
    parameters
        Left out: those of the atlas.

    >>> from carteblanche_journeys.graph import live
    >>> from carteblanche_journeys.model import Atlas, Journey, Persona
    >>> steps = {"a": {"title": "Écrire", "effort": "20 min"}, "b": {"title": "Attendre"}}
    >>> life = live(Journey(title="J'écris", steps=steps), Atlas(), Persona(name="Zoé"))
    >>> found = measure(life, defaults=False)
    >>> str(found["effort_minutes"]), str(found["steps"])
    ('20..20..20 min, known for 1 of 2', '2..2..2')
    """
    return _Measuring(lived, defaults, parameters or parameters_of(lived.atlas)).measured()


class _Measuring:
    """What one measuring works out once and several measures use."""

    def __init__(self, lived: Lived, defaults: bool, parameters: Parameters) -> None:
        self.lived = lived
        self.defaults = defaults
        self.visits: Visits = visits(lived, defaults=defaults)
        self.weighed: Weighed = weigh(lived, self.visits, parameters, defaults=defaults)
        self.ledger = Ledger(self.weighed, parameters)
        self.elapsed: Elapsed = elapsed(lived, self.visits, parameters, defaults=defaults)
        self.knowing: Knowing = knowing(lived)
        self.chances = Chances(self.weighed, self.knowing.before)
        self.asked = askings(self.weighed)
        self._failing = failings(self.weighed, self.knowing)
        self.relays = relays(self.weighed)
        self.pursued = pursuits(self.weighed)
        self.parameters = parameters
        self._reached: dict[tuple[str | None, str | None, str | None], bool | None] = {}

    def measured(self) -> Measured:
        """All of it; what few ask for is worked out when they do."""
        found = self._measures()
        return Measured(
            lived=self.lived,
            defaults=self.defaults,
            measures=FrozenMap({name: found[name] for name in NAMES}),
            time=self._given(self.ledger.household)["minutes"],
            visits=self.visits,
            elapsed=self.elapsed,
            ledger=self.ledger,
            asked=self.asked,
            rest=self,
        )

    # What is left for later ------------------------------------------------------------

    def outcomes(self) -> tuple[Outcome, ...]:
        """The outcomes that this persona may live."""
        return outcomes(self.lived, self.visits, self.elapsed)

    def no_way_through(self) -> tuple[str, ...]:
        """Where a granted outcome is lost."""
        return no_way_through(self.lived)

    def deadlines(self) -> tuple[Slack, ...]:
        """The slack of each deadline."""
        return slacks(self.lived, self.elapsed)

    def roles(self) -> Mapping[str, Mapping[str, Amount]]:
        """Who of the household does what."""
        return FrozenMap(self._roles())

    def failing(self) -> Mapping[str, float]:
        """Expected contacts that should not be needed, by kind."""
        return _by_kind(self._failing)

    def notes(self, measures: Mapping[str, Amount]) -> tuple[Note, ...]:
        """What the figures assume."""
        return tuple(self._notes(measures))

    def promises(
        self, measures: Mapping[str, Amount], slack: Iterable[Slack]
    ) -> Mapping[str, tuple[Share, ...]]:
        """The three promises."""
        kept = (one.met for one in slack)
        return promises(
            seamless(self.weighed, self.relays, self.asked, self.pursued),
            efficient(self._failing, measures["effort_minutes"], measures["elapsed_days"], kept),
            caring(self.weighed, self._can_reach),
        )

    # All measures ----------------------------------------------------------------------

    def _measures(self) -> dict[str, Amount]:
        """Every measure by name, in no order."""
        weighed, status = self.weighed, self.weighed.status
        every = ((weight.times, weight.sure) for weight in weighed.procedure)
        found = {"steps": count(every, status), **contact_measures(weighed, self.chances)}
        found |= self._given(self.ledger.household)
        found |= evidence_measures(self.asked, weighed, self.knowing, self.chances)
        found |= handoff_measures(self.relays, weighed)
        found |= three_costs(weighed, self.asked, self._failing, self.pursued)
        found["obtaining_fees"] = _obtaining_fees(self.asked, self.ledger, weighed)
        found["elapsed_days"] = self.elapsed.journey
        found["completion"] = completion(self.lived, self.visits)
        found["cycle_efficiency"] = cycle_efficiency(
            (found["effort_minutes"], found["agent_minutes"]), found["elapsed_days"]
        )
        found["failure_demand"] = failure_demand(self._failing, status)
        found["once_only"] = part_of(found["evidence_held"], found["evidence_asked"])
        found["one_stop"] = one_stop(self.pursued, weighed)
        return found

    @cached_property
    def _said(self) -> bool:
        """Whether it can be said how often each step of the procedure is lived."""
        return all(weight.times is not None for weight in self.weighed.procedure)

    def _given(self, sums: Mapping[str, Amount]) -> Mapping[str, Amount]:
        """Sums of the ledger; none is given where the livings of some step cannot be said."""
        if self._said:
            return sums
        return {name: replace(one, low=None, likely=None, high=None) for name, one in sums.items()}

    def _roles(self) -> Iterator[tuple[str, Mapping[str, Amount]]]:
        """Who of the household does what: contacts, pieces asked, minutes, trips, fees."""
        roles = sorted({weight.role for weight in self.weighed.household})
        for role in roles:
            yield role, self._part_of(role, self.ledger.roles.get(role, {}))
        yield "household", self._part_of("", self.ledger.household)

    def _part_of(self, role: str, sums: Mapping[str, Amount]) -> Mapping[str, Amount]:
        """What one role does; the empty one is the whole household."""
        by_step = self.weighed.by_step
        mine = [one for one in self.weighed.household if role in ("", one.role)]
        asked = [one for one in self.asked if role in ("", by_step[one.step].role)]
        return FrozenMap(
            {
                "steps": count((one.times, one.sure) for one in mine),
                "contacts": count((times_of(one.times, one.contact), one.sure) for one in mine),
                "evidence_asked": count((one.times, one.sure) for one in asked),
                **{name: one for name, one in self._given(sums).items() if name in _BY_ROLE},
            }
        )

    def _can_reach(self, weight: Weight, way: Way) -> bool | None:
        """Whether who lives the step can get to where a way leads, worked out once per place."""
        lived, role = self.lived, weight.one.step.actor
        key = (way.counter, way.near, role)
        if key not in self._reached:
            territory = lived.atlas.territory_of(lived.journey)
            person = lived.persona.person(role)
            found = reach(way, person, lived.atlas, territory, self.parameters)
            self._reached[key] = found.reachable
        return self._reached[key]

    def _notes(self, found: Mapping[str, Amount]) -> Iterator[Note]:
        """What the figures assume."""
        if self.visits.unsettled:
            name = "unsettled" if self.defaults else "unsettled-unsaid"
            yield Note(name, len(self.visits.unsettled))
        if self.visits.assumed:
            yield Note("assumed", len(self.visits.assumed))
        if self.visits.bounds:
            yield Note("bounded", len(self.visits.bounds))
        if found["effort_minutes"].status == "default":
            yield Note("defaulted")
        yield Note("nobody-gives-up")


#: The measures that can be told apart for each member of a household, as the ledger names them.
_BY_ROLE = (
    "minutes",
    "effort_minutes",
    "obtaining_minutes",
    "travel_minutes",
    "counter_wait_minutes",
    "travel_km",
    "trips",
    "fees",
)


def _obtaining_fees(asked: Iterable[Asking], books: Ledger, weighed: Weighed) -> Amount:
    """What getting pieces costs in money, each time it has to be got; of none, nothing."""
    currency, evidence = weighed.lived.atlas.currency, weighed.lived.atlas.evidence
    whole = Amount(0.0, 0.0, 0.0, currency, 0, 0)
    for step, piece in dict.fromkeys((one.step, one.pieces[0]) for one in asked):
        obtain = evidence[piece].obtain if piece in evidence else None
        paid = books.of_ask(step, piece).euros if obtain is not None else None
        whole = whole + paid if paid is not None else whole
    if whole.of and not whole.known:
        return Amount(None, None, None, currency, 0, whole.of)
    return whole


def _by_kind(found: Iterable[Failing]) -> Mapping[str, float]:
    """Expected contacts that should not be needed, by kind."""
    every = list(found)
    return FrozenMap(
        {kind: sum((o.times or 0.0) * o.parts.get(kind, 0.0) for o in every) for kind in FAILURES}
    )
