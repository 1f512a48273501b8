"""Errands: contacts that another counter could take over, and which of them make one visit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from carteblanche_journeys.diagnosis.clues.doors import house_of
from carteblanche_journeys.graph import Passage
from carteblanche_journeys.model import LEVELS, Link, Step, Way, all_asks, all_yields, schemes_of
from carteblanche_journeys.redesigns.rewriting.behind import owners_of
from carteblanche_journeys.redesigns.rewriting.ways import is_filed, met_ways
from carteblanche_journeys.redesigns.variant import Variant

#: Why one has to be there oneself, before the very body: nobody can do that in its place.
_IN_PERSON = frozenset(("assessment", "biometrics", "signature"))


@dataclass(frozen=True, slots=True)
class Errand:
    """A contact that a counter could take over.

    Parameters
    ----------
    doors
        The ways behind which someone has to answer: of those open to anyone the one that may do
        most, else each with its condition; none where one is only informed, or at the counter
        itself.
    owners
        Who would have to answer.
    """

    step: str
    doors: tuple[Way, ...]
    owners: tuple[str, ...]


def is_errand(variant: Variant, step: str) -> bool:
    """Whether someone else could do it: no choice, no visit at home, nothing to pay or to sign.

    What comes back, takes days, contests a decision, or has to be done in person before the
    body itself, stays where it is.
    """
    one, ways = variant.steps[step], met_ways(variant, step)
    if one.kind != "action" or not is_filed(variant, step):
        return False
    reasons = {*(one.presence or ()), *(r for way in ways for r in way.presence or ())}
    paid = any(fee is not None and fee.high > 0 for fee in (one.fee, *(w.fee for w in ways)))
    repeated = any(times is not None for times in (one.times, *(w.times for w in ways)))
    stays = paid or repeated or one.takes is not None or one.share is not None
    contests = any(other.appeal == step for other in variant.steps.values())
    at_home = all(way.channel == "home" for way in ways)
    return not (stays or contests or at_home or reasons & _IN_PERSON)


def pursues(variant: Variant, step: str, services: Iterable[str]) -> bool:
    """Whether a step is about one of these schemes."""
    return not set(schemes_of(variant.steps[step], variant.atlas)).isdisjoint(services)


def is_at(variant: Variant, step: str, counter: str) -> bool:
    """Whether a step can be lived at one counter, and at no other."""
    ways = met_ways(variant, step)
    return bool(ways) and all(way.counter == counter for way in ways)


def errand(variant: Variant, step: str, to: str) -> Errand:
    """What taking over a contact would need.

    Parameters
    ----------
    to
        The counter that would take it over; no link is needed to its own house.
    """
    ways = tuple(way for way in met_ways(variant, step) if way.counter != to)
    free = [way for way in ways if not way.when]
    doors = (max(free, key=lambda way: _level(variant, step, way)),) if free else ways
    mine = house_of(variant.atlas.counters[to].owner, variant.atlas)
    foreign = tuple(
        way
        for way in doors
        if _level(variant, step, way) != LEVELS.index("informs")
        and any(house_of(o, variant.atlas) != mine for o in owners_of((way,), variant.atlas))
    )
    return Errand(step, foreign, owners_of(foreign, variant.atlas))


def _level(variant: Variant, step: str, way: Way) -> int:
    """How much a counter may do for the schemes of a step; nobody says: as much as any."""
    counter = variant.atlas.counters.get(way.counter or "")
    pursued = schemes_of(variant.steps[step], variant.atlas)
    said = [counter.level(scheme) for scheme in pursued] if counter is not None else []
    known = [LEVELS.index(level) for level in said if level is not None]
    return max(known, default=len(LEVELS))


def is_taken_over(variant: Variant, step: str, to: str) -> bool:
    """Whether a step is lived at a counter: nowhere else, or since a move has brought it there.

    A step that comes from others may have got another way since, such as a stop of a bus.
    """
    origins = variant.steps[step].comes_from or (step,)
    brought = step not in origins and any(w.counter == to for w in met_ways(variant, step))
    return brought or is_at(variant, step, to)


def taken_over(variant: Variant, to: str) -> frozenset[str]:
    """What the steps at a counter come from."""
    return frozenset(
        origin
        for name, one in variant.steps.items()
        if is_taken_over(variant, name, to)
        for origin in one.comes_from or (name,)
    )


def visits_of(variant: Variant, steps: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Contacts grouped into visits, in reading order: those that nothing keeps apart.

    A contact joins a visit where one comes to it from a contact of that visit, or from the step
    that leads to it too, in any case and by no other way, and needs nothing from there first.
    """
    among = set(steps)
    visits: list[list[str]] = []
    for name in (one for one in variant.net.order if one in among):
        visit = next((one for one in visits if _joins(variant, one, name)), None)
        if visit is None:
            visits.append([name])
        else:
            visit.append(name)
    return tuple(map(tuple, visits))


def _joins(variant: Variant, visit: list[str], name: str) -> bool:
    """Whether a contact can be lived in the same visit as others."""
    into = variant.passages_into(name)
    if len(into) != 1 or not is_plain(into[0].link):
        return False
    first, one = variant.steps[visit[0]], variant.steps[name]
    if (first.when and first.when != one.when) or first.actor != one.actor:
        return False
    if any(_needs(variant.steps[before], one) for before in visit):
        return False
    follows = into[0].source in visit and not _ordered(into[0])
    return follows or _beside(variant, visit[0], into[0])


def _beside(variant: Variant, first: str, passage: Passage) -> bool:
    """Whether the step before a contact leads to the first one of a visit too, both in any case."""
    into = variant.passages_into(first)
    same = len(into) == 1 and into[0].source == passage.source and is_plain(into[0].link)
    return same and variant.steps[passage.source].kind != "choice"


def is_plain(link: Link) -> bool:
    """Whether a link is always taken, and leads on."""
    return not (link.when or link.way or link.always or link.back or link.share is not None)


def _ordered(passage: Passage) -> bool:
    return passage.link.because in ("law", "evidence", "time", "test") or bool(passage.link.carries)


def _needs(before: Step, after: Step) -> bool:
    """Whether a piece of the first is asked at the second, or a deadline counts from it."""
    asked = {piece for ask in all_asks(after) for piece in ask.pieces}
    counted = {one.of.step for one in after.deadlines if one.of is not None}
    return not asked.isdisjoint(all_yields(before)) or before.id in counted
