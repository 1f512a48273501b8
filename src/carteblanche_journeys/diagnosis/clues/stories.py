"""Stories that a person tells at one counter after the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from carteblanche_journeys.graph import Body, Lived
from carteblanche_journeys.measures import contacts


@dataclass(frozen=True, slots=True)
class Told:
    """One contact at which a story is told."""

    step: str
    body: Body


def stories(lived: Lived) -> Mapping[str, tuple[Told, ...]]:
    """By fact that is a story, each contact at which the household tells it, in reading order.

    Not where an organisation has passed it on before: there one only adds to it.
    """
    handed = _handed_on(lived)
    places = {name: at for at, name in enumerate(lived.steps)}
    found: dict[str, list[Told]] = {}
    for contact in contacts(lived):
        one = lived.steps[contact.step]
        for name in one.step.tells:
            fact = lived.atlas.facts.get(name)
            if fact is None or fact.type != "story" or one.body is None:
                continue
            at = handed.get((name, one.body))
            if at is None or at > places[contact.step]:
                found.setdefault(name, []).append(Told(contact.step, one.body))
    return {name: tuple(told) for name, told in found.items()}


def _handed_on(lived: Lived) -> Mapping[tuple[str, Body], int]:
    """From which step on a body has a fact that an organisation passed on to it."""
    places = {name: at for at, name in enumerate(lived.steps)}
    found: dict[tuple[str, Body], int] = {}
    for passage in lived.passages:
        receiver, at = lived.steps[passage.target].body, places[passage.target]
        if passage.link.carried != "organisation" or receiver is None:
            continue
        for name in passage.link.carries:
            piece = lived.atlas.evidence.get(name)
            for fact in (name, *(piece.facts if piece else ())):
                found[fact, receiver] = min(at, found.get((fact, receiver), at))
    return found
