"""Every command on an atlas whose journeys are redesigned."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

Run = Callable[..., Any]
MOMENT = "inscrire-a-l-ecole"
TO_BE = f"{MOMENT}/to-be"


@pytest.fixture
def redesigned(atlas: Path) -> Path:
    """The atlas of `new`, with a redesign by a move and hand changes."""
    (atlas / f"{TO_BE}.yml").write_text(
        f"title: Mieux\nredesigns: {MOMENT}/as-is\n"
        "moves:\n  - {move: announce-status, step: attente}\n"
        "add:\n  appel: {title: Appeler, at: direction, asks: [livret-de-famille], next: rentree}\n"
        "edits:\n  - {step: admission, set: {next: [appel]}}\n",
        "utf-8",
    )
    path = atlas / MOMENT / "as-is.yml"
    text = path.read_text("utf-8")
    added = "\n  attente: {title: Attendre, wait: 30 d}\n  admission:\n"
    assert "\n  admission:\n" in text
    path.write_text(text.replace("\n  admission:\n", added), "utf-8")
    return atlas


def test_a_redesign_is_checked(run: Run, redesigned: Path) -> None:
    """What the move mends is no longer found; the rest stands where its step is written."""
    found = json.loads(run("-C", redesigned, "check", "--format", "json").out)["findings"]
    silent = [one["journeys"] for one in found if one["rule"] == "silent-wait"]
    assert all(TO_BE not in journeys for journeys in silent)
    mine = json.loads(
        run("-C", redesigned, "check", "--journey", TO_BE, "--format", "json").out
    )["findings"]  # fmt: skip
    assert mine
    assert {one["file"] for one in mine} <= {f"{MOMENT}/as-is.yml", f"{TO_BE}.yml"}
    assert all(one["line"] >= 1 for one in mine)


def test_a_redesign_is_measured(run: Run, redesigned: Path) -> None:
    """With the steps that its moves and hand changes leave."""
    told = run("-C", redesigned, "measure", TO_BE, "--format", "json")
    assert told.code == 0
    measures = json.loads(told.out)
    measures = measures[0] if isinstance(measures, list) else measures
    assert measures["journey"] == TO_BE
    assert measures["measures"]["steps"]["likely"] == 5


def test_a_redesign_is_drawn(run: Run, redesigned: Path) -> None:
    """As any journey, with the step that was added."""
    ended = run("-C", redesigned, "draw", TO_BE)
    assert ended.code == 0
    assert "Appeler" in "".join(ElementTree.fromstring(ended.out).itertext())


def test_redesigns_have_pages(run: Run, redesigned: Path, tmp_path: Path) -> None:
    """Exported, and published by a builder that accepts no broken link."""
    assert run("-C", redesigned, "export", "pages", "-o", tmp_path / "pages").code == 0
    page = (tmp_path / "pages" / "journeys" / f"{TO_BE}.md").read_text("utf-8")
    assert "Appeler" in page
    ended = run("-C", redesigned, "publish", "-o", tmp_path / "site", "--today", "2018-01-15")
    assert (ended.code, ended.err.count("WARNING")) == (0, 0)
    assert (tmp_path / "site" / "journeys" / f"{TO_BE}.html").is_file()


def test_the_schema_of_a_journey_knows_the_moves(
    run: Run, redesigned: Path, tmp_path: Path
) -> None:
    """An editor completes the arguments of each move, and marks those that are none of its own."""
    jsonschema = pytest.importorskip("jsonschema")
    run("schema", "-o", tmp_path / "schema", "-C", redesigned)
    text = (tmp_path / "schema" / "journey.schema.json").read_text("utf-8")
    check = jsonschema.Draft202012Validator(json.loads(text))
    head = {"redesigns": "x/as-is"}
    right: list[Any] = [
        {"move": "announce-status", "step": "a"},
        {"move": "announce-status", "step": "a", "after": "3 d"},
    ]
    wrong: list[Any] = [
        {"step": "a"},
        {"move": "announce-statu", "step": "a"},
        {"move": "announce-status"},
        {"move": "announce-status", "step": "a", "then": "b"},
        {"move": "announce-status", "step": ["a"]},
    ]
    assert all(check.is_valid({**head, "moves": [move]}) for move in right)
    assert not any(check.is_valid({**head, "moves": [move]}) for move in wrong)
    assert not check.is_valid({"moves": right})
