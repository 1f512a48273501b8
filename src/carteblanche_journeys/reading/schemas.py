"""JSON Schemas of the kinds of file, for the completion and the checks of editors."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any, Literal

from pydantic import TypeAdapter
from pydantic.json_schema import PydanticJsonSchemaWarning

from carteblanche_journeys.reading.kinds import Kind, kinds

if TYPE_CHECKING:
    from carteblanche_journeys.redesigns import Move

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NULL = {"type": "null"}


def schemas() -> dict[str, dict[str, Any]]:
    """The JSON Schema of each kind of file, by the name under which it is kept.

    >>> "title" in schemas()["journey.schema.json"]["properties"]
    True
    """
    return {f"{name}.schema.json": _schema(kind) for name, kind in sorted(kinds().items())}


def _schema(kind: Kind) -> dict[str, Any]:
    with warnings.catch_warnings():
        # An empty map is a default that JSON Schema cannot show, and need not.
        warnings.simplefilter("ignore", PydanticJsonSchemaWarning)
        made = _journey(kind) if kind.name == "journey" else kind.adapter.json_schema()
    kept: dict[str, Any] = _for_authors(made)
    return {"$schema": DIALECT, **kept, "title": kind.name}


def _journey(kind: Kind) -> dict[str, Any]:
    """A journey whose moves are those that there are, each with its own arguments."""
    from carteblanche_journeys.redesigns import all_moves

    moves = {one.name: one for one in all_moves()}
    asked: list[tuple[str, Literal["validation"], TypeAdapter[Any]]] = [
        (name, "validation", TypeAdapter(move.arguments)) for name, move in moves.items()
    ]
    found, shared = TypeAdapter.json_schemas([(kind.name, "validation", kind.adapter), *asked])
    kept: dict[str, Any] = dict(shared["$defs"])
    journey = _taken(kept, found[kind.name, "validation"])
    kept["Move"] = {
        "anyOf": [
            _move(move, _taken(kept, found[name, "validation"])) for name, move in moves.items()
        ]
    }
    fields = {**journey["properties"], "moves": _with_moves(journey["properties"]["moves"])}
    titled = [{"required": ["title"]}, {"required": ["redesigns"]}]
    without = {name: part for name, part in journey.items() if name != "required"}
    return {**without, "properties": fields, "anyOf": titled, "$defs": dict(sorted(kept.items()))}


def _taken(kept: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    """What a reference leads to, taken out of the shared definitions."""
    taken: dict[str, Any] = kept.pop(part["$ref"].rpartition("/")[2]) if "$ref" in part else part
    return taken


def _move(move: Move, arguments: dict[str, Any]) -> dict[str, Any]:
    return {
        **arguments,
        "title": move.name,
        "description": move.prose["en"].does,
        "properties": {"move": {"const": move.name}, **arguments.get("properties", {})},
        "required": ["move", *arguments.get("required", ())],
    }


def _with_moves(part: Any) -> Any:
    """The schema of `moves`, with the moves there are where any map was allowed."""
    if isinstance(part, list):
        return [_with_moves(one) for one in part]
    if not isinstance(part, dict):
        return part
    if part.get("type") == "object":
        return {"$ref": "#/$defs/Move"}
    return {name: _with_moves(value) for name, value in part.items()}


def _for_authors(part: Any) -> Any:
    """Unknown is said by leaving out, so no null; a key that is no id is a mistake."""
    if isinstance(part, list):
        return [_for_authors(one) for one in part if one != _NULL]
    if not isinstance(part, dict):
        return part
    kept = {
        key: _for_authors(value) for key, value in part.items() if not _says_nothing(key, value)
    }
    if "patternProperties" in kept:
        kept["additionalProperties"] = False
    arms = kept.get("anyOf")
    if arms is not None and len(arms) == 1:
        del kept["anyOf"]
        kept = {**arms[0], **kept}
    return kept


def _says_nothing(key: str, value: Any) -> bool:
    return key == "default" and value in (None, {}, [], ())
