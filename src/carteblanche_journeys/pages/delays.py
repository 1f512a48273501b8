"""How long until each answer, what makes the delay, whether deadlines are met, what chances."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from carteblanche_journeys.markup import md
from carteblanche_journeys.measures.deadlines import Slack
from carteblanche_journeys.measures.reaching import Outcome, reaches
from carteblanche_journeys.measures.saying import amount_in_words
from carteblanche_journeys.model import Journey
from carteblanche_journeys.pages.amounts import is_said, mark_of
from carteblanche_journeys.pages.cells import cell, figure_cell
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.lives import Life, lives
from carteblanche_journeys.pages.pen import Pen, joined
from carteblanche_journeys.pages.step_entry import deadline_in_words
from carteblanche_journeys.words import Words
from carteblanche_journeys.words.spans import value_in_words


def delays(desk: Desk, pen: Pen, journey: Journey) -> dict[str, object]:
    """What the sections on delays and chances show, for the persona of the page."""
    life = lives(desk, journey)[0]
    return {
        "delays_for": desk.words("delays.for", name=life.name),
        "outcome_rows": [_outcome(desk, pen, journey, life, one) for one in life.measured.outcomes],
        "critical": _critical(desk, pen, journey, life),
        "deadline_rows": [
            _deadline(desk, pen, journey, life, one) for one in life.measured.deadlines
        ],
        "assumed": _assumed(life, desk.words),
        "chances": list(_reach(desk, pen, life)),
    }


def _outcome(desk: Desk, pen: Pen, journey: Journey, life: Life, one: Outcome) -> list[Markup]:
    words = desk.words
    number = desk.usage.numbers[journey.id][one.step]
    return [
        Markup("{} {{ .cb-row-head }}").format(pen.step(journey, number, one.step)),
        cell(pen.scheme(one.scheme) if one.scheme else Markup("—"), words("delays.scheme")),
        cell(pen.plain(words(f"result.{one.result}")), words("delays.result")),
        cell(
            _chance(one.probability, life, words, surely=_unrefused(journey, one.scheme)),
            words("delays.chance"),
        ),
        cell(figure_cell(one.elapsed, words), words("delays.days")),
    ]


def _assumed(life: Life, words: Words) -> str:
    """What the chances rest on, where nobody knows the shares of a choice."""
    unsettled = len(life.measured.visits.unsettled)
    return words("measures.note.unsettled", n=unsettled) if unsettled else ""


def _unrefused(journey: Journey, scheme: str | None) -> bool:
    """Whether the journey describes no other end of a scheme than that it is granted."""
    ends = (step for step in journey.steps.values() if scheme and scheme in step.scheme)
    return all(step.result in ("granted", "done") for step in ends)


def _chance(probability: float | None, life: Life, words: Words, *, surely: bool) -> Markup:
    """A chance; where shares that nobody knows are taken for equal, it is marked so.

    Where it is certain because the journey describes no refusal (`surely`), it says so.
    """
    if probability is None:
        return Markup('<span class="cb-unknown">{}</span>').format(words("unknown"))
    said = Markup(md(value_in_words(probability, "%", words)))
    if probability == 1.0 and surely:
        told = words("chances.no-refusal")
        return Markup('{} <span class="cb-mark">{}</span>').format(said, told)
    if not life.measured.visits.unsettled or probability in (0.0, 1.0):
        return said
    mark = mark_of("default", words)
    return Markup('{} <span class="cb-mark">{}</span>').format(said, mark)


def _critical(desk: Desk, pen: Pen, journey: Journey, life: Life) -> Markup:
    """What makes the delay from end to end: the path, and how long it takes."""
    found = life.measured.elapsed
    whole = life["elapsed_days"]
    if found is None or not found.critical or not is_said(whole):
        return pen.plain(desk.words("delays.no-critical"))
    numbers = desk.usage.numbers[journey.id]
    steps = joined((pen.step(journey, numbers[step], step) for step in found.critical), " → ")
    return pen.say("delays.critical", days=amount_in_words(whole, desk.words), steps=steps)


def _deadline(desk: Desk, pen: Pen, journey: Journey, life: Life, one: Slack) -> list[Markup]:
    words = desk.words
    number = desk.usage.numbers[journey.id][one.step]
    legal = deadline_in_words(desk, pen, one.deadline, life.measured.lived)
    return [
        Markup("{} {{ .cb-row-head }}").format(pen.step(journey, number, one.step)),
        cell(legal, words("delays.legal")),
        cell(figure_cell(one.typical, words), words("delays.typical")),
        cell(pen.plain(_slack(one, words)), words("delays.slack")),
    ]


def _slack(one: Slack, words: Words) -> str:
    """What is left of a deadline, or by how much it is exceeded; why it cannot be said, else."""
    left = one.slack.likely
    if left is None:
        counted = one.deadline.of is not None or one.deadline.before is not None
        return words("delays.no-typical" if counted else "delays.no-start")
    days = value_in_words(abs(left), "d", words)
    if left < 0:
        return words("delays.late", days=days)
    return words("delays.early" if one.typical.complete else "delays.early.most", days=days)


def _reach(desk: Desk, pen: Pen, life: Life) -> Iterator[list[Markup]]:
    """For each scheme the two chances, side by side and never multiplied."""
    words = desk.words
    journey = life.measured.lived.journey
    for one in reaches(life.measured.lived, life.measured.visits):
        name = pen.scheme(one.scheme) if one.scheme else pen.plain(words("chances.no-scheme"))
        completion = (
            figure_cell(one.completion, words)
            if is_said(one.completion)
            else pen.plain(words("chances.completion.none"))
        )
        yield [
            Markup("{} {{ .cb-row-head }}").format(name),
            cell(
                _chance(one.granted, life, words, surely=_unrefused(journey, one.scheme)),
                words("chances.granted"),
            ),
            cell(completion, words("burden.completion")),
        ]
