"""Which assumed figure would change who carries the most, in sentences."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from carteblanche_journeys.measures import Amount, parameters_of
from carteblanche_journeys.measures.movable import Movable
from carteblanche_journeys.measures.sensitivity import (
    Sensitivity,
    Swing,
    of_journeys,
    of_personas,
)
from carteblanche_journeys.model import Journey
from carteblanche_journeys.pages.amounts import in_short
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.pen import Pen, joined
from carteblanche_journeys.pages.variants import is_redesign

#: Beyond so many journeys nothing is moved: each figure would be tried on each of them.
MOST_JOURNEYS = 24
#: How many figures are named; more are counted.
NAMED = 3


def for_personas(desk: Desk, pen: Pen, journey: Journey) -> Markup:
    """What would change who of a journey's personas carries the most time; empty for one.

    A redesign is compared with what is, persona by persona: of it nothing more is asked.
    """
    if len(desk.atlas.personas_of(journey)) < 2 or is_redesign(journey, desk.atlas):
        return Markup("")
    found = desk.memory.recall(
        ("sensitivity", journey.id), (journey,), lambda: of_personas(journey, desk.atlas)
    )

    def name(persona: str) -> str:
        return desk.words.text(desk.atlas.personas[persona].name)

    return _said(desk, pen, found, name)


def for_journeys(desk: Desk, pen: Pen) -> Markup:
    """What would change which as-is journey takes the most time; that it is not tried, else."""
    journeys = tuple(j for j in desk.atlas.journeys.values() if j.kind_of_variant == "as-is")
    if len(journeys) < 2:
        return Markup("")
    if len(journeys) > MOST_JOURNEYS:
        return pen.plain(desk.words("sensitivity.too-many", n=MOST_JOURNEYS))
    found = desk.memory.recall(("sensitivity",), journeys, lambda: of_journeys(desk.atlas))
    return _said(desk, pen, found, lambda name: pen.moment(desk.atlas.journeys[name]))


def _said(desk: Desk, pen: Pen, found: Sensitivity, name: Callable[[str], str]) -> Markup:
    words = desk.words
    first = [swing for swing in found.swings if swing.changes_first]
    if not first:
        parts = [pen.plain(words("sensitivity.none", n=found.moved))]
    else:
        parts = [_swing(desk, pen, swing, name) for swing in first[:NAMED]]
        more = len(first) - NAMED
        parts += [pen.plain(words("sensitivity.more", n=more))] if more > 0 else []
    if found.fixed:
        parts.append(pen.plain(words("sensitivity.fixed", n=found.fixed)))
    return joined(parts, " ")


def _swing(desk: Desk, pen: Pen, swing: Swing, name: Callable[[str], str]) -> Markup:
    figure, value = _figure(desk, pen, swing)
    return pen.say(
        "sensitivity.swing",
        figure=figure,
        value=value,
        after=name(swing.after[0]),
        before=name(swing.before[0]),
    )


def _figure(desk: Desk, pen: Pen, swing: Swing) -> tuple[Markup, str]:
    """The figure that was moved, and its value then."""
    words, figure = desk.words, swing.figure
    if isinstance(figure, Movable):
        number = desk.usage.numbers[figure.journey][figure.step]
        step = pen.step(desk.atlas.journeys[figure.journey], number, figure.step)
        value = figure.low if swing.end == "low" else figure.high
        said = words.measure(value, figure.unit)
        return pen.say(f"sensitivity.{figure.field}", step=step), said
    one = parameters_of(desk.atlas)[figure]
    value = getattr(one.value, swing.end)
    unit = "km" if one.unit == "km/h" else one.unit
    said = in_short(Amount(value, value, value, unit), words)
    if one.unit == "km/h":
        said = words("about-measures.speed", amount=said)
    return pen.parameter(figure), said
