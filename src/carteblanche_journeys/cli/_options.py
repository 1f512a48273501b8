"""Options that several commands share, and what they resolve to."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from carteblanche_journeys.reading import Reading
    from carteblanche_journeys.words import Words

F = TypeVar("F", bound=Callable[..., Any])


def atlas_option(command: F) -> F:
    """`-C/--atlas DIR`, which may stand before the command too."""

    @click.option("-C", "--atlas", "atlas", metavar="DIR", help="The atlas's folder [journeys].")
    @click.pass_context
    @functools.wraps(command)
    def with_atlas(ctx: click.Context, /, *args: Any, atlas: str | None, **options: Any) -> Any:
        before = (ctx.find_root().obj or {}).get("atlas")
        return command(*args, atlas=Path(atlas or before or "journeys"), **options)

    return with_atlas  # type: ignore[return-value]


def lang_option(command: F) -> F:
    """`--lang fr|en`: else the atlas's language, else English."""
    return click.option(
        "--lang", type=click.Choice(["fr", "en"]), help="Language [the atlas's, else en]."
    )(command)


def today_option(command: F) -> F:
    """`--today DATE`: else SOURCE_DATE_EPOCH, else the day."""

    @click.option("--today", metavar="DATE", help="The day that waivers and ages count from.")
    @functools.wraps(command)
    def with_today(*args: Any, today: str | None, **options: Any) -> Any:
        return command(*args, today=_day(today), **options)

    return with_today  # type: ignore[return-value]


def _day(written: str | None) -> date:
    """The day that counts: the option, else SOURCE_DATE_EPOCH, else the clock's."""
    if written is not None:
        try:
            return date.fromisoformat(written)
        except ValueError:
            raise click.BadParameter(
                f"'{written}' is not a day such as 2026-03-31.", param_hint="--today"
            ) from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC).date()
    if not epoch.isdigit():
        raise click.UsageError(f"SOURCE_DATE_EPOCH is a number of seconds, not '{epoch}'.")
    return datetime.fromtimestamp(int(epoch), UTC).date()


def read(atlas: Path, lang: str | None) -> tuple[Reading, Words]:
    """Read the atlas and give the words in which to speak of it."""
    from carteblanche_journeys.reading import read_atlas
    from carteblanche_journeys.words import words_for

    reading = read_atlas(atlas, lang)
    return reading, words_for(lang or reading.atlas.language)


def spoken(lang: str | None, atlas: Path | None = None) -> Words:
    """The words for what happens before, or without, an atlas."""
    from carteblanche_journeys.words import words_for

    return words_for(lang or "en")


def progress(words: Words, key: str, n: float | None = None, **values: object) -> None:
    """Say on stderr what long work is at."""
    click.echo(words(key, n, **values), err=True)
