"""What one life allows: what can be granted, whom one can talk to, where one can get."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from carteblanche_journeys.diagnosis.clues.desert import faraway
from carteblanche_journeys.graph import Lived, LivedStep
from carteblanche_journeys.graph.lived import ONLINE_ALONE
from carteblanche_journeys.measures import Parameters
from carteblanche_journeys.measures.withheld import withheld
from carteblanche_journeys.model import Person, Way, actor_of, schemes_of

#: Channels that someone who is not online does not have.
ONLINE = frozenset(("online", "email"))
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


def unable(person: Person | None) -> bool:
    """Whether nobody may count on someone being online: ease below 2, or unknown."""
    return person is not None and (person.online is None or person.online < ONLINE_ALONE)


def newly_online(before: Lived, after: Lived) -> Iterator[str]:
    """Steps that someone unable would do online after some moves, and did not before.

    What such a step spares is no help to that persona; where somebody does it for them it is.
    """
    for name, one in after.steps.items():
        way = one.way
        if way is None or way.channel not in ONLINE or way.done_by is not None:
            continue
        if unable(after.persona.person(one.step.actor)):
            origins = one.step.comes_from or ()
            ways = [before.steps[origin].way for origin in origins if origin in before.steps]
            if not any(was is not None and was.channel in ONLINE for was in ways):
                yield name
