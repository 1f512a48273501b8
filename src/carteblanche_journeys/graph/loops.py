"""Loops: which steps a back link makes people repeat, and which loops lie in which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from carteblanche_journeys.graph.links import Passage
from carteblanche_journeys.graph.network import ENTRY
from carteblanche_journeys.graph.routes import Routes


@dataclass(frozen=True, eq=False)
class Loops:
    """The loops of a journey; each is named by its header, the step to which it goes back.

    Parameters
    ----------
    inside
        For each step the innermost loop that holds it; empty where none does. A header is
        inside its own loop.
    around
        For each loop the one around it; empty where there is none.
    returns
        For each loop the links that go back to its header, loops inside others first.
    stray
        Back links that return to a step which some have not passed: they make no loop.
    """

    inside: Mapping[str, str] = field(repr=False)
    around: Mapping[str, str]
    returns: Mapping[str, tuple[Passage, ...]]
    stray: tuple[Passage, ...] = ()

    def level(self, step: str) -> str:
        """The loop in which one arrives at a step: a header is arrived at from around it."""
        loop = self.inside[step]
        return self.around[step] if loop == step and step in self.around else loop

    def holds(self, loop: str, step: str) -> bool:
        """Whether a loop holds a step."""
        at = self.inside[step]
        while at not in (loop, ENTRY):
            at = self.around[at]
        return at == loop

    def left(self, passage: Passage) -> tuple[str, ...]:
        """The loops that a forward link leaves, innermost first."""
        until, at = self.level(passage.target), self.inside[passage.source]
        crossed = []
        while at not in (until, ENTRY):
            crossed.append(at)
            at = self.around[at]
        return tuple(crossed)


def loops(routes: Routes) -> Loops:
    """The loops of a journey (natural loops, nested as by Havlak 1997).

    Time is nearly proportional to steps and links.
    """
    returns: dict[str, list[Passage]] = {}
    stray: list[Passage] = []
    for passage in routes.back:
        fits = routes.passes(passage.target, passage.source)
        (returns.setdefault(passage.target, []) if fits else stray).append(passage)
    inner_first = sorted(returns, key=lambda header: -routes.rank[header])
    inside = dict.fromkeys(routes.order, ENTRY)
    around: dict[str, str] = {}
    holder: dict[str, str] = {}
    for header in inner_first:
        _gather(header, returns[header], routes, inside, around, holder)
    named = {header: tuple(returns[header]) for header in inner_first}
    return Loops(inside, around, named, tuple(stray))


def _gather(
    header: str,
    returns: list[Passage],
    routes: Routes,
    inside: dict[str, str],
    around: dict[str, str],
    holder: dict[str, str],
) -> None:
    """Put into the loop of a header all that leads back to it; loops found before stay whole."""
    around[header] = ENTRY
    waiting = [_outermost(passage.source, holder) for passage in returns]
    seen = {header}
    while waiting:
        step = waiting.pop()
        if step in seen:
            continue
        seen.add(step)
        holder[step] = header
        if step in around:
            around[step] = header
        else:
            inside[step] = header
        waiting.extend(_outermost(passage.source, holder) for passage in routes.into[step])
    inside[header] = header


def _outermost(step: str, holder: dict[str, str]) -> str:
    """The outermost loop found so far around a step, or the step itself; shortens the way."""
    top = step
    while top in holder:
        top = holder[top]
    while step in holder and holder[step] != top:
        holder[step], step = top, holder[step]
    return top
