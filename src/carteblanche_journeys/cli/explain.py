"""`carteblanche explain RULE`: what a rule finds, and why it hurts."""

from __future__ import annotations

from pathlib import Path

import click

from carteblanche_journeys.cli._options import atlas_option, lang_option, spoken
from carteblanche_journeys.cli._output import result


@click.command()
@click.argument("rule")
@atlas_option
@lang_option
def command(atlas: Path, lang: str | None, rule: str) -> None:
    """Say what a rule finds, and why it hurts.

    With what to do, what speaks against it, a bad and a good journey, and its sources.
    """
    from carteblanche_journeys.diagnosis import explanation, rule_named, rule_names
    from carteblanche_journeys.reading import known_name
    from carteblanche_journeys.reports import explain_report

    words = spoken(lang, atlas)
    known_name("rule", rule, rule_names(), words)
    result(explain_report(explanation(rule_named(rule), words), words).rstrip("\n"))
