"""The burden of one path: a given sequence of steps, as someone walks through a mock-up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from carteblanche_journeys.graph import ENTRY, Lived
from carteblanche_journeys.measures.amounts import Amount
from carteblanche_journeys.measures.bookkeeping import Bookkeeping
from carteblanche_journeys.measures.burden import Burden, Ledger
from carteblanche_journeys.measures.figures import ZERO, Figure, figure_of
from carteblanche_journeys.measures.parameters import Parameters
from carteblanche_journeys.measures.shares import share_of
from carteblanche_journeys.measures.visits import Visits
from carteblanche_journeys.measures.waiting import DAY, waits_of
from carteblanche_journeys.measures.weights import Weighed, Weight, weigh
from carteblanche_journeys.model import Way

_AT_ONCE = ZERO

#: One step of a path: which, and by which way; left out, the way this persona takes.
Stop = tuple[str, Way | None]


def path_burden(
    lived: Lived, path: Sequence[str | Stop], parameters: Parameters, *, defaults: bool = True
) -> Burden:
    """What one path costs the household, each repeat counted (model, "Path burden").

    Parameters
    ----------
    path
        Steps in the order in which they are met, by id, or with the way that was chosen; steps
        that the persona does not live are left out.
    defaults
        As in `ledger`.

    Minutes, trips and euros are those of the ledger for somebody who lives just these steps.
    Days are those of the schedule of the steps met so far: strands beside each other overlap,
    and what nobody says of a wait is left out and counted.

    >>> from carteblanche_journeys.graph import live
    >>> from carteblanche_journeys.measures import parameters_of
    >>> from carteblanche_journeys.model import Atlas, Journey, Persona
    >>> steps = {"a": {"title": "Écrire", "effort": "20 min", "wait": "3 d"}}
    >>> life = live(Journey(title="J'écris", steps=steps), Atlas(), Persona(name="Zoé"))
    >>> found = path_burden(life, ["a", "a"], parameters_of(Atlas()))
    >>> found.minutes.likely, found.days.likely
    (40.0, 6.0)
    """
    stops = [(stop, None) if isinstance(stop, str) else stop for stop in path]
    met = [(name, way) for name, way in stops if name in lived.steps]
    names = [f"{place} {name}" for place, (name, _) in enumerate(met)]
    schedule = _Schedule(lived, met, defaults=defaults)
    weights = _weights(lived, met, names, parameters, defaults)
    weighed = Weighed(lived, Visits({}), defaults, weights)
    above = dict(zip(names, (ENTRY, *names), strict=False))
    days = dict(zip(names, schedule.starts, strict=True))
    books = Bookkeeping(weighed, parameters, nearest=above, days=days)
    return replace(Ledger(weighed, parameters, books).whole, days=schedule.days)


def _weights(
    lived: Lived,
    met: Sequence[Stop],
    names: Sequence[str],
    parameters: Parameters,
    defaults: bool,
) -> Mapping[str, Weight]:
    """Each step met, lived once each time; a share says nothing of somebody who lives it."""
    once = Visits(dict.fromkeys(lived.steps, 1.0))
    base = weigh(lived, once, parameters, defaults=defaults).by_step
    found: dict[str, Weight] = {}
    for occurrence, (name, way) in zip(names, met, strict=True):
        if name in base:
            weight = base[name]
            share = share_of(weight.one, defaults=defaults)
            times = None if weight.times is None else weight.times / share if share else 0.0
            weight = weight._replace(times=times, chance=1.0)
            found[occurrence] = weight if way is None else _by(way, weight)
    return found


def _by(way: Way, weight: Weight) -> Weight:
    """A step lived by one way."""
    meets = bool(weight.role and way.counter and way.done_by is None)
    ways = ((way, 1.0),)
    return weight._replace(ways=ways, met=ways if meets else (), contact=float(meets))


class _Schedule:
    """When each step of a path starts and is done: a step waits for what led to it.

    Parameters
    ----------
    met
        The steps of the path and their ways.
    """

    def __init__(self, lived: Lived, met: Sequence[Stop], *, defaults: bool) -> None:
        self._lived = lived
        self._defaults = defaults
        self._into: dict[str, list[str]] = {}
        for passage in lived.passages:
            self._into.setdefault(passage.target, []).append(passage.source)
        self._done: dict[str, Figure] = {}
        self._known = self._of = 0
        self.starts = [self._meet(name, way) for name, way in met]

    def _meet(self, name: str, way: Way | None) -> float:
        step = self._lived.steps[name].step
        before = [*self._into.get(name, ()), name]
        start = _latest(self._done[one] for one in before if one in self._done)
        if step.happens is not None:
            since = step.happens.of.step if step.happens.of else ""
            after = figure_of(step.happens.after, defaults=self._defaults)
            start = self._done.get(since, _AT_ONCE).plus(
                after.times(1 / DAY) if after else _AT_ONCE
            )
        self._done[name] = start.plus(self._lasts(name, way or self._lived.steps[name].way))
        return start.likely

    def _lasts(self, name: str, way: Way | None) -> Figure:
        step, journey = self._lived.steps[name].step, self._lived.journey
        whole, could = _AT_ONCE, step.kind != "event" and (way is not None or step.wait is not None)
        self._of += could
        found = [
            figure_of(said, step, journey, defaults=self._defaults)
            for said in waits_of(step, way, self._lived.atlas)
        ]
        self._known += could and bool(found) and None not in found
        for figure in found:
            whole = whole.plus(figure.times(1 / DAY)) if figure is not None else whole
        return whole

    @property
    def days(self) -> Amount:
        """Days until the last step met is done; at least, where some wait is not known."""
        end = _latest(self._done.values())
        if self._of and not self._known:
            return Amount(None, None, None, "d", 0, self._of)
        return replace(end.amount("d"), known=self._known, of=self._of)


def _latest(moments: Iterable[Figure]) -> Figure:
    """The latest of several, at the low, likely and high each; at once, of none."""
    low, likely, high, rank = map(max, zip(_AT_ONCE, *moments, strict=True))
    return Figure(low, likely, high, int(rank))
