"""Handoffs: where the case changes body, who carries it, and with what."""

from __future__ import annotations

from dataclasses import dataclass

from carteblanche_journeys.graph.bodies import Body
from carteblanche_journeys.graph.kept import kept
from carteblanche_journeys.graph.links import Passage
from carteblanche_journeys.graph.lived import Lived
from carteblanche_journeys.model.steps import Carried


@dataclass(frozen=True, slots=True)
class Handoff:
    """One passage of a case from a body to another.

    Parameters
    ----------
    source, target
        The last step at the first body and the first step at the second.
    before, after
        The two bodies.
    passages
        The links between, through steps that the person does alone.
    """

    source: str
    target: str
    before: Body
    after: Body
    passages: tuple[Passage, ...]

    @property
    def carried(self) -> Carried | None:
        """Who carries the case: what the links say, the last word first; None if nobody says."""
        said = [p.link.carried for p in self.passages if p.link.carried is not None]
        return said[-1] if said else None

    @property
    def carries(self) -> tuple[str, ...]:
        """The evidence and facts that go along."""
        return tuple(dict.fromkeys(name for p in self.passages for name in p.link.carries))

    @property
    def acknowledged(self) -> bool | None:
        """Whether someone confirms that the case has arrived; None if nobody says."""
        said = [p.link.acknowledged for p in self.passages if p.link.acknowledged is not None]
        return said[-1] if said else None


#: For each body met on the way to a step, the step where it was met and the links since.
_Trail = dict[Body, tuple[str, tuple[Passage, ...]]]


@kept
def handoffs(lived: Lived) -> tuple[Handoff, ...]:
    """Every handoff of a journey as a persona lives it, in reading order.

    A handoff is where the body changes between a step and the next one that has a body,
    looking through what the person does alone. Links that go back are not handoffs, nor links
    on which nothing passes (`carried: none`). Where several trails reach a step from one
    body, the shortest counts.
    """
    trails: dict[str, _Trail] = {}
    found: list[Handoff] = []
    arriving: dict[str, list[Passage]] = {}
    for passage in lived.passages:
        if not passage.link.back:
            arriving.setdefault(passage.target, []).append(passage)
    for name, step in lived.steps.items():
        trail = _arrive(arriving.get(name, []), trails)
        here = step.body if step.concerned is not False else None
        if here is not None:
            found.extend(_handoffs(name, here, trail))
            trail = {here: (name, ())}
        trails[name] = trail
    return tuple(found)


def _arrive(passages: list[Passage], trails: dict[str, _Trail]) -> _Trail:
    merged: _Trail = {}
    for passage in passages:
        for before, (source, since) in trails.get(passage.source, {}).items():
            longer = (*since, passage)
            if before not in merged or len(merged[before][1]) > len(longer):
                merged[before] = (source, longer)
    return merged


def _handoffs(name: str, here: Body, trail: _Trail) -> list[Handoff]:
    made = [
        Handoff(source, name, before, here, passages)
        for before, (source, passages) in trail.items()
        if before != here
    ]
    return [handoff for handoff in made if handoff.carried != "none"]
