"""What pages say of a finding beside its sentences: where it is, what it costs."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from carteblanche_journeys.diagnosis import Finding
from carteblanche_journeys.diagnosis.weight import weight
from carteblanche_journeys.markup import md
from carteblanche_journeys.measures.amounts import Amount, least_sure
from carteblanche_journeys.model import Journey
from carteblanche_journeys.pages.amounts import in_short, in_words, mark_of
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.pen import Pen, joined
from carteblanche_journeys.words import Words

#: What a finding may cost, in the order in which it is said.
COSTS = ("minutes", "trips", "days", "euros")


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
    said = list(_costs(finding, words))
    if not said:
        return Markup(md(words("finding.cost.unsaid")))
    persona = max(finding.costs, key=lambda name: weight(finding.costs[name]))
    known = desk.atlas.personas.get(persona)
    who = words.text(known.name) if known else words("person")
    key = "finding.cost.most" if len(finding.costs) > 1 else "finding.cost"
    return Markup(md(words(key, None, name=who, cost=words("explain.joined").join(said))))


def cost_in_short(finding: Finding, words: Words) -> str:
    """The likely cost alone: `2 h 05, 1 trajet, 160 €`; that nobody can say it, else."""
    said = [in_short(amount, words, noun) for _, amount, noun in _known_costs(finding)]
    return ", ".join(said) or words("finding.cost.unsaid")


def _costs(finding: Finding, words: Words) -> Iterator[str]:
    for name, amount, noun in _known_costs(finding):
        yield words(f"finding.cost.{name}", amount=in_words(amount, words, noun))


def _known_costs(finding: Finding) -> Iterator[tuple[str, Amount, str]]:
    """What is known of a cost and more than nothing, with the word for what it counts."""
    for name in COSTS:
        amount = getattr(finding.cost, name, None)
        if amount is not None and amount.known and (amount.high or amount.likely):
            yield name, amount, "count.trips" if name == "trips" else ""


def status_of_cost(finding: Finding, words: Words) -> str:
    """How sure the least sure part of the cost is: its mark and its word."""
    amounts = [getattr(finding.cost, name, None) for name in COSTS]
    return mark_of(least_sure(a.status for a in amounts if a is not None and a.known), words)
