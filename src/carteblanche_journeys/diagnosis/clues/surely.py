"""Which steps a persona lives for sure, and which only for want of knowing better."""

from __future__ import annotations

from carteblanche_journeys.graph import Lived, Passage, starts
from carteblanche_journeys.model import holds


def surely_lived(lived: Lived) -> frozenset[str]:
    """The steps that no condition on which the persona is silent leads to or lets them pass by.

    A branch of a choice is lived by some, and counts; a link or a step whose `when` tests what
    the persona does not say is only assumed to apply, and so is what one reaches by it alone.
    O(steps + links).

    >>> from carteblanche_journeys.graph import live
    >>> from carteblanche_journeys.model import Atlas, Journey, Persona
    >>> link = {"to": "b", "when": {"age": 3}}
    >>> steps = {"a": {"title": "A", "next": [link]}, "b": {"title": "B"}}
    >>> journey = Journey(title="J'attends", steps=steps)
    >>> sorted(surely_lived(live(journey, Atlas(), Persona(name="Zoé"))))
    ['a']
    """
    arriving: dict[str, list[Passage]] = {}
    for passage in lived.passages:
        if not passage.link.back:
            arriving.setdefault(passage.target, []).append(passage)
    begins = starts(lived.net)
    sure = set[str]()
    for name in lived.steps:
        ways = arriving.get(name, [])
        led = any(one.source in sure and _holds(one, lived) for one in ways)
        if led or (not ways and name in begins):
            sure.add(name)
    return frozenset(step for step in sure if lived.steps[step].concerned)


def _holds(passage: Passage, lived: Lived) -> bool:
    return bool(holds(passage.link.when, lived.persona.traits))
