"""Whom the household meets: contacts, different counters, different organisations."""

from __future__ import annotations

from collections.abc import Mapping

from carteblanche_journeys.measures.amounts import Amount
from carteblanche_journeys.measures.chances import Chances, Meeting, different
from carteblanche_journeys.measures.weights import Weighed, Weight, count, times_of


def contact_measures(weighed: Weighed, chances: Chances) -> Mapping[str, Amount]:
    """Contacts, counters and organisations: each of the last two by how likely it is met."""
    counters: dict[str, list[Meeting]] = {}
    organisations: dict[str, list[Meeting]] = {}
    known = weighed.lived.atlas.counters
    for weight in weighed.contacts:
        for way, part in weight.met:
            name, chance = way.counter or "", weight.chance * part
            counters.setdefault(name, []).append(Meeting(weight.step, name, chance))
            if name in known:
                body = _body(weight, known[name].owner)
                organisations.setdefault(body, []).append(Meeting(weight.step, body, chance))
    of = len(weighed.contacts)
    said = sum(weight.times is not None for weight in weighed.contacts)
    parts = ((times_of(one.times, one.contact), one.sure) for one in weighed.contacts)
    return {
        "contacts": count(parts, weighed.status),
        "counters": different(counters.values(), chances, said, of),
        "organisations": different(organisations.values(), chances, said, of),
    }


def _body(weight: Weight, owner: str) -> str:
    """The organisation that answers: the one accountable, else the counter's owner."""
    return weight.one.step.accountable[0] if weight.one.step.accountable else owner
