"""What a layout engine is given and what it gives back: boxes, links and numbers, never text.

Sizes are in pixels, x to the right and y downwards. The engines see names of ours (`n0`,
`e0`) and sizes only, so no word of an author can reach Graphviz's own language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Shape = Literal["box", "ellipse", "diamond", "hexagon"]
Direction = Literal["down", "right"]
EngineName = Literal["wasi", "system", "own"]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Node:
    """One box of a given size; links end at the border of its shape.

    A hexagon has its upper side between a quarter and three quarters of its width.
    """

    name: str
    width: float
    height: float
    shape: Shape = "box"


@dataclass(frozen=True, slots=True)
class Cluster:
    """A frame around some nodes, with room for a label at its top left."""

    name: str
    members: tuple[str, ...]
    label_width: float = 0
    label_height: float = 0


@dataclass(frozen=True, slots=True)
class Edge:
    """A link from one node to another, with room for a label beside it.

    Parameters
    ----------
    key
        Its name, unique in the diagram.
    back
        A return to something earlier: it is drawn upwards and never moves a rank.
    arrow
        Length of the arrow head in pixels; 0 for none.
    weight
        How much the engine tries to keep it short and straight (1 or more).
    """

    key: str
    tail: str
    head: str
    label_width: float = 0
    label_height: float = 0
    back: bool = False
    arrow: float = 10
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Diagram:
    """What is to be laid out, in an order that means something: earlier comes first.

    Raises ValueError where a name stands twice or is unknown, or a node is in two frames:
    a fault of the caller, never of a user.

    >>> Diagram((Node("a", 90, 30),), edges=(Edge("e", "a", "b"),))
    Traceback (most recent call last):
    ValueError: no node named 'b'
    """

    nodes: tuple[Node, ...]
    clusters: tuple[Cluster, ...] = ()
    edges: tuple[Edge, ...] = ()
    direction: Direction = "down"

    def __post_init__(self) -> None:
        nodes = _unique([node.name for node in self.nodes])
        _unique([edge.key for edge in self.edges])
        _unique([cluster.name for cluster in self.clusters])
        members = _unique([name for cluster in self.clusters for name in cluster.members])
        ends = {name for edge in self.edges for name in (edge.tail, edge.head)}
        for name in sorted((members | ends) - nodes):
            raise ValueError(f"no node named {name!r}")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its top left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> Point:
        """The middle of the rectangle.

        >>> Box(10, 20, 90, 30).centre
        (55.0, 35.0)
        """
        return (self.x + self.width / 2, self.y + self.height / 2)


@dataclass(frozen=True, slots=True)
class ClusterBox:
    """Where a frame stands, and the room kept for its label (None if it has none)."""

    box: Box
    label: Box | None


@dataclass(frozen=True, slots=True)
class EdgePath:
    """Where a link runs.

    `points` are those of cubic Bézier curves end to end: 1 + 3k points from the border of
    the tail to the base of the arrow head. `tip` is where the arrow head touches the border
    of the head; without arrow head it is the last point. `label` is the room kept for its
    label (None if it has none).
    """

    key: str
    tail: str
    head: str
    points: tuple[Point, ...]
    tip: Point
    label: Box | None


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands: nodes and frames by name, links in the diagram's order.

    `ranks` are the rows of nodes from first to last, each in its order; `engine` is the
    engine that did the work, so that a page can say so.
    """

    width: float
    height: float
    nodes: Mapping[str, Box]
    clusters: Mapping[str, ClusterBox]
    edges: tuple[EdgePath, ...]
    ranks: tuple[tuple[str, ...], ...]
    engine: EngineName


def _unique(names: list[str]) -> set[str]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ValueError(f"the name {name!r} stands twice")
        seen.add(name)
    return seen
