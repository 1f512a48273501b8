"""`carteblanche measure JOURNEY`: what a journey asks of people, as numbers."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from carteblanche_journeys.cli._options import (
    OneOf,
    atlas_option,
    lang_option,
    read,
    today_option,
)
from carteblanche_journeys.cli._output import result, said

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carteblanche_journeys.measures import Measured
    from carteblanche_journeys.words import Words

FAULTS = 1


@click.command()
@click.argument("journey")
@click.option("--persona", metavar="ID", help="As lived by [text, csv: all; json: the first].")
@click.option(
    "--format",
    "form",
    type=OneOf(["text", "json", "csv"]),
    default="text",
    help="For whom the measures are written [text].",
)
@click.option(
    "--defaults/--no-defaults",
    default=True,
    help="Whether assumed figures stand in for times nobody knows [--defaults].",
)
@atlas_option
@lang_option
@today_option
def command(
    atlas: Path,
    lang: str | None,
    today: date,
    journey: str,
    persona: str | None,
    form: str,
    defaults: bool,
) -> int:
    """Measure what a journey costs people.

    Time, trips, waits, fees, evidence, chances, each with its range and what it covers.

    JOURNEY is life-moment/file-name, such as avoir-un-enfant/as-is. Without --persona, text
    and csv set all personas of the journey side by side, and json is that of the first. Ends
    with 1 where a structural error keeps a number from being given.
    """
    from carteblanche_journeys.measures import measure_lives
    from carteblanche_journeys.reading import known_name

    reading, words = read(atlas, lang)
    known_name("journey", journey, reading.atlas.journeys, words)
    if persona is not None:
        known_name("persona", persona, reading.atlas.personas, words)
    only = 1 if form == "json" else None
    chosen = reading.atlas[journey]
    found = measure_lives(chosen, reading.atlas, persona, defaults=defaults)[:only]
    _report(found, words, today, form)
    return 0 if all(one.complete for one in found) else FAULTS


def _report(found: Sequence[Measured], words: Words, today: date, form: str) -> None:
    from carteblanche_journeys import reports
    from carteblanche_journeys.reports.measures_text import caps_in_words

    for told in caps_in_words(found, words) if form != "text" else ():
        said(told)
    if form == "json":
        result(reports.measures_json(found[0], today).encode())
    elif form == "csv":
        result(reports.measures_csv(found, words).encode())
    else:
        result(reports.measures_text(found, words, today).rstrip("\n"))
