"""The one way from the bytes of a file to plain Python values, with every mistake on the way."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from yaml import YAMLError

from carteblanche_journeys.reading.builder import CONTROL, Builder, Stop, mistake_at
from carteblanche_journeys.reading.events import parser_of
from carteblanche_journeys.reading.lines import lines_of
from carteblanche_journeys.reading.mistakes import Mistake, Path
from carteblanche_journeys.reading.places import Places
from carteblanche_journeys.reading.syntax import explain

#: The most bytes of one file: 8 MiB, some 25,000 steps.
LARGEST = 8 * 2**20
#: How many mended lines let one read on, so that all mistakes of a file are said in one run,
#: and how many bytes may be read again for that.
MOST_MENDED = 30
MOST_READ_AGAIN = 4 * 2**20
_BOM = "\ufeff"


@dataclass(frozen=True)
class Loaded:
    """What a file holds, and what is wrong with it.

    `value` is None where nothing could be read; `text` is what was read, which differs from
    the file where a line was mended to read on.
    """

    value: Any = None
    text: bytes = b""
    mistakes: tuple[Mistake, ...] = ()
    broken: frozenset[Path] = field(default_factory=frozenset)


def load(file: str, raw: bytes, known: dict[str, str] | None = None, *,
         in_python: bool | None = None) -> Loaded:  # fmt: skip
    """Read one file.

    Parameters
    ----------
    file
        Its path in the atlas, for the mistakes.
    raw
        What it holds; a byte-order mark is accepted.
    known
        Short texts met so far in other files, kept once; it grows.
    in_python
        Ask for the parser in Python even where there is one in C.

    >>> load("atlas.yml", b"title: L'atlas").value
    {'title': "L'atlas"}
    >>> load("atlas.yml", b"title: a : b").mistakes[0].code
    'syntax.colon'
    """
    refused = _not_text(raw)
    if refused is not None:
        return Loaded(mistakes=(replace(refused, file=file),))
    parser_choice = {} if in_python is None else {"in_python": in_python}
    text = raw.decode().removeprefix(_BOM)
    return _read(file, text, {} if known is None else known, parser_choice)


def _not_text(raw: bytes) -> Mistake | None:
    """Why these bytes are no text of ours: too many, not UTF-8, or not made to be seen."""
    if len(raw) > LARGEST:
        return Mistake("too-large", values={"most": LARGEST // 2**20})
    try:
        text = raw.decode().removeprefix(_BOM)
    except UnicodeDecodeError as error:
        return _at("not-utf-8", raw[: error.start].decode())
    if not text.strip():
        return Mistake("empty")
    found = CONTROL.search(text)
    return _at("control", text[: found.start()]) if found else None


def _at(code: str, before: str) -> Mistake:
    lines = lines_of(before)
    return Mistake(code, line=len(lines), column=len(lines[-1].removeprefix(_BOM)) + 1)


def _read(file: str, text: str, known: dict[str, str], choice: dict[str, bool]) -> Loaded:
    """Read a text, mending lines where that is sure enough, until nothing more can be read."""
    found: list[Mistake] = []
    mended: set[int] = set()
    while True:
        raw = text.encode()
        builder = Builder(parser_of(raw, **choice), known)
        value = None
        try:
            value = builder.document()
        except Stop as stop:
            found.append(stop.mistake)
        except YAMLError as error:
            lines = lines_of(text)
            mistake, line = explain(error, lines)
            found.append(mistake)
            again = min(MOST_MENDED, MOST_READ_AGAIN // len(raw))
            if line and mistake.line not in mended and len(mended) < again:
                mended.add(mistake.line)
                lines[mistake.line - 1] = line
                text = "\n".join(lines)
                continue
        return _loaded(file, text, value, found, builder)


def _loaded(file: str, text: str, value: Any, found: list[Mistake], builder: Builder) -> Loaded:
    raw = text.encode()
    if builder.mistakes or builder.twice:
        lines, said = lines_of(text), {mistake.line for mistake in found}
        found += [_closer(one, lines) for one in builder.mistakes if one.line not in said]
        found += _met_again(file, raw, builder)
    elif value is None and not found:
        found.append(Mistake("empty"))
    return Loaded(
        value=value,
        text=raw,
        mistakes=tuple(replace(mistake, file=file) for mistake in found),
        broken=frozenset(builder.broken),
    )


def _closer(mistake: Mistake, lines: list[str]) -> Mistake:
    """A key without value is often a text: its line tells."""
    if mistake.code != "null":
        return mistake
    key, rest = str(mistake.values["key"]), lines[mistake.line - 1][mistake.column - 1 :]
    after = rest.removeprefix(key).lstrip()
    if ":" in key and not after.startswith(":"):
        return replace(mistake, code="null-colon")
    if after.startswith(":") and after[1:].lstrip().startswith("#"):
        return replace(mistake, code="null-hash")
    if after[:1] in (",", "}"):
        return replace(mistake, code="null-comma")
    return mistake


def _met_again(file: str, raw: bytes, builder: Builder) -> list[Mistake]:
    """A key that stands twice in a map, with the place of the first."""
    places = Places({}, {file: raw})
    return [
        mistake_at("key-twice", event, key=path[-1], first=places.within(file, path, key=True).line)
        for path, event in builder.twice
    ]
