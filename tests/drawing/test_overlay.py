"""The overlay: every step of both journeys once, each fate by a shape and a word of its own."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carteblanche_journeys.drawing.overlay import (
    CaseOwnerSpan,
    Overlay,
    lay_over,
    overlay_bands,
    overlay_legend,
)
from carteblanche_journeys.drawing.overlay.shapes import hatching
from carteblanche_journeys.drawing.sheet import Lane, Sheet, SheetLink, SheetStep
from carteblanche_journeys.markup import Element, render
from carteblanche_journeys.redesigns.comparisons.comparison import Fate, StepFate
from carteblanche_journeys.words import words_for

WORDS = words_for("fr")
STAGES = [f"phase-{n}" for n in range(9)]


def sheet(steps: list[tuple[str, str, Lane]], title: str = "Un titre") -> Sheet:
    """A sheet whose steps follow each other, each in its stage and lane."""
    made = []
    for number, (name, stage, lane) in enumerate(steps, start=1):
        out = (SheetLink(f"{name}->", number, number + 1),) if number < len(steps) else ()
        names = (f"{title} {name}", "action", stage, stage.capitalize(), lane)
        made.append(SheetStep(name, number, *names, out=out))
    return Sheet("Un parcours", "Zoé", tuple(made))


@st.composite
def overlays(draw: st.DrawFn) -> Overlay:
    """Two journeys of any fates, over up to nine stages, above and below the line."""
    before: list[tuple[str, str, Lane]] = []
    after: list[tuple[str, str, Lane]] = []
    fates: list[StepFate] = []
    sizes: dict[Fate, tuple[int, int]] = {
        "kept": (1, 1), "changed": (1, 1), "moved": (1, 1), "merged": (2, 1), "split": (1, 2),
        "removed": (1, 0), "added": (0, 1),
    }  # fmt: skip
    for place, fate in enumerate(draw(st.lists(st.sampled_from(list(sizes)), max_size=14))):
        stage = draw(st.sampled_from(STAGES))
        old, new = (
            tuple(f"{side}{place}-{n}" for n in range(count))
            for side, count in zip("ab", sizes[fate], strict=True)
        )
        lanes = st.sampled_from(["person", "backstage"])
        before += [(name, stage, draw(lanes)) for name in old]
        after += [(name, stage, draw(lanes)) for name in new]
        fates.append(StepFate(fate, old, new))
    owner = CaseOwnerSpan("Une référente", STAGES[0], STAGES[1]) if draw(st.booleans()) else None
    return lay_over(sheet(before), sheet(after), fates, owner)


def drawn(overlay: Overlay) -> list[dict[str, str]]:
    """The attributes of every step drawn, read from the pictures."""
    found: list[dict[str, str]] = []

    def look(element: Element | str) -> None:
        if isinstance(element, Element):
            attributes = dict(element.attributes)
            found.extend([attributes] if "data-step" in attributes else [])
            for child in element.children:
                look(child)

    for band in overlay_bands(overlay, WORDS):
        look(band)
    return found


@given(overlays())
def test_every_step_is_drawn_once_or_counted(overlay: Overlay) -> None:
    """Each step that is not folded is drawn on its side; changes in place are drawn once."""
    in_place = ("kept", "changed")
    expected = Counter(
        (one.id, one.side)
        for fate in overlay.fates
        if not fate.folded
        for one in (*(() if fate.mark in in_place else fate.before), *fate.after)
    )
    assert Counter((one["data-step"], one["data-side"]) for one in drawn(overlay)) == expected
    quiet = sum(overlay.quiet.values())
    told = sum(fate.folded for fate in overlay.fates if fate.stage not in overlay.quiet)
    assert quiet + told == sum(fate.folded for fate in overlay.fates)


@given(overlays())
def test_counts_add_up_to_both_journeys(overlay: Overlay) -> None:
    """The numbers of the legend are all the steps of the as-is, and all those of the to-be."""
    before, after = (sum(pair[side] for pair in overlay.counts.values()) for side in (0, 1))
    assert before == sum(len(fate.before) for fate in overlay.fates)
    assert after == sum(len(fate.after) for fate in overlay.fates)


@given(overlays())
def test_each_step_drawn_leads_to_its_line_of_the_list(overlay: Overlay) -> None:
    """A box is a link to the line of its fate, and carries the mark that the line tells."""
    lines = {fate.key: fate for fate in overlay.fates}
    assert len(lines) == len(overlay.fates)
    for one in drawn(overlay):
        fate = lines[one["href"].removeprefix("#")]
        assert one["data-mark"] == fate.mark
        assert one["data-step"] in {step.id for step in (*fate.before, *fate.after)}


def test_marks_differ_in_shape_and_not_only_in_colour() -> None:
    """Without classes and colours, no two shapes of the legend look the same."""
    shapes = ("kept", "changed", "moved", "behind", "part", "added", "gone", "result", "place")
    said = {}
    for shape in shapes:
        picture = render(overlay_legend(shape))
        said[shape] = picture.replace("o-plain", "").replace("o-new", "")
    outlines = {shape: text for shape, text in said.items() if shape != "kept"}
    assert len(set(outlines.values())) == len(outlines)


def test_a_step_that_others_now_live_has_passed_behind_the_line() -> None:
    """A step of the person that becomes the back office's is behind, and its old place stays."""
    before, after = sheet([("a", "une", "person")]), sheet([("a", "une", "backstage")])
    overlay = lay_over(before, after, [StepFate("changed", ("a",), ("a",), ("actor",))])
    assert overlay.counts == {"behind": (1, 1)}
    assert {one["data-side"] for one in drawn(overlay)} == {"before", "after"}


def test_unchanged_steps_next_to_nothing_that_changes_are_counted_only() -> None:
    """Far from any change a step is counted with the others of its stage; near it, it is drawn."""
    names = ["a", "b", "c", "d", "e"]
    before = sheet([(name, "une", "person") for name in names])
    after = sheet([(name, "une", "person") for name in names])
    fates = [StepFate("changed" if n == "a" else "kept", (n,), (n,)) for n in names]
    overlay = lay_over(before, after, fates)
    assert [fate.folded for fate in overlay.fates] == [False, False, True, True, True]
    assert "3 autres étapes sans" in " ".join(
        render(band).replace("</tspan><tspan", " <") for band in overlay_bands(overlay, WORDS)
    )


@pytest.mark.parametrize("count", [1, 7, 8, 15])
def test_bands_hold_at_most_seven_stages(count: int) -> None:
    """Stages stand in bands of at most seven, of much the same size."""
    steps: list[tuple[str, str, Lane]] = [(f"s{n}", f"p{n}", "person") for n in range(count)]
    fates = [StepFate("changed", (name,), (name,)) for name, _, _ in steps]
    bands = overlay_bands(lay_over(sheet(steps), sheet(steps), fates), WORDS)
    assert len(bands) == -(-count // 7)


def test_the_hatching_is_one_pattern_that_takes_no_room() -> None:
    """The pattern stands in a picture of no size, so that it paints wherever it is used."""
    picture = render(hatching())
    assert 'id="cb-hatch"' in picture
    assert 'width="0" height="0"' in picture
