"""What one life allows: what can be granted, whom one can talk to, where one can get."""

from __future__ import annotations

from math import inf

from carteblanche_journeys.diagnosis.clues.desert import faraway
from carteblanche_journeys.graph import Lived, LivedStep
from carteblanche_journeys.measures import Parameters
from carteblanche_journeys.measures.withheld import withheld
from carteblanche_journeys.model import Way, actor_of, schemes_of

#: Channels on which one meets, or talks to, somebody.
_HUMAN = frozenset(("on-site", "phone", "stop", "home"))


def granted(lived: Lived) -> frozenset[str]:
    """The schemes that a persona pursues and can be granted; the nameless one is empty.

    >>> from carteblanche_journeys.graph import live
    >>> from carteblanche_journeys.model import Atlas, Journey, Persona
    >>> steps = {"a": {"title": "Given", "kind": "outcome", "result": "granted", "scheme": "apa"}}
    >>> sorted(granted(live(Journey(title="X", steps=steps), Atlas(), Persona(name="Zoé"))))
    ['apa']
    """
    real, needs = withheld(lived), lived.persona.needs
    return frozenset(
        scheme
        for one in real.steps.values()
        if one.step.result == "granted"
        for scheme in one.step.scheme or ("",)
        if not scheme or not needs or scheme in needs
    )


def met(lived: Lived) -> frozenset[str]:
    """The schemes about which a persona meets or calls somebody; empty for any at all."""
    return frozenset(
        scheme
        for one in lived.steps.values()
        if one.step.nature == "procedure" and _meets_somebody(one, lived)
        for scheme in ("", *schemes_of(one.step, lived.atlas))
    )


def _meets_somebody(one: LivedStep, lived: Lived) -> bool:
    actor = actor_of(one.step, lived.atlas)
    visited = actor is not None and actor.kind == "agent" and "assessment" in (
        one.step.presence or ()
    )  # fmt: skip
    return visited or any(map(_is_human, one.ways))


def _is_human(way: Way) -> bool:
    return way.counter is not None and way.done_by is None and way.channel in _HUMAN


def beyond_reach(lived: Lived, parameters: Parameters) -> frozenset[str]:
    """Steps that are closed to a persona, or to which it gets by no way of its own.

    Without a car and a known line one depends on being driven: the minutes are known, and yet
    there is no way.
    """
    return frozenset((*lived.closed, *(one.step for one in faraway(lived, parameters, inf))))
