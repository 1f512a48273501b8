"""Which row each node belongs to, and which links go on rather than back. Counts, no pixels."""

from __future__ import annotations

from collections.abc import Sequence

from carteblanche_journeys.drawing.diagram import Diagram

#: A link from one node to another, by their numbers.
Arc = tuple[int, int]


def forward_arcs(count: int, arcs: Sequence[Arc]) -> list[bool]:
    """For each link, whether it goes on; those that would close a cycle do not.

    The nodes are searched depth first in their order, so that the earlier node of a cycle
    stays above; a link from a node to itself never goes on. O(nodes + links).

    >>> forward_arcs(3, [(0, 1), (1, 2), (2, 0), (1, 1)])
    [True, True, False, False]
    """
    leaving: list[list[int]] = [[] for _ in range(count)]
    for index, (tail, _) in enumerate(arcs):
        leaving[tail].append(index)
    forward = [True] * len(arcs)
    state = bytearray(count)  # 0 not seen, 1 on the way down to here, 2 done
    for root in range(count):
        if state[root]:
            continue
        state[root] = 1
        stack = [(root, iter(leaving[root]))]
        while stack:
            node, links = stack[-1]
            for index in links:
                head = arcs[index][1]
                if state[head] == 1:
                    forward[index] = False
                elif not state[head]:
                    state[head] = 1
                    stack.append((head, iter(leaving[head])))
                    break
            else:
                state[node] = 2
                stack.pop()
    return forward


def ranks(count: int, arcs: Sequence[Arc]) -> list[int]:
    """The rank of each node, from 0: one more than the greatest of those that lead to it.

    Links must form no cycle. A node that would be nearer to what follows it than to what
    precedes it is then moved down, so that a late beginning stands beside what it joins.
    O(nodes + links).

    >>> ranks(5, [(0, 1), (1, 2), (2, 3), (4, 3)])
    [0, 1, 2, 3, 2]
    """
    after: list[list[int]] = [[] for _ in range(count)]
    before = [0] * count
    for tail, head in arcs:
        after[tail].append(head)
        before[head] += 1
    waiting = before.copy()
    order = [node for node in range(count) if not waiting[node]]
    rank = [0] * count
    for node in order:
        for head in after[node]:
            rank[head] = max(rank[head], rank[node] + 1)
            waiting[head] -= 1
            if not waiting[head]:
                order.append(head)
    for node in reversed(order):
        if len(after[node]) > before[node]:
            rank[node] = min(rank[head] for head in after[node]) - 1
    return rank


def crowding(diagram: Diagram) -> int:
    """How much there is to arrange: nodes, links, and twice the ranks that links pass by.

    This is what costs an engine time, not the number of nodes: see `engine.CROWDED`. No size
    counts, so a changed word never changes it. O(nodes + links).

    >>> from carteblanche_journeys.drawing.diagram import Edge, Node
    >>> steps = tuple(Node(name, 90, 30) for name in "abcd")
    >>> links = (Edge("1", "a", "b"), Edge("2", "b", "c"), Edge("3", "c", "d"))
    >>> crowding(Diagram(steps, edges=links))
    7
    >>> crowding(Diagram(steps, edges=(*links, Edge("4", "a", "d"))))
    12
    """
    number = {node.name: index for index, node in enumerate(diagram.nodes)}
    arcs = []
    for edge in diagram.edges:
        ends = (number[edge.tail], number[edge.head])
        arcs.append(ends[::-1] if edge.back else ends)
    forward = forward_arcs(len(number), arcs)
    rank = ranks(len(number), [arc for arc, on in zip(arcs, forward, strict=True) if on])
    passed = (abs(rank[head] - rank[tail]) - 1 for tail, head in arcs)
    return len(number) + len(arcs) + 2 * sum(between for between in passed if between > 0)
