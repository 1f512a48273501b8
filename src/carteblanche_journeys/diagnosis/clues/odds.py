"""How likely a branch is, as far as anyone knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from carteblanche_journeys.graph import Lived, Passage
from carteblanche_journeys.measures import Visits


def odds(passage: Passage, visits: Visits) -> float | None:
    """The part of those at a choice who take one of its branches; None where nobody knows."""
    if passage.source in visits.unsettled:
        return None
    times, taken = visits.expected.get(passage.source), visits.taken.get(passage.id)
    return taken / times if times and taken is not None else None


def branches_to(step: str, lived: Lived) -> Iterator[Passage]:
    """The branches of choices that lead to a step and nowhere else: nobody chooses in between.

    >>> from carteblanche_journeys.graph import live
    >>> from carteblanche_journeys.model import Atlas, Journey, Persona
    >>> steps = {
    ...     "answer": {"title": "Yes?", "kind": "choice", "next": ["letter", "granted"]},
    ...     "letter": {"title": "Get the letter", "next": "refused"},
    ...     "refused": {"title": "Refused", "ends": True},
    ...     "granted": {"title": "Granted"},
    ... }
    >>> lived = live(Journey(title="I ask", steps=steps), Atlas(), Persona(name="Zoé"))
    >>> [passage.id for passage in branches_to("refused", lived)]
    ['answer->letter']
    """
    before = arriving(lived)
    seen, waiting = {step}, [step]
    while waiting:
        for passage in before.get(waiting.pop(), ()):
            source = lived.steps[passage.source].step
            if source.kind == "choice" and not passage.link.always:
                yield passage
            elif passage.source not in seen:
                seen.add(passage.source)
                waiting.append(passage.source)


def steps_between(first: str, last: str, lived: Lived) -> frozenset[str]:
    """The steps of a loop: those on a forward way from its first step to its last, both named.

    The first must lie on every way to the last, as the target of a back link does.

    >>> from carteblanche_journeys.graph import live
    >>> from carteblanche_journeys.model import Atlas, Journey, Persona
    >>> steps = {name: {"title": name} for name in "abcd"}
    >>> lived = live(Journey(title="I ask", steps=steps), Atlas(), Persona(name="Zoé"))
    >>> sorted(steps_between("b", "c", lived))
    ['b', 'c']
    """
    before = arriving(lived)
    seen, waiting = {first, last}, [last]
    while waiting:
        step = waiting.pop()
        for passage in before.get(step, ()) if step != first else ():
            if passage.source not in seen:
                seen.add(passage.source)
                waiting.append(passage.source)
    return frozenset(seen)


@lru_cache(maxsize=8)
def arriving(lived: Lived) -> Mapping[str, tuple[Passage, ...]]:
    """For each step of a life the forward links by which one comes there."""
    found: dict[str, list[Passage]] = {}
    for passage in lived.passages:
        if not passage.link.back:
            found.setdefault(passage.target, []).append(passage)
    return {step: tuple(passages) for step, passages in found.items()}
