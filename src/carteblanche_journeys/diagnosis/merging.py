"""From what rules saw to findings: one cause is one finding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from carteblanche_journeys.diagnosis.books import Books
from carteblanche_journeys.diagnosis.finding import (
    Confidence,
    Finding,
    Mention,
    joined_places,
    once,
)
from carteblanche_journeys.diagnosis.rule import Draft
from carteblanche_journeys.diagnosis.severity import severity_of, worst
from carteblanche_journeys.diagnosis.sighting import Key, Sighting
from carteblanche_journeys.diagnosis.stake import NOTHING, Stake, joined_stakes
from carteblanche_journeys.graph import Lived
from carteblanche_journeys.measures import Burden
from carteblanche_journeys.model import RuleSettings
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.values import EMPTY

_CONFIDENCES: tuple[Confidence, ...] = ("low", "medium", "high")


def merge_places(
    sightings: Iterable[Sighting],
    settings: RuleSettings,
    also: Mapping[Key, set[str]],
    books: Books | None,
) -> list[Finding]:
    """The findings journey by journey: sightings of one rule and cause joined.

    A fault beats a question of the same cause; the worst severity and the surest sighting
    count; personas, places and what is at stake are joined in order.

    Parameters
    ----------
    also
        For a rule and cause, the rules that gave way to it.
    books
        What each place costs each life; None where nobody asks what findings cost.
    """
    groups: dict[tuple[str, Key], list[Sighting]] = {}
    for sighting in sightings:
        groups.setdefault((sighting.journey, sighting.key), []).append(sighting)
    made = (
        _finding(group, settings, also.get(key, set()), books) for (_, key), group in groups.items()
    )
    return [finding for finding in made if finding is not None]


def _finding(
    group: list[Sighting], settings: RuleSettings, also: set[str], books: Books | None
) -> Finding | None:
    told = [one for one in group if not one.asks] or group
    bad = [severity_of(one.rule, settings, lower=one.draft.lower) for one in told]
    severities = [severity for severity in bad if severity != "off"]
    if not severities:
        return None
    severity = worst(*severities)
    first = told[bad.index(severity)]
    alike = [one for one in told if one.draft.variant == first.draft.variant]
    drafts = [one.draft for one in alike]
    return Finding(
        rule=first.rule.name,
        kind=first.draft.kind or first.rule.kind,
        severity=severity,
        confidence=max((d.confidence for d in drafts), key=_CONFIDENCES.index),
        cause=first.draft.cause,
        where=joined_places(draft.where for draft in drafts),
        journeys=(first.journey,),
        personas=once(name for one in told for name in one.personas),
        values=_of_worst_off(alike),
        variant=first.draft.variant,
        also=tuple(sorted(also)),
        costs=_costs(alike, books) if books is not None else EMPTY,
    )


def _costs(group: list[Sighting], books: Books) -> FrozenMap[str, Burden]:
    """By persona, what all that one life meets of this cause costs it; nothing counts twice."""
    stakes: dict[Lived, list[Stake]] = {}
    payers: dict[Lived, tuple[str, ...]] = {}
    for one in group:
        for lived in one.lives if one.draft.stake != NOTHING else ():
            stakes.setdefault(lived, []).append(one.draft.stake)
            payers[lived] = one.personas or (lived.persona.id,)
    spent = {
        lived: joined_stakes(every).cost(books.ledger(lived)) for lived, every in stakes.items()
    }
    return FrozenMap({persona: cost for lived, cost in spent.items() for persona in payers[lived]})


def _of_worst_off(group: list[Sighting]) -> FrozenMap[str, object]:
    """What the sentences name: all that one persona meets, of the one who meets the most.

    Joined over personas, a title would count bodies that no single person deals with.
    """
    met: dict[tuple[str, ...], list[Draft]] = {}
    for one in group:
        met.setdefault(one.personas, []).append(one.draft)
    joined = [_joined(draft.values for draft in drafts) for drafts in met.values()]
    return max(joined, key=_named)


def _named(values: Mapping[str, object]) -> int:
    return sum(len(value.ids) for value in values.values() if isinstance(value, Mention))


def _joined(every: Iterable[Mapping[str, object]]) -> FrozenMap[str, object]:
    """Mentions of one name joined; of numbers the first stays."""
    first: dict[str, object] = {}
    named: dict[str, list[str]] = {}
    for values in every:
        for name, value in values.items():
            first.setdefault(name, value)
            if isinstance(value, Mention):
                named.setdefault(name, []).extend(value.ids)
    return FrozenMap({name: _with(value, named.get(name, ())) for name, value in first.items()})


def _with(value: object, ids: Iterable[str]) -> object:
    return Mention(value.kind, once(ids)) if isinstance(value, Mention) else value


def merge_journeys(findings: Iterable[Finding]) -> list[Finding]:
    """Findings of one rule and cause joined over journeys, waived ones apart from others."""
    groups: dict[tuple[str, str, bool, bool], list[Finding]] = {}
    for finding in findings:
        asks = finding.kind == "question"
        key = (finding.rule, finding.cause, asks, finding.waived is not None)
        groups.setdefault(key, []).append(finding)
    return [_over_journeys(group) for group in groups.values()]


def _over_journeys(group: list[Finding]) -> Finding:
    first, *others = group
    if not others:
        return first
    return replace(
        first,
        severity=worst(*(one.severity for one in group)),
        confidence=max((one.confidence for one in group), key=_CONFIDENCES.index),
        journeys=once(name for one in group for name in one.journeys),
        personas=once(name for one in group for name in one.personas),
        values=_over_all([one for one in group if one.variant == first.variant]),
        also=tuple(sorted({name for one in group for name in one.also})),
        elsewhere=FrozenMap({one.journeys[0]: one.where for one in others}),
        costs=_together(group),
    )


def _over_all(alike: list[Finding]) -> FrozenMap[str, object]:
    """What the sentences name: of a fault what the worst journey has, as no life holds them all."""
    if alike[0].kind == "question":
        return _joined(one.values for one in alike)
    return max(alike, key=lambda one: _named(one.values)).values


def _together(group: list[Finding]) -> FrozenMap[str, Burden]:
    """What it costs each persona over all the journeys where it is met."""
    costs: dict[str, Burden] = {}
    for one in group:
        for persona, cost in one.costs.items():
            costs[persona] = costs[persona] + cost if persona in costs else cost
    return FrozenMap(costs)
