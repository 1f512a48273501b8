"""The map: the shape of a journey, with every step, and nothing that harms."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from hypothesis import given, settings

from carteblanche_journeys.drawing.engine import layout
from carteblanche_journeys.drawing.map import MapPicture, journey_map, map_legend, standalone
from carteblanche_journeys.drawing.sheet_filling import fill_sheet
from carteblanche_journeys.markup import render
from carteblanche_journeys.model import Atlas, Journey, Persona
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


def test_one_word_more_moves_no_step() -> None:
    """A one-word edit of a title keeps the same ranks and the same order in each."""
    from carteblanche_journeys.drawing.diagram import Diagram, Edge, Node

    def ranks(width: float, height: float) -> object:
        nodes = tuple(Node(f"n{n}", width if n == 3 else 160, height) for n in range(9))
        edges = tuple(Edge(f"e{n}", f"n{n // 2}", f"n{n}") for n in range(1, 9))
        return layout(Diagram(nodes, edges=edges), engine="wasi").ranks

    assert ranks(160, 40) == ranks(240, 40) == ranks(160, 55)


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
