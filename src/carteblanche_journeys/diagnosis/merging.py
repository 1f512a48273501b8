"""From drafts to findings: one cause, one finding, over personas and over journeys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from carteblanche_journeys.diagnosis.finding import Confidence, Finding, Mention, once
from carteblanche_journeys.diagnosis.rule import Draft, Rule
from carteblanche_journeys.diagnosis.severity import severity_of, worst
from carteblanche_journeys.model import RuleSettings
from carteblanche_journeys.model.frozen import FrozenMap

_CONFIDENCES: tuple[Confidence, ...] = ("low", "medium", "high")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A draft, by which rule, in which journey, for which personas."""

    rule: Rule
    draft: Draft
    journey: str
    personas: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str]:
        """Rule and cause: what makes sightings one finding."""
        return self.rule.name, self.draft.cause

    @property
    def asks(self) -> bool:
        """Whether it is only a question."""
        return self.draft.kind == "question"


def give_way(
    sightings: Iterable[Sighting],
) -> tuple[list[Sighting], dict[tuple[str, str], set[str]]]:
    """Keep silent where a rule that tells the same cause better speaks on the same link.

    Returns
    -------
    The sightings that stay, and for each rule and cause the rules that gave way to it.
    """
    seen = list(sightings)
    speakers: dict[tuple[str, str], tuple[str, str]] = {}
    for sighting in seen:
        for link in sighting.draft.where.links:
            speakers.setdefault((sighting.rule.name, link), sighting.key)
    staying: list[Sighting] = []
    also: dict[tuple[str, str], set[str]] = {}
    for sighting in seen:
        better = _better(sighting, speakers)
        if better is None:
            staying.append(sighting)
        else:
            also.setdefault(better, set()).add(sighting.rule.name)
    return staying, also


def _better(
    sighting: Sighting, speakers: Mapping[tuple[str, str], tuple[str, str]]
) -> tuple[str, str] | None:
    for name in sighting.rule.gives_way_to:
        for link in sighting.draft.where.links:
            if (name, link) in speakers:
                return speakers[name, link]
    return None


def merge_places(
    sightings: Iterable[Sighting],
    settings: RuleSettings,
    also: Mapping[tuple[str, str], set[str]],
) -> list[Finding]:
    """The findings of one journey: sightings of one rule and cause joined.

    A fault beats a question of the same cause; the worst severity and the surest sighting
    count; personas and places are joined in order.
    """
    groups: dict[tuple[str, str], list[Sighting]] = {}
    for sighting in sightings:
        groups.setdefault(sighting.key, []).append(sighting)
    made = (_finding(group, settings, also.get(key, set())) for key, group in groups.items())
    return [finding for finding in made if finding is not None]


def _finding(group: list[Sighting], settings: RuleSettings, also: set[str]) -> Finding | None:
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
        where=reduce(or_, (draft.where for draft in drafts)),
        journeys=(first.journey,),
        personas=once(name for one in told for name in one.personas),
        values=_of_worst_off(alike),
        variant=first.draft.variant,
        also=tuple(sorted(also)),
    )


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
    joined: dict[str, object] = {}
    for values in every:
        for name, value in values.items():
            known = joined.get(name)
            if isinstance(known, Mention) and isinstance(value, Mention):
                joined[name] = known | value
            else:
                joined.setdefault(name, value)
    return FrozenMap(joined)


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
        values=_joined(one.values for one in group if one.variant == first.variant),
        also=tuple(sorted({name for one in group for name in one.also})),
        elsewhere=FrozenMap({one.journeys[0]: one.where for one in others}),
    )
