"""Shares: how likely each link out of a step is taken (model, "Walk", rules 1, 3 and 7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from math import isnan, nan, prod

from carteblanche_journeys.graph import Lived, LivedStep, Passage, open_links
from carteblanche_journeys.model import Link, Quantity, Way, holds, ways_of
from carteblanche_journeys.model.conditions import Scalar

#: How far from one the shares of a choice may be, for those who round (model, "Walk", rule 1).
ROUNDING = 0.001


@dataclass(frozen=True, slots=True)
class Turn:
    """One way in which a draw may turn out: how likely, and which links are then taken.

    Parameters
    ----------
    share
        Between 0 and 1; not a number where nobody knows.
    taken
        Ids of links.
    absent
        Ids of links whose strand does not exist for this person, rather than being missed.
    """

    share: float
    taken: frozenset[str]
    absent: frozenset[str] = frozenset()


#: Turns that exclude each other and make a whole.
Draw = tuple[Turn, ...]


@dataclass(frozen=True)
class Settled:
    """How a step settles its links out.

    Parameters
    ----------
    draws
        Independent of each other.
    unsettled
        Whether the shares of a choice are known by nobody.
    assumed
        Ids of links assumed to apply, since the persona says nothing on their condition.
    trouble
        The structural rule that the choice breaks, so that its shares have no meaning.
    """

    draws: tuple[Draw, ...]
    unsettled: bool = False
    assumed: tuple[str, ...] = ()
    trouble: str = ""

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """How likely each link is taken, once the step is done."""
        found: dict[str, float] = {}
        for turn in (turn for draw in self.draws for turn in draw):
            for passage in turn.taken:
                found[passage] = found.get(passage, 0.0) + turn.share
        return found

    @cached_property
    def turns(self) -> Mapping[str, tuple[tuple[int, int], ...]]:
        """Of each link the turns that settle it for good: which draw, and which turn of it."""
        found: dict[str, list[tuple[int, int]]] = {}
        for at, draw in enumerate(self.draws):
            for place, turn in enumerate(draw):
                for passage in (*turn.taken, *turn.absent):
                    found.setdefault(passage, []).append((at, place))
        return {passage: tuple(places) for passage, places in found.items()}


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


def likely(share: Quantity, *, defaults: bool = True) -> float:
    """The likely value of a share; of a range without one its middle, if defaults may be used."""
    if share.likely is not None:
        return share.likely
    return (share.low + share.high) / 2 if defaults else nan


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
    out = tuple(p for p in lived.net.out[name] if steps[p.target].result != "gave-up")
    if len(out) == 1 and one.step.kind != "choice" and _is_plain(out[0].link):
        return _onward(out[0].id)
    tied = tuple(p for p in out if p.link.way or one.step.kind == "choice")
    ways = ways_taken(one, lived, defaults=defaults) if any(p.link.way for p in tied) else ()
    if len(ways) < 2:
        return _settle(name, one, out, lived, defaults)
    parts = [(share, _settle(name, _by(way, one), tied, lived, defaults)) for way, share in ways]
    free = _settle(name, one, tuple(p for p in out if p not in tied), lived, defaults)
    return _mixed(parts) if len(tied) == len(out) else _side_by_side(_mixed(parts), free)


def _is_plain(link: Link) -> bool:
    return not (link.when or link.way or link.share is not None)


def _onward(passage: str) -> Settled:
    """One link, and nothing to settle: by far the most frequent."""
    found = Settled(((Turn(1.0, frozenset((passage,))),),))
    # What the two properties would find, without having to look.
    found.__dict__["shares"] = {passage: 1.0}
    return found


def _side_by_side(one: Settled, other: Settled) -> Settled:
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
        return _beside(open_, traits, defaults)
    branches = [passage for passage in open_ if not passage.link.always]
    beside = _beside([p for p in open_ if p.link.always], traits, defaults)
    written = [passage for passage in out if not passage.link.always]
    if not branches:
        shut = [passage for passage in lived.net.out[name] if not passage.link.always]
        stuck = shut and not open_links(one, tuple(shut), lived.persona)
        return replace(beside, trouble="closed-choice" if stuck else "")
    return _choose(branches, written, beside, traits, defaults)


def _beside(passages: Sequence[Passage], traits: Mapping[str, Scalar], defaults: bool) -> Settled:
    """Links that run beside each other: each is taken, or by the share that it says."""
    draws: list[Draw] = []
    assumed: list[str] = []
    for passage in passages:
        met = holds(passage.link.when, traits) is not None and bool(passage.link.when)
        known = passage.link.share
        share = 1.0 if known is None or met else likely(known, defaults=defaults)
        if passage.link.when and not met and known is None:
            assumed.append(passage.id)
        taken, missing = Turn(share, frozenset((passage.id,))), frozenset((passage.id,))
        draws.append((taken,) if share == 1 else (taken, Turn(1 - share, frozenset(), missing)))
    return Settled(tuple(draws), assumed=tuple(assumed))


def _choose(
    branches: list[Passage],
    written: list[Passage],
    beside: Settled,
    traits: Mapping[str, Scalar],
    defaults: bool,
) -> Settled:
    """One of the branches, beside the links taken in any case."""
    if len(branches) == 1:
        (only,) = branches
        doubt = bool(only.link.when) and holds(only.link.when, traits) is None
        assumed = (only.id,) if doubt else ()
        draw = (Turn(1.0, frozenset((only.id,))),)
        return replace(beside, draws=(draw, *beside.draws), assumed=assumed + beside.assumed)
    trouble = _whole(written, defaults)
    last = branches[-1]
    decided = bool(last.link.when) and holds(last.link.when, traits) is True
    shares = (_before if decided else _among)(branches, written, traits, defaults)
    unsettled = shares is None and not trouble
    if trouble:
        shares = [nan] * len(branches)
    elif shares is None:
        shares = _equal(branches, written, defaults)
    draw = tuple(Turn(share, frozenset((p.id,))) for p, share in zip(branches, shares, strict=True))
    return Settled((draw, *beside.draws), unsettled, beside.assumed, trouble)


def _whole(written: list[Passage], defaults: bool) -> str:
    """Whether shares make a whole: the name of the rule they break, or nothing."""
    given = [likely(p.link.share, defaults=defaults) for p in written if p.link.share is not None]
    silent = [p for p in written if p.link.share is None and not p.link.when]
    if not given:
        return ""
    total, complete = sum(given), len(given) == len(written)
    wrong = total > 1 + ROUNDING or (complete and total < 1 - ROUNDING) or len(silent) > 1
    return "choice-shares" if wrong else ""


def _among(
    branches: list[Passage],
    written: list[Passage],
    traits: Mapping[str, Scalar],
    defaults: bool,
) -> list[float] | None:
    """Shares among the branches that stay possible; None where nobody knows them."""
    raw = _raw(branches, written, traits, defaults)
    silent = sum(passage.link.share is None for passage in branches)
    rest = sum(share for p, share in zip(branches, raw, strict=True) if p.link.share is None)
    whole = sum(raw)
    if whole <= 0 or (silent > 1 and not rest <= ROUNDING) or isnan(whole):
        return None
    return [share / whole for share in raw]


def _before(
    branches: list[Passage],
    written: list[Passage],
    traits: Mapping[str, Scalar],
    defaults: bool,
) -> list[float] | None:
    """The last branch is known to be open: it takes what the uncertain ones before it leave."""
    if any(passage.link.share is None for passage in branches[:-1]):
        return None
    raw = _raw(branches, written, traits, defaults)
    shut = (p.link.share for p in written if _is_shut(p, traits) and p.link.share is not None)
    whole = 1 - sum(likely(share, defaults=defaults) for share in shut)
    if not whole > ROUNDING:
        return None
    first = [min(1.0, share / whole) for share in raw[:-1]]
    return None if isnan(sum(first)) else [*first, max(0.0, 1 - sum(first))]


def _raw(
    branches: list[Passage],
    written: list[Passage],
    traits: Mapping[str, Scalar],
    defaults: bool,
) -> list[float]:
    """Shares as said; those without share halve between them what the others leave."""
    given = sum(
        likely(p.link.share, defaults=defaults) for p in written if p.link.share is not None
    )
    silent = sum(p.link.share is None and not _is_shut(p, traits) for p in written)
    rest = max(0.0, 1 - given) / silent if silent else 0.0
    return [
        rest if p.link.share is None else likely(p.link.share, defaults=defaults) for p in branches
    ]


def _is_shut(passage: Passage, traits: Mapping[str, Scalar]) -> bool:
    return bool(passage.link.when) and holds(passage.link.when, traits) is False


def _equal(branches: list[Passage], written: list[Passage], defaults: bool) -> list[float]:
    """What stands in where nobody knows: equal shares of what is not known, if they may be used."""
    if not defaults:
        return [nan] * len(branches)
    given = [likely(p.link.share) if p.link.share is not None else None for p in branches]
    silent = given.count(None)
    known = sum(share for share in given if share is not None)
    if not silent or known >= 1:
        return [1 / len(branches)] * len(branches)
    return [(1 - known) / silent if share is None else share for share in given]
