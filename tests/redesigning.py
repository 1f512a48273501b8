"""What must hold of whatever a move makes, for the tests of redesigns."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from pydantic import BaseModel

from carteblanche_journeys.diagnosis import Finding, all_rules, diagnose
from carteblanche_journeys.graph import links
from carteblanche_journeys.model import Atlas, Counter, Evidence, Journey
from carteblanche_journeys.model.quantities import Quantity
from carteblanche_journeys.model.values import Named, Thing
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


def figures(thing: object) -> Iterator[Quantity]:
    """Every quantity of a thing, however deep, marked as the nearest mark says."""
    if isinstance(thing, Quantity):
        yield thing
    elif isinstance(thing, Thing):
        for name in thing.model_fields_set:
            for one in figures(getattr(thing, name)):
                yield one if one.status else one.model_copy(update={"status": thing.status})
    elif isinstance(thing, BaseModel):
        for name in thing.model_fields_set:
            yield from figures(getattr(thing, name))
    elif isinstance(thing, Mapping):
        yield from (one for value in thing.values() for one in figures(value))
    elif isinstance(thing, tuple):
        yield from (one for value in thing for one in figures(value))


def texts(thing: object) -> Iterator[object]:
    """The names and titles of the things of a journey or an atlas."""
    if isinstance(thing, Named):
        yield from filter(None, (getattr(thing, key, None) for key in ("title", "name", "label")))
    if isinstance(thing, BaseModel):
        yield from (one for name in thing.model_fields_set for one in texts(getattr(thing, name)))
    elif isinstance(thing, Mapping):
        yield from (one for value in thing.values() for one in texts(value))
