"""The books of a diagnosis: what measures say of each life, worked out once for all rules."""

from __future__ import annotations

from collections.abc import Callable

from carteblanche_journeys.diagnosis.clues.branches import Branches
from carteblanche_journeys.diagnosis.clues.courier import Carrying, carryings
from carteblanche_journeys.graph import Lived, Network
from carteblanche_journeys.measures import (
    Knowing,
    Ledger,
    Parameters,
    Visits,
    knowing,
    ledger,
    parameters_of,
    visits,
)
from carteblanche_journeys.model import Atlas


class Books:
    """Visits, burdens and knowledge of lives, each kept once it has been asked for."""

    def __init__(self) -> None:
        self._visits: dict[Lived, Visits] = {}
        self._ledgers: dict[Lived, Ledger] = {}
        self._knowing: dict[Lived, Knowing] = {}
        self._branches: dict[Network, Branches] = {}
        self._carryings: dict[Lived, tuple[Carrying, ...]] = {}
        self._parameters: dict[int, tuple[Atlas, Parameters]] = {}

    def parameters(self, atlas: Atlas) -> Parameters:
        """The figures that measures assume in this atlas."""
        if id(atlas) not in self._parameters:
            self._parameters[id(atlas)] = (atlas, parameters_of(atlas))
        return self._parameters[id(atlas)][1]

    def visits(self, lived: Lived) -> Visits:
        """How often each step is lived."""
        if lived not in self._visits:
            self._visits[lived] = visits(lived)
        return self._visits[lived]

    def ledger(self, lived: Lived) -> Ledger:
        """What each step, ask and wait costs."""
        if lived not in self._ledgers:
            assumed = self.parameters(lived.atlas)
            self._ledgers[lived] = ledger(lived, self.visits(lived), assumed)
        return self._ledgers[lived]

    def knowing(self, lived: Lived) -> Knowing:
        """What each organisation knows before each step."""
        if lived not in self._knowing:
            self._knowing[lived] = knowing(lived)
        return self._knowing[lived]

    def branches(self, net: Network) -> Branches:
        """Which steps stand on different branches, whoever lives the journey."""
        if net not in self._branches:
            self._branches[net] = Branches(net)
        return self._branches[net]

    def carryings(self, lived: Lived, apart: Callable[[str, str], bool]) -> tuple[Carrying, ...]:
        """Pieces that a persona carries; `apart` says whether nobody lives both of two steps."""
        if lived not in self._carryings:
            self._carryings[lived] = tuple(carryings(lived, apart))
        return self._carryings[lived]
