"""How long until each answer, what makes the delay, whether deadlines are met, what chances."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from carteblanche_journeys.measures import Amount
from carteblanche_journeys.measures.deadlines import Slack
from carteblanche_journeys.measures.reaching import Outcome
from carteblanche_journeys.model import Journey
from carteblanche_journeys.pages.amounts import in_words, is_said
from carteblanche_journeys.pages.cells import cell, figure_cell
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.lives import Life, lives
from carteblanche_journeys.pages.pen import Pen, joined
from carteblanche_journeys.words import Words
from carteblanche_journeys.words.spans import value_in_words


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
