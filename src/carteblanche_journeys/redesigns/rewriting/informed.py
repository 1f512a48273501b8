"""Which organisation knows what once a step is done, asked of all lives of a variant."""

from __future__ import annotations

from collections.abc import Iterable
from weakref import WeakKeyDictionary

from carteblanche_journeys.diagnosis.clues.learnt import knows_after
from carteblanche_journeys.graph import Lived
from carteblanche_journeys.measures import Knowing, knowing
from carteblanche_journeys.redesigns.variant import Variant

#: What is known in each life, kept as long as the variant lives.
_KEPT: WeakKeyDictionary[Variant, dict[int, Knowing]] = WeakKeyDictionary()


def unknown(
    variant: Variant, facts: Iterable[str], organisation: str, step: str, *, after: bool = True
) -> tuple[str, ...]:
    """Of these facts those that an organisation does not know, in some life.

    Parameters
    ----------
    after
        Whether it is asked what it knows once the step is done, or before it. Where nobody
        comes to the step, nothing is known.

    >>> from carteblanche_journeys.model import Atlas, Journey
    >>> from carteblanche_journeys.redesigns.variant import begin
    >>> atlas = Atlas(
    ...     organisations={"caf": {"name": "CAF"}},
    ...     counters={"caf": {"name": "CAF", "owner": "caf"}},
    ... )
    >>> steps = {"ask": {"title": "Ask", "at": "caf", "tells": ["income"]}}
    >>> unknown(begin(Journey(title="I ask", steps=steps), atlas), ["income", "age"], "caf", "ask")
    ('age',)
    """
    lives = [(at, life) for at, life in enumerate(variant.lives) if step in life.steps]
    known = [_facts(variant, at, life, organisation, step, after) for at, life in lives]
    return tuple(
        fact for fact in dict.fromkeys(facts) if not known or not all(fact in one for one in known)
    )


def _facts(
    variant: Variant, at: int, life: Lived, organisation: str, step: str, after: bool
) -> frozenset[str]:
    here, found = life.steps[step].body, _known(variant, at)
    if after and here is not None and here.organisation == organisation:
        return knows_after(step, life, found)
    return found.knows(organisation, step)


def _known(variant: Variant, at: int) -> Knowing:
    every = _KEPT.setdefault(variant, {})
    if at not in every:
        every[at] = knowing(variant.lives[at])
    return every[at]
