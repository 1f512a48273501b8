"""Expected visits: how often each step of a journey is come to, on average over all people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from carteblanche_journeys.graph import Lived, course, ground
from carteblanche_journeys.measures.shares import share_of
from carteblanche_journeys.measures.sweep import Sweep
from carteblanche_journeys.measures.walk import Certainties, Walk, walk
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.values import EMPTY

__all__ = ["Visits", "share_of", "visits"]


@dataclass(frozen=True, eq=False)
class Visits:
    """How often each step is come to, and each link taken, by someone who goes to the end.

    Parameters
    ----------
    expected
        By step; a step that nothing can be said about is not there. Those whom a step does
        not concern come to it and pass by (`share_of`).
    taken
        By link.
    bounds
        Low and high of the steps whose number is no more than likely.
    unsettled
        Choices whose shares nobody knows: taken for equal, or all below them not said.
    assumed
        Ids of steps and links that apply only because the persona does not say they do not.
    trouble
        Structural rules that are broken in a way that keeps numbers from being said.
    returns
        For each loop, by the step it goes back to: how likely one goes round again.
    walk
        The walk that was swept; all who settle every link alike share that of one of them.
    sure
        Which steps are sure to lead to which.
    endless
        Loops that nobody leaves, by the step they go back to.
    """

    expected: Mapping[str, float]
    taken: Mapping[str, float] = field(default=EMPTY, repr=False)
    bounds: Mapping[str, tuple[float, float]] = field(default=EMPTY)
    unsettled: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    trouble: tuple[str, ...] = ()
    returns: Mapping[str, float] = field(default=EMPTY)
    walk: Walk | None = field(default=None, repr=False)
    sure: Certainties | None = field(default=None, repr=False)
    endless: tuple[str, ...] = ()
    #: What else follows from these numbers alone, worked out once.
    answers: dict[object, Any] = field(default_factory=dict, repr=False)

    def at(self, step: str) -> float | None:
        """Expected visits of a step; none where it is not lived, None where nobody can say."""
        if self.walk is not None and step not in self.walk.lived.steps:
            return 0.0
        return self.expected.get(step)


def visits(lived: Lived, *, defaults: bool = True) -> Visits:
    """How often each step of a lived journey is come to (model, "Expected visits").

    The visit ratios of a free-choice net, solved by sweeping its forward links, loops inside
    others first: no matrix, and time proportional to steps and links.

    Parameters
    ----------
    defaults
        Whether the branches of a choice whose shares nobody knows are taken for equal.

    >>> from carteblanche_journeys.graph import live
    >>> from carteblanche_journeys.model import Atlas, Journey, Persona
    >>> steps = {
    ...     "file": {"title": "File the papers"},
    ...     "complete": {
    ...         "title": "Complete?",
    ...         "kind": "choice",
    ...         "next": [{"to": "file", "back": True, "share": "20 %"}, "decision"],
    ...     },
    ...     "decision": {"title": "Read the decision"},
    ... }
    >>> lived = live(Journey(title="I ask for help", steps=steps), Atlas(), Persona(name="Zoé"))
    >>> dict(visits(lived).expected)
    {'file': 1.25, 'complete': 1.25, 'decision': 1.0}
    """
    shared = ground(lived).answers
    key = ("visits", defaults, course(lived))
    if key not in shared:
        shared[key] = _swept(walk(lived, defaults=defaults))
    found: Visits = shared[key]
    return found


def _swept(made: Walk) -> Visits:
    lived, likely = made.lived, Sweep(made).run()
    return Visits(
        _said(likely.found, lived.steps),
        _said(_taken(made, likely.found), (passage.id for passage in lived.passages)),
        _bounds(made, likely),
        tuple(
            name for name in lived.steps if name in made.settled and made.settled[name].unsettled
        ),
        _assumed(made),
        tuple(sorted(likely.trouble)),
        FrozenMap(likely.returning),
        made,
        likely.sure,
        tuple(likely.endless),
    )


def _said(numbers: Mapping[str, float], order: Iterable[str]) -> FrozenMap[str, float]:
    """The numbers that can be said, in order."""
    # A number that is not one differs from itself.
    return FrozenMap(
        {
            name: numbers[name]
            for name in order
            if name in numbers and numbers[name] == numbers[name]
        }
    )


def _taken(made: Walk, found: Mapping[str, float]) -> dict[str, float]:
    """Expected times that each link is taken."""
    return {
        passage.id: found[passage.source] and found[passage.source] * made.share(passage)
        for passage in made.lived.passages
        if passage.source in found
    }


def _bounds(made: Walk, likely: Sweep) -> FrozenMap[str, tuple[float, float]]:
    """Low and high, where some join is no more than likely."""
    if not likely.bounded:
        return EMPTY
    low, high = Sweep(made, "low").run().found, Sweep(made, "high").run().found
    wide = {name: (low[name], high[name]) for name in made.lived.steps if name in low}
    return FrozenMap({name: (least, most) for name, (least, most) in wide.items() if least < most})


def _assumed(made: Walk) -> tuple[str, ...]:
    """Steps and links that hold only because the persona does not say that they do not."""
    found: list[str] = []
    for name, one in made.lived.steps.items():
        if one.concerned is None and one.step.share is None:
            found.append(name)
        if name in made.settled:
            found.extend(made.settled[name].assumed)
    return tuple(found)
