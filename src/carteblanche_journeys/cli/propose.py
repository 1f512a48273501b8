"""`carteblanche propose JOURNEY`: what could be changed, whom it helps, what it takes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from carteblanche_journeys.cli._ending import OUR_FAULT
from carteblanche_journeys.cli._options import (
    OneOf,
    atlas_option,
    lang_option,
    read,
    today_option,
)
from carteblanche_journeys.cli._output import result, said

if TYPE_CHECKING:
    from carteblanche_journeys.model import Atlas
    from carteblanche_journeys.redesigns.proposals.proposal import Proposals
    from carteblanche_journeys.words import Words

_COSTS = ("none", "low", "medium", "high", "very-high")
_NEEDS = ("nothing", "agreement", "data-exchange", "prefect-derogation", "decree", "law")


@click.command()
@click.argument("journey")
@click.option("--persona", "personas", multiple=True, metavar="ID", help="Whose gain counts [all].")
@click.option(
    "--objective",
    type=OneOf(["worst-off", "total"]),
    default="worst-off",
    help="worst-off: who carries most; total: all, by share [worst-off].",
)
@click.option(
    "--cost",
    type=OneOf(_COSTS),
    default="very-high",
    metavar="CLASS",
    help="No dearer than this class [very-high].",
)
@click.option(
    "--legal",
    type=OneOf(_NEEDS),
    multiple=True,
    metavar="NEED",
    help="Legal needs that are allowed [all].",
)
@click.option(
    "--moves",
    type=click.IntRange(1, 8),
    default=5,
    metavar="N",
    help="How many moves the best set may have [5].",
)
@click.option("--best-set", is_flag=True, help="Look for the best set of moves too.")
@click.option(
    "--format",
    "form",
    type=OneOf(["text", "json"]),
    default="text",
    help="For whom the proposals are written [text].",
)
@atlas_option
@lang_option
@today_option
def command(
    atlas: Path,
    lang: str | None,
    today: date,
    journey: str,
    personas: tuple[str, ...],
    form: str,
    **how: Any,
) -> int:
    """Propose changes of a journey, ranked.

    Each is measured on the journey it yields: what it spares, whom, what gets worse, who loses,
    and what it needs in law. What is set aside is told with its reason.

    JOURNEY is life-moment/file-name, such as avoir-un-enfant/as-is.
    """
    from carteblanche_journeys.reading import known_name

    reading, words = read(atlas, lang)
    known_name("journey", journey, reading.atlas.journeys, words)
    for name in personas:
        known_name("persona", name, reading.atlas.personas, words)
    found = _found(reading.atlas, journey, today, {"personas": personas or None, **how})
    for fault in found.faults:
        move, error = fault.rule, fault.error
        said(words("propose.fault", move=move, journey=fault.journey, error=error))
    _report(found, journey, reading.atlas, words, today, form)
    return OUR_FAULT if found.faults else 0


def _found(atlas: Atlas, journey: str, today: date, how: dict[str, Any]) -> Proposals:
    """What is proposed, within the limits that the options set."""
    from carteblanche_journeys.redesigns.proposals.proposal import Limits
    from carteblanche_journeys.redesigns.proposals.proposing import propose

    legal = how["legal"] or Limits().legal
    return propose(
        atlas[journey],
        atlas,
        objective=how["objective"],
        personas=how["personas"],
        limits=Limits(how["cost"], legal, how["moves"]),
        best=how["best_set"],
        today=today,
    )


def _report(
    found: Proposals, journey: str, atlas: Atlas, words: Words, today: date, form: str
) -> None:
    from carteblanche_journeys import reports

    if form == "json":
        result(reports.proposals_json(found, journey, atlas, words, today).encode())
    else:
        text = reports.proposals_text(found, atlas[journey], atlas, words)
        result(text.rstrip("\n"))
