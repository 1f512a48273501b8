"""Routes: the forward links of a journey in topological order, and who must pass where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce

from carteblanche_journeys.graph.links import Passage
from carteblanche_journeys.graph.network import ENTRY, Network, starts
from carteblanche_journeys.model import Link


class Tree:
    """A tree that grows, in which the lowest common ancestor takes logarithmic time.

    Each node keeps one jump besides its parent (Myers 1983, skew-binary jump pointers).
    """

    def __init__(self, root: str) -> None:
        self.parent = {root: root}
        self._jump = {root: root}
        self._depth = {root: 0}

    def hang(self, node: str, parent: str) -> None:
        """Add a node below another."""
        self.parent[node] = parent
        self._depth[node] = self._depth[parent] + 1
        once = self._jump[parent]
        twice = self._jump[once]
        even = self._depth[parent] - self._depth[once] == self._depth[once] - self._depth[twice]
        self._jump[node] = twice if even else parent

    def meeting(self, one: str, other: str) -> str:
        """The lowest node above both."""
        if self._depth[one] < self._depth[other]:
            one, other = other, one
        one = self._climb(one, self._depth[other])
        while one != other:
            if self._jump[one] != self._jump[other]:
                one, other = self._jump[one], self._jump[other]
            else:
                one, other = self.parent[one], self.parent[other]
        return one

    def toward(self, above: str, below: str) -> str:
        """The node just under `above` on the way down to `below`."""
        return self._climb(below, self._depth[above] + 1)

    def _climb(self, node: str, depth: int) -> str:
        while self._depth[node] > depth:
            jump = self._jump[node]
            node = jump if self._depth[jump] >= depth else self.parent[node]
        return node


@dataclass(frozen=True, eq=False)
class Routes:
    """A journey's links, ready to be swept forward.

    Parameters
    ----------
    order
        Steps that can be come to, in topological order; first the entry before every start,
        whose name is empty. Steps of a forward cycle, and all that follows, are not in it.
    into, out
        Forward links by step; the entry leads to every start.
    back
        The links that go back.
    nearest
        For each step the nearest one that every way to it passes (immediate dominator).
    """

    order: tuple[str, ...]
    into: Mapping[str, tuple[Passage, ...]] = field(repr=False)
    out: Mapping[str, tuple[Passage, ...]] = field(repr=False)
    back: tuple[Passage, ...] = field(repr=False)
    nearest: Mapping[str, str] = field(repr=False)
    rank: Mapping[str, int] = field(repr=False)
    tree: Tree = field(repr=False)

    def passes(self, above: str, below: str) -> bool:
        """Whether every way to `below` passes `above`; a step passes itself."""
        known = above in self.rank and below in self.rank
        return known and self.tree.meeting(above, below) == above


def all_routes(net: Network) -> Routes:
    """The routes of a journey whoever lives it.

    >>> from carteblanche_journeys.graph.network import network
    >>> from carteblanche_journeys.model import Journey
    >>> journey = Journey(title="J'inscris", steps={"a": {"title": "A"}, "b": {"title": "B"}})
    >>> all_routes(network(journey)).order
    ('', 'a', 'b')
    """
    return routes_through(net.journey.steps, net.passages, starts(net))


def routes_through(
    steps: Iterable[str], passages: Iterable[Passage], begin: Iterable[str]
) -> Routes:
    """The routes along some links between some steps.

    Parameters
    ----------
    begin
        Steps at which one starts.
    """
    entering = [Passage(ENTRY, name, Link(to=name), True, f"->{name}") for name in begin]
    every = (*entering, *passages)
    reached = _reached(every)
    into: dict[str, list[Passage]] = {name: [] for name in (ENTRY, *steps)}
    out: dict[str, list[Passage]] = {name: [] for name in into}
    for passage in every:
        if not passage.link.back and passage.source in reached:
            out[passage.source].append(passage)
            into[passage.target].append(passage)
    order = _topological(into, out)
    tree = _dominators(order, into)
    return Routes(
        order,
        {name: tuple(found) for name, found in into.items()},
        {name: tuple(found) for name, found in out.items()},
        tuple(p for p in every if p.link.back and p.source in reached),
        {name: above for name, above in tree.parent.items() if name != ENTRY},
        {name: place for place, name in enumerate(order)},
        tree,
    )


def _reached(passages: Iterable[Passage]) -> set[str]:
    """Steps to which forward links lead from the entry."""
    onward: dict[str, list[str]] = {}
    for passage in passages:
        if not passage.link.back:
            onward.setdefault(passage.source, []).append(passage.target)
    reached, waiting = {ENTRY}, [ENTRY]
    while waiting:
        further = set(onward.get(waiting.pop(), ())) - reached
        reached |= further
        waiting.extend(further)
    return reached


def _topological(
    into: Mapping[str, list[Passage]], out: Mapping[str, list[Passage]]
) -> tuple[str, ...]:
    """Steps such that every link leads on (Kahn 1962); those in or after a circle are left out."""
    waiting = {name: len(arriving) for name, arriving in into.items()}
    order = [ENTRY]
    for name in order:  # grows as it goes
        for passage in out[name]:
            waiting[passage.target] -= 1
            if waiting[passage.target] == 0:
                order.append(passage.target)
    return tuple(order)


def _dominators(order: tuple[str, ...], into: Mapping[str, list[Passage]]) -> Tree:
    """Immediate dominators of a graph without circles: one sweep (Cooper, Harvey & Kennedy)."""
    tree = Tree(ENTRY)
    for name in order[1:]:
        above = dict.fromkeys(passage.source for passage in into[name])
        tree.hang(name, reduce(tree.meeting, above))
    return tree
