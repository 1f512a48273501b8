"""What an overlay shows, before it is painted: each step of both journeys, once, with its fate.

The drawing and its equal in text are both made from this plan.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from carteblanche_journeys.drawing.sheet import Lane, Sheet, SheetStep
from carteblanche_journeys.redesigns.comparisons.comparison import StepFate

#: What becomes of a step: the fates of a comparison, and those that pass behind the line.
Mark = Literal["kept", "changed", "moved", "behind", "merged", "split", "removed", "added"]
MARKS: tuple[Mark, ...] = (
    "kept",
    "changed",
    "moved",
    "behind",
    "merged",
    "split",
    "removed",
    "added",
)
Side = Literal["before", "after"]


@dataclass(frozen=True, slots=True)
class OverlayStep:
    """A step of one of the two journeys, where it stands.

    Parameters
    ----------
    number
        Its rank in the list of its own journey.
    counters
        Names of the counters met there.
    """

    id: str
    side: Side
    number: int
    title: str
    stage: str
    lane: Lane
    counters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OverlayFate:
    """What becomes of some steps: one line of the list, one group of the drawing.

    Parameters
    ----------
    key
        Its anchor in the list.
    changes
        The fields that change.
    folded
        Whether the drawing only counts it: unchanged, and next to nothing that changes.
    """

    key: str
    mark: Mark
    before: tuple[OverlayStep, ...]
    after: tuple[OverlayStep, ...]
    changes: tuple[str, ...] = ()
    folded: bool = False

    @property
    def stage(self) -> str:
        """The column it stands in: that of what it becomes, else of what it was."""
        return (self.after or self.before)[0].stage


@dataclass(frozen=True, slots=True)
class CaseOwnerSpan:
    """Someone who follows the case in the redesign: from which stage to which."""

    name: str
    first: str
    last: str


@dataclass(frozen=True)
class Overlay:
    """Two journeys in one: columns by stage, and every fate in reading order."""

    stages: Mapping[str, str]
    fates: tuple[OverlayFate, ...]
    owner: CaseOwnerSpan | None = None

    @cached_property
    def counts(self) -> Mapping[Mark, tuple[int, int]]:
        """For each mark, how many steps of the as-is and of the to-be: they add up to both."""
        before, after = Counter[Mark](), Counter[Mark]()
        for fate in self.fates:
            before[fate.mark] += len(fate.before)
            after[fate.mark] += len(fate.after)
        return {mark: (before[mark], after[mark]) for mark in MARKS if before[mark] or after[mark]}

    @cached_property
    def quiet(self) -> Mapping[str, int]:
        """Stages in which nothing is drawn, each with how many steps it has: all unchanged."""
        drawn = {fate.stage for fate in self.fates if not fate.folded}
        steps = Counter(fate.stage for fate in self.fates)
        return {name: steps[name] for name in self.stages if name not in drawn and steps[name]}

    @cached_property
    def busy(self) -> tuple[str, ...]:
        """Stages in which something is drawn, in order: the columns."""
        return tuple(name for name in self.stages if name not in self.quiet)


def fate_key(fate: StepFate) -> str:
    """The anchor of a fate: the step it leads to, else the one it takes away.

    >>> fate_key(StepFate("removed", ("rappel",), ()))
    'fate-rappel-gone'
    """
    return f"fate-{fate.after[0]}" if fate.after else f"fate-{fate.before[0]}-gone"


def lay_over(
    before: Sheet, after: Sheet, fates: Iterable[StepFate], owner: CaseOwnerSpan | None = None
) -> Overlay:
    """Lay a redesign over what it redesigns.

    Parameters
    ----------
    before, after
        The two journeys as drawn for one persona.
    fates
        What becomes of the steps, as a comparison tells it.
    owner
        Who follows the case in the redesign, and did not before.

    >>> one = Sheet("A", "Zoé", (SheetStep("a", 1, "Écrire"), SheetStep("b", 2, "Attendre")))
    >>> other = Sheet("A", "Zoé", (SheetStep("a", 1, "Écrire"),))
    >>> fates = StepFate("kept", ("a",), ("a",)), StepFate("removed", ("b",), ())
    >>> lay_over(one, other, fates).counts
    {'kept': (1, 1), 'removed': (1, 0)}
    """
    told = [_placed(fate, _by_id(before), _by_id(after)) for fate in fates]
    near = _touching(told, before, after)
    return Overlay(
        _stages(before, after),
        tuple(_folded(fate, near) for fate in told),
        owner,
    )


def _by_id(sheet: Sheet) -> Mapping[str, SheetStep]:
    return {step.id: step for step in sheet.steps}


def _placed(
    fate: StepFate, before: Mapping[str, SheetStep], after: Mapping[str, SheetStep]
) -> OverlayFate:
    old = tuple(_step(before[name], "before") for name in fate.before if name in before)
    new = tuple(_step(after[name], "after") for name in fate.after if name in after)
    return OverlayFate(fate_key(fate), _mark(fate, old, new), old, new, fate.changes)


def _step(step: SheetStep, side: Side) -> OverlayStep:
    counters = tuple(counter.name for counter in step.counters)
    place = (step.number, step.title, step.stage, step.lane)
    return OverlayStep(step.id, side, *place, counters)


def _mark(fate: StepFate, old: Sequence[OverlayStep], new: Sequence[OverlayStep]) -> Mark:
    """A step that others now live has passed behind the line, whatever else has changed."""
    alone = fate.fate in ("kept", "changed", "moved") and len(old) == len(new) == 1
    if alone and (old[0].lane, new[0].lane) == ("person", "backstage"):
        return "behind"
    return fate.fate


def _stages(before: Sheet, after: Sheet) -> Mapping[str, str]:
    """Every stage with its name, in the order of the as-is; what is new stands after."""
    every = ((step.stage, step.stage_name) for step in (*before.steps, *after.steps))
    return dict(tuple(dict.fromkeys(every)))


def _touching(fates: Sequence[OverlayFate], before: Sheet, after: Sheet) -> frozenset[str]:
    """The keys of fates that are linked, before or after, to one that is not just kept."""
    key = {(one.side, one.id): fate.key for fate in fates for one in (*fate.before, *fate.after)}
    still = {fate.key for fate in fates if fate.mark == "kept"}
    near: set[str] = set()
    sides: tuple[tuple[Side, Sheet], ...] = (("before", before), ("after", after))
    for side, sheet in sides:
        names = {step.number: step.id for step in sheet.steps}
        for link in sheet.links:
            ends = {key.get((side, names[end]), "") for end in (link.source, link.target)}
            if not ends <= still:
                near |= ends
    return frozenset(near)


def _folded(fate: OverlayFate, near: frozenset[str]) -> OverlayFate:
    if fate.mark != "kept" or fate.key in near:
        return fate
    return OverlayFate(fate.key, fate.mark, fate.before, fate.after, fate.changes, folded=True)
