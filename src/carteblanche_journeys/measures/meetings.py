"""Where strands meet: for each join, the splits above it that its strands come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from carteblanche_journeys.graph import ENTRY, Passage
from carteblanche_journeys.measures.walk import Walk


@dataclass(frozen=True, slots=True)
class Coming:
    """A link into a join, and how often it is taken.

    Parameters
    ----------
    key
        What it excludes: links of different keys out of one step are never taken both; an
        empty key excludes nothing.
    """

    source: str
    flow: float
    key: str = ""


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
        Splits and steps further down, each with the key of the branch that leads to it.
    """

    step: str
    direct: list[Coming] = field(default_factory=list)
    below: list[tuple[str, Meeting]] = field(default_factory=list)


class Meetings:
    """The joins of one walk; each takes as long as it has links, times a logarithm."""

    def __init__(self, walk: Walk) -> None:
        self._walk = walk
        self._tree = walk.routes.tree
        self._place = _places(walk)

    def key(self, passage: Passage) -> str:
        """What a link out of a step excludes: other branches of a choice, other ways."""
        step = self._walk.lived.steps.get(passage.source)
        if step is None or passage.link.always:
            return ""
        if step.step.kind == "choice":
            return passage.id
        return f"by {passage.link.way}" if passage.link.way else ""

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
        split.below.append((self._branch(split.step, lower.step), lower))

    def _branch(self, split: str, lower: str) -> str:
        """The key of the branch by which one comes from a split to a step below it."""
        if split == ENTRY:
            return ""
        first = self._tree.toward(split, lower)
        keys = [self.key(p) for p in self._walk.routes.into[first] if p.source == split]
        if len(keys) == 1:
            return keys[0]
        step = self._walk.lived.steps[split].step
        return f"to {first}" if step.kind == "choice" and all(keys) else ""


def _places(walk: Walk) -> dict[str, int]:
    """The order in which one visits the tree of dominators, each step before all below it."""
    below: dict[str, list[str]] = {}
    for name in walk.routes.order[1:]:
        below.setdefault(walk.routes.nearest[name], []).append(name)
    place: dict[str, int] = {}
    waiting = [ENTRY]
    while waiting:
        name = waiting.pop()
        place[name] = len(place)
        waiting.extend(reversed(below.get(name, ())))
    return place


def classes(keys: Sequence[str]) -> dict[str, list[int]]:
    """Which of several branches go together: positions by key."""
    found: dict[str, list[int]] = {}
    for position, key in enumerate(keys):
        found.setdefault(key, []).append(position)
    return found
