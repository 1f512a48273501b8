"""A file that redesigns a journey is read as the journey that it yields."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from carteblanche_journeys.errors import UnreadableAtlas
from carteblanche_journeys.model import Journey, Redesigned
from carteblanche_journeys.reading import Memory, Place, Reading, read_atlas
from carteblanche_journeys.redesigns import moves
from carteblanche_journeys.words import LANGUAGES, words_for

SHARED = {
    "atlas.yml": "title: L'école\nlanguage: fr\n",
    "organisations.yml": "mairie: {name: Mairie, many: true}\n",
    "counters.yml": "accueil: {name: Accueil, owner: mairie, channels: [on-site, phone]}\n",
    "evidence.yml": "livret: {name: Livret, issuer: mairie}\n",
    "personas.yml": "lea: {name: Léa}\nnoe: {name: Noé}\n",
}
AS_IS = """\
title: J'inscris mon enfant
life_moment: L'école
date: 2018
personas: [lea]
stages: {avant: Avant}
volume: 200
note: Relevé en 2018.
notes: [{date: 2019, text: Le guichet a changé.}]
waivers: [{rule: silent-wait, reason: On y travaille}]
steps:
  depot: {title: Déposer, at: accueil, stage: avant, wait: 10 d}
  tri:
    title: Le dossier est-il complet ?
    kind: choice
    next: [{to: depot, back: true, share: 0.2}, suite]
  suite: {title: Attendre}
  fin: {title: Entrer}
"""
MOVES = "redesigns: as-is\nmoves:\n  - {move: announce-status, step: depot}\n"


def read(folder: Path, memory: Memory | None = None, **files: str) -> Reading:
    """Read an atlas with this as-is, and redesigns by their name."""
    every = {**SHARED, "ecole/as-is.yml": AS_IS}
    every |= {f"ecole/{name.replace('_', '-')}.yml": text for name, text in files.items()}
    for name, text in every.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return read_atlas(folder, rules=["silent-wait"], memory=memory)


def to_be(folder: Path, text: str) -> Journey:
    """The journey that a redesign yields."""
    return read(folder, to_be=text).atlas["ecole/to-be"]


def led_to(journey: Journey, step: str) -> list[str]:
    """Where the links of a step lead."""
    return [link.to for link in journey.steps[step].next or ()]


def test_moves_are_made_on_the_as_is(tmp_path: Path) -> None:
    """The redesign has steps, each with what it comes from; the as-is stays as it is written."""
    atlas = read(tmp_path, to_be=MOVES).atlas
    made = atlas["ecole/to-be"]
    assert isinstance(made, Redesigned)
    assert made.kind_of_variant == "to-be"
    assert {name: step.comes_from for name, step in made.steps.items()} == {
        "depot": ("depot",), "tri": ("tri",), "suite": ("suite",), "fin": ("fin",),
    }  # fmt: skip
    assert made.steps["tri"].next[1].comes_from == ("tri->suite",)
    assert made.steps["depot"].wait.announced is True
    assert atlas["ecole/as-is"].steps["depot"].wait.announced is None


def test_a_redesign_takes_over_what_it_does_not_say(tmp_path: Path) -> None:
    """Title, personas, stages, volume, accepted findings; not what is said of the as-is alone."""
    made = to_be(tmp_path, MOVES)
    assert (made.title, made.personas, made.volume.likely) == (
        "J'inscris mon enfant",
        ("lea",),
        200,
    )
    assert (made.life_moment, list(made.stages)) == ("L'école", ["avant"])
    assert [one.rule for one in made.waivers] == ["silent-wait"]
    assert (made.date, made.note, made.notes) == (None, None, ())


def test_what_a_redesign_says_itself_counts(tmp_path: Path) -> None:
    """Stages and accepted findings come beside those of the as-is, all else in their place."""
    own = (
        "title: Mieux\npersonas: [noe, lea]\nstages: {apres: Après}\ndate: 2020\nnote: Un essai.\n"
        "waivers: [{rule: silent-wait, reason: Autre}]\n"
    )
    made = to_be(tmp_path, own + MOVES)
    assert (made.title, made.personas, made.date) == ("Mieux", ("noe", "lea"), "2020")
    assert (list(made.stages), made.note) == (["avant", "apres"], "Un essai.")
    assert [one.reason for one in made.waivers] == ["Autre", "On y travaille"]


def test_one_as_is_has_many_redesigns_and_they_have_theirs(tmp_path: Path) -> None:
    """Whatever the order of files, a redesign of a redesign starts from what that one yields."""
    chain = "redesigns: to-be\nremove: [suite]\n"
    atlas = read(tmp_path, to_be=MOVES, a_partir=chain, rien="redesigns: ecole/as-is\n").atlas
    assert atlas["ecole/a-partir"].redesigns == "ecole/to-be"
    assert atlas["ecole/a-partir"].steps["depot"].wait.announced is True
    assert list(atlas["ecole/a-partir"].steps) == ["depot", "tri", "fin"]
    assert atlas["ecole/a-partir"].steps["tri"].comes_from == ("tri",)
    assert atlas["ecole/a-partir"].moves == ()
    assert list(atlas["ecole/rien"].steps) == ["depot", "tri", "suite", "fin"]


def test_hand_changes_come_after_the_moves(tmp_path: Path) -> None:
    """Steps are added, then changed, then removed; what is new comes from nothing."""
    made = to_be(
        tmp_path,
        MOVES
        + "add:\n  appel: {title: Rappeler, next: fin}\n"
        + "edits:\n  - {step: depot, set: {wait: 3 d, title: Écrire}}\n"
        + "  - {step: tri, set: {next: [{to: depot, back: true, share: 0.1}, appel]}}\n"
        + "remove: [suite]\n",
    )
    assert list(made.steps) == ["depot", "tri", "appel", "fin"]
    assert made.steps["appel"].comes_from == ()
    assert made.steps["depot"].title == "Écrire"
    assert (made.steps["depot"].wait.likely, made.steps["depot"].comes_from) == (3, ("depot",))
    assert [link.comes_from for link in made.steps["tri"].next] == [("tri->depot",), ()]
    assert led_to(made, "appel") == ["fin"]


def test_what_a_hand_change_promises_is_marked_so(tmp_path: Path) -> None:
    """A figure that a redesign writes is no fact of the as-is, whatever that one rests on."""
    (tmp_path / "sources.yml").write_text("enquete: {title: Enquête}\n", "utf-8")
    made = to_be(
        tmp_path,
        "redesigns: as-is\nstatus: published\nadd: {appel: {title: Appeler, next: fin}}\nedits:\n"
        "  - {step: depot, set: {wait: 3 d, effort: {value: 5 min, status: assumed}}}\n"
        "  - {step: suite, status: observed, sources: [enquete], set: {wait: 4 d}}\n"
        "  - {step: fin, set: {wait: 5 d, status: to-verify}}\n",
    ).steps
    assert made["appel"].status == "proposed"
    assert (made["depot"].wait.status, made["depot"].effort.status) == ("proposed", "assumed")
    assert (made["suite"].wait.status, made["suite"].wait.sources) == ("observed", ("enquete",))
    assert (made["fin"].wait.status, made["fin"].status) == (None, "to-verify")


def test_a_counter_named_by_hand_takes_the_place_of_all_ways(tmp_path: Path) -> None:
    """`at` says where in full, unless `ways` are written beside it."""
    text = "redesigns: as-is\nedits: [{step: depot, set: {ways: [{channel: phone}]}}, "
    assert len(to_be(tmp_path, text + "{step: fin, set: {wait: 1 d}}]").steps["depot"].ways) == 1
    assert to_be(tmp_path, text + "{step: depot, set: {at: accueil}}]").steps["depot"].ways == ()


def test_steps_added_follow_each_other_unless_they_say_so(tmp_path: Path) -> None:
    """Without `next` one leads to the one added after it; an outcome leads nowhere."""
    made = to_be(
        tmp_path,
        "redesigns: as-is\nadd:\n  un: {title: Un}\n  deux: {title: Deux, next: fin}\n"
        "  non: {title: Non, kind: outcome, result: refused}\n  trois: {title: Trois, next: []}\n",
    )
    assert [led_to(made, name) for name in ("un", "deux", "non", "trois")] == [
        ["deux"], ["fin"], [], [],
    ]  # fmt: skip
    assert list(made.steps)[-1] == "fin"


def test_a_step_removed_is_led_past(tmp_path: Path) -> None:
    """What led to it leads to what follows it."""
    made = to_be(tmp_path, "redesigns: as-is\nremove: suite\n")
    assert led_to(made, "tri") == ["depot", "fin"]
    assert made.steps["tri"].next[1].comes_from == ("tri->suite", "suite->fin")


def test_a_redesign_may_write_all_its_steps(tmp_path: Path) -> None:
    """Those of the same id come from the as-is, unless it says something else."""
    made = to_be(
        tmp_path,
        "title: Mieux\nredesigns: as-is\nsteps:\n  depot: {title: Écrire}\n"
        "  fin: {title: Entrer, comes_from: [suite, fin]}\n  apres: {title: Revenir}\n",
    )
    assert isinstance(made, Redesigned)
    assert {name: step.comes_from for name, step in made.steps.items()} == {
        "depot": ("depot",), "fin": ("suite", "fin"), "apres": (),
    }  # fmt: skip
    assert made.steps["depot"].next[0].comes_from == ()


def test_a_finding_on_a_step_stands_where_the_step_is_written(tmp_path: Path) -> None:
    """A step that was added or changed by hand, there; any other at the as-is, through chains."""
    text = MOVES + "add:\n  appel: {title: Rappeler, next: fin}\n"
    text += "edits:\n  - {step: suite, set: {wait: 3 d}}\n"
    places = read(tmp_path, to_be=text, encore="redesigns: to-be\n").places

    def place(name: str, step: str) -> Place:
        return places.of(("journeys", f"ecole/{name}", "steps", step))

    for name in ("to-be", "encore"):
        assert place(name, "appel") == Place("ecole/to-be.yml", 5, 3)
        assert place(name, "suite") == Place("ecole/to-be.yml", 7, 5)
        assert place(name, "depot") == Place("ecole/as-is.yml", 11, 3)
    field = ("journeys", "ecole/to-be", "steps", "depot", "title")
    assert places.of(field) == Place("ecole/as-is.yml", 11, 18)
    assert places.of(("journeys", "ecole/to-be", "moves", 0)) == Place("ecole/to-be.yml", 3, 5)


def test_a_step_that_a_move_makes_stands_at_the_move(tmp_path: Path) -> None:
    """Its findings lead to the line that made it; hand changes and later moves may name it."""
    moves = "redesigns: as-is\nmoves:\n  - {move: drop, step: suite}\n"
    moves += "  - {move: announce-status, step: depot, after: 3 d}\n"
    reading = read(tmp_path, to_be=moves)
    as_is, made = reading.atlas["ecole/as-is"], reading.atlas["ecole/to-be"]
    (new,) = made.steps.keys() - as_is.steps.keys()
    assert made.steps[new].comes_from == ()
    place = reading.places.of(("journeys", "ecole/to-be", "steps", new))
    assert place == Place("ecole/to-be.yml", 4, 5)
    edited = moves + f"edits: [{{step: {new}, set: {{title: Recevoir un message}}}}]\n"
    assert to_be(tmp_path, edited).steps[new].title == "Recevoir un message"


def test_the_redesign_follows_its_as_is(tmp_path: Path) -> None:
    """Read again with a memory, a redesign whose own file has not changed is made anew."""
    memory = Memory()
    first = read(tmp_path, memory, to_be=MOVES).atlas["ecole/to-be"]
    (tmp_path / "ecole" / "as-is.yml").write_text(AS_IS.replace("10 d", "20 d"), "utf-8")
    second = read_atlas(tmp_path, rules=["silent-wait"], memory=memory).atlas["ecole/to-be"]
    assert (first.steps["depot"].wait.likely, second.steps["depot"].wait.likely) == (10, 20)
    (tmp_path / "ecole" / "as-is.yml").write_text(AS_IS.replace("depot", "envoi"), "utf-8")
    with pytest.raises(UnreadableAtlas, match=r"ecole/to-be\.yml:3:35: Aucune étape"):
        read_atlas(tmp_path, rules=["silent-wait"], memory=memory)


def test_what_is_observed_on_a_redesign_names_its_steps(tmp_path: Path) -> None:
    """A step that the redesign no longer has cannot have been observed there."""
    (tmp_path / "observations.yml").write_text(
        yaml.safe_dump(
            [
                {
                    "journey": "ecole/to-be",
                    "step": step,
                    "quantity": "wait",
                    "n": 3,
                    "median": "3 d",
                }
                for step in ("depot", "suite")
            ]
        ),
        "utf-8",
    )
    with pytest.raises(UnreadableAtlas) as refusal:
        read(tmp_path, to_be=MOVES + "remove: [suite]\n")
    assert [one.what for one in refusal.value.faults] == [
        "Aucune étape de ce parcours ne s'appelle «\u00a0suite\u00a0»."
    ]


def test_a_redesign_names_its_own_stages_and_steps(tmp_path: Path) -> None:
    """Who follows the case is said with the steps that the moves and hand changes leave."""
    own = "stages: {apres: Après}\ncase_owner: {actor: mairie, from: depot, to: appel}\n"
    made = to_be(tmp_path, own + MOVES + "add: {appel: {title: X, stage: apres, next: fin}}\n")
    assert made.case_owner.to == "appel"
    with pytest.raises(UnreadableAtlas, match="Aucune phase"):
        to_be(tmp_path, MOVES + "add: {appel: {title: X, stage: apres, next: fin}}\n")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_that_a_move_may_refuse_has_its_sentence(lang: str) -> None:
    """What a move says of its own arguments reaches its reader in words."""
    files = (Path(one) for one in moves.__path__)
    texts = [file.read_text("utf-8") for folder in files for file in sorted(folder.glob("*.py"))]
    codes = {code for text in texts for code in re.findall(r'CustomError\(\s*"([\w-]+)"', text)}
    assert codes
    assert [code for code in sorted(codes) if not words_for(lang).has(f"reading.{code}")] == []
