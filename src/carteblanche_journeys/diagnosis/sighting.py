"""A sighting: what one rule saw, in which journey, for whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from carteblanche_journeys.diagnosis.finding import once
from carteblanche_journeys.diagnosis.rule import Draft, Rule
from carteblanche_journeys.graph import Lived

#: Rule and cause: what makes sightings one finding.
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sighting:
    """A draft, by which rule, in which journey, for which personas.

    Parameters
    ----------
    personas
        Ids of those who live it; empty where it does not depend on who lives the journey.
    lives
        The lives to which it costs something; one stands for all that are alike.
    """

    rule: Rule
    draft: Draft
    journey: str
    personas: tuple[str, ...]
    lives: tuple[Lived, ...] = field(default=(), repr=False)

    @property
    def key(self) -> Key:
        """Rule and cause: what makes sightings one finding."""
        return self.rule.name, self.draft.cause

    @property
    def asks(self) -> bool:
        """Whether it is only a question."""
        return self.draft.kind == "question"

    @property
    def topics(self) -> tuple[str, ...]:
        """What it is about: its links, and what the rule says."""
        return once((*self.draft.where.links, *self.draft.topics))
