"""Who answers where, who has a piece before a step: asked of a variant, whoever lives it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from carteblanche_journeys.graph import Body, Passage, body
from carteblanche_journeys.measures.tellings import holders_of
from carteblanche_journeys.model import all_asks, all_yields, ways_of
from carteblanche_journeys.redesigns.variant import Variant


def bodies_at(variant: Variant, step: str) -> tuple[Body, ...]:
    """The bodies that may answer at a step, one for each of its ways; none if nobody does."""
    one = variant.steps[step]
    found = [body(one, way, variant.atlas) for way in ways_of(one, variant.atlas) or (None,)]
    return tuple(dict.fromkeys(here for here in found if here is not None))


def organisations_at(variant: Variant, step: str) -> tuple[str, ...]:
    """The organisations that may answer at a step, in the order of its ways."""
    return tuple(dict.fromkeys(one.organisation for one in bodies_at(variant, step)))


def organisations_met(variant: Variant, step: str) -> tuple[str, ...]:
    """The organisations that answer at a step to the personas of the journey, by their way.

    Those of any way where none of them comes there.
    """
    lived = (life.steps[step].body for life in variant.lives if step in life.steps)
    found = tuple(dict.fromkeys(here.organisation for here in lived if here is not None))
    return found or organisations_at(variant, step)


def steps_before(variant: Variant, step: str) -> frozenset[str]:
    """The steps from which some way leads forward to a step.

    >>> from carteblanche_journeys.model import Atlas, Journey
    >>> from carteblanche_journeys.redesigns.variant import begin
    >>> steps = {name: {"title": name} for name in "abc"}
    >>> sorted(steps_before(begin(Journey(title="X", steps=steps), Atlas()), "c"))
    ['a', 'b']
    """
    return _reached(step, lambda name: (p.source for p in variant.net.forward_in(name)))


def steps_after(variant: Variant, step: str) -> frozenset[str]:
    """The steps to which some way leads forward from a step."""
    return _reached(step, lambda name: (p.target for p in variant.net.forward_out(name)))


def _reached(step: str, onward: Callable[[str], Iterable[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = [step]
    while waiting:
        for name in onward(waiting.pop()):
            if name not in found:
                found.add(name)
                waiting.append(name)
    return frozenset(found)


def came_from(variant: Variant, passage: Passage) -> frozenset[str | None]:
    """The organisations just left on a link, through what the person does alone.

    None stands for nobody: the journey has begun without one.
    """
    found: set[str | None] = set()
    seen = {passage.source}
    waiting = [passage.source]
    while waiting:
        name = waiting.pop()
        here = organisations_at(variant, name)
        above = [p.source for p in variant.net.forward_in(name)]
        found.update(here or (() if above else (None,)))
        waiting += [one for one in above if not here and one not in seen]
        seen.update(above)
    return frozenset(found)


def gives(variant: Variant, piece: str, steps: Iterable[str]) -> tuple[str, ...]:
    """The organisations that yield a piece at one of these steps, in file order."""
    among = frozenset(steps)
    return tuple(
        dict.fromkeys(
            organisation
            for name, one in variant.steps.items()
            if name in among and piece in all_yields(one)
            for organisation in organisations_met(variant, name)
        )
    )


def keeps(variant: Variant, piece: str, steps: Iterable[str]) -> tuple[str, ...]:
    """The organisations that hold a piece, once these steps are done.

    A piece that the journey itself makes is held from then on, not beforehand.
    """
    known, among = variant.atlas.evidence[piece], frozenset(steps)
    made_at = [name for name, one in variant.steps.items() if piece in all_yields(one)]
    there = not made_at or any(name in among for name in made_at)
    return holders_of(known) if there else ()


def shown_to(variant: Variant, piece: str, steps: Iterable[str]) -> tuple[str, ...]:
    """The organisations to which a piece has been shown at one of these steps."""
    among = frozenset(steps)
    return tuple(
        dict.fromkeys(
            organisation
            for name, one in variant.steps.items()
            if name in among and any(piece in ask.pieces for ask in all_asks(one))
            for organisation in organisations_met(variant, name)
        )
    )


def got_at(variant: Variant, piece: str, steps: Iterable[str]) -> tuple[str, ...]:
    """The organisations to which another has passed a piece on, at one of these steps or before."""
    among = frozenset(steps)
    return tuple(
        dict.fromkeys(
            organisation
            for passage in variant.net.passages
            if passage.target in among and piece in passage.link.carries
            if passage.link.carried == "organisation"
            for organisation in organisations_met(variant, passage.target)
        )
    )


def who_has(variant: Variant, piece: str, step: str) -> tuple[str, ...]:
    """The organisations that have a piece before a step: who gave it, holds it, or has got it."""
    before = steps_before(variant, step)
    found = (
        *gives(variant, piece, before),
        *keeps(variant, piece, before),
        *shown_to(variant, piece, before),
        *got_at(variant, piece, before),
    )
    return tuple(dict.fromkeys(found))
