"""Which assumed figure would change a ranking: each moved to its ends, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from carteblanche_journeys.graph import live, network
from carteblanche_journeys.measures.burden import Ledger
from carteblanche_journeys.measures.movable import Movable, movable, moved, unsettled
from carteblanche_journeys.measures.parameters import Parameter, Parameters, parameters_of
from carteblanche_journeys.measures.portfolio import weights_of
from carteblanche_journeys.measures.visits import visits
from carteblanche_journeys.measures.weights import Weighed, weigh
from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.model.frozen import FrozenMap

End = Literal["low", "high"]
ENDS: tuple[End, ...] = ("low", "high")

#: Minutes of each persona, in the order of the journey's personas.
_Times = tuple[float | None, ...]
#: A figure, the end it was moved to, and the times of each journey then.
_Tried = tuple[str | Movable, End, Mapping[str, _Times]]
#: Ids in the order of a ranking, given the times of each journey.
_Order = Callable[[Mapping[str, _Times]], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Swing:
    """An assumed figure that changes a ranking.

    Parameters
    ----------
    figure
        The name of a parameter, or a figure that the atlas itself calls unsure.
    end
        At which of its ends the ranking changes.
    before, after
        Ids, the one with most time first: of personas, or of journeys.
    """

    figure: str | Movable
    end: End
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def changes_first(self) -> bool:
        """Whether it changes who carries the most, and not only an order further down."""
        return self.before[:1] != self.after[:1]


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What would change a ranking.

    Parameters
    ----------
    swings
        One for each figure and end that does, those that change the first place before others.
    moved
        How many assumed figures were moved.
    fixed
        How many assumed figures have no range, and could not be.
    """

    swings: tuple[Swing, ...]
    moved: int
    fixed: int


@dataclass(frozen=True, slots=True)
class Sensitivities:
    """What would change the rankings of an atlas: of its journeys, and of the personas of each."""

    journeys: Sensitivity
    personas: Mapping[str, Sensitivity]


def sensitivities(atlas: Atlas) -> Sensitivities:
    """What would change which as-is journey takes people the most time, and who in each.

    Moved, one at a time, to the low and the high of their range: the parameters, and the
    efforts and shares that the atlas calls assumed, by default or to be verified; at a choice
    whose shares nobody knows, each branch from nobody to everybody.
    """
    return _sensitivities(atlas, _as_is(atlas))


def of_personas(journey: Journey, atlas: Atlas) -> Sensitivity:
    """What would change who of a journey's personas carries the most time."""
    return _sensitivities(atlas, [journey]).personas[journey.id]


def of_journeys(atlas: Atlas) -> Sensitivity:
    """What would change which as-is journey of an atlas takes people the most time."""
    return sensitivities(atlas).journeys


def _as_is(atlas: Atlas) -> list[Journey]:
    return [j for j in atlas.journeys.values() if j.kind_of_variant == "as-is" and j.steps]


def _sensitivities(atlas: Atlas, journeys: Sequence[Journey]) -> Sensitivities:
    books = _Books(atlas, journeys)
    weights = {journey.id: weights_of(journey, atlas)[0] for journey in journeys}

    def of_all(times: Mapping[str, _Times]) -> tuple[str, ...]:
        return _ordered(tuple(weights), [_mean(times[name], weights[name]) for name in weights])

    def of_one(journey: Journey) -> _Order:
        people = tuple(persona.id for persona in atlas.personas_of(journey))
        return lambda times: _ordered(people, times[journey.id])

    return Sensitivities(
        books.swings(of_all, None),
        FrozenMap({j.id: books.swings(of_one(j), j.id) for j in journeys}),
    )


def _ordered(names: Sequence[str], times: Sequence[float | None]) -> tuple[str, ...]:
    """The most time first; equal times, and those that cannot be said, in their own order."""
    rows = sorted(
        enumerate(names), key=lambda row: (times[row[0]] is None, -(times[row[0]] or 0.0))
    )
    return tuple(name for _, name in rows)


def _mean(times: _Times, weights: tuple[float, ...]) -> float | None:
    if None in times:
        return None
    return sum((time or 0.0) * weight for time, weight in zip(times, weights, strict=True))


class _Books:
    """The times of some journeys, as they are and with one figure moved."""

    def __init__(self, atlas: Atlas, journeys: Sequence[Journey]) -> None:
        self._atlas = atlas
        self._parameters = parameters_of(atlas)
        self._journeys = {journey.id: journey for journey in journeys}
        self._weighed = {name: self._weigh(one) for name, one in self._journeys.items()}
        self._now = {name: self._times(name, self._parameters) for name in self._journeys}
        self._figures = {name: tuple(self._movable(name)) for name in self._journeys}
        self._tried = [*self._by_parameter(), *self._by_figure()]

    def swings(self, order: _Order, journey: str | None) -> Sensitivity:
        """Where the order changes, of all figures, or of those that bear on one journey."""
        before, found = order(self._now), list[Swing]()
        for figure, end, times in self._tried:
            if (after := order(times)) != before:
                found.append(Swing(figure, end, before, after))
        found.sort(key=lambda swing: not swing.changes_first)
        here = [journey] if journey else list(self._figures)
        figures = [one for name in here for one in self._figures[name]]
        wide = sum(_is_wide(one) for one in self._parameters.known.values())
        loose = sum(one.low < one.high for one in figures)
        every = len(figures) + len(self._parameters.known)
        return Sensitivity(tuple(found), loose + wide, every - loose - wide)

    def _weigh(self, journey: Journey) -> tuple[Weighed, ...]:
        net = network(journey)
        lives = (live(journey, self._atlas, p, net) for p in self._atlas.personas_of(journey))
        return tuple(weigh(lived, visits(lived)) for lived in lives)

    def _times(self, name: str, parameters: Parameters) -> _Times:
        return _times(self._weighed[name], parameters)

    def _movable(self, name: str) -> Iterator[Movable]:
        yield from movable(self._journeys[name])
        choices = dict.fromkeys(c for one in self._weighed[name] for c in one.visits.unsettled)
        yield from unsettled(self._journeys[name], choices)

    def _by_parameter(self) -> Iterator[_Tried]:
        for name, one in self._parameters.known.items():
            for end in ENDS if _is_wide(one) else ():
                at = getattr(one.value, end)
                set_so = replace(one, value=one.value._replace(low=at, likely=at, high=at))
                other = Parameters(FrozenMap({**self._parameters.known, name: set_so}))
                yield name, end, {j: self._times(j, other) for j in self._journeys}

    def _by_figure(self) -> Iterator[_Tried]:
        for figure in chain.from_iterable(self._figures.values()):
            for end in ENDS if figure.low < figure.high else ():
                other = moved(self._journeys[figure.journey], figure, end)
                times = _times(self._weigh(other), self._parameters)
                if None not in times:  # nobody ever leaves a loop that all go round again
                    yield figure, end, {**self._now, figure.journey: times}


def _is_wide(parameter: Parameter) -> bool:
    """Whether a parameter has a range, and bears on the time of households."""
    value = parameter.value
    return value.low < value.high and not parameter.name.startswith("agent_")


def _times(lives: Sequence[Weighed], parameters: Parameters) -> _Times:
    found = []
    for weighed in lives:
        said = all(weight.times is not None for weight in weighed.procedure)
        minutes = Ledger(weighed, parameters).household["minutes"]
        found.append(minutes.likely if said else None)
    return tuple(found)
