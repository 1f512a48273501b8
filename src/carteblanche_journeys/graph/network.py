"""The one place that turns a journey into a networkx graph, and its oldest questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import networkx as nx

from carteblanche_journeys.graph.links import Passage, links
from carteblanche_journeys.model import Journey

#: A node before every start; no step can have this id.
ENTRY = ""


@dataclass(frozen=True, eq=False)
class Network:
    """A journey and its links, with the forward ones as a graph.

    Built once by `network` and handed on: every question below is asked of it, and answered
    once.

    Parameters
    ----------
    shared
        What lives of this journey have in common, by what they have to have in common for it.
    """

    journey: Journey
    passages: tuple[Passage, ...]
    forward: nx.DiGraph[str] = field(repr=False)
    out: Mapping[str, tuple[Passage, ...]] = field(repr=False)
    into: Mapping[str, tuple[Passage, ...]] = field(repr=False)

    shared: dict[object, Any] = field(default_factory=dict, repr=False)

    def forward_in(self, step: str) -> tuple[Passage, ...]:
        """The links into a step that do not go back."""
        return self._forward_into[step]

    def forward_out(self, step: str) -> tuple[Passage, ...]:
        """The links out of a step that do not go back."""
        return self._forward_out[step]

    @cached_property
    def _forward_into(self) -> Mapping[str, tuple[Passage, ...]]:
        return {step: _onward(found) for step, found in self.into.items()}

    @cached_property
    def _forward_out(self) -> Mapping[str, tuple[Passage, ...]]:
        return {step: _onward(found) for step, found in self.out.items()}

    @cached_property
    def starts(self) -> tuple[str, ...]:
        """Where the journey starts: its first step, and events without forward links in."""
        first = next(iter(self.journey.steps), None)
        return tuple(
            name
            for name, step in self.journey.steps.items()
            if name == first or (step.kind == "event" and not self.forward_in(name))
        )

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The steps in reading order."""
        rank = _reading_rank(self.journey)
        try:
            found = nx.lexicographical_topological_sort(self.forward, key=rank.__getitem__)
            return tuple(found)
        except nx.NetworkXUnfeasible:
            return tuple(self.journey.steps)

    @cached_property
    def nearest(self) -> Mapping[str, str]:
        """Immediate dominators, from an entry before every start."""
        graph = self.forward.copy()
        graph.add_edges_from((ENTRY, start) for start in self.starts)
        if ENTRY not in graph:
            return {}
        found = nx.immediate_dominators(graph, ENTRY)
        return {step: at for step, at in found.items() if step != ENTRY and at is not None}


def _onward(passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
    return tuple(passage for passage in passages if not passage.link.back)


def network(journey: Journey) -> Network:
    """The graph of a journey; links to steps that do not exist are left out.

    >>> journey = Journey(title="J'inscris", steps={"a": {"title": "A"}, "b": {"title": "B"}})
    >>> sorted(network(journey).forward.edges)
    [('a', 'b')]
    """
    passages = tuple(p for p in links(journey) if p.target in journey.steps)
    forward: nx.DiGraph[str] = nx.DiGraph()
    forward.add_nodes_from(journey.steps)
    forward.add_edges_from((p.source, p.target) for p in passages if not p.link.back)
    out, into = _by(journey, passages, "source"), _by(journey, passages, "target")
    return Network(journey, passages, forward, out, into)


def _by(
    journey: Journey, passages: Iterable[Passage], end: str
) -> Mapping[str, tuple[Passage, ...]]:
    found: dict[str, list[Passage]] = {step: [] for step in journey.steps}
    for passage in passages:
        found[getattr(passage, end)].append(passage)
    return {step: tuple(at_step) for step, at_step in found.items()}


def starts(net: Network) -> tuple[str, ...]:
    """Where a journey starts: its first step, and events without forward links in."""
    return net.starts


def order(journey: Journey, net: Network | None = None) -> tuple[str, ...]:
    """The steps in reading order: topological, then stage, then file order.

    This order numbers the steps in every view. With a forward cycle there is no topological
    order, and the steps keep file order.

    >>> journey = Journey(
    ...     title="J'ai un enfant",
    ...     steps={
    ...         "a": {"title": "Demander", "next": ["c", "b"]},
    ...         "b": {"title": "Attendre"},
    ...         "c": {"title": "Recevoir"},
    ...     },
    ... )
    >>> order(journey)
    ('a', 'b', 'c')
    """
    return (net or network(journey)).order


def _reading_rank(journey: Journey) -> dict[str, tuple[int, int]]:
    """Stage, then place in the file; a step without stage belongs with the one above it."""
    stages = {stage: position for position, stage in enumerate(journey.stages)}
    rank: dict[str, tuple[int, int]] = {}
    stage = -1
    for position, (name, step) in enumerate(journey.steps.items()):
        stage = stages.get(step.stage or "", stage)
        rank[name] = (stage, position)
    return rank


def forward_cycles(net: Network) -> tuple[tuple[str, ...], ...]:
    """Each knot of steps that forward links tie into a circle, steps in file order.

    Strongly connected components of more than one step (Tarjan 1972, through networkx).
    """
    place = {step: position for position, step in enumerate(net.journey.steps)}
    knots = [
        tuple(sorted(knot, key=place.__getitem__))
        for knot in nx.strongly_connected_components(net.forward)
        if len(knot) > 1 or net.forward.has_edge(*(list(knot) * 2))
    ]
    return tuple(sorted(knots, key=lambda knot: place[knot[0]]))


def dominators(net: Network) -> Mapping[str, str]:
    """For each step that can be reached, the nearest step that every way to it passes.

    Immediate dominators (Cooper, Harvey & Kennedy 2001, through networkx), from an entry
    before every start whose name is empty.

    >>> journey = Journey(title="J'inscris", steps={"a": {"title": "A"}, "b": {"title": "B"}})
    >>> dominators(network(journey))["b"]
    'a'
    """
    return net.nearest


class Dominance:
    """Which steps every way to a step passes, answered at once for any two.

    Parameters
    ----------
    nearest
        For each step the nearest that dominates it, as `dominators` gives them.

    Each step has the span of its walk through the tree of dominators: one dominates another
    whose span lies inside its own (Dietz 1982, nested intervals). Building is O(steps).

    >>> Dominance({"a": "", "b": "a", "c": "a"}).holds("a", "c")
    True
    """

    def __init__(self, nearest: Mapping[str, str]) -> None:
        below: dict[str, list[str]] = {}
        for step, above in nearest.items():
            below.setdefault(above, []).append(step)
        self._enter: dict[str, int] = {}
        self._leave: dict[str, int] = {}
        waiting = [(ENTRY, False)]
        while waiting:
            step, done = waiting.pop()
            if done:
                self._leave[step] = len(self._enter)
                continue
            self._enter[step] = len(self._enter)
            waiting.append((step, True))
            waiting += [(one, False) for one in below.get(step, ())]

    def holds(self, above: str, below: str) -> bool:
        """Whether every way to `below` passes `above`; a step dominates itself."""
        if above == below:
            return True
        if above not in self._enter or below not in self._enter:
            return False
        return self._enter[above] <= self._enter[below] < self._leave[above]
