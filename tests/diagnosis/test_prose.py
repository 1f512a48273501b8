"""The prose of every rule: both languages, the same names, its own examples."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from carteblanche_journeys.diagnosis import (
    Rule,
    all_rules,
    diagnose,
    example_files,
    example_in,
    explanation,
    tell,
)
from carteblanche_journeys.diagnosis.prose import Prose, slots
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.reading import read_atlas
from carteblanche_journeys.words import LANGUAGES, words_for

EVERY_RULE = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)


def texts(prose: Prose) -> dict[str, str]:
    """Every text of a prose, with those of its forms."""
    own = {field.name: getattr(prose, field.name) for field in fields(prose)[:5]}
    forms = {f"{form}.{k}": v for form, told in prose.forms.items() for k, v in told.items()}
    return own | forms


def read_example(text: str, lang: str, folder: Path) -> Atlas:
    """The atlas of an example, read from files as a user would write them."""
    for name, body in example_files(example_in(text, lang)).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(body, "utf-8")
    return read_atlas(folder).atlas


@EVERY_RULE
def test_both_languages_say_the_same(rule: Rule) -> None:
    """French and English have the same texts, with the same names in each."""
    french, english = texts(rule.prose["fr"]), texts(rule.prose["en"])
    assert set(rule.prose) == set(LANGUAGES)
    assert {name: slots(text) for name, text in french.items()} == {
        name: slots(text) for name, text in english.items()
    }
    assert all(text for text in (*french.values(), *english.values()))


@EVERY_RULE
def test_french_keeps_its_marks_and_plain_words(rule: Rule) -> None:
    """French marks are held by a no-break space, and nothing is called easy."""
    for text in texts(rule.prose["fr"]).values():
        said = re.sub(r"`[^`]*`", "", text)
        assert not re.search(r" [:;?!»%]|« ", said), text
        assert not re.search(r"\b(simple|simplement|il suffit)\b", said, re.IGNORECASE), text


@EVERY_RULE
def test_a_rule_page_needs_no_finding(rule: Rule) -> None:
    """Every text of a rule's page reads without a finding at hand."""
    for lang in LANGUAGES:
        told = explanation(rule, words_for(lang))
        assert told.name == rule.name
        assert all(s.text and s.heading and "…" not in s.text for s in told.sections), told
        assert told.title
        assert "{" not in told.title


@EVERY_RULE
@pytest.mark.parametrize("lang", LANGUAGES)
def test_bad_example_has_the_fault_and_good_one_has_not(
    rule: Rule, lang: str, tmp_path: Path
) -> None:
    """The bad journey of a rule has its fault, and can be told; the good one has no fault."""
    bad = read_example(rule.bad, lang, tmp_path / "bad")
    found = diagnose(bad, rules=[rule.name]).findings
    assert [finding.kind for finding in found] == [rule.kind]
    told = tell(found[0], bad, words_for(lang))
    assert told.title
    assert told.remedy
    good = read_example(rule.good, lang, tmp_path / "good")
    assert diagnose(good, rules=[rule.name]).findings == ()
    assert [f.rule for f in diagnose(good).findings if f.kind == "structural"] == []


@EVERY_RULE
def test_a_rule_is_named_for_its_file(rule: Rule) -> None:
    """The name of a rule is that of its file."""
    module = rule.find.__module__.rpartition(".")[2]
    assert rule.name == module.replace("_", "-")
