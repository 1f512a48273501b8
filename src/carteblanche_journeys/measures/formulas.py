"""How each measure is worked out: its unit, its formula, where the formula comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from carteblanche_journeys.errors import UnknownName

_FLOW = "Dumas, La Rosa, Mendling & Reijers, Fundamentals of Business Process Management, ch. 7"
_SCM = "Standard Cost Model for citizens (Netherlands): time and money, never added"
_BURDEN = "Herd & Moynihan, Administrative Burden, 2018; what is counted is ours"
_ONCE = "Once-only principle (France: CRPA, L114-8)"
_LEAN = "Lean government metrics (EPA guide)"
_KPI = "Government Digital Service, completion rate"
_SEDDON = "Seddon, Freedom from Command and Control, 2003; what is counted is ours"
_CLARK = "Clark, Operations Research 9(2), 1961; mixtures and loops: Dumas et al., ch. 7"
_OURS = "ours"


@dataclass(frozen=True, slots=True)
class Formula:
    """How one measure is worked out.

    Parameters
    ----------
    unit
        `min`, `d`, `km`, `%` for a share between 0 and 1, `currency`, or empty for a count.
    formula
        x(s): expected visits of a step s; w(s) = x(s) × share of those concerned × times.
    source
        Where the formula comes from; "ours" is a proposal of this library.
    kind
        `count`, `different` for how many different things are met, `amount`, or `share`.
    bound
        What the figure is where some step does not say its part: at least, or at most.
    """

    name: str
    unit: str
    formula: str
    source: str
    kind: str = "count"
    bound: Literal["least", "most"] = "least"


#: Every measure in the order in which it is told; the contract's first, then ours.
FORMULAS: tuple[Formula, ...] = (
    Formula("steps", "", "Σ w(s) over steps of nature procedure", _FLOW),
    Formula("contacts", "", "Σ w(s) over contacts of the household", _FLOW),
    Formula("counters", "", "Σ over counters of P(met at least once)", _FLOW, "different"),
    Formula(
        "organisations", "", "Σ over organisations of P(met at least once)", _FLOW, "different"
    ),
    Formula("trips", "", "Σ w over visits on site or at a stop, one per visit", _SCM),
    Formula("travel_km", "km", "Σ w × 2 × kilometres one way", _SCM, "amount"),
    Formula("travel_minutes", "min", "Σ w × 2 × minutes one way, door to door", _SCM, "amount"),
    Formula("counter_wait_minutes", "min", "Σ w × waiting at the counter", _SCM, "amount"),
    Formula("effort_minutes", "min", "Σ w × effort at steps", _SCM, "amount"),
    Formula("elapsed_days", "d", "E[latest strand]; a strand is a sum of waits", _CLARK, "amount"),
    Formula("fees", "currency", "Σ w × fee, and the fee of each piece once", _SCM, "amount"),
    Formula("evidence_asked", "", "Σ w × copies over what is asked", _SCM),
    Formula("evidence_distinct", "", "Σ over pieces of P(asked at least once)", _SCM, "different"),
    Formula("evidence_held", "", "Σ w × copies of pieces an administration holds", _ONCE),
    Formula(
        "facts_repeated", "", "Σ over facts of P(told to two bodies or more)", _ONCE, "different"
    ),
    Formula("handoffs_person", "", "Σ flow of handoffs carried by the person", _LEAN),
    Formula("handoffs_organisation", "", "Σ flow of handoffs carried by an organisation", _LEAN),
    Formula("handoffs_unacknowledged", "", "Σ flow of handoffs nobody acknowledges", _LEAN),
    Formula("agent_minutes", "min", "Σ w × effort of agents", _SCM, "amount"),
    Formula("completion", "%", "Π (1 − drop(s))^x(s)", _KPI, "share", "most"),
    Formula(
        "cycle_efficiency",
        "%",
        "(effort + agents' minutes) ÷ (elapsed days × 1,440)",
        _FLOW,
        "share",
    ),
    Formula(
        "learning",
        "",
        "contacts that only inform + conditions of the schemes pursued + doors beyond the first",
        _BURDEN,
    ),
    Formula("compliance", "", "contacts + pieces asked + payments", _BURDEN),
    Formula(
        "psychological",
        "",
        "contacts that lead nowhere or begin again + waits without news + what it costs to tell",
        _BURDEN,
    ),
    Formula("failure_demand", "%", "contacts one should not need ÷ contacts", _SEDDON, "share"),
    Formula(
        "obtaining_minutes", "min", "minutes to get the pieces asked, each once", _SCM, "amount"
    ),
    Formula(
        "obtaining_fees", "currency", "fees to get the pieces asked, each once", _SCM, "amount"
    ),
    Formula("one_stop", "%", "schemes settled at one counter ÷ schemes pursued", _OURS, "share"),
    Formula("once_only", "%", "pieces an administration holds ÷ pieces asked", _ONCE, "share"),
)

_BY_NAME = {one.name: one for one in FORMULAS}

#: The names of all measures, in order.
NAMES: tuple[str, ...] = tuple(_BY_NAME)


def formula_of(name: str) -> Formula:
    """How a measure is worked out; raises UnknownName for another name.

    >>> formula_of("travel_km").unit
    'km'
    """
    if name not in _BY_NAME:
        raise UnknownName(f"no measure '{name}'; there is: {', '.join(NAMES)}")
    return _BY_NAME[name]
