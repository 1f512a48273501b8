"""Short and long forms: one entry for a list, one word for a map; and their JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

JsonSchema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ShortForm:
    """Where a map is expected, a plain value stands for a map with that one key.

    >>> ShortForm("to").lengthen("visite")
    {'to': 'visite'}
    """

    key: str
    written: str = "string"

    def lengthen(self, raw: Any) -> Any:
        """The long form of what was written; a map is one already."""
        return raw if isinstance(raw, Mapping | BaseModel) else {self.key: raw}

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.lengthen, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchema:
        return {"anyOf": [{"type": self.written}, handler(schema)]}


@dataclass(frozen=True, slots=True)
class OrOne:
    """Where a list is expected, a single entry stands for a list of one.

    >>> OrOne().listed("identity"), OrOne().listed(["identity"])
    (['identity'], ['identity'])
    """

    def listed(self, raw: Any) -> Any:
        """The list meant by what was written."""
        return raw if isinstance(raw, list | tuple) else [raw]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.listed, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchema:
        many = handler(schema)
        return {"anyOf": [many["items"], many]}
