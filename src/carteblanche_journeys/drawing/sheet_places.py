"""What a step shows of counters, and of what happens behind them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from carteblanche_journeys.drawing.sheet import SheetCounter
from carteblanche_journeys.graph import Passage, body
from carteblanche_journeys.markup import visible
from carteblanche_journeys.measures.contacts import AWAY
from carteblanche_journeys.measures.distances import distance
from carteblanche_journeys.model import Atlas, Journey, Persona, Step, Way, schemes_of
from carteblanche_journeys.words import Words

#: A link out, the step it leads to, and the way that step is lived.
Reach = tuple[Passage, Step, Way | None]


def seen_counters(
    ways: Iterable[Way], journey: Journey, atlas: Atlas, persona: Persona, words: Words
) -> tuple[SheetCounter, ...]:
    """The counters that the person meets by these ways, in their order."""
    channels: dict[str, dict[str, None]] = {}
    away: dict[str, Way] = {}
    for way in ways:
        if way.counter is None or way.done_by is not None:
            continue
        channels.setdefault(way.counter, {})
        if way.channel:
            channels[way.counter][way.channel] = None
        if way.channel in AWAY:
            away.setdefault(way.counter, way)
    return tuple(
        SheetCounter(
            id=counter,
            name=visible(_counter_name(counter, atlas, words)),
            channels=tuple(by),
            distance=_how_far(away.get(counter), journey, atlas, persona, words),
        )
        for counter, by in channels.items()
    )


def _how_far(
    way: Way | None, journey: Journey, atlas: Atlas, persona: Persona, words: Words
) -> str | None:
    counter = atlas.counters.get(way.counter or "") if way else None
    if way is None or counter is None:
        return None
    far = distance(counter, way.near, persona, atlas.territory_of(journey))
    if far is None:
        return None
    if far.km == 0:
        return words("drawing.same-commune")
    km = round(far.km, 1) if far.km < 1 else int(far.km) if far.at_least else round(far.km)
    return words("drawing.km-least" if far.at_least else "drawing.km", km=words.number(km))


def behind(
    step: Step, ways: Iterable[Way], out: Iterable[Passage], atlas: Atlas, words: Words
) -> tuple[str, ...]:
    """What the back office does after a step, in a word or two."""
    passes_on = any(passage.link.carried == "organisation" for passage in out)
    return (words("drawing.forwards"),) if passes_on or _forwarded(step, ways, atlas) else ()


def others(
    step: Step, ways: Sequence[Way], out: Iterable[Reach], atlas: Atlas, words: Words
) -> tuple[str, ...]:
    """The other bodies that a step reaches: by what is forwarded or told to them."""
    here = body(step, ways[0] if ways else None, atlas)
    found: dict[str, None] = {}
    for passage, target, way in out:
        there = body(target, way, atlas)
        if there is None or there == here:
            continue
        who = _organisation_name(there.organisation, atlas, words)
        if passage.link.carried == "notification":
            found[words("drawing.told", who=who)] = None
        elif passage.link.carried == "organisation":
            found[who] = None
    for name in _forwarded(step, ways, atlas):
        found[_organisation_name(name, atlas, words)] = None
    return tuple(map(visible, found))


def _forwarded(step: Step, ways: Iterable[Way], atlas: Atlas) -> tuple[str, ...]:
    """Where the counters of a step pass a case on that they only receive."""
    schemes = schemes_of(step, atlas)
    found: dict[str, None] = {}
    for way in ways:
        counter = atlas.counters.get(way.counter or "")
        if counter and any(counter.level(scheme) == "receives" for scheme in schemes):
            found.update(dict.fromkeys(counter.forwards_to))
    return tuple(found)


def _organisation_name(name: str, atlas: Atlas, words: Words) -> str:
    organisation = atlas.organisations.get(name)
    return words.text(organisation.name) if organisation else _counter_name(name, atlas, words)


def _counter_name(name: str, atlas: Atlas, words: Words) -> str:
    counter = atlas.counters.get(name)
    return words.text(counter.name) if counter else name
