"""Ways that a move opens at a step, beside those that there are."""

from __future__ import annotations

from collections.abc import Iterable

from carteblanche_journeys.measures.contacts import AWAY
from carteblanche_journeys.model import Link, Way, by_household, ways_of
from carteblanche_journeys.redesigns.variant import Variant


def spread_ways(variant: Variant, step: str) -> tuple[Way, ...]:
    """The ways of a step written out, each with its channel, so that one can be put between.

    A way with a share stays whole: of its channels only the first is taken.
    """
    one = variant.steps[step]
    written = one.ways or ((Way(counter=one.at),) if one.at else ())
    found: list[Way] = []
    for way in written:
        alone = one.model_copy(update={"ways": (way,)})
        found += ways_of(alone, variant.atlas) if way.share is None else [way]
    return tuple(found)


def met_ways(variant: Variant, step: str) -> tuple[Way, ...]:
    """The ways by which the household meets a counter, one for each channel."""
    one = variant.steps[step]
    if one.kind not in ("action", "choice") or not by_household(one, variant.atlas):
        return ()
    return tuple(way for way in ways_of(one, variant.atlas) if way.counter and way.done_by is None)


def is_filed(variant: Variant, step: str) -> bool:
    """Whether a step is a procedure that the household goes through at a counter."""
    return variant.steps[step].nature == "procedure" and bool(met_ways(variant, step))


def needs_presence(way: Way) -> bool:
    """Whether one has to go somewhere; a channel that nobody says may spare that."""
    return way.channel in AWAY


def with_ways(variant: Variant, step: str, opened: Iterable[tuple[Way, Way]], at: int) -> Variant:
    """The variant in which a step has more ways, put at one place among those written.

    What followed an old way only, follows the new one that stands in for it too.

    Parameters
    ----------
    opened
        Each new way, and the old one for which it stands.
    at
        Its place among `spread_ways`.
    """
    one, pairs = variant.steps[step], tuple(opened)
    written = spread_ways(variant, step)
    ways = (*written[:at], *(new for new, _ in pairs), *written[at:])
    out = tuple(link for said in one.next or () for link in (said, *_followed(said, pairs)))
    unique = tuple(dict.fromkeys(out))
    return variant.with_step(one.model_copy(update={"ways": ways, "next": unique}))


def _followed(link: Link, pairs: tuple[tuple[Way, Way], ...]) -> Iterable[Link]:
    """The same link after each new way, where it follows only the old one."""
    for new, old in pairs:
        if link.way is not None and link.way in _names(old) and link.way not in _names(new):
            name = new.channel if new.counter in _names(old) else new.counter
            yield link.model_copy(update={"way": name})


def _names(way: Way) -> tuple[str | None, ...]:
    return way.channel, way.counter, way.done_by
