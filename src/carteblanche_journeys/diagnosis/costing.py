"""What a finding costs, in words."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.finding import Finding
from carteblanche_journeys.diagnosis.weight import weight
from carteblanche_journeys.measures import Amount, least_sure
from carteblanche_journeys.measures.saying import amount_in_words
from carteblanche_journeys.model import Status
from carteblanche_journeys.words import Words

#: What a finding may cost, in the order in which it is said.
COSTS = ("minutes", "trips", "days", "euros")
#: The word for what a cost counts, where its unit does not say it.
NOUNS = {"trips": "count.trips"}


def costs_in_words(finding: Finding, words: Words) -> tuple[str, ...]:
    """Each part of what it costs the persona who pays most: time, trips, waiting, money.

    Parts that are nothing, or of which nothing is known, are left out; they are never added.

    >>> from carteblanche_journeys.diagnosis.finding import Where
    >>> from carteblanche_journeys.measures import Burden, exactly
    >>> from carteblanche_journeys.model.frozen import FrozenMap
    >>> from carteblanche_journeys.words import words_for
    >>> costs = FrozenMap({"jeanne": Burden(minutes=exactly(90, "min"), trips=exactly(2, ""))})
    >>> found = Finding("loose-end", "fault", "info", "low", "x", Where(), costs=costs)
    >>> costs_in_words(found, words_for("en"))
    ('1 h 30', '2 trips')
    """
    return tuple(
        words(
            f"finding.cost.{name}",
            amount=amount_in_words(amount, words, NOUNS.get(name, "")),
        )
        for name, amount in parts_of(finding)
    )


def payer_of(finding: Finding) -> str | None:
    """The persona who pays most, as an id; None where nobody can say what it costs."""
    return max(finding.costs, key=lambda name: weight(finding.costs[name]), default=None)


def cost_status(finding: Finding) -> Status | None:
    """How sure the least sure part of the cost is."""
    return least_sure(amount.status for _, amount in parts_of(finding))


def parts_of(finding: Finding) -> Iterator[tuple[str, Amount]]:
    """What is known of a cost and more than nothing, by name: minutes, trips, days, euros."""
    for name in COSTS:
        amount = getattr(finding.cost, name, None)
        if amount is not None and amount.known and (amount.high or amount.likely):
            yield name, amount
