"""Which organisation knows what once a step is done, asked of all lives of a variant."""

from __future__ import annotations

from collections.abc import Iterable

from carteblanche_journeys.diagnosis.clues.learnt import knows_after
from carteblanche_journeys.graph import Lived
from carteblanche_journeys.measures import Knowing, knowing
from carteblanche_journeys.redesigns.variant import Variant


class Informed:
    """What organisations know in each life of a variant; worked out once it is asked for."""

    def __init__(self, variant: Variant) -> None:
        self._lives = variant.lives
        self._knowing: dict[int, Knowing] = {}

    def _known(self, at: int) -> Knowing:
        if at not in self._knowing:
            self._knowing[at] = knowing(self._lives[at])
        return self._knowing[at]

    def unknown(
        self, facts: Iterable[str], organisation: str, step: str, *, after: bool = True
    ) -> tuple[str, ...]:
        """Of these facts those that an organisation does not know, in some life.

        Parameters
        ----------
        after
            Whether it is asked what it knows once the step is done, or before it. Where nobody
            comes to the step, nothing is known.
        """
        lives = [(at, life) for at, life in enumerate(self._lives) if step in life.steps]
        known = [self._facts(at, life, organisation, step, after) for at, life in lives]
        return tuple(
            fact
            for fact in dict.fromkeys(facts)
            if not known or not all(fact in one for one in known)
        )

    def _facts(
        self, at: int, life: Lived, organisation: str, step: str, after: bool
    ) -> frozenset[str]:
        here, found = life.steps[step].body, self._known(at)
        if after and here is not None and here.organisation == organisation:
            return knows_after(step, life, found)
        return found.knows(organisation, step)
