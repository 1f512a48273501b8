"""Rights that a persona has, and whether anybody on the way tells about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from carteblanche_journeys.diagnosis.clues.administrations import administrations
from carteblanche_journeys.diagnosis.clues.learnt import knows_after
from carteblanche_journeys.diagnosis.clues.pursuits import meets_counter, purposes_of
from carteblanche_journeys.graph import Body, Lived
from carteblanche_journeys.measures import Knowing
from carteblanche_journeys.model import Scheme, holds, schemes_of


@dataclass(frozen=True, slots=True)
class Right:
    """A right that a persona has and of which nobody tells.

    Parameters
    ----------
    knower
        The administration that knows all that decides on it; None where nobody says what does.
    since
        The step after which it knows.
    filed_at
        Where the persona asks for it in the end; None if never.
    """

    scheme: str
    knower: Body | None
    since: str | None
    filed_at: str | None


def untold_rights(lived: Lived, knowing: Knowing) -> Iterator[Right]:
    """Schemes true for the persona by what they say of themselves, of which no step tells.

    Where what decides on a scheme is known (`reads: {eligibility}`), some administration must
    know all of it after a step, before the persona files. Where it is not, a scheme counts only
    if the journey is about what it is for and never gets to it, nor to what excludes it.
    """
    told, filed = _told_at(lived), _filed_at(lived)
    untold = [
        scheme
        for scheme in _true_for(lived)
        if scheme.id not in told or told[scheme.id] > filed.get(scheme.id, len(lived.steps))
    ]
    informed = list(_informed(lived, knowing)) if any(_decisive(s) for s in untold) else []
    pursued, names = _pursued(lived), tuple(lived.steps)
    purposes = purposes_of(pursued, lived.atlas)
    for scheme in untold:
        first = filed.get(scheme.id)
        at = None if first is None else names[first]
        if _decisive(scheme):
            before = informed if first is None else [one for one in informed if one.at < first]
            for one in before:
                if _decisive(scheme) <= one.known:
                    yield Right(scheme.id, one.body, names[one.at], at)
                    break
        elif scheme.purpose in purposes and not pursued.intersection((scheme.id, *scheme.not_with)):
            yield Right(scheme.id, None, None, None)


def _decisive(scheme: Scheme) -> frozenset[str]:
    return frozenset(scheme.reads.get("eligibility", ()))


def _true_for(lived: Lived) -> Iterator[Scheme]:
    traits = lived.persona.traits
    for scheme in lived.atlas.schemes.values():
        said = bool(scheme.public or scheme.eligibility)
        if said and holds(scheme.public, traits) and holds(scheme.eligibility, traits):
            yield scheme


def _told_at(lived: Lived) -> Mapping[str, int]:
    """For each scheme the place of the first step that tells the person about it."""
    found: dict[str, int] = {}
    for at, one in enumerate(lived.steps.values()):
        for scheme in one.step.tells_about if one.concerned is not False else ():
            found.setdefault(scheme, at)
    return found


def _filed_at(lived: Lived) -> Mapping[str, int]:
    """For each scheme the place of the first step at which the household goes for it."""
    found: dict[str, int] = {}
    for at, one in enumerate(lived.steps.values()):
        if meets_counter(one, lived.atlas):
            for scheme in schemes_of(one.step, lived.atlas):
                found.setdefault(scheme, at)
    return found


def _pursued(lived: Lived) -> frozenset[str]:
    """What the persona needs, and what anyone pursues or decides on at a step."""
    steps = [one.step for one in lived.steps.values() if one.concerned is not False]
    sought = (scheme for step in steps for scheme in (*schemes_of(step, lived.atlas), *step.scheme))
    return frozenset((*lived.persona.needs, *sought))


@dataclass(frozen=True, slots=True)
class _Informed:
    """An administration met, and what it knows when the person leaves it."""

    at: int
    body: Body
    known: frozenset[str]


def _informed(lived: Lived, knowing: Knowing) -> Iterator[_Informed]:
    for at, (name, one) in enumerate(lived.steps.items()):
        if one.body is not None and administrations([one.body.organisation], lived.atlas):
            yield _Informed(at, one.body, knows_after(name, lived, knowing))
