"""Two lives side by side: how much each figure changes, worked out on the pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from carteblanche_journeys.graph import Lived
from carteblanche_journeys.measures import (
    NAMES,
    Amount,
    Ledger,
    Measured,
    Parameters,
    Visits,
    formula_of,
    ledger,
    measure,
    parameters_of,
    visits,
)
from carteblanche_journeys.measures.amounts import least_sure
from carteblanche_journeys.measures.elapsed import Elapsed, elapsed
from carteblanche_journeys.measures.sheets import MINUTES_OF, UNITS
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.redesigns.comparisons.comparison import Difference, Differences
from carteblanche_journeys.redesigns.comparisons.identity import Identity, identity
from carteblanche_journeys.redesigns.comparisons.lasting import Lasting
from carteblanche_journeys.redesigns.comparisons.summing import Sums, tidy

#: The names under which `spared` and `differences` give what matters most, and their units;
#: euros are in the currency of the atlas.
SPARED = ("minutes", "trips", "days", "euros", "agent_minutes")
#: The names of all differences.
EVERY = (*SPARED, *(name for name in NAMES if name not in SPARED))
#: Of the five, those that are sums of the ledger, with the lines that make them up.
_SUMS: Mapping[str, tuple[str, ...]] = {
    "minutes": MINUTES_OF,
    "trips": ("trips",),
    "euros": ("fees",),
    "agent_minutes": ("agent_minutes",),
}
#: The same, and each kind of line by itself.
_EACH: Mapping[str, tuple[str, ...]] = {**{kind: (kind,) for kind in UNITS}, **_SUMS}
#: The same figure under the name that `measure` gives it.
_ALIKE = {"elapsed_days": "days", "fees": "euros"}


class Account:
    """The books of one life, each kept when first asked for.

    Parameters
    ----------
    parameters
        Left out: those of the atlas as the life sees it.
    """

    def __init__(self, lived: Lived, parameters: Parameters | None = None) -> None:
        self.lived = lived
        self.parameters = parameters or parameters_of(lived.atlas)

    @cached_property
    def measured(self) -> Measured:
        """All measures of the life."""
        return measure(self.lived, parameters=self.parameters)

    @cached_property
    def visits(self) -> Visits:
        """How often each step is come to."""
        return visits(self.lived)

    @cached_property
    def ledger(self) -> Ledger:
        """What each step and ask costs."""
        if "measured" in self.__dict__:
            return self.measured.ledger
        return ledger(self.lived, self.visits, self.parameters)

    @cached_property
    def elapsed(self) -> Elapsed:
        """When each step is done."""
        return elapsed(self.lived, self.visits, self.parameters)

    @cached_property
    def unsaid(self) -> bool:
        """Whether it cannot be said how often some step is lived."""
        return any(weight.times is None for weight in self.ledger.weighed.procedure)


def spared(
    before: Account, after: Account, same: Identity | None = None, role: str | None = None
) -> Differences:
    """How much minutes, trips, days, euros and agents' minutes change: to-be less as-is.

    Parameters
    ----------
    same
        Which things of the two are the same; left out, it is looked up.
    role
        Only the part of the household's `person` or `relative`; left out, all of it.

    Worked out on the pair, so that below zero is spared: what both have in equal measure
    cancels out, whatever its value; what only one has counts with its own range. An unknown
    that goes is not counted, and the figure is `at_least`; one that comes makes the figure
    None, as do steps of which nobody can say how often they are lived.

    >>> from carteblanche_journeys.graph import live
    >>> from carteblanche_journeys.model import Atlas, Journey, Persona
    >>> steps = {"a": {"title": "A", "effort": "20..30..60 min"}, "b": {"title": "B"}}
    >>> one = Journey(title="X", steps=steps)
    >>> other = Journey(title="X", steps={"b": steps["b"]})
    >>> zoe = Persona(name="Zoé")
    >>> found = spared(*(Account(live(each, Atlas(), zoe)) for each in (one, other)))
    >>> found["minutes"].low, found["minutes"].likely, found["minutes"].high
    (-60.0, -30.0, -20.0)
    """
    if _untouched(before, after):
        return no_difference(after, SPARED)
    same = same or same_things(before, after)
    found = {**summed(before, after, same, role), "days": _days(before, after, same)}
    return FrozenMap({name: found[name] for name in SPARED})


def summed(
    before: Account, after: Account, same: Identity, role: str | None = None
) -> Differences:  # fmt: skip
    """The same as `spared` without days, which take the longest to work out."""
    return _summed(before, after, same, _SUMS, role)


def _summed(
    before: Account,
    after: Account,
    same: Identity,
    wanted: Mapping[str, tuple[str, ...]],
    role: str | None = None,
) -> Differences:
    """Sums of lines of the two ledgers, by the name under which they are wanted."""
    if before.unsaid or after.unsaid:
        return FrozenMap(dict.fromkeys(wanted))
    sums = Sums(before.ledger, after.ledger, same, role)
    return FrozenMap({name: sums.of(kinds, _unit(name, after)) for name, kinds in wanted.items()})


def differences(before: Account, after: Account, same: Identity | None = None) -> Differences:
    """How much every figure changes: those of `spared`, and all that `measure` gives.

    Counts and shares (`completion`, `once_only`…) have no lines to cancel: they are known on
    both sides, as far as each goes, or their difference cannot be said.
    """
    if _untouched(before, after):
        return no_difference(after)
    same = same or same_things(before, after)
    one, other = before.measured, after.measured  # first, so that their ledgers are kept once
    found = {**_summed(before, after, same, _EACH), "days": _days(before, after, same)}
    found |= {name: found[alike] for name, alike in _ALIKE.items()}
    found |= {name: of_amounts(one[name], other[name]) for name in NAMES if name not in found}
    return FrozenMap({name: found[name] for name in EVERY})


def no_difference(account: Account, names: Iterable[str] = EVERY) -> Differences:
    """The differences between two lives that are the same: none, known or not."""
    return FrozenMap({name: Difference(0.0, 0.0, 0.0, _unit(name, account)) for name in names})


def same_things(before: Account, after: Account) -> Identity:
    """Which things of two lives are the same."""
    one, other = before.lived, after.lived
    return identity(one.journey, other.journey, one.atlas, other.atlas)


def of_amounts(before: Amount, after: Amount) -> Difference | None:
    """How much a figure without lines changes, ends crossed where it has a range.

    >>> from carteblanche_journeys.measures import exactly
    >>> of_amounts(exactly(5, ""), exactly(3, "")).likely
    -2.0
    """
    if before.of - before.known < after.of - after.known:
        return None
    values = (before.low, before.likely, before.high), (after.low, after.likely, after.high)
    if None in values[0] or None in values[1]:
        return None
    at_least = before.of - before.known > after.of - after.known
    (low, likely, high), (then_low, then, then_high) = (list(map(float, v)) for v in _said(values))
    ends = (then_low - high, then_high - low) if values[0] != values[1] else (0.0, 0.0)
    status = least_sure((before.status, after.status)) if ends != (0.0, 0.0) else None
    ends = (tidy(ends[0]), tidy(ends[1]))
    return Difference(ends[0], tidy(then - likely), ends[1], after.unit, status, at_least)


def _said(values: tuple[tuple[float | None, ...], ...]) -> Iterator[tuple[float, ...]]:
    return (tuple(one or 0.0 for one in each) for each in values)


def _untouched(before: Account, after: Account) -> bool:
    """Whether both are one journey in one atlas: then nothing changes, known or not."""
    one, other = before.lived, after.lived
    return (
        one.persona == other.persona and one.journey is other.journey and (one.atlas is other.atlas)
    )


def _days(before: Account, after: Account, same: Identity) -> Difference | None:
    """The difference in days, worked out once for all who live both journeys alike."""
    one, other, answers = before.elapsed, after.elapsed, after.visits.answers
    key = ("lasting", id(one), id(other), id(same.steps))
    if key not in answers:
        lasting = Lasting((one, before.visits), (other, after.visits), same.steps)
        answers[key] = (lasting.difference, one, other, same.steps)
    found: Difference | None = answers[key][0]
    return found


def _unit(name: str, account: Account) -> str:
    known = {"minutes": "min", "trips": "", "days": "d", "agent_minutes": "min"}
    if name in known:
        return known[name]
    unit = "currency" if name == "euros" else formula_of(name).unit
    return account.lived.atlas.currency if unit == "currency" else unit
