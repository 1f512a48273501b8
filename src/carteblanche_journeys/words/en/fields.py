"""English words for the fields of the format: the model's own descriptions, written once."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys import model
from carteblanche_journeys.model.values import Value


def described() -> Iterator[tuple[str, str]]:
    """Each field that the model describes: `Class.key`, the key being that of a file, and how.

    >>> dict(described())["Counter.owner"]
    'The organisation that answers for it.'
    """
    for kind in sorted(_kinds(Value), key=lambda one: one.__name__):
        for name, field in kind.model_fields.items():
            if name in kind.__annotations__ and field.description:
                yield f"{kind.__name__}.{field.alias or name}", field.description


def _kinds(kind: type[Value]) -> Iterator[type[Value]]:
    for one in kind.__subclasses__():
        if one.__module__.startswith(model.__name__):
            yield one
            yield from _kinds(one)


WORDS: dict[str, str | tuple[str, str]] = {f"field.{name}": text for name, text in described()}
