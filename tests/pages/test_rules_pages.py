"""The pages of the rules: the text of `explain`, two journeys drawn, every place it fires."""

from __future__ import annotations

import html
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from carteblanche_journeys import pages
from carteblanche_journeys.diagnosis import (
    Rule,
    all_rules,
    diagnose,
    example_files,
    example_in,
    explanation,
)
from carteblanche_journeys.reading import atlas_in, read_atlas
from carteblanche_journeys.words import LANGUAGES, words_for

DAY = date(2018, 1, 15)
EVERY_RULE = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.name)
CAHORS = read_atlas(Path(__file__).parents[2] / "journeys").atlas


@cache
def site(lang: str) -> dict[str, str]:
    """The site of the shipped atlas in one language."""
    return {path: text.decode() for path, text in pages.site(CAHORS, DAY, lang).items()}


def plain(text: str) -> str:
    """Letters and figures alone, entities read."""
    return re.sub(r"[\W_]+", "", html.unescape(text))


@EVERY_RULE
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_rule_page_says_what_explain_says(rule: Rule, lang: str) -> None:
    """The page of a rule holds every section of its explanation, examples too."""
    page = plain(site(lang)[f"rules/{rule.name}.md"])
    told = explanation(rule, words_for(lang))
    assert plain(told.title) in page
    for section in told.sections[:6]:
        assert plain(section.text) in page, section.heading
    for source in rule.source:
        assert plain(source) in page
    for name, threshold in rule.thresholds.items():
        assert plain(name) in page
        assert plain(threshold.source) in page


@EVERY_RULE
def test_a_rule_page_draws_two_journeys_and_says_them_in_text(rule: Rule) -> None:
    """Bad and good journeys are drawn, and each of their steps stands in the text beside."""
    page = site("fr")[f"rules/{rule.name}.md"]
    for part, text in (("bad", rule.bad), ("good", rule.good)):
        assert re.search(rf'<svg [^>]*aria-labelledby="{part}-1-1-title', page), part
        shown = page.split(f"{{ #{part} }}")[1].split("</details>")[0]
        for journey in atlas_in(example_files(example_in(text, "fr"))).journeys.values():
            for step in journey.steps.values():
                lines = re.findall(r"<li>(.*?)</li>", shown)
                assert any(plain(str(step.title)) in plain(line) for line in lines), step.title


def test_the_index_leads_to_every_rule() -> None:
    """The page of the rules links to the page of each, with how often it fires."""
    linked = set(re.findall(r"\]\(rules/([a-z-]+)\.md\)", site("fr")["rules.md"]))
    assert linked == {rule.name for rule in all_rules()}


def test_a_rule_page_leads_to_every_place_where_it_fires() -> None:
    """Each finding of the atlas is linked from its rule's page: its block, and its steps."""
    open_faults = [one for one in diagnose(CAHORS, today=DAY).findings if one.kind != "question"]
    for finding in open_faults:
        page = site("fr")[f"rules/{finding.rule}.md"]
        for journey in finding.journeys:
            assert f"](../journeys/{journey}.md#finding-c" in page
            for step in finding.where_in(journey).steps:
                assert f"](../journeys/{journey}.md#step-{step})" in page, (finding.rule, step)


def test_a_rule_that_is_off_says_so() -> None:
    """A rule that the atlas turns off says it on its page and in the index."""
    rules = CAHORS.rules.model_copy(update={"severity": {"loose-end": "off"}})
    made = pages.site(CAHORS.model_copy(update={"rules": rules}), DAY, "fr")
    assert "hors service" in made["rules/loose-end.md"].decode()
    assert "hors service" in made["rules.md"].decode()
