"""Steps beside each other: strands that start and meet together, or one visit."""

from __future__ import annotations

from carteblanche_journeys.model import Link, Step, counters_of
from carteblanche_journeys.redesigns.rewriting.bodies import organisations_at
from carteblanche_journeys.redesigns.rewriting.linking import with_links
from carteblanche_journeys.redesigns.rewriting.naming import made_id
from carteblanche_journeys.redesigns.rewriting.removing import led_past
from carteblanche_journeys.redesigns.variant import Variant


def in_one_visit(variant: Variant, *steps: str) -> Variant:
    """Both steps share a visit; what is done on the same visit as either comes along.

    >>> from carteblanche_journeys.model import Atlas, Journey
    >>> from carteblanche_journeys.redesigns.variant import begin
    >>> steps = {"a": {"title": "A", "visit": "matin"}, "b": {"title": "B"}}
    >>> in_one_visit(begin(Journey(title="X", steps=steps), Atlas()), "a", "b").steps["b"].visit
    'matin'
    """
    said = {visit for name in steps if (visit := variant.steps[name].visit)}
    visit = min(said, default=made_id("visite", steps))
    joined = (one for one in variant.steps.values() if one.id in steps or one.visit in said)
    return variant.with_step(*(one.model_copy(update={"visit": visit}) for one in joined))


def set_beside(variant: Variant, step: str, other: str) -> Variant:
    """What leads to the other leads to both; both lead to what followed the later one.

    Parameters
    ----------
    step, other
        Two actions of one row (`row_between`), to which something leads and which lead to one
        step.

    >>> from carteblanche_journeys.model import Atlas, Journey
    >>> from carteblanche_journeys.redesigns.variant import begin
    >>> steps = {name: {"title": name} for name in "abcd"}
    >>> made = set_beside(begin(Journey(title="X", steps=steps), Atlas()), "c", "b")
    >>> [passage.id for passage in made.net.passages]
    ['a->b', 'a->c', 'b->d', 'c->d']
    """
    led = led_past(variant, step)
    into, out = (_origins(variant, step, way) for way in ("into", "out"))
    for passage in led.passages_into(other):
        also = _plain(passage.link, step, into)
        led = with_links(led, passage.source, (*(led.steps[passage.source].next or ()), also))
    own = {link.to: link for link in variant.steps[step].next or ()}
    beside = led.steps[other]
    onward = tuple(own.get(one.to) or _plain(one, one.to, out) for one in beside.next or ())
    moved = variant.steps[step].model_copy(update={"next": onward, "join": beside.join})
    return led.with_step(moved)


def _origins(variant: Variant, step: str, way: str) -> tuple[str, ...]:
    """What the links into a step, or out of it, come from."""
    found = variant.passages_into(step) if way == "into" else variant.passages_out(step)
    return tuple(dict.fromkeys(origin for one in found for origin in one.link.comes_from or ()))


def _plain(link: Link, to: str, origins: tuple[str, ...]) -> Link:
    """A link on the same condition that says nothing of who carries what."""
    return Link(to=to, when=link.when, comes_from=origins)


def in_one_place(variant: Variant, one: Step, other: Step) -> bool:
    """Whether one body answers at both steps, or both are done in one commune."""
    bodies = set(organisations_at(variant, one.id)) & set(organisations_at(variant, other.id))
    return bool(bodies) or bool(_communes(variant, one) & _communes(variant, other))


def _communes(variant: Variant, step: Step) -> set[str]:
    counters = (variant.atlas.counters.get(name) for name in counters_of(step))
    places = (place for counter in counters if counter is not None for place in counter.places)
    return {place.commune for place in places if place.commune is not None}
