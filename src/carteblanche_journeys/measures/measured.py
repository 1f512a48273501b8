"""What the measures of one journey say for one persona: a value that other rooms read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

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
    outcomes
        How likely each outcome is, and after how many days.
    no_way_through
        Steps at which a granted outcome is lost for this persona.
    structural
        Structural rules that keep figures from being given.
    deadlines
        Each deadline with the slack that is left.
    ledger
        What each step, ask and wait costs.
    asked
        Every piece asked of the household, and how often.
    roles
        For `person`, `relative` and `household`, the measures that can be told apart.
    promises
        The three promises, each as counted shares.
    failing
        Expected contacts that should not be needed, by kind.
    notes
        What the figures assume.
    """

    lived: Lived = field(repr=False)
    defaults: bool
    measures: Mapping[str, Amount]
    time: Amount
    visits: Visits = field(repr=False)
    outcomes: tuple[Outcome, ...] = ()
    no_way_through: tuple[str, ...] = ()
    structural: tuple[str, ...] = ()
    elapsed: Elapsed | None = field(default=None, repr=False)
    deadlines: tuple[Slack, ...] = ()
    ledger: Ledger | None = field(default=None, repr=False)
    asked: tuple[Asking, ...] = field(default=(), repr=False)
    roles: Mapping[str, Mapping[str, Amount]] = field(default_factory=dict, repr=False)
    promises: Mapping[str, tuple[Share, ...]] = field(default_factory=dict, repr=False)
    failing: Mapping[str, float] = field(default_factory=dict, repr=False)
    notes: tuple[Note, ...] = ()

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
        if self.ledger is not None:
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
