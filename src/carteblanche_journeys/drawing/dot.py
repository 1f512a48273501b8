"""A diagram in Graphviz's language, and Graphviz's answer as a layout. Text only: nothing runs.

The text is made of names of ours and numbers. Graphviz is never shown a word of an author,
so there is nothing to escape; it still keeps room for labels, through spacers.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from math import ceil
from typing import Any

from carteblanche_journeys.drawing.diagram import (
    Box,
    Cluster,
    ClusterBox,
    Diagram,
    Edge,
    EdgePath,
    EngineName,
    Layout,
    Node,
    Point,
)

#: Graphviz counts in points, 72 to its inch; one point is one of our pixels.
INCH = 72.0
#: The space around the drawing, and between a frame and its nodes, in pixels.
MARGIN = 8.0
#: Graphviz draws a link along the left side of its label: the pixels we keep between them.
LABEL_GAP = 4.0
#: A Graphviz arrow head of size 1 is 10 points long.
ARROW = 10.0

_GRAPH = "newrank=true nodesep=.34 ranksep=.42 splines=spline pad=0"
#: A character of Courier is .6 em wide and a line 1.2 em high, in the engine's own table.
_SPACER_FONT = "fontname=Courier fontsize=2"
_SPACER_STEP: Point = (2 * 0.6, 2 * 1.2)

Spacer = Callable[[float, float], str]


def text_spacer(width: float, height: float) -> str:
    """A label that takes that room, in characters of a known size.

    The wasi engine is built without an XML parser and so without HTML-like labels.

    >>> text_spacer(6, 4)
    '"xxxxx\\\\n\\\\n"'
    """
    across, down = _SPACER_STEP
    return '"' + "x" * ceil(width / across) + "\\n" * ceil(height / down) + '"'


def table_spacer(width: float, height: float) -> str:
    """A label that takes that room whatever fonts the machine has: for a system `dot`."""
    return (
        f'<<table border="0" cellborder="0" cellspacing="0" cellpadding="0" fixedsize="true"'
        f' width="{ceil(width)}" height="{ceil(height)}"><tr><td></td></tr></table>>'
    )


def source(diagram: Diagram, spacer: Spacer = text_spacer) -> str:
    """The diagram in Graphviz's language.

    >>> print(source(Diagram((Node("a", 90, 36), Node("b", 90, 36)), edges=(Edge("e", "a", "b"),))))
    digraph {
    graph [newrank=true nodesep=.34 ranksep=.42 splines=spline pad=0 rankdir=TB]
    graph [fontname=Courier fontsize=2 labeljust=l margin=8]
    node [shape=box fixedsize=true label="" penwidth=0]
    edge [fontname=Courier fontsize=2]
    n0 [width=1.25 height=0.5]
    n1 [width=1.25 height=0.5]
    n0 -> n1 [id=e0]
    }
    """
    return "\n".join(_lines(diagram, spacer))


def _lines(diagram: Diagram, spacer: Spacer) -> Iterator[str]:
    names = {node.name: f"n{index}" for index, node in enumerate(diagram.nodes)}
    yield "digraph {"
    yield f"graph [{_GRAPH} rankdir={'TB' if diagram.direction == 'down' else 'LR'}]"
    yield f"graph [{_SPACER_FONT} labeljust=l margin={MARGIN:g}]"
    # Without a pen links end at the shape itself, not at the edge of a stroke we may not draw.
    yield 'node [shape=box fixedsize=true label="" penwidth=0]'
    yield f"edge [{_SPACER_FONT}]"
    for node in diagram.nodes:
        yield f"{names[node.name]} [{_node(node)}]"
    for index, cluster in enumerate(diagram.clusters):
        members = " ".join(names[name] for name in cluster.members)
        yield f"subgraph cluster_{index} {{ label={_cluster_label(cluster, spacer)} {members} }}"
    for index, edge in enumerate(diagram.edges):
        # A link back is written from head to tail: it must not pull its tail upwards.
        ends = (edge.head, edge.tail) if edge.back else (edge.tail, edge.head)
        yield f"{names[ends[0]]} -> {names[ends[1]]} [{_edge(edge, index, spacer)}]"
    yield "}"


def _node(node: Node) -> str:
    size = f"width={_inches(node.width)} height={_inches(node.height)}"
    return size if node.shape == "box" else f"{size} shape={node.shape}"


def _cluster_label(cluster: Cluster, spacer: Spacer) -> str:
    if not cluster.label_width:
        return '""'
    return spacer(cluster.label_width, cluster.label_height)


def _edge(edge: Edge, index: int, spacer: Spacer) -> str:
    words = [f"id=e{index}"]
    if edge.label_width:
        words.append(f"label={spacer(edge.label_width + LABEL_GAP, edge.label_height)}")
    if edge.weight != 1:
        words.append(f"weight={edge.weight}")
    if not edge.arrow:
        words.append("dir=none")
    else:
        words += ["dir=back"] if edge.back else []
        words += [f"arrowsize={edge.arrow / ARROW:g}"] if edge.arrow != ARROW else []
    return " ".join(words)


def _inches(pixels: float) -> str:
    return f"{pixels / INCH:.6g}"


def read(diagram: Diagram, answer: str, engine: EngineName) -> Layout:
    """Graphviz's answer (format `json0`) to `source(diagram)`, as a layout.

    Raises ValueError, KeyError or another error of reading where the answer is not complete.
    """
    graph = json.loads(answer)
    left, low, right, high = _numbers(graph["bb"])

    def place(x: float, y: float) -> Point:
        return (round(x - left + MARGIN, 2), round(high - y + MARGIN, 2))

    found = {thing["name"]: thing for thing in graph.get("objects", ())}
    links = {link["id"]: link for link in graph.get("edges", ())}
    centres = {
        node.name: place(*_numbers(found[f"n{index}"]["pos"]))
        for index, node in enumerate(diagram.nodes)
    }
    clusters = {
        cluster.name: _cluster_box(cluster, found[f"cluster_{index}"], place)
        for index, cluster in enumerate(diagram.clusters)
        if cluster.members
    }
    return Layout(
        width=round(right - left + 2 * MARGIN, 2),
        height=round(high - low + 2 * MARGIN, 2),
        nodes={
            node.name: _around(centres[node.name], node.width, node.height)
            for node in diagram.nodes
        },
        clusters=clusters,
        edges=tuple(
            _edge_path(edge, links[f"e{index}"], place) for index, edge in enumerate(diagram.edges)
        ),
        ranks=_rows(centres, along=0 if diagram.direction == "down" else 1),
        engine=engine,
    )


def _cluster_box(
    cluster: Cluster, thing: dict[str, Any], place: Callable[[float, float], Point]
) -> ClusterBox:
    left, low, right, high = _numbers(thing["bb"])
    x, y = place(left, high)
    box = Box(x, y, round(right - left, 2), round(high - low, 2))
    return ClusterBox(box, _label(thing, cluster.label_width, cluster.label_height, place))


def _edge_path(
    edge: Edge, link: dict[str, Any], place: Callable[[float, float], Point]
) -> EdgePath:
    """The curve of one link, from its tail to its head.

    `pos` is points of a curve, after "e,x,y" (an arrow tip at its end) or "s,x,y" (at its start).
    """
    tips: list[Point] = []
    points: list[Point] = []
    for word in link["pos"].split():
        if word[0] in "es":
            tips.append(place(*_numbers(word[2:])))
        else:
            points.append(place(*_numbers(word)))
    if edge.back:
        points.reverse()
    if len(points) % 3 != 1:
        raise ValueError(f"{len(points)} points are not a curve")
    label = _label(link, edge.label_width, edge.label_height, place, LABEL_GAP / 2)
    tip = tips[0] if tips else points[-1]
    return EdgePath(edge.key, edge.tail, edge.head, tuple(points), tip, label)


def _label(
    thing: dict[str, Any],
    width: float,
    height: float,
    place: Callable[[float, float], Point],
    shift: float = 0,
) -> Box | None:
    if not width:
        return None
    x, y = place(*_numbers(thing["lp"]))
    return _around((x + shift, y), width, height)


def _rows(centres: dict[str, Point], along: int) -> tuple[tuple[str, ...], ...]:
    """The nodes by rank: Graphviz centres all nodes of a rank on one line."""
    rows: dict[float, list[tuple[float, str]]] = {}
    for name, centre in centres.items():
        rows.setdefault(centre[1 - along], []).append((centre[along], name))
    return tuple(tuple(name for _, name in sorted(row)) for _, row in sorted(rows.items()))


def _around(centre: Point, width: float, height: float) -> Box:
    return Box(round(centre[0] - width / 2, 2), round(centre[1] - height / 2, 2), width, height)


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(float(number) for number in text.split(","))
