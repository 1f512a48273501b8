"""The blueprint: everything is there once, whole, in its place."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from carteblanche_journeys.drawing.blueprint import Band, blueprint, legend, standalone
from carteblanche_journeys.drawing.sheet import (
    Flag,
    Sheet,
    SheetCounter,
    SheetLink,
    SheetStep,
    SheetWait,
)
from carteblanche_journeys.drawing.style import blueprint_rules
from carteblanche_journeys.markup import Element, render
from carteblanche_journeys.model import Journey
from carteblanche_journeys.words import words_for
from sheets import FRENCH, Drawn, drawn, journey, journeys, sheet_of, staged


def _bands(one: Journey, width: float = 1344) -> tuple[Band, ...]:
    return blueprint(sheet_of(one), FRENCH, width)


def _nodes(band: Band) -> list[Drawn]:
    return [mark for mark in drawn(band) if re.match(r"n-(person|agent|frame)", mark.how)]


def _texts(band: Band, how: str, step: str | None = None) -> list[str]:
    return [
        mark.words
        for mark in drawn(band)
        if mark.how.split()[0] == how and step in (None, mark.step)
    ]


def _steps(*steps: SheetStep) -> Sheet:
    return Sheet("Je déménage", "Jeanne", steps)


def _letters(text: str) -> str:
    return re.sub(r"[\s-]", "", text)


@settings(max_examples=60, deadline=None)
@given(journeys())
def test_nothing_leaves_its_band(one: Journey) -> None:
    """Every box and every line of text stands within the picture."""
    for band in _bands(one):
        for mark in drawn(band):
            assert mark.left >= -0.01, mark
            assert mark.top >= -0.01, mark
            assert mark.right <= band.width + 0.01, mark
            assert mark.bottom <= band.height + 0.01, mark


@settings(max_examples=60, deadline=None)
@given(journeys())
def test_no_two_nodes_overlap(one: Journey) -> None:
    """Each node has its place."""
    for band in _bands(one):
        nodes = _nodes(band)
        for position, node in enumerate(nodes):
            for other in nodes[position + 1 :]:
                apart = node.right <= other.left or other.right <= node.left
                assert apart or node.step == other.step


@settings(max_examples=60, deadline=None)
@given(journeys())
def test_a_title_stays_in_its_column(one: Journey) -> None:
    """It ends 12 pixels before the next column begins."""
    for band in _bands(one):
        lefts: dict[str, float] = {}
        for mark in drawn(band):
            if mark.how == "t-title":
                lefts.setdefault(mark.step, mark.left)
        following = dict(zip(band.steps, band.steps[1:], strict=False))
        for mark in drawn(band):
            if mark.how == "t-title" and mark.step in following:
                assert mark.right <= lefts[following[mark.step]] - 12 + 0.01


@settings(max_examples=60, deadline=None)
@given(journeys())
def test_every_step_stands_once_in_reading_order(one: Journey) -> None:
    """No step is lost, none is drawn twice."""
    sheet = sheet_of(one)
    bands = blueprint(sheet, FRENCH)
    assert [name for band in bands for name in band.steps] == [step.id for step in sheet.steps]
    assert {mark.step for band in bands for mark in _nodes(band)} == {s.id for s in sheet.steps}
    numbers = [words for band in bands for words in _texts(band, "t-number")]
    assert numbers == [str(step.number) for step in sheet.steps]


@settings(max_examples=60, deadline=None)
@given(journeys())
def test_every_link_is_a_line_or_a_pill_with_its_arrival(one: Journey) -> None:
    """A line to the neighbour, else a pill at the start and « de n » at the end."""
    sheet = sheet_of(one)
    for band in blueprint(sheet, FRENCH):
        place = {name: rank for rank, name in enumerate(band.steps)}
        lines = str(render(band.svg)).count('class="h-')
        drawn_as_lines = 0
        for step in (s for s in sheet.steps if s.id in place):
            pills = _texts(band, "t-jump", step.id)
            targets = [re.split("[→↺]", pill)[-1].strip() for pill in pills]
            wanted = [str(link.target) for link in step.out]
            left = list(wanted)
            for target in targets:
                left.remove(target)
            assert all(target == str(step.number + 1) for target in left)
            drawn_as_lines += bool(left)
            assert len(left) <= 1
        assert lines >= drawn_as_lines


@settings(max_examples=40, deadline=None)
@given(journeys())
def test_where_one_comes_from_is_said_unless_the_line_shows_it(one: Journey) -> None:
    """A step that a jump reaches names the step it comes from."""
    sheet = sheet_of(one)
    for band in blueprint(sheet, FRENCH):
        for step in (s for s in sheet.steps if s.id in band.steps):
            said = re.findall(r"\d+", " ".join(_texts(band, "t-from", step.id)))
            for source in step.arrivals:
                assert str(source) in said or source == step.number - 1


@settings(max_examples=40, deadline=None)
@given(journeys())
def test_the_picture_is_xml_without_anything_that_acts(one: Journey) -> None:
    """No script, no style in place, no link, whatever the titles say."""
    for band in _bands(one):
        root = ElementTree.fromstring(render(band.svg))
        for element in root.iter():
            assert element.tag.rpartition("}")[2] not in ("script", "foreignObject", "a", "style")
            assert not any(name == "style" or name.startswith("on") for name in element.attrib)


def test_a_label_of_three_hundred_characters_is_drawn_whole() -> None:
    """It wraps as often as it needs."""
    title = "un titre très long, " * 15
    (band,) = blueprint(_steps(SheetStep("a", 1, title)), FRENCH)
    assert _letters("".join(_texts(band, "t-title"))) == _letters(title)


def test_a_longer_label_says_that_the_list_has_the_rest() -> None:
    """The drawing shows its first 300 characters."""
    (band,) = blueprint(_steps(SheetStep("a", 1, "x" * 10_000)), FRENCH)
    shown = _letters("".join(_texts(band, "t-title")))
    assert shown.startswith("x" * 300 + "[…]")
    assert "liste" in shown


@pytest.mark.parametrize(
    "title", ["<b>gras</b>", '"javascript:x"', "à la\nligne", "طلب المساعدة", "😀", "\x1b[31m"]
)
def test_a_strange_title_shows_as_written(title: str) -> None:
    """It is text, never markup."""
    one = sheet_of(journey({"a": {"title": title}}))
    (band,) = blueprint(one, FRENCH)
    shown = "".join(_texts(band, "t-title"))
    assert _letters(shown) == _letters(title.replace("\x1b", "␛"))


@settings(max_examples=40, deadline=None)
@given(journeys())
def test_a_word_changed_in_a_title_moves_no_step(one: Journey) -> None:
    """Same order, same bands; only widths and heights may change."""
    name, step = next(iter(one.steps.items()))
    edited = one.model_copy(
        update={"steps": {**one.steps, name: step.model_copy(update={"title": "Autre mot"})}}
    )
    assert [band.steps for band in _bands(edited)] == [band.steps for band in _bands(one)]


def test_the_same_journey_gives_the_same_bytes() -> None:
    """Twice drawn, twice equal."""
    one = journey({"a": {"title": "A", "at": "accueil"}, "b": {"title": "B"}})
    first, second = (render(_bands(one)[0].svg) for _ in range(2))
    assert first == second


def test_a_picture_has_a_name_and_a_description() -> None:
    """`role=img`, named by its title, described by where its equal in text is."""
    bands = blueprint(staged(8, 8), FRENCH, prefix="plan")
    ids = re.findall(r' id="([^"]+)"', "".join(render(band.svg) for band in bands))
    assert ids == ["plan-1-title", "plan-1-desc", "plan-2-title", "plan-2-desc"]
    attributes = dict(bands[1].svg.attributes)
    assert attributes["role"] == "img"
    assert attributes["aria-labelledby"] == "plan-2-title plan-2-desc"
    assert bands[1].title == "Plan, étapes 9 à 16\u202f: s1"


def test_neighbours_at_the_same_counter_share_its_box() -> None:
    """The name is written once; each has its channels."""
    caf = (SheetCounter("caf", "Accueil de la Caf", ("phone",)),)
    steps = [replace(step, counters=caf) for step in staged(2, 1).steps]
    (band,) = blueprint(_steps(*steps), FRENCH)
    assert _texts(band, "t-counter") == ["Accueil de la Caf"] * 2
    assert render(band.svg).count('class="pic"') == 3


def test_many_counters_at_a_step_are_counted() -> None:
    """Three names or more are in the list; the box says how many."""
    counters = tuple(SheetCounter(f"c{n}", f"Guichet {n}") for n in range(5))
    (band,) = blueprint(_steps(SheetStep("a", 1, "A", counters=counters)), FRENCH)
    assert _texts(band, "t-counter") == ["5 guichets possibles"]


def test_more_than_three_findings_show_the_gravest_two() -> None:
    """Then how many more."""
    given_flags = tuple(
        Flag(f"C{n}", severity)
        for n, severity in enumerate(["info", "error", "warning", "error"], 1)
    )
    (band,) = blueprint(_steps(SheetStep("a", 1, "A", flags=given_flags)), FRENCH)
    assert _texts(band, "t-flag") == ["C2", "C4", "+2"]


def test_a_return_has_its_own_arrow_and_share() -> None:
    """« ↺ 1 », with the part of those who go back."""
    back = SheetLink("b->a", 2, 1, label="dossier incomplet (20\u00a0%)", back=True)
    sheet = _steps(SheetStep("a", 1, "A"), SheetStep("b", 2, "B", kind="choice", out=(back,)))
    (band,) = blueprint(sheet, FRENCH)
    assert _texts(band, "t-jump") == ["dossier incomplet (20\u00a0%) ↺ 1"]


def test_a_wait_is_one_square_a_week() -> None:
    """Nine weeks, nine squares; an unknown wait is a dashed square and a word."""
    sheet = _steps(
        SheetStep("a", 1, "A", wait=SheetWait("known", "2 mois", "published", 9)),
        SheetStep("b", 2, "B", wait=SheetWait("unknown")),
        SheetStep("c", 3, "C"),
    )
    (band,) = blueprint(sheet, FRENCH)
    weeks = re.search(r'class="weeks" d="([^"]+)"', render(band.svg))
    assert weeks is not None
    assert weeks[1].count("z") == 9
    assert _texts(band, "t-unknown") == ["inconnue"]
    assert render(band.svg).count('class="unknown"') == 1


def test_an_unknown_feeling_breaks_the_line() -> None:
    """A gap stays a gap, with a question mark."""
    feelings = (-2, None, 1, 1)
    steps = [replace(s, feeling=f) for s, f in zip(staged(4).steps, feelings, strict=True)]
    (band,) = blueprint(_steps(*steps), FRENCH)
    assert render(band.svg).count('class="curve"') == 1
    assert _texts(band, "t-feeling") == ["très dur", "?", "mieux"]


def test_a_lane_that_the_journey_does_not_use_is_dropped() -> None:
    """A journey without back office has no line of visibility."""
    (band,) = blueprint(staged(2), FRENCH)
    assert _texts(band, "t-lane") == ["La personne"]
    assert _texts(band, "t-visibility") == []


def test_a_lane_empty_in_one_band_keeps_its_name() -> None:
    """Any band can be read alone."""
    steps = list(staged(9, 9).steps)
    steps[0] = replace(steps[0], behind=("Transmet",), others=("Caf",))
    first, second = blueprint(_steps(*steps), FRENCH)
    assert _texts(first, "t-lane") == _texts(second, "t-lane")
    assert first.height > second.height


def test_what_an_agent_does_in_her_presence_stands_on_her_line() -> None:
    """The lane says who lives it, the filling who acts."""
    sheet = _steps(
        SheetStep("a", 1, "Demander"),
        SheetStep("b", 2, "Recevoir la visite", by_agent=True),
        SheetStep("c", 3, "Décider", by_agent=True, lane="backstage", who="Caf"),
    )
    (band,) = blueprint(sheet, FRENCH)
    own, visit, office = _nodes(band)
    assert (own.how, visit.how, office.how) == ("n-person", "n-agent", "n-agent")
    assert own.top == visit.top < office.top


def test_an_empty_journey_has_no_band() -> None:
    """Nothing to draw is nothing drawn."""
    assert blueprint(Sheet("Rien", "Jeanne", ()), FRENCH) == ()


def test_every_class_of_a_picture_has_a_rule() -> None:
    """No mark is left without colour."""
    one = journey(
        {
            "a": {"title": "A", "kind": "event", "at": "accueil", "wait": "10 d", "feeling": -2},
            "b": {"title": "B", "actor": "agente", "next": [{"to": "c", "carried": "person"}]},
            "c": {"title": "C", "kind": "choice", "next": [{"to": "a", "back": True}, "d"]},
            "d": {"title": "D", "kind": "outcome", "result": "granted"},
        }
    )
    rules = blueprint_rules()
    pictures = [band.svg for band in _bands(one)] + [legend(FRENCH).svg]
    used = {name for picture in pictures for name in _classes(picture)}
    assert {name for name in used if f".{name}" not in rules} == {"step"}


def _classes(element: Element) -> set[str]:
    own = set(dict(element.attributes).get("class", "").split())
    inner = (_classes(child) for child in element.children if isinstance(child, Element))
    return own.union(*inner)


def test_the_legend_leaves_out_what_the_journey_does_not_use() -> None:
    """A journey without agents explains no agent's box."""
    bare = render(legend(FRENCH, staged(2)).svg)
    assert "étape de la personne" in bare
    assert "agent" not in bare
    assert "agent" in render(legend(FRENCH).svg)


def test_one_file_holds_title_legend_bands_and_colours() -> None:
    """It needs no style sheet, and follows the dark and the forced colours of its reader."""
    text = render(standalone(staged(4, 9), FRENCH))
    root = ElementTree.fromstring(text)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "var(" not in text
    assert "prefers-color-scheme:dark" in text
    assert "forced-colors:active" in text
    ids = re.findall(r' id="([^"]+)"', text)
    assert sorted(ids) == sorted(set(ids))
    assert len(re.findall('class="step"', text)) == 13


def test_a_blueprint_speaks_english_too() -> None:
    """Every word comes from the catalogue."""
    (band,) = blueprint(staged(2), words_for("en"))
    assert band.title == "Blueprint, steps 1 to 2: s0"
