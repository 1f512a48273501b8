"""A case that someone follows: the stretch, what the person carries on it, and the waits."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from carteblanche_journeys.diagnosis.books import Books
from carteblanche_journeys.diagnosis.clues.administrations import administrations
from carteblanche_journeys.diagnosis.clues.courier import Carrying
from carteblanche_journeys.graph import Handoff, Lived, handoffs
from carteblanche_journeys.model import Link, Step
from carteblanche_journeys.redesigns.rewriting.bodies import steps_after
from carteblanche_journeys.redesigns.rewriting.linking import with_links
from carteblanche_journeys.redesigns.rewriting.sending import without_ask
from carteblanche_journeys.redesigns.variant import Variant


def along(variant: Variant, first: str, last: str) -> frozenset[str]:
    """The steps between two, both named, side strands included: what a case owner follows."""
    return (steps_after(variant, first) | {first}) - steps_after(variant, last)


def passages_by_hand(variant: Variant, inside: Collection[str]) -> tuple[tuple[Handoff, ...], ...]:
    """For each life the handoffs on a stretch that the person carries.

    Where nobody says who carries it, a piece that the person has to bring there says it.
    """
    return tuple(
        tuple(_by_hand(life, inside, {one.asked_at for one in brought}))
        for life, brought in _brought(variant)
    )


def _by_hand(life: Lived, inside: Collection[str], brought: set[str]) -> Iterator[Handoff]:
    for handoff in handoffs(life):
        on_it = handoff.source in inside and handoff.target in inside
        silent = handoff.carried is None and handoff.target in brought
        if on_it and (handoff.carried == "person" or silent):
            yield handoff


def _brought(variant: Variant) -> Iterator[tuple[Lived, tuple[Carrying, ...]]]:
    """For each life the pieces that the person carries from one body to another."""
    books = Books()
    apart = books.branches(variant.net).apart
    for life in variant.lives:
        yield life, books.carryings(life, apart)


def handed_over(variant: Variant, inside: Collection[str]) -> Variant:
    """The variant in which organisations carry the case on a stretch, and what may be shared.

    Administrations pass on what is not about someone's health: it is no longer asked of the
    person. All else the person still brings, though someone else sees to it that the case moves.
    """
    changed = {
        handoff.passages[-1].id: handoff
        for found in passages_by_hand(variant, inside)
        for handoff in found
    }
    shared = _shared(variant, {handoff.target for handoff in changed.values()})
    medical = {one.piece for _, brought in _brought(variant) for one in brought if one.medical}
    after = variant
    for passage in variant.net.passages:
        if passage.id in changed:
            after = _passed_on(after, passage.source, passage.link, shared, medical)
    for step, pieces in sorted(shared.items()):
        after = without_ask(after, step, pieces)
    return after


def _shared(variant: Variant, targets: Collection[str]) -> dict[str, tuple[str, ...]]:
    """For each step that the case comes to, the pieces that the body before may pass on there."""
    found: dict[str, dict[str, None]] = {}
    for life, brought in _brought(variant):
        for one in brought:
            both = (one.giver.organisation, one.asker.organisation)
            public = len(administrations(both, life.atlas)) == len(both)
            if one.asked_at in targets and public and not one.medical and one.certain:
                found.setdefault(one.asked_at, {})[one.piece] = None
    return {step: tuple(pieces) for step, pieces in found.items()}


def _passed_on(
    variant: Variant,
    step: str,
    link: Link,
    shared: dict[str, tuple[str, ...]],
    medical: Collection[str],
) -> Variant:
    every = dict.fromkeys((*link.carries, *shared.get(link.to, ())))
    carries = tuple(one for one in every if one not in medical)
    changes = {"carried": "organisation", "carries": carries, "acknowledged": True}
    out = (
        one.model_copy(update=changes) if one is link or one == link else one
        for one in variant.steps[step].next or ()
    )
    return with_links(variant, step, out)


def announced(variant: Variant, inside: Collection[str]) -> Variant:
    """The variant in which, on a stretch, the person is told how long each wait lasts."""
    return variant.with_steps(
        one if name not in inside else _told(one) for name, one in variant.steps.items()
    )


def _told(step: Step) -> Step:
    ways = tuple(
        way
        if way.wait is None
        else way.model_copy(update={"wait": way.wait.model_copy(update={"announced": True})})
        for way in step.ways
    )
    wait = step.wait and step.wait.model_copy(update={"announced": True})
    return (
        step
        if (ways, wait) == (step.ways, step.wait)
        else step.model_copy(update={"ways": ways, "wait": wait})
    )
