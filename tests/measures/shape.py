"""The shape of a journey, as one persona may walk it; part of the oracle of `walks.py`."""

from __future__ import annotations

from functools import cache
from typing import Any

from carteblanche_journeys.graph import links
from carteblanche_journeys.model import Atlas, Journey, Persona, holds, ways_of


class Shape:
    """Which links a persona may take, which exclude each other, and what loops repeat."""

    def __init__(self, journey: Journey, atlas: Atlas, persona: Persona) -> None:
        self.journey, self.atlas, self.persona = journey, atlas, persona
        self.links = [link for link in links(journey) if link.target in journey.steps]
        self.out: dict[str, list[Any]] = {name: [] for name in journey.steps}
        self.into: dict[str, list[Any]] = {name: [] for name in journey.steps}
        for link in self.links:
            self.out[link.source].append(link)
            if not link.link.back:
                self.into[link.target].append(link)
        first = next(iter(journey.steps))
        self.starts = [
            name
            for name, step in journey.steps.items()
            if name == first or (step.kind == "event" and not self.into[name])
        ]
        self.order = self._topological()
        self.rank = {name: at for at, name in enumerate(self.order)}
        self.possible = self._possible()
        self.body = {
            link.target: self._body(link.target)
            for link in self.links
            if link.link.back and link.id in self.possible
        }
        self.reachable = self._reachable()
        self._memo: dict[tuple[str, str, bool], bool] = {}

    def _topological(self) -> list[str]:
        order: list[str] = []
        done: set[str] = set()

        def place(name: str) -> None:
            if name in done:
                return
            done.add(name)
            for link in self.out[name]:
                if not link.link.back:
                    place(link.target)
            order.append(name)

        for name in self.journey.steps:
            place(name)
        return order[::-1]

    def _body(self, header: str) -> frozenset[str]:
        """All from which one comes back to a header without passing it."""
        links = [link for link in self.links if link.id in self.possible]
        waiting = [link.source for link in links if link.link.back and link.target == header]
        found = {header}
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting.extend(p.source for p in self.into[name] if p.id in self.possible)
        return frozenset(found)

    def _possible(self) -> frozenset[str]:
        """Links that this persona may take on some walk, were no step to wait for others.

        Of the others, `gone` are those whose strand does not exist for the persona.
        """
        found: set[str] = set()
        self.gone: set[str] = set()
        for name in self.order:
            out = {link.id for link in self.out[name]}
            led = any(link.id in found for link in self.into[name])
            if (name in self.starts or led) and not self._is_closed(name):
                taken = {link.id for link in self._may_take(name)}
                found |= taken
                choice = self.journey.steps[name].kind == "choice"
                self.gone |= set() if choice else out - taken
            elif not led and self._is_apart(name):
                self.gone |= out
        return frozenset(found)

    def _is_apart(self, name: str) -> bool:
        """Whether a step that nothing leads to does not exist for the persona."""
        step = self.journey.steps[name]
        shut = holds(step.when, self.persona.traits) is False
        counted = [
            link
            for link in self.into[name]
            if step.join == "any" or holds(link.link.when, self.persona.traits) is not False
        ]
        return shut or all(link.id in self.gone for link in counted)

    def _reachable(self) -> frozenset[str]:
        """Links that somebody may take on some walk."""
        found: set[str] = set()
        for name in self.order:
            if name in self.starts or any(link.id in found for link in self.into[name]):
                found |= {link.id for link in self.out[name]}
        return frozenset(found)

    def _may_take(self, name: str) -> list[Any]:
        out = [p for p in self.out[name] if holds(p.link.when, self.persona.traits) is not False]
        if self.journey.steps[name].kind != "choice":
            return out
        held = next((p for p in out if p.link.when and not p.link.always and self._holds(p)), None)
        if held is None:
            return out
        before = out[: out.index(held) + 1]
        return [p for p in out if p.link.always or (p in before and p.link.when)]

    def _holds(self, link: Any) -> bool:
        return holds(link.link.when, self.persona.traits) is True

    def exclusive(self, one: Any, other: Any) -> bool:
        """Whether no walk of this persona takes both of two links.

        Where the persona never takes one of them, whether no walk of anybody does.
        """
        mine = {one.id, other.id} <= self.possible
        known = {one.id, other.id} <= self.reachable
        return known and not self._both(one, other, mine)

    def _both(self, one: Any, other: Any, mine: bool) -> bool:
        key = (one.id, other.id, mine)
        if key not in self._memo:
            self._memo[key] = one.id == other.id or self._both_anew(one, other, mine)
        return self._memo[key]

    def _both_anew(self, one: Any, other: Any, mine: bool) -> bool:
        if one.source == other.source:
            choice = self.journey.steps[one.source].kind == "choice"
            return not choice or one.link.always or other.link.always
        early, late = sorted((one, other), key=lambda link: self.rank[link.source])
        if late.source in self.starts:
            return True
        among = self.possible if mine else self.reachable
        before = (p for p in self.into[late.source] if p.id in among)
        return any(self._both(early, link, mine) for link in before)

    @cache  # noqa: B019 - a walker lives as long as its test
    def _open_ways(self, name: str) -> tuple[Any, ...]:
        step = self.journey.steps[name]
        person = self.persona.person(step.actor)
        return tuple(
            way
            for way in ways_of(step, self.atlas)
            if holds(way.when, self.persona.traits) is not False
            and not (
                way.channel == "online"
                and way.done_by is None
                and person is not None
                and person.online is not None
                and person.online < 2
            )
        )

    def _is_closed(self, name: str) -> bool:
        step = self.journey.steps[name]
        apart = step.when and holds(step.when, self.persona.traits) is False
        return not apart and bool(ways_of(step, self.atlas)) and not self._open_ways(name)
