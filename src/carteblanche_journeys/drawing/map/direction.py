"""Which way a map runs: down the page, or to the right where it would be far too wide.

Counted, never measured: a changed word must not turn a map around.
"""

from __future__ import annotations

from collections import Counter

from carteblanche_journeys.drawing.diagram import Diagram, Direction
from carteblanche_journeys.drawing.ranking import forward_arcs, ranks

#: So many nodes beside each other fit the width of a page (1344 pixels of 164 and a space).
_BESIDE = 7


def direction_of(diagram: Diagram) -> Direction:
    """Down; to the right where more nodes than a page holds would stand beside each other.

    And only where few ranks follow each other, so that it is then not too wide either: a rank
    takes about one and a half times as much to the right as a node takes in its rank.

    >>> from carteblanche_journeys.drawing.diagram import Edge, Node
    >>> def fan(ways: int) -> Diagram:
    ...     leaves = [Node(str(number), 164, 34) for number in range(ways)]
    ...     links = [Edge(leaf.name, "choice", leaf.name) for leaf in leaves]
    ...     return Diagram((Node("choice", 216, 60), *leaves), edges=tuple(links))
    >>> direction_of(fan(7)), direction_of(fan(8))
    ('down', 'right')
    """
    number = {node.name: index for index, node in enumerate(diagram.nodes)}
    arcs = [
        (number[edge.head], number[edge.tail])
        if edge.back
        else (number[edge.tail], number[edge.head])
        for edge in diagram.edges
    ]
    forward = forward_arcs(len(number), arcs)
    rows = Counter(ranks(len(number), [arc for arc, on in zip(arcs, forward, strict=True) if on]))
    widest = max(rows.values())
    return "right" if widest > _BESIDE and 3 * len(rows) < 2 * widest else "down"
