"""Whether a piece may go from one body to another without the person."""

from __future__ import annotations

from collections.abc import Iterable

from carteblanche_journeys.diagnosis.clues.administrations import administrations
from carteblanche_journeys.model import Atlas, Evidence, all_asks
from carteblanche_journeys.redesigns.rewriting.bodies import (
    gives,
    keeps,
    organisations_at,
    steps_before,
)
from carteblanche_journeys.redesigns.variant import Variant


def exchanging(organisations: Iterable[str], atlas: Atlas) -> tuple[str, ...]:
    """Of these organisations, those that the law has exchange what they hold.

    State, local authorities, social security (CRPA, art. L. 100-3 and L. 114-8), and chambers of
    a trade: regulated bodies, each the only one of its name, that take requests in.
    """
    every = tuple(organisations)
    public = administrations(every, atlas)
    return tuple(one for one in every if one in public or _is_chamber(one, atlas))


def _is_chamber(organisation: str, atlas: Atlas) -> bool:
    """Whether it is one regulated body at whose counters requests are filed."""
    known = atlas.organisations.get(organisation)
    if known is None or known.kind != "professional" or known.many:
        return False
    own = (one for one in atlas.counters.values() if one.owner == organisation)
    return any(level != "informs" for one in own for level in one.competence.values())


def is_medical(piece: Evidence, atlas: Atlas) -> bool:
    """Whether a piece is about someone's health."""
    known = (atlas.facts.get(fact) for fact in piece.facts)
    return any(fact is not None and fact.sensitive == "health" for fact in known)


def shows_face(piece: Evidence, atlas: Atlas) -> bool:
    """Whether a piece shows who someone is: it is meant to be shown."""
    known = (atlas.facts.get(fact) for fact in piece.facts)
    return any(fact is not None and fact.type == "photo" for fact in known)


def is_own(variant: Variant, step: str, giver: str) -> bool:
    """Whether the giver is the one body that asks: its own files hold the piece."""
    known = variant.atlas.organisations.get(giver)
    alone = known is not None and not known.many
    return alone and organisations_at(variant, step) == (giver,)


def is_stale(variant: Variant, piece: str, step: str, giver: str) -> bool:
    """Whether a recent piece is asked, and the giver has only been shown one at some time."""
    asks = (ask for ask in all_asks(variant.steps[step]) if piece in ask.pieces)
    before = steps_before(variant, step)
    own = (*gives(variant, piece, before), *keeps(variant, piece, before))
    return giver not in own and any(ask.fresh is not None for ask in asks)
