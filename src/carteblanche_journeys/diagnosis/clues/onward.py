"""From one counter to the next, looking through what the person does alone."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from carteblanche_journeys.diagnosis.finding import once
from carteblanche_journeys.graph import Lived, Network
from carteblanche_journeys.measures import contacts
from carteblanche_journeys.model import Atlas, Step, by_household, ways_of


@dataclass(frozen=True, slots=True)
class Onward:
    """A contact and one that follows it.

    Parameters
    ----------
    source, target
        The two steps; between them the person does things alone, or nothing.
    chosen
        Whether a choice on the way leads there, so that not everyone goes there.
    """

    source: str
    target: str
    chosen: bool


def onward(lived: Lived, sources: Container[str]) -> Iterator[Onward]:
    """Each of some contacts with those that follow it, in reading order of the latter.

    What an organisation carries on, or what happens in between, is no going on of the person.
    """
    met = {contact.step for contact in contacts(lived)}
    arriving: dict[str, list[tuple[str, bool]]] = {}
    for passage in lived.passages:
        step = lived.steps[passage.source].step
        if not passage.link.back and passage.link.carried not in ("organisation", "notification"):
            chosen = step.kind == "choice" and not passage.link.always
            arriving.setdefault(passage.target, []).append((passage.source, chosen))
    trails: dict[str, Mapping[str, bool]] = {}
    for name in lived.steps:
        trail = _arrive(arriving.get(name, []), trails)
        if name in met:
            yield from (Onward(source, name, chosen) for source, chosen in trail.items())
            trail = {name: False} if name in sources else {}
        trails[name] = trail if name in met or is_home(lived.steps[name].step, lived.atlas) else {}


def _arrive(
    sources: list[tuple[str, bool]], trails: Mapping[str, Mapping[str, bool]]
) -> Mapping[str, bool]:
    """The contacts last met on the ways to a step; where ways meet, chosen only if all are."""
    if len(sources) == 1 and not sources[0][1]:
        # Long stretches alone share one trail: copying it at each step would be quadratic.
        return trails.get(sources[0][0], {})
    merged: dict[str, bool] = {}
    for source, chosen in sources:
        for contact, before in trails.get(source, {}).items():
            merged[contact] = merged.get(contact, True) and (before or chosen)
    return merged


def is_home(step: Step, atlas: Atlas) -> bool:
    """Whether the person does a step alone: no counter, nobody else, nothing that befalls."""
    alone = by_household(step, atlas) and not ways_of(step, atlas)
    return alone and step.kind in ("action", "choice")


def counters_beyond(net: Network, step: str, atlas: Atlas) -> tuple[str, ...]:
    """The steps at a counter that come next after a branch is taken, that step included."""
    found: list[str] = []
    seen, ahead = {step}, [step]
    while ahead:
        name = ahead.pop()
        here = net.journey.steps[name]
        if by_household(here, atlas) and ways_of(here, atlas):
            found.append(name)
        elif is_home(here, atlas):
            more = [p.target for p in net.forward_out(name) if p.target not in seen]
            seen.update(more)
            ahead += more
    return once(found)
