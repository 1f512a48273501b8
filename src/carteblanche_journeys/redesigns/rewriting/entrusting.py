"""Services entrusted to one counter: which contacts, who has to answer, what it then can do."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from carteblanche_journeys.measures import parameters_of
from carteblanche_journeys.measures.contacts import AWAY
from carteblanche_journeys.measures.travel import reach
from carteblanche_journeys.model import Counter, Way, schemes_of
from carteblanche_journeys.model.counters import Level, Operator
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.quantities import ShareQuantity
from carteblanche_journeys.redesigns.rewriting.errands import (
    Errand,
    errand,
    is_at,
    is_errand,
    is_taken_over,
    pursues,
    taken_over,
    visits_of,
)
from carteblanche_journeys.redesigns.rewriting.generalists import place_of
from carteblanche_journeys.redesigns.rewriting.reaching import homes
from carteblanche_journeys.redesigns.rewriting.visiting import OneVisit
from carteblanche_journeys.redesigns.variant import Variant


@dataclass(frozen=True, eq=False)
class Entrusting:
    """Services that a counter takes over, in a variant.

    Parameters
    ----------
    services
        Schemes whose contacts it takes over.
    to
        The counter.
    operators
        Who is said to answer it; those that it has already count too.
    steps
        Only these contacts, by what they come from; empty: all.
    """

    variant: Variant
    services: tuple[str, ...]
    to: str
    operators: tuple[Operator, ...] = ()
    steps: tuple[str, ...] = ()

    @property
    def counter(self) -> Counter:
        """The counter as it is."""
        return self.variant.atlas.counters[self.to]

    @cached_property
    def answering(self) -> tuple[Operator, ...]:
        """Who answers it, each organisation once; who gives a time before who gives none."""
        found: dict[str, Operator] = {}
        for one in (*self.operators, *self.counter.operators):
            known = found.get(one.organisation)
            if known is None or known.answer_within is None:
                found[one.organisation] = one
        return tuple(found.values())

    @cached_property
    def visits(self) -> tuple[tuple[Errand, ...], ...]:
        """The contacts of each visit, where there is more than what is done there already."""
        found = visits_of(self.variant, filter(self._is_asked, self.variant.net.order))
        return tuple(
            tuple(errand(self.variant, step, self.to) for step in steps)
            for steps in found
            if not all(is_at(self.variant, step, self.to) for step in steps)
        )

    def _is_asked(self, step: str) -> bool:
        """Whether a contact is among those to take over, or is one at the counter itself."""
        if not (is_errand(self.variant, step) and pursues(self.variant, step, self.services)):
            return False
        if is_at(self.variant, step, self.to):
            return True
        origins = self.variant.steps[step].comes_from or (step,)
        named = not self.steps or not {step, *origins}.isdisjoint(self.steps)
        return named and not self._taken.issuperset(origins)

    @cached_property
    def _taken(self) -> frozenset[str]:
        return taken_over(self.variant, self.to)

    @property
    def done(self) -> bool:
        """Whether nothing is left to take over, and something is done at the counter."""
        there = any(
            is_taken_over(self.variant, name, self.to)
            and pursues(self.variant, name, self.services)
            for name in self.variant.steps
        )
        return there and not self.visits

    @property
    def silent(self) -> tuple[str, ...]:
        """The organisations that would have to answer, and give no time within which they do."""
        answered = {one.organisation for one in self.answering if one.answer_within is not None}
        owners = (owner for visit in self.visits for one in visit for owner in one.owners)
        return tuple(dict.fromkeys(owner for owner in owners if owner not in answered))

    @property
    def is_beyond_reach(self) -> bool:
        """Whether it is known that nobody of the journey can get to the counter."""
        counter, atlas = self.counter, self.variant.atlas
        if not counter.places or not counter.channels or not set(counter.channels) <= set(AWAY):
            return False
        way, territory = Way(counter=self.to), atlas.territory_of(self.variant.journey)
        people = [persona.person(None) for persona in self.variant.personas]
        found = [reach(way, one, atlas, territory, parameters_of(atlas)) for one in people]
        return all(one.reachable is False for one in found)

    def made(self, resolves: ShareQuantity | None, usual: ShareQuantity) -> Variant:
        """The variant in which each visit takes the place of its contacts.

        Parameters
        ----------
        resolves
            The part of requests settled there; None for what a contact there says, else `usual`.
        """
        answers = {o.organisation: o.answer_within for o in self.answering if o.answer_within}
        near = place_of(self.counter, homes(self.variant), self.variant)
        variant = self.variant
        for errands in self.visits:
            part = resolves or self._settled(errands) or usual
            variant = OneVisit(variant, errands, self.to, answers, part, near).made()
        return variant.with_things("counters", self._able())

    def _settled(self, errands: tuple[Errand, ...]) -> ShareQuantity | None:
        """The part of requests that a contact at the counter itself settles."""
        here = (one.step for one in errands if is_at(self.variant, one.step, self.to))
        said = (self.variant.steps[step].resolves for step in here)
        return next((share for share in said if share is not None), None)

    def _able(self) -> Counter:
        """The counter, that now receives for what others answer it, and informs of the rest."""
        levels: dict[str, Level] = dict(self.counter.competence)
        answered = (one.step for visit in self.visits for one in visit if one.owners)
        pursued = (schemes_of(self.variant.steps[s], self.variant.atlas) for s in answered)
        entrusted = {scheme for schemes in pursued for scheme in schemes}
        for scheme in self.services:
            if scheme in entrusted and levels.get(scheme) in (None, "informs"):
                levels[scheme] = "receives"
            levels.setdefault(scheme, "informs")
        changes = {"competence": FrozenMap(levels), "operators": self.answering}
        origins = self.counter.comes_from or (self.counter.id,)
        return self.counter.model_copy(update={**changes, "comes_from": origins})
