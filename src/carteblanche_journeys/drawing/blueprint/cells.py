"""What each step needs: its texts in lines, its links as lines or pills."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from carteblanche_journeys.drawing.blueprint.bands import Run
from carteblanche_journeys.drawing.blueprint.pills import Stack, stack
from carteblanche_journeys.drawing.blueprint.sizes import (
    ELBOW,
    FREE,
    GAP,
    HALF,
    INSET,
    LONGEST_LABEL,
    MARGIN,
    MIDDLE,
    MOST_LINES_ABOVE,
    lines_of,
    width_of,
)
from carteblanche_journeys.drawing.sheet import SheetLink, SheetStep
from carteblanche_journeys.words import Words


@dataclass(frozen=True, slots=True)
class Cell:
    """One step of a band, measured.

    Parameters
    ----------
    x, width
        Its column.
    title
        Lines of the title.
    arrivals
        Lines that say from which steps one comes, apart from the line drawn.
    onward
        The link drawn as a line to the next column; None where there is none.
    above
        Lines of text above that line, each with its class.
    stack
        Pills under the node.
    acts
        Lines of each act of the back office, or of who acts below the line of visibility.
    others
        Lines of each other body.
    wait, legal
        Lines of the wait.
    """

    step: SheetStep
    x: float
    width: float
    title: tuple[str, ...]
    arrivals: tuple[str, ...]
    onward: SheetLink | None
    above: tuple[tuple[str, str], ...]
    stack: Stack
    acts: tuple[tuple[str, ...], ...]
    others: tuple[tuple[str, ...], ...]
    wait: tuple[str, ...]
    legal: tuple[str, ...]

    @property
    def middle(self) -> float:
        """Where the node's middle stands."""
        return self.x + MIDDLE

    @property
    def left(self) -> float:
        """Where the texts and boxes of the cell begin."""
        return self.x + INSET

    @property
    def half(self) -> float:
        """Half the width of the node."""
        return HALF[self.step.kind]

    @property
    def beside(self) -> bool:
        """Whether arrivals and pills stand beside a node below the line, in one row above it."""
        if self.seen or self.above or self.stack.words or len(self.arrivals) > 1:
            return False
        if len({pill.y for pill in self.stack.pills}) > 1:
            return False
        return (
            self.half + 4 + arrivals_width(self) + pills_width(self) <= self.width - MIDDLE - FREE
        )

    @property
    def seen(self) -> bool:
        """Whether the step stands on the person's line."""
        return self.step.lane == "person"


def arrivals_width(cell: Cell) -> float:
    """The width of what says from where one comes, and a space after it."""
    return width_of(cell.arrivals[0], "t-from") + 6 if cell.arrivals else 0


def pills_width(cell: Cell) -> float:
    """The width of one row of pills."""
    return max((pill.x + pill.width for pill in cell.stack.pills), default=0)


def drawn(text: str, words: Words) -> str:
    """A label as drawn: whole, or its first 300 characters and where the rest is."""
    if len(text) <= LONGEST_LABEL:
        return text
    return words("drawing.rest", start=text[:LONGEST_LABEL])


def columns(runs: Sequence[Run], width: float) -> Iterator[tuple[SheetStep, float]]:
    """Each step of a band with the left of its column; a gap between two stages."""
    x = float(MARGIN)
    for run in runs:
        for step in run.steps:
            yield step, x
            x += width
        x += GAP


def cells_of(runs: Sequence[Run], width: float, words: Words) -> tuple[Cell, ...]:
    """The cells of a band whose columns have this width."""
    placed = list(columns(runs, width))
    following = [*placed[1:], None]
    previous = [None, *(step for step, _ in placed)]
    return tuple(
        _Measuring(step, x, width, after, words).cell(before)
        for (step, x), after, before in zip(placed, following, previous, strict=False)
    )


def _links_to(step: SheetStep | None, after: SheetStep | None) -> tuple[SheetLink, ...]:
    """The links to the next column of the band; the first of them is drawn as a line."""
    if step is None or after is None:
        return ()
    return tuple(one for one in step.out if one.target == after.number and not one.back)


class _Measuring:
    """The measuring of one cell."""

    def __init__(
        self,
        step: SheetStep,
        x: float,
        width: float,
        after: tuple[SheetStep, float] | None,
        words: Words,
    ) -> None:
        self.step, self.x, self.width, self.after, self.words = step, x, width, after, words
        self.room = width - INSET - FREE

    def cell(self, before: SheetStep | None) -> Cell:
        step, room = self.step, self.room
        onward = next(iter(_links_to(step, self.after and self.after[0])), None)
        above = self._above(onward)
        jumps = [one for one in step.out if one is not onward or above is None]
        behind = step.behind if step.lane == "person" else (step.who, *step.behind)
        act_room = room - MIDDLE if step.lane == "person" else room
        return Cell(
            step=step,
            x=self.x,
            width=self.width,
            title=lines_of(drawn(step.title, self.words), room, "t-title"),
            arrivals=self._arrivals(before),
            onward=onward,
            above=above or (),
            stack=stack(
                [self._shortened(one) for one in jumps], self._stack_room(onward is not None)
            ),
            acts=tuple(lines_of(drawn(act, self.words), act_room, "t-act") for act in behind),
            others=self._others(),
            wait=lines_of(self._wait(), room - 14, "t-wait"),
            legal=lines_of(step.wait.legal, room, "t-legal"),
        )

    def _others(self) -> tuple[tuple[str, ...], ...]:
        room = self.room - MIDDLE
        return tuple(lines_of(drawn(one, self.words), room, "t-act") for one in self.step.others)

    def _wait(self) -> str:
        wait = self.step.wait
        return wait.text or self.words(f"drawing.wait-{wait.state}")

    def _arrivals(self, before: SheetStep | None) -> tuple[str, ...]:
        """From where one comes: a single link from the neighbour is a line and needs no word."""
        lines = _links_to(before, self.step)
        drawn_from = lines[0].source if len(lines) == 1 else None
        numbers = [str(one) for one in self.step.arrivals if one != drawn_from]
        if not numbers:
            return ()
        return lines_of(self.words("drawing.from", steps=", ".join(numbers)), self.room, "t-from")

    def _above(self, link: SheetLink | None) -> tuple[tuple[str, str], ...] | None:
        """Lines above the line to the next column; None where they would be too many."""
        if link is None or self.after is None:
            return ()
        end = self.after[1] - ELBOW if self._turns() else self.after[1] + 1
        room = end - (self.x + MIDDLE + HALF[self.step.kind] + 5)
        texts = [("t-label", link.label), ("t-carried", ", ".join(link.carries))]
        lines = [
            (how, line)
            for how, text in texts
            if text and (how == "t-label" or link.line == "carried")
            for line in lines_of(text, room, how)
        ]
        return None if len(lines) > MOST_LINES_ABOVE else tuple(lines)

    def _turns(self) -> bool:
        return self.after is not None and self.after[0].lane != self.step.lane

    def _stack_room(self, linked: bool) -> float:
        """Pills reach below the next column, to just before its contact or an elbow."""
        start = self.x + (MIDDLE + 6 if self.step.lane == "person" else INSET)
        if self.after is None or self.step.lane == "backstage" or (linked and self._turns()):
            return self.x + self.width - FREE - start
        return self.after[1] + MIDDLE - FREE - start

    def _shortened(self, link: SheetLink) -> SheetLink:
        if len(link.words) <= LONGEST_LABEL:
            return link
        label = drawn(link.words, self.words)
        return SheetLink(
            link.id, link.source, link.target, link.line, label, link.carries, link.back
        )
