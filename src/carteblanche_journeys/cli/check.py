"""`carteblanche check`: the findings, for people, programs and builds."""

from __future__ import annotations

import sys
from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
    from carteblanche_journeys.diagnosis import Diagnosis
    from carteblanche_journeys.reading import Reading
    from carteblanche_journeys.words import Words


@click.command()
@click.option("--journey", "journeys", multiple=True, metavar="ID", help="Only these [all].")
@click.option("--persona", "personas", multiple=True, metavar="ID", help="As lived by [all].")
@click.option("--rule", "rules", multiple=True, metavar="NAME", help="Only these rules [all].")
@click.option(
    "--format",
    "form",
    type=OneOf(["text", "json", "sarif", "github"]),
    default="text",
    help="For whom the findings are written [text].",
)
@click.option(
    "--fail-on",
    type=OneOf(["error", "warning", "info"]),
    default="warning",
    help="End with 1 from this severity on; questions never count [warning].",
)
@click.option("--all", "every", is_flag=True, help="Show all, not the first ten, waived too.")
@click.option(
    "--baseline",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Leave aside what an earlier check printed as JSON.",
)
@atlas_option
@lang_option
@today_option
def command(
    atlas: Path, lang: str | None, today: date, fail_on: Any, baseline: Path | None, **how: Any
) -> int:
    """Say what hurts in the journeys, why, and what to do.

    The options that take an id or a name may be given several times.
    """
    from carteblanche_journeys.reports import exit_code

    reading, words = read(atlas, lang)
    known = _known(baseline, words)
    names = {kind: how.pop(kind) for kind in ("journeys", "personas", "rules")}
    found = _without(known, baseline, _diagnosis(reading, words, today, **names), words)
    _report(found, reading, words, today, atlas, **how)
    return exit_code(found, fail_on)


def _diagnosis(reading: Reading, words: Words, today: date, **asked: Collection[str]) -> Diagnosis:
    """Ask the rules, once every name that was asked for is known."""
    from carteblanche_journeys.diagnosis import diagnose, rule_names
    from carteblanche_journeys.reading import known_name

    atlas = reading.atlas
    known = {"journeys": atlas.journeys, "personas": atlas.personas, "rules": rule_names()}
    for kind, names in asked.items():
        for name in names:
            known_name(kind.removesuffix("s"), name, known[kind], words)
    journeys, personas, rules = (asked[kind] or None for kind in known)
    label = words("check.asking", n=len(journeys or atlas.journeys))
    with click.progressbar(
        length=len(journeys or atlas.journeys), label=label, file=sys.stderr
    ) as bar:
        return diagnose(atlas, journeys, personas, rules, today, lambda _: bar.update(1))


def _report(
    found: Diagnosis,
    reading: Reading,
    words: Words,
    today: date,
    folder: Path,
    *,
    form: str,
    every: bool,
) -> None:
    from carteblanche_journeys import reports
    from carteblanche_journeys.reports.github import failure
    from carteblanche_journeys.reports.text import waivers_in_words

    atlas = reading.atlas
    place = reports.placed_by(reading.places)
    from_here = reports.placed_by(reading.places, _from_here(folder))
    if form == "text":
        text = reports.text_report(found, atlas, words, place, today, every=every)
        result(text.rstrip("\n"))
        return
    for told in waivers_in_words(found, words):
        said(told)
    for fault in found.internal_faults:
        said(failure(fault, words))
    if form == "json":
        result(reports.json_report(found, atlas, words, place, today).encode())
    elif form == "sarif":
        result(reports.sarif_report(found, atlas, words, from_here, _version()).encode())
    else:
        result(reports.github_report(found, atlas, words, from_here).encode())


def _known(baseline: Path | None, words: Words) -> frozenset[str]:
    from carteblanche_journeys.reports import read_baseline

    if baseline is None:
        return frozenset()
    text = baseline.read_bytes().decode("utf-8-sig", errors="replace")
    return read_baseline(text, str(baseline), words)


def _without(
    known: frozenset[str], baseline: Path | None, found: Diagnosis, words: Words
) -> Diagnosis:
    from carteblanche_journeys.reports import without_known

    new = without_known(found, known)
    left = len(found.findings) - len(new.findings)
    if left:
        said(words("check.known", n=left, file=baseline))
    return new


def _from_here(folder: Path) -> str:
    """The atlas's folder as a build names files: from where it runs, where that is possible."""
    whole, here = folder.resolve(), Path.cwd().resolve()
    inside = whole.relative_to(here) if whole.is_relative_to(here) else whole
    return "" if inside == Path() else inside.as_posix()


def _version() -> str:
    from importlib.metadata import version

    return version("carteblanche_journeys")
