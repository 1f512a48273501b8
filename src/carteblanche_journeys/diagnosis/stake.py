"""What is at stake in a finding: what a person would be spared, were the fault mended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from itertools import chain
from operator import itemgetter

from carteblanche_journeys.diagnosis.finding import once
from carteblanche_journeys.measures import Burden, Ledger, joined_burdens


@dataclass(frozen=True, slots=True)
class Stake:
    """What the fault makes a person do, as places of one journey.

    Parameters
    ----------
    steps
        Steps that would not have to be lived: their minutes, trips and fees.
    travel
        Steps that stay, but to which nobody would have to go: their way there and back.
    asks
        Step and piece: getting and handing in a piece that would not have to be asked.
    waits
        Steps whose wait would go, or would be told beforehand: their days.
    parts
        Steps of which a part would not have to be lived: the part, between 0 and 1.

    >>> Stake(steps=("a",)) | Stake(steps=("b", "a"), waits=("c",))
    Stake(steps=('a', 'b'), travel=(), asks=(), waits=('c',), parts=())
    """

    steps: tuple[str, ...] = ()
    travel: tuple[str, ...] = ()
    asks: tuple[tuple[str, str], ...] = ()
    waits: tuple[str, ...] = ()
    parts: tuple[tuple[str, float], ...] = ()

    def __or__(self, other: Stake) -> Stake:
        return joined_stakes((self, other))

    def cost(self, ledger: Ledger) -> Burden:
        """What it comes to for one persona; nothing counts twice.

        A step that would go takes its asks and its travel along.
        """
        gone = set(self.steps)
        parts = [ledger.of_step(step) for step in self.steps]
        parts += [ledger.of_travel(step) for step in self.travel if step not in gone]
        parts += [ledger.of_ask(*ask) for ask in self.asks if ask[0] not in gone]
        parts += [ledger.of_wait(step) for step in self.waits]
        # Of one step the greatest part counts: what two faults spare of it may be the same.
        most = dict(sorted(self.parts, key=itemgetter(1)))
        parts += [
            _share(ledger.of_step(step), part) for step, part in most.items() if step not in gone
        ]
        return joined_burdens(parts)


#: Where the model cannot say what is at stake.
NOTHING = Stake()


def _share(burden: Burden, part: float) -> Burden:
    amounts = (getattr(burden, kind.name) for kind in fields(Burden))
    return Burden(*(amount and amount.times(part) for amount in amounts))


def joined_stakes(every: Iterable[Stake]) -> Stake:
    """All that is at stake in these, each place once, in order.

    >>> joined_stakes([Stake(steps=("a",)), Stake(steps=("b", "a"))]).steps
    ('a', 'b')
    """
    stakes = list(every)
    kinds = (chain.from_iterable(getattr(one, f.name) for one in stakes) for f in fields(Stake))
    return Stake(*(tuple(dict.fromkeys(places)) for places in kinds))


def asks_at(step: str, pieces: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Each of these pieces, as asked at one step.

    >>> asks_at("dossier", ["identite"])
    (('dossier', 'identite'),)
    """
    return tuple((step, piece) for piece in once(pieces))
