"""Who asks for what: pieces by number of requests, counters by first use."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from carteblanche_journeys.measures import Request, requests
from carteblanche_journeys.model import Journey
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.pen import Pen, joined


@dataclass(frozen=True, slots=True)
class Row:
    """One piece: who already holds it, the steps where each counter asks for it, how often."""

    piece: Markup
    held: Markup
    cells: tuple[Markup, ...]
    total: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows and columns whose totals add up both ways."""

    counters: tuple[Markup, ...]
    rows: tuple[Row, ...]
    totals: tuple[str, ...]
    total: int


def matrix(desk: Desk, pen: Pen, journey: Journey) -> Matrix:
    """The matrix of a journey as the persona of its page lives it.

    A cell holds step numbers; a piece of which several copies are asked counts for each. A
    request that any of several pieces satisfies is one row of its own.
    """
    asked = requests(desk.lived(journey))
    columns = tuple(dict.fromkeys(request.counter for request in asked))
    often = Counter[tuple[str, ...]]()
    for request in asked:
        often[request.pieces] += request.copies or 1
    rows = tuple(
        _row(desk, pen, journey, pieces, [r for r in asked if r.pieces == pieces], columns)
        for pieces, _ in sorted(often.items(), key=lambda pair: -pair[1])
    )
    by_counter = Counter[str | None]()
    for request in asked:
        by_counter[request.counter] += request.copies or 1
    return Matrix(
        counters=tuple(pen.counter(counter) for counter in columns),
        rows=rows,
        totals=tuple(str(by_counter[counter]) for counter in columns),
        total=sum(often.values()),
    )


def _row(
    desk: Desk,
    pen: Pen,
    journey: Journey,
    pieces: tuple[str, ...],
    asked: list[Request],
    columns: tuple[str | None, ...],
) -> Row:
    numbers = desk.usage.numbers[journey.id]
    name = Markup(f" {desk.words('series.or')} ").join(pen.evidence(piece) for piece in pieces)
    cells = tuple(
        joined(_cell(numbers[r.step], r) for r in asked if r.counter == column)
        for column in columns
    )
    total = sum(request.copies or 1 for request in asked)
    return Row(name, _held(desk, pen, journey, pieces), cells, str(total))


def _cell(number: int, request: Request) -> Markup:
    times = f" (× {request.copies})" if (request.copies or 1) > 1 else ""
    return Markup("[{}](#step-{}){}").format(number, request.step, times)


def _held(desk: Desk, pen: Pen, journey: Journey, pieces: tuple[str, ...]) -> Markup:
    """Who already holds the piece; and where in the journey it is born."""
    known = [desk.atlas.evidence[piece] for piece in pieces if piece in desk.atlas.evidence]
    holders = dict.fromkeys(name for piece in known for name in piece.holders)
    born = [
        Markup("[↗ {}](#step-{})").format(number, step)
        for step, number in desk.usage.numbers[journey.id].items()
        if set(pieces) & set(journey.steps[step].yields)
    ]
    return joined([pen.each(holders, "organisation"), *born] if holders else born)
