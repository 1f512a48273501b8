"""Escapes of the plainer languages: cells of a table, annotations of a build."""

from __future__ import annotations

import re

from carteblanche_journeys.markup.characters import inert

#: Also in full width, as a Japanese keyboard writes them.
_FORMULA = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


def csv_cell(text: str) -> str:
    """One cell of a CSV line, quoted where needed.

    A spreadsheet runs a cell that begins like a formula; an apostrophe makes it a text
    (OWASP, "CSV Injection"). A plain number keeps its sign.

    >>> csv_cell('=HYPERLINK("x")'), csv_cell("-2"), csv_cell("CAF")
    ('"\\'=HYPERLINK(""x"")"', '-2', 'CAF')
    """
    shown = inert(text)
    if shown.lstrip(" \n").startswith(_FORMULA) and not _NUMBER.fullmatch(shown):
        shown = f"'{shown}"
    if any(mark in shown for mark in ',;"\n\t'):
        return '"' + shown.replace('"', '""') + '"'
    return shown


def github_message(text: str) -> str:
    """The message of a workflow annotation (`::error …::message`), on one line.

    >>> github_message("20 %\\nde trop")
    '20 %25%0Ade trop'
    """
    return inert(text).replace("%", "%25").replace("\n", "%0A")


def github_property(text: str) -> str:
    """A property of a workflow annotation (`file=…,title=…`).

    >>> github_property("a:b,c")
    'a%3Ab%2Cc'
    """
    return github_message(text).replace(":", "%3A").replace(",", "%2C")
