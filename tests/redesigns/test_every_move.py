"""What holds of every move, whatever the journey and the arguments."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argued import argued, written_moves
from carteblanche_journeys.diagnosis.prose import slots
from carteblanche_journeys.model.shapes import shape_of
from carteblanche_journeys.redesigns import (
    COST_CLASSES,
    DEROGATION_DOMAINS,
    LEGAL_NEEDS,
    Chosen,
    Diagnosed,
    DoesNotFit,
    Move,
    Variant,
    all_moves,
    begin,
    make_one,
    move_named,
)
from carteblanche_journeys.redesigns.telling import say_hindrance, tell_move
from carteblanche_journeys.words import words_for
from redesigning import broken, diagnosed, figures, strangers, texts
from sound import Invented, inventions

LANGUAGES = ("fr", "en")
every_move = pytest.mark.parametrize("name", [move.name for move in all_moves()])
often = settings(
    max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
seldom = settings(
    max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def started(invented: Invented) -> Variant:
    """The journey of an atlas, as a redesign starts from it."""
    return begin(invented.journey, invented.atlas)


def wanted(data: st.DataObject, move: Move, variant: Variant) -> Chosen | None:
    """The move with any arguments, or with some that the findings of the journey lead to."""
    if data.draw(st.booleans(), "as proposed"):
        found = diagnosed(variant.journey, variant.base, *move.answers)
        every = [Chosen(move, one.arguments) for one in move.suggest(Diagnosed(variant, found))]
        if every:
            return every[data.draw(st.integers(0, len(every) - 1), f"of {len(every)}")]
    return argued(data.draw(written_moves(move, variant), "move"))


def made(variant: Variant, one: Chosen | None) -> Variant:
    """What a move gives; the same where it does not fit."""
    try:
        return variant if one is None else make_one(variant, one)
    except DoesNotFit:
        return variant


def new_names(after: Variant, before: Variant) -> set[str]:
    """Ids of steps, counters and pieces that a move has made."""
    return {
        name
        for shelf in ("steps", "counters", "evidence")
        for name in (
            set(after.steps) - set(before.steps)
            if shelf == "steps"
            else set(getattr(after.atlas, shelf)) - set(getattr(before.atlas, shelf))
        )
    }


@often
@given(invented=inventions())
def test_invented_journeys_are_sound(invented: Invented) -> None:
    """All that is said here of moves is said of journeys that can be walked."""
    before = started(invented)
    assert broken(before.journey, before.base) == ()


@every_move
@often
@given(invented=inventions(), data=st.data())
def test_a_move_gives_a_sound_journey(name: str, invented: Invented, data: st.DataObject) -> None:
    """What a move gives can be walked by everybody who could walk the journey before."""
    move = move_named(name)
    before = started(invented)
    after = made(before, wanted(data, move, before))
    assert after is before or broken(after.journey, after.base) == ()


@every_move
@often
@given(invented=inventions(), data=st.data())
def test_all_that_a_move_gives_knows_where_it_comes_from(
    name: str, invented: Invented, data: st.DataObject
) -> None:
    """Steps, links, counters and pieces come from those of the journey before, or are new."""
    move = move_named(name)
    before = started(invented)
    after = made(before, wanted(data, move, before))
    assert list(strangers(after, invented.journey)) == []


@every_move
@often
@given(invented=inventions(), data=st.data())
def test_no_move_touches_what_protects_people(
    name: str, invented: Invented, data: st.DataObject
) -> None:
    """Appeals, steps that the law asks for and times that bind the person are there as before."""
    before = started(invented)
    after = made(before, wanted(data, move_named(name), before))
    heirs = {step: [one for one in after.steps.values() if step in (one.comes_from or ())]
             for step in before.steps}  # fmt: skip
    for step in before.steps.values():
        assert heirs[step.id] or not (step.law or step.deadlines), step.id
        for deadline in step.deadlines:
            kept = [one for heir in heirs[step.id] for one in heir.deadlines]
            assert [one for one in kept if one.within == deadline.within], step.id
        if step.appeal:
            assert heirs[step.appeal]
            assert all(one.appeal in after.steps for one in heirs[step.id])


@every_move
@often
@given(invented=inventions(), data=st.data())
def test_making_a_move_twice_changes_nothing(
    name: str, invented: Invented, data: st.DataObject
) -> None:
    """A move that is made is done: making it again gives the very same variant."""
    move = move_named(name)
    before = started(invented)
    one = wanted(data, move, before)
    if one is not None and not one.hindrances(before):
        after = make_one(before, one)
        assert one.done(after)
        assert make_one(after, one) is after


@every_move
@often
@given(invented=inventions(), data=st.data())
def test_a_move_that_does_not_fit_says_why(
    name: str, invented: Invented, data: st.DataObject
) -> None:
    """A refusal names at least one hindrance, which can be said in both languages."""
    move = move_named(name)
    before = started(invented)
    one = wanted(data, move, before)
    if one is None:
        return
    hindrances = one.hindrances(before)
    fields = {field.written for field in shape_of(move.arguments).fields}
    for hindrance in hindrances:
        assert set(hindrance.path[:1]) <= fields
        for lang in LANGUAGES:
            said = say_hindrance(hindrance, move, before, words_for(lang))
            assert said
            assert "{" not in said
            assert "…" not in said
    if hindrances:
        with pytest.raises(DoesNotFit) as refusal:
            make_one(before, one)
        assert refusal.value.hindrances == hindrances


@every_move
@often
@given(invented=inventions(), data=st.data())
def test_a_move_that_fits_says_what_it_costs(
    name: str, invented: Invented, data: st.DataObject
) -> None:
    """What gets worse, the legal need and the cost are of the known kinds, and can be said."""
    move = move_named(name)
    before = started(invented)
    one = wanted(data, move, before)
    if one is None or one.hindrances(before):
        return
    assert all(need.need in LEGAL_NEEDS for need in one.legal(before))
    assert all(need.domain in (None, *DEROGATION_DOMAINS) for need in one.legal(before))
    assert one.legal(before)
    assert one.worse(before)
    assert one.cost(before).cost_class in COST_CLASSES
    assert one.cost(before).source
    for lang in LANGUAGES:
        told = tell_move(one, before, words_for(lang))
        assert "{" not in json.dumps([told.title, *told.worse, *told.legal, told.cost])


@every_move
@often
@given(invented=inventions(), data=st.data())
def test_no_id_is_made_by_counting(name: str, invented: Invented, data: st.DataObject) -> None:
    """What a move makes is called after what it comes from, never by a number."""
    move = move_named(name)
    before = started(invented)
    after = made(before, wanted(data, move, before))
    names = new_names(after, before)
    assert not [name for name in names if any(letter.isdigit() for letter in name)]


@every_move
@often
@given(invented=inventions(), data=st.data())
def test_a_figure_that_a_move_supposes_says_so(
    name: str, invented: Invented, data: st.DataObject
) -> None:
    """A quantity that stood nowhere before is marked: assumed, proposed, or from a source."""
    before = started(invented)
    one = wanted(data, move_named(name), before)
    after = made(before, one)
    known = {str(figure.value) for figure in figures(before.base)}
    given = {str(figure.value) for figure in figures(one.arguments)} if one else set()
    made_up = [
        figure
        for figure in (*figures(after.journey), *figures(after.atlas))
        if str(figure.value) not in known | given and figure.status is None
    ]
    assert made_up == []


@every_move
@often
@given(invented=inventions(), data=st.data())
def test_what_a_move_makes_has_a_name_in_both_languages(
    name: str, invented: Invented, data: st.DataObject
) -> None:
    """Names and titles are those of before, given in the move, or said in French and English."""
    before = started(invented)
    one = wanted(data, move_named(name), before)
    after = made(before, one)
    known = set(map(repr, texts(before.base)))
    given = repr(one.arguments) if one else ""
    for said in (*texts(after.journey), *texts(after.atlas)):
        in_both = isinstance(said, Mapping) and set(LANGUAGES) <= set(said)
        assert in_both or repr(said) in known or repr(said) in given


@every_move
@seldom
@given(invented=inventions(), data=st.data())
def test_a_move_leaves_the_variant_before_it_as_it_was(
    name: str, invented: Invented, data: st.DataObject
) -> None:
    """Making a move is a function: equal variants give equal ones, and stay what they were."""
    move = move_named(name)
    before = started(invented)
    said = before.journey.model_dump_json()
    one = wanted(data, move, before)
    after, again = made(before, one), made(started(invented), one)
    assert before.journey.model_dump_json() == said
    assert after.journey.model_dump_json() == again.journey.model_dump_json()


@every_move
@seldom
@given(invented=inventions(), data=st.data())
def test_moves_follow_each_other_in_any_order(
    name: str, invented: Invented, data: st.DataObject
) -> None:
    """After any other move a move is made, done or refused, and the journey stays sound."""
    move = move_named(name)
    before = started(invented)
    other = data.draw(st.sampled_from(all_moves()))
    first, second = wanted(data, move, before), wanted(data, other, before)
    for order in ((first, second), (second, first)):
        after = before
        for one in order:
            after = made(after, one)
        assert broken(after.journey, after.base) == ()
        assert list(strangers(after, invented.journey)) == []


@every_move
@seldom
@given(invented=inventions())
def test_what_proposes_a_move_are_findings_that_it_answers(name: str, invented: Invented) -> None:
    """Each suggestion names findings of the journey, of the rules that the move answers."""
    move = move_named(name)
    before = started(invented)
    found = diagnosed(before.journey, before.base)
    answered = {
        one.fingerprint
        for one in found
        if one.rule in move.answers or set(one.also) & set(move.answers)
    }
    every = list(move.suggest(Diagnosed(before, found)))
    for one in every:
        assert one.causes
        assert set(one.causes) <= answered
        codes = {hindrance.code for hindrance in Chosen(move, one.arguments).hindrances(before)}
        assert not [code for code in codes if code.startswith("unknown.")]
    written = [Chosen(move, one.arguments).written for one in every]
    assert len({json.dumps([one, *w.causes], sort_keys=True) for one, w in
                zip(written, every, strict=True)}) == len(every)  # fmt: skip


@every_move
def test_a_move_says_the_same_in_both_languages(name: str) -> None:
    """Each text is there in French and in English, with the same slots, of arguments that exist."""
    move = move_named(name)
    french, english = (move.prose[lang] for lang in LANGUAGES)
    arguments = {one.written for one in shape_of(move.arguments).fields}
    assert french.worse.keys() == english.worse.keys()
    assert french.unfit.keys() == english.unfit.keys()
    for key in french.unfit:
        assert slots(french.unfit[key]) == slots(english.unfit[key]), key
    plain = [("title", french.title, english.title), ("watch", french.watch, english.watch)]
    plain += [(key, french.worse[key], english.worse[key]) for key in french.worse]
    for key, one, other in plain:
        assert slots(one) == slots(other), key
        named = {part for slot in slots(one) for part in slot.strip("#").split("_or_")}
        assert named <= arguments, key
    for prose in (french, english):
        assert all([prose.name, prose.title, prose.does, prose.watch, prose.undo, prose.worse])
        assert not slots(prose.does)
        assert not slots(prose.name)


@every_move
def test_the_french_of_a_move_keeps_its_signs_on_the_line(name: str) -> None:
    """A no-break space stands before a colon, a question mark, a percent sign, and in quotes."""
    french = move_named(name).prose["fr"]
    plain = [french.name, french.title, french.does, french.watch, french.undo]
    for text in (*plain, *french.worse.values(), *french.unfit.values()):
        assert not re.search(r" [:;?!%»]|« ", text), text


@every_move
def test_a_move_is_known_by_the_name_of_its_file(name: str) -> None:
    """The file of a move, its name, its source and its arguments are told."""
    move = move_named(name)
    package = Path(__file__).parents[2] / "src/carteblanche_journeys/redesigns/moves"
    assert (package / f"{move.name.replace('-', '_')}.py").is_file()
    assert move.source
    assert move.answers
    assert all(info.description for info in move.arguments.model_fields.values())


SCRIPT = """
from pathlib import Path
from carteblanche_journeys.diagnosis import diagnose
from carteblanche_journeys.reading import read_atlas
from carteblanche_journeys.redesigns import Chosen, Diagnosed, DoesNotFit, all_moves, begin
from carteblanche_journeys.redesigns import make_one
atlas = read_atlas(Path({folder!r})).atlas
name = next(name for name, one in atlas.journeys.items() if one.steps)
before = begin(atlas[name], atlas)
found = diagnose(atlas, [name]).findings
faults = tuple(one for one in found if one.kind != "question")
for move in all_moves():
    for one in move.suggest(Diagnosed(before, faults)):
        chosen = Chosen(move, one.arguments)
        print(chosen.written, one.causes)
        try:
            print(make_one(before, chosen).journey.model_dump_json())
        except DoesNotFit as refusal:
            print([(h.code, h.path, dict(h.values)) for h in refusal.hindrances])
"""


def test_moves_do_not_depend_on_the_order_of_sets() -> None:
    """What is proposed, and what it gives, is the same whatever seed Python hashes with."""
    folder = Path(__file__).parents[2] / "journeys"
    told = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT.format(folder=str(folder))],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert told[0]
    assert told[0] == told[1]
