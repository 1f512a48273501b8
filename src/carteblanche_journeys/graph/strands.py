"""Strands: which links into a step one person may take both, and which exclude each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from carteblanche_journeys.graph.links import Passage
from carteblanche_journeys.graph.routes import Routes
from carteblanche_journeys.model import Step


def apart(one: Passage, other: Passage, steps: Mapping[str, Step]) -> bool:
    """Whether two links out of one step exclude each other.

    Branches of a choice do, unless one is taken in any case; so do links after different ways.
    """
    if one.link.way and other.link.way and one.link.way != other.link.way:
        return True
    step = steps.get(one.source)
    choice = step is not None and step.kind == "choice"
    return choice and one.id != other.id and not (one.link.always or other.link.always)


class Strands:
    """Pairs of links that one person may take both, each choice taken for independent.

    One sweep moves marks along the links. Links that exclude each other and go with the same
    others share a mark, so that what follows step by step, or a choice whose branches meet
    again, costs nothing; for each mark under way the others that may be under way with it are
    the bits of one integer.

    Parameters
    ----------
    within
        The steps to be swept; left out: all.
    returns
        Links that go back, where these are to be told apart as well.
    """

    def __init__(
        self,
        routes: Routes,
        steps: Mapping[str, Step],
        within: Iterable[str] | None = None,
        returns: Iterable[Passage] = (),
    ) -> None:
        self._returns: dict[str, tuple[Passage, ...]] = {}
        for passage in returns:
            before = self._returns.get(passage.source, ())
            self._returns[passage.source] = (*before, passage)
        self._routes = routes
        self._steps = steps
        self._mark: dict[str, int] = {}
        self._beside: dict[int, int] = {}
        self._under_way: dict[int, int] = {}
        self._alive = 0
        self._free: list[int] = []
        #: At each join, for each link in: its mark, and the marks that may come with it.
        self._met: dict[str, tuple[int, int]] = {}
        for name in routes.order if within is None else within:
            self._leave(name, self._come(name))

    def _come(self, name: str) -> int:
        """The mark of whoever comes to a step, by whichever link."""
        arriving = [p.id for p in self._routes.into[name] if p.id in self._mark]
        marks = [self._mark[link] for link in arriving]
        if len(arriving) > 1:
            self._met.update(
                (link, (1 << mark, self._beside[mark] & self._alive))
                for link, mark in zip(arriving, marks, strict=True)
            )
        distinct = set(marks)
        if len(distinct) == 1:
            here = marks[0]
            self._under_way[here] += 1
        else:
            beside = 0
            for mark in distinct:
                beside |= self._beside[mark]
            here = self._new(beside)
        self._end([self._mark.pop(link) for link in arriving])
        return here

    def _leave(self, name: str, here: int) -> None:
        """The marks of the links out of a step."""
        out = self._routes.out[name] + self._returns.get(name, ())
        step = self._steps.get(name)
        choice = step is not None and step.kind == "choice"
        if len(out) > 1 and (not choice or any(p.link.always or p.link.way for p in out)):
            groups = self._groups(out, choice=choice)
            marks = [self._new(self._beside[here]) for _ in groups]
            self._pair(marks, groups)
        else:
            groups, marks = [list(out)], [here]
        for mark, group in zip(marks, groups, strict=True):
            for passage in group:
                self._mark[passage.id] = mark
                self._under_way[mark] += 1
        self._end([here, *marks] if marks != [here] else [here])

    def _groups(self, out: tuple[Passage, ...], *, choice: bool) -> list[list[Passage]]:
        """Links out of a step that share a mark: the plain branches of a choice."""
        plain = [p for p in out if choice and not p.link.always and not p.link.way]
        alone = [[p] for p in out if not choice or p.link.always or p.link.way]
        return [plain, *alone] if plain else alone

    def _pair(self, marks: list[int], groups: list[list[Passage]]) -> None:
        """Put together the marks of links out of one step that may be taken both."""
        every = sum(1 << mark for mark in marks)
        firsts = [group[0] for group in groups]
        step = self._steps.get(firsts[0].source)
        mixed = any(p.link.way for p in firsts) or (step is not None and step.kind == "choice")
        for mark, one in zip(marks, firsts, strict=True):
            beside = every & ~(1 << mark)
            if mixed:
                beside = sum(
                    1 << other
                    for other, two in zip(marks, firsts, strict=True)
                    if other != mark and not apart(one, two, self._steps)
                )
            self._beside[mark] |= beside

    def _new(self, beside: int) -> int:
        """A mark that goes with others, under way once until it is ended."""
        mark = self._free.pop() if self._free else len(self._beside)
        beside &= self._alive
        self._alive |= 1 << mark
        self._beside[mark] = beside
        self._under_way[mark] = 1
        for other in _bits(beside):
            self._beside[other] |= 1 << mark
        return mark

    def _end(self, marks: list[int]) -> None:
        """Take marks from under way; those that are nowhere any more are used again."""
        dead = []
        for mark in marks:
            self._under_way[mark] -= 1
            if self._under_way[mark] == 0:
                dead.append(mark)
                self._alive &= ~(1 << mark)
        for mark in dead:
            for other in _bits(self._beside[mark] & self._alive):
                self._beside[other] &= ~(1 << mark)
        self._free.extend(dead)

    def together(self, one: Passage, other: Passage) -> bool:
        """Whether one person may take both of two links into one step."""
        if one.id == other.id or one.id not in self._met or other.id not in self._met:
            return False
        return bool(self._met[one.id][1] & self._met[other.id][0])

    def exclude(self, one: Passage, other: Passage) -> bool:
        """Whether nobody takes both of two links into one step, each of which someone may take."""
        met = one.id in self._met and other.id in self._met
        return met and one.id != other.id and not self.together(one, other)

    def meet(self, step: str) -> bool:
        """Whether one person may come to a step by two links."""
        arriving = [self._met[p.id] for p in self._routes.into[step] if p.id in self._met]
        every = 0
        for mark, _ in arriving:
            every |= mark
        return any(beside & every for _, beside in arriving)

    def strands(self, step: str) -> tuple[tuple[Passage, ...], ...]:
        """The strands that meet at a step: for each link in, that link and those it excludes.

        Any link of a strand fills it. Strands are told once each, by their first link.
        """
        among = self._routes.into[step]
        if len(among) < 2:
            return (among,) if among else ()
        shared = Counter(self._met[passage.id][0] for passage in among)
        every = sum(shared)
        found: dict[tuple[Passage, ...], None] = {}
        for passage in among:
            mark, beside = self._met[passage.id]
            alone = shared[mark] == 1 and (beside | mark) & every == every
            rest = (p for p in among if not self.together(p, passage))
            found[(passage,) if alone else tuple(rest)] = None
        return tuple(found)

    def left_together(self, passages: Iterable[Passage]) -> tuple[tuple[Passage, Passage], ...]:
        """Of links out of what was swept, or back in it, the pairs that may be taken both."""
        every = [passage for passage in passages if passage.id in self._mark]
        marks = {self._mark[passage.id] for passage in every}
        there = sum(1 << mark for mark in marks)
        every = [p for p in every if self._beside[self._mark[p.id]] & there]
        return tuple(
            (one, other)
            for at, one in enumerate(every)
            for other in every[at + 1 :]
            if self._beside[self._mark[one.id]] >> self._mark[other.id] & 1
        )


def _bits(number: int) -> Iterator[int]:
    """The places of the bits of a number that are set."""
    while number:
        low = number & -number
        yield low.bit_length() - 1
        number ^= low
