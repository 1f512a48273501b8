"""What one process keeps of a site: whatever stands on ground that has not moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from carteblanche_journeys.model import Atlas
from carteblanche_journeys.model.values import Value

T = TypeVar("T")


@dataclass
class Memory:
    """Keeps what has been made, with all that it was made from.

    Whatever every page may stand on (all of the atlas but its journeys, the language) is
    looked at once for a site: where it has moved, all is forgotten.

    >>> memory = Memory()
    >>> memory.recall("a page", ("ground",), lambda: "made"), memory.recall(
    ...     "a page", ("ground",), lambda: "made again"
    ... )
    ('made', 'made')
    """

    shared: tuple[object, ...] = ()
    made: dict[object, tuple[tuple[object, ...], Any]] = field(default_factory=dict, repr=False)

    def stand_on(self, atlas: Atlas, *more: object) -> None:
        """Forget all where an atlas differs from the last one in more than its journeys."""
        kinds = (kind for kind in type(atlas).model_fields if kind != "journeys")
        shared = (*(getattr(atlas, kind) for kind in kinds), *more)
        if not alike(shared, self.shared):
            self.shared = shared
            self.made.clear()

    def recall(self, key: object, ground: tuple[object, ...], make: Callable[[], T]) -> T:
        """What was made under that key from equal ground, or what `make` gives now."""
        kept = self.made.get(key)
        if kept is None or not alike(kept[0], ground):
            kept = self.made[key] = (ground, make())
        known: T = kept[1]
        return known


def alike(one: object, other: object) -> bool:
    """Whether two grounds are equal, and in the same order: pages follow that of maps.

    >>> alike(({"a": 1, "b": 2},), ({"b": 2, "a": 1},))
    False
    """
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return alike(tuple(one.items()), tuple(other.items()))
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    if isinstance(one, Value):
        return all(alike(getattr(one, f), getattr(other, f)) for f in type(one).model_fields)
    return one == other
