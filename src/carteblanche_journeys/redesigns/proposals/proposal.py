"""A redesign that the tool proposes, or that it sets aside, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from carteblanche_journeys.diagnosis import Finding, InternalFault
from carteblanche_journeys.model import Redesigned
from carteblanche_journeys.model.values import EMPTY
from carteblanche_journeys.redesigns.chosen import Chosen
from carteblanche_journeys.redesigns.comparisons.comparison import Difference, Differences
from carteblanche_journeys.redesigns.consequences import Assumption, CostClass, LegalNeed, Worse
from carteblanche_journeys.redesigns.variant import Variant

#: What a ranking is for: the persona who carries most first, or all of them together.
Objective = Literal["worst-off", "total"]
OBJECTIVES: tuple[Objective, ...] = ("worst-off", "total")
#: What is measured of every candidate: parts of a burden, and days until the end.
PARTS = ("minutes", "trips", "days", "euros")
Loss = Literal["minutes", "trips", "days", "euros", "agents", "no-way-through", "help-online"]


@dataclass(frozen=True, slots=True)
class Loser:
    """Someone who would be worse off.

    Parameters
    ----------
    who
        The id of a persona, `persona/role` for one of its people, or `agents`.
    what
        The part of the burden that rises beyond the range, or what is lost.
    amount
        By how much; None where it cannot be said, or is no number.
    """

    who: str
    what: Loss
    amount: Difference | None = None


@dataclass(frozen=True, slots=True)
class Veto:
    """Why a candidate is set aside: the key of its sentence, and what the sentence names."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Proposal:
    """Moves on a journey, measured on the journey they yield.

    Parameters
    ----------
    moves
        In the order in which they are made.
    journey
        What they yield.
    spared
        By persona, by part (`PARTS`): to-be less as-is; None where it cannot be said.
    losers
        Who would be worse off.
    unsaid
        Personas of whom it cannot be said whether they lose.
    worse, legal, cost_class
        What gets worse, with the move that makes it so; what is needed in law; the dearest.
    clears, creates
        Findings that go and come; filled for the proposals shown.
    assumptions
        What the figures suppose.
    causes
        Fingerprints of the findings that asked for it.
    stages
        The variant before each move, then what they yield: what sentences are told of.
    opens
        By persona, steps of the as-is to which it had no way of its own and would have one;
        without those who had one everywhere.
    """

    moves: tuple[Chosen, ...]
    journey: Redesigned
    spared: Mapping[str, Differences]
    losers: tuple[Loser, ...]
    unsaid: tuple[str, ...]
    worse: tuple[tuple[str, Worse], ...]
    legal: tuple[tuple[str, LegalNeed], ...]
    cost_class: CostClass
    clears: tuple[Finding, ...] = ()
    creates: tuple[Finding, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    causes: tuple[str, ...] = ()
    stages: tuple[Variant, ...] = ()
    opens: Mapping[str, tuple[str, ...]] = field(default=EMPTY)


@dataclass(frozen=True, slots=True)
class Rejected:
    """Moves that are set aside, and why; `stages` as in a proposal."""

    moves: tuple[Chosen, ...]
    veto: Veto
    stages: tuple[Variant, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """What a set of moves may cost and need."""

    cost: CostClass = "very-high"
    legal: tuple[str, ...] = (
        "nothing",
        "agreement",
        "data-exchange",
        "prefect-derogation",
        "decree",
        "law",
    )
    moves: int = 5


@dataclass(frozen=True, eq=False)
class BestSet:
    """The set of moves that saves most within limits, and how sure it is the best.

    Parameters
    ----------
    exact
        Whether every set within the limits was tried, in canonical order.
    bound
        The most that any set could save, in minutes of the objective; None where unknown.
    tried
        How many sets were measured.
    """

    proposal: Proposal | None
    objective: Objective
    limits: Limits
    exact: bool
    bound: float | None
    tried: int


@dataclass(frozen=True, eq=False)
class Proposals:
    """What the tool proposes for a journey.

    Parameters
    ----------
    shown
        At most ten, ranked; at most one of each move and cause.
    further
        The others that hold, ranked; measured, not diagnosed.
    examined
        How many candidates were measured.
    beyond
        Those that cost more than the limits, or need something else in law.
    weighted
        Who counts for the objective, by persona, and how much.
    limits
        What a proposal may cost and need.
    faults
        Moves that failed, a fault of ours; the others were tried all the same.
    """

    objective: Objective
    shown: tuple[Proposal, ...]
    further: tuple[Proposal, ...]
    rejected: tuple[Rejected, ...]
    examined: int
    best: BestSet | None = None
    beyond: tuple[Proposal, ...] = ()
    weighted: Mapping[str, float] = field(default=EMPTY)
    limits: Limits = field(default_factory=Limits)
    faults: tuple[InternalFault, ...] = ()
