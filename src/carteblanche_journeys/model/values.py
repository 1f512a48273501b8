"""The bricks of the model: frozen things, ids, texts, maps that cannot change.

Mistakes are raised as `PydanticCustomError` with a code of ours; the reading room turns a
code into a sentence in the reader's language, with the place in the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    Strict,
)
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import PydanticCustomError

from carteblanche_journeys.model.forms import OrOne
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.references import SourceId

Status = Literal["published", "observed", "assumed", "to-verify", "proposed", "default"]

#: Words that mean something wherever an id may stand, and so cannot be ids.
RESERVED_IDS = frozenset({"person", "home", "nearest", "any", "birth"})
#: An editor that follows YAML 1.1 turns these keys into true and false.
TREACHEROUS_KEYS = frozenset({"on", "off", "yes", "no", "y", "n"})
#: Ids become names of files, and no file can be called so on every machine.
DEVICE_NAMES = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)
}
LONGEST_ID = 80

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check_id(name: object) -> str:
    """Give back `name` if it can name a thing, else raise with what an id looks like.

    >>> check_id("avoir-un-enfant")
    'avoir-un-enfant'
    """
    if not isinstance(name, str) or len(name) > LONGEST_ID or not _ID.fullmatch(name):
        raise PydanticCustomError(
            "id-form", "'{id}' cannot be an id: lower-case words joined by '-'", {"id": str(name)}
        )
    if name in RESERVED_IDS or name in TREACHEROUS_KEYS or name in DEVICE_NAMES:
        raise PydanticCustomError("id-reserved", "'{id}' is a reserved word", {"id": name})
    return name


def is_id(name: object) -> bool:
    """Whether `name` can name a thing.

    >>> is_id("caf"), is_id("CAF"), is_id("person")
    (True, False, False)
    """
    try:
        check_id(name)
    except PydanticCustomError:
        return False
    return True


def _check_text(text: object) -> object:
    if isinstance(text, str):
        if not text.strip():
            raise PydanticCustomError("text-empty", "this text is empty", {})
        return text
    if isinstance(text, Mapping) and text and all(_is_translation(*pair) for pair in text.items()):
        return FrozenMap(text)
    raise PydanticCustomError("text-form", "a text is expected here", {})


def _is_translation(language: object, text: object) -> bool:
    return (
        isinstance(language, str)
        and re.fullmatch(r"[a-z]{2,3}", language) is not None
        and isinstance(text, str)
        and bool(text.strip())
    )


_IdSchema = Annotated[str, Field(pattern=f"^{_ID.pattern}$", max_length=LONGEST_ID)]
Id = Annotated[str, PlainValidator(check_id, json_schema_input_type=_IdSchema)]
#: What people read: a string in the atlas's language, or a map from language to string.
Text = Annotated[
    str | Mapping[str, str],
    PlainValidator(_check_text, json_schema_input_type=str | dict[str, str]),
]

K = TypeVar("K")
V = TypeVar("V")

#: What a map that says nothing is.
EMPTY: FrozenMap[Any, Any] = FrozenMap()

#: A map that cannot change once validated.
Frozen = Annotated[Mapping[K, V], AfterValidator(FrozenMap)]


#: A list that a single entry may stand for.
Several = Annotated[tuple[V, ...], OrOne()]

#: True or false, and nothing that merely looks like it.
YesNo = Annotated[bool, Strict()]

#: A whole number of times, of copies, of people: a million at most.
Number = Annotated[int, Field(ge=0, le=1_000_000)]


class Value(BaseModel):
    """A frozen value of the model; a key it does not know is a mistake."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True
    )


class Thing(Value):
    """A value that may say where it comes from and how sure it is; the nearest mark wins."""

    note: Text | None = Field(None, description="A remark, shown beside the thing.")
    status: Status | None = Field(
        None, description="How sure: published, observed, assumed, to-verify, proposed, default."
    )
    sources: Several[SourceId] = Field((), description="Ids of sources.yml.")


class Named(Thing):
    """A thing that stands in a map under its id and knows that id."""

    id: SkipJsonSchema[str] = Field("", exclude=True, repr=True)


N = TypeVar("N", bound=Named)


def _tell_ids(raw: object) -> object:
    """Give each entry of a map its key as id; a written `id` key is left to be refused."""
    if not isinstance(raw, Mapping):
        return raw
    return {key: _with_id(key, entry) for key, entry in raw.items()}


def _with_id(key: object, entry: object) -> object:
    if isinstance(entry, Mapping):
        if "id" in entry:
            raise PydanticCustomError(
                "id-written", "the id of a thing is its key: '{id}'", {"id": str(key)}
            )
        return {**entry, "id": key}
    if isinstance(entry, Named) and entry.id != key:
        return entry.model_copy(update={"id": key})
    return entry


#: A map from id to named things.
ById = Annotated[
    Mapping[Id, N],
    BeforeValidator(_tell_ids),
    AfterValidator(FrozenMap),
]
