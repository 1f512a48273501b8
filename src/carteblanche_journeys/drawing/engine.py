"""The room that lays diagrams out: by Graphviz, or by our own layout, never by chance.

The same diagram gives the same layout on every machine. Which engine works is decided by
counting, before it starts; if Graphviz fails all the same, our own layout takes over, and
the layout says which engine made it.

Ranks and order do not depend on sizes, so that a changed word moves nothing but distances.
Our own layout has it by construction. Graphviz has it too, as long as the sizes reach it as
sizes: its phases for ranks and for order read no width and no height (tried on random
diagrams with all their sizes drawn again, and kept by a test).
"""

from __future__ import annotations

from typing import Literal

from carteblanche_journeys.drawing import dot, engine_system, engine_wasi, layered
from carteblanche_journeys.drawing.diagram import Diagram, Layout
from carteblanche_journeys.drawing.ranking import crowding
from carteblanche_journeys.errors import EngineFailed
from carteblanche_journeys.words import words_for

EngineChoice = Literal["auto", "wasi", "system", "own"]

#: Above this crowding our own layout works, found by trying 292 random diagrams (2 cores, 2026;
#: seconds of the wasi engine, warm). Long links are what costs:
#:
#: ======================================================  ========  =========
#: diagram                                                 crowding  seconds
#: ======================================================  ========  =========
#: 60 steps, local branches                                     230       0.02
#: 60 steps, 30 random long links                             1,500       0.2
#: 100 steps, 50 random long links                            3,600       1.1
#: 1,000 steps, local branches                                3,800       0.6
#: worst of 245 diagrams up to 4,000                          4,000       2.5
#: 93 steps, 75 random long links, all labelled               4,700       2.6
#: 200 steps, 40 random long links                            5,900       2.6
#: 150 steps, 75 random long links                            8,600       7
#: 300 steps, 60 random long links                           13,800      20
#: 400 steps, 80 links to the last one                       33,000     147
#: ======================================================  ========  =========
#:
#: (Dense diagrams that no journey is, 2,444 labelled links between 236 steps, took 3.2 s.) Its
#: stack ends at a chain of 4,000 steps, which is never reached.
CROWDED = 4_000


def choose(diagram: Diagram) -> Literal["wasi", "own"]:
    """The engine for a diagram, by counting and never by a clock.

    >>> from carteblanche_journeys.drawing.diagram import Edge, Node
    >>> steps = tuple(Node(str(number), 90, 30) for number in range(300))
    >>> links = [Edge(str(number), str(number), str(number + 1)) for number in range(299)]
    >>> choose(Diagram(steps, edges=tuple(links)))
    'wasi'
    >>> far = [Edge(f"far {number}", str(number), "299") for number in range(60)]
    >>> choose(Diagram(steps, edges=(*links, *far)))
    'own'
    """
    return "wasi" if diagram.nodes and crowding(diagram) <= CROWDED else "own"


def layout(diagram: Diagram, *, engine: EngineChoice = "auto", lang: str = "en") -> Layout:
    """Where everything of a diagram stands, in pixels.

    Parameters
    ----------
    engine
        `auto` chooses (see `choose`) and falls back on our own layout; `wasi` and `own` are
        one engine, come what may; `system` is the machine's own `dot`, whose version and
        result are the machine's.
    lang
        The language of an error.

    Raises EngineFailed where `wasi` or `system` is asked for and cannot do it; `auto` and
    `own` never do. Any thread may call; Graphviz works for one at a time.

    >>> from carteblanche_journeys.drawing.diagram import Edge, Node
    >>> steps = (Node("a", 90, 36), Node("b", 90, 36))
    >>> drawn = layout(Diagram(steps, edges=(Edge("e", "a", "b"),)))
    >>> drawn.engine, drawn.ranks, drawn.nodes["b"]
    ('wasi', (('a',), ('b',)), Box(x=8.0, y=74.0, width=90, height=36))
    """
    if not diagram.nodes or engine == "own":
        return layered.layout(diagram)
    if engine != "auto":
        return _graphviz(diagram, engine, lang)
    if choose(diagram) == "own":
        return layered.layout(diagram)
    try:
        return _graphviz(diagram, "wasi", lang)
    except EngineFailed:
        return layered.layout(diagram)


def _graphviz(diagram: Diagram, engine: Literal["wasi", "system"], lang: str) -> Layout:
    if engine == "wasi":
        answer = engine_wasi.run(dot.source(diagram), lang)
    else:
        answer = engine_system.run(dot.source(diagram, dot.table_spacer), lang)
    try:
        return dot.read(diagram, answer, engine)
    except (ValueError, KeyError, IndexError, TypeError) as fault:
        raise EngineFailed(words_for(lang)("engine.incomplete", engine=engine)) from fault
