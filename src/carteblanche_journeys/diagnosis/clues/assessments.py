"""Assessments of one subject that a person goes through, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from carteblanche_journeys.graph import Body, Lived
from carteblanche_journeys.measures.tellings import yields_of
from carteblanche_journeys.model import asks_of, holds


@dataclass(frozen=True, slots=True)
class Assessment:
    """One step at which a body assesses something.

    Parameters
    ----------
    subject
        What is assessed; None where nobody says.
    about
        Who is assessed.
    """

    step: str
    body: Body
    piece: str
    subject: str | None
    about: str


def assessments(lived: Lived) -> Iterator[Assessment]:
    """Every assessment on the way of a persona, in reading order.

    Of a step without a body, the body that issues the piece assesses.
    """
    for name, one in lived.steps.items():
        for piece in yields_of(one):
            known = lived.atlas.evidence.get(piece)
            if known is not None and known.kind == "assessment":
                issuer = known.issuer if known.issuer != "person" else None
                body = one.body or (Body(issuer) if issuer else None)
                if body is not None:
                    yield Assessment(name, body, piece, known.subject, known.about or "person")


def assessed_again(
    every: tuple[Assessment, ...], lived: Lived, apart: Callable[[str, str], bool]
) -> tuple[Assessment, ...]:
    """Of assessments of one subject, those that several bodies make of one person.

    An assessment that builds on an earlier one is none more: the piece is asked for there, or
    an organisation has passed it on. Steps on different branches of a choice are not lived by
    one person.

    Parameters
    ----------
    apart
        Whether nobody lives both of two steps.
    """
    passed = _passed(lived)
    known: set[str] = set()
    kept: list[Assessment] = []
    for one in every:
        if not (known & (_asked(one.step, lived) | passed.get(one.body, frozenset()))):
            kept.append(one)
        known.add(one.piece)
    several = any(
        one.body != other.body and not apart(one.step, other.step) for one, other in pairwise(kept)
    )
    return tuple(kept) if several else ()


def _asked(step: str, lived: Lived) -> frozenset[str]:
    one, traits = lived.steps[step], lived.persona.traits
    asks = asks_of(one.step, one.way)
    return frozenset(p for ask in asks if holds(ask.when, traits) is not False for p in ask.pieces)


def _passed(lived: Lived) -> Mapping[Body, frozenset[str]]:
    """The pieces that organisations pass on, by the body that gets them."""
    found: dict[Body, frozenset[str]] = {}
    for passage in lived.passages:
        receiver = lived.steps[passage.target].body
        if passage.link.carried == "organisation" and receiver is not None:
            found[receiver] = found.get(receiver, frozenset()).union(passage.link.carries)
    return found
