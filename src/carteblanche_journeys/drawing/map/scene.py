"""What one map shows, measured and in words, before an engine says where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from carteblanche_journeys.drawing.diagram import Cluster, Diagram, Edge, Node, Shape
from carteblanche_journeys.drawing.map.direction import direction_of
from carteblanche_journeys.drawing.sheet import Flag, Line

#: A step by its kind, or a folded stage.
Outline = Literal["action", "event", "choice", "outcome", "folder"]
#: The person acts, an agent acts, or nobody: it is a folded stage.
Look = Literal["person", "agent", "folder"]

_SHAPES: dict[Outline, Shape] = {"event": "ellipse", "choice": "hexagon"}
#: Length and width of an arrow head.
HEADS: dict[Line, tuple[float, float]] = {
    "goes-on": (9, 7),
    "carried": (13, 13),
    "backstage": (9, 7),
    "notice": (9, 7),
}
#: More room for a label that a link passes above or below.
_APART = 10
#: What the person goes along keeps straight before what goes by itself.
_WEIGHTS: dict[Line, int] = {"goes-on": 2, "carried": 2, "backstage": 1, "notice": 1}


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text and the class that says how it is set."""

    how: str
    text: str


@dataclass(frozen=True, slots=True)
class MapNode:
    """A step, or a folded stage, with its text in lines and its size in pixels."""

    name: str
    outline: Outline
    look: Look
    texts: tuple[TextLine, ...]
    width: float
    height: float
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class MapFrame:
    """A counter around the steps of one run, with its name in lines."""

    name: str
    members: tuple[str, ...]
    texts: tuple[TextLine, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class MapLink:
    """A link with its text in lines, and the room for both text and envelope.

    `back` says that it is drawn upwards.
    """

    key: str
    tail: str
    head: str
    line: Line
    texts: tuple[TextLine, ...] = ()
    width: float = 0
    height: float = 0
    back: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that one map shows, in reading order."""

    nodes: tuple[MapNode, ...]
    frames: tuple[MapFrame, ...]
    links: tuple[MapLink, ...]

    def diagram(self) -> Diagram:
        """The scene as an engine sees it: names of ours, sizes, and which way it runs."""
        diagram = Diagram(
            nodes=tuple(map(_node, self.nodes)),
            clusters=tuple(
                Cluster(frame.name, frame.members, frame.width, frame.height)
                for frame in self.frames
            ),
            edges=tuple(map(_edge, self.links)),
        )
        return _turned(diagram) if direction_of(diagram) == "right" else diagram


def _turned(diagram: Diagram) -> Diagram:
    """The same to the right: links then pass above or below their labels, not beside them."""
    edges = tuple(
        replace(edge, label_height=edge.label_height + _APART) if edge.label_width else edge
        for edge in diagram.edges
    )
    return replace(diagram, edges=edges, direction="right")


def _node(node: MapNode) -> Node:
    return Node(node.name, node.width, node.height, _SHAPES.get(node.outline, "box"))


def _edge(link: MapLink) -> Edge:
    return Edge(
        link.key,
        link.tail,
        link.head,
        link.width,
        link.height,
        back=link.back,
        arrow=HEADS[link.line][0],
        weight=_WEIGHTS[link.line],
    )
