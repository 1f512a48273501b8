"""A map that cannot change: what frozen values hold where a dict would let them change."""

from __future__ import annotations

from typing import Any, NoReturn, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class FrozenMap(dict[K, V]):
    """A dict that refuses every change, and can therefore be hashed and shared.

    >>> stages = FrozenMap({"alerte": "L'alerte"})
    >>> stages["alerte"]
    "L'alerte"
    >>> stages["suite"] = "La suite"
    Traceback (most recent call last):
    TypeError: this map cannot change; build a new one
    """

    __slots__ = ()

    def _refuse(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError("this map cannot change; build a new one")

    __setitem__ = __delitem__ = clear = pop = popitem = setdefault = update = _refuse
    __ior__ = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(self.items()))

    def __copy__(self) -> FrozenMap[K, V]:
        return self

    def __deepcopy__(self, memo: Any) -> FrozenMap[K, V]:
        return self

    def __reduce__(self) -> tuple[type[FrozenMap[K, V]], tuple[dict[K, V]]]:
        return FrozenMap, (dict(self),)


def frozen(value: Any) -> Any:
    """A plain value, such as a file holds, that cannot change, however deep.

    >>> frozen({"counters": ["caf", {"at": "cahors"}]})["counters"]
    ('caf', {'at': 'cahors'})
    """
    if isinstance(value, dict):
        return FrozenMap({key: frozen(one) for key, one in value.items()})
    return tuple(map(frozen, value)) if isinstance(value, list | tuple) else value
