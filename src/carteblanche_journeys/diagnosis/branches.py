"""Which steps stand on different branches of one choice, so that nobody lives both."""

from __future__ import annotations

from carteblanche_journeys.graph import Network, dominators


class Branches:
    """The branches of a journey's choices, looked up by pairs of steps.

    Two steps are apart where the nearest step that every way to both passes is a choice: their
    lowest common ancestor in the tree of dominators. Building it is O(steps + links); a pair
    costs as many steps as lie between.

    >>> from carteblanche_journeys.graph import network
    >>> from carteblanche_journeys.model import Journey
    >>> steps = {
    ...     "which": {"title": "Which form?", "kind": "choice", "next": ["a", "b"]},
    ...     "a": {"title": "A", "ends": True},
    ...     "b": {"title": "B"},
    ... }
    >>> Branches(network(Journey(title="I found a firm", steps=steps))).apart("a", "b")
    True
    """

    def __init__(self, net: Network) -> None:
        self._net = net
        self._nearest = dominators(net)
        self._depth: dict[str, int] = {}
        for step in self._nearest:
            self._measure(step)

    def _measure(self, step: str) -> None:
        trail = [step]
        while trail[-1] in self._nearest and trail[-1] not in self._depth:
            trail.append(self._nearest[trail[-1]])
        depth = self._depth.setdefault(trail.pop(), 0)
        for above, one in enumerate(reversed(trail), depth + 1):
            self._depth[one] = above

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
        return left not in (one, other) and step is not None and step.kind == "choice"
