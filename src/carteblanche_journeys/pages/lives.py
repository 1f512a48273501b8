"""A journey as each of its personas lives it, with what it costs them; who carries the most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from carteblanche_journeys.graph import live
from carteblanche_journeys.measures import Amount, parameters_of
from carteblanche_journeys.measures.measured import Measured
from carteblanche_journeys.measures.measuring import measure
from carteblanche_journeys.model import Journey, Persona
from carteblanche_journeys.pages.desk import Desk

#: What the time of a household in all is called among the measures.
TIME = "minutes"


@dataclass(frozen=True, slots=True)
class Life:
    """One persona of a journey: the name that pages give it, and its figures."""

    persona: Persona
    name: str
    measured: Measured

    def __getitem__(self, measure: str) -> Amount:
        return self.measured.time if measure == TIME else self.measured[measure]


@dataclass(frozen=True, slots=True)
class Heaviest:
    """Who carries the most of one measure.

    Parameters
    ----------
    life
        None where all carry the same, or nothing is known of someone.
    settled
        Whether it stays so all over the ranges.
    unknown
        The names of those of whom nothing is known.
    """

    life: Life | None
    settled: bool = False
    unknown: tuple[str, ...] = ()


def lives(desk: Desk, journey: Journey) -> tuple[Life, ...]:
    """The journey as each of its personas lives it, the page's first; kept like findings."""
    return desk.memory.recall(("lives", journey.id), (journey,), lambda: _lives(desk, journey))


def _lives(desk: Desk, journey: Journey) -> tuple[Life, ...]:
    assumed = parameters_of(desk.atlas)
    return tuple(
        Life(persona, _name(desk, persona), measure(lived, parameters=assumed))
        for persona in desk.atlas.personas_of(journey)
        for lived in [live(journey, desk.atlas, persona, desk.usage.networks[journey.id])]
    )


def _name(desk: Desk, persona: Persona) -> str:
    return desk.words.text(persona.name) if persona.id else desk.words("person")


def heaviest(every: Sequence[Life], name: str) -> Heaviest:
    """Who carries the most of a measure, and whether the ranges settle it."""
    unknown = tuple(life.name for life in every if not _reach(life[name]))
    known = [(life, reach) for life in every if (reach := _reach(life[name]))]
    if unknown or len(known) < 2:
        return Heaviest(None, unknown=unknown)
    first, (low, middle, _) = max(known, key=lambda pair: pair[1][1])
    others = [reach for life, reach in known if life is not first]
    if all(abs(reach[1] - middle) < 1e-9 for reach in others):
        return Heaviest(None)
    open_ended = any(not life[name].complete for life, _ in known if life is not first)
    return Heaviest(first, not open_ended and all(low > reach[2] for reach in others))


def _reach(amount: Amount) -> tuple[float, float, float] | None:
    """Low, middle and high; None where nothing is known."""
    if amount.low is None or amount.high is None:
        return None
    middle = amount.likely if amount.likely is not None else (amount.low + amount.high) / 2
    return amount.low, middle, amount.high
