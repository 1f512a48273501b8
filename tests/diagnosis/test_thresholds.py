"""The figures of rules, as an atlas may set them."""

import pytest

from carteblanche_journeys.diagnosis import Rule, all_rules, diagnose, example_files
from carteblanche_journeys.diagnosis.prose import example_in
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.reading.texts import atlas_in

FIGURES = [
    pytest.param(rule, name, id=f"{rule.name} {name}")
    for rule in all_rules()
    for name in rule.thresholds
]


def with_figure(atlas: Atlas, rule: Rule, name: str, value: float) -> Atlas:
    """The same atlas, with one figure of one rule set."""
    settings = atlas.rules.model_copy(update={"thresholds": {rule.name: {name: value}}})
    return atlas.model_copy(update={"rules": settings})


@pytest.mark.parametrize(("rule", "name"), FIGURES)
@pytest.mark.parametrize("example", ["bad", "good"])
@pytest.mark.parametrize("value", [0, 1e12])
def test_no_figure_makes_a_rule_fail(rule: Rule, name: str, example: str, value: float) -> None:
    """At nothing or at a thousand billion, a rule finds more or less, and goes on."""
    atlas = atlas_in(example_files(example_in(getattr(rule, example), "fr")))
    assert diagnose(with_figure(atlas, rule, name, value)).internal_faults == ()


def test_a_figure_of_the_atlas_counts_in_place_of_ours() -> None:
    """A wait of forty days is silent after fifteen, and not after sixty."""
    (rule,) = (rule for rule in all_rules() if rule.name == "silent-wait")
    atlas = atlas_in(example_files(example_in(rule.bad, "fr")))
    assert diagnose(with_figure(atlas, rule, "days", 15), rules=[rule.name]).findings
    assert not diagnose(with_figure(atlas, rule, "days", 1000), rules=[rule.name]).findings
