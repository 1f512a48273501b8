"""Options that several commands share, and what they resolve to."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from carteblanche_journeys.cli._output import said

if TYPE_CHECKING:
    from carteblanche_journeys.reading import Reading
    from carteblanche_journeys.words import Words

F = TypeVar("F", bound=Callable[..., Any])


class OneOf(click.Choice[str]):
    """One of some words; the message about another says which one is near."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:
        """What click says, and a "did you mean"."""
        from difflib import get_close_matches

        near = get_close_matches(str(value), list(self.choices), n=1, cutoff=0.5)
        hint = f" Did you mean '{near[0]}'?" if near else ""
        return super().get_invalid_choice_message(value, ctx) + hint


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
        "--lang", type=OneOf(["fr", "en"]), help="Language [the atlas's, else en]."
    )(command)


def today_option(command: F) -> F:
    """`--today DATE`: else SOURCE_DATE_EPOCH, else the day."""

    @click.option(
        "--today",
        metavar="DATE",
        help="The day that waivers count from [SOURCE_DATE_EPOCH, else today].",
    )
    @functools.wraps(command)
    def with_today(*args: Any, today: str | None, **options: Any) -> Any:
        return command(*args, today=_day(today), **options)

    return with_today  # type: ignore[return-value]


def out_option(metavar: str, help: str, *, required: bool = True) -> Callable[[F], F]:
    """`-o/--output`: where to write."""
    return click.option(
        "-o", "--output", "out", metavar=metavar, type=_PATH, required=required, help=help
    )


_PATH = click.Path(path_type=Path)


def _day(written: str | None) -> date:
    from carteblanche_journeys.publishing.day import day_of

    try:
        return day_of(written)
    except ValueError as problem:
        raise click.BadParameter(str(problem), param_hint="--today") from None


def read(atlas: Path, lang: str | None) -> tuple[Reading, Words]:
    """Read the atlas, and give the words in which to speak of it; remarks go to stderr."""
    from carteblanche_journeys.reading import read_atlas
    from carteblanche_journeys.words import words_for

    said(spoken(lang, atlas)("publish.reading", None, folder=atlas))
    reading = read_atlas(atlas, lang)
    for notice in reading.notices:
        said(str(notice))
    return reading, words_for(lang or reading.atlas.language)


def spoken(lang: str | None, atlas: Path) -> Words:
    """The words for what is said before, or without, reading the whole atlas."""
    from carteblanche_journeys.reading import language_of
    from carteblanche_journeys.words import words_for

    return words_for(lang or language_of(atlas))
