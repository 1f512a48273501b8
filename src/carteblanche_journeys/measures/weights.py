"""How much each step weighs: how often it is lived, by which ways, by whom of the household."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from carteblanche_journeys.graph import Lived, LivedStep
from carteblanche_journeys.measures.amounts import Amount, least_sure
from carteblanche_journeys.measures.asked import number_of
from carteblanche_journeys.measures.contacts import is_burden
from carteblanche_journeys.measures.parameters import Parameters, parameters_of
from carteblanche_journeys.measures.shares import share_of, ways_taken
from carteblanche_journeys.measures.sureness import status_of
from carteblanche_journeys.measures.visits import Visits
from carteblanche_journeys.model import Persona, Status, Way, actor_of
from carteblanche_journeys.model.quantities import MINUTES
from carteblanche_journeys.model.steps import Repeat

#: Who of the household acts; a relative is told apart, all others of it are the person.
Role = str


class Weight(NamedTuple):
    """One lived step, and how often.

    Parameters
    ----------
    times
        Expected livings: visits × share of those concerned × how often each time; None where
        that cannot be said.
    chance
        How likely it is lived at least once; in a loop, on the first round.
    sure
        Whether how often each time (`times` of the step) is known.
    ways
        The ways taken, each with its part; empty for a step without way.
    role
        `person` or `relative`; empty where nobody of the household acts, or nobody has to.
    met
        The ways on which someone of the household meets a counter, each with its part.
    contact
        The part of livings that are contacts: the sum of these parts.
    """

    step: str
    one: LivedStep
    times: float | None
    chance: float
    sure: bool
    ways: tuple[tuple[Way, float], ...]
    role: Role
    met: tuple[tuple[Way, float], ...] = ()
    contact: float = 0.0


@dataclass(frozen=True, eq=False)
class Weighed:
    """A life, step by step, with how often each step is lived.

    Parameters
    ----------
    by_step
        In reading order; without steps passed by, and without the way out of those who give up.
    """

    lived: Lived
    visits: Visits
    defaults: bool
    by_step: Mapping[str, Weight] = field(repr=False)

    def come_to(self, step: str) -> float:
        """How likely one comes to a step at all; in a loop, on the first round."""
        expected = self.visits.expected.get(step, 0.0)
        return min(1.0, expected * _first_round(step, self.visits))

    @cached_property
    def procedure(self) -> tuple[Weight, ...]:
        """The steps that are burden or its frame: those of nature `procedure`."""
        return tuple(w for w in self.by_step.values() if w.one.step.nature == "procedure")

    @cached_property
    def household(self) -> tuple[Weight, ...]:
        """The steps that weigh on the household."""
        return tuple(weight for weight in self.by_step.values() if weight.role)

    @cached_property
    def contacts(self) -> tuple[Weight, ...]:
        """The steps at which the household meets a counter."""
        return tuple(weight for weight in self.household if weight.contact)

    @cached_property
    def dealt_with(self) -> frozenset[str]:
        """The schemes for which some counter of the atlas does more than inform."""
        every = self.lived.atlas.counters.values()
        return frozenset(
            scheme for one in every for scheme, at in one.competence.items() if at != "informs"
        )

    @cached_property
    def status(self) -> Status | None:
        """How sure the shares of choices and steps are; None where nothing hangs on a share."""
        if self.visits.unsettled and self.defaults:
            return "default"
        marks = [self._mark(weight) for weight in self.by_step.values()]
        return least_sure(mark for told in marks for mark in told)

    def _mark(self, weight: Weight) -> Iterable[Status | None]:
        step, journey = weight.one.step, self.lived.journey
        if step.share is not None and weight.one.concerned is not False:
            yield status_of(step.share, step, journey)
        for link in step.next or () if step.kind == "choice" else ():
            if link.share is not None:
                yield status_of(link.share, link, step, journey)


def weigh(
    lived: Lived, visits: Visits, parameters: Parameters | None = None, *, defaults: bool = True
) -> Weighed:
    """How often each step of a life is lived, by which ways, and by whom.

    Parameters
    ----------
    parameters
        Left out: those of the atlas.
    defaults
        Whether a range of shares without likely value may be read at its middle, and what comes
        back without end (`{every: 1 mo}`) be counted over the `horizon` of the parameters where
        the journey has none.
    """
    horizon = _horizon(lived, parameters or parameters_of(lived.atlas), defaults)
    first = _first_role(lived)
    found = {
        name: _weight(name, one, lived, visits, defaults, horizon, first)
        for name, one in lived.steps.items()
        if one.concerned is not False and one.step.result != "gave-up"
    }
    return Weighed(lived, visits, defaults, found)


def _horizon(lived: Lived, parameters: Parameters, defaults: bool) -> float | None:
    """How many minutes what comes back without end is counted; None where nobody says."""
    own = lived.journey.horizon
    if own is not None:
        return own.minutes[1] or own.minutes[0]
    return parameters.figures["horizon"].likely * MINUTES["d"] if defaults else None


def _weight(
    name: str,
    one: LivedStep,
    lived: Lived,
    visits: Visits,
    defaults: bool,
    horizon: float | None,
    first: Role,
) -> Weight:
    expected = visits.expected.get(name)
    share = 1.0 if one.step.share is None else share_of(one, defaults=defaults)
    ways = ways_taken(one, lived, defaults=defaults) if one.ways else ()
    each, sure = _each_time(one, ways, lived, horizon)
    times = None if expected is None or share != share else expected * share * each
    once = (expected or 0.0) * _first_round(name, visits)
    chance = 0.0 if times is None or not each else min(1.0, once) * share
    plain = one.step.actor is None or one.step.actor == "person"
    role = (first if is_burden(one) else "") if plain else role_of(one, lived)
    met = tuple(w for w in ways if w[0].counter and w[0].done_by is None) if role else ()
    contact = (met[0][1] if len(met) == 1 else sum(part for _, part in met)) if met else 0.0
    return Weight(name, one, times, chance, sure, ways, role, met, contact)


def _first_round(name: str, visits: Visits) -> float:
    """The part of visits that fall in the first round of the loops that hold a step."""
    part = 1.0
    if visits.returns and visits.walk is not None:
        loops = visits.walk.loops
        loop = loops.inside.get(name, "")
        while loop:
            part *= 1 - visits.returns.get(loop, 0.0)
            loop = loops.around[loop]
    return part


def _each_time(
    one: LivedStep, ways: tuple[tuple[Way, float], ...], lived: Lived, horizon: float | None
) -> tuple[float, bool]:
    """How often a step is lived each time one comes to it, and whether that is known."""
    own = one.step.times
    if own is None and (not ways or (len(ways) == 1 and ways[0][0].times is None)):
        return 1.0, True
    if own is None and all(way.times is None for way, _ in ways):
        return 1.0, True
    said = [(way.times or own, part) for way, part in ways] or [(own, 1.0)]
    told = [(1 if n is None else _number(n, lived.persona, horizon), part) for n, part in said]
    each = sum((1 if n is None else n) * part for n, part in told)
    return each, all(n is not None for n, _ in told)


def _number(repeat: Repeat, persona: Persona, horizon: float | None) -> int | None:
    """How often something comes back: as it says, else within the horizon; None if unknown."""
    if repeat.count is None and repeat.every is not None and horizon is not None:
        every = repeat.every.minutes[1] or repeat.every.minutes[0]
        # Twelve months are a year, though 12 x 30.44 days are a little longer.
        return max(1, int(horizon / every + 0.01)) if every else None
    return number_of(repeat, persona)


def role_of(one: LivedStep, lived: Lived) -> Role:
    """Who of the household does a step that weighs on it; empty where nobody does.

    >>> from carteblanche_journeys.model import Atlas, Journey, Persona, Step
    >>> from carteblanche_journeys.graph import live
    >>> atlas = Atlas(actors={"fille": {"name": "La fille", "kind": "relative"}})
    >>> steps = {"a": {"title": "Écrire"}, "b": {"title": "Appeler", "actor": "fille"}}
    >>> lived = live(Journey(title="J'aide", steps=steps), atlas, Persona(name="Zoé"))
    >>> [role_of(one, lived) for one in lived.steps.values()]
    ['person', 'relative']
    """
    if not is_burden(one):
        return ""
    actor = actor_of(one.step, lived.atlas)
    if actor is None:
        return _first_role(lived)
    if not actor.of_household:
        return ""
    return "relative" if actor.kind == "relative" else "person"


def _first_role(lived: Lived) -> Role:
    """Who acts where nobody is named: the first of the household, who may be the relative."""
    first = lived.persona.person(None)
    known = (lived.atlas.actors.get(role) for role in (first.role if first else ()))
    actor = next((one for one in known if one is not None), None)
    near = actor is not None and actor.of_household and actor.kind == "relative"
    return "relative" if near else "person"


def count(parts: Iterable[tuple[float | None, bool]], status: Status | None = None) -> Amount:
    """A count of expected livings, and how much of it is known.

    Parameters
    ----------
    parts
        How often, or None where that cannot be said, and whether it is known to be all.

    Where the livings of one cannot be said, the total cannot either.

    >>> str(count([(1.5, True), (1.0, False)]))
    '2.5..2.5..2.5, known for 1 of 2'
    >>> str(count([(1.5, True), (None, False)]))
    '?..?..?, known for 1 of 2'
    """
    value, known, of, said = 0.0, 0, 0, True
    for times, sure in parts:
        of += 1
        if times is None:
            said = False
            continue
        value += times
        known += sure
    if not said or (of and not known and not value):
        return Amount(None, None, None, "", known, of)
    return Amount(value, value, value, "", known, of, status)


def times_of(times: float | None, part: float) -> float | None:
    """A part of some livings; None where they cannot be said."""
    return None if times is None else times * part
