"""What a command writes: results on stdout, all else on stderr."""

from __future__ import annotations

import errno
import os
import sys

import click


def result(text: str | bytes) -> None:
    """Write a result; bytes as they are, for what other programs read.

    Where the reader of our output has gone (`| head`) nothing is wrong: the work goes on
    in silence, and its exit code says how it ended.

    Raises OSError where the output cannot be written, such as on a full disk.
    """
    try:
        if isinstance(text, bytes):
            click.echo(text, nl=False)
        else:
            click.echo(printable(text), nl=bool(text))
    except OSError as problem:
        if problem.errno != errno.EPIPE:
            raise
        close_quietly()


def said(text: str) -> None:
    """Say on stderr what long work is at."""
    click.echo(printable(text), err=True)


def printable(text: str) -> str:
    """A text whose signs move no cursor and change no colour; lines stay lines."""
    if text.isascii() and text.isprintable():
        return text
    from carteblanche_journeys.markup import inert

    return inert(text)


def close_quietly() -> None:
    """Send all further results nowhere: their reader has gone."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # a stdout that is no file has no pipe either
        return
