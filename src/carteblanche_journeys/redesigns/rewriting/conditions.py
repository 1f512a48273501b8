"""Conditions of several things made one: that of any of them, or of two at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from carteblanche_journeys.model import Test
from carteblanche_journeys.model.frozen import FrozenMap

Conditions = Mapping[str, Test]


def either(conditions: Iterable[Conditions]) -> FrozenMap[str, Test]:
    """A condition that holds wherever one of these does; where that cannot be said, a wider one.

    >>> shop, craft = {"trade": Test(values=("shop",))}, {"trade": Test(values=("craft",))}
    >>> either([shop, craft])["trade"].values
    ('shop', 'craft')
    >>> either([shop, {}])
    {}
    """
    every = list(conditions)
    common = [key for key in every[0] if all(key in one for one in every)] if every else []
    found = {key: _any([one[key] for one in every]) for key in common}
    return FrozenMap({key: test for key, test in found.items() if test is not None})


def _any(tests: Sequence[Test]) -> Test | None:
    """What passes any of these tests; None where everything does, or nobody can say."""
    if Test() in tests:
        return Test()
    if all(test.values for test in tests):
        # True == 1 in Python; a yes is not a one here.
        named = {(isinstance(v, bool), v): v for test in tests for v in test.values}
        both_ways = {(True, True), (True, False)} <= named.keys()
        return None if both_ways else Test(values=tuple(named.values()))
    if any(test.values for test in tests):
        return None
    least, most = [test.least for test in tests], [test.most for test in tests]
    low = None if None in least else min(one for one in least if one is not None)
    high = None if None in most else max(one for one in most if one is not None)
    return None if low is None and high is None else Test(least=low, most=high)


def both(outer: Conditions, inner: Conditions) -> FrozenMap[str, Test]:
    """A condition that holds where both do; `together` says whether it ever can.

    >>> both({"a": Test(values=(1, 2))}, {"a": Test(values=(2, 3)), "b": Test(values=(4,))})
    {'a': Test(values=(2,), least=None, most=None), 'b': Test(values=(4,), least=None, most=None)}
    """
    shared = {key: _narrowed(outer[key], inner[key]) for key in outer if key in inner}
    return FrozenMap({**outer, **inner, **shared})


def _narrowed(one: Test, other: Test) -> Test:
    if one.values and other.values:
        return Test(values=tuple(value for value in other.values if one.holds(value)))
    if one.values or other.values:
        named, ends = (one, other) if one.values else (other, one)
        return Test(values=tuple(value for value in named.values if ends.holds(value) is not False))
    least = [end for end in (one.least, other.least) if end is not None]
    most = [end for end in (one.most, other.most) if end is not None]
    return Test(least=max(least, default=None), most=min(most, default=None))
