"""Precedence between rules: one cause is told once, by the rule that tells it best."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from carteblanche_journeys.diagnosis.sighting import Key, Sighting

#: For each rule and cause that stays, the rules that gave way to it.
Also = dict[Key, set[str]]


def give_way(sightings: Iterable[Sighting]) -> tuple[list[Sighting], Also]:
    """Keep silent where a rule that tells the same cause better speaks on the same topic.

    Topics are the links of a sighting and what its rule says it is about. A question silences
    nobody.

    Returns
    -------
    The sightings that stay, and for each rule and cause the rules that gave way to it.
    """
    seen = list(sightings)
    speakers = _speakers(seen)
    staying: list[Sighting] = []
    also: Also = {}
    for sighting in seen:
        better = _better(sighting, speakers)
        if better is None:
            staying.append(sighting)
        else:
            also.setdefault(better, set()).add(sighting.rule.name)
    return staying, also


def _speakers(sightings: Iterable[Sighting]) -> Mapping[tuple[str, str], Key]:
    """Who speaks on what: rule and topic to rule and cause; a question never silences."""
    speakers: dict[tuple[str, str], Key] = {}
    for sighting in sightings:
        for topic in sighting.topics if not sighting.asks else ():
            speakers.setdefault((sighting.rule.name, topic), sighting.key)
    return speakers


def _better(sighting: Sighting, speakers: Mapping[tuple[str, str], Key]) -> Key | None:
    for name in sighting.rule.gives_way_to:
        for topic in sighting.topics:
            if (name, topic) in speakers:
                return speakers[name, topic]
    return None


def settle_rivals(sightings: list[Sighting], also: Also) -> tuple[list[Sighting], Also]:
    """Of two rivals on one topic, only the one with more places speaks.

    A fault wins over a question; of equals, the first in the alphabet.
    """
    strength = _strength(sightings)
    by_topic: dict[tuple[str, str], set[Key]] = {}
    for sighting in sightings:
        for topic in sighting.topics if sighting.rule.rivals else ():
            by_topic.setdefault((sighting.rule.name, topic), set()).add(sighting.key)
    staying: list[Sighting] = []
    told = {key: set(rules) for key, rules in also.items()}
    for sighting in sightings:
        rivals = {
            key
            for name in sighting.rule.rivals
            for topic in sighting.topics
            for key in by_topic.get((name, topic), ())
        }
        best = min((sighting.key, *rivals), key=strength.__getitem__)
        if best == sighting.key:
            staying.append(sighting)
        else:
            told.setdefault(best, set()).add(sighting.rule.name)
    return staying, told


def _strength(sightings: Iterable[Sighting]) -> Mapping[Key, tuple[bool, int, Key]]:
    """By rule and cause, what to sort by: the strongest first."""
    steps: dict[Key, set[str]] = {}
    asks: dict[Key, bool] = {}
    for sighting in sightings:
        steps.setdefault(sighting.key, set()).update(sighting.draft.where.steps)
        asks[sighting.key] = asks.get(sighting.key, True) and sighting.asks
    return {key: (asks[key], -len(places), key) for key, places in steps.items()}
