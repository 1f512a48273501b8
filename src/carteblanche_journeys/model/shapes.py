"""What the model says of each place in a file: which keys, which words, which references.

Read from the types of the model, once: so that neither the references nor the advice for a
wrong key are written by hand beside it.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from carteblanche_journeys.model.references import InCurrency, Names, Tested, Told

#: Where a value stands: the keys and list indices that lead to it.
Path = tuple[str | int, ...]

Mark = Names | Tested | Told | InCurrency
#: A marked value: where it stands, what its mark says, the value.
Marked = tuple[Path, Mark, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a model: as an attribute, and as it is written in a file."""

    attribute: str
    written: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class Shape:
    """What may stand at one place: a model, a map, a list, one of several, or a plain value."""

    marks: tuple[Mark, ...] = ()
    choices: tuple[str, ...] = ()
    model: type[BaseModel] | None = None
    fields: tuple[Field, ...] = ()
    key: Shape | None = None
    value: Shape | None = None
    entry: Shape | None = None
    arms: tuple[Shape, ...] = ()
    #: The fields, and whether anything at all, below which a reference stands.
    telling: tuple[Field, ...] = field(default=(), compare=False)
    tells: bool = False


@lru_cache(maxsize=512)
def shape_of(annotation: Any) -> Shape:
    """The shape of a type of the model.

    >>> from carteblanche_journeys.model import Step
    >>> [one.written for one in shape_of(Step).fields][-1]
    'measured_by'
    """
    return _shape(annotation, ())


def _shape(annotation: Any, marks: tuple[Any, ...]) -> Shape:
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return _shape(inner, (*marks, *more))
    ours = tuple(mark for mark in marks if isinstance(mark, Mark))
    if any(isinstance(mark, Tested | Told) for mark in ours):
        return Shape(marks=ours, tells=True)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _model_shape(annotation, ours)
    return _plain_shape(annotation, ours)


def _model_shape(model: type[BaseModel], marks: tuple[Mark, ...]) -> Shape:
    fields = tuple(_field(name, info) for name, info in model.model_fields.items())
    telling = tuple(one for one in fields if one.shape.tells)
    written = tuple(one for one in fields if one.written != "id")
    return Shape(marks, model=model, fields=written, telling=telling, tells=bool(telling or marks))


def _field(name: str, info: FieldInfo) -> Field:
    return Field(name, info.alias or name, _shape(info.annotation, tuple(info.metadata)))


def _plain_shape(annotation: Any, marks: tuple[Mark, ...]) -> Shape:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return _union_shape(args, marks)
    if origin is Literal:
        return Shape(marks, choices=tuple(str(arg) for arg in args if isinstance(arg, str)))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        key, value = (_shape(arg, ()) for arg in args)
        return Shape(marks, key=key, value=value, tells=bool(marks) or key.tells or value.tells)
    if origin is tuple:
        entry = _shape(args[0], ())
        return Shape(marks, entry=entry, tells=bool(marks) or entry.tells)
    return Shape(marks, tells=bool(marks))


def _union_shape(args: tuple[Any, ...], marks: tuple[Mark, ...]) -> Shape:
    arms = [_shape(arg, marks) for arg in args if arg is not type(None)]
    if len(arms) == 1:
        return arms[0]
    return Shape(arms=tuple(arms), tells=any(arm.tells for arm in arms))


def marked(shape: Shape, value: Any, path: Path = ()) -> Iterator[Marked]:
    """Each value that carries a mark, with its path as it would be written.

    Parameters
    ----------
    shape
        The shape of the value's type.
    value
        A validated value of that type.
    path
        Where it stands.

    >>> from carteblanche_journeys.model import Counter
    >>> counter = Counter(name="CAF", owner="caf", competence={"rsa": "decides"})
    >>> [(path, value) for path, _, value in marked(shape_of(Counter), counter)]
    [(('owner',), 'caf'), (('competence', 'rsa'), 'rsa')]
    """
    for mark in shape.marks:
        yield path, mark, value
    if shape.telling and isinstance(value, shape.model or ()):
        yield from _marked_fields(shape, value, path)
    elif shape.value is not None and isinstance(value, Mapping):
        yield from _marked_map(shape, value, path)
    elif shape.entry is not None and isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from marked(shape.entry, entry, (*path, index))
    for arm in shape.arms:
        if arm.tells and _may_hold(arm, value):
            yield from marked(arm, value, path)


def _marked_fields(shape: Shape, thing: BaseModel, path: Path) -> Iterator[Marked]:
    said = thing.model_fields_set
    for one in shape.telling:
        if one.attribute in said:
            held = getattr(thing, one.attribute)
            if held is not None and held is not False:
                yield from marked(one.shape, held, (*path, one.written))


def _marked_map(shape: Shape, found: Mapping[str, Any], path: Path) -> Iterator[Marked]:
    assert shape.key is not None
    assert shape.value is not None
    for key, held in found.items():
        here = (*path, key)
        for mark in shape.key.marks:
            yield here, mark, key
        if shape.value.tells:
            yield from marked(shape.value, held, here)


def _may_hold(arm: Shape, value: Any) -> bool:
    if arm.model is not None:
        return isinstance(value, arm.model)
    if arm.value is not None:
        return isinstance(value, Mapping)
    return isinstance(value, tuple) if arm.entry is not None else isinstance(value, str)


def shape_at(shape: Shape | None, path: Path) -> Shape | None:
    """The shape of what stands at a path, if the model says one.

    >>> from carteblanche_journeys.model import Journey
    >>> link = shape_at(shape_of(Journey), ("steps", "depot", "next", 0))
    >>> link.model.__name__
    'Link'
    """
    for number, part in enumerate(path):
        if shape is None:
            return None
        if shape.arms:
            below = (shape_at(arm, path[number:]) for arm in shape.arms)
            return next((found for found in below if found is not None), None)
        shape = _below(shape, part)
    return shape


def _below(shape: Shape, part: str | int) -> Shape | None:
    if shape.entry is not None:
        return shape.entry if isinstance(part, int) else _below(shape.entry, part)
    if shape.value is not None:
        return shape.value
    return next((one.shape for one in shape.fields if one.written == part), None)


def keys_at(shape: Shape | None, path: Path) -> tuple[str, ...]:
    """The keys that may be written in the map at a path, the core ones first."""
    found = shape_at(shape, path)
    if found is not None and found.entry is not None:
        found = found.entry
    if found is None:
        return ()
    models = [found, *found.arms]
    return tuple(dict.fromkeys(_core_first(one for arm in models for one in arm.fields)))


def _core_first(fields: Iterator[Field]) -> list[str]:
    common = ("note", "status", "sources")
    written = [one.written for one in fields]
    return [name for name in written if name not in common] + [n for n in common if n in written]
