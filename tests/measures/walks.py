"""An oracle for the measures: people walk a journey one by one, and are counted.

Nothing here shares a formula with the measures under test. The rules of the walk are played as
they are written (model, "Walk", 1 to 7): links are settled as taken, missed or not existing; a
step starts once all its links in are settled and one is taken; a loop is walked round by round.

    seen = wander(journey, atlas, persona, times=4000, seed=1)
    seen.visits["file"].mean        # times the step is come to, passers-by included
    seen.visits["file"].error       # standard error of that mean
    seen.once["decision"].mean      # chance that the step is lived at least once
    seen.taken["file->decision"]    # times a link is taken
    seen.days.mean                  # days until the last strand is done
    seen.days_to["granted"].mean    # days until an outcome, over those who come to it
    seen.days_to["granted"].spread  # standard deviation of these

`times` is how many people walk; the same seed gives the same walks. Each visit of a step lasts
as long as `lasts(step, random)` says, in days: by default a draw of its wait, and one of what
it takes, each triangular between low, likely and high (of a range without likely: its middle).
A step that the person passes by takes no time. An event with `happens` comes so long after the
step it names is done (or after the start), whatever leads to it; without, when it is led to.

A step waits until every link into it is settled, those that turn out to be missed as well
(rule 2). With `patient=False` it waits only for the links that are taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from math import sqrt
from random import Random
from typing import Any

from carteblanche_journeys.graph import links
from carteblanche_journeys.model import Atlas, Journey, Persona, holds, ways_of

TAKEN, MISSED, ABSENT = "taken", "missed", "absent"
MINUTES_A_DAY = 1440

Lasts = Callable[[str, Random], float]
Status = tuple[str, float]


@dataclass
class Sample:
    """Numbers seen so far: how many, their mean, spread and the error of the mean."""

    n: int = 0
    total: float = 0.0
    squares: float = 0.0

    def see(self, number: float) -> None:
        """One more."""
        self.n += 1
        self.total += number
        self.squares += number * number

    @property
    def mean(self) -> float:
        """Their mean; 0 of none."""
        return self.total / self.n if self.n else 0.0

    @property
    def spread(self) -> float:
        """Standard deviation."""
        if self.n < 2:
            return 0.0
        return sqrt(max(0.0, self.squares / self.n - self.mean**2) * self.n / (self.n - 1))

    @property
    def error(self) -> float:
        """Standard error of the mean."""
        return self.spread / sqrt(self.n) if self.n else 0.0


@dataclass
class Seen:
    """What was seen of all who walked."""

    visits: dict[str, Sample] = field(default_factory=lambda: defaultdict(Sample))
    once: dict[str, Sample] = field(default_factory=lambda: defaultdict(Sample))
    taken: dict[str, Sample] = field(default_factory=lambda: defaultdict(Sample))
    days: Sample = field(default_factory=Sample)
    days_to: dict[str, Sample] = field(default_factory=lambda: defaultdict(Sample))


def wander(
    journey: Journey,
    atlas: Atlas | None = None,
    persona: Persona | None = None,
    *,
    times: int = 4000,
    seed: int = 0,
    lasts: Lasts | None = None,
    patient: bool = True,
) -> Seen:
    """Let people like a persona walk a journey, and count."""
    walker = Walker(
        journey, atlas or Atlas(), persona or Persona(name="Zoé"), Random(seed), lasts, patient
    )
    seen = Seen()
    for _ in range(times):
        walker.go()
        for name in journey.steps:
            seen.visits[name].see(walker.visits[name])
            seen.once[name].see(walker.visits[name] > 0)
        for link in walker.links:
            seen.taken[link.id].see(walker.taken[link.id])
        seen.days.see(walker.last)
        for name, day in walker.first_done.items():
            if journey.steps[name].kind == "outcome":
                seen.days_to[name].see(day)
    return seen


class Walker:
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
        self.journey, self.atlas, self.persona, self.random = journey, atlas, persona, random
        self.lasts, self.patient = lasts or self._lasts, patient
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

    # ------------------------------------------------------------------ the shape

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
        """Links that this persona may take on some walk, were no step to wait for others."""
        reached: set[str] = set()
        found: set[str] = set()
        for name in self.order:
            led = any(link.id in found for link in self.into[name])
            if (name in self.starts or led) and not self._is_closed(name):
                reached.add(name)
                found |= {link.id for link in self._may_take(name)}
        return frozenset(found)

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

    # ------------------------------------------------------------------ the persona

    def _concerned(self, name: str) -> bool:
        step = self.journey.steps[name]
        met = holds(step.when, self.persona.traits) if step.when else None
        if met is not None:
            return met
        return step.share is None or self.random.random() < _middle(step.share)

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
                    status[link.id] = (how, day)
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
        settled = [(link, *status.get(link.id, (ABSENT, 0.0))) for link in self.into[name]]
        taken = [link for link, how, _ in settled if how == TAKEN]
        missed = [link for link, how, _ in settled if how == MISSED]
        absent = [link for link, how, _ in settled if how == ABSENT]
        waited = [
            day for _, how, day in settled if how == TAKEN or (self.patient and how == MISSED)
        ]
        day = max(waited, default=0.0)
        apart = holds(self.journey.steps[name].when, self.persona.traits) is False
        if not taken:
            return (MISSED if missed and not apart else ABSENT), day
        if self.journey.steps[name].join == "all":
            for link in missed:
                if holds(link.link.when, self.persona.traits) is False:
                    continue
                if not any(self.exclusive(link, one) for one in taken + absent):
                    return (ABSENT if apart else MISSED), day
        return TAKEN, day

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
