"""Pieces that a persona gets from one body and carries to another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from carteblanche_journeys.diagnosis.finding import once
from carteblanche_journeys.graph import Body, Lived, LivedStep, handoffs
from carteblanche_journeys.measures import Request, requests
from carteblanche_journeys.model import Ask, Atlas, Evidence

#: Bodies between which an exchange can be ordered: public ones and regulated professions.
_PUBLIC = ("state", "local", "social-security", "health", "professional")
#: Bodies that no law obliges to exchange.
_FREE = ("private", "association")


@dataclass(frozen=True, slots=True)
class Carrying:
    """One piece carried from the body that gave it to one that asks for it.

    Parameters
    ----------
    given_at
        The step that yields the piece; None where its own `obtain` says where one gets it.
    links
        The links of the handoff between the two steps, where they follow each other.
    medical
        Whether it is about the health of someone.
    certain
        False where a place, a kind of organisation or another piece that would do leave doubt.
    """

    piece: str
    giver: Body
    asker: Body
    given_at: str | None
    asked_at: str
    ask: Ask
    links: tuple[str, ...]
    counters: tuple[str, ...]
    medical: bool
    certain: bool


@dataclass(frozen=True, slots=True)
class _Given:
    """Where a piece comes from: the body, the step that yields it, the body just left there."""

    body: Body
    step: str | None
    left: Body | None = None


def carryings(lived: Lived, apart: Callable[[str, str], bool]) -> Iterator[Carrying]:
    """Each time a piece given by one body is asked of the household by another, in order.

    A piece is given by a step that yields it, or at the counter of its `obtain` where the
    journey itself makes it necessary (it must be fresh, or attests or assesses something).
    No carrying: blank forms; what no organisation holds; what one has passed on before; what
    the asking body gave itself, or what came by itself just after that body; between two
    private bodies; the person's own contracts and bills with a private body, which are no
    attestation of it; what is given only on a branch of a choice that excludes the ask.

    Asked of the pieces, never of pairs of steps: O(steps + links + asks), where not many steps
    of excluded branches give one piece.

    Parameters
    ----------
    apart
        Whether nobody lives both of two steps.
    """
    given: dict[str, list[_Given]] = {}
    passed = _Passed(lived)
    asked: dict[str, list[Request]] = {}
    for request in requests(lived):
        asked.setdefault(request.step, []).append(request)
    for name, one in lived.steps.items():
        for request in asked.get(name, []):
            here = {piece: _latest(given.get(piece, []), name, apart) for piece in request.pieces}
            carried = one.body and _first(request, one.body, here, passed, lived)
            if carried:
                yield carried
        for piece in _yields(one):
            giver = one.body or _holder(lived.atlas.evidence.get(piece))
            if giver is not None:
                given.setdefault(piece, []).append(_Given(giver, name, passed.left(name)))


def _latest(given: list[_Given], step: str, apart: Callable[[str, str], bool]) -> _Given | None:
    """Where a piece was given last, on a way that leads to a step."""
    return next((one for one in reversed(given) if not one.step or not apart(one.step, step)), None)


def _yields(one: LivedStep) -> tuple[str, ...]:
    if one.concerned is False:
        return ()
    return one.step.yields if one.way is None or one.way.yields is None else one.way.yields


def _first(
    request: Request, asker: Body, given: Mapping[str, _Given | None], passed: _Passed, lived: Lived
) -> Carrying | None:
    """The first of the pieces that would do which has to be carried."""
    if any(passed.before(piece, asker, request.step) for piece in request.pieces):
        return None
    for piece in request.pieces:
        known = lived.atlas.evidence.get(piece)
        alone = len(request.pieces) == 1
        source = given.get(piece) or (
            (known and alone and _obtained(known, request.ask, lived.atlas)) or None
        )
        if source and known and _is_carried(known, source, asker, lived.atlas):
            return _carrying(known, source, asker, request, passed, lived)
    return None


def _holder(piece: Evidence | None) -> Body | None:
    return Body(piece.holders[0]) if piece is not None and piece.holders else None


def _obtained(piece: Evidence, ask: Ask, atlas: Atlas) -> _Given | None:
    counter = atlas.counters.get(piece.obtain.counter or "") if piece.obtain else None
    timely = ask.fresh or piece.validity or piece.kind in ("certificate", "assessment")
    if counter is None or not timely or counter.owner not in piece.holders:
        return None
    return _Given(Body(counter.owner), None)


def _is_carried(piece: Evidence, source: _Given, asker: Body, atlas: Atlas) -> bool:
    if _same(source.body, asker) or (source.left and _same(source.left, asker)):
        return False
    if _is_blank(piece, asker) or piece.held_by == ():
        return False
    kinds = [_kind(body, atlas) for body in (source.body, asker)]
    if kinds[0] in _FREE and piece.kind in ("proof", "statement"):
        return False
    return not all(kind in _FREE for kind in kinds)


def _same(one: Body, other: Body) -> bool:
    """Two bodies of one name are the same where a place is unknown: nothing says otherwise."""
    if one.organisation != other.organisation:
        return False
    return one.place == other.place or not one.place or not other.place


def _is_blank(piece: Evidence, asker: Body) -> bool:
    """A form that the person fills in, or that goes back to the body whose form it is."""
    return piece.kind == "form" and piece.issuer in (None, "person", asker.organisation)


def _kind(body: Body, atlas: Atlas) -> str | None:
    organisation = atlas.organisations.get(body.organisation)
    return organisation.kind if organisation else None


def _carrying(
    piece: Evidence, source: _Given, asker: Body, request: Request, passed: _Passed, lived: Lived
) -> Carrying:
    kinds = [_kind(body, lived.atlas) for body in (source.body, asker)]
    giving = lived.steps[source.step].way if source.step else None
    obtain = piece.obtain.counter if piece.obtain and not source.step else None
    facts = [lived.atlas.facts[name] for name in piece.facts if name in lived.atlas.facts]
    return Carrying(
        piece=piece.id,
        giver=source.body,
        asker=asker,
        given_at=source.step,
        asked_at=request.step,
        ask=request.ask,
        links=passed.links(source.step, request.step),
        counters=once((giving.counter if giving else obtain, request.counter)),
        medical=any(fact.sensitive == "health" for fact in facts),
        certain=len(request.pieces) == 1 and any(kind in _PUBLIC for kind in kinds),
    )


class _Passed:
    """What passes between bodies without the person, and the links between them."""

    def __init__(self, lived: Lived) -> None:
        self._place = {name: at for at, name in enumerate(lived.steps)}
        self._links = {
            (handoff.source, handoff.target): tuple(p.id for p in handoff.passages)
            for handoff in handoffs(lived)
        }
        self._at: dict[tuple[str, Body], int] = {}
        self._bodies = {name: one.body for name, one in lived.steps.items()}
        came_from: dict[str, str] = {}
        for passage in lived.passages:
            if not passage.link.back:
                came_from.setdefault(passage.target, passage.source)
            receiver = self._bodies[passage.target]
            if passage.link.carried == "organisation" and receiver is not None:
                for piece in passage.link.carries:
                    at = self._place[passage.target]
                    self._at[piece, receiver] = min(at, self._at.get((piece, receiver), at))
        self._left: dict[str, Body | None] = {}
        for name, body in self._bodies.items():
            above = came_from.get(name, "")
            before = self._bodies.get(above) or self._left.get(above)
            self._left[name] = before if body is None else None

    def before(self, piece: str, receiver: Body, step: str) -> bool:
        """Whether an organisation has passed the piece on to a body, at a step or before it."""
        at = self._at.get((piece, receiver))
        return at is not None and at <= self._place[step]

    def left(self, step: str) -> Body | None:
        """The body just left at a step without one; None where the step has its own.

        Where several strands meet, that of the first.
        """
        return self._left[step]

    def links(self, source: str | None, target: str) -> tuple[str, ...]:
        """The links of the handoff from one step to another, if there is one."""
        return self._links.get((source or "", target), ())
