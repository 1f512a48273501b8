"""What things of a journey say, whatever they are called: the same meaning, the same value."""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

from carteblanche_journeys.graph import Passage
from carteblanche_journeys.model import Atlas, Quantity, Step, ways_of
from carteblanche_journeys.model.quantities import MINUTES
from carteblanche_journeys.model.references import Names, Tested, Told
from carteblanche_journeys.model.shapes import Shape, shape_of
from carteblanche_journeys.model.values import Thing

#: How things are called and told, and how sure one is of them: none of it changes what they say.
CALLED = frozenset(
    (
        "id", "title", "name", "label", "note", "status", "sources", "n", "row", "quotes",
        "feeling", "comes_from", "question", "hint", "portrait", "address", "autocomplete",
    )
)  # fmt: skip
#: Fields that list things in no order.
UNORDERED = frozenset(
    ("asks", "yields", "tells", "tells_about", "schemes", "scheme", "presence", "accountable")
)

#: What an id stands for: the kinds of thing that it may name, and the id.
Naming = Callable[[tuple[str, ...], str], Hashable]


def meaning(thing: BaseModel, naming: Naming) -> Mapping[str, Hashable]:
    """What a thing says, field by field; fields left at what they mean anyway are not there.

    Parameters
    ----------
    naming
        What stands for the things that it names.

    >>> meaning(Step(title="Demander", wait="2 h", kind="action"), lambda kinds, name: name)
    {'wait': (120.0, 120.0, 120.0)}
    """
    defaults = _defaults(type(thing))
    found: dict[str, Hashable] = {}
    for one in shape_of(type(thing)).fields:
        name = one.attribute
        if name in CALLED or name not in thing.model_fields_set:
            continue
        held = getattr(thing, name)
        if held != defaults[name]:
            found[name] = _field(one.shape, name, held, naming)
    return found


def differing(
    before: Thing, after: Thing, naming: tuple[Naming, Naming], but: Container[str] = ()
) -> Iterator[str]:
    """The fields in which two things say something else, in the order of the model.

    Parameters
    ----------
    naming
        What stands for the things that each of the two names.
    but
        Fields that are not looked at.

    What is equal as written says the same: an id that both sides have is one thing.

    >>> plain = lambda kinds, name: name
    >>> one, other = Step(title="A", wait="1 h"), Step(title="B", wait="60 min", effort="5 min")
    >>> list(differing(one, other, (plain, plain)))
    ['effort']
    """
    said = before.model_fields_set | after.model_fields_set
    for one in shape_of(type(before)).fields:
        name = one.attribute
        if name not in said or name in CALLED or name in but:
            continue
        was, now = getattr(before, name), getattr(after, name)
        if was is now or was == now:
            continue
        told = (_field(one.shape, name, was, naming[0]), _field(one.shape, name, now, naming[1]))
        if told[0] != told[1]:
            yield name


def _field(shape: Shape, name: str, held: Any, naming: Naming) -> Hashable:
    told = _said(shape, held, naming)
    return _in_no_order(told) if name in UNORDERED else told


@lru_cache(maxsize=128)
def _defaults(model: type[BaseModel]) -> Mapping[str, Any]:
    return {name: info.get_default() for name, info in model.model_fields.items()}


def _in_no_order(told: Hashable) -> Hashable:
    return tuple(sorted(told, key=repr)) if isinstance(told, tuple) else told


def _said(shape: Shape, held: Any, naming: Naming) -> Hashable:
    """A value in a form in which equal meanings are equal."""
    if isinstance(held, Quantity):
        return _quantity(held)
    if isinstance(held, BaseModel):
        return tuple(meaning(held, naming).items())
    if isinstance(held, Mapping):
        return _map(shape, held, naming)
    if isinstance(held, tuple):
        entry = shape.entry or _arm(shape, tuple).entry or Shape()
        return tuple([_said(entry, one, naming) for one in held])
    if isinstance(held, str):
        mark = next(
            (m for s in (shape, *shape.arms) for m in s.marks if isinstance(m, Names)), None
        )
        if mark is not None and held not in mark.words:
            return naming(mark.kinds, held)
    known: Hashable = held
    return known


def _map(shape: Shape, held: Mapping[Any, Any], naming: Naming) -> Hashable:
    own = shape if shape.value is not None or not shape.arms else _arm(shape, dict)
    key, value = own.key or Shape(), own.value or Shape()
    if any(isinstance(mark, Tested | Told) for mark in own.marks):
        key = value = Shape()
    pairs = [(_said(key, k, naming), _said(value, v, naming)) for k, v in held.items()]
    return tuple(sorted(pairs, key=repr))


def _arm(shape: Shape, of: type) -> Shape:
    """Of several shapes the one that holds lists, or maps."""
    fits = (arm for arm in shape.arms if (arm.entry if of is tuple else arm.value) is not None)
    return next(fits, Shape())


def _quantity(quantity: Quantity) -> Hashable:
    more = tuple(
        (name, getattr(quantity, name))
        for name in ("cause", "announced")
        if getattr(quantity, name, None) is not None
    )
    if quantity.unit in MINUTES:
        return (*quantity.minutes, *more)
    return (quantity.low, quantity.likely, quantity.high, quantity.unit, *more)


def meaning_of_step(step: Step, atlas: Atlas, naming: Naming) -> Mapping[str, Hashable]:
    """What a step says, but for what follows it; its ways one by one, however written.

    >>> from carteblanche_journeys.model import Counter
    >>> atlas = Atlas(counters={"caf": Counter(name="CAF", owner="caf", channels=["phone"])})
    >>> short = Step(title="Appeler", at="caf")
    >>> long = Step(title="Appeler", ways=[{"counter": "caf", "channel": "phone"}])
    >>> plain = lambda kinds, name: name
    >>> meaning_of_step(short, atlas, plain) == meaning_of_step(long, atlas, plain)
    True
    """
    found = dict(meaning(step, naming))
    for name in ("at", "ways", "next"):
        found.pop(name, None)
    if found.get("actor") == "person":
        del found["actor"]
    found["ways"] = meaning_of_ways(step, atlas, naming)
    return found


def meaning_of_ways(step: Step, atlas: Atlas, naming: Naming) -> tuple[Hashable, ...]:
    """What each way of a step says, in order."""
    return tuple(tuple(meaning(way, naming).items()) for way in ways_of(step, atlas))


def meaning_of_link(passage: Passage, naming: Naming) -> Hashable:
    """What a link says, but for where it leads.

    >>> from carteblanche_journeys.graph import links
    >>> from carteblanche_journeys.model import Journey
    >>> steps = {"a": {"title": "A", "next": {"to": "b", "carried": "person"}}, "b": {"title": "B"}}
    >>> (passage,) = links(Journey(title="X", steps=steps))
    >>> meaning_of_link(passage, lambda kinds, name: name)
    (('carried', 'person'),)
    """
    told = dict(meaning(passage.link, naming))
    told.pop("to", None)
    return tuple(told.items())
