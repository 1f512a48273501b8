"""The map: the shape of a journey, with every step, and nothing that harms."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from carteblanche_journeys.drawing.engine import EngineChoice, layout
from carteblanche_journeys.drawing.map import MapPicture, journey_map, map_legend, standalone
from carteblanche_journeys.drawing.map.unfolding import whole
from carteblanche_journeys.drawing.sheet import (
    Flag,
    Line,
    Sheet,
    SheetCounter,
    SheetLink,
    SheetStep,
)
from carteblanche_journeys.drawing.sheet_filling import fill_sheet
from carteblanche_journeys.markup import render
from carteblanche_journeys.model import Atlas, Journey, Persona
from carteblanche_journeys.model.steps import StepKind
from carteblanche_journeys.words import words_for
from strategies import atlases

WORDS = words_for("fr")
SVG = "{http://www.w3.org/2000/svg}"


def maps(atlas: Atlas, journey: Journey) -> tuple[MapPicture, ...]:
    """The maps of a journey, by our own layout: no engine is needed."""
    sheet = fill_sheet(journey, atlas, Persona(name="Zoé"), WORDS)
    return journey_map(sheet, WORDS, engine="own")


def long_journey(steps: int) -> Journey:
    """An invented journey of that many steps in stages of ten."""
    made: dict[str, Any] = {
        f"s{n}": {"title": f"Étape {n}", "stage": f"p{n // 10}"} for n in range(steps)
    }
    stages = {f"p{n}": f"Phase {n}" for n in range(-(-steps // 10))}
    return Journey(id="essai/as-is", title="Essai", stages=stages, steps=made)


def texts(picture: MapPicture) -> str:
    """Everything a map says, in one line."""
    root = ET.fromstring(render(picture.svg))
    return " ".join(
        " ".join("".join(found.itertext()) for found in root.iter(f"{SVG}text")).split()
    )


@given(atlases())
@settings(max_examples=25, deadline=None)
def test_every_step_is_drawn_once(atlas: Atlas) -> None:
    """Whatever the journey, its maps draw each step, under the number of the list."""
    journey = atlas["essai/as-is"]
    drawn = [number for picture in maps(atlas, journey) for number in picture.steps]
    assert sorted(drawn) == list(range(1, len(journey.steps) + 1))


def test_a_short_journey_is_one_map() -> None:
    """Up to sixteen steps a journey is one map."""
    assert len(maps(Atlas(), long_journey(16))) == 1


def test_a_long_journey_has_an_overview_and_a_map_a_stage() -> None:
    """Over sixteen steps there is an overview, and one map for each stage."""
    first, *others = maps(Atlas(), long_journey(35))
    assert first.steps == ()
    assert [picture.stage for picture in others] == ["p0", "p1", "p2", "p3"]


@pytest.mark.parametrize(
    "title",
    ["طلب", "🏠 Chez soi", "<b>Gras</b>", '"javascript:alert(1)"', "deux\nlignes", "\x01\ufffe\\N"],
)
def test_a_hostile_title_is_drawn_and_harms_nothing(title: str) -> None:
    """A title in any script or with markup is text in a picture that any parser accepts."""
    journey = Journey(title=title, steps={"a": {"title": title}, "b": {"title": title}})
    (picture,) = maps(Atlas(), journey)
    root = ET.fromstring(render(picture.svg))
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {
        "svg",
        "title",
        "desc",
        "g",
        "path",
        "rect",
        "text",
        "tspan",
        "ellipse",
        "circle",
    }
    if title.isascii() and title.isprintable() and " " not in title:
        assert title in texts(picture).replace("- ", "-")


def test_a_label_of_300_characters_is_drawn_whole() -> None:
    """A title of 300 characters is drawn whole; a longer one says that the list has the rest."""
    words = " ".join(f"mot{n:03}" for n in range(43))[:300].strip()
    journey = Journey(title="Essai", steps={"a": {"title": words}, "b": {"title": words * 40}})
    (picture,) = maps(Atlas(), journey)
    said = texts(picture)
    assert words in said
    assert "la suite est dans la liste" in said


def steps_of(*links: SheetLink, count: int, **every: Any) -> tuple[SheetStep, ...]:
    """Invented steps with these links."""
    return tuple(
        SheetStep(
            f"s{n}", n, f"Étape {n}", out=tuple(one for one in links if one.source == n), **every
        )
        for n in range(1, count + 1)
    )


def lead(source: int, target: int, line: Line = "goes-on", **more: Any) -> SheetLink:
    """A link between two steps."""
    return SheetLink(f"s{source}->s{target}", source, target, line, **more)


def drawn(*steps: SheetStep, engine: EngineChoice = "own") -> tuple[MapPicture, ...]:
    """The maps of some steps."""
    return journey_map(Sheet("Essai", "Zoé", steps), WORDS, engine)


def looks(picture: MapPicture) -> Counter[str]:
    """How often each class is used."""
    root = ET.fromstring(render(picture.svg))
    return Counter(look for one in root.iter() for look in one.get("class", "").split())


FORKS = [lead(n // 2, n, label=f"vers {n}") for n in range(2, 17)]


@pytest.mark.parametrize("engine", ["own", "wasi"])
@pytest.mark.parametrize("at", [0, 5, 15])
def test_one_word_more_moves_no_step(engine: EngineChoice, at: int) -> None:
    """A one-word edit of a title keeps the same ranks and the same order in each."""
    steps = steps_of(*FORKS, count=16)
    longer = [*steps]
    longer[at] = replace(steps[at], title="Étape 1 exceptionnellement longue à raconter ici")
    before, after = (
        layout(whole(Sheet("Essai", "Zoé", tuple(some)), WORDS).diagram(), engine=engine).ranks
        for some in (steps, longer)
    )
    assert before == after


def test_the_same_journey_gives_the_same_bytes() -> None:
    """Drawn twice, a journey gives the same pictures."""
    steps = steps_of(*FORKS, count=40)
    assert drawn(*steps, engine="wasi") == drawn(*steps, engine="wasi")


def test_a_kind_has_its_shape_and_an_agent_a_white_box() -> None:
    """Events are ellipses, outcomes stand in a second frame; agents' steps are not filled."""
    kinds: tuple[StepKind, ...] = ("event", "action", "choice", "outcome")
    steps = [
        replace(step, kind=kinds[step.number % 4], by_agent=step.number > 4)
        for step in steps_of(count=8)
    ]
    (picture,) = drawn(*steps)
    tags = Counter(one.tag for one in ET.fromstring(render(picture.svg)).iter())
    assert tags[f"{SVG}ellipse"] == 2
    assert looks(picture)["n-frame"] == looks(picture)["n-frame-agent"] == 1
    assert looks(picture)["n-person"] == looks(picture)["n-agent"] == 4


def test_each_kind_of_link_has_its_line_and_a_carried_one_its_envelope() -> None:
    """What the person carries is said beside an envelope; a return bears its sign."""
    links = [
        lead(1, 2),
        lead(2, 3, "carried", label="Refus", carries=("Décision", "Avis")),
        lead(3, 4, "backstage", carries=("Dossier",)),
        lead(3, 1, "notice", back=True, label="Il manque une pièce"),
    ]
    (picture,) = drawn(*steps_of(*links, count=4))
    found = looks(picture)
    for line in ("goes-on", "carried", "backstage", "notice"):
        assert found[f"l-{line}"] == found[f"h-{line}"] == 1
    assert found["letter"] == 1
    assert "Refus Décision, Avis" in texts(picture)
    assert "↺ Il manque une pièce" in texts(picture)


def test_a_counter_frames_each_run_of_steps_with_its_name_and_distance() -> None:
    """A counter seen again far below has a second frame, and not one over half the page."""
    caf = {"counters": (SheetCounter("caf", "Caf", ("on-site",), "25\u00a0km"),)}
    steps = [
        replace(step, **caf if step.number in (1, 2, 4, 9) else {}) for step in steps_of(count=9)
    ]
    (picture,) = drawn(*steps)
    assert looks(picture)["frame"] == 2
    assert texts(picture).count("Caf · 25 km") == 2


def test_flags_that_find_no_room_are_counted() -> None:
    """A step with many findings shows the gravest two and how many more."""
    flags = (Flag("C2", "info"), Flag("C3", "error"), Flag("C4", "warning"), Flag("C9", "info"))
    (picture,) = drawn(*steps_of(count=1, flags=flags))
    assert "C3 C4 +2" in texts(picture)
    assert looks(picture)["f-error"] == looks(picture)["f-warning"] == 1


def test_an_overview_has_a_folder_a_stage_and_one_line_for_several_links() -> None:
    """A folded stage says how many steps it has; the heaviest of its links stands for all."""
    links = [lead(9, 11), lead(10, 12, "carried", carries=("Acte",)), lead(8, 20, "notice")]
    steps = [
        replace(step, stage=f"p{step.number // 11}", stage_name=f"Phase {step.number // 11}")
        for step in steps_of(*links, count=20)
    ]
    first, early, late = drawn(*steps)
    assert "Phase 0 10 étapes Phase 1 10 étapes 3 liens" in texts(first)
    assert looks(first)["folder"] == 2
    assert looks(first)["l-carried"] == looks(first)["letter"] == 1
    assert "→ Phase 1 (étape 11) → Phase 1 (étape 12)" in texts(early)
    assert "Phase 0 (étape 8) → Phase 0 (étape 9) →" in texts(late)


def test_many_neighbours_in_one_stage_share_a_folder() -> None:
    """More than three steps outside, in one stage, are one folder that names them all."""
    links = [lead(1, n) for n in (11, 12, 13, 20)]
    steps = [
        replace(step, stage=f"p{step.number // 11}", stage_name=f"Phase {step.number // 11}")
        for step in steps_of(*links, count=20)
    ]
    early = drawn(*steps)[1]
    assert "→ Phase 1 (étapes 11 à 13 et 20)" in texts(early)
    assert "4 liens" in texts(early)


def test_steps_without_stage_are_cut_into_runs() -> None:
    """A long journey without stages is folded into runs of at most sixteen steps."""
    _, *runs = drawn(*steps_of(*(lead(n, n + 1) for n in range(1, 200)), count=200))
    assert max(len(run.steps) for run in runs) <= 16
    assert [run.stage for run in runs] == [None] * 13
    assert runs[0].title.endswith("Étapes\u00a01 à\u00a015")


@pytest.mark.parametrize(("ways", "reading"), [(6, "de haut en bas"), (9, "de gauche à droite")])
def test_a_wide_fan_runs_to_the_right(ways: int, reading: str) -> None:
    """Where more steps follow one than a page is wide, the map runs to the right, and says so."""
    (picture,) = drawn(*steps_of(*(lead(1, n + 1) for n in range(1, ways + 1)), count=ways + 1))
    assert reading in picture.description
    assert picture.width <= 1344


def test_ids_begin_with_the_prefix_and_stand_once() -> None:
    """Two journeys on one page share no id."""
    sheet = Sheet("Essai", "Zoé", steps_of(count=20))
    ids = [
        found
        for prefix in ("un", "deux")
        for picture in journey_map(sheet, WORDS, "own", prefix)
        for found in re.findall(r' id="([^"]+)"', render(picture.svg))
    ]
    assert len(ids) == len(set(ids)) == 12
    assert all(found.startswith(("un-", "deux-")) for found in ids)


def test_a_forward_cycle_and_a_lone_step_are_drawn() -> None:
    """A journey with a circle of links, and one of a single step, have a map."""
    circle = Journey(
        title="Rond",
        steps={"a": {"title": "A", "next": "b"}, "b": {"title": "B", "next": ["a", "b"]}},
    )
    assert maps(Atlas(), circle)[0].steps == (1, 2)
    assert maps(Atlas(), Journey(title="Un", steps={"a": {"title": "A"}}))[0].steps == (1,)


def test_a_picture_is_an_image_with_a_name_and_no_link() -> None:
    """Each map is one image to assistive tools, named and described, and holds no link."""
    for picture in maps(Atlas(), long_journey(20)):
        text = render(picture.svg)
        assert 'role="img"' in text
        assert "<a " not in text
        named = re.search(r'aria-labelledby="([^"]+)"', text)
        assert named is not None
        assert f'id="{named.group(1)}"' in text
        assert picture.title
        assert picture.description


def test_colours_are_said_by_class() -> None:
    """A drawing names no colour, so that a page, a dark screen and forced colours decide."""
    for picture in maps(Atlas(), long_journey(12)):
        assert not re.search(r'(fill|stroke)="', render(picture.svg))


def test_a_file_of_its_own_holds_all_it_needs() -> None:
    """The file of `draw --view map` holds its style and every map, and calls nothing."""
    made = maps(Atlas(), long_journey(20))
    text = render(standalone(made, WORDS))
    assert "<style>" in text
    assert "prefers-color-scheme" in text
    assert not re.search(r"https?://(?!www\.w3\.org)", text)
    ET.fromstring(text)
    ET.fromstring(render(map_legend(WORDS)))
