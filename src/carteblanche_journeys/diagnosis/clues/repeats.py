"""Pieces that a persona has to prove something with, again and again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from carteblanche_journeys.graph import Body, Lived
from carteblanche_journeys.measures import Request, requests
from carteblanche_journeys.measures.asked import number_of
from carteblanche_journeys.model import Ask, Atlas, Evidence


@dataclass(frozen=True, slots=True)
class Time:
    """One time that a body asks for a piece, or is told or shown a fact.

    Parameters
    ----------
    piece
        The piece that is asked for, or that shows the fact; None where the fact is told.
    whose
        Whose it is: two people of one household each have their own card.
    times
        How many bodies of one name ask for it at that step: each home for its own copy.
    """

    step: str
    body: Body
    piece: str | None
    whose: object = ""
    ask: Ask | None = None
    times: int = 1


def pieces_asked(lived: Lived) -> Mapping[str, tuple[Time, ...]]:
    """By piece, each time that a body asks the household for it, in reading order.

    Where any one of several pieces will do, the one that is asked most often is meant: nobody
    fetches another. A form that one files is no piece; asked for as a copy, or once for each of
    several bodies of one name, it is one.
    """
    asked = requests(lived)
    often = Counter(piece for request in asked for piece in request.pieces)
    found: dict[str, list[Time]] = {}
    for request in asked:
        body = lived.steps[request.step].body
        piece = max(request.pieces, key=often.__getitem__)
        if body is not None:
            whose = _whose(piece, request, lived)
            here = Time(request.step, body, piece, whose, request.ask, _bodies(request, lived))
            found.setdefault(piece, []).append(here)
    return {
        piece: tuple(times)
        for piece, times in found.items()
        if any(_proves(one, lived.atlas) for one in times)
    }


def _proves(one: Time, atlas: Atlas) -> bool:
    piece = atlas.evidence.get(one.piece or "")
    copied = one.ask is not None and one.ask.form is not None
    return piece is not None and (copied or one.times > 1 or not is_blank(piece, one.body))


def _bodies(request: Request, lived: Lived) -> int:
    """How many bodies of one name ask: a step lived once per home meets as many homes."""
    one = lived.steps[request.step]
    known = lived.atlas.organisations.get(one.body.organisation) if one.body else None
    repeat = (one.way.times if one.way else None) or one.step.times
    if known is None or not known.many or repeat is None or repeat.per is None:
        return 1
    return number_of(repeat, lived.persona) or 1


def is_blank(piece: Evidence, asker: Body) -> bool:
    """Whether it is a form to fill in: the person's own, or that of the body that asks for it."""
    return piece.kind == "form" and piece.issuer in (None, "person", asker.organisation)


def _whose(piece: str, request: Request, lived: Lived) -> object:
    known = lived.atlas.evidence.get(piece)
    if known is not None and known.about in ("child", "firm"):
        return known.about
    actor = lived.steps[request.step].step.actor
    who = request.ask.of or (actor if actor in lived.atlas.actors else None)
    people = lived.persona.people
    first = people[0].role if people else ()
    return next((one.role for one in people if who in one.role), who or first or "person")


def again(
    times: Iterable[Time], lived: Lived, apart: Callable[[str, str], bool]
) -> tuple[Time, ...]:
    """Those times of which one person lives several, in the same order; none if each is once.

    Steps of one visit to one body are one time; steps on different branches of a choice are
    not lived by one person.

    Parameters
    ----------
    apart
        Whether nobody lives both of two steps.
    """
    by_owner: dict[object, dict[object, Time]] = {}
    for one in times:
        visit = lived.steps[one.step].step.visit
        place = (visit, one.body) if visit else one.step
        by_owner.setdefault(one.whose, {}).setdefault(place, one)
    several = [
        mine
        for mine in (list(places.values()) for places in by_owner.values())
        if any(one.times > 1 for one in mine)
        or any(not apart(one.step, other.step) for one, other in pairwise(mine))
    ]
    return tuple(one for mine in several for one in mine)
