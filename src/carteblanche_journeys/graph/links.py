"""The links of a journey: those written, and those that file order implies."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from carteblanche_journeys.model import Journey, Link, Step


@dataclass(frozen=True, slots=True)
class Passage:
    """One link between two steps of a journey.

    Parameters
    ----------
    source, target
        Ids of the two steps.
    link
        What the author wrote; for an implied link, a link that says only where it goes.
    implied
        Whether file order made it.
    id
        `source->target`, with `#2`, `#3`… where an author wrote several between two steps.
    """

    source: str
    target: str
    link: Link
    implied: bool
    id: str


def links(journey: Journey) -> tuple[Passage, ...]:
    """Every link of a journey, by source in file order, then as written.

    Steps follow in file order unless a step has `next`; outcomes and steps that end a strand
    have no implied next.

    >>> journey = Journey(title="J'inscris", steps={"a": {"title": "A"}, "b": {"title": "B"}})
    >>> [passage.id for passage in links(journey)]
    ['a->b']
    """
    seen: Counter[str] = Counter()
    found: list[Passage] = []
    ids = list(journey.steps)
    for position, (source, step) in enumerate(journey.steps.items()):
        following = ids[position + 1] if position + 1 < len(ids) else None
        for link, implied in _links_out(step, following):
            name = f"{source}->{link.to}"
            seen[name] += 1
            mark = name if seen[name] == 1 else f"{name}#{seen[name]}"
            found.append(Passage(source, link.to, link, implied, mark))
    return tuple(found)


def _links_out(step: Step, following: str | None) -> list[tuple[Link, bool]]:
    if step.next is not None:
        return [(link, False) for link in step.next]
    if following is None or step.kind == "outcome" or step.ends:
        return []
    return [(Link(to=following), True)]
