"""From an error of the model to a mistake: which code, what was allowed, what was meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from carteblanche_journeys.model.shapes import Shape, keys_at
from carteblanche_journeys.reading.mistakes import Path
from carteblanche_journeys.reading.nearest import nearest, plain

#: How many allowed words are worth listing.
FEW = 12
#: What pydantic says, and what was wanted there.
_WANTED = {
    "string_type": "text",
    "int_type": "whole",
    "int_parsing": "whole",
    "int_parsing_size": "whole",
    "int_from_float": "whole",
    "float_type": "number",
    "float_parsing": "number",
    "finite_number": "number",
    "bool_type": "yes-no",
    "bool_parsing": "yes-no",
    "model_type": "map",
    "model_attributes_type": "map",
    "dict_type": "map",
    "mapping_type": "map",
    "tuple_type": "list",
    "list_type": "list",
    "text-form": "text",
    "reference-form": "id",
}
_PATTERNS = {"date": "date", "by_date": "month-day", "language": "language", "currency": "currency"}
#: Errors of a whole thing that are about one of its keys.
ABOUT_KEYS: Mapping[str, tuple[str, ...]] = {
    "appeal-true": ("appeal",),
    "outcome-result": ("kind",),
    "result-outcome": ("result",),
    "choice-when": ("when", "share"),
}
#: Errors that only follow where the other key was wrong itself.
BECAUSE_OF: Mapping[str, str] = {"outcome-result": "result", "result-outcome": "kind"}


@dataclass(frozen=True, slots=True)
class Slip:
    """A mistake at a path inside a file; `key` where the key itself is meant."""

    path: Path
    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    allowed: tuple[str, ...] = ()
    near: str = ""
    key: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """An error as the model told it, at the place that the file really has."""

    type: str
    path: Path
    context: Mapping[str, Any]
    written: Any
    on_key: bool


def slip_of(told: Told, raw: Any, shape: Shape) -> Slip:
    """The mistake behind one error.

    Parameters
    ----------
    told
        The error.
    raw
        What the whole file holds.
    shape
        What such a file may hold.
    """
    if told.on_key:
        return _key_slip(told, raw)
    if told.type in ABOUT_KEYS:
        return _about_key(told, raw)
    make = _MAKERS.get(told.type)
    if make is not None:
        return make(told, shape)
    if told.type in _WANTED:
        return _wrong_kind(told)
    values = {name: value for name, value in told.context.items() if name != "error"}
    path = (*told.path, values["trait"]) if "trait" in values else told.path
    return Slip(path, told.type if _is_ours(told.type) else "wrong", values)


def _is_ours(code: str) -> bool:
    return "-" in code


def _key_slip(told: Told, raw: Any) -> Slip:
    """A key that is no id, or none of the words that may stand there."""
    key, values = str(told.path[-1]), {"id": told.path[-1]}
    if told.type == "literal_error":
        allowed = _literals(told)
        return Slip(told.path, "not-allowed", values, allowed, nearest(key, allowed), key=True)
    beside = raw
    for part in told.path[:-1]:
        beside = beside[part]
    twin = next((other for other in beside if other != key and alike(other, key)), None)
    if told.type == "id-form" and twin is not None:
        return Slip(told.path, "ids-alike", {**values, "other": twin}, key=True)
    code = told.type if _is_ours(told.type) else "wrong"
    return Slip(told.path, code, values, near=_as_id(key) if code == "id-form" else "", key=True)


def alike(one: str, other: str) -> bool:
    """Whether two ids differ by nothing but capitals, accents' spelling or separators.

    >>> alike("CAF", "caf"), alike("caf", "cpam")
    (True, False)
    """
    return plain(one) == plain(other)


def _as_id(key: str) -> str:
    """The id that a name would be, if it would be one."""
    made = re.sub(r"[^a-z0-9]+", "-", plain(key)).strip("-")[:80]
    return made if made != key else ""


def _unknown_key(told: Told, shape: Shape) -> Slip:
    key = str(told.path[-1])
    known = keys_at(shape, told.path[:-1])
    near = nearest(key, known)
    allowed = known if len(known) <= FEW else () if near else (*known[:FEW], "…")
    return Slip(told.path, "key-unknown", {"key": key}, allowed, near, key=True)


def _missing(told: Told, shape: Shape) -> Slip:
    key = told.path[-1]
    if isinstance(key, int):
        return Slip(told.path[:-1], "coordinates")
    return Slip(told.path, "key-missing", {"key": key}, key=True)


def _not_allowed(told: Told, shape: Shape) -> Slip:
    allowed = _literals(told)
    near = nearest(told.written, allowed)
    return Slip(told.path, "not-allowed", {"id": written(told.written)}, allowed, near)


def _literals(told: Told) -> tuple[str, ...]:
    expected = str(told.context.get("expected", ""))
    return tuple(re.findall(r"'([^']*)'", expected)) + (("false",) if "False" in expected else ())


def _bound(told: Told, shape: Shape) -> Slip:
    bounds = {"greater_than_equal": "ge", "less_than_equal": "le"}
    values = {"bound": told.context[bounds[told.type]], "written": written(told.written)}
    values["bound"] = f"{values['bound']:.12g}"
    return Slip(told.path, "too-low" if told.type == "greater_than_equal" else "too-high", values)


def _pattern(told: Told, shape: Shape) -> Slip:
    name = next((part for part in reversed(told.path) if isinstance(part, str)), "")
    code = f"want-{_PATTERNS.get(name, 'other')}"
    return Slip(told.path, code, {"written": written(told.written)})


def _id_written(told: Told, shape: Shape) -> Slip:
    return Slip((*told.path, told.context["id"], "id"), "id-written", dict(told.context), key=True)


def _about_key(told: Told, raw: Any) -> Slip:
    for part in told.path:
        raw = raw[part]
    key = next(key for key in ABOUT_KEYS[told.type] if key in raw)
    return Slip((*told.path, key), told.type)


def _coordinates(told: Told, shape: Shape) -> Slip:
    return Slip(told.path, "coordinates")


_MAKERS: dict[str, Callable[[Told, Shape], Slip]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "literal_error": _not_allowed,
    "greater_than_equal": _bound,
    "less_than_equal": _bound,
    "string_pattern_mismatch": _pattern,
    "too_long": _coordinates,
    "id-written": _id_written,
}


def _wrong_kind(told: Told) -> Slip:
    wanted, got = _WANTED[told.type], kind_of(told.written)
    return Slip(told.path, f"want-{wanted}.{got}", {"written": written(told.written)})


def kind_of(value: Any) -> str:
    """What kind of value was written, by its name in the catalogue of words."""
    if isinstance(value, bool):
        return "yes-no"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, str):
        return "text"
    return "list" if isinstance(value, list) else "map"


def written(value: Any) -> str:
    """A plain value as its author wrote it, or nearly; a map or list is not repeated."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "…" if isinstance(value, dict | list) else str(value)
