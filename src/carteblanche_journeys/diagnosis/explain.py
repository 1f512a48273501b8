"""A rule explained: what its page and `carteblanche explain` say, as sections."""

from __future__ import annotations

from dataclasses import dataclass

from carteblanche_journeys.diagnosis.prose import example_in, generic
from carteblanche_journeys.diagnosis.rule import Rule
from carteblanche_journeys.diagnosis.telling import prose_of, title_of
from carteblanche_journeys.words import Words


@dataclass(frozen=True, slots=True)
class Section:
    """One part of an explanation: a heading, then sentences, or a journey as its files.

    Parameters
    ----------
    heading
        In the reader's language.
    text
        One paragraph; for an example, several files of an atlas, each under its name.
    example
        Whether the text is an example, to be shown as it is.
    """

    heading: str
    text: str
    example: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is to be said about a rule, in one language."""

    name: str
    title: str
    severity: str
    kind: str
    source: tuple[str, ...]
    sections: tuple[Section, ...]


def explanation(rule: Rule, words: Words) -> Explanation:
    """What a rule finds, why it hurts, what to do, what speaks against it, two journeys, sources.

    >>> from carteblanche_journeys.diagnosis.rule import rule_named
    >>> from carteblanche_journeys.words import words_for
    >>> explained = explanation(rule_named("loose-end"), words_for("en"))
    >>> [section.heading for section in explained.sections][:2]
    ['What it finds', 'Why it hurts']
    """
    prose = prose_of(rule, words)
    sections = [
        Section(words("explain.finds"), prose.finds),
        Section(words("explain.hurts"), generic(prose.hurts)),
        Section(words("explain.remedy"), generic(prose.remedy)),
        Section(words("explain.against"), generic(prose.against)),
        Section(words("explain.bad"), example_in(rule.bad, words.lang), example=True),
        Section(words("explain.good"), example_in(rule.good, words.lang), example=True),
        Section(words("explain.source"), words("explain.joined").join(rule.source)),
    ]
    if rule.thresholds:
        sections.insert(-1, Section(words("explain.thresholds"), _thresholds(rule, words)))
    return Explanation(
        rule.name,
        title_of(rule, words),
        words(f"severity.{rule.severity}"),
        words(f"finding.kind.{rule.kind}"),
        rule.source,
        tuple(sections),
    )


def _thresholds(rule: Rule, words: Words) -> str:
    said = (
        words(
            "explain.threshold", name=name, value=words.number(figure.value), source=figure.source
        )
        for name, figure in rule.thresholds.items()
    )
    return words("explain.joined").join(said)
