"""Which steps stand on different branches of one choice, so that nobody lives both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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

    def _meet(self, choice: str, one: str, other: str) -> bool:
        """Whether some branch of a choice leads to both steps."""
        if self._followed is None or self._followed.choice != choice:
            self._followed = _Followed(choice, self._net, self._place[choice] + 1)
        branches = self._followed.until(max(self._place[one], self._place[other]), self._order)
        return bool(branches.get(one, 0) & branches.get(other, 0))


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
