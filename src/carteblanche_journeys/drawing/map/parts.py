"""Which maps a journey has: one, or an overview and one for each of its parts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from carteblanche_journeys.drawing.sheet import Sheet, SheetStep
from carteblanche_journeys.words import Words

#: A journey of at most so many steps is one map.
MOST_STEPS = 16
#: A stage is cut where it has more than this: a few more than 16 cost less than a cut.
_MOST_OF_A_STAGE = 20


@dataclass(frozen=True, slots=True)
class Part:
    """Steps of one stage, or of a piece of it, in reading order."""

    steps: tuple[SheetStep, ...]
    whole_stage: bool

    @property
    def stage(self) -> str:
        """The stage's id; empty where its steps have none."""
        return self.steps[0].stage

    def title(self, words: Words) -> str:
        """The stage's name, with its steps where it is but a piece; else its steps."""
        name = self.steps[0].stage_name or self.stage
        steps = steps_in_words([step.number for step in self.steps], words)
        if not name:
            return steps[:1].upper() + steps[1:]
        return name if self.whole_stage else words("map.part", stage=name, steps=steps)


def parts_of(sheet: Sheet) -> tuple[Part, ...]:
    """The stages of a journey by their first step; long ones, and none at all, in equal pieces."""
    stages: dict[str, list[SheetStep]] = {}
    for step in sheet.steps:
        stages.setdefault(step.stage, []).append(step)
    return tuple(
        Part(piece, whole_stage=len(piece) == len(steps))
        for stage, steps in stages.items()
        for piece in _pieces(tuple(steps), _MOST_OF_A_STAGE if stage else MOST_STEPS)
    )


def _pieces(steps: tuple[SheetStep, ...], most: int) -> list[tuple[SheetStep, ...]]:
    if len(steps) <= most:
        return [steps]
    count = -(-len(steps) // MOST_STEPS)
    ends = [len(steps) * piece // count for piece in range(count + 1)]
    return [steps[start:end] for start, end in pairwise(ends)]


def steps_in_words(numbers: list[int], words: Words) -> str:
    """Numbers of steps, three and more that follow each other as a range: `étapes 1 à 4 et 7`.

    >>> from carteblanche_journeys.words import words_for
    >>> steps_in_words([1, 2, 3, 4, 7], words_for("fr")).replace(chr(160), " ")
    'étapes 1 à 4 et 7'
    >>> steps_in_words([3, 4], words_for("fr")).replace(chr(160), " ")
    'étapes 3 et 4'
    """
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][-1] + 1:
            ranges[-1][1:] = [number]
        else:
            ranges.append([number])
    said = [entry for one in ranges for entry in _range_in_words(one, words)]
    return words("map.steps", n=len(numbers), steps=words.series(said))


def _range_in_words(ends: list[int], words: Words) -> list[str]:
    if ends[-1] - ends[0] > 1:
        return [words("map.range", first=ends[0], last=ends[-1])]
    return list(map(str, ends))
