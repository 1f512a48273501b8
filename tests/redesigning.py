"""What must hold of whatever a move makes, for the tests of redesigns."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from carteblanche_journeys.diagnosis import Finding, all_rules, diagnose
from carteblanche_journeys.graph import links
from carteblanche_journeys.model import Atlas, Counter, Evidence, Journey
from carteblanche_journeys.redesigns import Variant

#: A branch that is closed to someone is no error of a move: it may be so on purpose.
STRUCTURE = tuple(
    rule.name for rule in all_rules() if rule.kind == "structural" and rule.name != "closed-choice"
)


def with_journey(atlas: Atlas, journey: Journey) -> Atlas:
    """The atlas with this journey among its own."""
    return atlas.model_copy(update={"journeys": {**atlas.journeys, journey.id: journey}})


def diagnosed(journey: Journey, atlas: Atlas, *rules: str) -> tuple[Finding, ...]:
    """What the rules find in a journey, for all its personas; questions left out."""
    found = diagnose(with_journey(atlas, journey), [journey.id], rules=rules or None)
    assert not found.internal_faults
    return tuple(one for one in found.findings if one.kind != "question")


def broken(journey: Journey, atlas: Atlas) -> tuple[str, ...]:
    """What stands in the way of walking a journey: the rule, then its cause."""
    found = diagnosed(journey, atlas, *STRUCTURE)
    counted = (one for one in found if one.rule != "uneven-join" or one.severity == "error")
    return tuple(sorted(f"{one.rule}: {one.cause}" for one in counted))


def strangers(variant: Variant, as_is: Journey) -> Iterator[str]:
    """What of a redesign says to come from something that was never there, or says nothing."""
    before = {passage.id for passage in links(as_is)}
    for name, step in variant.steps.items():
        yield from _unknown(f"step {name}", step.comes_from, as_is.steps)
        if step.next is None:
            yield f"step {name} leaves its links to file order"
        for link in step.next or ():
            yield from _unknown(f"link {name}->{link.to}", link.comes_from, before)
    made: list[tuple[str, Mapping[str, Counter | Evidence], Mapping[str, Counter | Evidence]]] = [
        ("counter", variant.journey.additions.counters, variant.base.counters),
        ("evidence", variant.journey.additions.evidence, variant.base.evidence),
    ]
    for kind, things, known in made:
        for name, thing in things.items():
            # A thing of the atlas that is changed need not say that it comes from itself.
            own = (name,) if name in known else None
            yield from _unknown(
                f"{kind} {name}", own if thing.comes_from is None else thing.comes_from, known
            )


def _unknown(what: str, origins: tuple[str, ...] | None, known: Collection[str]) -> Iterator[str]:
    if origins is None:
        yield f"{what} does not say what it comes from"
    for origin in origins or ():
        if origin not in known:
            yield f"{what} comes from {origin}"
