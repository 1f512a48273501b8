"""How links are settled: draws whose turns take some links and miss others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import nan

from carteblanche_journeys.model import Quantity


@dataclass(frozen=True, slots=True)
class Turn:
    """One way in which a draw may turn out: how likely, and which links are then taken.

    Parameters
    ----------
    share
        Between 0 and 1; not a number where nobody knows.
    taken
        Ids of links.
    absent
        Ids of links whose strand does not exist for this person, rather than being missed.
    """

    share: float
    taken: frozenset[str]
    absent: frozenset[str] = frozenset()


#: Turns that exclude each other and make a whole.
Draw = tuple[Turn, ...]


@dataclass(frozen=True)
class Settled:
    """How a step settles its links out.

    Parameters
    ----------
    draws
        Independent of each other.
    unsettled
        Whether the shares of a choice are known by nobody.
    assumed
        Ids of links assumed to apply, since the persona says nothing on their condition.
    trouble
        The structural rule that the choice breaks, so that its shares have no meaning.
    """

    draws: tuple[Draw, ...]
    unsettled: bool = False
    assumed: tuple[str, ...] = ()
    trouble: str = ""

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """How likely each link is taken, once the step is done."""
        found: dict[str, float] = {}
        for turn in (turn for draw in self.draws for turn in draw):
            for passage in turn.taken:
                found[passage] = found.get(passage, 0.0) + turn.share
        return found

    @cached_property
    def turns(self) -> Mapping[str, tuple[tuple[int, int], ...]]:
        """Of each link the turns that settle it for good: which draw, and which turn of it."""
        found: dict[str, list[tuple[int, int]]] = {}
        for at, draw in enumerate(self.draws):
            for place, turn in enumerate(draw):
                for passage in (*turn.taken, *turn.absent):
                    found.setdefault(passage, []).append((at, place))
        return {passage: tuple(places) for passage, places in found.items()}


def likely(share: Quantity, *, defaults: bool = True) -> float:
    """The likely value of a share; of a range without one its middle, if defaults may be used."""
    if share.likely is not None:
        return share.likely
    return (share.low + share.high) / 2 if defaults else nan
