"""What a designer types in a notebook: `import carteblanche_journeys as cb`."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

import carteblanche_journeys as cb
from carteblanche_journeys.publishing.new_atlas import template
from carteblanche_journeys.publishing.writer import write_files

JOURNEY = "inscrire-a-l-ecole/as-is"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The small example atlas, on disk."""
    write_files(tmp_path / "ecole", template("fr"))
    return tmp_path / "ecole"


def made_in_python() -> cb.Journey:
    """A journey that no file holds."""
    return cb.Journey(title="J'écris", steps={"a": {"title": "Écrire", "next": []}})


def test_the_public_names_are_sorted_and_there() -> None:
    """Each name of `__all__` can be had, and `dir` shows them all."""
    assert cb.__all__ == sorted(cb.__all__)
    assert all(getattr(cb, name) is not None for name in cb.__all__)
    assert set(cb.__all__) <= set(dir(cb))


def test_a_name_that_is_none_is_said() -> None:
    """A mistyped name is an AttributeError, as for any module."""
    with pytest.raises(AttributeError, match="has no attribute 'lood'"):
        cb.lood  # noqa: B018


def test_importing_loads_nothing_heavy() -> None:
    """Names are loaded when they are first used."""
    code = (
        "import sys, carteblanche_journeys\n"
        "heavy = {'pydantic', 'yaml', 'networkx', 'mkdocs', 'click', 'babel'}\n"
        "assert not heavy & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_an_atlas_shows_its_journeys(folder: Path) -> None:
    """Loaded, it says its title and the ids to ask for, in text and in HTML."""
    atlas = cb.load(folder)
    assert list(atlas) == [JOURNEY]
    assert str(atlas) == f"L'école\n{JOURNEY}: J'inscris mon enfant à l'école"
    shown = atlas._repr_mimebundle_()
    assert set(shown) == {"text/html", "text/plain"}
    assert "J'inscris mon enfant" in shown["text/html"]


def test_a_journey_draws_itself(folder: Path) -> None:
    """In a notebook it is its blueprint as inline SVG, with the list of its steps."""
    shown = cb.load(folder)[JOURNEY]._repr_mimebundle_()
    whole = ElementTree.fromstring(shown["text/html"])
    (picture,) = whole.iter("{http://www.w3.org/2000/svg}svg")
    steps = {one.get("data-step") for one in picture.iter() if one.get("data-step")}
    assert steps == {"inscription", "admission", "rentree"}
    assert shown["text/plain"].splitlines()[1:] == [
        "1. Demander l'inscription\u00a0: à Service scolaire (sur place), mène à 2",
        "2. Voir la directrice\u00a0: à Direction de l'école (sur place), mène à 3",
        "3. L'enfant entre à l'école",
    ]
    assert all(line in shown["text/html"] for line in shown["text/plain"].splitlines())


def test_a_handle_in_a_terminal_is_its_text(folder: Path) -> None:
    """`repr` is what a reader wants to read, not what the model holds."""
    journey = cb.load(folder)[JOURNEY]
    assert repr(journey) == str(journey)
    assert len(repr(journey)) < 500


@pytest.mark.parametrize("view", ["blueprint", "map"])
def test_a_picture_has_its_svg_and_its_text(folder: Path, view: str) -> None:
    """`draw` gives both views, and the same list with each."""
    drawn = cb.draw(cb.load(folder)[JOURNEY], view)
    assert ElementTree.fromstring(drawn.svg).tag.endswith("svg")
    assert drawn.text == str(cb.load(folder)[JOURNEY])


def test_a_view_that_is_none_is_said(folder: Path) -> None:
    """A mistyped view, or journey, is recognised, in the atlas's language."""
    atlas = cb.load(folder)
    with pytest.raises(cb.UnknownName, match="«\u00a0map\u00a0»"):
        cb.draw(atlas[JOURNEY], "mapp")
    with pytest.raises(cb.UnknownName, match=JOURNEY):
        atlas["inscrire-a-l-ecole/asis"]


def test_a_journey_made_in_python_needs_no_file() -> None:
    """It is drawn and diagnosed as it stands."""
    assert cb.draw(made_in_python()).lines == ("1. Écrire",)
    assert len(cb.diagnose(made_in_python())) == 0


def test_an_atlas_made_in_python_is_as_good_as_one_read() -> None:
    """Its journeys need not be told their ids twice."""
    steps = {"a": {"title": "Écrire", "next": []}, "b": {"title": "Attendre"}}
    atlas = cb.Atlas(journeys={"x/as-is": cb.Journey(title="J'écris", steps=steps)})
    assert [one.journeys for one in cb.diagnose(atlas)] == [("x/as-is",)] * 2


def test_findings_say_why_and_what_to_do(folder: Path) -> None:
    """Of an atlas and of its one journey they are the same, told in its language."""
    atlas = cb.load(folder)
    found = cb.diagnose(atlas[JOURNEY])
    assert [one.rule for one in found] == [one.rule for one in cb.diagnose(atlas)]
    assert {one.rule for one in found} == {"repeated-evidence", "user-as-courier"}
    for words in ("Pourquoi", "Que faire", "À peser", f"{JOURNEY}.yml:"):
        assert words in str(found)
        assert words in found._repr_mimebundle_()["text/html"]


def test_no_finding_is_said() -> None:
    """Silence would look like a failure."""
    assert str(cb.diagnose(made_in_python())).startswith("No findings.")


def test_a_waived_finding_is_left_out_until_its_day(folder: Path) -> None:
    """A handle is bound to a day: what someone accepted until then counts again after."""
    (folder / "atlas.yml").write_text(
        "title: x\nrules: {severity: {repeated-evidence: 'off'}}\n"
        "waivers: [{rule: user-as-courier, reason: Essai, until: 2018-01-31}]\n",
        "utf-8",
    )
    assert len(cb.diagnose(cb.load(folder, today="2018-01-31"))) == 0
    assert len(cb.diagnose(cb.load(folder, today="2018-02-01"))) == 1


def test_the_day_is_that_of_the_machine_unless_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SOURCE_DATE_EPOCH counts here too."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1515974400")
    assert cb.load(folder).today == date(2018, 1, 15)


def test_a_broken_atlas_says_every_mistake(folder: Path) -> None:
    """Each with its place, as on the command line."""
    (folder / "counters.yml").write_text("guichet: {nam: x}\n", "utf-8")
    with pytest.raises(cb.UnreadableAtlas, match=r"counters\.yml:1:11"):
        cb.load(folder)


def test_a_loaded_atlas_is_published(folder: Path, tmp_path: Path) -> None:
    """One line of a notebook gives the site."""
    cb.publish(cb.load(folder, today="2018-01-15"), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").is_file()
