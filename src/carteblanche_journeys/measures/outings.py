"""Outings: steps lived in one visit are one trip, one wait at the counter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


class Outings:
    """How many trips each step adds, as one goes down the steps that always come before others.

    Steps of one `visit` are one trip: where one is gone already, at a step that every way to
    here passes, one needs no trip of its own; steps of one visit that exclude each other are a
    trip each, for those who live them.

    >>> outings = Outings()
    >>> outings.enter("a", "mairie", 1.0), outings.enter("b", "mairie", 1.0)
    (1.0, 0.0)
    >>> outings.enter("c", None, 0.5)
    0.5
    """

    def __init__(self) -> None:
        self._above: dict[str, list[float]] = {}
        self._made: dict[str, float] = {}
        self._most: dict[str, float] = {}
        self._visit: dict[str, str] = {}

    def enter(self, step: str, visit: str | None, times: float) -> float:
        """The trips that a step adds, lived so many times on site or at a stop."""
        if not visit:
            return times
        above = self._above.setdefault(visit, [])
        made = self._made.get(visit, 0.0)
        most = max(1.0, times, self._most.get(visit, 0.0))
        new = max(0.0, times - above[-1]) if above else min(times, max(0.0, most - made))
        above.append(max(times, above[-1]) if above else times)
        self._made[visit], self._most[visit], self._visit[step] = made + new, most, visit
        return new

    def leave(self, step: str) -> None:
        """Go back up: beside this step, one is not there for it."""
        visit = self._visit.pop(step, None)
        if visit is not None:
            self._above[visit].pop()


def descent(nearest: Mapping[str, str], start: str) -> Iterator[tuple[str, bool]]:
    """Each step as one enters it (True) and leaves it (False), those it always precedes between.

    Parameters
    ----------
    nearest
        For each step the nearest that every way to it passes, in reading order.
    start
        What comes before every start; it is not among the steps.

    >>> list(descent({"a": "", "b": "a"}, ""))
    [('a', True), ('b', True), ('b', False), ('a', False)]
    """
    below: dict[str, list[str]] = {}
    for step, above in nearest.items():
        below.setdefault(above, []).append(step)
    ahead = [(step, True) for step in reversed(below.get(start, ()))]
    while ahead:
        step, entering = ahead.pop()
        yield step, entering
        if entering:
            ahead.append((step, False))
            ahead += [(one, True) for one in reversed(below.get(step, ()))]
