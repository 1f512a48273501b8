"""Who stands in which row and in which order: counts only, no pixels.

Between two rows of boxes there may be a row of labels. A link that passes by a row has a
*joint* there: an entry of that row without width, or the one that holds the link's label.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from carteblanche_journeys.drawing.ranking import forward_arcs, ranks

#: Links over more ranks than this run on a side track instead of through the rows.
SHORT = 4
#: Sweeps down and up again; more change little on journeys, and the number must be fixed.
SWEEPS = 6


@dataclass(frozen=True, slots=True)
class Link:
    """A link between two boxes of one level, by their numbers.

    `ports` are where it leaves and enters, in pixels from the left side of each box; None is
    the middle of both.
    """

    number: int
    tail: int
    head: int
    back: bool = False
    label_width: float = 0
    label_height: float = 0
    ports: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """The way of one link through the rows: its tail, its joints, and its head if it gets there.

    A link on a side track has no head in its chain: the track takes it there.
    """

    link: Link
    entries: tuple[int, ...]
    on_track: bool


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows in order, each with its entries in order: boxes, then joints, by number."""

    rows: list[list[int]]
    row_of: list[int]
    chains: list[Chain]


def rows_of(count: int, links: Sequence[Link]) -> Rows:
    """Put `count` boxes and the joints of their links into rows, and each row in order.

    >>> rows_of(3, [Link(0, 0, 1), Link(1, 0, 2)]).rows
    [[0], [1, 2]]
    """
    arcs = [(link.tail, link.head) for link in links]
    onward = [number for number, link in enumerate(links) if not link.back]
    forward = forward_arcs(count, [arcs[number] for number in onward])
    down = {number for number, on in zip(onward, forward, strict=True) if on}
    level = [2 * rank for rank in ranks(count, [arcs[number] for number in sorted(down)])]
    label_rows = {level[link.tail] + 1 for link in links if link.label_width}
    chains = []
    for number, link in enumerate(links):
        start, end = level[link.tail], level[link.head]
        on_track = number not in down or end - start > 2 * SHORT
        passed = range(start + 1, start + 2 if on_track else end)
        joints = []
        for row in passed:
            if (row % 2 == 0 or row in label_rows) and (link.label_width or not on_track):
                joints.append(len(level))
                level.append(row)
        entries = (link.tail, *joints) if on_track else (link.tail, *joints, link.head)
        chains.append(Chain(link, entries, on_track))
    rows = _gather(level)
    _order(rows, len(level), chains, [arcs[number] for number in sorted(down)])
    return Rows(rows, _row_numbers(rows, len(level)), chains)


def _gather(level: Sequence[int]) -> list[list[int]]:
    rows: dict[int, list[int]] = {}
    for entry, row in enumerate(level):
        rows.setdefault(row, []).append(entry)
    return [entries for _, entries in sorted(rows.items())]


def _row_numbers(rows: list[list[int]], count: int) -> list[int]:
    numbers = [0] * count
    for number, row in enumerate(rows):
        for entry in row:
            numbers[entry] = number
    return numbers


def neighbours(chains: Sequence[Chain], count: int) -> tuple[list[list[int]], list[list[int]]]:
    """For each entry, those its links come from in the row above, and lead to in the one below."""
    above: list[list[int]] = [[] for _ in range(count)]
    below: list[list[int]] = [[] for _ in range(count)]
    for chain in chains:
        for upper, lower in pairwise(chain.entries):
            above[lower].append(upper)
            below[upper].append(lower)
    return above, below


def _order(
    rows: list[list[int]], count: int, chains: Sequence[Chain], long: Sequence[tuple[int, int]]
) -> None:
    """Sort each row by the mean place of its neighbours, down and up, `SWEEPS` times.

    An entry without neighbours keeps its place; ties keep their order, which at first is the
    diagram's. Places are fractions of a row, so that rows of any length compare.
    """
    above, below = neighbours(chains, count)
    for tail, head in long:
        if not above[head]:
            above[head].append(tail)
        if not below[tail]:
            below[tail].append(head)
    place = [0.0] * count
    for row in rows:
        _number(row, place)
    for sweep in range(SWEEPS):
        beside = below if sweep % 2 else above
        for row in reversed(rows) if sweep % 2 else rows:
            wish = {
                entry: sum(place[other] for other in beside[entry]) / len(beside[entry])
                if beside[entry]
                else place[entry]
                for entry in row
            }
            row.sort(key=wish.__getitem__)
            _number(row, place)


def _number(row: Sequence[int], place: list[float]) -> None:
    for index, entry in enumerate(row):
        place[entry] = (index + 0.5) / len(row)
