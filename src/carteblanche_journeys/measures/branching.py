"""Branches: which of a choice's links is taken, and how likely (model, "Walk", rules 1 and 7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import isnan, nan

from carteblanche_journeys.graph import Passage
from carteblanche_journeys.measures.settled import Draw, Settled, Turn, likely
from carteblanche_journeys.model import holds
from carteblanche_journeys.model.conditions import Scalar

#: How far from one the shares of a choice may be, for those who round (model, "Walk", rule 1).
ROUNDING = 0.001


def side_by_side(
    passages: Sequence[Passage], traits: Mapping[str, Scalar], defaults: bool
) -> Settled:
    """Links that run beside each other: each is taken, or by the share that it says."""
    draws: list[Draw] = []
    assumed: list[str] = []
    for passage in passages:
        met = holds(passage.link.when, traits) is not None and bool(passage.link.when)
        known = passage.link.share
        share = 1.0 if known is None or met else likely(known, defaults=defaults)
        if passage.link.when and not met and known is None:
            assumed.append(passage.id)
        taken, missing = Turn(share, frozenset((passage.id,))), frozenset((passage.id,))
        draws.append((taken,) if share == 1 else (taken, Turn(1 - share, frozenset(), missing)))
    return Settled(tuple(draws), assumed=tuple(assumed))


def choose(
    branches: list[Passage],
    written: list[Passage],
    beside: Settled,
    traits: Mapping[str, Scalar],
    defaults: bool,
) -> Settled:
    """One of the branches, beside the links taken in any case."""
    if len(branches) == 1 and (len(written) > 1 or not _whole(written, defaults)):
        (only,) = branches
        doubt = bool(only.link.when) and holds(only.link.when, traits) is None
        assumed = (only.id,) if doubt else ()
        sure: Draw = (Turn(1.0, frozenset((only.id,))),)
        return replace(beside, draws=(sure, *beside.draws), assumed=assumed + beside.assumed)
    trouble = _whole(written, defaults)
    last = branches[-1]
    decided = bool(last.link.when) and holds(last.link.when, traits) is True
    shares = (_before if decided else _among)(branches, written, traits, defaults)
    unsettled = shares is None and not trouble
    if trouble:
        shares = [nan] * len(branches)
    elif shares is None:
        shares = _equal(branches, written, defaults)
    draw = tuple(Turn(share, frozenset((p.id,))) for p, share in zip(branches, shares, strict=True))
    return Settled((draw, *beside.draws), unsettled, beside.assumed, trouble)


def _whole(written: list[Passage], defaults: bool) -> str:
    """Whether shares make a whole: the name of the rule they break, or nothing."""
    given = [likely(p.link.share, defaults=defaults) for p in written if p.link.share is not None]
    silent = [p for p in written if p.link.share is None and not p.link.when]
    if not given:
        return ""
    total, complete = sum(given), len(given) == len(written)
    wrong = total > 1 + ROUNDING or (complete and total < 1 - ROUNDING) or len(silent) > 1
    return "choice-shares" if wrong else ""


def _among(
    branches: list[Passage],
    written: list[Passage],
    traits: Mapping[str, Scalar],
    defaults: bool,
) -> list[float] | None:
    """Shares among the branches that stay possible; None where nobody knows them."""
    raw = _raw(branches, written, traits, defaults)
    silent = sum(passage.link.share is None for passage in branches)
    rest = sum(share for p, share in zip(branches, raw, strict=True) if p.link.share is None)
    whole = sum(raw)
    if whole <= 0 or (silent > 1 and not rest <= ROUNDING) or isnan(whole):
        return None
    return [share / whole for share in raw]


def _before(
    branches: list[Passage],
    written: list[Passage],
    traits: Mapping[str, Scalar],
    defaults: bool,
) -> list[float] | None:
    """The last branch is known to be open: it takes what the uncertain ones before it leave."""
    if any(passage.link.share is None for passage in branches[:-1]):
        return None
    raw = _raw(branches, written, traits, defaults)
    shut = (p.link.share for p in written if _is_shut(p, traits) and p.link.share is not None)
    whole = 1 - sum(likely(share, defaults=defaults) for share in shut)
    if not whole > ROUNDING:
        return None
    first = [min(1.0, share / whole) for share in raw[:-1]]
    return None if isnan(sum(first)) else [*first, max(0.0, 1 - sum(first))]


def _raw(
    branches: list[Passage],
    written: list[Passage],
    traits: Mapping[str, Scalar],
    defaults: bool,
) -> list[float]:
    """Shares as said; those without share halve between them what the others leave."""
    given = sum(
        likely(p.link.share, defaults=defaults) for p in written if p.link.share is not None
    )
    silent = sum(p.link.share is None and not _is_shut(p, traits) for p in written)
    rest = max(0.0, 1 - given) / silent if silent else 0.0
    return [
        rest if p.link.share is None else likely(p.link.share, defaults=defaults) for p in branches
    ]


def _is_shut(passage: Passage, traits: Mapping[str, Scalar]) -> bool:
    return bool(passage.link.when) and holds(passage.link.when, traits) is False


def _equal(branches: list[Passage], written: list[Passage], defaults: bool) -> list[float]:
    """What stands in where nobody knows: equal shares of what is not known, if they may be used."""
    if not defaults:
        return [nan] * len(branches)
    given = [likely(p.link.share) if p.link.share is not None else None for p in branches]
    silent = given.count(None)
    known = sum(share for share in given if share is not None)
    if not silent or known >= 1:
        return [1 / len(branches)] * len(branches)
    return [(1 - known) / silent if share is None else share for share in given]
