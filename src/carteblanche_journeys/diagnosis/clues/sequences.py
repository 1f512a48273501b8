"""Contacts that follow each other though nothing in the first is needed for the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from carteblanche_journeys.diagnosis.clues.depending import depends
from carteblanche_journeys.graph import Lived, LivedStep, Passage
from carteblanche_journeys.measures import contacts
from carteblanche_journeys.measures.contacts import AWAY
from carteblanche_journeys.model import Way
from carteblanche_journeys.model.quantities import MINUTES, Quantity

#: How two contacts could be lived instead: in one go, or beside each other.
Instead = Literal["once", "beside"]


@dataclass(frozen=True, slots=True)
class Sequence:
    """Contacts one after the other that could be lived otherwise.

    Parameters
    ----------
    steps
        As many as follow each other so.
    links
        Between them.
    said
        Whether the file says that the order is a habit, and does not merely leave out why.
    """

    steps: tuple[str, ...]
    links: tuple[str, ...]
    instead: Instead
    said: bool


def sequences(lived: Lived, days: float) -> Iterator[Sequence]:
    """Every longest run of contacts whose order nothing demands, in reading order.

    Two contacts of the household follow each other by the only link out of the first and the
    only one into the second, both actions lived once. Nothing given, passed on or counted from
    the first is needed at the second, and no reason is written for the order, or only habit.
    Then they could be one visit where body or commune is the same and the first has no wait;
    or run beside each other where both together wait `days` or longer. O(steps + links + asks).
    """
    pairs = dict(_pairs(lived, days))
    later = {passage.target for passage, _ in pairs.values()}
    for step in pairs:
        if step not in later:
            yield from _runs(step, pairs)


def _runs(step: str, pairs: Mapping[str, tuple[Passage, Instead]]) -> Iterator[Sequence]:
    """A chain of pairs, cut where it changes how it could be lived instead."""
    run: list[Passage] = []
    kind: Instead | None = None
    while step in pairs:
        passage, instead = pairs[step]
        if run and instead != kind:
            yield _sequence(run, kind or instead)
            run = []
        run.append(passage)
        kind, step = instead, passage.target
    if run and kind:
        yield _sequence(run, kind)


def _sequence(run: list[Passage], instead: Instead) -> Sequence:
    steps = (run[0].source, *(passage.target for passage in run))
    said = all(passage.link.because == "habit" for passage in run)
    return Sequence(steps, tuple(passage.id for passage in run), instead, said)


def _pairs(lived: Lived, days: float) -> Iterator[tuple[str, tuple[Passage, Instead]]]:
    met = {contact.step: contact.way for contact in contacts(lived)}
    out = Counter(passage.source for passage in lived.passages)
    into = Counter(passage.target for passage in lived.passages)
    for passage in lived.passages:
        source, target = passage.source, passage.target
        alone = out[source] == 1 and into[target] == 1
        if alone and source in met and target in met and _free(passage, lived):
            instead = _instead(passage, met, lived, days)
            if instead is not None:
                yield source, (passage, instead)


def _free(passage: Passage, lived: Lived) -> bool:
    """Whether nothing demands that the second comes after the first."""
    link = passage.link
    before, after = (lived.steps[step] for step in (passage.source, passage.target))
    plain = all(map(_once_and_plain, (before, after)))
    told = before.step.visit is not None and before.step.visit == after.step.visit
    moves = link.carried in ("organisation", "notification")
    unexplained = link.because in (None, "habit") and not link.back
    if told or moves or not (plain and unexplained):
        return False
    return not depends(passage, lived)


def _once_and_plain(one: LivedStep) -> bool:
    repeated = one.step.times is not None or (one.way is not None and one.way.times is not None)
    return one.step.kind == "action" and not repeated


def _instead(passage: Passage, met: Mapping[str, Way], lived: Lived, days: float) -> Instead | None:
    before, after = lived.steps[passage.source], lived.steps[passage.target]
    same = _same_body(before, after)
    near = same or _same_commune(passage, met, lived)
    if near and _who(before, lived) == _who(after, lived) and not _sits_out(before):
        return "once"
    return "beside" if not same and _days(before, lived) + _days(after, lived) >= days else None


def _who(one: LivedStep, lived: Lived) -> object:
    """The person of the household who acts; an actor whom nobody of it plays stands for itself."""
    actor, person = one.step.actor, lived.persona.person(one.step.actor)
    if actor in (None, "person") or (person is not None and actor in person.role):
        return person
    return actor


def _same_body(before: LivedStep, after: LivedStep) -> bool:
    """Bodies of one name are the same where a place is not said: one may go to the same."""
    one, other = before.body, after.body
    if one is None or other is None or one.organisation != other.organisation:
        return False
    return one.place == other.place or not one.place or not other.place


def _same_commune(passage: Passage, met: Mapping[str, Way], lived: Lived) -> bool:
    """Whether one has to go to the same commune for both; a channel left out may be a desk."""
    ways = [met[step] for step in (passage.source, passage.target)]
    if any(way.channel not in (*AWAY, None) for way in ways):
        return False
    one, other = (
        _commune(met[step], lived.steps[step].step.actor, lived)
        for step in (passage.source, passage.target)
    )
    return one is not None and one == other


def _commune(way: Way, actor: str | None, lived: Lived) -> str | None:
    """Where one goes; None where it is not said, or one may choose among several places."""
    if way.near == "home":
        person = lived.persona.person(actor)
        return person.commune if person else None
    if way.near not in (None, "nearest", "any", "birth"):
        return way.near
    counter = lived.atlas.counters.get(way.counter or "")
    communes = {place.commune for place in counter.places} if counter else set()
    return communes.pop() if len(communes) == 1 else None


def _sits_out(one: LivedStep) -> bool:
    """Whether it takes days until one can go on: an appointment, a decision, a course."""
    return any(delay.high > 0 for delay in _delays(one))


def _delays(one: LivedStep) -> Iterator[Quantity]:
    wait = one.way.wait if one.way and one.way.wait else one.step.wait
    yield from (delay for delay in (wait, one.step.takes) if delay is not None)


def _days(one: LivedStep, lived: Lived) -> float:
    """How many days one surely waits, or most likely where that is said."""
    counter = lived.atlas.counters.get(one.way.counter or "") if one.way else None
    before = [counter.appointment_wait] if counter and counter.appointment_wait else []
    minutes = [delay.minutes for delay in (*_delays(one), *before)]
    return sum(low if likely is None else likely for low, likely, _ in minutes) / MINUTES["d"]
