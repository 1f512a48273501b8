"""What people no longer hand over, and no longer carry, from one journey to another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from carteblanche_journeys.graph import Handoff, handoffs
from carteblanche_journeys.measures.asking import askings
from carteblanche_journeys.redesigns.comparisons.comparison import AskSpared, HandoffMoved
from carteblanche_journeys.redesigns.comparisons.differences import Account
from carteblanche_journeys.redesigns.comparisons.identity import Identity
from carteblanche_journeys.redesigns.comparisons.summing import SLIP, tidy

#: The two lives of one persona.
Lives = tuple[Account, Account]
#: A piece, or those of which any one will do, by label.
_Pieces = tuple[str, ...]


@dataclass(slots=True)
class _Often:
    """How often a piece is asked, under which id, and at which steps."""

    piece: str
    times: float
    steps: dict[str, str]


def asks_spared(every: Iterable[Lives], same: Identity) -> tuple[AskSpared, ...]:
    """The pieces that are asked less often, those asked of the first persona first.

    Of several personas, the one for whom it makes the most difference is told. Expected times,
    copies counted; the steps are those of the as-is at which it is no longer asked.
    """
    found: dict[_Pieces, AskSpared] = {}
    for before, after in every:
        one = _asked(before, same.evidence.before, same.steps.before)
        other = _asked(after, same.evidence.after, same.steps.after)
        for pieces, often in one.items():
            spared = _spared(often, other.get(pieces))
            known = found.get(pieces)
            if spared and (known is None or _less(spared) > _less(known) + SLIP):
                found[pieces] = spared
    return tuple(found.values())


def _less(spared: AskSpared) -> float:
    return spared.before - spared.after


def _spared(often: _Often, left: _Often | None) -> AskSpared | None:
    after = left.times if left else 0.0
    if often.times <= after + SLIP:
        return None
    still = set(left.steps.values()) if left else set()
    steps = tuple(name for name, label in often.steps.items() if label not in still)
    return AskSpared(often.piece, tidy(often.times), tidy(after), steps)


def _asked(
    account: Account, pieces: Mapping[str, str], steps: Mapping[str, str]
) -> Mapping[_Pieces, _Often]:
    """How often each piece is asked; asks that nobody can count count once."""
    found: dict[_Pieces, _Often] = {}
    for one in askings(account.ledger.weighed):
        key = tuple(sorted(pieces.get(piece, piece) for piece in one.pieces))
        often = found.setdefault(key, _Often(one.pieces[0], 0.0, {}))
        often.times += 1.0 if one.times is None else one.times
        often.steps[one.step] = steps[one.step]
    return {key: often for key, often in found.items() if often.times > SLIP}


def handoffs_moved(every: Iterable[Lives], same: Identity) -> tuple[HandoffMoved, ...]:
    """The handoffs that the person carries in the as-is and an organisation in the to-be.

    A handoff is the same where it leads from the same step to the same step; else where it
    leads to the same step, and nobody of the household carries anything there any more.
    """
    found: dict[tuple[str, str], HandoffMoved] = {}
    for before, after in every:
        for moved in _moved(before, after, same):
            found.setdefault((moved.before.source, moved.before.target), moved)
    return tuple(found.values())


def _moved(before: Account, after: Account, same: Identity) -> Iterator[HandoffMoved]:
    steps = same.steps
    arriving: dict[str, list[Handoff]] = {}
    for one in handoffs(after.lived):
        arriving.setdefault(steps.after[one.target], []).append(one)
    for one in handoffs(before.lived):
        if one.carried != "person":
            continue
        rivals = arriving.get(steps.before[one.target], [])
        here = [each for each in rivals if steps.after[each.source] == steps.before[one.source]]
        if any(each.carried == "person" for each in here or rivals):
            continue
        behind = [each for each in here or rivals if each.carried == "organisation"]
        if behind:
            yield HandoffMoved(one, behind[0])
