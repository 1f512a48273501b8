"""Our own layout: rows, barycentres and side tracks. It needs nothing, and always answers.

After Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system
structures", IEEE Trans. SMC 11 (1981): ranks by longest path, order by a fixed number of
barycentre sweeps, then places. A frame is laid out first, by itself, and then stands as one
box among the others, so a frame never holds a stranger and two frames never overlap. A link
over more than `SHORT` ranks, or upwards, runs on a track of its own beside the rows, so
nothing a link does costs more than O(1) and no link crosses a box. Sizes have no say in rows
and order: a changed word moves nothing but distances. O((nodes + links) log) in all.
"""

from __future__ import annotations

from dataclasses import dataclass

from carteblanche_journeys.drawing.curves import curve, shorten
from carteblanche_journeys.drawing.diagram import (
    Box,
    Cluster,
    ClusterBox,
    Diagram,
    Edge,
    EdgePath,
    Layout,
    Node,
    Point,
)
from carteblanche_journeys.drawing.level import Level, arrange
from carteblanche_journeys.drawing.rows import Link

#: Space around the drawing and inside a frame, in pixels.
MARGIN = 8.0


@dataclass(frozen=True, slots=True)
class _Frame:
    """A frame laid out by itself: its members' level and where that stands in it."""

    level: Level
    numbers: dict[str, int]
    width: float
    height: float
    across: float
    down: float


def layout(diagram: Diagram) -> Layout:
    """Lay a diagram out without any engine.

    >>> steps = (Node("a", 90, 30), Node("b", 90, 30))
    >>> drawn = layout(Diagram(steps, edges=(Edge("e", "a", "b"),)))
    >>> drawn.ranks, drawn.edges[0].tip
    ((('a',), ('b',)), (53.0, 78.0))
    """
    if diagram.direction == "right":
        return _turned(_Drawing(_turned_diagram(diagram), label_on_left=True).layout())
    return _Drawing(diagram, label_on_left=False).layout()


class _Drawing:
    """One diagram being laid out, downwards."""

    def __init__(self, diagram: Diagram, *, label_on_left: bool) -> None:
        self.diagram = diagram
        self.label_on_left = label_on_left
        self.nodes = {node.name: node for node in diagram.nodes}
        self.frame_of = {
            name: index
            for index, cluster in enumerate(diagram.clusters)
            for name in cluster.members
        }
        self.frames = {
            index: self._frame(cluster, *inside)
            for index, (cluster, inside) in enumerate(
                zip(diagram.clusters, self._by_frame(), strict=True)
            )
            if cluster.members
        }
        self.box_number = self._box_numbers()
        self.level = self._outer()

    def _inside(self, edge: Edge) -> int | None:
        """The frame that holds both ends of a link, if one does."""
        frame = self.frame_of.get(edge.tail)
        return frame if frame == self.frame_of.get(edge.head) else None

    def _by_frame(self) -> list[tuple[list[str], list[int]]]:
        """For each frame its members, in node order, and the links that touch it."""
        found: list[tuple[list[str], list[int]]] = [([], []) for _ in self.diagram.clusters]
        for name in self.nodes:
            if name in self.frame_of:
                found[self.frame_of[name]][0].append(name)
        for number, edge in enumerate(self.diagram.edges):
            ends = {self.frame_of.get(edge.tail), self.frame_of.get(edge.head)}
            for frame in ends:
                if frame is not None:
                    found[frame][1].append(number)
        return found

    def _frame(self, cluster: Cluster, names: list[str], touching: list[int]) -> _Frame:
        numbers = {name: number for number, name in enumerate(names)}
        links, leaves, enters = [], set(), set()
        for number in touching:
            edge = self.diagram.edges[number]
            tail, head = numbers.get(edge.tail), numbers.get(edge.head)
            if tail is not None and head is not None:
                links.append(_link(number, edge, tail, head))
            elif tail is not None:
                leaves.add(tail)
            elif head is not None:
                enters.add(head)
        sizes = [(self.nodes[name].width, self.nodes[name].height) for name in names]
        level = arrange(sizes, links, leaves=leaves, enters=enters)
        label = (cluster.label_width, cluster.label_height)
        aside, above = (label[0], 0.0) if self.label_on_left else (0.0, label[1])
        return _Frame(
            level,
            numbers,
            width=aside + max(level.width, label[0] - aside) + 2 * MARGIN,
            height=above + max(level.height, label[1] - above) + 2 * MARGIN,
            across=aside + MARGIN,
            down=above + MARGIN,
        )

    def _box_numbers(self) -> dict[str, int]:
        """The number, at the outer level, of the box each node is or is in, in node order."""
        boxes: dict[str | int, int] = {}
        numbers = {}
        for name in self.nodes:
            numbers[name] = boxes.setdefault(self.frame_of.get(name, name), len(boxes))
        return numbers

    def _outer(self) -> Level:
        sizes: dict[int, Point] = {}
        for name, number in self.box_number.items():
            frame = self.frames.get(self.frame_of.get(name, -1))
            box = frame or self.nodes[name]
            sizes[number] = (box.width, box.height)
        links = []
        for number, edge in enumerate(self.diagram.edges):
            if self._inside(edge) is None:
                tail, head = self.box_number[edge.tail], self.box_number[edge.head]
                leave = self._way(edge.tail, out=True)[-1][0]
                enter = self._way(edge.head, out=False)[0][0]
                links.append(_link(number, edge, tail, head, (leave, enter)))
        return arrange([sizes[number] for number in range(len(sizes))], links)

    def _way(self, name: str, *, out: bool) -> list[Point]:
        """From a node to the lower border of its outer box (or from the upper one to it)."""
        frame = self.frames.get(self.frame_of.get(name, -1))
        if frame is None:
            node = self.nodes[name]
            return [(node.width / 2, node.height if out else 0.0)]
        ways = frame.level.ways_out if out else frame.level.ways_in
        way = [(x + frame.across, y + frame.down) for x, y in ways[frame.numbers[name]]]
        return [*way, (way[-1][0], frame.height)] if out else [(way[0][0], 0.0), *way]

    def layout(self) -> Layout:
        edges = self.diagram.edges
        return Layout(
            width=round(self.level.width + 2 * MARGIN, 2),
            height=round(self.level.height + 2 * MARGIN, 2),
            nodes={name: self._node_box(node) for name, node in self.nodes.items()},
            clusters={
                self.diagram.clusters[index].name: self._cluster_box(index) for index in self.frames
            },
            edges=tuple(self._edge_path(number, edge) for number, edge in enumerate(edges)),
            ranks=self._ranks(),
            engine="own",
        )

    def _corner(self, name: str) -> Point:
        """The top left corner of the outer box a node is or is in."""
        x, y = self.level.corners[self.box_number[name]]
        return (x + MARGIN, y + MARGIN)

    def _node_box(self, node: Node) -> Box:
        x, y = self._corner(node.name)
        frame = self.frames.get(self.frame_of.get(node.name, -1))
        if frame is not None:
            inner = frame.level.corners[frame.numbers[node.name]]
            x, y = x + frame.across + inner[0], y + frame.down + inner[1]
        return Box(round(x, 2), round(y, 2), node.width, node.height)

    def _cluster_box(self, index: int) -> ClusterBox:
        cluster, frame = self.diagram.clusters[index], self.frames[index]
        x, y = self._corner(cluster.members[0])
        box = Box(round(x, 2), round(y, 2), round(frame.width, 2), round(frame.height, 2))
        label = Box(
            round(x + MARGIN, 2),
            round(y + MARGIN / 2, 2),
            cluster.label_width,
            cluster.label_height,
        )
        return ClusterBox(box, label if cluster.label_width else None)

    def _edge_path(self, number: int, edge: Edge) -> EdgePath:
        corner = self._corner(edge.tail)
        inside = self._inside(edge)
        if inside is None:
            level, shift = self.level, (MARGIN, MARGIN)
            way_in = _moved(self._way(edge.head, out=False), self._corner(edge.head))
            way = _moved(self._way(edge.tail, out=True), corner)
            way += [*_moved(level.routes[number], shift), *way_in]
        else:
            frame = self.frames[inside]
            level, shift = frame.level, (corner[0] + frame.across, corner[1] + frame.down)
            way = _moved(level.routes[number], shift)
        line, tip = shorten(way, edge.arrow)
        label = None
        if number in level.labels:
            ((x, y),) = _moved([level.labels[number]], shift)
            label = Box(round(x, 2), round(y, 2), edge.label_width, edge.label_height)
        return EdgePath(edge.key, edge.tail, edge.head, curve(line), tip, label)

    def _ranks(self) -> tuple[tuple[str, ...], ...]:
        rows: dict[tuple[int, int], list[tuple[float, str]]] = {}
        for name in self.nodes:
            inner = 0
            frame = self.frames.get(self.frame_of.get(name, -1))
            if frame is not None:
                inner = frame.level.rows[frame.numbers[name]]
            row = (self.level.rows[self.box_number[name]], inner)
            rows.setdefault(row, []).append((self._node_box(self.nodes[name]).x, name))
        return tuple(tuple(name for _, name in sorted(row)) for _, row in sorted(rows.items()))


def _link(
    number: int, edge: Edge, tail: int, head: int, ports: tuple[float, float] | None = None
) -> Link:
    return Link(number, tail, head, edge.back, edge.label_width, edge.label_height, ports)


def _moved(points: list[Point], by: Point) -> list[Point]:
    return [(x + by[0], y + by[1]) for x, y in points]


def _turned_diagram(diagram: Diagram) -> Diagram:
    """The diagram with widths and heights exchanged: rightwards is downwards, turned over."""
    return Diagram(
        tuple(Node(node.name, node.height, node.width, node.shape) for node in diagram.nodes),
        tuple(
            Cluster(cluster.name, cluster.members, cluster.label_height, cluster.label_width)
            for cluster in diagram.clusters
        ),
        tuple(
            Edge(
                edge.key, edge.tail, edge.head, edge.label_height, edge.label_width,
                edge.back, edge.arrow, edge.weight,
            )
            for edge in diagram.edges
        ),
    )  # fmt: skip


def _turned(drawn: Layout) -> Layout:
    """The layout with x and y exchanged."""

    def turn(box: Box) -> Box:
        return Box(box.y, box.x, box.height, box.width)

    return Layout(
        drawn.height,
        drawn.width,
        {name: turn(box) for name, box in drawn.nodes.items()},
        {
            name: ClusterBox(turn(cluster.box), cluster.label and turn(cluster.label))
            for name, cluster in drawn.clusters.items()
        },
        tuple(
            EdgePath(
                path.key, path.tail, path.head,
                tuple((y, x) for x, y in path.points), path.tip[::-1],
                path.label and turn(path.label),
            )
            for path in drawn.edges
        ),
        drawn.ranks,
        drawn.engine,
    )  # fmt: skip
