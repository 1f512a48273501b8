"""Where one files for a scheme: at which organisation, at which step, on which form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from carteblanche_journeys.diagnosis.clues.doors import house_of
from carteblanche_journeys.diagnosis.clues.pursuits import asked_by, meets_counter
from carteblanche_journeys.graph import Lived
from carteblanche_journeys.model import (
    Atlas,
    Journey,
    Step,
    Way,
    asks_of,
    by_household,
    schemes_of,
    ways_of,
)


@dataclass(frozen=True, slots=True)
class Filing:
    """A step at which a persona files for a scheme.

    Parameters
    ----------
    counter
        Where, by the way taken.
    pieces, forms
        What is asked there, and which of it are forms.
    """

    step: str
    scheme: str
    counter: str
    pieces: tuple[str, ...]
    forms: frozenset[str]


def filings(lived: Lived) -> Iterator[Filing]:
    """The first filing for each scheme on the way of a persona, in reading order.

    What one hands in later for the same scheme goes on with that file. One files where a counter
    receives or decides, or may do so since nobody says what it does; not where one only collects
    something, nor where a professional acts.
    """
    filed: set[str] = set()
    for name, one in lived.steps.items():
        way = one.way
        if way is None or not meets_counter(one, lived.atlas):
            continue
        asked = asked_by(one, way, lived)
        pieces = tuple(dict.fromkeys(piece for ask in asked for piece in ask.pieces))
        for scheme in schemes_of(one.step, lived.atlas):
            new = scheme not in filed
            if new and way.counter and _files(one.step, way, scheme, lived.atlas):
                filed.add(scheme)
                forms = frozenset(p for p in pieces if _is_form(p, lived.atlas))
                yield Filing(name, scheme, way.counter, pieces, forms)


def receivers(journey: Journey, atlas: Atlas) -> Mapping[str, frozenset[str]]:
    """For each scheme, the organisations at which a journey lets one file, whoever lives it.

    Parts of one organisation count as that organisation.
    """
    found: dict[str, set[str]] = {}
    for step in journey.steps.values():
        if not by_household(step, atlas):
            continue
        for way in ways_of(step, atlas):
            for scheme in schemes_of(step, atlas):
                if _files(step, way, scheme, atlas):
                    owner = atlas.counters[way.counter or ""].owner
                    found.setdefault(scheme, set()).add(house_of(owner, atlas))
    return {scheme: frozenset(houses) for scheme, houses in found.items()}


def competent(atlas: Atlas) -> Mapping[str, frozenset[str]]:
    """For each scheme, the organisations that keep a counter which receives or decides."""
    found: dict[str, set[str]] = {}
    for counter in atlas.counters.values():
        house = house_of(counter.owner, atlas)
        for scheme, level in counter.competence.items():
            if level != "informs":
                found.setdefault(scheme, set()).add(house)
    return {scheme: frozenset(houses) for scheme, houses in found.items()}


def _files(step: Step, way: Way, scheme: str, atlas: Atlas) -> bool:
    counter = atlas.counters.get(way.counter or "")
    if counter is None or way.done_by is not None:
        return False
    asks, level = asks_of(step, way), counter.level(scheme)
    yields = step.yields if way.yields is None else way.yields
    if yields and not asks:
        return False
    unsaid = level is None and (bool(asks) or not counter.competence)
    return level in ("receives", "decides") or unsaid


def _is_form(piece: str, atlas: Atlas) -> bool:
    return piece in atlas.evidence and atlas.evidence[piece].kind == "form"
