"""Shares: how likely each link out of a step is taken (model, "Walk", rules 1, 3 and 7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product
from math import isnan, prod

from carteblanche_journeys.graph import Lived, LivedStep, Passage, open_links
from carteblanche_journeys.measures.branching import choose, side_by_side
from carteblanche_journeys.measures.settled import Settled, Turn, likely
from carteblanche_journeys.model import Link, Way, ways_of


def share_of(one: LivedStep, *, defaults: bool = True) -> float:
    """The part of those who come to a step whom it concerns; the others pass by.

    A condition that the persona meets concerns it wholly: the share stands in where the
    persona is silent, or where there is no condition.

    >>> from carteblanche_journeys.model import Step
    >>> share_of(LivedStep(Step(title="Traduire l'acte", share="20 %"), (), True, None))
    0.2
    """
    if one.concerned is False:
        return 0.0
    if one.concerned and one.step.when:
        return 1.0
    return 1.0 if one.step.share is None else likely(one.step.share, defaults=defaults)


def ways_taken(
    one: LivedStep, lived: Lived, *, defaults: bool = True
) -> tuple[tuple[Way, float], ...]:
    """The ways by which a step is lived, each with its share: the first, or those with shares.

    Beside ways with shares, the first one without takes the rest. Shares then hold among the
    ways open to the persona. Of a way that several channels offer, the first is taken.
    """
    if not one.ways:
        return ()
    if all(way.share is None for way in one.ways):
        return ((one.ways[0], 1.0),)
    written = _as_written(one, lived)
    said = (way.share for way in one.step.ways if way.share is not None)
    left = [way for way in written if way.share is None][:1]
    rest = max(0.0, 1 - sum(likely(share, defaults=defaults) for share in said))
    found = [
        (way, rest if way.share is None else likely(way.share, defaults=defaults))
        for way in written
        if way.share is not None or way in left
    ]
    whole = sum(share for _, share in found)
    if whole <= 0:
        return ((one.ways[0], 1.0),)
    return tuple((way, share / whole) for way, share in found if share > 0 or isnan(share))


def _as_written(one: LivedStep, lived: Lived) -> list[Way]:
    """Of each way as written, the first channel that is open."""
    found: list[Way] = []
    for way in one.step.ways:
        alone = one.step.model_copy(update={"ways": (way,)})
        first = next((w for w in ways_of(alone, lived.atlas) if w in one.ways), None)
        if first is not None and first not in found:
            found.append(first)
    return found


def settle(name: str, lived: Lived, *, defaults: bool = True) -> Settled:
    """How a lived step settles the links out of it.

    Links to those who give up are left out: nobody gives up on this walk. A branch that leads
    to a step closed to the persona keeps its share, and goes no further.
    """
    one = lived.steps[name]
    steps = lived.journey.steps
    out = lived.net.out[name]
    if any(steps[passage.target].result == "gave-up" for passage in out):
        out = tuple(p for p in out if steps[p.target].result != "gave-up")
    if len(out) == 1 and one.step.kind != "choice" and _is_plain(out[0].link):
        return _onward(out[0].id)
    tied = tuple(p for p in out if p.link.way or one.step.kind == "choice")
    ways = ways_taken(one, lived, defaults=defaults) if any(p.link.way for p in tied) else ()
    if len(ways) < 2:
        return _settle(name, one, out, lived, defaults)
    parts = [(share, _settle(name, _by(way, one), tied, lived, defaults)) for way, share in ways]
    free = _settle(name, one, tuple(p for p in out if p not in tied), lived, defaults)
    return _together(_mixed(parts), free)


def _is_plain(link: Link) -> bool:
    return not (link.when or link.way or link.share is not None)


@lru_cache(maxsize=4096)
def _onward(passage: str) -> Settled:
    """One link, and nothing to settle: by far the most frequent."""
    found = Settled(((Turn(1.0, frozenset((passage,))),),))
    # What the two properties would find, without having to look.
    found.__dict__["shares"] = {passage: 1.0}
    return found


def _together(one: Settled, other: Settled) -> Settled:
    return replace(one, draws=one.draws + other.draws, assumed=one.assumed + other.assumed)


def _by(way: Way, one: LivedStep) -> LivedStep:
    return LivedStep(one.step, (way,), one.concerned, one.body)


def _mixed(parts: Sequence[tuple[float, Settled]]) -> Settled:
    """One draw for all: first the way, then what follows it."""
    turns = [_joined(share, chosen) for share, part in parts for chosen in product(*part.draws)]
    return Settled(
        (tuple(turns),),
        any(part.unsettled for _, part in parts),
        tuple(dict.fromkeys(link for _, part in parts for link in part.assumed)),
        next((part.trouble for _, part in parts if part.trouble), ""),
    )


def _joined(share: float, chosen: Sequence[Turn]) -> Turn:
    return Turn(
        share * prod(turn.share for turn in chosen),
        frozenset[str]().union(*(turn.taken for turn in chosen)),
        frozenset[str]().union(*(turn.absent for turn in chosen)),
    )


def _settle(
    name: str, one: LivedStep, out: tuple[Passage, ...], lived: Lived, defaults: bool
) -> Settled:
    traits = lived.persona.traits
    open_ = open_links(one, out, lived.persona)
    if one.step.kind != "choice":
        return side_by_side(open_, traits, defaults)
    branches = [passage for passage in open_ if not passage.link.always]
    beside = side_by_side([p for p in open_ if p.link.always], traits, defaults)
    written = [passage for passage in out if not passage.link.always]
    if not branches:
        shut = [passage for passage in lived.net.out[name] if not passage.link.always]
        stuck = shut and not open_links(one, tuple(shut), lived.persona)
        return replace(beside, trouble="closed-choice" if stuck else "")
    return choose(branches, written, beside, traits, defaults)
