"""A journey as one persona can live it: which steps, by which way, along which links.

The semantics are rules 1 to 3 of the walk: a choice is settled by the first condition that
holds, what the persona does not say stays possible, and a step without an open way is closed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from carteblanche_journeys.graph.bodies import Body, body
from carteblanche_journeys.graph.links import Passage
from carteblanche_journeys.graph.network import Network, network
from carteblanche_journeys.graph.routes import all_routes
from carteblanche_journeys.graph.strands import Strands
from carteblanche_journeys.model import (
    Atlas,
    Journey,
    Persona,
    Redesigned,
    Step,
    Way,
    holds,
    ways_of,
)
from carteblanche_journeys.model.values import EMPTY

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
    instead
        For steps that wait for all their strands: where one of its links is never taken, the
        links that exclude it, by one of which its strand has to come.
    awaited
        Steps to which a link leads that is never taken, though its strand exists: without
        others such a step is missed, and not merely none of this persona's business.
    """

    journey: Journey
    atlas: Atlas
    persona: Persona
    net: Network = field(repr=False)
    steps: Mapping[str, LivedStep] = field(repr=False)
    passages: tuple[Passage, ...] = field(repr=False)
    closed: tuple[str, ...] = ()
    instead: Mapping[str, tuple[tuple[Passage, ...], ...]] = field(default=EMPTY, repr=False)
    awaited: frozenset[str] = frozenset()

    @property
    def key(self) -> tuple[object, ...]:
        """What sets this life apart: two personas of equal key find the same faults."""
        return (
            tuple((name, one.ways, one.concerned) for name, one in self.steps.items()),
            tuple(passage.id for passage in self.passages),
            self.closed,
        )


def live(
    journey: Journey,
    atlas: Atlas,
    persona: Persona,
    net: Network | None = None,
    *,
    without: Collection[str] = (),
) -> Lived:
    """The journey as this persona can live it.

    Parameters
    ----------
    net
        The journey's network where it has been built already.
    without
        Steps that something else closes to this persona.

    >>> journey = Journey(title="J'inscris", steps={"a": {"title": "A"}, "b": {"title": "B"}})
    >>> list(live(journey, Atlas(), Persona(name="Jeanne")).steps)
    ['a', 'b']
    """
    net = net or network(journey)
    atlas = _atlas_of(net, atlas)
    walked = _Walked(net, persona)
    steps: dict[str, LivedStep] = {}
    closed: list[str] = []
    for name in net.order:
        if not walked.comes_to(name):
            walked.passes_over(name)
            continue
        every = _ways(name, net, atlas)
        lived = _live_step(journey.steps[name], every, atlas, persona)
        if lived is None or name in without:
            closed.append(name)
            continue
        steps[name] = lived
        walked.leaves(name, open_links(lived, net.out[name], persona))
    passages = tuple(p for p in net.passages if p.id in walked.taken and p.target in steps)
    instead = {name: found for name, found in walked.instead.items() if name in steps}
    awaited = frozenset(name for name in steps if walked.awaits(name))
    return Lived(journey, atlas, persona, net, steps, passages, tuple(closed), instead, awaited)


def _atlas_of(net: Network, atlas: Atlas) -> Atlas:
    """The atlas as the journey sees it: one for all lives of a journey in an atlas."""
    if not isinstance(net.journey, Redesigned):
        return atlas
    key = ("seen", id(atlas))
    if key not in net.shared:
        net.shared[key] = (atlas, atlas.seen_by(net.journey))
    seen: Atlas = net.shared[key][1]
    return seen


class _Walked:
    """What is known so far of the links of a journey, for one persona.

    A link can be taken, or is missed; or its strand does not exist for the persona, because a
    condition on a link beside others fails (rules 1 to 3). Nobody waits for such a strand.
    """

    def __init__(self, net: Network, persona: Persona) -> None:
        self._net = net
        self._persona = persona
        self._starts = net.starts
        self._strands = _strands(net)
        self.taken: set[str] = set()
        self.instead: dict[str, tuple[tuple[Passage, ...], ...]] = {}
        self._absent: set[str] = set()

    def comes_to(self, name: str) -> bool:
        """Rule 2: at least one link in is taken; with `join: all`, every strand can be."""
        if name in self._starts:
            return True
        arrivals = self._net.forward_in(name)
        arrived = [passage for passage in arrivals if passage.id in self.taken]
        if self._strands is None or self._net.journey.steps[name].join == "any" or not arrived:
            return bool(arrived)
        gone = [passage for passage in arrivals if self._is_absent(passage)]
        instead = tuple(
            self._excluding(passage, arrived)
            for passage in arrivals
            if self._is_missed(passage) and not self._excluding(passage, gone)
        )
        if instead:
            self.instead[name] = instead
        return all(instead)

    def _excluding(self, passage: Passage, others: Iterable[Passage]) -> tuple[Passage, ...]:
        """Links into the same step that nobody takes who takes this one."""
        strands = self._strands
        return tuple(p for p in others if strands is not None and strands.exclude(passage, p))

    def awaits(self, name: str) -> bool:
        """Whether a link leads to a step that is never taken, though its strand exists."""
        return any(map(self._is_missed, self._net.forward_in(name)))

    def _is_missed(self, passage: Passage) -> bool:
        return passage.id not in self.taken and not self._is_absent(passage)

    def _is_absent(self, passage: Passage) -> bool:
        """Whether a strand does not exist; a step that waits for all counts no shut link in."""
        shut = holds(passage.link.when, self._persona.traits) is False
        waits = self._net.journey.steps[passage.target].join == "all"
        return (waits and shut) or passage.id in self._absent

    def passes_over(self, name: str) -> None:
        """Without a step, what follows is missed, or does not exist if no strand leads to it."""
        apart = holds(self._net.journey.steps[name].when, self._persona.traits) is False
        if apart or all(map(self._is_absent, self._net.forward_in(name))):
            self._absent.update(passage.id for passage in self._net.out[name])

    def leaves(self, name: str, taken: tuple[Passage, ...]) -> None:
        """After a step some links can be taken; of strands beside them, some do not exist."""
        self.taken.update([passage.id for passage in taken])
        if self._net.journey.steps[name].kind == "choice":
            return
        for passage in self._net.out[name]:
            when = passage.link.when
            if when and holds(when, self._persona.traits) is False:
                self._absent.add(passage.id)


def _strands(net: Network) -> Strands | None:
    """All strands of a journey, worked out once; None where no step waits for all of its own."""
    if "strands" not in net.shared:
        waits = any(step.join == "all" for step in net.journey.steps.values())
        net.shared["strands"] = Strands(all_routes(net), net.journey.steps) if waits else None
    found: Strands | None = net.shared["strands"]
    return found


def _ways(name: str, net: Network, atlas: Atlas) -> tuple[Way, ...]:
    """The ways of a step whoever lives it, worked out once for each journey and atlas."""
    key = ("ways", id(atlas))
    if key not in net.shared:
        net.shared[key] = (
            atlas,
            {n: ways_of(step, atlas) for n, step in net.journey.steps.items()},
        )
    found: tuple[Way, ...] = net.shared[key][1][name]
    return found


def _live_step(
    step: Step, every: tuple[Way, ...], atlas: Atlas, persona: Persona
) -> LivedStep | None:
    """A step as this persona lives it; None where it is closed, every way of it shut."""
    concerned = holds(step.when, persona.traits) if step.when else True
    ways = tuple(
        [way for way in every if is_open(way, step, persona) and serves(way, step, persona, atlas)]
    )
    if every and not ways and concerned is not False:
        return None
    return LivedStep(step, ways, concerned, body(step, ways[0] if ways else None, atlas))


def is_open(way: Way, step: Step, persona: Persona) -> bool:
    """Whether a persona can take a way; what is unknown leaves it open.

    >>> jeanne = Persona(name="Jeanne", people=[{"role": "aidee", "online": 0}])
    >>> is_open(Way(counter="caf", channel="online"), Step(title="Demander"), jeanne)
    False
    """
    if way.when and holds(way.when, persona.traits) is False:
        return False
    if way.channel != "online" or way.done_by is not None:
        return True
    person = persona.person(step.actor)
    return person is None or person.online is None or person.online >= ONLINE_ALONE


def serves(way: Way, step: Step, persona: Persona, atlas: Atlas) -> bool:
    """Whether the counter of a way is for people of this persona's commune.

    Some places name the communes that they serve (`served`): where all of a counter's do, and
    none names theirs, people of other communes have to go another way. What is unknown serves.

    >>> stop = {"commune": "bourg", "served": ["bourg"]}
    >>> atlas = Atlas(counters={"bus": {"name": "Bus", "owner": "caf", "places": [stop]}})
    >>> odette = Persona(name="Odette", people=[{"commune": "hameau"}])
    >>> serves(Way(counter="bus", channel="stop"), Step(title="Demander"), odette, atlas)
    False
    """
    counter = atlas.counters.get(way.counter or "")
    if counter is None or not counter.places or way.channel not in ("on-site", "stop", None):
        return True
    if any(not place.served for place in counter.places):
        return True
    person = persona.person(step.actor)
    home = person.commune if person is not None else None
    return home is None or any(home in place.served for place in counter.places)


def open_links(lived: LivedStep, out: tuple[Passage, ...], persona: Persona) -> tuple[Passage, ...]:
    """The links out of a lived step that this persona may take (rule 1)."""
    if len(out) == 1 and lived.step.kind != "choice" and not (out[0].link.when or out[0].link.way):
        return out  # by far the most frequent
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
