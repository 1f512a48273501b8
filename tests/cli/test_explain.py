"""`carteblanche explain`: what a rule finds, and why it hurts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carteblanche_journeys.diagnosis import explanation, rule_named, rule_names
from carteblanche_journeys.words import words_for

Run = Callable[..., Any]


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("rule", sorted(rule_names()))
def test_every_rule_is_explained(run: Run, rule: str, lang: str) -> None:
    """Name, and each section under its heading, in both languages."""
    told = explanation(rule_named(rule), words_for(lang))
    ended = run("explain", rule, "--lang", lang)
    assert ended.code == 0
    assert ended.out.startswith(rule)
    lines = ended.out.splitlines()
    assert [one.heading for one in told.sections if one.heading not in lines] == []


def test_a_rule_is_explained_in_the_language_of_the_atlas(run: Run, atlas: Path) -> None:
    """Without `--lang` the atlas says it, even where the rest of it cannot be read."""
    assert "Pourquoi cela pèse" in run("explain", "loose-end", "-C", atlas).out
    (atlas / "counters.yml").write_text("[", "utf-8")
    assert "Pourquoi cela pèse" in run("-C", atlas, "explain", "loose-end").out


def test_no_atlas_is_needed(run: Run, tmp_path: Path) -> None:
    """Rules can be read before the first journey is written."""
    assert "Why it hurts" in run("explain", "loose-end", "-C", tmp_path / "none").out


def test_a_mistyped_rule_is_recognised(run: Run, atlas: Path) -> None:
    """The message names the rule that was probably meant, else all there are."""
    near = run("explain", "loose-ends", "--lang", "en")
    assert near.code == 2
    assert "Did you mean 'loose-end'?" in near.err
    far = run("explain", "x", "--lang", "en")
    assert all(name in far.err for name in rule_names())
