"""A journey as each of its personas lives it, with what it costs them; who carries the most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isclose
from typing import Literal

from carteblanche_journeys.graph import live
from carteblanche_journeys.measures import Amount, parameters_of
from carteblanche_journeys.measures.measured import Measured
from carteblanche_journeys.measures.measuring import measure
from carteblanche_journeys.measures.portfolio import carries_more
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
    first
        Those whose likely value is the highest; empty where nothing is known of someone.
    state
        `settled` where it stays so at low, likely and high; `crossing` where it does not;
        `partial` where steps of others are not known; `same` where all carry as much, and
        `same-partial` where they do by what is known; `unknown` where nothing is known of someone.
    unknown
        The names of those of whom nothing is known.
    """

    first: tuple[Life, ...]
    state: Literal["settled", "crossing", "partial", "same", "same-partial", "unknown"]
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
    """Who carries the most of a measure, and whether anything could change it.

    Low is compared with low and high with high, as `carteblanche measure` does: the same
    assumptions hold for everyone.
    """
    unknown = tuple(life.name for life in every if life[name].likely is None)
    if unknown:
        return Heaviest((), "unknown", unknown)
    top = max(life[name].likely or 0.0 for life in every)
    first = tuple(life for life in every if isclose(life[name].likely or 0.0, top, abs_tol=1e-9))
    others = [life for life in every if life not in first]
    if not others:
        whole = all(life[name].complete for life in every)
        return Heaviest(first, "same" if whole else "same-partial")
    if not all(life[name].complete for life in others):
        return Heaviest(first, "partial")
    sure = all(carries_more(one[name], life[name]) for one in first for life in others)
    return Heaviest(first, "settled" if sure else "crossing")
