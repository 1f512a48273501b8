"""Counters that take a file in, only for an organisation to pass it on to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from carteblanche_journeys.diagnosis.clues.doors import house_of
from carteblanche_journeys.diagnosis.clues.pursuits import asked_by, proves
from carteblanche_journeys.graph import Body, Lived, Passage
from carteblanche_journeys.measures import contacts
from carteblanche_journeys.model import Ask, Counter, asks_of, schemes_of

#: Kinds of pieces that a counter may give for a file it only passes on.
_NOTHING_NEW = ("form", "receipt", "notice")


@dataclass(frozen=True, slots=True)
class Passing:
    """A file handed in at one counter, and the body to which it is passed on."""

    step: str
    counter: Counter
    schemes: tuple[str, ...]
    passage: Passage
    receiver: Body


def passings(lived: Lived, shared: float) -> Iterator[Passing]:
    """Contacts where a file is received, and passed on with nothing added.

    The counter decides on nothing that is pursued there, gives nothing new and has no part in
    what follows; and it says itself that it forwards to that body, or the body gets at least
    `shared` of what the person had to prove.
    """
    last = _last_steps(lived)
    place = {name: at for at, name in enumerate(lived.steps)}
    met = {contact.step: contact for contact in contacts(lived)}
    ahead_of: dict[str, list[Passage]] = {}
    for passage in lived.passages:
        if not passage.link.back:
            ahead_of.setdefault(passage.source, []).append(passage)
    for name, contact in met.items():
        counter = lived.atlas.counters.get(contact.way.counter or "")
        schemes = schemes_of(lived.steps[name].step, lived.atlas)
        if counter is None or not _receives_only(name, counter, schemes, lived):
            continue
        house = house_of(counter.owner, lived.atlas)
        for passage, receiver in _passed_on(name, house, ahead_of, frozenset(met), lived):
            later = max((last.get((house, scheme), -1) for scheme in schemes), default=-1)
            if passage.link.answer_within is not None:
                continue  # the body that receives has to answer: no mere letter box
            if later < place[passage.target] and _same_file(name, counter, passage, shared, lived):
                yield Passing(name, counter, schemes, passage, receiver)


def _last_steps(lived: Lived) -> Mapping[tuple[str, str], int]:
    """Where an organisation last has a part in a scheme, in reading order."""
    last: dict[tuple[str, str], int] = {}
    for at, one in enumerate(lived.steps.values()):
        if one.body is not None and one.step.kind != "outcome":
            house = house_of(one.body.organisation, lived.atlas)
            last.update(((house, scheme), at) for scheme in schemes_of(one.step, lived.atlas))
    return last


def _receives_only(name: str, counter: Counter, schemes: tuple[str, ...], lived: Lived) -> bool:
    one = lived.steps[name]
    levels = {counter.level(scheme) for scheme in schemes}
    yielded = one.step.yields if one.way is None or one.way.yields is None else one.way.yields
    kinds = {lived.atlas.evidence[piece].kind for piece in yielded if piece in lived.atlas.evidence}
    return (
        levels == {"receives"} and kinds <= set(_NOTHING_NEW) and bool(asks_of(one.step, one.way))
    )


def _passed_on(
    name: str,
    house: str,
    ahead_of: Mapping[str, list[Passage]],
    met: frozenset[str],
    lived: Lived,
) -> Iterator[tuple[Passage, Body]]:
    """The links by which an organisation passes the case on, before the person's next contact."""
    seen, ahead = {name}, [name]
    while ahead:
        for passage in ahead_of.get(ahead.pop(), ()):
            receiver = lived.steps[passage.target].body
            away = receiver is not None and house_of(receiver.organisation, lived.atlas) != house
            if away and receiver is not None and passage.link.carried == "organisation":
                yield passage, receiver
            elif not away and passage.target not in met and passage.target not in seen:
                seen.add(passage.target)
                ahead.append(passage.target)


def _same_file(name: str, counter: Counter, passage: Passage, shared: float, lived: Lived) -> bool:
    one, there = lived.steps[name], lived.steps[passage.target]
    receiver = there.body.organisation if there.body else ""
    forwards = {*counter.forwards_to, *(
        lived.atlas.counters[c].owner for c in counter.forwards_to if c in lived.atlas.counters
    )}  # fmt: skip
    if receiver in forwards:
        return True
    facts = proves(asked_by(one, one.way, lived), lived.atlas) if one.way else frozenset()
    pieces = [Ask(piece=c) for c in passage.link.carries if c in lived.atlas.evidence]
    known = {c for c in passage.link.carries if c in lived.atlas.facts}
    got = known | proves([*pieces, *asks_of(there.step, there.way)], lived.atlas)
    return bool(facts) and len(facts & got) >= shared * len(facts)
