"""What is asked of the household: pieces of evidence, pieces already held, facts told again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from carteblanche_journeys.graph import Body
from carteblanche_journeys.measures.amounts import Amount
from carteblanche_journeys.measures.asked import number_of
from carteblanche_journeys.measures.chances import Chances, Meeting, different
from carteblanche_journeys.measures.knowing import Knowing
from carteblanche_journeys.measures.tellings import holders_of
from carteblanche_journeys.measures.weights import Weighed, Weight, count
from carteblanche_journeys.model import Atlas, Way, asks_of, holds

#: Kinds of organisations that the once-only rule binds (CRPA, L114-8 and L100-3: State, local
#: authorities, public bodies and those of social security).
ADMINISTRATIONS = ("state", "local", "social-security")


@dataclass(frozen=True, slots=True)
class Asking:
    """One piece asked of the household at one step, and how often.

    Parameters
    ----------
    pieces
        The piece, or those of which any one will do.
    times
        Expected copies asked; None where that cannot be said.
    chance
        How likely it is asked at all.
    sure
        Whether the number of copies is known.
    """

    step: str
    pieces: tuple[str, ...]
    times: float | None
    chance: float
    sure: bool


def askings(weighed: Weighed) -> tuple[Asking, ...]:
    """Every piece asked of the household, in reading order, by the ways it takes.

    Left out: asks whose condition fails, and what a professional files for the person.
    """
    return tuple(
        asking
        for weight in weighed.household
        if weight.one.step.asks or weight.ways
        for way, part in weight.ways or ((None, 1.0),)
        if way is None or way.done_by is None
        for asking in _at(weight, way, part, weighed)
    )


def _at(weight: Weight, way: Way | None, part: float, weighed: Weighed) -> Iterator[Asking]:
    traits = weighed.lived.persona.traits
    for ask in asks_of(weight.one.step, way):
        if ask.when and holds(ask.when, traits) is False:
            continue
        copies = 1 if ask.copies is None else number_of(ask.copies, weighed.lived.persona)
        times = None if weight.times is None else weight.times * part * (copies or 1)
        sure = weight.sure and copies is not None
        yield Asking(weight.step, ask.pieces, times, weight.chance * part, sure)


def evidence_measures(
    asked: tuple[Asking, ...], weighed: Weighed, knowing: Knowing, chances: Chances
) -> Mapping[str, Amount]:
    """The measures of evidence: asked, distinct, held, and facts repeated."""
    status = weighed.status
    where: dict[tuple[str, ...], list[Meeting]] = {}
    for one in asked:
        where.setdefault(one.pieces, []).append(Meeting(one.step, one.pieces, one.chance))
    said = sum(one.times is not None for one in asked)
    return {
        "evidence_asked": count(((one.times, one.sure) for one in asked), status),
        "evidence_distinct": different(where.values(), chances, said, len(asked)),
        "evidence_held": _held(asked, weighed),
        "facts_repeated": _repeated(weighed, knowing, chances),
    }


def _held(asked: tuple[Asking, ...], weighed: Weighed) -> Amount:
    """How many of the pieces asked an administration holds already; what is unsaid is not no."""
    atlas = weighed.lived.atlas
    holding = {pieces: any_held(pieces, atlas) for pieces in {one.pieces for one in asked}}
    parts = ((_if(holding[a.pieces], a.times), holding[a.pieces] is not None) for a in asked)
    return count(parts, weighed.status)


def _if(held: bool | None, times: float | None) -> float | None:
    return times if held else 0.0


def any_held(pieces: Iterable[str], atlas: Atlas) -> bool | None:
    """Whether an administration holds one of the pieces that would do; None if nobody says.

    >>> atlas = Atlas(
    ...     organisations={"dgfip": {"name": "Impôts", "kind": "state"}},
    ...     evidence={
    ...         "avis": {"name": "Avis d'imposition", "issuer": "dgfip"},
    ...         "facture": {"name": "Facture", "issuer": "person"},
    ...     },
    ... )
    >>> any_held(["avis"], atlas), any_held(["facture"], atlas), any_held(["photo"], atlas)
    (True, False, None)
    """
    answers = [_is_held(piece, atlas) for piece in pieces]
    if True in answers:
        return True
    return None if None in answers else False


def _is_held(name: str, atlas: Atlas) -> bool | None:
    piece = atlas.evidence.get(name)
    if piece is None:
        return None
    if piece.held_by is None and (piece.kind == "form" or piece.issuer == "person"):
        return False
    if piece.held_by is None and piece.issuer is None:
        return None
    kinds = [_kind(holder, atlas) for holder in holders_of(piece)]
    if any(kind in ADMINISTRATIONS for kind in kinds):
        return True
    return None if None in kinds else False


def _kind(organisation: str, atlas: Atlas) -> str | None:
    known = atlas.organisations.get(organisation)
    return known.kind if known else None


def _repeated(weighed: Weighed, knowing: Knowing, chances: Chances) -> Amount:
    """How many facts are proved or told to more than one body."""
    known, of = _facts_known(weighed)
    if any(weight.times is None for weight in weighed.household):
        return Amount(None, None, None, "", 0, of)
    value = sum(chances.twice(meetings) for meetings in _told(weighed, knowing).values())
    if of and not known and not value:
        return Amount(None, None, None, "", 0, of)
    return Amount(value, value, value, "", known, of, weighed.status)


def _told(weighed: Weighed, knowing: Knowing) -> Mapping[str, list[Meeting]]:
    """For each fact the bodies that the household tells it to, at each step.

    Bodies of one name are one where some place of theirs is not said.
    """
    told: dict[str, list[Meeting]] = {}
    vague = {telling.body.organisation for telling in knowing.tellings if not telling.body.place}
    for telling in knowing.tellings:
        weight = weighed.by_step.get(telling.step)
        if not telling.by_household or weight is None or not weight.chance:
            continue
        body = telling.body
        if body.place and body.organisation in vague:
            body = Body(body.organisation)
        meeting = Meeting(telling.step, body, weight.chance)
        for fact in telling.facts:
            told.setdefault(fact, []).append(meeting)
    return told


def _facts_known(weighed: Weighed) -> tuple[int, int]:
    """At how many steps that ask or are told something the facts are known, of how many."""
    known = of = 0
    for weight in weighed.household:
        step = weight.one.step
        pieces = [ask.pieces for ask in asks_of(step, weight.one.way)]
        if pieces or step.tells:
            of += 1
            known += all(any(_facts(p, weighed.lived.atlas) for p in some) for some in pieces)
    return known, of


def _facts(piece: str, atlas: Atlas) -> tuple[str, ...]:
    known = atlas.evidence.get(piece)
    return known.facts if known else ()
