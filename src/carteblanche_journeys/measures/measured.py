"""What the measures of one journey say for one persona: a value that other rooms read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from carteblanche_journeys.graph import Lived
from carteblanche_journeys.measures.amounts import Amount
from carteblanche_journeys.measures.asking import Asking
from carteblanche_journeys.measures.burden import Burden, Ledger
from carteblanche_journeys.measures.deadlines import Slack
from carteblanche_journeys.measures.elapsed import Elapsed
from carteblanche_journeys.measures.promises import Share
from carteblanche_journeys.measures.reaching import Outcome
from carteblanche_journeys.measures.visits import Visits
from carteblanche_journeys.model.frozen import FrozenMap


@dataclass(frozen=True, slots=True)
class Note:
    """Something that the figures assume: `measures.note.<name>` in the words.

    Parameters
    ----------
    count
        Of how many steps, choices or conditions; 0 where it goes for all.
    """

    name: str
    count: int = 0


class Rest(Protocol):
    """What a measuring can still say, once all measures are worked out."""

    def outcomes(self) -> tuple[Outcome, ...]:
        """The outcomes that this persona may live."""

    def no_way_through(self) -> tuple[str, ...]:
        """Where a granted outcome is lost."""

    def deadlines(self) -> tuple[Slack, ...]:
        """The slack of each deadline."""

    def roles(self) -> Mapping[str, Mapping[str, Amount]]:
        """Who of the household does what."""

    def promises(
        self, measures: Mapping[str, Amount], slack: Iterable[Slack]
    ) -> Mapping[str, tuple[Share, ...]]:
        """The three promises, from the measures and the slack of deadlines."""

    def failing(self) -> Mapping[str, float]:
        """Contacts that should not be needed."""

    def notes(self, measures: Mapping[str, Amount]) -> tuple[Note, ...]:
        """What the figures assume."""


@dataclass(frozen=True, eq=False)
class Measured:
    """All measures of one journey as one persona lives it.

    Parameters
    ----------
    defaults
        Whether figures that nobody gives were replaced by assumed ones.
    measures
        By name, in the order of `NAMES`.
    time
        Minutes of the household in all: effort, pieces, travel, waiting at counters.
    ledger
        What each step, ask and wait costs.
    asked
        Every piece asked of the household, and how often.
    rest
        What is worked out only when it is asked for.
    """

    lived: Lived = field(repr=False)
    defaults: bool
    measures: Mapping[str, Amount]
    time: Amount
    visits: Visits = field(repr=False)
    elapsed: Elapsed = field(repr=False)
    ledger: Ledger = field(repr=False)
    asked: tuple[Asking, ...] = field(repr=False)
    rest: Rest = field(repr=False)

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """How likely each outcome is, and after how many days."""
        return self.rest.outcomes()

    @cached_property
    def no_way_through(self) -> tuple[str, ...]:
        """Steps at which a granted outcome is lost for this persona."""
        return self.rest.no_way_through()

    @property
    def structural(self) -> tuple[str, ...]:
        """Structural rules that keep figures from being given."""
        return self.visits.trouble

    @cached_property
    def deadlines(self) -> tuple[Slack, ...]:
        """Each deadline with the slack that is left."""
        return self.rest.deadlines()

    @cached_property
    def roles(self) -> Mapping[str, Mapping[str, Amount]]:
        """For `person`, `relative` and `household`, the measures that can be told apart."""
        return self.rest.roles()

    @cached_property
    def promises(self) -> Mapping[str, tuple[Share, ...]]:
        """The three promises, each as counted shares."""
        return self.rest.promises(self.measures, self.deadlines)

    @cached_property
    def failing(self) -> Mapping[str, float]:
        """Expected contacts that should not be needed, by kind."""
        return self.rest.failing()

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """What the figures assume."""
        return self.rest.notes(self.measures)

    def __getitem__(self, name: str) -> Amount:
        return self.measures[name]

    @property
    def figures(self) -> Mapping[str, Amount]:
        """What people read first: the time of the household in all, then every measure."""
        return {"minutes": self.time, **self.measures}

    @cached_property
    def pieces(self) -> Mapping[tuple[str, ...], Burden]:
        """What getting and handing over each piece asked costs the household, in all.

        By the piece, or those of which any one will do, in the order in which they are asked.
        """
        found: dict[tuple[str, ...], Burden] = {}
        for step, pieces in dict.fromkeys((one.step, one.pieces) for one in self.asked):
            cost = self.ledger.of_ask(step, pieces[0])
            found[pieces] = found.get(pieces, Burden()) + cost
        return FrozenMap(found)

    @property
    def persona(self) -> str:
        """The id of the persona; empty for the one who is silent on everything."""
        return self.lived.persona.id

    @property
    def journey(self) -> str:
        """The id of the journey."""
        return self.lived.journey.id

    @property
    def complete(self) -> bool:
        """Whether no structural error keeps a number from being given."""
        return not self.structural
