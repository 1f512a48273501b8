"""Steps that can only be lived online, and what they keep someone from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from carteblanche_journeys.graph import Lived, is_open, live
from carteblanche_journeys.model import Person, Persona, ways_of

#: Ease online of someone who does everything there, and of someone who does nothing there.
AT_EASE, NOT_AT_ALL = 3, 0


@dataclass(frozen=True, slots=True)
class Barred:
    """Steps that one cannot pass without internet, and the ends that depend on them.

    Parameters
    ----------
    steps
        Those that every way to the ends passes; where there is none, those that one meets.
    ends
        Outcomes that someone at ease online reaches, and this persona does not.
    sure
        False where nobody says how at ease online the person is.
    """

    steps: tuple[str, ...]
    ends: tuple[str, ...]
    sure: bool


def barred(lived: Lived) -> Iterator[Barred]:
    """What a persona cannot reach for want of ease online, by the steps that bar the way."""
    worst = with_ease(lived.persona, NOT_AT_ALL, unsaid=True)
    if not any(_is_shut(name, worst, lived) for name in lived.journey.steps):
        return
    told: set[tuple[str, ...]] = set()
    lives = [lived] if worst == lived.persona else [lived, _as(worst, lived)]
    for mine in lives:
        for steps, ends in _lost(mine, lived).items():
            if steps and steps not in told:
                told.add(steps)
                yield Barred(steps, tuple(ends), sure=mine is lived)


def with_ease(persona: Persona, ease: int, *, unsaid: bool = False) -> Persona:
    """The same persona, everyone of whom is so much at ease online.

    Parameters
    ----------
    unsaid
        Whether only those change of whom nobody says it.

    >>> with_ease(Persona(name="Jeanne", people=[{"online": 1}]), 3).people[0].online
    3
    """
    people = persona.people or (Person(),)
    changed = tuple(
        one.model_copy(update={"online": ease}) if not unsaid or one.online is None else one
        for one in people
    )
    return persona.model_copy(update={"people": changed})


def _as(persona: Persona, lived: Lived) -> Lived:
    return live(lived.journey, lived.atlas, persona, lived.net)


def _lost(mine: Lived, lived: Lived) -> Mapping[tuple[str, ...], list[str]]:
    """By the steps that bar them, the ends that one would reach with more ease online."""
    if not any(_is_shut(name, mine.persona, mine) for name in mine.closed):
        return {}
    able = _as(with_ease(lived.persona, AT_EASE), lived)
    online = [name for name in able.steps if _is_shut(name, mine.persona, mine)]
    needed = _needed_on_the_way(able, online)
    shut = set(online)
    met = tuple(name for name in mine.closed if name in shut)
    lost: dict[tuple[str, ...], list[str]] = {}
    for end in _ends(able):
        if end not in mine.steps:
            passed = tuple(n for at, n in enumerate(online) if needed[end] >> at & 1)
            lost.setdefault(passed or met, []).append(end)
    return lost


def _is_shut(name: str, persona: Persona, lived: Lived) -> bool:
    """Whether a step has no way but online ones that this persona cannot take."""
    step = lived.journey.steps[name]
    ways = ways_of(step, lived.atlas)
    online = any(way.channel == "online" for way in ways)
    return online and not any(is_open(way, step, persona) for way in ways)


def _ends(able: Lived) -> Iterable[str]:
    """The outcomes that grant what the persona needs; without any outcome, where it all ends."""
    outcomes = [name for name, step in able.journey.steps.items() if step.kind == "outcome"]
    if outcomes:
        wanted = set(able.persona.needs)
        return [
            name
            for name, one in able.steps.items()
            if one.step.result in ("granted", "partial", "done")
            and (not wanted or not wanted.isdisjoint(one.step.scheme))
        ]
    onward = {p.source for p in able.passages if not p.link.back}
    return [name for name in able.steps if name not in onward]


def _needed_on_the_way(able: Lived, marked: list[str]) -> Mapping[str, int]:
    """For each step, as bits, the marked steps that every way to it passes.

    Where strands meet and all must arrive, what each of them passes; else what they share.
    """
    bit = {name: 1 << at for at, name in enumerate(marked)}
    arriving: dict[str, list[str]] = {}
    for passage in able.passages:
        if not passage.link.back:
            arriving.setdefault(passage.target, []).append(passage.source)
    needed: dict[str, int] = {}
    for name, one in able.steps.items():
        before = [needed.get(source, 0) for source in arriving.get(name, [])]
        passed = before[0] if before else 0
        for bits in before[1:]:
            passed = passed | bits if one.step.join == "all" else passed & bits
        needed[name] = passed | bit.get(name, 0)
    return needed
