"""Counters made one: the ways that led to several of them lead to one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import chain, combinations

from carteblanche_journeys.diagnosis.clues.exclusion import together
from carteblanche_journeys.model import Atlas, Counter, Link, Step, Way, ways_of
from carteblanche_journeys.model.quantities import SHARE, Range, ShareQuantity
from carteblanche_journeys.redesigns.rewriting.asks_joined import asks_by_way
from carteblanche_journeys.redesigns.rewriting.conditions import Conditions, both, either
from carteblanche_journeys.redesigns.rewriting.linking import joined


def at_one_counter(
    step: Step, counters: Collection[str], into: Counter, atlas: Atlas, *, staying: bool
) -> Step:
    """The step whose ways at any of these counters are ways at one, the same for everyone.

    Ways that then differ only in for whom they are become one, open to all for whom there was
    one; what only some of them asked is asked of the same people as before.

    Parameters
    ----------
    atlas
        As it was: it knows the counters that become one.
    staying
        Whether their places and channels stay; else only those of the one counter are left.
    """
    groups: dict[object, list[Way]] = {}
    for way in ways_of(step, atlas):
        for moved in _moved(way, counters, into, atlas, staying=staying):
            groups.setdefault(_kind(moved), []).append(moved)
    ways = tuple(_one_way(step, group, into.id) for group in groups.values())
    asks = {way.asks for way in ways}
    if len(asks) == 1 and (same := next(iter(asks))) is not None:
        step = step.model_copy(update={"asks": same})
        ways = tuple(way.model_copy(update={"asks": None}) for way in ways)
    out = _links_led(step, counters, into.id, atlas) if step.next else step.next
    return step.model_copy(update={"at": None, "ways": ways, "next": out})


def _moved(
    way: Way, counters: Collection[str], into: Counter, atlas: Atlas, *, staying: bool
) -> Iterable[Way]:
    if way.counter is None or way.counter not in counters:
        return (way,)
    if staying or way.counter == into.id:
        return (way.model_copy(update={"counter": into.id}),)
    keeper = atlas.counters[way.counter].owner
    done_by = into.owner if way.done_by == keeper else way.done_by
    plain = {"counter": into.id, "near": None, "done_by": done_by}
    channels: tuple[str | None, ...] = into.channels or (way.channel,)
    if way.channel in channels or way.channel is None:
        channels = (way.channel,)
    return tuple(way.model_copy(update={**plain, "channel": one}) for one in channels)


#: What tells two ways at one counter apart, beside for whom they are and what they ask.
_APART = ("counter", "channel", "near", "done_by", "times", "yields", "presence")
_COSTS = ("effort", "wait", "fee")


def _kind(way: Way) -> object:
    costs = (getattr(way, name) for name in _COSTS)
    said = tuple(getattr(way, name) for name in _APART)
    return (*said, *(None if one is None else one.value for one in costs))


def _one_way(step: Step, group: Sequence[Way], into: str) -> Way:
    if len(group) == 1 or group[0].counter != into:
        return group[0]
    same = len({way.asks for way in group}) == 1
    shares = [way.share for way in group if way.share is not None]
    return group[0].model_copy(
        update={
            "when": either(way.when for way in group),
            "asks": group[0].asks if same else asks_by_way(step, group),
            "share": _sum(shares) if len(shares) == len(group) else None,
            "note": None,
            "sources": tuple(dict.fromkeys(chain.from_iterable(way.sources for way in group))),
        }
    )


def _sum(shares: Sequence[ShareQuantity]) -> ShareQuantity:
    likely = [one.likely for one in shares]
    middle = None if None in likely else min(1.0, sum(one for one in likely if one is not None))
    low, high = (
        min(1.0, sum(ends)) for ends in zip(*((s.low, s.high) for s in shares), strict=True)
    )
    return ShareQuantity(value=Range(low, middle, high, SHARE))


def _links_led(step: Step, counters: Collection[str], into: str, atlas: Atlas) -> tuple[Link, ...]:
    """Links after one of these doors: after the one door, for those for whom that door was."""
    whens = _whens(step, counters, atlas)
    if len(whens) == 1:
        return tuple(
            link.model_copy(update={"way": into}) if link.way in whens else link
            for link in step.next or ()
        )
    same = _lead_alike(step, whens)
    found: dict[object, Link] = {}
    for link in step.next or ():
        if link.way in whens:
            doors = whens.values() if same else [whens[link.way]]
            when = both(either(doors), link.when)
            link = link.model_copy(update={"way": None, "when": when})
            key: object = (link.to, link.when, link.always, link.back)
            found[key] = _one_link(found[key], link) if key in found else link
        else:
            found[id(link)] = link
    return joined(found.values())


def _whens(step: Step, counters: Collection[str], atlas: Atlas) -> dict[str | None, Conditions]:
    """For whom each of these doors is, at a step."""
    ways: dict[str | None, list[Way]] = {}
    for way in ways_of(step, atlas):
        if way.counter in counters:
            ways.setdefault(way.counter, []).append(way)
    return {door: either(way.when for way in there) for door, there in ways.items()}


def _lead_alike(step: Step, doors: Collection[str | None]) -> bool:
    """Whether links that name a door lead to the same steps after each of these."""
    targets: dict[str | None, set[str]] = {door: set() for door in doors}
    for link in step.next or ():
        if link.way in targets:
            targets[link.way].add(link.to)
    return len({frozenset(there) for there in targets.values()}) < 2


def _one_link(one: Link, other: Link) -> Link:
    """Two links to one step, one of them carried by an organisation: then both are."""
    carries = tuple(dict.fromkeys((*one.carries, *other.carries)))
    origins = tuple(dict.fromkeys((*(one.comes_from or ()), *(other.comes_from or ()))))
    said = other if other.carried == "organisation" else one
    return said.model_copy(update={"carries": carries, "comes_from": origins})


def lead_apart(step: Step, counters: Collection[str], atlas: Atlas) -> bool:
    """Whether what follows depends on the door taken, or on how one came there.

    Where each door is for other people, what followed it can follow for them.
    """
    ways = ways_of(step, atlas)
    how = {name for way in ways for name in (way.channel, way.done_by)} - {None}
    if any(link.way in how for link in step.next or ()):
        return True
    whens = _whens(step, counters, atlas)
    if len(whens) == 1:
        return False
    named = [link for link in step.next or () if link.way in whens]
    others = any(way.counter not in counters for way in ways)
    if any(others or not together(whens[link.way], link.when) for link in named):
        return True
    apart = not any(together(one, other) for one, other in combinations(whens.values(), 2))
    return bool(named) and not apart and not _lead_alike(step, whens)
