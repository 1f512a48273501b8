"""Trips that come close together: in one stage of a journey, or within some weeks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carteblanche_journeys.diagnosis.clues.pursuits import purposes_of
from carteblanche_journeys.graph import Lived, LivedStep
from carteblanche_journeys.measures import Visits, contacts
from carteblanche_journeys.model import Step, schemes_of
from carteblanche_journeys.model.quantities import MINUTES


@dataclass(frozen=True, slots=True)
class Crowd:
    """Trips of one journey that come close together.

    Parameters
    ----------
    steps, counters
        Where one goes, in reading order.
    sure
        Whether they surely do: within one stage, or by waits that are all known. Else nothing
        that is known sets them further apart.
    """

    lived: Lived
    steps: tuple[str, ...]
    counters: tuple[str, ...]
    sure: bool


#: A trip that fewer than one person in four makes is one that people are spared.
_FEW = 0.25


def crowds(lived: Lived, visits: Visits, trips: float, days: float) -> Iterator[Crowd]:
    """Each stage with so many trips; where there is none, so many trips within so many days.

    Only trips for a need of the persona, or of which nobody says what for; none of a duty that
    comes back, nor that most people are spared. A journey without stages is one
    stage; a step without stage belongs with the one above it.
    """
    met = [c.step for c in contacts(lived) if c.trip and _is_usual(c.step, visits)]
    away = [step for step in met if _for_needs(lived.steps[step].step, lived)]
    stages: dict[str, list[str]] = {}
    stage_of = _stages(lived)
    for step in away:
        stages.setdefault(stage_of[step], []).append(step)
    full = [steps for steps in stages.values() if len(steps) >= trips]
    for steps in full:
        yield _crowd(steps, lived, sure=True)
    if not full and len(away) >= trips:
        yield from _within(away, int(trips), days, lived)


def _is_usual(step: str, visits: Visits) -> bool:
    """Whether enough people make a trip; equal shares where nobody knows how many do."""
    expected = visits.expected.get(step)
    return expected is None or expected >= _FEW


def _for_needs(step: Step, lived: Lived) -> bool:
    """Whether a step is for a need, for what the same purpose could serve, or for nothing said."""
    if step.times is not None and step.times.every is not None:
        return False
    schemes = schemes_of(step, lived.atlas)
    needs = lived.persona.needs
    purposes = purposes_of(needs, lived.atlas) & purposes_of(schemes, lived.atlas)
    unsaid = not schemes and step.schemes is None
    return unsaid or bool(purposes) or not set(needs).isdisjoint(schemes)


def _stages(lived: Lived) -> dict[str, str]:
    """The stage of each step, in the order of the file."""
    stages: dict[str, str] = {}
    stage = ""
    for name, step in lived.journey.steps.items():
        stage = stages[name] = step.stage or stage
    return stages


def _within(away: list[str], trips: int, days: float, lived: Lived) -> Iterator[Crowd]:
    """The most trips that fall within so many days of each other, as far as waits are known."""
    starts, known = _starts(lived)
    ordered = sorted(away, key=lambda step: starts[step])
    most = _longest_window(ordered, starts, days)
    if len(most) >= trips:
        place = {step: at for at, step in enumerate(lived.steps)}
        sure = all(step in known for step in most)
        yield _crowd(sorted(most, key=place.__getitem__), lived, sure=sure)


def _longest_window(ordered: list[str], starts: dict[str, float], days: float) -> list[str]:
    """Of steps in order of their days, the most that lie within so many; the first such run."""
    begin, best = 0, (0, 0)
    for end, step in enumerate(ordered, 1):
        while starts[step] - starts[ordered[begin]] > days:
            begin += 1
        if end - begin > best[1] - best[0]:
            best = (begin, end)
    return ordered[slice(*best)]


def _starts(lived: Lived) -> tuple[dict[str, float], frozenset[str]]:
    """The day on which each step starts at the earliest, and the steps of which it is known.

    Known where every delay on the way is, and all ways take as long: a step with a counter that
    says no wait may take any time. An event is dated by the step from which it counts.
    """
    arriving: dict[str, list[str]] = {}
    for passage in lived.passages:
        if not passage.link.back:
            arriving.setdefault(passage.target, []).append(passage.source)
    starts: dict[str, float] = {}
    ends: dict[str, tuple[float, bool]] = {}
    known: set[str] = set()
    for name, one in lived.steps.items():
        dates = {ends[source] for source in arriving.get(name, ()) if source in ends}
        starts[name], sure = _dated(one, starts, known) or _earliest(dates)
        lasts = _lasts(one)
        ends[name] = (starts[name] + (lasts or 0.0), sure and lasts is not None)
        if sure:
            known.add(name)
    return starts, frozenset(known)


def _earliest(dates: set[tuple[float, bool]]) -> tuple[float, bool]:
    """The first of several dates; sure where there is no other."""
    day = min((day for day, _ in dates), default=0.0)
    return day, not dates or dates == {(day, True)}


def _dated(one: LivedStep, starts: dict[str, float], known: set[str]) -> tuple[float, bool] | None:
    """When an event happens that says so, counted from a step seen before it."""
    happens = one.step.happens
    first = next(iter(starts), None)
    since = happens.of.step if happens is not None and happens.of is not None else first
    if happens is None or since not in starts:
        return None
    low, likely, _ = happens.after.minutes
    return starts[since] + (low if likely is None else likely) / MINUTES["d"], since in known


def _lasts(one: LivedStep) -> float | None:
    """The days until one can go on; None where that is not known."""
    if one.concerned is False:
        return 0.0
    wait = one.way.wait if one.way and one.way.wait else one.step.wait
    delays = [delay.minutes for delay in (wait, one.step.takes) if delay is not None]
    if not delays:
        return None if one.way else 0.0
    return sum(low if likely is None else likely for low, likely, _ in delays) / MINUTES["d"]


def _crowd(steps: list[str], lived: Lived, *, sure: bool) -> Crowd:
    counters = tuple(way.counter or "" for way in (lived.steps[s].way for s in steps) if way)
    return Crowd(lived, tuple(steps), counters, sure)
