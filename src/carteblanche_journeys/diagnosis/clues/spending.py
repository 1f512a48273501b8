"""What a persona has already done for a scheme before a step."""

from __future__ import annotations

from collections.abc import Iterable

from carteblanche_journeys.diagnosis.clues.reach import before
from carteblanche_journeys.graph import Lived
from carteblanche_journeys.model import schemes_of


def done_for(schemes: Iterable[str], ends: Iterable[str], lived: Lived) -> tuple[str, ...]:
    """The steps that pursue one of these schemes and lead to one of the ends, in reading order.

    An end may be a step that is closed to the persona: what leads to its door counts.

    >>> from carteblanche_journeys.graph import live
    >>> from carteblanche_journeys.model import Atlas, Journey, Persona
    >>> steps = {
    ...     "ask": {"title": "Ask", "schemes": ["aid"]},
    ...     "refused": {"title": "No", "kind": "outcome", "result": "refused", "scheme": "aid"},
    ... }
    >>> lived = live(Journey(title="I ask", steps=steps), Atlas(), Persona(name="Jeanne"))
    >>> done_for(["aid"], ["refused"], lived)
    ('ask',)
    """
    pursued = set(schemes)
    doors = {p.source for end in ends for p in lived.net.forward_in(end)}
    leading = before(lived, doors) | doors
    return tuple(
        name
        for name, one in lived.steps.items()
        if name in leading and pursued.intersection(schemes_of(one.step, lived.atlas))
    )
