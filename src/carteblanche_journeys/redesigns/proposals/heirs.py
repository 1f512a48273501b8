"""Which steps of a redesign come from which of the journey that it redesigns."""

from __future__ import annotations

from collections.abc import Mapping

from carteblanche_journeys.model import Journey
from carteblanche_journeys.model.frozen import FrozenMap


def heirs(before: Journey, after: Journey) -> Mapping[str, tuple[str, ...]]:
    """For each step of a journey, the steps of its redesign that come from it, in order.

    Of a split there are several; none where the step is removed. Both journeys say in
    `comes_from` where their steps come from; one that comes from nothing is its own heir.

    >>> before = Journey(title="A", steps={"a": {"title": "A"}, "b": {"title": "B"}})
    >>> made = {"c": {"title": "C", "comes_from": ["a", "b"]}}
    >>> dict(heirs(before, Journey(title="A", steps=made)))
    {'a': ('c',), 'b': ('c',)}
    """
    born: dict[str, list[str]] = {}
    for name, step in after.steps.items():
        for origin in step.comes_from or (name,):
            born.setdefault(origin, []).append(name)
    return FrozenMap(
        {
            name: tuple(
                dict.fromkeys(
                    heir for origin in step.comes_from or (name,) for heir in born.get(origin, ())
                )
            )
            for name, step in before.steps.items()
        }
    )
