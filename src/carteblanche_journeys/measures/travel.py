"""Travel: how long it takes a person to reach a counter, door to door, one way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from carteblanche_journeys.measures.amounts import Amount
from carteblanche_journeys.measures.distances import crow_to, places_for
from carteblanche_journeys.measures.figures import ZERO, Figure, figure_of
from carteblanche_journeys.measures.parameters import Parameters
from carteblanche_journeys.model import Atlas, Person, Persona, Territory, Way
from carteblanche_journeys.model.counters import Place
from carteblanche_journeys.model.territories import Line, Mode, TravelTime

#: Why the way is as it is: a known time between communes, a known line, a distance, the
#: person's own commune; else why it cannot be said.
Why = Literal[
    "time", "line", "distance", "same-commune", "no-line", "lines-unknown", "car-unknown",
    "far-unknown", "place-unknown", "home-unknown", "no-place",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reach:
    """The figures behind a `Travel`, as burdens are added up from them.

    Parameters
    ----------
    minutes, km
        One way; None where they cannot be said.
    mode
        How one travels; None where that cannot be said.
    reachable
        False without a line on a territory whose lines are known; None where lines, a car, or
        the place are not known, or where a line does not serve every request.
    why
        What the answer rests on.
    place
        The place of the counter that one goes to, where it is known.
    line
        The line taken by someone without a car.
    """

    minutes: Figure | None
    km: Figure | None
    mode: Mode | None
    reachable: bool | None
    why: Why
    place: Place | None = None
    line: Line | None = None


@dataclass(frozen=True, slots=True)
class Travel:
    """The way to a counter, door to door and one way.

    Parameters
    ----------
    minutes, km
        One way; None where nobody knows how far it is.
    mode
        car, lift, walk, bus or train; None where that cannot be said.
    reachable
        Whether the person can get there; None where that is not known: no line is written
        down for the territory, nobody says whether there is a car, or where the place is.
    why
        What the answer rests on: see `Why`.
    """

    minutes: Amount | None
    km: Amount | None
    mode: Mode | None
    reachable: bool | None
    why: Why
    place: Place | None = None
    line: Line | None = None


def travel(
    way: Way,
    persona: Persona,
    person: Person | None,
    atlas: Atlas,
    territory: Territory | None,
    parameters: Parameters,
) -> Travel:
    """How someone gets to the counter of a way.

    A time written down between the two communes comes first, else the distance by road divided
    by the speed; both are the assumptions of `parameters` unless the territory says. On foot
    where it is near, by car who has one, with someone who drives who has a lift, else by line.
    Where no line is known, the minutes are those of a lift. Of a line that serves only a share of
    requests (`fulfilment`) they are a mean: the others go as if there were none.

    Parameters
    ----------
    person
        Who goes; None is the first of the persona.

    >>> from carteblanche_journeys.measures.parameters import parameters_of
    >>> atlas = Atlas(
    ...     counters={"caf": {"name": "CAF", "owner": "caf", "places": [{"commune": "ville"}]}},
    ... )
    >>> communes = {"bourg": {"name": "Bourg", "coordinates": [44.0, 1.0]},
    ...             "ville": {"name": "Ville", "coordinates": [44.1, 1.0]}}
    >>> zoe = Persona(name="Zoé", people=[{"commune": "bourg", "car": "own"}])
    >>> way = Way(counter="caf", channel="on-site")
    >>> there = travel(way, zoe, None, atlas, Territory(communes=communes), parameters_of(atlas))
    >>> there.mode, round(there.km.likely, 1), round(there.minutes.likely)
    ('car', 14.5, 22)
    """
    found = reach(way, person or persona.person(None), atlas, territory, parameters)
    minutes = found.minutes.amount("min") if found.minutes else None
    km = found.km.amount("km") if found.km else None
    return Travel(minutes, km, found.mode, found.reachable, found.why, found.place, found.line)


def reach(
    way: Way,
    person: Person | None,
    atlas: Atlas,
    territory: Territory | None,
    parameters: Parameters,
) -> Reach:
    """What `travel` says, in plain figures; of several places the one soonest reached."""
    counter = atlas.counters.get(way.counter or "")
    home = person.commune if person else None
    if person is None or home is None or territory is None or home not in territory.communes:
        return _unsaid("home-unknown")
    if way.near == "home":
        own = places_for(counter, "home", home) if counter else ()
        return _at_home(own[0] if own else None, parameters.figures)
    if counter is None or not counter.places:
        return _unsaid("place-unknown")
    if way.near == "birth" and len(counter.places) > 1:
        return _unsaid("place-unknown")  # nobody says where the child is born
    near = None if way.near == "birth" else way.near
    places = places_for(counter, near, home)
    if not places:
        return Reach(None, None, None, False, "no-place")
    return _soonest(reach_place(place, person, territory, parameters) for place in places)


def reach_place(
    place: Place, person: Person, territory: Territory, parameters: Parameters
) -> Reach:
    """How someone whose commune is known gets to one place."""
    return _Leaving(person, person.commune or "", territory, parameters.figures).to(place)


def line_taken(
    way: Way,
    person: Person | None,
    atlas: Atlas,
    territory: Territory | None,
    parameters: Parameters,
) -> Line | None:
    """The line by which someone without a car goes to the counter of a way; None without one."""
    if territory is None or person is None or person.car != "none":
        return None
    if not any(person.commune in _ends(line) for line in territory.lines):
        return None
    return reach(way, person, atlas, territory, parameters).line


def _ends(line: Line) -> set[str]:
    return {line.from_, line.to}


def _unsaid(why: Why) -> Reach:
    return Reach(None, None, None, None, why)


def _at_home(place: Place | None, figures: Mapping[str, Figure]) -> Reach:
    return Reach(figures["commune_travel"], ZERO, "walk", True, "same-commune", place)


def _soonest(reaches: Iterable[Reach]) -> Reach:
    """The place that can be reached, soonest; one of unknown distance hides no other."""
    order = {True: 0, None: 1, False: 2}
    return min(
        reaches,
        key=lambda one: (
            one.minutes is None,
            order[one.reachable],
            one.minutes.likely if one.minutes else 0.0,
        ),
    )


@dataclass(frozen=True, slots=True)
class _Leaving:
    """Someone who leaves home."""

    person: Person
    home: str
    territory: Territory
    figures: Mapping[str, Figure]

    def to(self, place: Place) -> Reach:
        """The way to one place."""
        if place.commune == self.home:
            return _at_home(place, self.figures)
        km = self._road(place)
        on_foot = self._timed(place, "walk")
        if on_foot is None and km is not None:
            on_foot = self._walk(km)
        if on_foot is not None:
            why: Why = "time" if self._time(place, "walk") else "distance"
            return Reach(on_foot, km, "walk", True, why, place)
        if self.person.car == "none":
            return self._by_line(place, km)
        return self._driven(place, km)

    def _road(self, place: Place) -> Figure | None:
        """Kilometres by road."""
        crow = crow_to(place, self.home, self.territory)
        if crow is None:
            return None
        said = self.territory.detour
        detour = figure_of(said, self.territory, defaults=True) if said else None
        return (detour or self.figures["detour"]).times(crow)

    def _walk(self, km: Figure) -> Figure | None:
        if km.likely > self.figures["walking_distance"].likely:
            return None
        return self._at_speed(km, "walk")

    def _driven(self, place: Place, km: Figure | None) -> Reach:
        """By car, one's own or someone's; where nobody says, as if there were one."""
        mode: Mode = "car" if self.person.car in ("own", None) else "lift"
        minutes = self._timed(place, mode) or self._timed(place, "car")
        why: Why = "time" if minutes else "distance"
        if minutes is None and km is not None:
            minutes = self._at_speed(km, "car")
        if minutes is None:
            return Reach(None, km, mode, None, "far-unknown", place)
        if self.person.car is None:
            return Reach(minutes, km, mode, None, "car-unknown", place)
        return Reach(minutes, km, mode, True, why, place)

    def _by_line(self, place: Place, km: Figure | None) -> Reach:
        line = next(iter(self._lines(place)), None)
        if line is None:
            return self._without_line(place, km)
        minutes = self._timed(place, line.mode)
        if minutes is None and line.mode == "lift":
            minutes = self._timed(place, "car")
        if line.minutes is not None:
            minutes = figure_of(line.minutes, line, defaults=True)
        if minutes is None and km is not None:
            minutes = self._at_speed(km, line.mode)
        served = figure_of(line.fulfilment, line, defaults=True) if line.fulfilment else None
        if served is None or served.low >= 1:
            return Reach(minutes, km, line.mode, True, "line", place, line)
        driven = self._without_line(place, km).minutes
        if minutes is not None and driven is not None:
            minutes = _mixed(minutes, driven, served)
        return Reach(minutes, km, line.mode, None, "line", place, line)

    def _lines(self, place: Place) -> Iterator[Line]:
        """Lines that go there, or come back from there, the surest and fastest first."""
        ends = {self.home, place.commune}
        there = [line for line in self.territory.lines if _ends(line) == ends]
        yield from sorted(there, key=_worth)

    def _without_line(self, place: Place, km: Figure | None) -> Reach:
        """Nobody knows of a line: the minutes are those of someone who is driven there."""
        minutes = self._timed(place, "lift") or self._timed(place, "car")
        if minutes is None and km is not None:
            minutes = self._at_speed(km, "car")
        # A line that a redesign proposes does not say that there are no others.
        known = any(line.status != "proposed" for line in self.territory.lines)
        why: Why = "no-line" if known else "lines-unknown"
        return Reach(minutes, km, "lift", False if known else None, why, place)

    def _time(self, place: Place, mode: Mode) -> TravelTime | None:
        ends = (self.home, place.commune)
        back = (place.commune, self.home)
        timed = [time for time in self.territory.times if time.mode == mode]
        there = (time for time in timed if (time.from_, time.to) == ends)
        return next(there, next((t for t in timed if (t.from_, t.to) == back), None))

    def _timed(self, place: Place, mode: Mode) -> Figure | None:
        time = self._time(place, mode)
        return figure_of(time.minutes, time, defaults=True) if time else None

    def _at_speed(self, km: Figure, mode: Mode) -> Figure:
        """Kilometres at a speed: quickest at its high, slowest at its low."""
        said = self.territory.speeds.get(mode)
        speed = figure_of(said, self.territory, defaults=True) if said else None
        speed = speed or self.figures[_SPEEDS[mode]]
        rank = max(km.rank, speed.rank)
        low, likely, high = (
            60 * far / fast if fast else 0.0
            for far, fast in zip(km[:3], reversed(speed[:3]), strict=True)
        )
        return Figure(low, likely, high, rank)


def _mixed(one: Figure, other: Figure, share: Figure) -> Figure:
    """The mean of two figures, the share at its likely value."""
    mean = one.times(share.likely).plus(other.times(1 - share.likely))
    return mean._replace(rank=max(mean.rank, share.rank))


_SPEEDS: dict[Mode, str] = {
    "walk": "walking_speed",
    "car": "car_speed",
    "lift": "car_speed",
    "bus": "line_speed",
    "train": "line_speed",
}


def _worth(line: Line) -> tuple[float, float]:
    served = line.fulfilment.likely if line.fulfilment else None
    minutes = line.minutes.likely if line.minutes else None
    return -(1.0 if served is None else served), float("inf") if minutes is None else minutes
