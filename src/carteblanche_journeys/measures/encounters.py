"""Whom the household meets: contacts, different counters, different organisations."""

from __future__ import annotations

from collections.abc import Mapping

from carteblanche_journeys.measures.amounts import Amount
from carteblanche_journeys.measures.chances import Meeting, different
from carteblanche_journeys.measures.knowing import Knowing
from carteblanche_journeys.measures.weights import Weighed, Weight, count, times_of


def contact_measures(weighed: Weighed, knowing: Knowing) -> Mapping[str, Amount]:
    """Contacts, counters and organisations: each of the last two by how likely it is met."""
    counters: dict[str, list[Meeting]] = {}
    organisations: dict[str, list[Meeting]] = {}
    known = weighed.lived.atlas.counters
    for weight in weighed.contacts:
        for way, part in weight.met:
            meeting, name = (weight.step, weight.chance * part), way.counter or ""
            counters.setdefault(name, []).append(meeting)
            if name in known:
                organisations.setdefault(_body(weight, known[name].owner), []).append(meeting)
    of = len(weighed.contacts)
    said = sum(weight.times is not None for weight in weighed.contacts)
    parts = ((times_of(one.times, one.contact), one.sure) for one in weighed.contacts)
    rest = {"counters": counters, "organisations": organisations}
    return {
        "contacts": count(parts, weighed.status),
        **{
            name: different(met.values(), knowing, said, of, weighed.status, said=said == of)
            for name, met in rest.items()
        },
    }


def _body(weight: Weight, owner: str) -> str:
    """The organisation that answers: the one accountable, else the counter's owner."""
    return weight.one.step.accountable[0] if weight.one.step.accountable else owner
