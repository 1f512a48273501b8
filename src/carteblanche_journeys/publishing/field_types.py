"""What a field takes, in words: from the types of the model to the format's reference."""

from __future__ import annotations

from collections.abc import Mapping
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from carteblanche_journeys.model import Step, conditions, counters, quantities, values, waivers
from carteblanche_journeys.model.edits import StepChanges
from carteblanche_journeys.model.references import Names, Tested
from carteblanche_journeys.words import Words

#: Types that have a word of their own, and where they are explained.
_NAMED: tuple[tuple[Any, str], ...] = (
    (values.Text, "text"),
    (values.Id, "id"),
    (quantities.Duration, "duration"),
    (quantities.Distance, "distance"),
    (quantities.Money, "money"),
    (quantities.Wait, "wait"),
    (quantities.ShareQuantity, "share"),
    (quantities.CountQuantity, "count"),
    (quantities.Factor, "factor"),
    (quantities.Quantity, "quantity"),
    (quantities.Range, "range"),
    (waivers.Day, "day"),
    (counters.Coordinates, "coordinates"),
    (conditions.Test, "test"),
    (bool, "yes-no"),
    (int, "integer"),
    (float, "number"),
    (str, "word"),
    (Any, "anything"),
)

#: Kinds that are explained where another is, whose fields they have.
_EXPLAINED_AT: dict[type[values.Value], type[values.Value]] = {StepChanges: Step}


def said(hint: Any, words: Words) -> str:
    """What a field of that type takes, as Markdown; absence (`None`) is not said.

    Parameters
    ----------
    hint
        A resolved type of the model, with what `Annotated` adds.

    Raises
    ------
    TypeError
        For a type that the reference has no words for: a fault of ours.

    >>> from carteblanche_journeys.words import words_for
    >>> said(values.Several[Literal["queue", "law"]] | None, words_for("en"))
    '`queue`, `law`, or a list'
    """
    for known, word in _NAMED:
        if hint == known:
            return words(f"type.{word}")
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _marked(inside[0], inside[1:], words)
    if origin in (Union, UnionType):
        kept = [said(one, words) for one in inside if one is not type(None)]
        return words.series(dict.fromkeys(kept), last="or")
    if origin is Literal:
        return ", ".join(f"`{str(value).lower()}`" for value in inside)
    if origin is tuple:
        return words("type.several", one=said(inside[0], words))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return words("type.map", key=said(inside[0], words), one=said(inside[1], words))
    if isinstance(hint, type) and issubclass(hint, values.Value):
        return f"[{words(f'thing.{hint.__name__}')}](#{anchor(hint)})"
    raise TypeError(f"no words for {hint!r}")


def _marked(hint: Any, marks: tuple[Any, ...], words: Words) -> str:
    for mark in marks:
        if isinstance(mark, Names):
            return _reference(mark, words)
        if isinstance(mark, Tested):
            return words("type.condition")
    return said(hint, words)


def _reference(names: Names, words: Words) -> str:
    kinds = words.series((words(f"names.{kind}") for kind in names.kinds), last="or")
    reserved = [f"`{word}`" for word in sorted(names.words)]
    if not reserved:
        return words("type.reference", kinds=kinds)
    return words("type.reference-or", kinds=kinds, reserved=", ".join(reserved))


def anchor(kind: type[values.Value]) -> str:
    """Where a kind of value is explained on the page: its name in the code, in lower case."""
    return _EXPLAINED_AT.get(kind, kind).__name__.lower()


def kinds_in(hint: Any) -> tuple[type[values.Value], ...]:
    """The kinds of value that a type holds, in order, each once.

    >>> from carteblanche_journeys.model import Person
    >>> kinds_in(values.Several[Person] | None)
    (<class 'carteblanche_journeys.model.personas.Person'>,)
    """
    if isinstance(hint, type) and issubclass(hint, values.Value):
        return (hint,)
    parts = get_args(hint)
    inside = parts[:1] if get_origin(hint) is Annotated else parts
    return tuple(dict.fromkeys(kind for part in inside for kind in kinds_in(part)))
