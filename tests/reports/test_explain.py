"""A rule explained at a terminal."""

from pathlib import Path

import pytest
import yaml

from carteblanche_journeys.diagnosis import Rule, all_rules, diagnose, explanation, rule_named
from carteblanche_journeys.reading import read_atlas
from carteblanche_journeys.reports import explain_report, placed_by
from carteblanche_journeys.words import LANGUAGES, words_for


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
def test_an_explanation_has_every_part(rule: Rule, lang: str) -> None:
    """What it finds, why it hurts, what to do, what speaks against it, two journeys, sources."""
    words = words_for(lang)
    text = explain_report(explanation(rule, words), words)
    for part in ("finds", "hurts", "remedy", "against", "bad", "good", "source"):
        assert f"\n{words(f'explain.{part}')}\n" in text
    assert text.startswith(rule.name)


def test_an_example_can_be_copied_out() -> None:
    """The lines of an example stand whole, moved in by two spaces."""
    words = words_for("en")
    told = explanation(rule_named("user-as-courier"), words)
    example = next(section.text for section in told.sections if section.example)
    text = explain_report(told, words, width=40)
    assert "".join(f"  {line}\n" for line in example.splitlines()) in text


def test_thresholds_name_their_source() -> None:
    """A rule with figures says them and where they come from."""
    words = words_for("fr")
    text = explain_report(explanation(rule_named("redundant-counters"), words), words)
    assert "likeness\u00a0: 0,6 (D01)" in text


def test_a_finding_is_placed_at_its_first_step(tmp_path: Path) -> None:
    """Where a finding stands is the line of the first step it names, in the folder asked from."""
    steps = {"a": {"title": "A", "next": []}, "b": {"title": "B"}}
    (tmp_path / "x").mkdir()
    (tmp_path / "atlas.yml").write_text("title: X\n", "utf-8")
    (tmp_path / "x/as-is.yml").write_text(
        yaml.safe_dump({"title": "X", "steps": steps}, sort_keys=False), "utf-8"
    )
    reading = read_atlas(tmp_path)
    finding = diagnose(reading.atlas).findings[0]
    assert placed_by(reading.places)(finding) == ("x/as-is.yml", 3, 3)
    assert placed_by(reading.places, "journeys")(finding) == ("journeys/x/as-is.yml", 3, 3)
