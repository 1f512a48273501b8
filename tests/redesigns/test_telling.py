"""A move is told in words: its names, what gets worse, what it needs, why it does not fit."""

from __future__ import annotations

from typing import Any

import pytest

from carteblanche_journeys.diagnosis.finding import mention
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.redesigns import (
    COST_CLASSES,
    DEROGATION_DOMAINS,
    LEGAL_NEEDS,
    Cost,
    Hindrance,
    LegalNeed,
    Move,
    Variant,
    all_moves,
    begin,
    chosen,
    make_one,
    move_named,
    move_title,
    say_cost,
    say_hindrance,
    say_legal,
    tell_move,
)
from carteblanche_journeys.redesigns.telling import say_assumption
from carteblanche_journeys.words import LANGUAGES, words_for

FRENCH = words_for("fr")


def variant(**fields: Any) -> Variant:
    """A journey of three steps, in an atlas with an actor, a counter and two organisations."""
    steps = {
        "depot": {"title": "Déposer", "at": "accueil", "wait": "10 d"},
        "suite": {"title": "Attendre", "ends": False},
        "fin": {"title": "Entrer"},
    }
    atlas = Atlas(
        language="fr",
        organisations={"caf": {"name": "CAF"}, "cpam": {"name": "CPAM"}},
        actors={"fille": {"name": "la fille", "kind": "relative"}},
        counters={"accueil": {"name": "Accueil", "owner": "caf", "channels": ["phone"]}},
        journeys={"x/as-is": {"id": "x/as-is", "title": "J'inscris", "steps": steps}},
        **fields,
    )
    return begin(atlas["x/as-is"], atlas, "x/to-be")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("move", all_moves(), ids=lambda one: one.name)
def test_a_move_reads_without_arguments(move: Move, lang: str) -> None:
    """Where none are at hand, as on the page of moves, its title is a whole sentence."""
    title = move_title(move, words_for(lang))
    assert title
    assert not set(title) & set("{}|…")


def test_a_move_names_what_it_changes() -> None:
    """By its title, in quotes; ids are never shown."""
    told = tell_move(chosen({"move": "announce-status", "step": "depot"}), variant(), FRENCH)
    assert "«\u00a0Déposer\u00a0»" in told.title
    assert "depot" not in told.title
    assert told.name
    assert told.does
    assert len(told.worse) == 2
    assert told.legal == (FRENCH("legal.nothing"),)
    assert told.cost.startswith("Coût faible (")


def test_what_is_gone_is_named_as_the_as_is_calls_it() -> None:
    """A move that is told after the step has gone still names it."""
    one = chosen({"move": "drop", "step": "suite"})
    after = make_one(variant(), one)
    after = after.with_journey(redesigns="x/as-is")
    assert "suite" not in after.steps
    assert "«\u00a0Attendre\u00a0»" in tell_move(one, after, FRENCH).title


@pytest.mark.parametrize(
    ("need", "said"),
    [
        (LegalNeed("agreement"), "Un accord entre organismes serait nécessaire."),
        (LegalNeed("agreement", bodies=("caf",)), "L'accord de CAF serait nécessaire."),
        (
            LegalNeed("agreement", bodies=("caf", "cpam")),
            "Un accord serait nécessaire entre CAF et CPAM.",
        ),
        (
            LegalNeed("data-exchange", bodies=("caf", "cpam"), ground="CRPA, art. L. 114-8"),
            "Une base légale d'échange de données serait nécessaire entre CAF et CPAM. "
            "Texte\u00a0: CRPA, art. L. 114-8.",
        ),
        (
            LegalNeed("prefect-derogation", domain="associations"),
            "Une dérogation du préfet serait nécessaire (domaine\u00a0: activités sportives, "
            "socio-éducatives et associatives).",
        ),
        (LegalNeed("decree", bodies=("caf",)), "Un décret serait nécessaire."),
        (
            LegalNeed("decree", ground="Le décret 2023-593", standing=True),
            "Le décret 2023-593 le permet déjà.",
        ),
    ],
)
def test_a_legal_need_is_a_sentence(need: LegalNeed, said: str) -> None:
    """What, between whom, in which text; what is in force already remains to be done by nobody."""
    assert say_legal(need, variant().atlas, FRENCH) == said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_need_domain_and_cost_has_its_words(lang: str) -> None:
    """None of the values of a move is shown as it stands in the code."""
    words = words_for(lang)
    for need in LEGAL_NEEDS:
        assert say_legal(LegalNeed(need), Atlas(), words)
        assert words(f"legal.need.{need}")
    for domain in DEROGATION_DOMAINS:
        assert words(f"legal.domain.{domain}")
    for cost in COST_CLASSES:
        assert words(f"cost-class.{cost}") in say_cost(Cost(cost, "x"), words)
    for move in all_moves():
        assert words(f"effect.{move.effect}")
        assert words(f"undoing.{move.undoing}")


@pytest.mark.parametrize(
    ("hindrance", "said"),
    [
        (Hindrance("unknown.step", ("step",), {"id": "depott"}), "«\u00a0depott\u00a0»"),
        (Hindrance("unknown.scheme-purpose", (), {"id": "apa"}), "«\u00a0apa\u00a0»"),
        (Hindrance("no-wait", (), {"step": mention("step", "fin")}), "«\u00a0Entrer\u00a0»"),
        (Hindrance("no-wait", (), {"step": mention("step", "parti")}), "parti"),
        (Hindrance("no-wait", (), {"step": "fille"}), "la fille"),
    ],
)
def test_a_hindrance_is_a_sentence(hindrance: Hindrance, said: str) -> None:
    """In the words of the move where it has some, else in those that all moves share."""
    move = move_named("announce-status")
    told = say_hindrance(hindrance, move, variant(), FRENCH)
    assert said in told
    assert not set(told) & set("{}|")
    assert told[:1] == told[:1].upper()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_all_that_moves_suppose_is_said_in_words(lang: str) -> None:
    """Nobody reads the name of an argument where a figure is supposed."""
    words = words_for(lang)
    supposed = [one for move in all_moves() for one in move.assumes]
    assert supposed
    for one in supposed:
        assert say_assumption(one, words).startswith(words(f"assumption.{one.name}"))
