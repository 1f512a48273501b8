"""Arguments of any move, drawn from the names that a variant knows and a few that it does not."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Any

from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from carteblanche_journeys.model.quantities import Quantity
from carteblanche_journeys.model.references import Names
from carteblanche_journeys.model.shapes import Shape, shape_of
from carteblanche_journeys.redesigns import Chosen, Move, Variant, chosen

#: Plain values, of which those are drawn that an argument takes.
PLAIN = ("15 min", "14 d", "30 %", "20 EUR", 2, 30, True, False, "nouveau", "Un mot")
NOBODY = "inconnu"

Known = Mapping[str, tuple[str, ...]]


@st.composite
def written_moves(draw: st.DrawFn, move: Move, variant: Variant) -> dict[str, Any]:
    """A move as a file would write it: arguments of the right types, whatever they mean."""
    known = _known(variant)
    shapes = {one.attribute: one.shape for one in shape_of(move.arguments).fields}
    written = {"move": move.name}
    for name, info in move.arguments.model_fields.items():
        if info.is_required() or draw(st.booleans()):
            drawn = draw(_value(shapes[name], _annotation(info), known))
            written[info.alias or name] = drawn
    return written


def argued(written: Mapping[str, Any]) -> Chosen | None:
    """The move with these arguments, as many as make sense together; None where none do."""
    few = dict(written)
    while len(few) > 1:
        try:
            return chosen(few)
        except ValidationError:
            few.popitem()
    return None


def _known(variant: Variant) -> Known:
    """By kind, the names that a variant knows."""
    atlas = variant.atlas
    communes = [name for one in atlas.territories.values() for name in one.communes]
    shelves = (
        "organisation",
        "actor",
        "counter",
        "fact",
        "scheme",
        "persona",
        "purpose",
    )
    return {
        **{kind: tuple(getattr(atlas, f"{kind}s")) for kind in shelves},
        "evidence": tuple(atlas.evidence),
        "commune": tuple(communes),
        "step": tuple(variant.steps),
        "stage": tuple(variant.journey.stages),
    }


def _annotation(info: FieldInfo) -> Any:
    """The whole type of a field, what is checked after it too."""
    whole: Any = info.annotation
    for one in info.metadata:
        whole = Annotated[whole, one]
    return whole


def _value(shape: Shape, annotation: Any, known: Known) -> st.SearchStrategy[Any]:
    """A value as a file would write it."""
    marks = [mark for mark in shape.marks if isinstance(mark, Names)]
    if marks:
        # A name that nobody knows, now and then.
        names = [name for mark in marks for name in _of(mark, known)]
        return st.sampled_from([*names * 3, NOBODY])
    if shape.choices:
        return st.sampled_from(shape.choices)
    if shape.entry is not None:
        return st.lists(_value(shape.entry, None, known), min_size=1, max_size=3)
    if shape.model is not None and not issubclass(shape.model, Quantity):
        fields = shape.model.model_fields
        return st.fixed_dictionaries(
            {
                one.written: _value(one.shape, _annotation(fields[one.attribute]), known)
                for one in shape.fields
                if one.written not in ("note", "status", "sources")
            }
        )
    return st.sampled_from(_taken(annotation))


def _of(mark: Names, known: Known) -> list[str]:
    return [*mark.words, *(name for kind in mark.kinds for name in known[kind])]


@lru_cache(maxsize=256)
def _taken(annotation: Any) -> tuple[Any, ...]:
    """The plain values that a type takes."""
    adapter: TypeAdapter[Any] = TypeAdapter(annotation)
    found = []
    for value in PLAIN:
        try:
            adapter.validate_python(value)
        except ValidationError:
            continue
        found.append(value)
    assert found, f"no value for {annotation}"
    return tuple(found)
