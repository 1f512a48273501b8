"""A variant: a journey under redesign, with the atlas as it alone sees it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from carteblanche_journeys.graph import Lived, Network, Passage, links, live, network
from carteblanche_journeys.model import Atlas, Journey, Link, Persona, Redesigned, Step
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.values import Named


@dataclass(frozen=True, eq=False)
class Variant:
    """A journey under redesign; every change gives a new one.

    Parameters
    ----------
    journey
        The journey so far. All its links are written out, and every step and link says what
        it comes from.
    base
        The atlas without what the redesign adds.
    """

    journey: Redesigned
    base: Atlas = field(repr=False)

    @cached_property
    def atlas(self) -> Atlas:
        """The atlas as this journey sees it."""
        return self.base.seen_by(self.journey)

    @property
    def steps(self) -> Mapping[str, Step]:
        """The steps so far, by id, in file order."""
        return self.journey.steps

    @property
    def personas(self) -> tuple[Persona, ...]:
        """For whom the journey is."""
        return self.base.personas_of(self.journey)

    @cached_property
    def net(self) -> Network:
        """The graph of the journey so far."""
        return network(self.journey)

    @cached_property
    def lives(self) -> tuple[Lived, ...]:
        """The journey as each of its personas lives it."""
        return tuple(live(self.journey, self.atlas, one, self.net) for one in self.personas)

    def passages_into(self, step: str) -> tuple[Passage, ...]:
        """The links into a step, those that go back too."""
        return self.net.into[step]

    def passages_out(self, step: str) -> tuple[Passage, ...]:
        """The links out of a step, those that go back too."""
        return self.net.out[step]

    def with_journey(self, **fields: Any) -> Variant:
        """The same with other fields of the journey, which must be valid already."""
        return Variant(self.journey.model_copy(update=fields), self.base)

    def with_steps(self, steps: Mapping[str, Step] | Iterable[Step]) -> Variant:
        """The same with all its steps replaced, in this order; it keeps in mind which went."""
        every = steps.values() if isinstance(steps, Mapping) else steps
        kept = FrozenMap({step.id: step for step in every})
        had = dict.fromkeys((*self.journey.gone, *self.steps))
        return self.with_journey(steps=kept, gone=tuple(name for name in had if name not in kept))

    def with_step(self, *changed: Step) -> Variant:
        """The same with steps changed in place; those it does not have yet come last."""
        return self.with_steps({**self.steps, **{step.id: step for step in changed}})

    def with_things(self, shelf: str, *things: Named) -> Variant:
        """The same with things of its own on a shelf of the atlas, such as `counters`."""
        return self.with_journey(additions=self.journey.additions.with_things(shelf, *things))

    def without_counters(self, *names: str) -> Variant:
        """The same without counters: nothing of the journey may meet them any more."""
        return self.with_journey(additions=self.journey.additions.without_counters(*names))


def begin(journey: Journey, atlas: Atlas, name: str = "") -> Variant:
    """A journey as the variant from which a redesign starts.

    Its links are written out, so that steps may come and go without file order meaning
    something else; steps and links say that they come from themselves.

    Parameters
    ----------
    name
        The id of the journey to be; left out, that of the journey.

    >>> steps = {"a": {"title": "A"}, "b": {"title": "B"}}
    >>> made = begin(Journey(id="x/as-is", title="X", steps=steps), Atlas())
    >>> made.steps["a"].next[0].comes_from, made.steps["b"].comes_from
    (('a->b',), ('b',))
    """
    out: dict[str, list[Link]] = {step: [] for step in journey.steps}
    for passage in links(journey):
        out[passage.source].append(_own(passage))
    steps = {name: _begun(step, out[name]) for name, step in journey.steps.items()}
    fields = {field: getattr(journey, field) for field in journey.model_fields_set}
    fields |= {"id": name or journey.id, "steps": FrozenMap(steps)}
    return Variant(Redesigned.model_construct(**_complete(fields)), atlas)


def _own(passage: Passage) -> Link:
    if passage.link.comes_from is not None:
        return passage.link
    return passage.link.model_copy(update={"comes_from": (passage.id,)})


def _begun(step: Step, out: list[Link]) -> Step:
    said = {"next": tuple(out)}
    if step.comes_from is None:
        return step.model_copy(update={**said, "comes_from": (step.id,)})
    return step.model_copy(update=said)


def _complete(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Every field of a redesigned journey: those given, else as they are by default."""
    defaults = {name: info.get_default() for name, info in Redesigned.model_fields.items()}
    return {**defaults, **fields}
