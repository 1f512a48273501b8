"""`carteblanche compare AS_IS TO_BE`: what becomes of a journey, in another or since a revision."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from carteblanche_journeys.cli._options import OneOf, atlas_option, lang_option, read
from carteblanche_journeys.cli._output import result

if TYPE_CHECKING:
    from carteblanche_journeys.model import Atlas
    from carteblanche_journeys.redesigns.comparisons.comparison import Comparison
    from carteblanche_journeys.redesigns.comparisons.since import Since
    from carteblanche_journeys.words import Words


@click.command()
@click.argument("as_is", required=False)
@click.argument("to_be", required=False)
@click.option("--since", metavar="REV", help="Compare with the atlas at this revision of git.")
@click.option(
    "--format",
    "form",
    type=OneOf(["text", "json", "markdown"]),
    default="text",
    help="For whom the comparison is written [text].",
)
@atlas_option
@lang_option
def command(
    atlas: Path,
    lang: str | None,
    as_is: str | None,
    to_be: str | None,
    since: str | None,
    form: str,
) -> int:
    """Say what changes from one journey to another.

    What becomes of steps, evidence, handoffs and findings; who gains and who loses, each
    difference with its range; what is needed in law.

    AS_IS and TO_BE are life-moment/file-name. With --since, the atlas, or the one journey that
    is named, is compared with what it was at a revision of git.
    """
    if (since is None and to_be is None) or (since is not None and to_be is not None):
        raise click.UsageError("Give two journeys, or --since and at most one journey.")
    reading, words = read(atlas, lang)
    now = reading.atlas
    if since is not None:
        _since(atlas, now, since, as_is, words, form)
        return 0
    from carteblanche_journeys.reading import known_name
    from carteblanche_journeys.redesigns.comparisons.comparing import compare

    one, other = (
        known_name("journey", name, now.journeys, words) for name in (as_is or "", to_be or "")
    )
    _report(compare(now[one], now[other], now), words, form)
    return 0


def _since(
    folder: Path, now: Atlas, revision: str, journey: str | None, words: Words, form: str
) -> None:
    """What became of the atlas, or of one journey, since a revision."""
    from carteblanche_journeys.reading import known_name, read_revision
    from carteblanche_journeys.redesigns.comparisons.comparing import compare
    from carteblanche_journeys.redesigns.comparisons.since import compare_atlases

    if journey is not None:
        known_name("journey", journey, now.journeys, words)
    then = read_revision(folder, revision, words).atlas
    if journey is None:
        _report_all(compare_atlases(then, now), revision, words, form)
        return
    if journey not in then.journeys:
        said = words("compare.was-not-there", journey=journey, revision=revision)
        raise click.UsageError(said)
    _report(compare(then[journey], now[journey], then, now), words, form)


def _report(found: Comparison, words: Words, form: str) -> None:
    from carteblanche_journeys import reports

    if form == "json":
        result(reports.compare_json(found, words).encode())
    elif form == "markdown":
        result(reports.compare_markdown(found, words).encode())
    else:
        result(reports.compare_text(found, words).rstrip("\n"))


def _report_all(found: Since, revision: str, words: Words, form: str) -> None:
    from carteblanche_journeys import reports

    if form == "json":
        result(reports.since_json(found, revision, words).encode())
    elif form == "markdown":
        result(reports.since_markdown(found, revision, words).encode())
    else:
        result(reports.since_text(found, revision, words).rstrip("\n"))
