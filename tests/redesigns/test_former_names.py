"""Names of what a redesign has taken away: who may still use them."""

import pytest

from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.redesigns import DoesNotFit, Variant, begin, chosen, make, make_one

STEPS = {name: {"title": name.title(), "wait": "3 d"} for name in ("un", "deux", "trois")}


def begun() -> Variant:
    """Three steps in a row."""
    return begin(Journey(id="x/as-is", title="X", steps=STEPS), Atlas())


def test_a_journey_remembers_the_steps_that_it_no_longer_has() -> None:
    """Steps that go are kept in mind, in order, for the moves that come after."""
    moves = [chosen({"move": "drop", "step": name}) for name in ("deux", "un")]
    after = make(begun(), moves)
    assert after.journey.gone == ("deux", "un")
    assert list(after.steps) == ["trois"]


def test_a_step_that_comes_back_is_no_longer_gone() -> None:
    """A step of the same name that is put in again is there, and not gone."""
    after = make_one(begun(), chosen({"move": "drop", "step": "deux"}))
    back = after.with_step(begun().steps["deux"])
    assert back.journey.gone == ()


def test_a_move_that_takes_away_is_done_the_second_time() -> None:
    """What a move took away is still known to it, so that it can say that it is done."""
    drop = chosen({"move": "drop", "step": "deux"})
    after = make_one(begun(), drop)
    assert make_one(after, drop) is after


def test_other_moves_no_longer_know_what_has_gone() -> None:
    """A move that has to find its step is told that the step is not there."""
    after = make_one(begun(), chosen({"move": "drop", "step": "deux"}))
    with pytest.raises(DoesNotFit) as refusal:
        make_one(after, chosen({"move": "announce-status", "step": "deux"}))
    assert [one.code for one in refusal.value.hindrances] == ["unknown.step"]


def test_a_step_that_is_part_of_another_cannot_be_dropped_alone() -> None:
    """What has been merged is not gone: it is refused, with the step that it is part of."""
    before = begun()
    merged = before.steps["deux"].model_copy(update={"comes_from": ("deux", "trois"), "next": ()})
    steps = [before.steps["un"], merged]
    with pytest.raises(DoesNotFit) as refusal:
        make_one(before.with_steps(steps), chosen({"move": "drop", "step": "trois"}))
    (hindrance,) = refusal.value.hindrances
    assert hindrance.code == "merged"
    assert str(hindrance.values["heirs"]).count("deux") == 1
