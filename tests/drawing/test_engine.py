"""Laying diagrams out: what both engines promise, how one is chosen, and what can go wrong."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import random
import shutil
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations, pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from carteblanche_journeys.drawing import dot, engine_system, engine_wasi
from carteblanche_journeys.drawing.diagram import (
    Box,
    Cluster,
    Diagram,
    Edge,
    EdgePath,
    Layout,
    Node,
)
from carteblanche_journeys.drawing.engine import CROWDED, choose, layout
from carteblanche_journeys.drawing.ranking import crowding
from carteblanche_journeys.errors import EngineFailed

ENGINES = ("wasi", "own")
each_engine = pytest.mark.parametrize("engine", ENGINES)
some = settings(deadline=None, max_examples=40)


def journey(
    steps: int, seed: int, *, sizes: int = 0, far: int = 0, direction: str = "down"
) -> Diagram:
    """A diagram shaped like a journey: branches that meet again, returns, runs of counters.

    `seed` draws its shape, `sizes` the size of everything in it.
    """
    shape, size = random.Random(f"shape {seed}"), random.Random(f"size {sizes}")
    names = [f"step {number}" for number in range(steps)]
    links = [(a, a + 1) for a in range(steps - 1) if shape.random() < 0.9]
    links += [
        (a, min(steps - 1, a + shape.randint(2, 6))) for a in range(steps) if shape.random() < 0.4
    ]
    links += [tuple(sorted(shape.choices(range(steps), k=2))) for _ in range(far)]
    back = [(a, max(0, a - shape.randint(0, 6))) for a in range(steps) if shape.random() < 0.15]
    edges = []
    for number, (tail, head) in enumerate(links + back):
        width, height = (size.uniform(20, 160), size.uniform(12, 60))
        if shape.random() < 0.6:
            width = height = 0
        edges.append(
            Edge(
                f"link {number}",
                names[tail],
                names[head],
                width,
                height,
                back=number >= len(links),
                arrow=shape.choice([0, 10, 14]),
                weight=shape.choice([1, 1, 3]),
            )
        )
    clusters, start = [], 0
    while start < steps:
        end = start + shape.randint(1, 4)
        if shape.random() < 0.7:
            members = tuple(names[start:end])
            clusters.append(Cluster(f"counter {start}", members, size.uniform(40, 220), 18))
        start = end
    nodes = []
    for name in names:
        width, height = size.uniform(60, 220), size.uniform(24, 90)
        nodes.append(
            Node(name, width, height, shape.choice(["box", "box", "hexagon", "ellipse", "diamond"]))
        )
    return Diagram(tuple(nodes), tuple(clusters), tuple(edges), direction)


journeys = st.builds(
    journey,
    st.integers(1, 30),
    st.integers(0, 10**6),
    sizes=st.integers(0, 10**6),
    far=st.integers(0, 3),
    direction=st.sampled_from(["down", "right"]),
)


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share more than a border."""
    return (
        one.x + one.width > other.x + 0.1
        and other.x + other.width > one.x + 0.1
        and one.y + one.height > other.y + 0.1
        and other.y + other.height > one.y + 0.1
    )


def holds(outer: Box, inner: Box, margin: float = 0.5) -> bool:
    """Whether a box lies in another."""
    return (
        outer.x - margin <= inner.x
        and outer.y - margin <= inner.y
        and inner.x + inner.width <= outer.x + outer.width + margin
        and inner.y + inner.height <= outer.y + outer.height + margin
    )


def within(box: Box, point: tuple[float, float], margin: float) -> bool:
    """Whether a point lies in a box made greater by a margin."""
    return holds(box, Box(*point, 0, 0), margin)


def along(path: EdgePath) -> list[tuple[float, float]]:
    """Points on a link, close enough to each other to miss no box."""
    corners = [*path.points[::3], path.tip]
    return [
        (a[0] + (b[0] - a[0]) * part / 40, a[1] + (b[1] - a[1]) * part / 40)
        for a, b in pairwise(corners)
        for part in range(41)
    ]


def fingerprint(drawn: Layout) -> str:
    """All of a layout in a few characters."""
    return hashlib.sha256(repr(drawn).encode()).hexdigest()


# What every layout promises


@each_engine
@some
@given(diagram=journeys)
def test_every_node_has_its_size_and_its_own_place(engine, diagram):
    """Nodes have the size asked for, do not overlap, and lie in the drawing."""
    drawn = layout(diagram, engine=engine)
    page = Box(0, 0, drawn.width, drawn.height)
    for node in diagram.nodes:
        box = drawn.nodes[node.name]
        assert (box.width, box.height) == (node.width, node.height)
        assert holds(page, box)
    for one, other in combinations(drawn.nodes.values(), 2):
        assert not overlap(one, other)


@each_engine
@some
@given(diagram=journeys)
def test_a_frame_holds_its_members_and_nobody_else(engine, diagram):
    """A counter's frame is never drawn around a step that is not at this counter."""
    drawn = layout(diagram, engine=engine)
    for cluster in diagram.clusters:
        frame = drawn.clusters[cluster.name]
        assert holds(Box(0, 0, drawn.width, drawn.height), frame.box)
        assert frame.label is not None
        assert holds(frame.box, frame.label)
        for node in diagram.nodes:
            if node.name in cluster.members:
                assert holds(frame.box, drawn.nodes[node.name])
                assert not overlap(frame.label, drawn.nodes[node.name])
            else:
                assert not overlap(frame.box, drawn.nodes[node.name])


@each_engine
@some
@given(diagram=journeys)
def test_every_link_runs_from_its_tail_to_its_head(engine, diagram):
    """Links, returns and loops included, leave their tail and end at their head, curves whole."""
    drawn = layout(diagram, engine=engine)
    assert [path.key for path in drawn.edges] == [edge.key for edge in diagram.edges]
    for edge, path in zip(diagram.edges, drawn.edges, strict=True):
        assert (path.tail, path.head) == (edge.tail, edge.head)
        assert len(path.points) % 3 == 1
        assert within(drawn.nodes[edge.tail], path.points[0], 2)
        assert within(drawn.nodes[edge.head], path.tip, 2)
        if not edge.arrow:
            assert path.tip == path.points[-1]
        assert (path.label is not None) == bool(edge.label_width)


@each_engine
@some
@given(diagram=journeys)
def test_labels_have_room(engine, diagram):
    """The room of a label has the size asked for and lies on no node and no other label."""
    drawn = layout(diagram, engine=engine)
    sizes = {edge.key: (edge.label_width, edge.label_height) for edge in diagram.edges}
    labels = [(path.key, path.label) for path in drawn.edges if path.label]
    for key, label in labels:
        assert (label.width, label.height) == sizes[key]
        assert holds(Box(0, 0, drawn.width, drawn.height), label, 3)
    # Graphviz may put the labels of a loop and of links between neighbours of a rank closer.
    if engine == "own":
        for (_, one), (_, other) in combinations(labels, 2):
            assert not overlap(one, other)
        for _, label in labels:
            assert not any(overlap(label, box) for box in drawn.nodes.values())


@some
@given(diagram=journeys)
def test_our_links_cross_no_box(diagram):
    """In our own layout no link runs through a node that is not one of its ends."""
    drawn = layout(diagram, engine="own")
    for path in drawn.edges:
        strangers = [box for name, box in drawn.nodes.items() if name not in (path.tail, path.head)]
        for point in along(path):
            assert not any(within(box, point, -0.5) for box in strangers)


@each_engine
@some
@given(steps=st.integers(1, 40), seed=st.integers(0, 10**6), sizes=st.integers(1, 10**6))
def test_a_changed_word_moves_no_rank_and_no_order(engine, steps, seed, sizes):
    """With other sizes of all nodes, frames and labels, ranks and order stay the same."""
    before, after = (
        layout(journey(steps, seed, sizes=drawn, far=2), engine=engine) for drawn in (0, sizes)
    )
    assert before.ranks == after.ranks


@each_engine
def test_ranks_follow_the_links(engine):
    """Each step stands below those that lead to it; a return moves nothing."""
    nodes = tuple(Node(name, 90, 30) for name in "abcd")
    edges = (Edge("1", "a", "b"), Edge("2", "a", "c"), Edge("3", "b", "d"), Edge("4", "c", "d"))
    back = Edge("5", "d", "a", back=True)
    assert layout(Diagram(nodes, edges=edges), engine=engine).ranks == (("a",), ("b", "c"), ("d",))
    drawn = layout(Diagram(nodes, edges=(*edges, back)), engine=engine)
    assert drawn.ranks[0] == ("a",)
    assert drawn.ranks[-1] == ("d",)
    assert drawn.edges[4].points[0][1] > drawn.edges[4].tip[1]


@each_engine
def test_a_cycle_that_nobody_marked_is_drawn_all_the_same(engine):
    """A journey with a forward cycle is drawn, its first step on top."""
    nodes = tuple(Node(name, 90, 30) for name in "abc")
    edges = (Edge("1", "a", "b"), Edge("2", "b", "c"), Edge("3", "c", "a"), Edge("4", "b", "b"))
    drawn = layout(Diagram(nodes, edges=edges), engine=engine)
    assert drawn.ranks == (("a",), ("b",), ("c",))


@each_engine
def test_rightwards_turns_the_ranks(engine):
    """A diagram to the right has its ranks in columns."""
    nodes = (Node("a", 90, 30), Node("b", 90, 30))
    drawn = layout(Diagram(nodes, edges=(Edge("1", "a", "b"),), direction="right"), engine=engine)
    assert drawn.ranks == (("a",), ("b",))
    assert drawn.nodes["a"].x + 90 < drawn.nodes["b"].x
    assert drawn.nodes["a"].y == drawn.nodes["b"].y


@pytest.mark.parametrize("engine", ["auto", *ENGINES])
def test_nothing_is_drawn_as_nothing(engine):
    """A diagram without nodes has a layout without nodes."""
    drawn = layout(Diagram(()), engine=engine)
    assert (drawn.nodes, drawn.edges, drawn.ranks) == ({}, (), ())


# Same input, same bytes


def test_same_layout_in_every_process(tmp_path):
    """Two processes with other hash seeds, folders and caches give equal layouts."""
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import importlib.util as u\n"
        "spec = u.spec_from_file_location('here', sys.argv[2])\n"
        "here = u.module_from_spec(spec); sys.modules['here'] = here\n"
        "spec.loader.exec_module(here)\n"
        "d = here.journey(40, 7, far=3)\n"
        "print([here.fingerprint(here.layout(d, engine=e)) for e in here.ENGINES])\n"
    )
    answers = []
    for seed in ("0", "1", "2"):
        folder = tmp_path / seed
        folder.mkdir()
        # The third reads what the second kept.
        cache = "" if seed == "0" else str(tmp_path / "cache")
        environment = {
            **os.environ, "PYTHONHASHSEED": seed, "CARTEBLANCHE_CACHE": cache, "TZ": f"UTC+{seed}",
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-c", program, str(folder), __file__],
            cwd=folder, env=environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
        answers.append(done.stdout)
    assert answers[0] == answers[1] == answers[2]
    here = [fingerprint(layout(journey(40, 7, far=3), engine=engine)) for engine in ENGINES]
    assert answers[0].strip() == str(here)


def test_what_was_drawn_before_changes_nothing():
    """A diagram has the same layout whatever was laid out before it, failures included."""
    first = layout(journey(30, 1), engine="wasi")
    for seed in range(5):
        layout(journey(20, seed, far=4), engine="wasi")
    with pytest.raises(EngineFailed):
        engine_wasi.run("digraph {")
    assert layout(journey(30, 1), engine="wasi") == first


def test_eight_threads_may_draw_at_once():
    """Threads that lay out at the same time get what one alone gets."""
    diagrams = [journey(25, seed) for seed in range(24)]
    alone = [layout(diagram) for diagram in diagrams]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(layout, diagrams)) == alone


# Choosing by counting


@pytest.mark.parametrize(
    ("steps", "far", "engine"),
    [(60, 0, "wasi"), (60, 30, "wasi"), (300, 0, "wasi"), (300, 90, "own")],
)
def test_long_links_decide_not_the_number_of_steps(steps, far, engine):
    """Graphviz works unless many links run past many ranks, which costs it minutes."""
    diagram = journey(steps, 3, far=far)
    assert choose(diagram) == engine
    if engine == "own":
        assert layout(diagram).engine == "own"


@some
@given(steps=st.integers(1, 60), seed=st.integers(0, 10**6), sizes=st.integers(0, 10**6))
def test_no_size_counts_in_the_choice(steps, seed, sizes):
    """A changed word never changes the engine."""
    assert crowding(journey(steps, seed, far=5)) == crowding(
        journey(steps, seed, sizes=sizes, far=5)
    )


def test_the_choice_falls_at_a_number():
    """The most crowded diagram of the wasi engine and the next one."""
    steps = tuple(Node(str(number), 90, 30) for number in range(CROWDED // 2))
    links = [Edge(str(number), "0", str(number)) for number in range(1, len(steps))]
    assert choose(Diagram(steps, edges=(*links, Edge("last", "0", "1")))) == "wasi"
    links += [Edge("last", "0", "1"), Edge("one more", "0", "1")]
    assert choose(Diagram(steps, edges=tuple(links))) == "own"


@settings(deadline=None, max_examples=10)
@given(steps=st.integers(30, 70), seed=st.integers(0, 10**6), far=st.integers(0, 40))
def test_what_graphviz_is_chosen_for_it_can_do(steps, seed, far):
    """Where the count says wasi, the wasi engine does it, within its limit of work."""
    diagram = journey(steps, seed, far=far)
    assume(choose(diagram) == "wasi")
    assert layout(diagram).engine == "wasi"


# Our own layout, always there


def test_our_layout_takes_over_where_graphviz_fails(monkeypatch):
    """Without Graphviz a diagram is drawn all the same, and the layout says by whom."""

    def fail(*_):
        raise EngineFailed("no engine here")

    monkeypatch.setattr(engine_wasi, "run", fail)
    diagram = journey(12, 5)
    assert layout(diagram).engine == "own"
    with pytest.raises(EngineFailed, match="no engine here"):
        layout(diagram, engine="wasi")


def test_an_incomplete_answer_is_a_failure(monkeypatch):
    """An answer in which a node or a link is missing is never drawn."""
    diagram = journey(6, 5)
    monkeypatch.setattr(engine_wasi, "run", lambda *_: '{"bb": "0,0,10,10", "objects": []}')
    with pytest.raises(EngineFailed, match="incomplete"):
        layout(diagram, engine="wasi")
    assert layout(diagram).engine == "own"


def test_our_layout_bears_ten_thousand_steps():
    """A chain of 10,000 steps with links to its end and returns to its start is laid out."""
    steps = tuple(Node(str(number), 90, 30) for number in range(10_000))
    chain = [Edge(f"{number}", str(number), str(number + 1)) for number in range(9_999)]
    ends = [Edge(f"end {number}", str(number), "9999", 40, 14) for number in range(0, 9_000, 90)]
    back = [Edge(f"back {number}", str(number), "0", back=True) for number in range(1, 9_000, 90)]
    drawn = layout(Diagram(steps, edges=(*chain, *ends, *back)))
    assert drawn.engine == "own"
    assert len(drawn.ranks) == 10_000


# What can go wrong


def test_the_limit_of_work_is_an_error_that_says_so():
    """A diagram too hard for Graphviz ends at a number of operations, not of seconds."""
    source = dot.source(journey(60, 2))
    with pytest.raises(EngineFailed, match=r"limit of work \(20 million"):
        engine_wasi.run(source, work_limit=20_000_000)
    with pytest.raises(EngineFailed, match="limite de travail"):
        engine_wasi.run(source, "fr", work_limit=20_000_000)


@pytest.mark.parametrize(
    "source",
    [
        "digraph {",
        "",
        "not a graph",
        "digraph {" + "".join(f"n{a}->n{a + 1};" for a in range(9_000)) + "}",
    ],
    ids=["unfinished", "empty", "words", "stack exhausted"],
)
def test_no_source_can_do_more_than_fail(source):
    """What Graphviz cannot draw is a failure in words, and the next drawing is sound."""
    with pytest.raises(EngineFailed, match="drawing engine"):
        engine_wasi.run(source)
    assert layout(journey(9, 9), engine="wasi").engine == "wasi"


def test_without_its_program_the_engine_fails_in_words(monkeypatch):
    """A missing or broken installation is an EngineFailed, never a traceback."""

    def missing():
        raise ModuleNotFoundError("No module named 'wasmtime'")

    monkeypatch.setattr(engine_wasi, "_machine", missing)
    with pytest.raises(EngineFailed, match="No module named 'wasmtime'"):
        layout(journey(5, 5), engine="wasi")
    assert layout(journey(5, 5)).engine == "own"


@some
@given(name=st.text(min_size=1, max_size=60))
def test_graphviz_never_sees_a_word(name):
    """No character of a name reaches Graphviz's language, so nothing in it can act there."""
    odd = Diagram(
        (Node(name, 90, 30), Node(name + "'", 90, 30)),
        (Cluster(name, (name,), 60, 14),),
        (Edge(name, name, name + "'", 60, 14),),
    )
    plain = Diagram(
        (Node("a", 90, 30), Node("b", 90, 30)),
        (Cluster("c", ("a",), 60, 14),),
        (Edge("e", "a", "b", 60, 14),),
    )
    assert dot.source(odd) == dot.source(plain)
    assert layout(odd, engine="wasi").nodes[name] == layout(plain, engine="wasi").nodes["a"]


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Diagram((Node("a", 1, 1), Node("a", 1, 1))),
        lambda: Diagram((Node("a", 1, 1),), edges=(Edge("e", "a", "b"),)),
        lambda: Diagram((Node("a", 1, 1),), (Cluster("c", ("a",)), Cluster("d", ("a",)))),
        lambda: Diagram((Node("a", 1, 1),), (Cluster("c", ("b",)),)),
    ],
    ids=["name twice", "unknown end", "two frames", "unknown member"],
)
def test_a_diagram_that_cannot_be_is_refused(wrong):
    """Names are unique and known, and a node is in one frame at most."""
    with pytest.raises(ValueError, match=r"twice|no node"):
        wrong()


def test_values_do_not_change():
    """A diagram and a layout are frozen."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        layout(journey(3, 1)).width = 5


# The machine's own Graphviz


def test_without_a_dot_the_message_says_what_to_do(monkeypatch):
    """Asked for on a machine without it, the system's dot is an error with a way out."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EngineFailed, match="Install Graphviz, or keep the default engine"):
        layout(journey(5, 5), engine="system")
    with pytest.raises(EngineFailed, match="Installez Graphviz"):
        layout(journey(5, 5), engine="system", lang="fr")


@pytest.fixture
def fake_dot(tmp_path, monkeypatch):
    """Put a `dot` of our own on the path, made of shell lines."""
    if os.name != "posix":
        pytest.skip("a shell script is a program on POSIX only")

    def make(script: str) -> None:
        program = tmp_path / "dot"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    return make


def test_a_dot_that_takes_too_long_is_an_error_that_says_so(fake_dot):
    """The time limit of the system's dot ends it; nothing is drawn by another engine instead."""
    fake_dot("exec sleep 30")
    with pytest.raises(EngineFailed, match=r"not ready in the time allowed \(0\.2 s\)"):
        engine_system.run("digraph {}", time_limit=0.2)


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("echo 'Error: syntax' >&2; exit 1", "refused the diagram: Error: syntax"),
        ("kill -ABRT $$", "refused the diagram: -6"),
        ("cat >/dev/null", "incomplete"),
        ("cat >/dev/null; echo '{}'", "incomplete"),
    ],
    ids=["refusal", "abort", "silence", "half an answer"],
)
def test_a_dot_that_fails_is_an_error_in_words(fake_dot, script, words):
    """A system's dot that refuses, aborts or says nothing useful is an EngineFailed."""
    fake_dot(script)
    with pytest.raises(EngineFailed, match=words):
        layout(journey(5, 5), engine="system")


@pytest.mark.skipif(shutil.which("dot") is None, reason="no Graphviz on this machine")
def test_the_machines_dot_draws_the_same_nodes_and_links():
    """With a dot on the machine, its layout has everything, in the sizes asked for."""
    diagram = journey(20, 4)
    drawn = layout(diagram, engine="system")
    assert drawn.engine == "system"
    assert {name: (box.width, box.height) for name, box in drawn.nodes.items()} == {
        node.name: (node.width, node.height) for node in diagram.nodes
    }
    assert [path.key for path in drawn.edges] == [edge.key for edge in diagram.edges]
