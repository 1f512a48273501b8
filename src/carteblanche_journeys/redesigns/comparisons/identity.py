"""Which things of two journeys are the same: by their ids, and by what they come from."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol, cast

from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.model.values import EMPTY


class Traced(Protocol):
    """What knows its id, and may say what it comes from: steps, counters, pieces."""

    @property
    def id(self) -> str:
        """Its name in its own journey or atlas."""

    @property
    def comes_from(self) -> tuple[str, ...] | None:
        """Ids; none for something new, None for what was not redesigned."""


@dataclass(frozen=True, eq=False)
class Kin:
    """The things of one kind on both sides, those that are the same under one label.

    Parameters
    ----------
    before, after
        For each id its label. Several ids of one side under one label were merged or split.
    """

    before: Mapping[str, str] = field(default=EMPTY)
    after: Mapping[str, str] = field(default=EMPTY)

    @cached_property
    def groups(self) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """For each label the ids before and the ids after, each in its own order."""
        found: dict[str, tuple[list[str], list[str]]] = {}
        for side, labels in enumerate((self.before, self.after)):
            for name, label in labels.items():
                found.setdefault(label, ([], []))[side].append(name)
        return {label: (tuple(one), tuple(other)) for label, (one, other) in found.items()}

    def with_same(self, pairs: Mapping[str, str]) -> Kin:
        """The same, where more things are one: ids before with the ids after."""
        if not pairs:
            return self
        own = {self.after[other]: self.before[one] for one, other in pairs.items()}
        after = {name: own.get(label, label) for name, label in self.after.items()}
        return Kin(self.before, after)


@dataclass(frozen=True, eq=False)
class Identity:
    """Which steps, counters and pieces of two journeys are the same."""

    steps: Kin
    counters: Kin
    evidence: Kin


def identity(as_is: Journey, to_be: Journey, before: Atlas, after: Atlas) -> Identity:
    """Which things of two journeys are the same, by id or by what they come from.

    Parameters
    ----------
    before, after
        The atlases as the two journeys see them.

    >>> steps = {"a": {"title": "A"}, "b": {"title": "B"}}
    >>> one = Journey(title="X", steps=steps)
    >>> other = Journey(title="X", steps={"ab": {"title": "AB", "comes_from": ["a", "b"]}})
    >>> identity(one, other, Atlas(), Atlas()).steps.groups
    {'a': (('a', 'b'), ('ab',))}
    """
    return Identity(
        kin(_traced(as_is.steps), _traced(to_be.steps)),
        _shelf(before.counters, after.counters),
        _shelf(before.evidence, after.evidence),
    )


def _shelf(before: Mapping[str, object], after: Mapping[str, object]) -> Kin:
    if before is after:
        same = {name: name for name in before}
        return Kin(same, same)
    return kin(_traced(before), _traced(after))


def _traced(shelf: Mapping[str, object]) -> Iterable[tuple[str, tuple[str, ...] | None]]:
    return ((name, cast(Traced, one).comes_from) for name, one in shelf.items())


def kin(
    before: Iterable[tuple[str, tuple[str, ...] | None]],
    after: Iterable[tuple[str, tuple[str, ...] | None]],
) -> Kin:
    """The same things of two sides, each told by its id and what it comes from.

    Two are the same where their ids are equal or their origins meet; what is the same as one
    thing is the same as all that is the same as that.

    >>> kin([("a", None), ("b", None)], [("a", ("a", "b")), ("new", ())]).after
    {'a': 'a', 'new': '+new'}

    Where both sides have the same ids from one origin, each is itself.

    >>> kin([("a", ("a",)), ("b", ("a",))], [("a", ("a",)), ("b", ("a",))]).after
    {'a': 'a=a', 'b': 'a=b'}
    """
    one, other = dict(before), dict(after)
    told = (
        {name: _tokens(name, origins, other, "-") for name, origins in one.items()},
        {name: _tokens(name, origins, one, "+") for name, origins in other.items()},
    )
    chains = _Chains()
    for side in told:
        for tokens in side.values():
            chains.join(tokens)
    tied = Kin(*({name: chains.last(own[0]) for name, own in side.items()} for side in told))
    return _each_itself(tied)


def _each_itself(tied: Kin) -> Kin:
    """Where the same ids are tied together on both sides, each is itself and nothing merged."""
    alike = {
        label
        for label, (one, other) in tied.groups.items()
        if len(one) > 1 and frozenset(one) == frozenset(other)
    }
    if not alike:
        return tied
    return Kin(
        *(
            {name: f"{label}={name}" if label in alike else label for name, label in side.items()}
            for side in (tied.before, tied.after)
        )
    )


def _tokens(
    name: str, origins: tuple[str, ...] | None, rivals: Container[str], new: str
) -> tuple[str, ...]:
    """What a thing is known by: what it comes from; its id where the other side has it too."""
    own = (name,) if origins is None else origins
    if name in rivals:
        return (*own, f"={name}")
    return own or (f"{new}{name}",)


class _Chains:
    """Tokens that stand for the same, joined as they are met (union and find)."""

    def __init__(self) -> None:
        self._next: dict[str, str] = {}

    def join(self, tokens: Iterable[str]) -> None:
        first, *others = tokens
        for other in others:
            one, two = self.last(first), self.last(other)
            if one != two:
                self._next[two] = one

    def last(self, token: str) -> str:
        """The token that stands for all those joined with this one."""
        while token in self._next:
            token = self._next[token]
        return token
