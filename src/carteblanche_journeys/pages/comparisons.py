"""Comparisons of a site: each worked out once, and looked at by several pages."""

from __future__ import annotations

from carteblanche_journeys.model import Journey
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.variants import as_is_of, redesigns_of
from carteblanche_journeys.redesigns.comparisons.comparing import compare
from carteblanche_journeys.redesigns.comparisons.comparison import Comparison


def comparison(desk: Desk, to_be: Journey) -> Comparison | None:
    """A redesign beside the journey at its root; None where either has no steps.

    `desk` is that of the whole atlas.
    """
    as_is = as_is_of(to_be, desk.atlas)
    if not as_is.steps or not to_be.steps:
        return None
    return desk.memory.recall(
        ("comparison", to_be.id),
        (as_is, to_be, desk.ground(as_is.id), desk.ground(to_be.id)),
        lambda: compare(as_is, to_be, desk.atlas),
    )


def family(desk: Desk, journey: Journey) -> tuple[Journey, ...]:
    """A journey that is redesigned and all its redesigns: what pages of any of them stand on."""
    root = as_is_of(journey, desk.atlas)
    return (root, *redesigns_of(root, desk.atlas))
