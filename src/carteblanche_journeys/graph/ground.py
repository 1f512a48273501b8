"""The ground of a walk: what its steps and links alone decide, whoever walks there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, TypeVar

from carteblanche_journeys.graph.leaks import Leak, leaks
from carteblanche_journeys.graph.lived import Lived
from carteblanche_journeys.graph.loops import Loops, loops
from carteblanche_journeys.graph.routes import Routes, routes_through
from carteblanche_journeys.graph.strands import Strands
from carteblanche_journeys.model import Step, holds

Answer = TypeVar("Answer")


@dataclass(frozen=True, eq=False)
class Ground:
    """Routes, loops and strands, the same for all lives that go along the same links.

    Parameters
    ----------
    steps
        All steps of the journey, as written.
    answers
        What was asked of it before, by the question (`alike`).
    """

    steps: Mapping[str, Step] = field(repr=False)
    routes: Routes
    answers: dict[object, Any] = field(default_factory=dict, repr=False)

    @cached_property
    def loops(self) -> Loops:
        """The steps that back links make people repeat."""
        return loops(self.routes)

    @cached_property
    def strands(self) -> Strands:
        """Which links one person may take both."""
        return Strands(self.routes, self.steps)

    @cached_property
    def leaks(self) -> tuple[Leak, ...]:
        """Where a strand of a loop meets another outside it."""
        return leaks(self.routes, self.loops, self.steps) if self.loops.returns else ()


def ground(lived: Lived) -> Ground:
    """The ground of a life: worked out once for all who live the same steps and links."""
    shape = (tuple(lived.steps), tuple(passage.id for passage in lived.passages))
    shared = lived.net.shared
    if shape not in shared:
        begin = [name for name in lived.net.starts if name in lived.steps]
        routes = routes_through(lived.steps, lived.passages, begin)
        shared[shape] = Ground(lived.journey.steps, routes)
    found: Ground = shared[shape]
    return found


def course(lived: Lived) -> tuple[object, ...]:
    """All that decides which links of a ground one takes: lives of equal course settle alike.

    Ways are told apart by identity: whoever keeps an answer by its course keeps the life too.
    """
    net, traits = lived.net, lived.persona.traits
    if "conditions" not in net.shared:
        net.shared["conditions"] = tuple(p.link.when for p in net.passages if p.link.when)
    return (
        id(lived.atlas),
        tuple((one.concerned, *map(id, one.ways)) for one in lived.steps.values()),
        tuple(holds(condition, traits) for condition in net.shared["conditions"]),
        lived.closed,
        lived.awaited,
        tuple((name, *instead) for name, instead in lived.instead.items()),
    )


def alike(question: Callable[[Ground], Answer]) -> Callable[[Ground], Answer]:
    """A question whose answer is worked out once for each ground."""

    @wraps(question)
    def answer(ground: Ground) -> Answer:
        if question not in ground.answers:
            ground.answers[question] = question(ground)
        found: Answer = ground.answers[question]
        return found

    return answer


def routes(lived: Lived) -> Routes:
    """The routes of a journey as one persona lives it.

    >>> from carteblanche_journeys.graph.lived import live
    >>> from carteblanche_journeys.model import Atlas, Journey, Persona
    >>> steps = {"a": {"title": "A"}, "b": {"title": "B", "when": {"t": True}}}
    >>> never = Persona(name="Zoé", traits={"t": False})
    >>> routes(live(Journey(title="J'inscris", steps=steps), Atlas(), never)).order
    ('', 'a', 'b')
    """
    return ground(lived).routes
