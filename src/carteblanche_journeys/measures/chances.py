"""How many different things are met: each counted by how likely it is met at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from carteblanche_journeys.measures.amounts import Amount
from carteblanche_journeys.measures.knowing import Knowing
from carteblanche_journeys.model import Status

#: From how close to one on something counts as sure.
SURE = 1 - 1e-9
#: Beyond so many places side by side, they are added up without asking which follow which.
_MANY = 64


class Chance(NamedTuple):
    """How likely something is met at one of several steps: between two bounds."""

    low: float
    likely: float
    high: float


#: A step and how likely the thing is met there.
Meeting = tuple[str, float]


def ever(meetings: Sequence[Meeting], knowing: Knowing) -> Chance:
    """How likely something is met at all, given how likely it is met at each of some steps.

    Parameters
    ----------
    meetings
        In reading order.

    Steps that follow each other on one way count as the likelier of them; steps of which none
    follows another (branches, strands) are added up. The low bound is that of the likeliest
    step alone, the high one the sum (Boole's inequality); the three are one where only one
    step is concerned, or where one of them is lived for sure.
    """
    best = meetings[0][1]
    if len(meetings) > 1:
        best = max(p for _, p in meetings)
    if len(meetings) == 1 or best >= SURE:
        return Chance(best, best, best)
    high = min(1.0, sum(p for _, p in meetings))
    return Chance(best, min(high, max(best, _side_by_side(meetings, knowing))), high)


def _side_by_side(meetings: Sequence[Meeting], knowing: Knowing) -> float:
    """The sum over steps side by side, of those in a row the likeliest."""
    open_ends: list[Meeting] = []
    for step, p in meetings:
        if len(open_ends) > _MANY:
            open_ends.append((step, p))
            continue
        before = [end for end in open_ends if knowing.comes_before(end[0], step)]
        if before:
            open_ends = [end for end in open_ends if end not in before]
            p = max(p, sum(chance for _, chance in before))
        open_ends.append((step, p))
    return sum(p for _, p in open_ends)


def both(here: Meeting, there: Meeting, knowing: Knowing) -> float:
    """How likely two things are both met, at the least, each at one step.

    Where one step follows the other on some way, as likely as the less likely; else what two
    chances must have in common, max(0, p + q - 1) (Fréchet's lower bound).
    """
    (one, p), (other, q) = here, there
    if one == other or knowing.comes_before(one, other) or knowing.comes_before(other, one):
        return min(p, q)
    return max(0.0, p + q - 1)


def different(
    things: Iterable[Sequence[Meeting]],
    knowing: Knowing,
    known: int,
    of: int,
    status: Status | None,
    *,
    said: bool = True,
) -> Amount:
    """How many different things are met on average, of things each met at some steps.

    Parameters
    ----------
    known, of
        At how many steps it is known what is met there, of how many.
    said
        Whether it can be said how often each of these steps is lived: else nothing is.
    """
    found = [ever(meetings, knowing) for meetings in things]
    if not said or (not found and known < of):
        return Amount(None, None, None, "", known, of)
    low, likely, high = (sum(ends) for ends in zip(*found, strict=True)) if found else (0, 0, 0)
    return Amount(low, likely, high, "", known, of, status)
