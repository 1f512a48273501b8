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
from dataclasses import dataclass, field
from math import sqrt
from random import Random

from carteblanche_journeys.model import Atlas, Journey, Persona
from measures.walker import Lasts, Walker

__all__ = ["Sample", "Seen", "Walker", "wander"]


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
