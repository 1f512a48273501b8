"""Journeys and personas side by side: who carries the most, which journey asks the most."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from carteblanche_journeys.graph import live, network
from carteblanche_journeys.measures.amounts import Amount, least_sure
from carteblanche_journeys.measures.measured import Measured
from carteblanche_journeys.measures.measuring import measure
from carteblanche_journeys.measures.parameters import Parameters
from carteblanche_journeys.model import Atlas, Journey

_MINUTES_AN_HOUR = 60


@dataclass(frozen=True, eq=False)
class Ranked:
    """One journey of a portfolio.

    Parameters
    ----------
    people
        Its measures for each of its personas.
    weights
        The part of each persona, of sum one.
    even
        Whether the weights are equal because some persona does not say its share.
    """

    journey: Journey = field(repr=False)
    people: tuple[Measured, ...]
    weights: tuple[float, ...]
    even: bool

    def mean(self, figure: Callable[[Measured], Amount]) -> Amount:
        """A figure over all personas, each with its weight.

        Unknown where it is for some persona. Where personas do not say their share, equal
        ones stand in, and a figure that hangs on them has status `default`.
        """
        amounts = [figure(one) for one in self.people]
        known, of = sum(one.known for one in amounts), sum(one.of for one in amounts)
        unit = amounts[0].unit
        ends = [
            _mean([getattr(one, end) for one in amounts], self.weights)
            for end in ("low", "likely", "high")
        ]
        status = least_sure(one.status for one in amounts)
        if self.even and len(self.people) > 1:
            status = "default"
        return Amount(ends[0], ends[1], ends[2], unit, known, of, status)

    @property
    def time(self) -> Amount:
        """Minutes of a household in all, over all personas."""
        return self.mean(lambda one: one.time)

    @property
    def trips(self) -> Amount:
        """Trips of a household, over all personas."""
        return self.mean(lambda one: one["trips"])

    @property
    def hours_a_year(self) -> Amount | None:
        """Hours that the people of the territory spend a year; None without a yearly volume."""
        volume, time = self.journey.volume, self.time
        if volume is None or volume.likely is None:
            return None
        status = least_sure(
            (time.status, volume.status or ("published" if volume.sources else None))
        )
        ends = (
            None if minutes is None else minutes * people / _MINUTES_AN_HOUR
            for minutes, people in (
                (time.low, volume.low),
                (time.likely, volume.likely),
                (time.high, volume.high),
            )
        )
        low, likely, high = ends
        return Amount(low, likely, high, "h", time.known, time.of, status)


def _mean(values: Sequence[float | None], weights: Sequence[float]) -> float | None:
    if None in values:
        return None
    return sum((value or 0.0) * weight for value, weight in zip(values, weights, strict=True))


def measure_lives(
    journey: Journey,
    atlas: Atlas,
    persona: str | None = None,
    *,
    defaults: bool = True,
    parameters: Parameters | None = None,
) -> tuple[Measured, ...]:
    """The measures of a journey for each of its personas, that of its page first.

    Parameters
    ----------
    persona
        Only for this one of the atlas, whether or not the journey names it.
    """
    net = network(journey)
    people = atlas.personas_of(journey) if persona is None else (atlas.personas[persona],)
    return tuple(
        measure(live(journey, atlas, one, net), defaults=defaults, parameters=parameters)
        for one in people
    )


def portfolio(
    atlas: Atlas, *, defaults: bool = True, parameters: Parameters | None = None
) -> tuple[Ranked, ...]:
    """The as-is journeys of an atlas, the one that takes the most time of people first.

    Journeys whose time cannot be said come last, in the order of the atlas.

    >>> steps = {"a": {"title": "Écrire", "effort": "20 min"}}
    >>> longer = {"a": {"title": "Écrire", "effort": "2 h"}}
    >>> journeys = {
    ...     "un/as-is": Journey(id="un/as-is", title="Un", steps=steps),
    ...     "deux/as-is": Journey(id="deux/as-is", title="Deux", steps=longer),
    ... }
    >>> [ranked.journey.id for ranked in portfolio(Atlas(journeys=journeys))]
    ['deux/as-is', 'un/as-is']
    """
    found = [
        ranked(
            journey, atlas, measure_lives(journey, atlas, defaults=defaults, parameters=parameters)
        )
        for journey in atlas.journeys.values()
        if journey.kind_of_variant == "as-is" and journey.steps
    ]
    return in_order(found)


def in_order(found: Iterable[Ranked]) -> tuple[Ranked, ...]:
    """Journeys by the time they take, the most first; those whose time nobody can say last."""
    return tuple(sorted(found, key=_by_time))


def _by_time(one: Ranked) -> tuple[bool, float]:
    likely = one.time.likely
    return likely is None, -(likely or 0.0)


def ranked(journey: Journey, atlas: Atlas, people: tuple[Measured, ...]) -> Ranked:
    """A journey whose personas have been measured, in the order of `atlas.personas_of`."""
    weights, even = weights_of(journey, atlas)
    return Ranked(journey, people, weights, even)


def weights_of(journey: Journey, atlas: Atlas) -> tuple[tuple[float, ...], bool]:
    """The part of each persona of a journey, of sum one; and whether they are merely equal.

    Equal where some persona does not say its share.
    """
    people = atlas.personas_of(journey)
    shares = [one.share.likely for one in people if one.share and one.share.likely is not None]
    whole = sum(shares)
    if len(shares) < len(people) or not whole:
        return (1 / len(people),) * len(people), True
    return tuple(share / whole for share in shares), False


def heaviest(people: Iterable[Measured]) -> tuple[Measured, bool] | None:
    """Who carries the most time, and whether that is settled.

    It is settled where the order to the next is the same with all figures at their low, likely
    and high: a scenario against the same scenario, never one end against the other; and where
    the time of the others is complete. None where nobody's time can be said.
    """
    everyone = list(people)
    said = [one for one in everyone if one.time.likely is not None]
    if not said:
        return None
    first = max(said, key=lambda one: one.time.likely or 0.0)
    others = [one.time for one in everyone if one is not first]
    return first, all(one.complete and carries_more(first.time, one) for one in others)


def carries_more(one: Amount, other: Amount) -> bool:
    """Whether an amount is larger than another in each scenario, at low, likely and high."""
    pairs = ((one.low, other.low), (one.likely, other.likely), (one.high, other.high))
    return all(more is not None and less is not None and more > less for more, less in pairs)
