"""A journey as one persona can live it: which steps, by which way, along which links.

The semantics are rules 1 to 3 of the walk: a choice is settled by the first condition that
holds, what the persona does not say stays possible, and a step without an open way is closed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from carteblanche_journeys.graph.bodies import Body, body
from carteblanche_journeys.graph.links import Passage
from carteblanche_journeys.graph.network import (
    ENTRY,
    Network,
    dominators,
    network,
    order,
    starts,
)
from carteblanche_journeys.model import Atlas, Journey, Persona, Step, Way, holds, ways_of

#: Ease online from which someone can use an online counter alone (model, "Persona").
ONLINE_ALONE = 2


@dataclass(frozen=True, slots=True)
class LivedStep:
    """One step as this persona lives it.

    Parameters
    ----------
    step
        The step as written.
    ways
        Ways open to the persona in file order; empty where the step has none to choose from.
    concerned
        False where the persona passes by; None where nobody knows, and it is assumed to apply.
    body
        The organisation that answers, or None for what the person does alone.
    """

    step: Step
    ways: tuple[Way, ...]
    concerned: bool | None
    body: Body | None

    @property
    def way(self) -> Way | None:
        """The way taken: the first that is open."""
        return self.ways[0] if self.ways else None


@dataclass(frozen=True, eq=False)
class Lived:
    """A journey restricted to what one persona can live, in reading order.

    Parameters
    ----------
    steps
        Lived steps by id, in reading order; those passed by are among them.
    passages
        Links that can be taken, in the order of the journey's links.
    closed
        Steps reached that have no way open to this persona.
    """

    journey: Journey
    atlas: Atlas
    persona: Persona
    net: Network = field(repr=False)
    steps: Mapping[str, LivedStep] = field(repr=False)
    passages: tuple[Passage, ...] = field(repr=False)
    closed: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """What sets this life apart: two personas of equal key find the same faults."""
        return (
            tuple((name, one.ways, one.concerned) for name, one in self.steps.items()),
            tuple(passage.id for passage in self.passages),
            self.closed,
        )


def live(journey: Journey, atlas: Atlas, persona: Persona, net: Network | None = None) -> Lived:
    """The journey as this persona can live it.

    Parameters
    ----------
    net
        The journey's network where it has been built already.

    >>> journey = Journey(title="J'inscris", steps={"a": {"title": "A"}, "b": {"title": "B"}})
    >>> list(live(journey, Atlas(), Persona(name="Jeanne")).steps)
    ['a', 'b']
    """
    net = net or network(journey)
    roots = set(starts(net))
    doms = dominators(net) if any(s.join == "all" for s in journey.steps.values()) else {}
    steps: dict[str, LivedStep] = {}
    taken: dict[str, Passage] = {}
    closed: list[str] = []
    for name in order(journey, net):
        step = journey.steps[name]
        if name not in roots and not _starts(name, net, taken, persona, doms):
            continue
        lived = _live_step(step, atlas, persona)
        if _is_closed(lived, atlas):
            closed.append(name)
            continue
        steps[name] = lived
        taken.update((p.id, p) for p in open_links(lived, net.out[name], persona))
    passages = tuple(p for p in net.passages if p.id in taken and p.target in steps)
    return Lived(journey, atlas, persona, net, steps, passages, tuple(closed))


def _starts(
    name: str,
    net: Network,
    taken: Mapping[str, Passage],
    persona: Persona,
    doms: Mapping[str, str],
) -> bool:
    """Rule 2: at least one link in is taken; with `join: all`, every strand is."""
    arrivals = net.forward_in(name)
    arrived = [passage for passage in arrivals if passage.id in taken]
    if net.journey.steps[name].join == "any" or not arrived:
        return bool(arrived)
    expected = [p for p in arrivals if holds(p.link.when, persona.traits) is not False]
    return all(
        passage.id in taken or any(_exclude(passage, other, net, doms) for other in arrived)
        for passage in expected
    )


def _exclude(one: Passage, other: Passage, net: Network, doms: Mapping[str, str]) -> bool:
    """Whether two links in come from different branches of one choice: a single strand."""
    above = [one.source]
    while above[-1] in doms:
        above.append(doms[above[-1]])
    meeting, known = other.source, set(above)
    while meeting not in known and meeting in doms:
        meeting = doms[meeting]
    step = net.journey.steps.get(meeting)
    return meeting != ENTRY and step is not None and step.kind == "choice"


def _live_step(step: Step, atlas: Atlas, persona: Persona) -> LivedStep:
    concerned = holds(step.when, persona.traits) if step.when else True
    ways = tuple(way for way in ways_of(step, atlas) if is_open(way, step, persona))
    return LivedStep(step, ways, concerned, body(step, ways[0] if ways else None, atlas))


def _is_closed(lived: LivedStep, atlas: Atlas) -> bool:
    return lived.concerned is not False and not lived.ways and bool(ways_of(lived.step, atlas))


def is_open(way: Way, step: Step, persona: Persona) -> bool:
    """Whether a persona can take a way; what is unknown leaves it open.

    >>> jeanne = Persona(name="Jeanne", people=[{"role": "aidee", "online": 0}])
    >>> is_open(Way(counter="caf", channel="online"), Step(title="Demander"), jeanne)
    False
    """
    if holds(way.when, persona.traits) is False:
        return False
    if way.channel != "online" or way.done_by is not None:
        return True
    person = persona.person(step.actor)
    return person is None or person.online is None or person.online >= ONLINE_ALONE


def open_links(lived: LivedStep, out: tuple[Passage, ...], persona: Persona) -> tuple[Passage, ...]:
    """The links out of a lived step that this persona may take (rule 1)."""
    fitting = [p for p in out if _fits_way(p, lived)]
    if lived.step.kind != "choice":
        return tuple(p for p in fitting if holds(p.link.when, persona.traits) is not False)
    always = [p for p in fitting if p.link.always]
    return tuple(_branches([p for p in fitting if not p.link.always], persona) + always)


def _fits_way(passage: Passage, lived: LivedStep) -> bool:
    wanted = passage.link.way
    if wanted is None or lived.way is None:
        return True
    shared = [way for way in lived.ways if way.share is not None] or [lived.way]
    return any(wanted in (way.channel, way.counter, way.done_by) for way in shared)


def _branches(branches: list[Passage], persona: Persona) -> list[Passage]:
    """The branches that stay possible: up to and with the first whose condition holds."""
    possible: list[Passage] = []
    for passage in branches:
        answer = holds(passage.link.when, persona.traits) if passage.link.when else None
        if answer is not False:
            possible.append(passage)
        if answer is True:
            return [p for p in possible if p.link.when]
    return possible
