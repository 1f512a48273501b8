"""The two example journeys of a rule, drawn, told, and as the files one would write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from carteblanche_journeys.diagnosis import (
    Finding,
    diagnose,
    example_files,
    example_in,
    name_of,
    rule_named,
    tell,
)
from carteblanche_journeys.drawing.blueprint import blueprint
from carteblanche_journeys.drawing.listing import listed
from carteblanche_journeys.drawing.sheet_filling import fill_sheet
from carteblanche_journeys.model import Atlas, Journey, Step, all_asks, all_yields
from carteblanche_journeys.pages.pictures import figure
from carteblanche_journeys.reading import atlas_in
from carteblanche_journeys.words import Words, words_for


@dataclass(frozen=True, slots=True)
class ExampleJourney:
    """One journey of an example: its title, its bands, its steps in text.

    Parameters
    ----------
    found
        Severity and title of each finding.
    """

    title: str
    bands: tuple[Markup, ...]
    lines: tuple[str, ...]
    found: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """An example: its journeys, and its files as lines to copy."""

    journeys: tuple[ExampleJourney, ...]
    files: Markup


@lru_cache(maxsize=256)
def examples(rule: str, lang: str) -> tuple[Example, Example]:
    """The bad and the good example of a rule, in one language.

    >>> bad, good = examples("loose-end", "fr")
    >>> [len(journey.found) for journey in (*bad.journeys, *good.journeys)]
    [1, 0]
    """
    known = rule_named(rule)
    return _example(known.bad, rule, "bad", lang), _example(known.good, rule, "good", lang)


def _example(text: str, rule: str, prefix: str, lang: str) -> Example:
    words = words_for(lang)
    written = example_in(text, lang)
    atlas = atlas_in(example_files(written))
    findings = diagnose(atlas, rules=[rule]).findings
    drawn = (
        _drawn(journey, atlas, findings, f"{prefix}-{at}", words)
        for at, journey in enumerate(atlas.journeys.values(), start=1)
    )
    return Example(tuple(drawn), _copied(written))


def _drawn(
    journey: Journey, atlas: Atlas, findings: tuple[Finding, ...], prefix: str, words: Words
) -> ExampleJourney:
    here = [one for one in findings if journey.id in one.journeys]
    sheet = fill_sheet(journey, atlas, atlas.personas_of(journey)[0], words, here)
    return ExampleJourney(
        words("rule.example.moment", title=words.text(journey.title)),
        tuple(figure(band.svg, "cb-band") for band in blueprint(sheet, words, prefix=prefix)),
        _in_text(journey, atlas, listed(sheet, words), [step.id for step in sheet.steps], words),
        tuple((one.severity, tell(one, atlas, words).title) for one in here),
    )


def _in_text(
    journey: Journey, atlas: Atlas, lines: Iterable[str], steps: Iterable[str], words: Words
) -> tuple[str, ...]:
    """The steps as the drawing shows them, with the pieces that it does not show."""
    return tuple(
        words("explain.joined").join([line, *_pieces(journey.steps[step], atlas, words)])
        for line, step in zip(lines, steps, strict=True)
    )


def _pieces(step: Step, atlas: Atlas, words: Words) -> Iterator[str]:
    asked = dict.fromkeys(piece for ask in all_asks(step) for piece in ask.pieces)
    for key, pieces in (("asks", tuple(asked)), ("yields", all_yields(step))):
        names = [name_of("evidence", piece, atlas, words) for piece in pieces]
        if names:
            yield words(f"rule.example.{key}", pieces=words.series(names))


def _copied(written: str) -> Markup:
    """Files as lines to copy: an indented block, which every Markdown builder leaves alone."""
    return Markup("\n".join(f"    {line}".rstrip() for line in written.splitlines()))
