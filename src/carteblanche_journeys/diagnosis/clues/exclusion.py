"""Whether two conditions can hold for one person."""

from __future__ import annotations

from collections.abc import Mapping

from carteblanche_journeys.model import Test


def excludes(one: Test, other: Test) -> bool:
    """Whether no value passes both tests; a test of which nobody says how excludes nothing.

    >>> excludes(Test(least=1, most=4), Test(least=5, most=6))
    True
    >>> excludes(Test(values=("cdi",)), Test(values=("cdi", "cdd"))), excludes(Test(), Test())
    (False, False)
    """
    if one.values:
        return all(other.holds(value) is False for value in one.values)
    if other.values:
        return excludes(other, one)
    return _below(one, other) or _below(other, one)


def _below(one: Test, other: Test) -> bool:
    return one.most is not None and other.least is not None and one.most < other.least


def together(one: Mapping[str, Test], other: Mapping[str, Test]) -> bool:
    """Whether nothing says that the same person cannot meet both conditions.

    >>> together({"age": Test(least=60)}, {"age": Test(most=50)})
    False
    """
    return not any(excludes(test, other[name]) for name, test in one.items() if name in other)
