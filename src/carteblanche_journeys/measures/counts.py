"""The first measures of a journey: counts per persona, each with what it covers.

Every step that the persona can live counts once: what a journey holds, not yet what one walk
through it costs on average.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from carteblanche_journeys.graph import Lived, LivedStep, handoffs
from carteblanche_journeys.measures.asked import Request, requests
from carteblanche_journeys.measures.contacts import contacts, is_burden
from carteblanche_journeys.model import by_household
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.steps import Carried


@dataclass(frozen=True, slots=True)
class Measure:
    """A count and how much of the journey it rests on.

    Parameters
    ----------
    value
        The count; a lower bound unless `complete`.
    known, of
        For how many steps the answer is known, of how many that could have one.
    """

    name: str
    value: int
    known: int
    of: int

    @property
    def complete(self) -> bool:
        """Whether every step that could have the quantity says it."""
        return self.known == self.of


def counts(lived: Lived) -> FrozenMap[str, Measure]:
    """The counts of a journey as one persona lives it.

    Names: steps, contacts, counters, organisations, trips, handoffs_person,
    handoffs_organisation, handoffs_notification, handoffs_unknown, evidence_asked,
    evidence_distinct, then `wait_known`, `effort_known` and `fee_known`, whose value is how
    many steps say the quantity.
    """
    found = [*_of_contacts(lived), *_of_handoffs(lived), *_of_evidence(requests(lived))]
    found += [_coverage(name, say, lived) for name, say in _SAYS.items()]
    return FrozenMap({measure.name: measure for measure in found})


def _full(name: str, value: int) -> Measure:
    return Measure(name, value, value, value)


def _is_lived(one: LivedStep) -> bool:
    """Whether a step counts: not passed by, and not the way out of who gives up."""
    return one.concerned is not False and one.step.result != "gave-up"


def _of_contacts(lived: Lived) -> list[Measure]:
    met = contacts(lived)
    counters = {contact.way.counter for contact in met if contact.way.counter}
    owners = {lived.steps[contact.step].body for contact in met}
    channels_known = sum(contact.way.channel is not None for contact in met)
    return [
        _full("steps", sum(map(_is_lived, lived.steps.values()))),
        _full("contacts", len(met)),
        _full("counters", len(counters)),
        _full("organisations", len({body.organisation for body in owners if body})),
        Measure("trips", sum(contact.trip for contact in met), channels_known, len(met)),
    ]


def _of_handoffs(lived: Lived) -> list[Measure]:
    made = [handoff.carried for handoff in handoffs(lived)]
    known = sum(carried is not None for carried in made)
    kinds: tuple[Carried, ...] = ("person", "organisation", "notification")
    told = [Measure(f"handoffs_{kind}", made.count(kind), known, len(made)) for kind in kinds]
    return [*told, _full("handoffs_unknown", made.count(None))]


def _of_evidence(asked: tuple[Request, ...]) -> list[Measure]:
    known = sum(request.copies is not None for request in asked)
    total = sum(request.copies or 1 for request in asked)
    distinct = len({request.pieces for request in asked})
    return [
        Measure("evidence_asked", total, known, len(asked)),
        _full("evidence_distinct", distinct),
    ]


def _says_wait(one: LivedStep) -> bool:
    return one.step.wait is not None or (one.way is not None and one.way.wait is not None)


def _says_effort(one: LivedStep) -> bool:
    return one.step.effort is not None or (one.way is not None and one.way.effort is not None)


def _says_fee(one: LivedStep) -> bool:
    return one.step.fee is not None or (one.way is not None and one.way.fee is not None)


_SAYS: dict[str, Callable[[LivedStep], bool]] = {
    "wait_known": _says_wait,
    "effort_known": _says_effort,
    "fee_known": _says_fee,
}


def _could_say(steps: Iterable[LivedStep], lived: Lived) -> list[LivedStep]:
    """Steps that could have the quantity: no events, outcomes, plain choices."""
    return [
        one
        for one in steps
        if is_burden(one)
        and (one.step.kind != "choice" or one.way is not None)
        and by_household(one.step, lived.atlas)
    ]


def _coverage(name: str, says: Callable[[LivedStep], bool], lived: Lived) -> Measure:
    able = _could_say(lived.steps.values(), lived)
    known = sum(says(one) for one in able)
    return Measure(name, known, known, len(able))
