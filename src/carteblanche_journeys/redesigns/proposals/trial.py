"""Moves made on a copy of a journey, and what becomes of each life in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from carteblanche_journeys.graph import Lived, live
from carteblanche_journeys.measures import Parameters, parameters_of
from carteblanche_journeys.model import Persona, schemes_of
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.redesigns.chosen import Chosen, make_one
from carteblanche_journeys.redesigns.comparisons.comparison import Difference, Differences
from carteblanche_journeys.redesigns.comparisons.differences import Account, summed
from carteblanche_journeys.redesigns.comparisons.identity import Identity, identity
from carteblanche_journeys.redesigns.comparisons.lasting import Lasting
from carteblanche_journeys.redesigns.consequences import CostClass, LegalNeed, costlier
from carteblanche_journeys.redesigns.proposals.heirs import heirs
from carteblanche_journeys.redesigns.proposals.lives import beyond_reach, granted, met, newly_online
from carteblanche_journeys.redesigns.variant import Variant


@dataclass(frozen=True, eq=False)
class Start:
    """The journey before any move, as each persona lives it: worked out once for all trials.

    Parameters
    ----------
    personas
        Of whom a trial says what becomes of them, that of the journey's page first.
    """

    variant: Variant
    personas: tuple[Persona, ...]

    @cached_property
    def lives(self) -> Mapping[str, Account]:
        """The books of each persona's life."""
        return FrozenMap(
            {one.id: Account(self._live(one), self.parameters) for one in self.personas}
        )

    @cached_property
    def far(self) -> Mapping[str, frozenset[str]]:
        """For each persona the steps to which it has no way of its own."""
        return FrozenMap(
            {name: beyond_reach(one.lived, self.parameters) for name, one in self.lives.items()}
        )

    @cached_property
    def granted(self) -> Mapping[str, frozenset[str]]:
        """For each persona the schemes that it can be granted."""
        return FrozenMap({name: granted(one.lived) for name, one in self.lives.items()})

    @cached_property
    def met(self) -> Mapping[str, frozenset[str]]:
        """For each persona the schemes about which it meets or calls somebody."""
        return FrozenMap({name: met(one.lived) for name, one in self.lives.items()})

    @cached_property
    def parameters(self) -> Parameters:
        """The figures that measures assume; those of a variant are the same."""
        return parameters_of(self.variant.base)

    def _live(self, persona: Persona) -> Lived:
        return live(self.variant.journey, self.variant.base, persona, self.variant.net)


@dataclass(frozen=True, eq=False)
class Trial:
    """Moves made on a copy, in order.

    Parameters
    ----------
    stages
        The variant before each move, then what they yield.
    causes
        Fingerprints of the findings that asked for them.
    """

    start: Start
    moves: tuple[Chosen, ...] = ()
    stages: tuple[Variant, ...] = ()
    causes: tuple[str, ...] = ()
    _lives: dict[str, Account] = field(default_factory=dict, repr=False)
    _spared: dict[str, Differences] = field(default_factory=dict, repr=False)
    _online: dict[str, bool] = field(default_factory=dict, repr=False)
    _lasting: dict[tuple[int, ...], tuple[Lasting, Difference | None]] = field(
        default_factory=dict, repr=False
    )

    @property
    def before(self) -> Variant:
        """The journey as it is."""
        return self.start.variant

    @property
    def after(self) -> Variant:
        """What the moves yield."""
        return self.stages[-1] if self.stages else self.start.variant

    @cached_property
    def legal(self) -> tuple[tuple[str, LegalNeed], ...]:
        """What each move needs in law, with its name."""
        return tuple((m.move.name, need) for m, before in self.made for need in m.legal(before))

    @cached_property
    def cost_class(self) -> CostClass:
        """The cost of the dearest move."""
        dearest: CostClass = "none"
        for move, before in self.made:
            dearest = costlier(dearest, move.cost(before).cost_class)
        return dearest

    @property
    def made(self) -> tuple[tuple[Chosen, Variant], ...]:
        """Each move, with the variant before it."""
        return tuple(zip(self.moves, self.stages, strict=False))

    @cached_property
    def heirs(self) -> Mapping[str, tuple[str, ...]]:
        """What becomes of each step of the as-is."""
        return heirs(self.before.journey, self.after.journey)

    def life(self, persona: str) -> Account:
        """The books of a persona's life after the moves."""
        if persona not in self._lives:
            who = self.start.lives[persona].lived.persona
            after = self.after
            lived = live(after.journey, after.base, who, after.net)
            self._lives[persona] = Account(lived, self.start.parameters)
        return self._lives[persona]

    def spared(self, persona: str) -> Differences:
        """By part of the burden, to-be less as-is for a persona."""
        if persona not in self._spared:
            one, other = self.start.lives[persona], self.life(persona)
            sums = summed(one, other, self._same)
            self._spared[persona] = FrozenMap({**sums, "days": self._days(one, other)})
        return self._spared[persona]

    def _days(self, one: Account, other: Account) -> Difference | None:
        """How many days longer it lasts: the same for all personas who walk the same way."""
        before, after = (one.elapsed, one.visits), (other.elapsed, other.visits)
        key = (id(one.elapsed), id(one.visits), id(other.elapsed), id(other.visits))
        if key not in self._lasting:
            lasting = Lasting(before, after, self._same.steps)
            self._lasting[key] = (lasting, lasting.difference)
        return self._lasting[key][1]

    def newly_online(self, persona: str) -> bool:
        """Whether someone would do online, unable to, what was not done online before."""
        if persona not in self._online:
            before, after = self.start.lives[persona].lived, self.life(persona).lived
            self._online[persona] = any(newly_online(before, after))
        return self._online[persona]

    def minutes(self, persona: str) -> Difference | None:
        """The minutes of `spared`, without working out the rest."""
        if persona in self._spared:
            return self._spared[persona]["minutes"]
        one, other = self.start.lives[persona], self.life(persona)
        return summed(one, other, self._same)["minutes"]

    def spared_by_role(self, persona: str) -> Mapping[str, Differences]:
        """The same for the person and for the relative, where a household has both."""
        one, other = self.start.lives[persona], self.life(persona)
        weights = (*one.ledger.weighed.household, *other.ledger.weighed.household)
        roles = sorted({weight.role for weight in weights})
        if len(roles) < 2:
            return {}
        return {role: summed(one, other, self._same, role) for role in roles}

    @cached_property
    def _same(self) -> Identity:
        before, after = self.before, self.after
        return identity(before.journey, after.journey, before.atlas, after.atlas)

    def opened(self, persona: str) -> tuple[str, ...]:
        """The steps that a persona had no way of its own to, and has one now."""
        far = self.start.far[persona]
        if not far:
            return ()
        after = self.life(persona).lived
        still = beyond_reach(after, self.start.parameters)
        return tuple(
            name
            for name in self.before.steps
            if name in far
            and any(one in after.steps and one not in still for one in self.heirs[name])
        )

    def pursues(self, persona: str, scheme: str) -> bool:
        """Whether a persona still has to turn to a counter for a scheme, after the moves."""
        lived = self.life(persona).lived
        return any(
            any(way.counter and way.done_by is None for way in one.ways)
            and scheme in schemes_of(one.step, lived.atlas)
            for one in lived.steps.values()
        )


def tried(trial: Trial, one: Chosen, causes: tuple[str, ...] = ()) -> Trial:
    """A trial with one more move.

    Raises
    ------
    DoesNotFit
        Where the move does not fit what the others yield.
    """
    after = make_one(trial.after, one, len(trial.moves))
    return added(trial, one, after, causes)


def added(trial: Trial, one: Chosen, after: Variant, causes: tuple[str, ...] = ()) -> Trial:
    """A trial with one more move, which yields this."""
    stages = trial.stages or (trial.before,)
    told = tuple(dict.fromkeys((*trial.causes, *causes)))
    return Trial(trial.start, (*trial.moves, one), (*stages, after), told)
