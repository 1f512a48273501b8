"""Pieces that go from one body to another without the person."""

from __future__ import annotations

from collections.abc import Iterable

from carteblanche_journeys.model import Link, Step, all_asks
from carteblanche_journeys.redesigns.rewriting.bodies import (
    came_from,
    organisations_at,
    steps_before,
)
from carteblanche_journeys.redesigns.rewriting.inserting import put_before
from carteblanche_journeys.redesigns.rewriting.linking import each_link
from carteblanche_journeys.redesigns.variant import Variant


def asked_at(variant: Variant, piece: str) -> tuple[str, ...]:
    """The steps at which a piece is asked, or would do, in file order."""
    return tuple(
        name
        for name, one in variant.steps.items()
        if any(piece in ask.pieces for ask in all_asks(one))
    )


def without_ask(variant: Variant, step: str, pieces: Iterable[str]) -> Variant:
    """The variant in which pieces are no longer asked at a step, whatever the way.

    An ask of any one of several goes too: one of them is there.
    """
    gone = frozenset(pieces)
    one = variant.steps[step]
    kept = tuple(ask for ask in one.asks if gone.isdisjoint(ask.pieces))
    ways = tuple(
        way
        if way.asks is None
        else way.model_copy(
            update={"asks": tuple(ask for ask in way.asks if gone.isdisjoint(ask.pieces))}
        )
        for way in one.ways
    )
    return variant.with_step(one.model_copy(update={"asks": kept, "ways": ways}))


def is_sent(variant: Variant, piece: str, step: str) -> bool:
    """Whether an organisation has passed a piece on to the body of a step, there or before."""
    receivers = frozenset(organisations_at(variant, step))
    before = steps_before(variant, step) | {step}
    return any(
        passage.link.carried == "organisation"
        and piece in passage.link.carries
        and passage.target in before
        and not receivers.isdisjoint(organisations_at(variant, passage.target))
        for passage in variant.net.passages
        if not passage.link.back
    )


def follows(variant: Variant, step: str, giver: str) -> bool:
    """Whether, on every link into a step, one comes straight from an organisation."""
    arriving = variant.net.forward_in(step)
    return bool(arriving) and all(came_from(variant, one) == {giver} for one in arriving)


def carried_on(variant: Variant, step: str, pieces: Iterable[str]) -> Variant:
    """The variant in which the links into a step are carried by an organisation, with pieces.

    Whoever exchanges hears whether it arrived, unless the journey says otherwise.
    """
    along = tuple(pieces)

    def change(_: str, link: Link) -> Link:
        if link.to != step or link.back:
            return link
        carries = tuple(dict.fromkeys((*link.carries, *along)))
        heard = True if link.acknowledged is None else link.acknowledged
        changes = {"carried": "organisation", "carries": carries, "acknowledged": heard}
        return link.model_copy(update=changes)

    return each_link(variant, change)


def sent(variant: Variant, step: str, pieces: Iterable[str], giver: str, exchange: Step) -> Variant:
    """The variant in which an organisation passes pieces on to the body of a step before it.

    Where one comes there straight from the giver and has nothing else to bring, the links that
    there are carry them. Else a step is put in before, at which the body gets them, so that the
    way of the case, and who carries that, stays as it was.

    Parameters
    ----------
    exchange
        The step to put in, done by the body that receives, without what follows it.
    """
    if follows(variant, step, giver) and not all_asks(variant.steps[step]):
        return carried_on(variant, step, pieces)
    made = exchange.model_copy(update={"next": (exchanged(step, pieces),)})
    return put_before(variant, step, made)


def exchanged(to: str, pieces: Iterable[str]) -> Link:
    """A new link on which an organisation passes pieces on; that it arrives is confirmed."""
    said = {"carried": "organisation", "carries": tuple(pieces), "acknowledged": True}
    return Link.model_validate({"to": to, **said, "comes_from": ()})
