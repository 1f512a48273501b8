"""What becomes of each step of a journey in another."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import cached_property

from carteblanche_journeys.graph import Passage, links
from carteblanche_journeys.model import Atlas, Journey, Step, counters_of, ways_of
from carteblanche_journeys.redesigns.comparisons.comparison import StepFate
from carteblanche_journeys.redesigns.comparisons.identity import Identity, Kin
from carteblanche_journeys.redesigns.comparisons.meaning import Naming, differing, meaning_of_ways

#: Fields of a step that are looked at apart.
_APART = frozenset(("at", "ways", "next", "actor"))
#: A counter, by the name that stands for it, and a channel.
_Door = tuple[Hashable, str | None]


def fates(
    as_is: Journey, to_be: Journey, before: Atlas, after: Atlas, same: Identity
) -> tuple[StepFate, ...]:
    """What becomes of every step, in the order of the to-be, those removed at their place.

    Parameters
    ----------
    before, after
        The atlases as the two journeys see them.
    same
        Which of their things are the same.

    A step that is met at another counter, or by another channel, than before is moved; where
    others only come after those that were there, it is changed. What follows a step changes
    where it leads to other steps of the as-is than before, or on other terms: not where a step
    beyond it was removed or added.

    >>> from carteblanche_journeys.redesigns.comparisons.identity import identity
    >>> steps = {"a": {"title": "A"}, "b": {"title": "B"}, "c": {"title": "C", "wait": "3 d"}}
    >>> one = Journey(title="X", steps=steps)
    >>> other = Journey(title="X", steps={"a": {"title": "Z"}, "c": {"title": "C"}})
    >>> found = fates(one, other, Atlas(), Atlas(), identity(one, other, Atlas(), Atlas()))
    >>> [(fate.fate, fate.before, fate.changes) for fate in found]
    [('kept', ('a',), ()), ('removed', ('b',), ()), ('changed', ('c',), ('wait',))]
    """
    one, other = _Side(as_is, before, same, 0), _Side(to_be, after, same, 1)
    shared = one.following.keys() & other.following.keys()
    groups = same.steps.groups
    order = _order(as_is, to_be, same.steps)
    return tuple(_fate(*groups[label], label, one, other, shared) for label in order)


def _order(as_is: Journey, to_be: Journey, steps: Kin) -> list[str]:
    """Every label once: those of the to-be in its order, those gone after what they followed."""
    found = list(dict.fromkeys(steps.after[name] for name in to_be.steps))
    known = set(found)
    place = 0
    for name in as_is.steps:
        label = steps.before[name]
        if label in known:
            place = found.index(label) + 1
        else:
            known.add(label)
            found.insert(place, label)
            place += 1
    return found


def _fate(
    gone: tuple[str, ...],
    come: tuple[str, ...],
    label: str,
    one: _Side,
    other: _Side,
    shared: set[str],
) -> StepFate:
    if not come:
        return StepFate("removed", gone, ())
    if not gone:
        return StepFate("added", (), come)
    if len(gone) > 1:
        return StepFate("merged", gone, come)
    if len(come) > 1:
        return StepFate("split", gone, come)
    was, now = one.journey.steps[gone[0]], other.journey.steps[come[0]]
    changes = tuple(_changes(was, now, label, one, other, shared))
    if "ways" in changes and _moved(one.doors(was), other.doors(now)):
        return StepFate("moved", gone, come, changes)
    return StepFate("changed" if changes else "kept", gone, come, changes)


def _changes(
    was: Step, now: Step, label: str, one: _Side, other: _Side, shared: set[str]
) -> Iterator[str]:
    if not _alike(was, now, one.atlas, other.atlas) and one.ways(was) != other.ways(now):
        yield "ways"
    yield from differing(was, now, (one.naming, other.naming), _APART)
    if (was.actor or "person") != (now.actor or "person"):
        yield "actor"
    if _leads_elsewhere(label, one, other, shared):
        yield "next"


def _alike(was: Step, now: Step, before: Atlas, after: Atlas) -> bool:
    """Whether the ways are written alike, at counters of the same channels: most often so."""
    if was.at != now.at or was.ways != now.ways:
        return False
    if before.counters is after.counters:
        return True
    known = ((before.counters.get(n), after.counters.get(n)) for n in counters_of(was))
    return all(a is b or (a and b and a.channels == b.channels) for a, b in known)


def _moved(was: Sequence[_Door], now: Sequence[_Door]) -> bool:
    """Whether the first way, or any way that there was, is no longer where it was."""
    return was[:1] != now[:1] or not set(was) <= set(now)


def _leads_elsewhere(label: str, one: _Side, other: _Side, shared: set[str]) -> bool:
    was, now = one.following[label], other.following[label]
    if not (was.keys() & shared <= other.beyond(label, shared)):
        return True
    if not (now.keys() & shared <= one.beyond(label, shared)):
        return True
    return any(
        _differ(was[target], now[target], one, other) for target in was.keys() & now.keys() & shared
    )


def _differ(was: list[Passage], now: list[Passage], one: _Side, other: _Side) -> bool:
    naming, apart = (one.naming, other.naming), frozenset(("to",))
    if len(was) != len(now):
        return True
    return any(any(differing(a.link, b.link, naming, apart)) for a, b in zip(was, now, strict=True))


class _Side:
    """One of the two journeys, its things known by the labels that both share."""

    def __init__(self, journey: Journey, atlas: Atlas, same: Identity, place: int) -> None:
        self.journey = journey
        self.atlas = atlas
        self._place = place
        self._steps = same.steps.after if place else same.steps.before
        self._same = same
        self.naming: Naming = naming_of(same, place)

    @cached_property
    def following(self) -> Mapping[str, Mapping[str, list[Passage]]]:
        """For each step what follows it, and by which links, all by label."""
        found: dict[str, dict[str, list[Passage]]] = {
            self._steps[name]: {} for name in self.journey.steps
        }
        for passage in links(self.journey):
            source, target = self._steps[passage.source], self._steps.get(passage.target)
            if target is not None and source != target:
                found[source].setdefault(target, []).append(passage)
        return found

    def beyond(self, label: str, shared: set[str]) -> set[str]:
        """The steps of both journeys that follow one, past those that only this one has."""
        found: set[str] = set()
        seen = {label}
        waiting = [label]
        while waiting:
            for target in self.following[waiting.pop()]:
                if target in shared:
                    found.add(target)
                elif target not in seen:
                    seen.add(target)
                    waiting.append(target)
        return found

    def ways(self, step: Step) -> Hashable:
        """What the ways of a step say."""
        return meaning_of_ways(step, self.atlas, self.naming)

    def doors(self, step: Step) -> list[_Door]:
        """The counter and channel of each way."""
        return [
            (self.naming(("counter",), way.counter) if way.counter else None, way.channel)
            for way in ways_of(step, self.atlas)
        ]


def naming_of(same: Identity, place: int) -> Naming:
    """What stands for the things that one side names: what both share, under one name.

    Parameters
    ----------
    place
        0 for the as-is, 1 for the to-be.

    Counters that were merged into another are not that other: to be met there is to be met
    elsewhere.
    """
    steps = same.steps.after if place else same.steps.before
    pieces = same.evidence.after if place else same.evidence.before
    counters = _lone(same.counters, place)
    # A link that follows one way of a step may name that way by its counter.
    shelves = {"step": steps, "evidence": pieces, "counter": counters, "way": counters}

    def named(kinds: tuple[str, ...], name: str) -> Hashable:
        for kind in kinds:
            known = shelves.get(kind, {})
            if name in known:
                return kind, known[name]
        return name

    return named


def _lone(kin: Kin, place: int) -> Mapping[str, Hashable]:
    """For each id what stands for it; an id that merged or split stands for itself."""
    labels = kin.after if place else kin.before
    rivals = kin.before if place else kin.after
    alone = {label for label, (one, other) in kin.groups.items() if len(one) == len(other) == 1}
    return {
        name: label if label in alone else (name if name in rivals else (place, name))
        for name, label in labels.items()
    }
