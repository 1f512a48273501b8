"""The largest and the emptiest journeys: each check and each measure ends, with what it can say.

No test here looks at a clock: what would compare all pairs, or walk all ways, would not end.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
Lines = Iterator[str]
JOURNEY = "moment/as-is"
MANY = 5_000


def choices_in_a_row() -> Lines:
    """Sixty yes or no: 2^60 ways through."""
    for n in range(60):
        yield f"  c{n}: {{title: C, kind: choice, next: [{{to: a{n}, share: 30 %}}, b{n}]}}"
        yield f"  a{n}: {{title: A, at: k1, asks: [avis], wait: 2..3..9 d, next: d{n}}}"
        yield f"  b{n}: {{title: B, at: k2, next: d{n}}}"
        yield f"  d{n}: {{title: D}}"
    yield "  fin: {title: Fin, kind: outcome, result: granted, scheme: aide}"


def meeting_strands(join: str) -> Lines:
    """Two strands of thirty choices each, any of which may stop its strand."""
    yield "  debut: {title: Début, next: [c0x0, c1x0]}"
    for n in range(60):
        strand, at = n // 30, n % 30
        onward = "fin" if at == 29 else f"c{strand}x{at + 1}"
        name = f"{strand}x{at}"
        yield f"  c{name}: {{title: C, kind: choice, next: [{{to: a{name}, share: 0.9}}, e{name}]}}"
        yield f"  a{name}: {{title: A, at: k1, wait: 1 d, next: {onward}}}"
        yield f"  e{name}: {{title: E, ends: true}}"
    yield f"  fin: {{title: Fin, join: {join}}}"


def one_loop() -> Lines:
    """Nearly ten thousand steps, all done again by one in five."""
    yield from (f"  s{n}: {{title: S, at: k{n % 5}, asks: [avis]}}" for n in range(9_000))
    yield "  c: {title: C, kind: choice, next: [{to: s0, back: true, share: 20 %}, fin]}"
    yield "  fin: {title: Fin}"


def one_step_of_many_ways() -> Lines:
    """Five thousand counters where one may file."""
    yield "  depot:\n    title: Déposer\n    asks: [avis]\n    schemes: [aide]\n    ways:"
    yield from (f"      - {{counter: k{n}}}" for n in range(MANY))
    yield "  fin: {title: Fin, kind: outcome, result: granted, scheme: aide}"


def many_steps() -> Lines:
    """Five thousand counters, one after the other."""
    yield from (
        f"  s{n}: {{title: S, at: k{n}, asks: [avis], schemes: [aide]}}" for n in range(MANY)
    )


def many_branches() -> Lines:
    """A choice of five thousand branches, each with its counter and its scheme."""
    branches = ", ".join(f"s{n}" for n in range(MANY))
    yield f"  ou: {{title: Où, kind: choice, next: [{branches}]}}"
    for n in range(MANY):
        yield f"  s{n}: {{title: S, at: k{n}, asks: [avis], schemes: [aide{n}], next: fin}}"
    yield "  fin: {title: Fin}"


def loops_in_one_another() -> Lines:
    """Six hundred loops, each inside the one before."""
    yield from (f"  h{n}: {{title: H, at: k1}}" for n in range(600))
    for n in reversed(range(600)):
        onward = f"k{n - 1}" if n else "fin"
        back = f"{{to: h{n}, back: true, share: 1 %}}"
        yield f"  k{n}: {{title: K, kind: choice, next: [{back}, {onward}]}}"
    yield "  fin: {title: Fin}"


def one_step() -> Lines:
    """A journey of one step, with nothing but its title."""
    yield "  seule: {title: Seule}"


def a_circle() -> Lines:
    """Three steps that wait for each other."""
    yield "  a: {title: A, at: k1, next: b}"
    yield "  b: {title: B, at: k2, next: c}"
    yield "  c: {title: C, next: a}"


SHAPES: dict[str, tuple[Callable[[], Lines], int]] = {
    "2^60 ways": (choices_in_a_row, 0),
    "strands that wait for all": (lambda: meeting_strands("all"), 0),
    "strands that wait for any": (lambda: meeting_strands("any"), 0),
    "a loop of 9,000 steps": (one_loop, 0),
    "5,000 counters at one step": (one_step_of_many_ways, 0),
    "5,000 counters in a row": (many_steps, 0),
    "5,000 branches": (many_branches, 0),
    "600 loops in one another": (loops_in_one_another, 0),
    "one step": (one_step, 0),
    "a circle": (a_circle, 1),
}


def counters_of(shape: str) -> int:
    """How many counters the atlas of a shape has."""
    return MANY if shape.startswith("5,000") else 5


@pytest.fixture
def atlas(tmp_path: Path) -> Callable[..., Path]:
    """An atlas of a journey with these steps, lived by someone who says nothing, or by nobody."""

    def write(steps: Lines, *, personas: bool = True, counters: int = MANY) -> Path:
        many = range(counters)
        files = {
            "atlas.yml": ["title: x", "language: fr", "purposes: {vivre: Vivre}"],
            "organisations.yml": [f"o{n}: {{name: O{n}, kind: local}}" for n in many],
            "counters.yml": [
                f"k{n}: {{name: K{n}, owner: o{n}, competence: {{aide: receives, "
                f"aide{n}: receives}}}}"
                for n in many
            ],
            "schemes.yml": [
                "aide: {name: Aide, purpose: vivre}",
                *(f"aide{n}: {{name: Aide {n}, purpose: vivre}}" for n in many),
            ],
            "evidence.yml": ["avis: {name: Avis}"],
            "personas.yml": ["muette: {name: Muette}"] if personas else [],
            "moment/as-is.yml": ["title: Moment", "steps:", *steps],
        }
        for name, lines in files.items():
            if lines:
                (tmp_path / name).parent.mkdir(exist_ok=True)
                (tmp_path / name).write_text("\n".join(lines) + "\n", "utf-8")
        return tmp_path

    return write


@pytest.mark.parametrize("shape", SHAPES)
def test_a_check_ends_whatever_the_shape(run: Run, atlas: Callable[..., Path], shape: str) -> None:
    """Every rule has its say, and none fails."""
    folder = atlas(SHAPES[shape][0](), counters=counters_of(shape))
    ended = run("-C", folder, "check", "--format", "json")
    assert ended.code in (0, 1)
    assert json.loads(ended.out)["today"]


def test_people_read_no_more_than_they_can(run: Run, atlas: Callable[..., Path]) -> None:
    """Of five thousand counters a sentence names twenty, and says how many others there are."""
    ended = run("-C", atlas(one_step_of_many_ways()), "check")
    assert "4\u202f980 autres" in " ".join(ended.out.split(" "))
    assert len(ended.out.splitlines()) < 200


@pytest.mark.parametrize("shape", SHAPES)
def test_a_measure_ends_whatever_the_shape(
    run: Run, atlas: Callable[..., Path], shape: str
) -> None:
    """Figures are given, or it is said which error of structure stands in their way."""
    steps, code = SHAPES[shape]
    folder = atlas(steps(), counters=counters_of(shape))
    ended = run("-C", folder, "measure", JOURNEY, "--format", "json")
    told = json.loads(ended.out)
    assert ended.code == code
    assert (told["measures"]["steps"]["likely"] is None) is bool(told["structural"])


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_a_journey_that_nobody_lives_by_name_is_measured(
    run: Run, atlas: Callable[..., Path], form: str
) -> None:
    """Without personas there is one, nameless, silent on everything."""
    folder = atlas(one_step(), personas=False, counters=5)
    ended = run("-C", folder, "measure", JOURNEY, "--format", form)
    assert ended.code == 0
    assert ended.out
