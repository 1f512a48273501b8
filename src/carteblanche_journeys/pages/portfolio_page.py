"""The portfolio: the as-is journeys of an atlas side by side, by the time they take of people."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from carteblanche_journeys.measures import Amount
from carteblanche_journeys.measures.portfolio import Ranked, carries_more, in_order, ranked
from carteblanche_journeys.pages.amounts import share_known
from carteblanche_journeys.pages.cells import cell, figure_cell
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.filling import page
from carteblanche_journeys.pages.home_page import severities
from carteblanche_journeys.pages.lives import TIME, Life, lives
from carteblanche_journeys.pages.pen import Pen
from carteblanche_journeys.pages.ranges import Bar, bars
from carteblanche_journeys.pages.sensitivity import for_journeys
from carteblanche_journeys.words import Words

#: The measures of a row, in order.
SHOWN = (TIME, "trips", "elapsed_days", "fees", "evidence_asked", "handoffs_person")


def portfolio_page(desk: Desk) -> dict[str, str]:
    """The Markdown of the portfolio, by its path."""
    pen, words = desk.pen("portfolio.md"), desk.words
    rows = ranking(desk)
    volumes = any(one.journey.volume for one in rows)
    by_persona = sorted(_people(desk, rows), key=_by_time)
    view = {
        "title": words("portfolio.title"),
        "lead": words("portfolio.lead", n=len(rows)),
        "heads": [pen.measure(name) for name in SHOWN],
        "rows": [
            [
                Markup("{}. {} {{ .cb-row-head }}").format(rank, pen.journey(one.journey)),
                *_kept_row(desk, pen, one, volumes=volumes),
            ]
            for rank, one in enumerate(rows, start=1)
        ],
        "volumes": volumes,
        "verdict": _verdict(desk, rows),
        "bars": bars([Bar(pen.moment(one.journey), one.time) for one in rows], words),
        "sensitivity": for_journeys(desk, pen),
        "people": [_kept_person(desk, pen, life) for life in by_persona],
    }
    return {pen.here: page("portfolio", words, view)}


def ranking(desk: Desk) -> tuple[Ranked, ...]:
    """The as-is journeys, the one that takes the most time first."""
    return in_order(
        ranked(journey, desk.atlas, tuple(life.measured for life in lives(desk, journey)))
        for journey in desk.atlas.journeys.values()
        if journey.kind_of_variant == "as-is" and journey.steps
    )


def _verdict(desk: Desk, rows: Sequence[Ranked]) -> str:
    if len(rows) < 2:
        return ""
    sure = all(carries_more(rows[0].time, one.time) for one in rows[1:])
    name = desk.words("journey.quoted", title=desk.words.text(rows[0].journey.title))
    return desk.words("portfolio.settled" if sure else "portfolio.unsure", journey=name)


def _mean(one: Ranked, name: str) -> Amount:
    return one.time if name == TIME else one.mean(lambda measured: measured[name])


def _kept_row(desk: Desk, pen: Pen, one: Ranked, *, volumes: bool) -> list[Markup]:
    ground = (one.journey, desk.ground(one.journey.id), volumes)
    return desk.memory.recall(
        ("portfolio", one.journey.id), ground, lambda: _row(desk, pen, one, volumes=volumes)
    )


def _row(desk: Desk, pen: Pen, one: Ranked, *, volumes: bool) -> list[Markup]:
    words = desk.words
    return [
        *(
            cell(figure_cell(_mean(one, name), words, share_known), words(f"burden.{name}"))
            for name in SHOWN
        ),
        cell(pen.plain(severities(desk, one.journey)), words("portfolio.findings")),
        *([cell(_year(one, pen, words), words("portfolio.volume"))] if volumes else []),
    ]


def _year(one: Ranked, pen: Pen, words: Words) -> Markup:
    """The hours a year that the people of the territory spend on a journey."""
    hours = one.hours_a_year
    return figure_cell(hours, words) if hours else pen.plain(words("portfolio.no-volume"))


def _people(desk: Desk, rows: Sequence[Ranked]) -> list[Life]:
    return [life for one in rows for life in lives(desk, one.journey)]


def _by_time(life: Life) -> tuple[bool, float]:
    likely = life[TIME].likely
    return likely is None, -(likely or 0.0)


def _kept_person(desk: Desk, pen: Pen, life: Life) -> list[Markup]:
    journey = life.measured.lived.journey
    key = ("portfolio", journey.id, life.persona.id)
    return desk.memory.recall(key, (journey,), lambda: _person(desk, pen, life))


def _person(desk: Desk, pen: Pen, life: Life) -> list[Markup]:
    words = desk.words
    who = pen.persona(life.persona.id) if life.persona.id else pen.plain(life.name)
    return [
        Markup("{} {{ .cb-row-head }}").format(who),
        cell(pen.journey(life.measured.lived.journey), words("portfolio.journey")),
        *(cell(figure_cell(life[name], words), words(f"burden.{name}")) for name in SHOWN),
    ]
