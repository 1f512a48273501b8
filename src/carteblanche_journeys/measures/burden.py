"""What a journey costs a household: minutes, trips, days and money, step by step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from carteblanche_journeys.graph import Lived
from carteblanche_journeys.measures.amounts import Amount, total
from carteblanche_journeys.measures.bookkeeping import Bookkeeping
from carteblanche_journeys.measures.parameters import Parameters
from carteblanche_journeys.measures.sheets import MINUTES_OF, Sheet, added, together
from carteblanche_journeys.measures.travel import Travel, travel
from carteblanche_journeys.measures.visits import Visits
from carteblanche_journeys.measures.weights import Weighed, weigh
from carteblanche_journeys.model import Way


@dataclass(frozen=True, slots=True)
class Burden:
    """What something costs a household; time and money are never added.

    Parameters
    ----------
    minutes
        Effort, travel there and back, waiting at counters, getting and handing over pieces.
    trips
        How often someone goes out for it.
    days
        How long it makes people wait.
    euros
        What is paid, in the currency of the atlas.

    None is what does not concern it.

    >>> from carteblanche_journeys.measures import exactly
    >>> (Burden(minutes=exactly(20, "min")) + Burden(trips=exactly(1, ""))).minutes.likely
    20
    """

    minutes: Amount | None = None
    trips: Amount | None = None
    days: Amount | None = None
    euros: Amount | None = None

    def __add__(self, other: Burden) -> Burden:
        """Both together."""
        return Burden(
            _plus(self.minutes, other.minutes),
            _plus(self.trips, other.trips),
            _plus(self.days, other.days),
            _plus(self.euros, other.euros),
        )


def joined_burdens(every: Iterable[Burden]) -> Burden:
    """Many burdens together.

    >>> from carteblanche_journeys.measures import exactly
    >>> joined_burdens([Burden(trips=exactly(1, "")), Burden(trips=exactly(2, ""))]).trips.likely
    3
    """
    burdens = list(every)
    return Burden(
        _total([one.minutes for one in burdens]),
        _total([one.trips for one in burdens]),
        _total([one.days for one in burdens]),
        _total([one.euros for one in burdens]),
    )


def _total(every: Iterable[Amount | None]) -> Amount | None:
    known = [amount for amount in every if amount is not None]
    return total(known, "") if known else None


def _plus(one: Amount | None, other: Amount | None) -> Amount | None:
    if one is None or other is None:
        return one if other is None else other
    return one + other


class Ledger:
    """The burdens of one life, by step, ask and wait; made by `ledger`.

    Everything is expected: over the visits of each step, the part of people whom it concerns,
    the ways they take and how often they have to. The minutes of a step hold those of its asks.

    Parameters
    ----------
    kept
        The books, where they have been kept already.
    """

    def __init__(
        self, weighed: Weighed, parameters: Parameters, kept: Bookkeeping | None = None
    ) -> None:
        self._weighed = weighed
        self._parameters = parameters
        self._kept = kept
        self._currency = weighed.lived.atlas.currency

    @cached_property
    def _books(self) -> Bookkeeping:
        return self._kept or Bookkeeping(self._weighed, self._parameters)

    @property
    def weighed(self) -> Weighed:
        """How often each step is lived, by which ways, by whom."""
        return self._weighed

    @property
    def parameters(self) -> Parameters:
        """The figures assumed where nobody gives one."""
        return self._parameters

    @cached_property
    def sheets(self) -> Mapping[tuple[str, tuple[str, ...]], Sheet]:
        """Every sheet, by step and by the pieces of an ask; none of them for the step itself."""
        books = self._books
        found: dict[tuple[str, tuple[str, ...]], Sheet] = {
            (step, ()): sheet for step, sheet in books.sheets.items()
        }
        pieces: dict[tuple[str, int], list[str]] = {}
        for (step, piece), sheet in books.asks.items():
            pieces.setdefault((step, id(sheet)), []).append(piece)
        for (step, _), of in pieces.items():
            found[step, tuple(of)] = books.asks[step, of[0]]
        return found

    def of_step(self, step: str) -> Burden:
        """What the expected livings of a step cost, with the pieces asked there; no days."""
        sheet = self._books.sheets.get(step)
        if sheet is None:
            return Burden()
        return self._burden(together((sheet, *self._books.asked_at.get(step, ()))))

    def of_travel(self, step: str) -> Burden:
        """What going there and back costs: minutes under way, and trips."""
        sheet = self._books.sheets.get(step, Sheet())
        minutes = sheet.amount(("travel_minutes",), "min")
        return Burden(minutes, sheet.amount(("trips",), ""))

    def of_ask(self, step: str, piece: str) -> Burden:
        """What getting and handing over a piece costs, for this ask.

        Getting it is paid where it is first needed, and again where it is no longer fresh or
        an original was kept.
        """
        sheet = self._books.asks.get((step, piece))
        return self._burden(sheet) if sheet is not None else Burden()

    def of_wait(self, step: str) -> Burden:
        """The days that a step makes people wait: itself, for an appointment, for a rare stop."""
        return Burden(days=self._books.wait(step))

    def travel(self, step: str) -> Travel | None:
        """How someone gets to the counter of the way that a step is lived by; None without."""
        lived = self._weighed.lived
        one = lived.steps.get(step)
        if one is None or one.way is None:
            return None
        person = lived.persona.person(one.step.actor)
        territory = lived.atlas.territory_of(lived.journey)
        return travel(one.way, lived.persona, person, lived.atlas, territory, self._parameters)

    def reachable(self, step: str, way: Way) -> bool | None:
        """Whether who does a step gets to the counter of a way; None where that is not known."""
        going = self._books.going
        return going.reach(way, going.person(self._weighed.lived.steps[step].step)).reachable

    def _burden(self, sheet: Sheet) -> Burden:
        return Burden(
            sheet.amount(MINUTES_OF, "min"),
            sheet.amount(("trips",), ""),
            None,
            sheet.amount(("fees",), self._currency),
        )

    @cached_property
    def roles(self) -> Mapping[str, Mapping[str, Amount]]:
        """The sums of each role (`person`, `relative`) that has a part, by name of measure.

        Names: effort_minutes, obtaining_minutes, counter_wait_minutes, travel_minutes,
        travel_km, trips, fees, agent_minutes, and minutes, which is the first four.
        """
        return {role: added(sheets, self._currency) for role, sheets in self._by_role.items()}

    @cached_property
    def household(self) -> Mapping[str, Amount]:
        """The sums of the household, which are those of its roles together; and of agents."""
        books = self._books
        sheets = (*books.sheets.values(), *(one for at in books.asked_at.values() for one in at))
        return added(sheets, self._currency)

    @property
    def whole(self) -> Burden:
        """What the journey costs the household, without days: strands overlap."""
        found = self.household
        known = {kind: amount if amount.of else None for kind, amount in found.items()}
        return Burden(known["minutes"], known["trips"], None, known["fees"])

    @cached_property
    def _by_role(self) -> Mapping[str, list[Sheet]]:
        books, weights = self._books, self._weighed.by_step
        found: dict[str, list[Sheet]] = {}
        for name, sheet in books.sheets.items():
            role = weights[name].role
            if role:
                found.setdefault(role, []).extend((sheet, *books.asked_at.get(name, ())))
        return dict(sorted(found.items()))


def ledger(
    lived: Lived, visits: Visits, parameters: Parameters, *, defaults: bool = True
) -> Ledger:
    """What each step, ask and wait of a life costs, for someone who goes through to the end.

    Expected visits x part of those concerned x times x quantity, over steps of nature
    `procedure` (model, "Expected burden"; the standard cost model for citizens: time and money
    apart). Worked out when first asked for, in time proportional to steps, links and asks.

    Parameters
    ----------
    defaults
        Whether what nobody says is taken from `parameters`, with status `default`; waits,
        delays and fees never are.

    >>> from carteblanche_journeys.graph import live
    >>> from carteblanche_journeys.measures import parameters_of, visits
    >>> from carteblanche_journeys.model import Atlas, Journey, Persona
    >>> steps = {"a": {"title": "Écrire", "effort": "20 min"}, "b": {"title": "Attendre"}}
    >>> life = live(Journey(title="J'écris", steps=steps), Atlas(), Persona(name="Zoé"))
    >>> known = ledger(life, visits(life), parameters_of(Atlas()), defaults=False)
    >>> str(known.whole.minutes)
    '20..20..20 min, known for 1 of 2'
    """
    return Ledger(weigh(lived, visits, parameters, defaults=defaults), parameters)
