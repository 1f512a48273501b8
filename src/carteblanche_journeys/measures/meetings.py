"""Where strands meet: for each join, the splits above it that its strands come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from carteblanche_journeys.graph import ENTRY, Ground, Passage, Routes, alike


@dataclass(frozen=True, slots=True)
class Coming:
    """A link into a join, and how often it is taken.

    Parameters
    ----------
    branches
        Those of the step it leaves that lead to it; links whose branches have none in common
        exclude each other, one that needs no branch excludes nothing.
    early
        Whether another link into the join, which the same person may take too, comes from a
        step that waits for this one: then nothing is waited for here.
    missed
        For the end of a journey: a step that waits for all its strands and is missed, so that
        they end there.
    """

    source: str
    flow: float
    branches: frozenset[str] = frozenset()
    early: bool = False
    missed: str = ""


@dataclass(slots=True)
class Meeting:
    """A split above a join, with all that comes from it to the join.

    Parameters
    ----------
    step
        The split; for a lone link, the step it leaves.
    direct
        Links from the split straight into the join.
    below
        Splits and steps further down, each with the branches that lead to it.
    """

    step: str
    direct: list[Coming] = field(default_factory=list)
    below: list[tuple[frozenset[str], Meeting]] = field(default_factory=list)

    def lowest_first(self) -> list[Meeting]:
        """All splits of the meeting, each after those below it, this one last."""
        found = [self]
        for one in found:  # grows as it goes
            found.extend(low for _, low in one.below)
        return found[::-1]


class Meetings:
    """The joins on one ground; each takes as long as it has links, times a logarithm."""

    def __init__(self, ground: Ground) -> None:
        self._steps = ground.steps
        self._routes = ground.routes
        self._tree = ground.routes.tree
        self._place = _places(ground.routes)
        self._branches: dict[str, frozenset[str]] = {}
        for name in ground.routes.order[1:]:
            self._branches[name] = self._from_gate(name)

    def branch(self, passage: Passage) -> frozenset[str]:
        """The branch of a choice, or the way, that a link is; nothing where it excludes nothing."""
        step = self._steps.get(passage.source)
        if step is None or passage.link.always:
            return frozenset()
        if step.kind == "choice":
            return frozenset((passage.id,))
        return frozenset((f"by {passage.link.way}",)) if passage.link.way else frozenset()

    def _from_gate(self, name: str) -> frozenset[str]:
        """By which branches of the nearest step that all must pass one comes to a step."""
        gate = self._routes.nearest[name]
        found: set[str] = set()
        for passage in self._routes.into[name]:
            source = passage.source
            branches = (
                self.branch(passage)
                if source == gate
                else self._branches[self._tree.toward(gate, source)]
            )
            if not branches:
                return frozenset()
            found |= branches
        return frozenset(found)

    def of(self, coming: Iterable[Coming]) -> Meeting | None:
        """The splits above some links that meet; None of none.

        Of the tree of dominators, only the steps that links leave and those where two of them
        part are kept (the virtual tree of competitive programming, by order of visit).
        """
        found: dict[str, Meeting] = {}
        for link in coming:
            found.setdefault(link.source, Meeting(link.source)).direct.append(link)
        line = sorted(found, key=self._place.__getitem__)
        above: list[str] = []
        for name in line:
            self._hang(name, above, found)
        while len(above) > 1:
            self._close(above, found)
        return found[above[0]] if above else None

    def _hang(self, name: str, above: list[str], found: dict[str, Meeting]) -> None:
        if above:
            split = self._tree.meeting(above[-1], name)
            while len(above) > 1 and self._place[above[-2]] >= self._place[split]:
                self._close(above, found)
            if above[-1] != split:
                last = above.pop()
                found.setdefault(split, Meeting(split))
                self._put(found[split], found[last])
                above.append(split)
        above.append(name)

    def _close(self, above: list[str], found: dict[str, Meeting]) -> None:
        last = above.pop()
        self._put(found[above[-1]], found[last])

    def _put(self, split: Meeting, lower: Meeting) -> None:
        first = self._tree.toward(split.step, lower.step)
        split.below.append((self._branches[first], lower))


@alike
def meetings(ground: Ground) -> Meetings:
    """The joins of all walks on one ground."""
    return Meetings(ground)


def _places(routes: Routes) -> dict[str, int]:
    """The order in which one visits the tree of dominators, each step before all below it."""
    below: dict[str, list[str]] = {}
    for name in routes.order[1:]:
        below.setdefault(routes.nearest[name], []).append(name)
    place: dict[str, int] = {}
    waiting = [ENTRY]
    while waiting:
        name = waiting.pop()
        place[name] = len(place)
        waiting.extend(reversed(below.get(name, ())))
    return place


def apart(branches: Sequence[frozenset[str]]) -> list[list[int]]:
    """Which of several strands exclude each other; those with a branch in common stay together.

    Gives the positions of each group.

    >>> apart([frozenset("a"), frozenset("b"), frozenset("bc")])
    [[0], [1, 2]]
    """
    first: dict[str, int] = {}
    group = list(range(len(branches)))
    for position, own in enumerate(branches):
        for branch in own:
            one, other = _top(first.setdefault(branch, position), group), _top(position, group)
            group[max(one, other)] = min(one, other)
    found: dict[int, list[int]] = {}
    for position in range(len(branches)):
        found.setdefault(_top(position, group), []).append(position)
    return list(found.values())


def _top(position: int, group: list[int]) -> int:
    while group[position] != position:
        group[position] = group[group[position]]
        position = group[position]
    return position
