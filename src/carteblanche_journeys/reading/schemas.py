"""JSON Schemas of the kinds of file, for the completion and the checks of editors."""

from __future__ import annotations

import warnings
from typing import Any

from pydantic.json_schema import PydanticJsonSchemaWarning

from carteblanche_journeys.reading.kinds import Kind, kinds

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
        made = kind.adapter.json_schema(mode="validation")
    kept: dict[str, Any] = _for_authors(made)
    return {"$schema": DIALECT, **kept, "title": kind.name}


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
