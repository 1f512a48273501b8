"""Proposals as JSON, for programs: the shape is a contract."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from carteblanche_journeys.diagnosis import Finding, tell
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.redesigns import Chosen, tell_move
from carteblanche_journeys.redesigns.comparisons.comparison import Difference
from carteblanche_journeys.redesigns.proposals.proposal import (
    PARTS,
    BestSet,
    Loser,
    Proposal,
    Proposals,
    Rejected,
)
from carteblanche_journeys.redesigns.proposals.saying import say_veto
from carteblanche_journeys.reports.encoding import encoded
from carteblanche_journeys.words import Words

#: Stands for a difference that hangs on what is not known.
UNSAID = "cannot-be-said"
#: Decimals kept: what the last bits of a sum say is no measure.
_DECIMALS = 9


def proposals_json(
    found: Proposals, journey: str, atlas: Atlas, words: Words, today: date
) -> str:  # fmt: skip
    """What is proposed for a journey, and what is set aside, as JSON.

    Savings are above zero where burden falls, below where it rises.

    Parameters
    ----------
    journey
        Its id.
    today
        The day on which waivers were looked at.
    """
    written: dict[str, Any] = {
        "journey": journey,
        "today": today.isoformat(),
        "objective": found.objective,
        "counted": {name: _plain(part) for name, part in found.weighted.items()},
        "limits": {
            "cost": found.limits.cost,
            "legal": list(found.limits.legal),
            "moves": found.limits.moves,
        },
        "examined": found.examined,
        "proposals": [_proposal(one, atlas, words) for one in found.shown],
        "further": [_proposal(one, atlas, words, diagnosed=False) for one in found.further],
        "beyond_limits": [_proposal(one, atlas, words, diagnosed=False) for one in found.beyond],
        "rejected": [_rejected(one, words) for one in found.rejected],
    }
    if found.best is not None:
        written["best"] = _best(found.best, atlas, words)
    return encoded(written)


def _proposal(
    one: Proposal, atlas: Atlas, words: Words, *, diagnosed: bool = True
) -> dict[str, Any]:
    """One proposal; findings that go and come only where it was diagnosed."""
    written: dict[str, Any] = {
        "moves": _moves(one.moves),
        "savings": {
            who: {part: _saving(parts.get(part)) for part in PARTS}
            for who, parts in one.spared.items()
        },
        "opens": {who: list(steps) for who, steps in one.opens.items()},
        "losers": [_loser(loser) for loser in one.losers],
        "cannot_be_said": list(one.unsaid),
        "worse": _worse(one, words),
        "legal": [{"move": move, **asdict(need)} for move, need in one.legal],
        "cost_class": one.cost_class,
        "assumptions": [asdict(assumption) for assumption in one.assumptions],
        "causes": list(one.causes),
    }
    if diagnosed:
        after = atlas.model_copy(
            update={"journeys": FrozenMap({**atlas.journeys, one.journey.id: one.journey})}
        )
        written["clears"] = [_finding(it, atlas, words) for it in one.clears]
        written["creates"] = [_finding(it, after, words) for it in one.creates]
    return written


def _worse(one: Proposal, words: Words) -> list[dict[str, Any]]:
    """What gets worse: of what kind, by which move, in a sentence."""
    return [
        {"move": move.move.name, "kind": worse.kind, "text": text}
        for move, before in zip(one.moves, one.stages, strict=False)
        for worse, text in zip(
            move.worse(before), tell_move(move, before, words).worse, strict=True
        )
    ]


def _moves(moves: tuple[Chosen, ...]) -> list[dict[str, Any]]:
    return [move.written for move in moves]


def _saving(difference: Difference | None) -> Any:
    """What a difference spares; the least first."""
    if difference is None:
        return UNSAID
    return {
        "low": _plain(-difference.high),
        "likely": None if difference.likely is None else _plain(-difference.likely),
        "high": _plain(-difference.low),
        "status": difference.status,
        "at_least": difference.at_least,
    }


def _loser(loser: Loser) -> dict[str, Any]:
    """Who loses what; by how much it rises, above zero."""
    amount = loser.amount
    told: dict[str, Any] | None = None
    if amount is not None:
        ends = {"low": amount.low, "likely": amount.likely, "high": amount.high}
        told = {name: None if end is None else _plain(end) for name, end in ends.items()}
        told["status"] = amount.status
    return {"who": loser.who, "what": loser.what, "amount": told}


def _finding(finding: Finding, atlas: Atlas, words: Words) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "cause": finding.cause,
        "title": tell(finding, atlas, words).title,
        "fingerprint": finding.fingerprint,
    }


def _rejected(one: Rejected, words: Words) -> dict[str, Any]:
    return {
        "moves": _moves(one.moves),
        "veto": one.veto.code,
        "why": say_veto(one, words),
    }


def _best(best: BestSet, atlas: Atlas, words: Words) -> dict[str, Any]:
    return {
        "proposal": None if best.proposal is None else _proposal(best.proposal, atlas, words),
        "exact": best.exact,
        "bound": None if best.bound is None else _plain(best.bound),
        "tried": best.tried,
    }


def _plain(value: float) -> float | int:
    """A number without false precision; a whole one without decimals, and never minus nothing."""
    short = round(value, _DECIMALS) + 0.0
    return int(short) if short == int(short) else short
