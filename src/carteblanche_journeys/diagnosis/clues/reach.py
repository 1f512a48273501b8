"""What lies after some steps of a persona's life, and what lies before them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from carteblanche_journeys.graph import Lived


def after(lived: Lived, starts: Iterable[str]) -> frozenset[str]:
    """The steps to which forward links lead from some steps, those not counted in.

    >>> from carteblanche_journeys.graph import live
    >>> from carteblanche_journeys.model import Atlas, Journey, Persona
    >>> steps = {"a": {"title": "A"}, "b": {"title": "B"}, "c": {"title": "C"}}
    >>> lived = live(Journey(title="J'inscris", steps=steps), Atlas(), Persona(name="Jeanne"))
    >>> sorted(after(lived, ["a"])), sorted(before(lived, ["c"]))
    (['b', 'c'], ['a', 'b'])
    """
    return _reached(starts, _neighbours(lived, onward=True))


def before(lived: Lived, ends: Iterable[str]) -> frozenset[str]:
    """The steps from which forward links lead to some steps, those not counted in."""
    return _reached(ends, _neighbours(lived, onward=False))


def _neighbours(lived: Lived, *, onward: bool) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for passage in lived.passages:
        if not passage.link.back:
            near, far = passage.source, passage.target
            found.setdefault(near if onward else far, []).append(far if onward else near)
    return found


def _reached(starts: Iterable[str], neighbours: Mapping[str, list[str]]) -> frozenset[str]:
    seen: set[str] = set()
    ahead = list(starts)
    while ahead:
        for near in neighbours.get(ahead.pop(), ()):
            if near not in seen:
                seen.add(near)
                ahead.append(near)
    return frozenset(seen)


def met_before(lived: Lived, marks: Mapping[str, int]) -> Mapping[str, int]:
    """For each step, the marks of the steps that lie before it on any way, joined.

    Parameters
    ----------
    marks
        By step, a set of things as the bits of a number: one sweep serves them all.

    >>> from carteblanche_journeys.graph import live
    >>> from carteblanche_journeys.model import Atlas, Journey, Persona
    >>> steps = {"a": {"title": "A"}, "b": {"title": "B"}, "c": {"title": "C"}}
    >>> lived = live(Journey(title="J'inscris", steps=steps), Atlas(), Persona(name="Jeanne"))
    >>> met_before(lived, {"a": 1, "b": 2})
    {'a': 0, 'b': 1, 'c': 3}
    """
    arriving = _neighbours(lived, onward=False)
    met: dict[str, int] = {}
    for name in lived.steps:
        bits = 0
        for source in arriving.get(name, ()):
            bits |= met.get(source, 0) | marks.get(source, 0)
        met[name] = bits
    return met
