"""Where the household files for a scheme, and what it gives there."""

from __future__ import annotations

from collections.abc import Iterable

from carteblanche_journeys.diagnosis.clues.pursuits import meets_counter
from carteblanche_journeys.model import all_asks, asks_of, schemes_of
from carteblanche_journeys.redesigns.variant import Variant


def filings(variant: Variant, scheme: str, among: Iterable[str]) -> tuple[str, ...]:
    """The steps at which some persona goes to a counter for a scheme, in file order.

    Parameters
    ----------
    among
        The steps to look at.
    """
    there = frozenset(among)
    return tuple(
        name
        for name, one in variant.steps.items()
        if name in there and scheme in schemes_of(one, variant.atlas) and _files(variant, name)
    )


def _files(variant: Variant, step: str) -> bool:
    lived = [life for life in variant.lives if step in life.steps]
    return any(meets_counter(life.steps[step], life.atlas) for life in lived)


def brought_to(variant: Variant, step: str) -> tuple[str, ...]:
    """The pieces that the personas bring to a step, by their way; of any one of several the first.

    Those of every way where none of them comes there.
    """
    one = variant.steps[step]
    lived = [life.steps[step] for life in variant.lives if step in life.steps]
    asks = (
        [ask for here in lived for ask in asks_of(here.step, here.way)] if lived else all_asks(one)
    )
    return tuple(dict.fromkeys(ask.pieces[0] for ask in asks))


def given_at(variant: Variant, step: str) -> tuple[str, ...]:
    """The facts that the personas tell or prove at a step."""
    known = variant.atlas.evidence
    pieces = brought_to(variant, step)
    proved = (fact for piece in pieces if piece in known for fact in known[piece].facts)
    return tuple(dict.fromkeys((*variant.steps[step].tells, *proved)))
