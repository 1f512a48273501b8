"""Boxes of one level at their places, in pixels, and the routes of the links between them.

Every route is made of uprights inside a row, in the column of its own box or joint, and of
slants or level runs in the gaps between rows or on a side track: places where no box stands.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from carteblanche_journeys.drawing.diagram import Point
from carteblanche_journeys.drawing.rows import Chain, Link, Rows, neighbours, rows_of

#: Pixels between two boxes of a row (Graphviz's nodesep .34 in), and where a joint is one.
BESIDE, BESIDE_JOINT = 24.5, 12.0
#: Pixels between two rows (a little more than Graphviz's ranksep .42 in, as lines are straight).
BETWEEN = 40.0
#: Pixels between two level runs of a gap, and between two side tracks.
LANE = 8.0
#: Pixels between a link and its label.
LABEL_GAP = 4.0


@dataclass(frozen=True, slots=True)
class Level:
    """One level laid out from (0, 0); boxes by number, links by `Link.number`.

    `ways_out` lead from a box to the lower side of the level, `ways_in` from its upper side.
    """

    width: float
    height: float
    corners: list[Point]
    rows: list[int]
    routes: dict[int, list[Point]]
    labels: dict[int, Point]
    ways_out: dict[int, list[Point]]
    ways_in: dict[int, list[Point]]


@dataclass(slots=True)
class _Run:
    """A stretch on a side track, from one gap to another; a gap of None needs no level run."""

    first: int
    last: int
    x: float = 0.0
    leave: float = 0.0
    enter: float = 0.0


def arrange(
    sizes: Sequence[Point],
    links: Sequence[Link],
    *,
    leaves: Collection[int] = (),
    enters: Collection[int] = (),
) -> Level:
    """Lay out boxes of these sizes (width, height); some are left or entered from outside.

    >>> level = arrange([(90, 30), (90, 30)], [Link(0, 0, 1)])
    >>> level.corners, level.routes
    ([(0.0, 0.0), (0.0, 70.0)], {0: [(45.0, 30.0), (45.0, 30.0), (45.0, 70.0), (45.0, 70.0)]})
    """
    return _Placing(sizes, links, leaves, enters).level()


class _Placing:
    """The work of `arrange`: gap g lies above row g, the last gap below the last row."""

    def __init__(
        self,
        sizes: Sequence[Point],
        links: Sequence[Link],
        leaves: Collection[int],
        enters: Collection[int],
    ) -> None:
        self.boxes = len(sizes)
        self.plan: Rows = rows_of(self.boxes, links)
        self.sizes = _entry_sizes(sizes, self.plan)
        self.left = _lefts(self.sizes, self.boxes, self.plan)
        self.runs = self._runs(leaves, enters)
        self.tops, self.bottoms, self.height = self._heights()
        self.width = self._tracks()

    def _row(self, entry: int) -> int:
        return self.plan.row_of[entry]

    def _runs(self, leaves: Collection[int], enters: Collection[int]) -> dict[object, _Run]:
        """What goes on a side track, and between which gaps."""
        last = len(self.plan.rows)
        runs: dict[object, _Run] = {}
        for chain in self.plan.chains:
            if chain.on_track:
                start = self._row(chain.entries[-1]) + 1
                runs[chain.link.number] = _Run(start, self._row(chain.link.head))
        for box in sorted(leaves):
            if self._row(box) + 1 < last:
                runs["out", box] = _Run(self._row(box) + 1, last)
        for box in sorted(enters):
            if self._row(box) > 0:
                runs["in", box] = _Run(0, self._row(box))
        return runs

    def _heights(self) -> tuple[list[float], list[float], float]:
        """The upper and lower side of each row, after giving each level run its lane."""
        rows, last = self.plan.rows, len(self.plan.rows)
        lanes = [0] * (last + 1)
        for name, run in self.runs.items():
            outside = name[0] if isinstance(name, tuple) else ""
            if outside != "in":
                lanes[run.first] += 1
                run.leave = lanes[run.first]
            if outside != "out":
                lanes[run.last] += 1
                run.enter = lanes[run.last]
        has_label = [all(entry >= self.boxes for entry in row) for row in rows]
        tops, bottoms, gap_tops, y = [], [], [], 0.0
        for gap in range(last + 1):
            gap_tops.append(y)
            y += LANE * (lanes[gap] + 1) if lanes[gap] else 0.0
            if 0 < gap < last:
                y += BETWEEN / 2 if has_label[gap - 1] or has_label[gap] else BETWEEN
            if gap < last:
                tops.append(y)
                y += max(self.sizes[entry][1] for entry in rows[gap])
                bottoms.append(y)
        for run in self.runs.values():
            run.leave = gap_tops[run.first] + LANE * run.leave
            run.enter = gap_tops[run.last] + LANE * run.enter
        return tops, bottoms, y

    def _tracks(self) -> float:
        """Give each run the innermost track that is free, short runs first; the whole width."""
        across = max(
            (self.left[entry] + size[0] for entry, size in enumerate(self.sizes)), default=0.0
        )
        spans = sorted(
            (min(run.first, run.last), max(run.first, run.last), index, run)
            for index, run in enumerate(self.runs.values())
        )
        busy: list[tuple[int, int]] = []  # (gap where it becomes free, track)
        free: list[int] = []
        count = 0
        for first, last, _, run in spans:
            while busy and busy[0][0] < first:
                heappush(free, heappop(busy)[1])
            if free:
                track = heappop(free)
            else:
                track, count = count, count + 1
            heappush(busy, (last, track))
            run.x = across + LANE * (track + 1.5)
        return across + (LANE * (count + 1) if count else 0.0)

    def level(self) -> Level:
        routes = {chain.link.number: self._route(chain) for chain in self.plan.chains}
        labels = {}
        for chain in self.plan.chains:
            if chain.link.label_width:
                joint = chain.entries[1]
                labels[chain.link.number] = (
                    self.left[joint] + LABEL_GAP,
                    self.tops[self._row(joint)],
                )
        outs = {box: self._way_out(box) for box in range(self.boxes)}
        ins = {box: self._way_in(box) for box in range(self.boxes)}
        corners = [(self.left[box], self.tops[self._row(box)]) for box in range(self.boxes)]
        rows = self.plan.row_of[: self.boxes]
        return Level(self.width, self.height, corners, rows, routes, labels, outs, ins)

    def _middle(self, box: int) -> float:
        return self.left[box] + self.sizes[box][0] / 2

    def _foot(self, box: int) -> float:
        return self.tops[self._row(box)] + self.sizes[box][1]

    def _route(self, chain: Chain) -> list[Point]:
        """From the lower side of the tail to the upper side of the head."""
        link = chain.link
        start, end = self._middle(link.tail), self._middle(link.head)
        if link.ports is not None:
            start, end = self.left[link.tail] + link.ports[0], self.left[link.head] + link.ports[1]
        x, row = start, self._row(link.tail)
        route = [(x, self._foot(link.tail)), (x, self.bottoms[row])]
        for joint in chain.entries[1:]:
            if joint < self.boxes:
                break
            x, row = self.left[joint], self._row(joint)
            route += [(x, self.tops[row]), (x, self.bottoms[row])]
        if chain.on_track:
            run = self.runs[link.number]
            route += [(x, run.leave), (run.x, run.leave), (run.x, run.enter), (end, run.enter)]
        top = self.tops[self._row(link.head)]
        return [*route, (end, top), (end, top)]

    def _way_out(self, box: int) -> list[Point]:
        x = self._middle(box)
        start = (x, self._foot(box))
        run = self.runs.get(("out", box))
        if run is None:
            return [start, (x, self.height)]
        return [start, (x, run.leave), (run.x, run.leave), (run.x, self.height)]

    def _way_in(self, box: int) -> list[Point]:
        x = self._middle(box)
        end = (x, self.tops[self._row(box)])
        run = self.runs.get(("in", box))
        if run is None:
            return [(x, 0.0), end]
        return [(run.x, 0.0), (run.x, run.enter), (x, run.enter), end]


def _entry_sizes(sizes: Sequence[Point], plan: Rows) -> list[Point]:
    """Sizes of the boxes, then of the joints: nothing, or the room for a label."""
    answer = [*sizes, *[(0.0, 0.0)] * (len(plan.row_of) - len(sizes))]
    for chain in plan.chains:
        if chain.link.label_width:
            width = chain.link.label_width + 2 * LABEL_GAP
            answer[chain.entries[1]] = (width, chain.link.label_height)
    return answer


def _lefts(sizes: Sequence[Point], boxes: int, plan: Rows) -> list[float]:
    """The left side of each entry: near its neighbours above and below, in the given order."""
    above, below = neighbours(plan.chains, len(sizes))
    anchor = [size[0] / 2 if entry < boxes else 0.0 for entry, size in enumerate(sizes)]
    left = [0.0] * len(sizes)
    for row in plan.rows:
        _settle(row, [0.0] * len(row), sizes, boxes, left)
    for beside, rows in ((above, plan.rows), (below, plan.rows[::-1])) * 2:
        for row in rows:
            wishes = [
                _mean(left[other] + anchor[other] for other in beside[entry]) - anchor[entry]
                if beside[entry]
                else left[entry]
                for entry in row
            ]
            _settle(row, wishes, sizes, boxes, left)
    least = min(left, default=0.0)
    return [x - least for x in left]


def _settle(
    row: Sequence[int],
    wishes: Sequence[float],
    sizes: Sequence[Point],
    boxes: int,
    left: list[float],
) -> None:
    """Put a row as near to its wishes as its order and distances allow, in least squares.

    Pool adjacent violators: entries that want to overlap stand packed around their mean.
    """
    offset, offsets = 0.0, []
    for before, entry in zip((None, *row), row, strict=False):
        if before is not None:
            joint = before >= boxes or entry >= boxes
            offset += sizes[before][0] + (BESIDE_JOINT if joint else BESIDE)
        offsets.append(offset)
    pools: list[tuple[float, int]] = []  # sum of wishes, number of entries
    for wish, before_it in zip(wishes, offsets, strict=True):
        total, number = wish - before_it, 1
        while pools and pools[-1][0] / pools[-1][1] > total / number:
            earlier = pools.pop()
            total, number = total + earlier[0], number + earlier[1]
        pools.append((total, number))
    index = 0
    for total, number in pools:
        for _ in range(number):
            left[row[index]] = total / number + offsets[index]
            index += 1


def _mean(numbers: Iterable[float]) -> float:
    values = list(numbers)
    return sum(values) / len(values)
