"""What each organisation knows before each step of a journey, as one persona lives it."""

from __future__ import annotations

from functools import cached_property

from carteblanche_journeys.graph import Body, Lived
from carteblanche_journeys.measures.before import Before
from carteblanche_journeys.measures.tellings import (
    Telling,
    carried_facts,
    held_by,
    issued_facts,
    tellings,
)
from carteblanche_journeys.model import all_asks, all_yields


class Knowing:
    """The facts that organisations hold before steps; made by `knowing`.

    A fact is known once it may have been learnt: on some way to the step, in some strand that
    is over. What is told on a branch that excludes the step is not known there.
    """

    def __init__(self, lived: Lived) -> None:
        self._lived = lived
        #: Which steps come before which.
        self.before = Before(lived)
        #: Every telling of the journey, in reading order.
        self.tellings: tuple[Telling, ...] = tuple(tellings(lived))
        self._held: dict[str, frozenset[str]] = {}
        self._masks: dict[Body | str, int] = {}
        self._decoded: dict[int, frozenset[str]] = {0: frozenset()}

    def knows(self, who: Body | str, step: str) -> frozenset[str]:
        """The facts that a body, or any body of an organisation, holds before a step.

        Parameters
        ----------
        who
            A body; or an organisation, whatever its place.
        step
            A step of the journey as this persona lives it.

        Of an organisation that is many, what it holds beforehand (`held_by`) is held by some
        of its bodies: by a body whose place is said, nobody knows, and it does not count. Two
        bodies of one name are the same where a place is not said.
        """
        learnt = self._before.get(step, 0) & self._mask(who)
        return self._decode(learnt) | self._beforehand(who)

    def comes_before(self, one: str, other: str) -> bool:
        """Whether some way leads forward from one step to another."""
        return self.before.comes_before(one, other)

    @cached_property
    def _bits(self) -> dict[tuple[Body, str], int]:
        """A bit for each body and fact it learns."""
        learnt = [(learner, facts) for _, learner, facts in self._lessons]
        pairs = dict.fromkeys((learner, fact) for learner, facts in learnt for fact in facts)
        return {pair: 1 << at for at, pair in enumerate(pairs)}

    @cached_property
    def _lessons(self) -> tuple[tuple[str, Body, tuple[str, ...]], ...]:
        """What is learnt at steps and on links: where, by whom, which facts."""
        told = [(telling.step, telling.body, telling.facts) for telling in self.tellings]
        return (*told, *carried_facts(self._lived), *issued_facts(self._lived))

    @cached_property
    def _gained(self) -> dict[str, int]:
        """What bodies learn at each step and on each link, as bits."""
        gained: dict[str, int] = {}
        for where, learner, facts in self._lessons:
            for fact in facts:
                gained[where] = gained.get(where, 0) | self._bits[learner, fact]
        return gained

    @cached_property
    def _before(self) -> dict[str, int]:
        """What all bodies have learnt before each step, as bits: one sweep forward."""
        before: dict[str, int] = {}
        gained = self._gained
        for name, passages in self.before.arriving.items():
            known = 0
            for passage in passages:
                source = passage.source
                known |= before.get(source, 0) | gained.get(source, 0) | gained.get(passage.id, 0)
            before[name] = known
        return before

    @cached_property
    def _learners(self) -> dict[str, list[tuple[Body, int]]]:
        """For each organisation its bodies, with a bit for each fact they learn."""
        learners: dict[str, list[tuple[Body, int]]] = {}
        for (learner, _), bit in self._bits.items():
            learners.setdefault(learner.organisation, []).append((learner, bit))
        return learners

    def _mask(self, who: Body | str) -> int:
        if who not in self._masks:
            organisation = who if isinstance(who, str) else who.organisation
            learners = self._learners.get(organisation, [])
            self._masks[who] = sum(bit for learner, bit in learners if _is(learner, who))
        return self._masks[who]

    @cached_property
    def _facts(self) -> list[str]:
        return [fact for _, fact in self._bits]

    def _decode(self, bits: int) -> frozenset[str]:
        if bits not in self._decoded:
            facts, left = set(), bits
            while left:
                facts.add(self._facts[(left & -left).bit_length() - 1])
                left &= left - 1
            self._decoded[bits] = frozenset(facts)
        return self._decoded[bits]

    def _beforehand(self, who: Body | str) -> frozenset[str]:
        organisation, place = (who, "") if isinstance(who, str) else (who.organisation, who.place)
        if place:
            return frozenset()
        if organisation not in self._held:
            made = self._made_here
            self._held[organisation] = frozenset(held_by(organisation, self._lived.atlas, made))
        return self._held[organisation]

    @cached_property
    def _made_here(self) -> frozenset[str]:
        """Pieces that come to be on the way of someone: yielded, or passed on and never asked."""
        steps = self._lived.journey.steps.values()
        made = {piece for step in steps for piece in all_yields(step)}
        asked = {piece for step in steps for ask in all_asks(step) for piece in ask.pieces}
        carried = {piece for p in self._lived.net.passages for piece in p.link.carries}
        return frozenset(made | (carried - asked))


def knowing(lived: Lived) -> Knowing:
    """What each organisation knows before each step (model, "Knowing").

    Facts and pieces of evidence that it holds beforehand (`held_by`, else the issuer), facts
    told or proved to it at earlier steps, facts that organisations pass on to it. Worked out
    when first asked for, in one sweep over the links: O(steps x links) bits.

    >>> from carteblanche_journeys.graph import live
    >>> from carteblanche_journeys.model import Atlas, Journey, Persona
    >>> atlas = Atlas(
    ...     organisations={"caf": {"name": "CAF"}},
    ...     counters={"caf": {"name": "CAF", "owner": "caf"}},
    ... )
    >>> steps = {
    ...     "a": {"title": "Raconter", "at": "caf", "tells": ["histoire"]},
    ...     "b": {"title": "Recommencer", "at": "caf", "tells": ["histoire"]},
    ... }
    >>> known = knowing(live(Journey(title="J'écris", steps=steps), atlas, Persona(name="Zoé")))
    >>> sorted(known.knows("caf", "a")), sorted(known.knows("caf", "b"))
    ([], ['histoire'])
    """
    return Knowing(lived)


def _is(learner: Body, who: Body | str) -> bool:
    if isinstance(who, str):
        return learner.organisation == who
    same = learner.organisation == who.organisation
    return same and (learner.place == who.place or not learner.place or not who.place)
