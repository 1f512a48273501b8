"""Pieces that are asked for although no decision reads what they show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from carteblanche_journeys.diagnosis.clues.repeats import is_blank
from carteblanche_journeys.graph import Lived
from carteblanche_journeys.measures import Request, requests
from carteblanche_journeys.model import Atlas, schemes_of
from carteblanche_journeys.model.schemes import ReadGroup, Scheme

#: Whether what a piece shows is read: nothing of it; only a name; or nobody knows.
Verdict = Literal["unread", "name-only", "unknown"]


@dataclass(frozen=True, slots=True)
class Unread:
    """A piece that one asks for at a step, for a scheme that does not seem to need it."""

    request: Request
    scheme: str
    verdict: Verdict


def unread(lived: Lived) -> Iterator[Unread]:
    """Each piece asked of the household that no scheme of its step is known to read.

    Left out are the request itself (a form that one fills in, a letter that one writes), and
    steps without a scheme. A piece is named once, for the first scheme of its step.
    """
    for request in requests(lived):
        one = lived.steps[request.step]
        schemes = [
            lived.atlas.schemes[name]
            for name in schemes_of(one.step, lived.atlas)
            if name in lived.atlas.schemes
        ]
        if schemes and not _is_request(request, lived):
            verdict = _verdict(_shown(request, lived.atlas), schemes, lived.atlas)
            if verdict is not None:
                yield Unread(request, _least_known(schemes, verdict).id, verdict)


def _is_request(request: Request, lived: Lived) -> bool:
    body = lived.steps[request.step].body
    known = [lived.atlas.evidence.get(piece) for piece in request.pieces]
    return any(
        piece is not None
        and (
            (body is not None and is_blank(piece, body))
            or (piece.issuer == "person" and piece.kind == "statement")
        )
        for piece in known
    )


def _shown(request: Request, atlas: Atlas) -> frozenset[str]:
    """All that the piece shows; of pieces of which any one will do, all that one of them may."""
    known = (atlas.evidence.get(piece) for piece in request.pieces)
    return frozenset(fact for piece in known if piece is not None for fact in piece.facts)


def _verdict(shown: frozenset[str], schemes: list[Scheme], atlas: Atlas) -> Verdict | None:
    read = frozenset(
        fact for scheme in schemes for facts in scheme.reads.values() for fact in facts
    )
    used = shown & read
    if not used:
        whole = all(set(get_args(ReadGroup)) <= set(scheme.reads) for scheme in schemes)
        return "unread" if whole and shown else "unknown"
    names = {fact for fact in shown if fact in atlas.facts and atlas.facts[fact].type == "name"}
    return "name-only" if used <= names and shown - names else None


def _least_known(schemes: list[Scheme], verdict: Verdict) -> Scheme:
    """Of the schemes of a step the one of which the least is known, if that is the trouble."""
    return (
        min(schemes, key=lambda scheme: len(scheme.reads)) if verdict == "unknown" else schemes[0]
    )
