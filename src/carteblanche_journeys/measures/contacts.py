"""Contacts: steps where someone of the household meets a counter."""

from __future__ import annotations

from dataclasses import dataclass

from carteblanche_journeys.graph import Lived, LivedStep, kept
from carteblanche_journeys.model import Way, by_household

#: Channels for which one has to go somewhere.
AWAY = ("on-site", "stop")


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact: a step, the way taken, and whether it takes a trip of its own."""

    step: str
    way: Way
    trip: bool


def is_burden(lived: LivedStep) -> bool:
    """Whether a step can weigh on the persona: a procedure, not passed by, no event or outcome."""
    step = lived.step
    return (
        lived.concerned is not False
        and step.nature == "procedure"
        and step.kind not in ("event", "outcome")
    )


@kept
def contacts(lived: Lived) -> tuple[Contact, ...]:
    """Steps where someone of the household meets, calls, writes to or logs in to a counter.

    A way done by a professional is no contact, nor a step whose actor is not of the household.
    Steps of one `visit` are one trip.
    """
    visits: set[str] = set()
    found: list[Contact] = []
    for name, one in lived.steps.items():
        way = one.way
        if way is None or way.counter is None or way.done_by is not None:
            continue
        if not is_burden(one) or not by_household(one.step, lived.atlas):
            continue
        visit = one.step.visit or f"#{name}"
        found.append(Contact(name, way, way.channel in AWAY and visit not in visits))
        if way.channel in AWAY:
            visits.add(visit)
    return tuple(found)


def trips(lived: Lived) -> int:
    """How many times the household has to go somewhere, each step lived once."""
    return sum(contact.trip for contact in contacts(lived))
