"""What pages say of a finding beside its sentences: where it is, what it costs."""

from __future__ import annotations

from markupsafe import Markup

from carteblanche_journeys.diagnosis import Finding
from carteblanche_journeys.diagnosis.costing import (
    NOUNS,
    cost_status,
    costs_in_words,
    parts_of,
    payer_of,
)
from carteblanche_journeys.markup import md
from carteblanche_journeys.model import Journey
from carteblanche_journeys.pages.amounts import in_short, mark_of
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.pen import Pen, joined
from carteblanche_journeys.words import Words


def places_of(desk: Desk, pen: Pen, journey: Journey, finding: Finding) -> Markup:
    """The steps of one journey where a finding is, each a link to its anchor."""
    numbers = desk.usage.numbers[journey.id]
    steps = finding.where_in(journey.id).steps
    return joined(
        (pen.step(journey, numbers[step], step) for step in steps if step in numbers), " · "
    )


def cost_of(desk: Desk, finding: Finding) -> Markup:
    """What a finding costs the persona who pays most; that nobody can say it, else.

    A question costs nothing that can be said: it is empty.
    """
    words = desk.words
    if finding.kind == "question":
        return Markup("")
    said = costs_in_words(finding, words)
    if not said:
        return Markup(md(words("finding.cost.unsaid")))
    known = desk.atlas.personas.get(payer_of(finding) or "")
    who = words.text(known.name) if known else words("person")
    key = "finding.cost.most" if len(finding.costs) > 1 else "finding.cost"
    return Markup(md(words(key, None, name=who, cost=words("explain.joined").join(said))))


def cost_in_short(finding: Finding, words: Words) -> str:
    """The likely cost alone: `2 h 05, 1 trajet, 160 €`; that nobody can say it, else."""
    said = [in_short(amount, words, NOUNS.get(name, "")) for name, amount in parts_of(finding)]
    return ", ".join(said) or words("finding.cost.unsaid")


def status_of_cost(finding: Finding, words: Words) -> str:
    """How sure the least sure part of the cost is: its mark and its word."""
    return mark_of(cost_status(finding), words)
