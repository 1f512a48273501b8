"""What becomes of a journey in another with which it shares its identity, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from carteblanche_journeys.diagnosis import Finding
from carteblanche_journeys.graph import Handoff
from carteblanche_journeys.model import Atlas, Journey, Status
from carteblanche_journeys.model.values import EMPTY
from carteblanche_journeys.redesigns.consequences import LegalNeed

Fate = Literal["kept", "changed", "merged", "split", "removed", "added", "moved"]
FATES: tuple[Fate, ...] = ("kept", "changed", "merged", "split", "removed", "added", "moved")


@dataclass(frozen=True, slots=True)
class StepFate:
    """What becomes of one step, or of several that share their fate.

    Parameters
    ----------
    fate
        One of `FATES`. A step that changes counter or channel is moved, whatever else changes.
    before, after
        Ids in the as-is (none where added) and in the to-be (none where removed).
    changes
        The fields that differ in meaning: `asks`, `wait`, `ways`…; never titles or notes.
    """

    fate: Fate
    before: tuple[str, ...]
    after: tuple[str, ...]
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AskSpared:
    """A piece asked less often: how often before and after, and at which steps no longer."""

    piece: str
    before: float
    after: float
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HandoffMoved:
    """A handoff that the person carried, and that now passes behind the line of visibility."""

    before: Handoff
    after: Handoff | None


@dataclass(frozen=True, slots=True)
class Difference:
    """How much a figure changes: to-be less as-is, so that below zero is spared.

    Worked out on the pair: what both have cancels out, what only one has counts with its own
    range. `at_least` where something unknown goes, which is not counted as spared.

    Parameters
    ----------
    low, likely, high
        In `unit`, low the most spared; likely None where only the ends are known.
    status
        That of the least sure figure that makes the difference.
    """

    low: float
    likely: float | None
    high: float
    unit: str
    status: Status | None = None
    at_least: bool = False

    @property
    def direction(self) -> Literal["gains", "loses", "same", "undecided"]:
        """Whether the person gains or loses whatever the values within the range.

        A loss that is `at_least` is one at most: something unknown goes, which may be more.
        """
        if self.low == self.high == 0:
            return "same"
        if self.high < 0 or (self.high == 0 and self.low < 0):
            return "gains"
        if self.low > 0 or (self.low == 0 and self.high > 0):
            return "loses"
        return "undecided"


#: None where it cannot be said.
Differences = Mapping[str, Difference | None]


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two journeys with shared identity, side by side.

    Parameters
    ----------
    as_is, to_be
        The journeys, and `before`, `after` the atlases as they see them.
    steps
        What becomes of every step, in reading order of the to-be, removed ones at their place.
    burden
        By persona and name of measure (those of `measure`, and `minutes`), how much it changes.
    cleared, remaining, new
        Findings, faults only.
    legal
        What each move needs in law, with the name of the move; empty where no move is known.
    """

    as_is: Journey
    to_be: Journey
    before: Atlas = field(repr=False)
    after: Atlas = field(repr=False)
    steps: tuple[StepFate, ...]
    asks_spared: tuple[AskSpared, ...]
    handoffs_moved: tuple[HandoffMoved, ...]
    burden: Mapping[str, Differences] = field(default=EMPTY)
    cleared: tuple[Finding, ...] = ()
    remaining: tuple[Finding, ...] = ()
    new: tuple[Finding, ...] = ()
    legal: tuple[tuple[str, LegalNeed], ...] = ()

    def of(self, fate: Fate) -> tuple[StepFate, ...]:
        """The steps of one fate."""
        return tuple(one for one in self.steps if one.fate == fate)
