"""Arguments of any move, drawn from the names that a variant knows and a few that it does not."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from carteblanche_journeys.model.references import Names
from carteblanche_journeys.model.shapes import Shape, shape_of
from carteblanche_journeys.redesigns import Chosen, Move, Variant, chosen

#: Plain values, of which those are tried that an argument takes.
PLAIN = ("15 min", "14 d", "30 %", "20 EUR", 2, 30, True, False, "entry", "un mot")
NOBODY = "inconnu"


@st.composite
def arguments_of(draw: st.DrawFn, move: Move, variant: Variant) -> Chosen | None:
    """A move with arguments of the right types; None where together they make no sense."""
    written = {
        name: value
        for name, info in move.arguments.model_fields.items()
        if (value := draw(_argument(info, move, name, variant))) is not None
    }
    try:
        return chosen({"move": move.name, **written})
    except ValidationError:
        return None


def _argument(info: Any, move: Move, name: str, variant: Variant) -> st.SearchStrategy[Any]:
    written = info.alias or name
    shape = next(one.shape for one in shape_of(move.arguments).fields if one.written == written)
    value = _value(shape, info.annotation, _names(variant))
    return value if info.is_required() else st.one_of(st.none(), value)


def _names(variant: Variant) -> Mapping[str, tuple[str, ...]]:
    atlas = variant.atlas
    communes = [name for one in atlas.territories.values() for name in one.communes]
    return {
        "step": tuple(variant.steps),
        "stage": tuple(variant.journey.stages) or (NOBODY,),
        "commune": tuple(communes),
        "organisation": tuple(atlas.organisations),
        "actor": tuple(atlas.actors),
        "counter": tuple(atlas.counters),
        "evidence": tuple(atlas.evidence),
        "fact": tuple(atlas.facts),
        "scheme": tuple(atlas.schemes),
        "persona": tuple(atlas.personas),
        "purpose": tuple(atlas.purposes),
    }


def _value(
    shape: Shape, annotation: Any, names: Mapping[str, tuple[str, ...]]
) -> st.SearchStrategy[Any]:
    """A value as a file would write it."""
    for mark in shape.marks:
        if isinstance(mark, Names):
            known = [name for kind in mark.kinds for name in names[kind]]
            rarely = st.integers(0, 19).map(lambda n: n == 0)
            return rarely.flatmap(lambda no: st.just(NOBODY) if no else st.sampled_from(known))
    if shape.choices:
        return st.sampled_from(shape.choices)
    if shape.entry is not None:
        return st.lists(_value(shape.entry, None, names), min_size=1, max_size=3)
    if shape.model is not None and shape.tells:
        return st.fixed_dictionaries(
            {
                one.written: _value(one.shape, shape.model.model_fields[one.attribute].annotation,
                                    names)
                for one in shape.fields
                if one.written not in ("note", "status", "sources")
            }
        )  # fmt: skip
    return st.sampled_from(_taken(annotation))


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
