"""Refusals on the way of a case, after which the person starts again elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.graph import Handoff, Lived, Passage
from carteblanche_journeys.model import by_household, schemes_of


def restarts(lived: Lived, handoff: Handoff) -> tuple[str, ...]:
    """The schemes for which a handoff makes the person start again, or none.

    The case was refused on its way, or a choice has sent the person away for another scheme;
    then the person files for the same purpose at the next body.
    """
    target = lived.steps[handoff.target]
    sought = schemes_of(target.step, lived.atlas)
    files = by_household(target.step, lived.atlas) and (target.step.asks or target.ways)
    if handoff.carried in ("organisation", "notification") or not files:
        return ()
    left = set(_refused(lived, handoff)) | set(_sent_away(lived, handoff))
    purposes = {_purpose(scheme, lived) for scheme in left} - {None}
    return tuple(scheme for scheme in sought if _purpose(scheme, lived) in purposes)


def _purpose(scheme: str, lived: Lived) -> str | None:
    known = lived.atlas.schemes.get(scheme)
    return known.purpose if known else None


def _trail(handoff: Handoff) -> tuple[str, ...]:
    return tuple(dict.fromkeys((handoff.source, *(p.source for p in handoff.passages))))


def _refused(lived: Lived, handoff: Handoff) -> Iterator[str]:
    """Schemes refused at a step of the trail, or at an outcome that one leads to in any case."""
    for name in _trail(handoff):
        step = lived.steps[name].step
        if step.result == "refused":
            yield from step.scheme
        for passage in lived.net.forward_out(name):
            ending = lived.steps.get(passage.target)
            if ending and ending.step.result == "refused" and _surely(passage, lived):
                yield from ending.step.scheme


def _surely(passage: Passage, lived: Lived) -> bool:
    return passage.link.always or lived.steps[passage.source].step.kind != "choice"


def _sent_away(lived: Lived, handoff: Handoff) -> Iterator[str]:
    """Schemes of the body that a branch of a choice leaves for another scheme."""
    sought = set(schemes_of(lived.steps[handoff.target].step, lived.atlas))
    for passage in handoff.passages:
        if lived.steps[passage.source].step.kind == "choice" and not passage.link.always:
            pursued = schemes_of(lived.steps[handoff.source].step, lived.atlas)
            yield from (scheme for scheme in pursued if scheme not in sought)
