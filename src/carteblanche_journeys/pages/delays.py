"""How long until each answer, what makes the delay, whether deadlines are met, what chances."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from markupsafe import Markup

from carteblanche_journeys.measures import Amount
from carteblanche_journeys.model import Journey
from carteblanche_journeys.pages.amounts import in_words, is_said, mark_of
from carteblanche_journeys.pages.cells import cell, figure_cell
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.lives import Life, lives
from carteblanche_journeys.pages.pen import Pen, joined
from carteblanche_journeys.words import Words
from carteblanche_journeys.words.spans import value_in_words

if TYPE_CHECKING:
    from carteblanche_journeys.measures.deadlines import Slack
    from carteblanche_journeys.measures.reaching import Outcome


def delays(desk: Desk, pen: Pen, journey: Journey) -> dict[str, object]:
    """What the sections on delays and chances show, for the persona of the page."""
    life = lives(desk, journey)[0]
    return {
        "delays_for": desk.words("delays.for", name=life.name),
        "outcome_rows": [_outcome(desk, pen, journey, one) for one in life.measured.outcomes],
        "critical": _critical(desk, pen, journey, life),
        "deadline_rows": [_deadline(desk, pen, journey, one) for one in life.measured.deadlines],
        "granted": list(_granted(desk, pen, life)),
        "completion": _completion(life["completion"], desk.words),
    }


def _outcome(desk: Desk, pen: Pen, journey: Journey, one: Outcome) -> list[Markup]:
    words = desk.words
    number = desk.usage.numbers[journey.id][one.step]
    return [
        Markup("{} {{ .cb-row-head }}").format(pen.step(journey, number, one.step)),
        cell(pen.scheme(one.scheme) if one.scheme else Markup("—"), words("delays.scheme")),
        cell(pen.plain(words(f"result.{one.result}")), words("delays.result")),
        cell(pen.plain(_chance(one.probability, words)), words("delays.chance")),
        cell(figure_cell(one.elapsed, words), words("delays.days")),
    ]


def _chance(probability: float | None, words: Words) -> str:
    return words("unknown") if probability is None else value_in_words(probability, "%", words)


def _critical(desk: Desk, pen: Pen, journey: Journey, life: Life) -> Markup:
    """What makes the delay from end to end: the path, and how long it takes."""
    found = life.measured.elapsed
    whole = life["elapsed_days"]
    if found is None or not found.critical or not is_said(whole):
        return pen.plain(desk.words("delays.no-critical"))
    numbers = desk.usage.numbers[journey.id]
    steps = joined((pen.step(journey, numbers[step], step) for step in found.critical), " → ")
    return pen.say("delays.critical", days=in_words(whole, desk.words), steps=steps)


def _deadline(desk: Desk, pen: Pen, journey: Journey, one: Slack) -> list[Markup]:
    words = desk.words
    number = desk.usage.numbers[journey.id][one.step]
    binds = one.deadline.binds
    return [
        Markup("{} {{ .cb-row-head }}").format(pen.step(journey, number, one.step)),
        cell(pen.plain(words(f"binds.{binds}") if binds else "—"), words("delays.binds")),
        cell(pen.quantity(one.deadline.within), words("delays.legal")),
        cell(figure_cell(one.typical, words), words("delays.typical")),
        cell(pen.plain(_slack(one, words)), words("delays.slack")),
    ]


def _slack(one: Slack, words: Words) -> str:
    return ""


def _granted(desk: Desk, pen: Pen, life: Life) -> Iterator[Markup]:
    """For each scheme the chance that it is granted, all its granted outcomes together."""
    chances: dict[str, float | None] = {}
    for one in life.measured.outcomes:
        if one.result == "granted" and one.scheme:
            before = chances.get(one.scheme, 0.0)
            unsaid = before is None or one.probability is None
            chances[one.scheme] = None if unsaid else before + one.probability
    for scheme, chance in chances.items():
        share = _chance(chance, desk.words)
        yield pen.say("chances.granted", scheme=pen.scheme(scheme), share=share)


def _completion(amount: Amount, words: Words) -> str:
    if not is_said(amount):
        return words("chances.completion.none")
    said = f"{in_words(amount, words)} {mark_of(amount.status, words)}".rstrip()
    return words("chances.completion", share=said)
