"""`carteblanche propose`: what could be changed, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from carteblanche_journeys.diagnosis import example_files
from carteblanche_journeys.redesigns.proposals import candidates
from faking import fake, use

Run = Callable[..., Any]
TRUTH = Path(__file__).parents[1] / "truth" / "rural-senior.yml"
JOURNEY = "vieillir/as-is"
TOP = [
    "journey", "today", "objective", "counted", "limits", "examined", "proposals", "further",
    "beyond_limits", "rejected",
]  # fmt: skip
PROPOSAL = {
    "moves", "savings", "opens", "losers", "cannot_be_said", "worse", "legal", "cost_class",
    "assumptions", "causes", "clears", "creates",
}  # fmt: skip


@pytest.fixture
def senior(tmp_path: Path) -> Path:
    """A rural senior without a car, and the counters of the town."""
    folder = tmp_path / "senior"
    for name, body in example_files(yaml.safe_load(TRUTH.read_text("utf-8"))["files"]).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, "utf-8")
    return folder


@pytest.fixture
def told(run: Run, senior: Path) -> dict[str, Any]:
    """What the command says to a program."""
    ended = run("propose", JOURNEY, "-C", senior, "--format", "json", "--today", "2018-01-15")
    assert ended.code == 0
    found: dict[str, Any] = json.loads(ended.out)
    return found


def test_shape(told: dict[str, Any]) -> None:
    """The shape is a contract with other programs."""
    assert list(told) == TOP
    assert (told["journey"], told["today"], told["objective"]) == (
        JOURNEY,
        "2018-01-15",
        "worst-off",
    )
    assert told["counted"] == {"odette": 1}
    assert told["examined"] == sum(len(told[one]) for one in TOP[6:])
    for one in told["proposals"]:
        assert set(one) == PROPOSAL
        assert {"move", "step", "counter", "services", "evidence"} & set(one["moves"][0])
        for savings in one["savings"].values():
            assert list(savings) == ["minutes", "trips", "days", "euros"]
        assert all(" " in worse["text"] for worse in one["worse"])
    for one in told["rejected"]:
        assert list(one) == ["moves", "veto", "why"]


def test_savings_are_above_zero_where_burden_falls(told: dict[str, Any]) -> None:
    """Low is the least saved; what is lost lies below zero; the loser is named beside."""
    bus = next(one for one in told["proposals"] if one["moves"][0]["move"] == "itinerant-counter")
    minutes, days = (bus["savings"]["odette"][part] for part in ("minutes", "days"))
    assert 0 < minutes["low"] < minutes["likely"] < minutes["high"]
    assert days["high"] < 0
    assert [(one["who"], one["what"]) for one in bus["losers"]] == [("odette", "days")]
    assert bus["losers"][0]["amount"]["likely"] == -days["likely"]


def test_moves_can_be_written_into_a_redesign(told: dict[str, Any], run: Run, senior: Path) -> None:
    """A proposal's moves are what a to-be file holds: written there, they are read back."""
    for place, one in enumerate(told["proposals"]):
        path = senior / "vieillir" / f"idee-{place}.yml"
        body = {"title": "Une idée", "redesigns": JOURNEY, "moves": one["moves"]}
        path.write_text(yaml.safe_dump(body, allow_unicode=True), "utf-8")
    ended = run("measure", f"{JOURNEY.partition('/')[0]}/idee-0", "-C", senior)
    assert ended.code == 0, ended.err


def test_text(run: Run, senior: Path) -> None:
    """People read what changes, for whom, who loses, what it takes, and what is set aside."""
    ended = run("propose", JOURNEY, "-C", senior, "--lang", "fr")
    assert ended.code == 0
    for word in ("Effet", "Qui perd", "S'aggrave", "Droit", "Coût", "Lève", "Écartés"):
        assert word in ended.out
    assert "Odette" in ended.out
    assert "gagne" in ended.out
    assert ended.out.count("\n 1. ") == 1


def test_text_in_english(run: Run, senior: Path) -> None:
    """The same in English."""
    ended = run("propose", JOURNEY, "-C", senior, "--lang", "en")
    assert "Who loses" in ended.out
    assert "Set aside" in ended.out


def test_limits(run: Run, senior: Path) -> None:
    """Limits on cost and law hold for every proposal; what lies beyond is told apart."""
    limits = ("--cost", "low", "--legal", "nothing", "--legal", "data-exchange")
    ended = run("propose", JOURNEY, "-C", senior, "--format", "json", *limits)
    told = json.loads(ended.out)
    assert told["proposals"]
    assert {one["cost_class"] for one in told["proposals"]} <= {"none", "low"}
    needs = {need["need"] for one in told["proposals"] for need in one["legal"]}
    assert needs <= {"nothing", "data-exchange"}
    assert told["beyond_limits"]


def test_best_set(run: Run, senior: Path) -> None:
    """The best set is told when it is asked for: measured, with how sure it is."""
    asked = ("--best-set", "--moves", "2", "--format", "json")
    told = json.loads(run("propose", JOURNEY, "-C", senior, *asked).out)
    best = told["best"]
    assert set(best) == {"proposal", "exact", "bound", "tried"}
    assert 1 <= len(best["proposal"]["moves"]) <= 2
    alone = max(
        one["savings"]["odette"]["minutes"]["likely"]
        for one in told["proposals"]
        if one["savings"]["odette"]["minutes"] != "cannot-be-said" and one["opens"]
    )
    assert best["proposal"]["savings"]["odette"]["minutes"]["likely"] >= alone
    text = run("propose", JOURNEY, "-C", senior, *asked[:3], "--lang", "fr").out
    assert "Le meilleur ensemble" in text


def test_the_same_each_time(run: Run, senior: Path) -> None:
    """Two runs say the same, byte for byte."""
    asked = ("propose", JOURNEY, "-C", senior, "--format", "json", "--today", "2018-01-15")
    assert run(*asked).out == run(*asked).out


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        (["vieillir/as-si"], "vieillir/as-is"),
        ([JOURNEY, "--persona", "odete"], "odette"),
        ([JOURNEY, "--objective", "worst-of"], "worst-off"),
        ([JOURNEY, "--cost", "hihg"], "high"),
        ([JOURNEY, "--legal", "decre"], "decree"),
        ([JOURNEY, "--moves", "0"], "1<=x<=8"),
        ([JOURNEY, "--format", "jsn"], "json"),
    ],
)
def test_wrong_usage(run: Run, senior: Path, wrong: list[str], hint: str) -> None:
    """What is not known ends with 2, and says what may have been meant."""
    ended = run("propose", *wrong, "-C", senior)
    assert (ended.code, ended.out) == (2, "")
    assert hint in ended.err


def test_a_fault_of_ours(run: Run, senior: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A move that fails ends with 101, said by name, and the others are proposed."""

    def fail(variant: object) -> Any:
        raise ZeroDivisionError("oops")

    real = candidates.all_moves()
    use(monkeypatch, *real, fake("broken", fail))
    ended = run("propose", JOURNEY, "-C", senior, "--format", "json")
    assert ended.code == 101
    assert "broken" in ended.err
    assert json.loads(ended.out)["proposals"]
