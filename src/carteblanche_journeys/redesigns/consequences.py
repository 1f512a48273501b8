"""What a move costs those who make it: what gets worse, what it needs in law, its price."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from carteblanche_journeys.model import Status

#: From the least to the most: what must exist before a move may be made.
LEGAL_NEEDS = (
    "nothing",
    "agreement",
    "data-exchange",
    "prefect-derogation",
    "decree",
    "law",
)
Need = Literal[
    "nothing", "agreement", "data-exchange", "prefect-derogation", "decree", "law"
]  # fmt: skip

#: The seven domains in which a prefect may derogate from State rules: decree 2017-1845 of
#: 29 December 2017, article 2. Social security is in none of them.
DEROGATION_DOMAINS = (
    "subsidies",
    "planning",
    "environment",
    "building",
    "employment",
    "heritage",
    "associations",
)
Domain = Literal[
    "subsidies", "planning", "environment", "building", "employment", "heritage", "associations"
]  # fmt: skip

#: From the cheapest to the dearest.
COST_CLASSES = ("none", "low", "medium", "high", "very-high")
CostClass = Literal["none", "low", "medium", "high", "very-high"]

#: What may get worse: the devil's quadrangle, and what public service has to guard.
Kind = Literal[
    "agents",
    "flexibility",
    "transition",
    "privacy",
    "control",
    "quality",
    "waiting",
    "distance",
    "effort",
    "dependence",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Worse:
    """Something that gets worse; `text` is the key of its sentence in the move's prose."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class LegalNeed:
    """What must exist in law, or be signed, before a move may be made.

    Parameters
    ----------
    need
        One of `LEGAL_NEEDS`.
    domain
        Of a prefect's derogation: which of the seven domains.
    ground
        The text that allows it, or would have to change, where one is known: `CRPA L. 114-8`.
    standing
        Whether that text is in force already, so that nothing remains to be done.
    bodies
        Ids of the organisations that have to agree.
    """

    need: Need
    domain: Domain | None = None
    ground: str = ""
    standing: bool = False
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cost:
    """How dear a move is for those who make it, and where that figure comes from.

    `source` is a text such as "Senate 2022"; `status` says how sure the class is.
    """

    cost_class: CostClass
    source: str
    status: Status = "assumed"


@dataclass(frozen=True, slots=True)
class Assumption:
    """A figure that a move supposes where nobody gives it: documented in one place, its file.

    `value` is written as in a journey, such as `15 min` or `82 %`.
    """

    name: str
    value: str
    source: str
    status: Status = "assumed"


def costlier(one: CostClass, other: CostClass) -> CostClass:
    """The dearer of two classes.

    >>> costlier("low", "high")
    'high'
    """
    return max(one, other, key=COST_CLASSES.index)
