"""`carteblanche measure`: what a journey asks of people, as numbers."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carteblanche_journeys.measures.joins import MOST_COMBINATIONS
from carteblanche_journeys.words import words_for

Run = Callable[..., Any]
JOURNEY = "inscrire-a-l-ecole/as-is"
TOP = [
    "journey", "persona", "today", "visits", "measures", "outcomes", "no_way_through", "structural",
]  # fmt: skip
AMOUNT = ["low", "likely", "high", "unit", "known", "of", "status"]
NAMES = [
    "steps", "contacts", "counters", "organisations", "trips", "travel_km", "travel_minutes",
    "counter_wait_minutes", "effort_minutes", "elapsed_days", "fees", "evidence_asked",
    "evidence_distinct", "evidence_held", "facts_repeated", "handoffs_person",
    "handoffs_organisation", "handoffs_unacknowledged", "agent_minutes", "completion",
    "cycle_efficiency", "learning", "compliance", "psychological",
]  # fmt: skip


@pytest.fixture
def people(atlas: Path) -> Path:
    """The new atlas with two personas, of whom its journey names neither."""
    (atlas / "personas.yml").write_text("lea: {name: Léa}\nnoe: {name: =Noé}\n", "utf-8")
    return atlas


def test_json_has_every_key_in_its_order(run: Run, people: Path) -> None:
    """The shape is a contract with other programs."""
    ended = run(
        "-C", people, "measure", JOURNEY, "--persona", "lea", "--format", "json",
        "--today", "2018-01-15",
    )  # fmt: skip
    told = json.loads(ended.out)
    assert ended.code == 0
    assert list(told) == TOP
    assert list(told["measures"])[: len(NAMES)] == NAMES
    assert all(list(one) == AMOUNT for one in told["measures"].values())
    assert (told["journey"], told["persona"], told["today"]) == (JOURNEY, "lea", "2018-01-15")
    assert told["measures"]["contacts"]["likely"] == 2


def test_outcomes_have_their_chance_and_their_days(run: Run, people: Path, journey: Path) -> None:
    """Each outcome with scheme, result, probability, and days conditional on it."""
    journey.write_text(
        "title: J'attends\nsteps:\n"
        "  a: {title: A, wait: 10 d}\n"
        "  b: {title: B, kind: choice, next: [{to: c, share: 75 %}, d]}\n"
        "  c: {title: C, kind: outcome, result: granted}\n"
        "  d: {title: D, kind: outcome, result: refused}\n",
        "utf-8",
    )
    told = json.loads(run("-C", people, "measure", JOURNEY, "--format", "json").out)
    assert [(one["step"], one["result"], one["probability"]) for one in told["outcomes"]] == [
        ("c", "granted", 0.75),
        ("d", "refused", 0.25),
    ]
    assert list(told["outcomes"][0]) == ["step", "scheme", "result", "probability", "elapsed_days"]
    assert told["outcomes"][0]["elapsed_days"]["likely"] == 10


def test_json_without_persona_is_that_of_the_page(run: Run, people: Path, journey: Path) -> None:
    """One object, of the first persona; null for the one nobody names."""
    told = json.loads(run("-C", people, "measure", JOURNEY, "--format", "json").out)
    assert told["persona"] is None
    journey.write_text(journey.read_text("utf-8") + "personas: [noe, lea]\n", "utf-8")
    told = json.loads(run("-C", people, "measure", JOURNEY, "--format", "json").out)
    assert told["persona"] == "noe"


def test_text_says_each_measure_for_people(run: Run, people: Path) -> None:
    """One persona in full, in the atlas's language, with what is not known."""
    ended = run("-C", people, "measure", JOURNEY, "--persona", "lea", "--today", "2018-01-15")
    assert ended.code == 0
    for words in ("Léa", "Pièces demandées", "15 janvier 2018", "on ne peut pas le dire"):
        assert words in ended.out
    assert "Pieces of evidence asked" in run(
        "-C", people, "measure", JOURNEY, "--lang", "en"
    ).out.replace("\n", " ")


def test_text_sets_personas_side_by_side(run: Run, people: Path, journey: Path) -> None:
    """Without --persona: a column for each, and who carries the most."""
    journey.write_text(journey.read_text("utf-8") + "personas: [lea, noe]\n", "utf-8")
    out = run("-C", people, "measure", JOURNEY).out
    (head,) = [line for line in out.splitlines() if "Léa" in line and "Noé" in line][:1]
    assert head.index("Léa") < head.index("Noé")
    assert "Qui porte le plus" in out
    assert max(map(len, out.splitlines())) <= 80


def test_csv_is_safe_for_a_spreadsheet(run: Run, people: Path, journey: Path) -> None:
    """A row a measure, six columns a persona, no cell that a spreadsheet would run."""
    journey.write_text(journey.read_text("utf-8") + "personas: [lea, noe]\n", "utf-8")
    out = run("-C", people, "measure", JOURNEY, "--format", "csv").out
    head, *rows = csv.reader(io.StringIO(out))
    assert head[:4] == ["measure", "label", "unit", "lea low"]
    assert len(head) == 3 + 2 * 6
    assert [row[0] for row in rows][: len(NAMES) + 1] == ["minutes", *NAMES]
    assert all(len(row) == len(head) for row in rows)
    assert not any(cell.startswith(("=", "+", "@")) for row in rows for cell in row)


def test_defaults_can_be_refused(run: Run, people: Path) -> None:
    """Without them nothing is assumed: the minutes nobody gives are unknown."""
    assumed = json.loads(run("-C", people, "measure", JOURNEY, "--format", "json").out)
    plain = json.loads(
        run("-C", people, "measure", JOURNEY, "--format", "json", "--no-defaults").out
    )
    assert assumed["measures"]["counter_wait_minutes"]["status"] == "default"
    assert plain["measures"]["counter_wait_minutes"]["likely"] is None


def test_a_structural_error_ends_with_one(run: Run, people: Path, journey: Path) -> None:
    """The numbers in whose way it stands are not given, the rest is."""
    journey.write_text(
        "title: Je tourne\nsteps:\n"
        "  a: {title: A, at: service-scolaire}\n"
        "  b: {title: B, kind: choice, next: [{to: a, back: true, share: 100 %}, "
        "{to: c, share: 0 %}]}\n"
        "  c: {title: C}\n",
        "utf-8",
    )
    ended = run("-C", people, "measure", JOURNEY, "--format", "json")
    told = json.loads(ended.out)
    assert ended.code == 1
    assert told["structural"] == ["endless-loop"]
    assert told["measures"]["contacts"]["likely"] is None
    assert run("-C", people, "measure", JOURNEY).code == 1


def test_a_forward_cycle_leaves_what_does_not_hang_on_it(
    run: Run, people: Path, journey: Path
) -> None:
    """Whatever the format the check ends with 1, without a number that nobody can say."""
    journey.write_text(
        "title: Je tourne\nsteps:\n"
        "  a: {title: A, at: service-scolaire, next: b}\n"
        "  b: {title: B, at: direction, next: [a, c]}\n  c: {title: C}\n",
        "utf-8",
    )
    for form in ("text", "json", "csv"):
        ended = run("-C", people, "measure", JOURNEY, "--format", form)
        assert ended.code == 1
        assert "nan" not in ended.out.lower().split()
    told = json.loads(run("-C", people, "measure", JOURNEY, "--format", "json").out)
    assert told["structural"] == ["forward-cycle"]
    assert told["measures"]["contacts"]["likely"] is None
    assert told["measures"]["evidence_asked"]["likely"] == 0


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_a_figure_that_is_no_more_than_a_bound_says_so(
    run: Run, people: Path, journey: Path, form: str
) -> None:
    """Past the cap no more combinations of choices are gone through, and the cap is named."""
    steps = ["  a: {title: A, next: [" + ", ".join(f"c{n}" for n in range(16)) + "]}"]
    for n in range(16):
        steps.append(f"  c{n}: {{title: C, kind: choice, next: [{{to: z, share: 90 %}}, e{n}]}}")
        steps.append(f"  e{n}: {{title: E, ends: true}}")
    steps.append("  z: {title: Z, join: all}")
    journey.write_text("title: x\nsteps:\n" + "\n".join(steps) + "\n", "utf-8")
    ended = run("-C", people, "measure", JOURNEY, "--format", form)
    told = " ".join((ended.out if form == "text" else ended.err).split())
    assert "est une fourchette, pas un calcul exact" in told
    assert f"plus de {words_for('fr').number(MOST_COMBINATIONS)} façons".replace(
        "\u202f", " "
    ) in told.replace("\u202f", " ")


def test_loops_in_one_another_are_no_overflow(run: Run, people: Path, journey: Path) -> None:
    """A hundred loops, each gone round every other time, are left by nobody: that is said."""
    heads = [f"  h{n}: {{title: H, at: direction, wait: 1..2..3 d}}" for n in range(100)]
    tails = [
        f"  k{n}: {{title: K, kind: choice, next: [{{to: h{n}, back: true, share: 50 %}}, "
        f"{{to: {f'k{n - 1}' if n else 'z'}, share: 50 %}}]}}"
        for n in reversed(range(100))
    ]
    lines = [*heads, *tails, "  z: {title: Z}"]
    journey.write_text("title: x\nsteps:\n" + "\n".join(lines) + "\n", "utf-8")
    for form in ("text", "json", "csv"):
        assert run("-C", people, "measure", JOURNEY, "--format", form).code == 1
    told = json.loads(run("-C", people, "measure", JOURNEY, "--format", "json").out)
    assert told["structural"] == ["endless-loop"]


@pytest.mark.parametrize(
    ("arguments", "near"),
    [
        (["inscrire-a-l-ecole/asis"], JOURNEY),
        ([JOURNEY, "--persona", "leaa"], "lea"),
        ([JOURNEY, "--format", "jsn"], "json"),
    ],
)
def test_a_name_that_is_none_is_recognised(
    run: Run, people: Path, arguments: list[str], near: str
) -> None:
    """An unknown journey, persona or format ends with 2 and says which one is near."""
    ended = run("-C", people, "measure", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert near in ended.err


def test_the_help_says_what_comes_without_a_persona(run: Run) -> None:
    """Text and CSV show all, JSON the first."""
    shown = " ".join(run("measure", "--help").out.split())
    assert "side by side" in shown
    assert "json is that of the first" in shown


def test_measuring_twice_gives_the_same_bytes(run: Run, people: Path) -> None:
    """Same input, same day, same bytes."""
    command = ("-C", people, "measure", JOURNEY, "--format", "json", "--today", "2018-01-15")
    assert run(*command).out == run(*command).out
