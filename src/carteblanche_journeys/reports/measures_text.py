"""Measures for people at a terminal: one persona in full, or personas side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from carteblanche_journeys.markup import for_terminal
from carteblanche_journeys.measures import NAMES, Amount, Measured, formula_of
from carteblanche_journeys.measures.portfolio import heaviest
from carteblanche_journeys.measures.promises import Share
from carteblanche_journeys.measures.saying import amount_in_words
from carteblanche_journeys.reports.paragraphs import WIDTH, labelled, wrapped
from carteblanche_journeys.words import Words
from carteblanche_journeys.words.spans import value_in_words

#: How many personas stand side by side; more follow in a second table.
_SIDE_BY_SIDE = 3
#: The column of names, in a table of several personas.
_NAMES = 30
_GAP = "  "


def measures_text(
    measured: Sequence[Measured], words: Words, today: date, *, width: int = WIDTH
) -> str:
    """The measures of one journey as plain text: one persona in full, several side by side.

    Parameters
    ----------
    measured
        One journey, for each persona asked for.
    today
        The day on which they were worked out; the report says it.
    width
        Columns of the terminal.
    """
    first = measured[0]
    journey = words.text(first.lived.journey.title)
    if len(measured) == 1:
        name = name_in_words(first, words)
        title = words("measures.title.one", None, name=name, journey=journey)
        lines = [*wrapped(title, width), "", *_one(first, words, width)]
    else:
        title = words("measures.title", None, journey=journey)
        lines = [*wrapped(title, width), "", *_several(measured, words, width)]
    lines += wrapped(words("measures.today", day=words.date(today)), width)
    return "".join(f"{line}\n" for line in lines)


def name_in_words(measured: Measured, words: Words) -> str:
    """The name of a persona; of the one whom nobody names, what pages call it."""
    known = measured.lived.persona
    return words.text(known.name) if known.id else words("person")


def marked_in_words(amount: Amount, words: Words, name: str = "") -> str:
    """An amount as one says it, and the sign of how sure it is.

    Parameters
    ----------
    name
        Of the measure, where it may be an upper bound: who give up at an unknown step are not
        counted in `completion`.

    >>> from carteblanche_journeys.words import words_for
    >>> marked_in_words(Amount(120, 270, 420, "min", 3, 4, "assumed"), words_for("fr"))
    'au moins 4 h 30, entre 2 h et 7 h ○'
    """
    if amount.low is None and amount.likely is None:
        return words("measures.unsaid")
    if _is_most(amount, name):
        figure = words("amount.most", amount=amount_in_words(replace(amount, of=0, known=0), words))
    else:
        figure = amount_in_words(amount, words)
    return figure if amount.status is None else f"{figure} {words(f'mark.{amount.status}')}"


def _is_most(amount: Amount, name: str) -> bool:
    """Whether an incomplete measure is an upper bound, rather than a lower one."""
    return name in NAMES and not amount.complete and formula_of(name).bound == "most"


def _one(measured: Measured, words: Words, width: int) -> Iterator[str]:
    yield from _structural(measured, words, width)
    pairs = [
        (words(f"burden.{name}"), _told(one, words, name)) for name, one in measured.figures.items()
    ]
    yield from labelled(pairs, width)
    yield from _section(words("measures.outcomes"), _outcomes(measured, words), width)
    yield from _section(words("measures.roles"), _roles(measured, words), width)
    for promise, shares in measured.promises.items():
        title = words("measures.promise", promise=words(f"promise.{promise}"))
        yield from _section(title, (_share(share, words) for share in shares), width)
    yield from _section(words("measures.notes"), _notes(measured, words), width)


def basis_in_words(amount: Amount, words: Words) -> str:
    """For how many steps an amount is known, of how many; empty where it is for all."""
    if amount.complete or not amount.of:
        return ""
    return words("measures.of", known=amount.known, of=amount.of)


def _told(amount: Amount, words: Words, name: str = "") -> str:
    told, basis = marked_in_words(amount, words, name), basis_in_words(amount, words)
    return f"{told} ({basis})" if basis else told


def caps_in_words(measured: Iterable[Measured], words: Words) -> tuple[str, ...]:
    """Where going through every way the choices may turn out was given up, each sentence once."""
    caps = (note for one in measured for note in one.notes if note.name == "bounded")
    return tuple(dict.fromkeys(words("measures.note.bounded", note.count) for note in caps))


def _section(title: str, lines: Iterable[str], width: int) -> Iterator[str]:
    told = list(lines)
    if told:
        yield ""
        yield from wrapped(title, width)
        for line in told:
            yield from wrapped(line, width, "    ", "  - ")


def _structural(measured: Measured, words: Words, width: int) -> Iterator[str]:
    if measured.structural:
        rules = words.series(measured.structural)
        yield from wrapped(words("measures.structural", rules=rules), width)
        yield ""


def _outcomes(measured: Measured, words: Words) -> Iterator[str]:
    for one in measured.outcomes:
        days = marked_in_words(one.elapsed, words)
        after = words("measures.after", days=days) if one.elapsed.likely is not None else ""
        yield words(
            "measures.outcome",
            title=words.text(measured.lived.journey.steps[one.step].title),
            result=words(f"result.{one.result}"),
            chance=_chance(one.probability, words),
            elapsed=after or words("measures.after.unknown"),
        )
    for step in measured.no_way_through:
        title = words.text(measured.lived.journey.steps[step].title)
        yield words("measures.no-way", title=title)
    if measured.elapsed is not None and measured.elapsed.critical:
        steps = measured.lived.journey.steps
        titles = [words.text(steps[step].title) for step in measured.elapsed.critical]
        yield words("measures.critical", steps=" → ".join(titles))


def _chance(probability: float | None, words: Words) -> str:
    if probability is None:
        return words("measures.unsaid")
    return value_in_words(probability, "%", words)


def _roles(measured: Measured, words: Words) -> Iterator[str]:
    if "relative" not in measured.roles:
        return
    for role, told in measured.roles.items():
        figures = [f"{words(f'burden.{name}')} {_told(one, words)}" for name, one in told.items()]
        who = words(f"measures.role.{role}")
        yield words("measures.told", who=who, told=", ".join(figures))


def _share(share: Share, words: Words) -> str:
    label = words(f"promise.{share.name}")
    if not share.of:
        key = "measures.promise.unsaid" if share.unknown else "measures.promise.none"
        return words(key, label=label)
    if not share.known:
        return words("measures.promise.unsaid", label=label)
    if share.name == "effort-in-elapsed":
        days = (value_in_words(value, "d", words) for value in (share.good, share.of))
        good, of = days
        return words("measures.promise.days", label=label, good=good, of=of)
    told = words(
        "measures.promise.share",
        label=label,
        good=words.number(share.good),
        of=words.number(share.of),
    )
    unknown = f" ({words('measures.promise.unknown', n=share.unknown)})" if share.unknown else ""
    return told + unknown


def _notes(measured: Measured, words: Words) -> Iterator[str]:
    for note in measured.notes:
        yield words(f"measures.note.{note.name}", note.count or None)
    marks = dict.fromkeys(one.status for one in measured.measures.values() if one.status)
    if marks:
        told = [f"{words(f'mark.{mark}')} {words(f'status.{mark}')}" for mark in marks]
        yield words("measures.note.statuses", marks=words.series(told))


def _several(measured: Sequence[Measured], words: Words, width: int) -> Iterator[str]:
    for start in range(0, len(measured), _SIDE_BY_SIDE):
        yield from _table(measured[start : start + _SIDE_BY_SIDE], words, width)
        yield ""
    for one in measured:
        yield from _structural(one, words, width)
    for told in caps_in_words(measured, words):
        yield from wrapped(told, width)
    yield from wrapped(words("measures.compact"), width)
    yield from wrapped(_most(measured, words), width)


def _most(measured: Sequence[Measured], words: Words) -> str:
    found = heaviest(measured)
    if found is None:
        return words("measures.most.unsaid")
    one, settled = found
    name, time = name_in_words(one, words), marked_in_words(one.time, words)
    told = words("measures.most", name=name, amount=time)
    return told if settled else f"{told} {words('measures.most.tied')}"


def _table(measured: Sequence[Measured], words: Words, width: int) -> Iterator[str]:
    column = max(10, (width - _NAMES) // len(measured) - len(_GAP))
    names = [name_in_words(one, words) for one in measured]
    yield from _row(words("measures.measure"), names, column)
    yield "-" * (_NAMES + len(measured) * (column + len(_GAP)))
    for name in measured[0].figures:
        cells = [_short(one.figures[name], words, name) for one in measured]
        yield from _row(words(f"burden.{name}"), cells, column)


def _row(label: str, cells: Sequence[str], column: int) -> Iterator[str]:
    head, *rest = wrapped(label, _NAMES, "  ", "") or [""]
    fitted = "".join(_GAP + _padded(for_terminal(cell), column) for cell in cells)
    yield f"{_padded(head, _NAMES)}{fitted}".rstrip()
    yield from rest


def _padded(text: str, column: int) -> str:
    return text + " " * max(0, column - len(text))


def _short(amount: Amount, words: Words, name: str) -> str:
    """The likely value alone; a bound after `≥` or `≤`, what cannot be said as `?`."""
    if amount.likely is None or (amount.high == 0 and not amount.complete):
        return "?"
    figure = value_in_words(amount.likely, amount.unit, words)
    bound = "≤" if _is_most(amount, name) else "≥"
    figure = figure if amount.complete else f"{bound} {figure}"
    return figure if amount.status is None else f"{figure} {words(f'mark.{amount.status}')}"
