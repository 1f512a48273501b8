"""What a redesign yields: a journey, and what it alone sees differently in its atlas."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from carteblanche_journeys.model.counters import Counter
from carteblanche_journeys.model.evidence import Evidence, Fact
from carteblanche_journeys.model.journeys import Journey
from carteblanche_journeys.model.organisations import Actor, Organisation
from carteblanche_journeys.model.references import CounterId, JourneyId, Reference
from carteblanche_journeys.model.schemes import Scheme
from carteblanche_journeys.model.territories import Territory
from carteblanche_journeys.model.values import EMPTY, ById, Named, Several, Value

#: The shelves of an atlas on which a redesign may put things of its own.
SHELVES = (
    "organisations",
    "actors",
    "counters",
    "evidence",
    "facts",
    "schemes",
    "territories",
)


class Additions(Value):
    """Things of an atlas that are new, or other, for one redesign alone.

    `gone` are counters that this redesign no longer has.
    """

    organisations: ById[Organisation] = Field(EMPTY)
    actors: ById[Actor] = Field(EMPTY)
    counters: ById[Counter] = Field(EMPTY)
    evidence: ById[Evidence] = Field(EMPTY)
    facts: ById[Fact] = Field(EMPTY)
    schemes: ById[Scheme] = Field(EMPTY)
    territories: ById[Territory] = Field(EMPTY)
    gone: Several[CounterId] = Field(())

    def on(self, shelf: str) -> dict[str, Any]:
        """What it puts on one shelf of the atlas, by id."""
        return dict(getattr(self, shelf))

    def with_things(self, shelf: str, *things: Named) -> Additions:
        """The same, with more things on one shelf; one of the same id is replaced.

        >>> grown = Additions().with_things("counters", Counter(id="bus", name="Bus", owner="caf"))
        >>> list(grown.counters)
        ['bus']
        """
        more = self.on(shelf) | {one.id: one for one in things}
        gone = tuple(one for one in self.gone if shelf != "counters" or one not in more)
        return Additions(**{**dict(self), shelf: more, "gone": gone})

    def without_counters(self, *names: str) -> Additions:
        """The same, with counters that are no longer there."""
        kept = {name: one for name, one in self.counters.items() if name not in names}
        gone = tuple(dict.fromkeys((*self.gone, *names)))
        return Additions(**{**dict(self), "counters": kept, "gone": gone})


class Redesigned(Journey):
    """The journey that a redesign yields; made by moves, never read from a file.

    Every step and link says in `comes_from` what it comes from in the journey that is
    redesigned; empty where it is new. `gone` are steps that it has had and no longer has.
    """

    additions: Additions = Field(Additions())
    gone: Several[Reference] = Field((), description="Steps that are no longer there.")
    touches: Several[JourneyId] = Field((), description="Other journeys that it would touch.")
