"""How the books of one life are kept: one walk over its steps, each figure on its sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from carteblanche_journeys.graph import ENTRY, ground
from carteblanche_journeys.measures import efforts
from carteblanche_journeys.measures.amounts import Amount
from carteblanche_journeys.measures.assumptions import Assumptions
from carteblanche_journeys.measures.delays import waits_for_line
from carteblanche_journeys.measures.figures import Figure
from carteblanche_journeys.measures.getting import Getting
from carteblanche_journeys.measures.going import Going
from carteblanche_journeys.measures.outings import descent
from carteblanche_journeys.measures.parameters import Parameters
from carteblanche_journeys.measures.pieces import Asked, Handed, Hands, Yielded
from carteblanche_journeys.measures.shares import share_of
from carteblanche_journeys.measures.sheets import Sheet
from carteblanche_journeys.measures.waiting import DAY, earliest_days, waits_of
from carteblanche_journeys.measures.weights import Weighed, Weight
from carteblanche_journeys.model import Step, Way, asks_of, holds

_ALONE: tuple[tuple[Way | None, float], ...] = ((None, 1.0),)

#: What a way costs: a figure, None where it could be known and is not, or `NO_PRICE`.
Price = Figure | None
Pricing = Callable[[Step, Way | None], Price]
#: Stands for a kind of cost that a way cannot have.
NO_PRICE = Figure(0.0, 0.0, 0.0, -1)


class Bookkeeping:
    """The sheets of one life.

    Parameters
    ----------
    nearest, days
        For each step the nearest that every way to it passes, and the day on which one may
        come there; left out, those of the journey.

    Attributes
    ----------
    sheets
        By step that costs anyone anything.
    asks
        By step and piece asked; of pieces of which any one will do, each gives the same sheet.
    asked_at
        The same by step, each once.
    """

    def __init__(
        self,
        weighed: Weighed,
        parameters: Parameters,
        *,
        nearest: Mapping[str, str] | None = None,
        days: Mapping[str, float] | None = None,
    ) -> None:
        self._weighed = weighed
        if nearest is None:
            self._nearest, self._descent = _ways_down(weighed)
        else:
            self._nearest, self._descent = nearest, tuple(descent(nearest, ENTRY))
        self._known_days = days
        self._lived = weighed.lived
        self._atlas = weighed.lived.atlas
        journey, defaults = weighed.lived.journey, weighed.defaults
        self._assumptions = Assumptions(journey, parameters, defaults=defaults)
        self._prices = _prices(weighed, parameters)
        self.going = Going(weighed.lived, self._assumptions)
        self._getting = Getting(weighed.lived, self._assumptions, self.going)
        self._hands = Hands(self._atlas, self._days_between)
        first = weighed.lived.persona.person(None)
        self._selves = frozenset(("person", *(first.role if first else ())))
        self.sheets: dict[str, Sheet] = {}
        self.asks: dict[tuple[str, str], Sheet] = {}
        self.asked_at: dict[str, list[Sheet]] = {}
        self._keep_all()

    def _keep_all(self) -> None:
        weights = self._weighed.by_step
        for name, entering in self._descent:
            if not entering:
                self.going.outings.leave(name)
                self._hands.leave(name)
            elif name in weights:
                self._keep(name, weights[name])

    @cached_property
    def _days(self) -> Mapping[str, float]:
        if self._known_days is not None:
            return self._known_days
        return earliest_days(self._lived, tuple(self._nearest))

    def _days_between(self, one: str, other: str) -> float:
        return self._days[other] - self._days[one]

    def _keep(self, name: str, weight: Weight) -> None:
        """Write down one step."""
        step = weight.one.step
        if step.nature == "procedure" and step.kind not in ("event", "outcome"):
            sheet = self.sheets[name] = Sheet()
            if weight.role:
                self._write(sheet, "effort_minutes", weight, self._effort)
                self._write(sheet, "fees", weight, self._fee)
                self.going.write(sheet, name, weight)
            self._write(sheet, "agent_minutes", weight, self._agents)
        if step.asks or step.yields or any(w.asks or w.yields for w, _ in weight.ways):
            asked = self._asked(weight) if weight.role else ()
            for handed in self._hands.enter(name, step, asked, self._yielded(weight)):
                self._getting.write(self._sheet_of(name, handed), weight, handed)

    def _write(self, sheet: Sheet, kind: str, weight: Weight, price: Pricing) -> None:
        """Write the mean over ways; unknown where one of them is, or how often nobody can say."""
        step, ways = weight.one.step, weight.ways
        if len(ways) < 2:
            whole = self._price(kind, step, ways[0][0] if ways else None, price)
        else:
            whole = _mean([(self._price(kind, step, way, price), part) for way, part in ways])
        if whole is NO_PRICE:
            return
        if whole is None or weight.times is None:
            sheet.append((kind, None, 0.0, False))
        else:
            sheet.append((kind, whole, weight.times, weight.sure))

    def _price(self, kind: str, step: Step, way: Way | None, price: Pricing) -> Price:
        """What a way costs is the same for all lives of a journey: asked once for each."""
        key = (kind, id(step), id(way))
        known = self._prices.get(key)
        if known is None or known[0] is not step or known[1] is not way:
            known = self._prices[key] = (step, way, price(step, way))
        return known[2]

    def _effort(self, step: Step, way: Way | None) -> Price:
        """What a way takes the household; not a plain choice, nor what others do for it."""
        own = way.effort if way is not None else None
        if own is not None or step.effort is not None:
            said = self._assumptions.said(own, step.effort, way, step)
            if said is not None:
                return said
        elif way.done_by is not None if way is not None else step.kind == "choice":
            return NO_PRICE
        if not self._assumptions.defaults:
            return None
        asks, brought = asks_of(step, way), self._brought(step)
        return self._assumptions.assume(efforts.of_step(step, way, asks, self._atlas, brought))

    def _brought(self, step: Step) -> tuple[str, ...]:
        """What organisations pass on to a step."""
        into = self._lived.net.into.get(step.id, ())
        return tuple(
            carried
            for passage in into
            if passage.link.carried == "organisation"
            for carried in passage.link.carries
        )

    def _fee(self, step: Step, way: Way | None) -> Price:
        """What a way costs, as far as someone says; a plain choice costs nothing."""
        if way is None and step.kind == "choice" and step.fee is None:
            return NO_PRICE
        return self._assumptions.said(way.fee if way is not None else None, step.fee, way, step)

    def _agents(self, step: Step, way: Way | None) -> Price:
        """What a way takes agents, where they have a part in it."""
        if step.agent_effort is not None:
            return self._assumptions.said(step.agent_effort, None, step)
        needed = efforts.of_agents(step, way, self._atlas)
        if not needed or (way is None and step.kind == "choice"):
            return NO_PRICE
        return self._assumptions.assume(needed)

    def _asked(self, weight: Weight) -> Iterator[Asked]:
        """What is asked of the household, by each way."""
        step, share = weight.one.step, _share(weight)
        for way, part in weight.ways or _ALONE:
            if way is not None and way.done_by is not None:
                continue
            first = weight.chance * part
            again = max(0.0, (weight.times or 0.0) * part - first)
            for ask in asks_of(step, way):
                if not ask.when or holds(ask.when, self._lived.persona.traits) is not False:
                    whose = ask.of or step.actor or ""
                    whose = "" if whose in self._selves else whose
                    yield Asked(ask, whose, share * part, first, again)

    def _yielded(self, weight: Weight) -> Iterator[Yielded]:
        step = weight.one.step
        for way, part in weight.ways or _ALONE:
            own = step.yields if way is None or way.yields is None else way.yields
            for piece in own:
                yield Yielded(piece, _share(weight) * part, weight.chance * part)

    def _sheet_of(self, name: str, handed: Handed) -> Sheet:
        """The sheet of one ask, under each of its pieces."""
        pieces = handed.ask.pieces
        sheet = next((s for s in (self.asks.get((name, p)) for p in pieces) if s is not None), None)
        if sheet is None:
            sheet = Sheet()
            self.asked_at.setdefault(name, []).append(sheet)
        for piece in pieces:
            self.asks.setdefault((name, piece), sheet)
        return sheet

    def wait(self, name: str) -> Amount | None:
        """Expected days of wait at a step; None where nothing makes one wait there."""
        weight = self._weighed.by_step.get(name)
        if weight is None or weight.one.step.kind == "event":
            return None
        sheet, step = Sheet(), weight.one.step
        for way, part in weight.ways or _ALONE:
            times = (weight.times or 0.0) * part / DAY
            for said in waits_of(step, way, self._atlas):
                figure = self._assumptions.said(said, None, way, step)
                sheet.add("wait", None if weight.times is None else figure, times)
            stop = self.going.rare(way, step)
            if stop is not None:
                sheet.add("wait", stop, times / 2)
            for said, part in waits_for_line(way, step, self._lived) if way is not None else ():
                sheet.add("wait", self._assumptions.said(said, None, way, step), times * part)
        return sheet.amount(("wait",), "d")


#: By kind of cost, step and way: these two, and what it comes to.
_Prices = dict[tuple[str, int, int], tuple[Step, Way | None, Price]]


def _prices(weighed: Weighed, parameters: Parameters) -> _Prices:
    """The prices known of a journey: one list for each atlas, and what may be assumed in it."""
    atlas, shared = weighed.lived.atlas, weighed.lived.net.shared
    key = ("prices", id(atlas), id(parameters), weighed.defaults)
    if key not in shared:
        shared[key] = (atlas, parameters, _Prices())
    found: _Prices = shared[key][2]
    return found


#: For each step the nearest that every way to it passes; and how one goes down and up by them.
_Down = tuple[Mapping[str, str], tuple[tuple[str, bool], ...]]


def _ways_down(weighed: Weighed) -> _Down:
    """The steps always before each step, the same for all on one ground; circles are no way."""
    on = ground(weighed.lived)
    if "ways down" not in on.answers:
        found = on.routes
        nearest = {name: found.nearest[name] for name in found.order if name != ENTRY}
        nearest |= {name: ENTRY for name in weighed.lived.steps if name not in nearest}
        on.answers["ways down"] = (nearest, tuple(descent(nearest, ENTRY)))
    down: _Down = on.answers["ways down"]
    return down


def _share(weight: Weight) -> float:
    return 1.0 if weight.one.step.share is None else share_of(weight.one)


def _mean(parts: list[tuple[Price, float]]) -> Price:
    whole: Price = NO_PRICE
    for figure, part in parts:
        if figure is None:
            return None
        if figure is not NO_PRICE:
            mine = figure.times(part)
            whole = mine if whole is None or whole is NO_PRICE else whole.plus(mine)
    return whole
