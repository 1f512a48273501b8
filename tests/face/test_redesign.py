"""`cb.redesign`: moves made on a journey in a notebook."""

from __future__ import annotations

from typing import Any

import pytest

import carteblanche_journeys as cb

STEPS = {
    "depot": {"title": "Déposer", "wait": "10 d"},
    "suite": {"title": "Attendre la suite"},
    "fin": {"title": "Entrer"},
}
ANNOUNCE = {"move": "announce-status", "step": "depot"}


def journey() -> cb.Journey:
    """A journey of three steps, with one wait."""
    return cb.Journey(id="ecole/as-is", title="J'inscris mon enfant", steps=STEPS)


def atlas(**journeys: dict[str, Any]) -> cb.Atlas:
    """An atlas in French with this journey, and others in its folder."""
    others = {f"ecole/{name}": fields for name, fields in journeys.items()}
    return cb.Atlas(language="fr", journeys={"ecole/as-is": journey(), **others})


def test_a_redesign_is_a_journey_like_any_other() -> None:
    """It draws itself, is measured and diagnosed, and the as-is stays as it was."""
    made = cb.redesign(journey(), [ANNOUNCE])
    assert made.journey.id == "ecole/to-be"
    assert made.journey.redesigns == "ecole/as-is"
    assert made.journey.steps["depot"].wait.announced is True
    assert made.of.atlas["ecole/as-is"].steps["depot"].wait.announced is None
    assert "Déposer" in str(made)
    assert cb.measure(made)[""]["steps"].likely == 3
    assert "silent-wait" not in [one.rule for one in cb.diagnose(made)]


def test_redesigns_are_named_or_take_the_next_name() -> None:
    """By file name or whole id; without one, the first that is free."""
    first = cb.redesign(journey(), ANNOUNCE)
    second = cb.redesign(first.of["ecole/as-is"], ANNOUNCE)
    assert second.journey.id == "ecole/to-be-2"
    assert cb.redesign(journey(), ANNOUNCE, name="messages").journey.id == "ecole/messages"
    assert cb.redesign(journey(), ANNOUNCE, name="ecole/car").journey.id == "ecole/car"


def test_a_redesign_may_be_made_again_under_its_name() -> None:
    """A notebook cell is run more than once; another journey is never replaced."""
    first = cb.redesign(journey(), [], name="car")
    again = cb.redesign(first.of["ecole/as-is"], [ANNOUNCE], name="car")
    assert list(again.of) == ["ecole/as-is", "ecole/car"]
    with pytest.raises(cb.DoesNotFit, match="ecole/as-is"):
        cb.redesign(journey(), [ANNOUNCE], name="as-is")


def test_a_redesign_can_be_redesigned() -> None:
    """Each keeps where its steps come from in the first."""
    first = cb.redesign(journey(), [ANNOUNCE])
    second = cb.redesign(first, [], name="encore")
    assert second.journey.redesigns == "ecole/to-be"
    assert second.journey.steps["depot"].comes_from == ("depot",)
    assert second.journey.steps["depot"].wait.announced is True


@pytest.mark.parametrize(
    ("move", "said"),
    [
        ({"move": "announce-statu", "step": "depot"}, "announce-status"),
        ({"move": "announce-status", "stp": "depot"}, "step"),
        ({"move": "announce-status", "step": "depott"}, "depot"),
        ({"move": "announce-status", "step": "fin"}, "Entrer"),
        ({"step": "depot"}, "move"),
    ],
)
def test_a_move_that_cannot_be_made_says_why(move: dict[str, Any], said: str) -> None:
    """What is wrong, which move, and what was probably meant: never a raw traceback of ours."""
    with pytest.raises(cb.DoesNotFit, match=said):
        cb.redesign(journey(), [move])
    assert issubclass(cb.DoesNotFit, cb.CarteblancheError)


def test_an_atlas_made_in_python_has_its_redesigns_made() -> None:
    """Moves written in a journey made in Python are made as those of a file are."""
    written = {"title": "Mieux", "redesigns": "as-is", "moves": [ANNOUNCE]}
    whole = atlas(**{"to-be": written})
    assert {one.journeys for one in cb.diagnose(whole) if one.rule == "silent-wait"} <= {
        ("ecole/as-is",)
    }
    wrong = {**written, "moves": [{**ANNOUNCE, "step": "depott"}]}
    with pytest.raises(cb.DoesNotFit, match="«\u00a0depot\u00a0»"):
        cb.diagnose(atlas(**{"to-be": wrong}))
