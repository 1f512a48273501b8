"""Which sets of facts are alike, without comparing every set with every other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from math import ceil
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """What two sets share, of all that they hold (Jaccard 1901): 0 to 1; 0 if both are empty.

    >>> likeness(frozenset({"name", "income"}), frozenset({"name"}))
    0.5
    """
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def alike(sets: Mapping[K, frozenset[str]], least: float) -> tuple[tuple[K, ...], ...]:
    """Groups of keys whose sets are alike, directly or through others of the group.

    Equal sets are taken once; of the others only those are compared that share one of their
    rarest members, without which they cannot reach `least` (prefix filter of Bayardo, Ma &
    Srikant 2007, "Scaling up all pairs similarity search").

    Parameters
    ----------
    sets
        By key; empty sets are like nothing.
    least
        The likeness from which two sets are alike, above 0, up to 1.

    >>> alike({"caf": frozenset("ab"), "cpam": frozenset("ab"), "msa": frozenset("xy")}, 0.6)
    (('caf', 'cpam'),)
    """
    owners: dict[frozenset[str], list[K]] = {}
    for key, facts in sets.items():
        if facts:
            owners.setdefault(facts, []).append(key)
    parents = {facts: facts for facts in owners}
    for one, other in _candidates(list(owners), least):
        if likeness(one, other) >= least:
            parents[_root(one, parents)] = _root(other, parents)
    groups: dict[frozenset[str], list[K]] = {}
    for key, facts in sets.items():
        if facts:
            groups.setdefault(_root(facts, parents), []).append(key)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def _candidates(
    sets: list[frozenset[str]], least: float
) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    rarity = Counter(fact for facts in sets for fact in facts)
    holders: dict[str, list[frozenset[str]]] = {}
    for facts in sets:
        rarest = sorted(facts, key=lambda fact: (rarity[fact], fact))
        needed = len(rarest) - ceil(least * len(rarest)) + 1
        for fact in rarest[:needed]:
            for other in holders.setdefault(fact, []):
                if least * len(other) <= len(facts) and least * len(facts) <= len(other):
                    yield facts, other
            holders[fact].append(facts)


def _root(facts: frozenset[str], parents: dict[frozenset[str], frozenset[str]]) -> frozenset[str]:
    while parents[facts] is not facts:
        parents[facts] = parents[parents[facts]]
        facts = parents[facts]
    return facts
