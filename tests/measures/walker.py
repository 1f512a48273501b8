"""One who walks a journey by its rules, as they are written; part of the oracle of `walks.py`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from random import Random
from typing import Any

from carteblanche_journeys.model import Atlas, Journey, Persona, holds
from measures.shape import Shape

TAKEN, MISSED, ABSENT = "taken", "missed", "absent"
MINUTES_A_DAY = 1440

Lasts = Callable[[str, Random], float]
Status = tuple[str, float]


class Walker(Shape):
    """One persona, who walks a journey again and again."""

    def __init__(
        self,
        journey: Journey,
        atlas: Atlas,
        persona: Persona,
        random: Random,
        lasts: Lasts | None,
        patient: bool,
    ) -> None:
        super().__init__(journey, atlas, persona)
        self.random = random
        self.lasts, self.patient = lasts or self._lasts, patient

    # ------------------------------------------------------------------ the persona

    def _concerned(self, name: str) -> bool:
        step = self.journey.steps[name]
        met = holds(step.when, self.persona.traits) if step.when else None
        if met is not None:
            return met
        return step.share is None or self.random.random() < _middle(step.share)

    def _lasts(self, name: str, random: Random) -> float:
        step = self.journey.steps[name]
        return sum(_draw(one, random) for one in (step.wait, step.takes) if one is not None)

    # ------------------------------------------------------------------ one walk

    def go(self) -> None:
        """One walk, from the start to the end of the last strand."""
        self.visits: dict[str, int] = defaultdict(int)
        self.taken: dict[str, int] = defaultdict(int)
        self.done: dict[str, float] = {}
        self.first_done: dict[str, float] = {}
        self.last = 0.0
        self._stretch(frozenset(self.order), dict.fromkeys(self.starts, 0.0), {}, None)

    def _stretch(
        self,
        region: frozenset[str],
        begun: Mapping[str, float],
        arrived: Mapping[str, Status],
        header: str | None,
    ) -> tuple[list[tuple[str, float]], list[tuple[Any, float]]]:
        """Walk the steps of a region once; gives who goes back, and strands that have left it.

        Where the links out of the region stand at the end is kept in `_final`.
        """
        status: dict[str, Status] = dict(arrived)
        back: list[tuple[str, float]] = []
        leaving: list[tuple[Any, float]] = []
        walked: set[str] = set()
        for name in self.order:
            if name not in region or name in walked:
                continue
            how, day = (TAKEN, begun[name]) if name in begun else self._come(name, status)
            if how == TAKEN and self._is_closed(name):
                how = MISSED
            if how != TAKEN:
                for link in self.out[name]:
                    status[link.id] = (ABSENT if link.id in self.gone else how, day)
            elif name in self.body and name != header:
                walked |= self.body[name]
                self._loop(name, day, region, status, back, leaving)
            else:
                self._do(name, day, status, back)
        self._final = status
        return back, leaving

    def _loop(
        self,
        header: str,
        day: float,
        region: frozenset[str],
        status: dict[str, Status],
        back: list[tuple[str, float]],
        leaving: list[tuple[Any, float]],
    ) -> None:
        """Round by round; what leaves before the last round is a strand of its own."""
        waiting = [day]
        while waiting:
            again, out = self._stretch(self.body[header], {header: waiting.pop()}, {}, header)
            waiting += [when for target, when in again if target == header]
            back += [(target, when) for target, when in again if target != header]
            final = self._final
            if waiting:
                out += self._taken_out(self.body[header], self.body[header], final)
            else:
                status.update((p.id, final[p.id]) for p in self._out_of(self.body[header]))
            for link, when in out:
                if link.target not in region:
                    leaving.append((link, when))
                    continue
                below = self._below(link.target) & region
                more, further = self._stretch(below, {}, {link.id: (TAKEN, when)}, None)
                back += more
                leaving += further + self._taken_out(below, region, self._final)

    @cache  # noqa: B019
    def _out_of(self, part: frozenset[str]) -> tuple[Any, ...]:
        links = (link for name in self.order if name in part for link in self.out[name])
        return tuple(link for link in links if not link.link.back and link.target not in part)

    def _taken_out(
        self, part: frozenset[str], region: frozenset[str], final: Mapping[str, Status]
    ) -> list[tuple[Any, float]]:
        """Links taken out of a region by those who have walked a part of it."""
        return [
            (link, final[link.id][1])
            for link in self._out_of(part)
            if link.target not in region and final[link.id][0] == TAKEN
        ]

    @cache  # noqa: B019
    def _below(self, name: str) -> frozenset[str]:
        found, waiting = {name}, [name]
        while waiting:
            further = {p.target for p in self.out[waiting.pop()] if not p.link.back} - found
            found |= further
            waiting.extend(further)
        return frozenset(found)

    def _come(self, name: str, status: Mapping[str, Status]) -> Status:
        """Rule 2: what becomes of a step, from its links in."""
        step = self.journey.steps[name]
        settled = [(p, *status.get(p.id, self._before(p))) for p in self.into[name]]
        if step.join == "all":  # a link in whose condition fails is not counted
            traits = self.persona.traits
            settled = [one for one in settled if holds(one[0].link.when, traits) is not False]
        taken = [link for link, how, _ in settled if how == TAKEN]
        missed = [link for link, how, _ in settled if how == MISSED]
        absent = [link for link, how, _ in settled if how == ABSENT]
        waited = [
            day for _, how, day in settled if how == TAKEN or (self.patient and how == MISSED)
        ]
        day = max(waited, default=0.0)
        apart = holds(step.when, self.persona.traits) is False
        if not taken:
            return (MISSED if missed and not apart else ABSENT), day
        if step.join == "all":
            for link in missed:
                if not any(self.exclusive(link, one) for one in taken + absent):
                    return (ABSENT if apart else MISSED), day
        return TAKEN, day

    def _before(self, link: Any) -> Status:
        """Where a link stands that leads into the part being walked from outside it."""
        never = link.id not in self.possible and link.id not in self.gone
        return (MISSED if never else ABSENT), 0.0

    def _do(
        self, name: str, day: float, status: dict[str, Status], back: list[tuple[str, float]]
    ) -> None:
        step = self.journey.steps[name]
        if step.kind == "event" and step.happens is not None:
            of = step.happens.of
            since = self.done.get(of.step, day) if of is not None else 0.0
            day = since + _draw(step.happens.after, self.random)
        concerned = step.kind == "choice" or self._concerned(name)
        day += self.lasts(name, self.random) if concerned else 0.0
        self.visits[name] += 1
        self.done[name] = day
        self.first_done.setdefault(name, day)
        self.last = max(self.last, day)
        chosen = self._settle(name)
        for link in self.out[name]:
            how = chosen.get(link.id, MISSED)
            self.taken[link.id] += how == TAKEN
            if not link.link.back:
                status[link.id] = (how, day)
            elif how == TAKEN:
                back.append((link.target, day))

    # ------------------------------------------------------------------ rule 1

    def _settle(self, name: str) -> dict[str, str]:
        steps = self.journey.steps
        way = self._way(name)
        out = [
            link
            for link in self.out[name]
            if steps[link.target].result != "gave-up"
            and (not link.link.way or way is None or link.link.way in _names(way))
        ]
        if steps[name].kind != "choice":
            return {link.id: self._beside(link) for link in out}
        found = {link.id: self._beside(link) for link in out if link.link.always}
        branches = [link for link in out if not link.link.always]
        one = self._branch(branches)
        return found if one is None else {**found, one.id: TAKEN}

    def _way(self, name: str) -> Any:
        ways = self._open_ways(name)
        shared = [way for way in ways if way.share is not None]
        if not shared:
            return ways[0] if ways else None
        plain = [way for way in ways if way.share is None][:1]
        written = [way for way in self.journey.steps[name].ways if way.share is not None]
        rest = max(0.0, 1 - sum(_middle(way.share) for way in written))
        among = [way for way in ways if way in shared or way in plain]
        weights = [rest if way.share is None else _middle(way.share) for way in among]
        return self.random.choices(among, weights)[0]

    def _beside(self, link: Any) -> str:
        met = holds(link.link.when, self.persona.traits) if link.link.when else None
        if met is not None:
            return TAKEN if met else ABSENT
        if link.link.share is None or self.random.random() < _middle(link.link.share):
            return TAKEN
        return ABSENT

    def _branch(self, branches: list[Any]) -> Any:
        met = {
            link.id: holds(link.link.when, self.persona.traits) if link.link.when else None
            for link in branches
        }
        share = {p.id: None if p.link.share is None else _middle(p.link.share) for p in branches}
        known = sum(part for part in share.values() if part is not None)
        held = next((link for link in branches if met[link.id] is True), None)
        if held is not None:
            shut = sum(share[p.id] or 0.0 for p in branches if met[p.id] is False)
            chance = self.random.random() * (1 - shut)
            for link in branches[: branches.index(held)]:
                if link.link.when and met[link.id] is None:
                    chance -= share[link.id] or 0.0
                    if chance < 0:
                        return link
            return held
        possible = [link for link in branches if met[link.id] is not False]
        silent = [link for link in possible if share[link.id] is None]
        rest = max(0.0, 1 - known)
        weights = [
            rest / len(silent) if part is None else part
            for part in (share[link.id] for link in possible)
        ]
        if not possible:
            return None
        if sum(weights) <= 0:
            weights = [1.0] * len(possible)
        return self.random.choices(possible, weights)[0]


def _names(way: Any) -> tuple[str | None, ...]:
    return (way.channel, way.counter, way.done_by)


def _middle(share: Any) -> float:
    return share.likely if share.likely is not None else (share.low + share.high) / 2


def _draw(quantity: Any, random: Random) -> float:
    low, likely, high = (None if m is None else m / MINUTES_A_DAY for m in quantity.minutes)
    if low == high:
        return low
    return random.triangular(low, high, (low + high) / 2 if likely is None else likely)
