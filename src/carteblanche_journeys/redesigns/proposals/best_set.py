"""The set of moves that saves most within limits: moves interact, so each set is made and measured.

Sets are made in the canonical order of moves (drop, share, recognise, merge, form, delegate,
reorder, the rest), since moves do not commute. Where there are few sets each of them is tried;
else a set grows by the move that adds most, and moves are swapped as long as that helps. Gains
are not submodular (itinerant counter and operators complete each other), so that nothing
follows for the best; the only bound stated is all that the journey takes as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import comb

from carteblanche_journeys.redesigns.proposals.gains import Score, score_of
from carteblanche_journeys.redesigns.proposals.limits import within
from carteblanche_journeys.redesigns.proposals.proposal import BestSet, Limits, Objective, Proposal
from carteblanche_journeys.redesigns.proposals.trial import Start, Trial, added
from carteblanche_journeys.redesigns.proposals.vetoes import veto

#: So many sets are tried at most, and so many lives measured: of no more sets, all of them.
MOST_TRIED = 640
MOST_LIVES = 1_800
#: Of more candidates than this the first in rank are looked at.
LOOKED_AT = 40

#: Candidates by their place, in canonical order.
Set = tuple[int, ...]


def best_set(
    start: Start,
    candidates: Sequence[Trial],
    weighted: Mapping[str, float],
    objective: Objective,
    limits: Limits,
    told: Callable[[Trial], Proposal],
) -> BestSet:
    """The set of candidates that gains most for those who count, within the limits.

    Parameters
    ----------
    candidates
        Trials of one move each, the best first.
    weighted
        Who counts, and how much.
    told
        Makes the proposal of a trial.

    Of equal gains the set of fewer moves, then the one that comes first, is the best.
    """
    within_limits = [one for one in candidates[:LOOKED_AT] if within(one, limits)]
    sets = _Sets(start, within_limits, weighted)
    most = min(limits.moves, len(within_limits))
    count = sum(comb(len(within_limits), size) for size in range(1, most + 1))
    exact = count <= sets.most_tried and len(candidates) <= LOOKED_AT
    found = sets.best_of_all(most) if exact else sets.grown(most)
    trial = sets.trial(found) if found else None
    gained = sets.score(found).likely if found else 0.0
    return BestSet(
        proposal=told(trial) if trial is not None else None,
        objective=objective,
        limits=limits,
        exact=exact,
        bound=gained if exact else _all_of_it(start, weighted),
        tried=sets.tried,
    )


def _all_of_it(start: Start, weighted: Mapping[str, float]) -> float | None:
    """The minutes that the journey takes those who count: no set can spare more.

    Only what is known counts as spared, so what is known bounds it.
    """
    whole = 0.0
    for name, part in weighted.items():
        minutes = start.lives[name].ledger.household["minutes"]
        if minutes.likely is None or start.lives[name].unsaid:
            return None
        whole += part * minutes.likely
    return whole


class _Sets:
    """Sets of candidates, each made and measured once."""

    def __init__(
        self, start: Start, candidates: Iterable[Trial], weighted: Mapping[str, float]
    ) -> None:
        self._candidates = sorted(candidates, key=_canonical)
        self._places = list(range(len(self._candidates)))
        self._weighted = weighted
        self.most_tried = min(MOST_TRIED, MOST_LIVES // len(weighted))
        self._trials: dict[Set, Trial | None] = {(): Trial(start)}
        self._scores: dict[Set, Score] = {(): Score(0.0, 0.0)}
        self._allowed: dict[Set, bool] = {}

    @property
    def tried(self) -> int:
        """How many sets were measured."""
        return len(self._scores) - 1

    def trial(self, chosen: Set) -> Trial | None:
        """A set, made; None where one of its moves no longer fits, or is done by the others."""
        if chosen not in self._trials:
            before = self.trial(chosen[:-1])
            one = self._candidates[chosen[-1]]
            self._trials[chosen] = _with(before, one) if before is not None else None
        return self._trials[chosen]

    def score(self, chosen: Set) -> Score:
        """What a set gains, measured on the journey that it yields."""
        if chosen not in self._scores:
            trial = self.trial(chosen)
            none = Score(float("-inf"), float("-inf"))
            self._scores[chosen] = score_of(trial, self._weighted) if trial else none
        return self._scores[chosen]

    def allows(self, chosen: Set) -> bool:
        """Whether no veto sets it aside."""
        if chosen not in self._allowed:
            trial = self.trial(chosen)
            self._allowed[chosen] = trial is not None and veto(trial) is None
        return self._allowed[chosen]

    def best_of_all(self, most: int) -> Set:
        """The best of all sets of up to so many moves."""
        places = range(len(self._candidates))
        every = (s for size in range(1, most + 1) for s in combinations(places, size))
        return self._first(sorted(every, key=self._order))

    def _order(self, chosen: Set) -> tuple[object, ...]:
        return (self.score(chosen).order, len(chosen), chosen)

    def _first(self, ordered: Iterable[Set]) -> Set:
        """The first that gains anything and that no veto sets aside."""
        for one in ordered:
            if not self.score(one).gains:
                break
            if self.allows(one):
                return one
        return ()

    def grown(self, most: int) -> Set:
        """A set grown move by move, then changed by swaps as long as one helps.

        Of moves that gain nothing alone none is taken: who completes another gains too.
        """
        self._places = [p for p in self._places if self.score((p,)).gains]
        best: Set = ()
        while self.tried < self.most_tried:
            steps = self._larger(best) if len(best) < most else ()
            better = self._better(best, steps) or self._better(best, self._swapped(best))
            if not better:
                break
            best = better
        return best

    def _better(self, best: Set, neighbours: Iterable[Set]) -> Set:
        """The best of some sets, if it is better than another; empty if it is not."""
        every = []
        for one in neighbours:
            if self.tried >= self.most_tried and one not in self._scores:
                break
            if self.score(one).order < self.score(best).order:
                every.append(one)
        return self._first(sorted(every, key=self._order))

    def _larger(self, best: Set) -> Iterator[Set]:
        for place in self._places:
            if place not in best:
                yield tuple(sorted((*best, place)))

    def _swapped(self, best: Set) -> Iterator[Set]:
        for gone in best:
            left = tuple(one for one in best if one != gone)
            yield from (one for one in self._larger(left) if one != best)


def _with(before: Trial, one: Trial) -> Trial | None:
    move = one.moves[0]
    if move.hindrances(before.after) or move.done(before.after):
        return None
    after = move.move.make(before.after, move.arguments)
    return added(before, move, after, one.causes)


def _canonical(one: Trial) -> tuple[object, ...]:
    move = one.moves[0]
    return (move.move.order, move.move.name, str(move.written))
