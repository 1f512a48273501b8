"""The findings of a journey as blocks of its page: where, what they cost, what else they touch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from carteblanche_journeys.diagnosis import Finding, Told
from carteblanche_journeys.model import Journey
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.findings import (
    cost_in_short,
    cost_of,
    places_of,
    status_of_cost,
)
from carteblanche_journeys.pages.pen import Pen, joined, rule_path
from carteblanche_journeys.pages.shelf import Shown
from carteblanche_journeys.pages.variants import as_is_of

#: How many findings stand first.
FIRST = 3
#: How many other journeys of one cause a block names; its rule's page names all.
ELSEWHERE = 3


@dataclass(frozen=True, slots=True)
class FindingEntry:
    """A finding as its block on the page shows it."""

    code: str
    finding: Finding
    told: Told
    where: Markup
    cost: Markup
    short: str
    sure: str
    rule: Markup
    also: Markup


def wrong(desk: Desk, pen: Pen, journey: Journey) -> dict[str, object]:
    """What is wrong in a journey: the first findings, all of them, questions, what is accepted."""
    shown = desk.shown(journey.id)
    faults = [one for one in shown if not one.asks]
    return {
        "structural": [one for one in faults if one.finding.kind == "structural"],
        "first": [_finding(desk, pen, journey, one) for one in faults[:FIRST]],
        "findings": [_finding(desk, pen, journey, one) for one in faults],
        "questions": [one for one in shown if one.asks],
        "accepted": [_accepted(desk, pen, one) for one in desk.accepted(journey.id)],
        "register": pen.link(desk.words("journey.accepted.how"), "waivers.md"),
    }


def _finding(desk: Desk, pen: Pen, journey: Journey, shown: Shown) -> FindingEntry:
    finding = shown.finding
    return FindingEntry(
        code=shown.code,
        finding=finding,
        told=shown.told,
        where=places_of(desk, pen, journey, finding),
        cost=cost_of(desk, finding),
        short=cost_in_short(finding, desk.words),
        sure=status_of_cost(finding, desk.words),
        rule=pen.link(desk.words("finding.rule", name=finding.rule), rule_path(finding.rule)),
        also=_also(desk, pen, journey, finding),
    )


def titles_elsewhere(desk: Desk, journey: str) -> tuple[object, ...]:
    """The titles of the other journeys that a journey's blocks name."""
    named = dict.fromkeys(
        name
        for shown in desk.shown(journey)
        for name in islice(_others(desk, shown.finding, journey), ELSEWHERE)
    )
    return tuple(desk.atlas.journeys[name].title for name in named)


def _others(desk: Desk, finding: Finding, journey: str) -> Iterator[str]:
    """The other journeys of a finding; variants of one journey are not others to each other."""
    root = as_is_of(desk.atlas.journeys[journey], desk.atlas).id
    for name in finding.journeys:
        if as_is_of(desk.atlas.journeys[name], desk.atlas).id != root:
            yield name


def _also(desk: Desk, pen: Pen, journey: Journey, finding: Finding) -> Markup:
    """The other journeys of the same cause, and the other rules that it breaks."""
    others = list(_others(desk, finding, journey.id))
    parts = []
    if others:
        links = [pen.journey(desk.atlas.journeys[name]) for name in others[:ELSEWHERE]]
        if len(others) > ELSEWHERE:
            more = desk.words("finding.elsewhere.more", n=len(others) - ELSEWHERE)
            links.append(pen.link(more, rule_path(finding.rule), "#fires"))
        parts.append(pen.say("finding.elsewhere", journeys=joined(links)))
    if finding.also:
        rules = joined(pen.link(name, rule_path(name)) for name in finding.also)
        parts.append(pen.say("finding.also", rules=rules))
    return joined(parts, " ")


def _accepted(desk: Desk, pen: Pen, finding: Finding) -> Markup:
    assert finding.waived is not None
    until = finding.waived.until
    end = desk.words("finding.until", date=desk.words.date(until)) if until else None
    parts = [pen.plain(desk.told(finding).title), pen.text(finding.waived.reason), end]
    return joined((part for part in parts if part), " · ")
