"""Agents who go out together: whose they are, and what they can do in place of a counter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from carteblanche_journeys.model import LEVELS, Atlas, Counter, Quantity, Step, Way, schemes_of
from carteblanche_journeys.model.counters import Level, Operator
from carteblanche_journeys.model.frozen import FrozenMap


@dataclass(frozen=True, eq=False)
class Crew:
    """Counters and organisations whose agents work together, away from their counters.

    Parameters
    ----------
    named
        Ids of counters or organisations; of an organisation, all its counters count.
    beside
        Where they work, if that is a counter already: what it can do counts too.

    >>> caf = {"name": "Caf", "owner": "caf", "competence": {"rsa": "decides"}}
    >>> crew = Crew(Atlas(organisations={"caf": {"name": "Caf"}}, counters={"caf": caf}), ("caf",))
    >>> crew.owners, dict(crew.competence)
    (('caf',), {'rsa': 'decides'})
    """

    atlas: Atlas
    named: tuple[str, ...]
    beside: str = ""

    @cached_property
    def counters(self) -> tuple[Counter, ...]:
        """The counters whose work they can do."""
        named = frozenset(self.named)
        return tuple(
            one
            for one in self.atlas.counters.values()
            if one.id == self.beside or one.id in named or one.owner in named
        )

    @cached_property
    def owners(self) -> tuple[str, ...]:
        """The organisations whose agents they are, in the order named."""
        found: list[str] = []
        for name in self.named:
            if name in self.atlas.organisations:
                found.append(name)
            elif name in self.atlas.counters:
                found.append(self.atlas.counters[name].owner)
        return tuple(dict.fromkeys(found))

    @cached_property
    def competence(self) -> Mapping[str, Level]:
        """For each scheme the most that one of these counters may do."""
        most: dict[str, Level] = {}
        for one in self.counters:
            for scheme, level in one.competence.items():
                most[scheme] = max(most.get(scheme, level), level, key=LEVELS.index)
        return FrozenMap(most)

    @cached_property
    def operators(self) -> tuple[Operator, ...]:
        """Who answers them, each organisation once."""
        return tuple({op.organisation: op for c in self.counters for op in c.operators}.values())

    def answer_of(self, owner: str) -> Quantity | None:
        """How fast an organisation answers them; None where it does not, or nobody says."""
        within = (op.answer_within for op in self.operators if op.organisation == owner)
        return next((time for time in within if time is not None), None)

    def can_do(self, step: Step, way: Way) -> bool:
        """Whether they can do what the counter of a way does at a step.

        It is one of theirs, or answers them; or does no more than inform or receive, as they do.
        """
        counter = self.atlas.counters.get(way.counter or "")
        if counter is None or counter.id == self.beside:
            return False
        if counter.owner in self.owners or self.answer_of(counter.owner) is not None:
            return True
        pursued = schemes_of(step, self.atlas)
        return bool(pursued) and all(self._does(scheme, counter) for scheme in pursued)

    def _does(self, scheme: str, counter: Counter) -> bool:
        mine, wanted = self.competence.get(scheme), counter.level(scheme)
        if mine is None or wanted in (None, "decides"):
            return False
        return LEVELS.index(mine) >= LEVELS.index(wanted)
