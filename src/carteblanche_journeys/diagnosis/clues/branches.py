"""Which steps stand on different branches of one choice, so that nobody lives both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from carteblanche_journeys.graph import Network, dominators, order


class Branches:
    """The branches of a journey's choices, looked up by pairs of steps.

    Two steps are apart where the nearest step that every way to both passes is a choice (their
    lowest common ancestor in the tree of dominators), and no branch of it leads to both. Building
    it, once a pair is asked for, is O(steps + links); a pair costs as many steps as lie between
    in reading order, and next to nothing where the pair before was of the same choice.

    >>> from carteblanche_journeys.graph import network
    >>> from carteblanche_journeys.model import Journey
    >>> steps = {
    ...     "which": {"title": "Which form?", "kind": "choice", "next": ["a", "b"]},
    ...     "a": {"title": "A", "ends": True},
    ...     "b": {"title": "B"},
    ... }
    >>> Branches(network(Journey(title="I found a firm", steps=steps))).apart("a", "b")
    True
    >>> steps["a"] = {"title": "A", "next": "b"}
    >>> Branches(network(Journey(title="I found a firm", steps=steps))).apart("a", "b")
    False
    """

    def __init__(self, net: Network) -> None:
        self._net = net
        self._followed: _Followed | None = None

    @cached_property
    def _nearest(self) -> Mapping[str, str]:
        return dominators(self._net)

    @cached_property
    def _order(self) -> tuple[str, ...]:
        return order(self._net.journey, self._net)

    @cached_property
    def _place(self) -> Mapping[str, int]:
        return {step: at for at, step in enumerate(self._order)}

    @cached_property
    def _depth(self) -> Mapping[str, int]:
        """How many steps every way to a step passes."""
        depth: dict[str, int] = {}
        for step in self._nearest:
            trail = [step]
            while trail[-1] in self._nearest and trail[-1] not in depth:
                trail.append(self._nearest[trail[-1]])
            top = depth.setdefault(trail.pop(), 0)
            for above, one in enumerate(reversed(trail), top + 1):
                depth[one] = above
        return depth

    def apart(self, one: str, other: str) -> bool:
        """Whether the two steps are on different branches; a step is never apart from itself."""
        left, right = one, other
        while left != right:
            if self._depth.get(left, 0) < self._depth.get(right, 0):
                left, right = right, left
            if left not in self._nearest:
                return False
            left = self._nearest[left]
        step = self._net.journey.steps.get(left)
        if left in (one, other) or step is None or step.kind != "choice":
            return False
        return not self._meet(left, one, other)

    def groups(self, steps: Iterable[str]) -> list[list[str]]:
        """Steps that may be lived by one person, together: those of different groups are apart.

        It saves asking pair by pair where a choice has thousands of branches.
        """
        whole: list[list[str]] = []
        waiting = [list(dict.fromkeys(steps))]
        while waiting:
            there = waiting.pop()
            above = self._above_all(there) if len(there) > 1 else None
            parts = [there] if above is None else self._by_branch(above, there)
            if len(parts) > 1:
                waiting.extend(reversed(parts))
            elif there:
                whole.append(there)
        return whole

    def _above_all(self, steps: list[str]) -> str | None:
        """The nearest step that every way to each of these passes."""
        trail = [steps[0]]
        while trail[-1] in self._nearest:
            trail.append(self._nearest[trail[-1]])
        meets = {step: at for at, step in enumerate(trail)}
        for step in steps[1:]:
            passed = []
            while step not in meets:
                if step not in self._nearest:
                    return None
                passed.append(step)
                step = self._nearest[step]
            meets.update(dict.fromkeys(passed, meets[step]))
        return trail[max(meets[step] for step in steps)]

    def _by_branch(self, choice: str, steps: list[str]) -> list[list[str]]:
        """Steps to which the same branches of a choice lead, directly or through others."""
        known = self._net.journey.steps.get(choice)
        if choice in steps or known is None or known.kind != "choice":
            return [steps]
        last = max(self._place[step] for step in steps)
        branches = self._follow(choice).until(last, self._order)
        same: dict[int, int] = {}
        for mask in {branches.get(step, -1) for step in steps}:
            if mask < 0:
                return [steps]
            first, *others = _bits(mask)
            for other in others:
                same[_root(other, same)] = _root(first, same)
        parts: dict[int, list[str]] = {}
        for step in steps:
            parts.setdefault(_root(next(_bits(branches[step])), same), []).append(step)
        return list(parts.values())

    def _meet(self, choice: str, one: str, other: str) -> bool:
        """Whether some branch of a choice leads to both steps."""
        branches = self._follow(choice).until(
            max(self._place[one], self._place[other]), self._order
        )
        return bool(branches.get(one, 0) & branches.get(other, 0))

    def _follow(self, choice: str) -> _Followed:
        if self._followed is None or self._followed.choice != choice:
            self._followed = _Followed(choice, self._net, self._place[choice] + 1)
        return self._followed


def _bits(mask: int) -> Iterator[int]:
    """The branches of a mask, one by one."""
    while mask:
        least = mask & -mask
        yield least
        mask ^= least


def _root(branch: int, same: dict[int, int]) -> int:
    """The branch that stands for all that are joined to this one."""
    while same.get(branch, branch) != branch:
        branch = same[branch]
    return branch


class _Followed:
    """The branches of one choice, followed as far as was asked for: by step, each is a bit."""

    def __init__(self, choice: str, net: Network, begin: int) -> None:
        self.choice = choice
        self._net = net
        self._done = begin
        self._branches: dict[str, int] = {}
        for at, passage in enumerate(net.forward_out(choice)):
            self._lead(passage.target, -1 if passage.link.always else 1 << at)

    def until(self, last: int, order: Sequence[str]) -> Mapping[str, int]:
        """Which branches lead to each step, right up to a place in reading order."""
        for step in order[self._done : last]:
            for passage in self._net.forward_out(step) if step in self._branches else ():
                self._lead(passage.target, self._branches[step])
        self._done = max(self._done, last)
        return self._branches

    def _lead(self, step: str, bits: int) -> None:
        self._branches[step] = self._branches.get(step, 0) | bits
