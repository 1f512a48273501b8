"""The diagnosis: every rule asked of every journey, as each persona lives it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from carteblanche_journeys.diagnosis.finding import Finding
from carteblanche_journeys.diagnosis.looking import InternalFault, Seen, look_across, look_at
from carteblanche_journeys.diagnosis.merging import merge_journeys
from carteblanche_journeys.diagnosis.rule import Rule, all_rules, rule_named
from carteblanche_journeys.diagnosis.severity import SEVERITIES
from carteblanche_journeys.diagnosis.waivers import covers, expired, waive, waivers_for
from carteblanche_journeys.diagnosis.weight import weight
from carteblanche_journeys.errors import UnknownName
from carteblanche_journeys.model import Atlas, Journey, Persona, Waiver
from carteblanche_journeys.model.collector import without_collector


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What the rules found.

    Parameters
    ----------
    findings
        Questions last; of the faults those first without which the walk has no meaning, then
        the costliest, then by journey and place.
    internal_faults
        Rules that failed; the command line ends with 101 where there are any.
    expired_waivers, unused_waivers
        Waivers whose day has passed, so that their findings count again; and those that
        cover nothing, told only where every rule was asked of every journey and persona.
    """

    findings: tuple[Finding, ...]
    internal_faults: tuple[InternalFault, ...] = ()
    expired_waivers: tuple[Waiver, ...] = ()
    unused_waivers: tuple[Waiver, ...] = ()


#: Given a journey and how to look at it: what was seen, now or when nothing had moved.
Keep = Callable[[Journey, Callable[[], Seen]], Seen]


def diagnose(
    atlas: Atlas,
    journey_ids: Iterable[str] | None = None,
    personas: Iterable[str] | None = None,
    rules: Iterable[str] | None = None,
    today: date | None = None,
    progress: Callable[[str], None] | None = None,
    keep: Keep | None = None,
    *,
    costs: bool = True,
) -> Diagnosis:
    """Ask the rules of the journeys of an atlas.

    Parameters
    ----------
    journey_ids, personas, rules
        Ids and names; left out: all. Of the personas asked for, a journey is lived by those
        that are its own; one named in `journey_ids` by each of them.
    today
        The day on which waivers are looked at; left out: all are in force.
    progress
        Called with the id of each journey before it is looked at.
    keep
        Where given, it is handed each journey and how to look at it, and may give back what
        was seen before, as long as journey, shared files, personas and rules are the same.
    costs
        Whether it is worked out what each finding costs.

    Raises
    ------
    UnknownName
        Where a journey, persona or rule is not known.

    >>> diagnose(Atlas()).findings
    ()
    """
    named = None if journey_ids is None else tuple(journey_ids)
    journeys = [
        _journey(atlas, name) for name in dict.fromkeys(atlas.journeys if named is None else named)
    ]
    wanted = None if personas is None else [_persona(atlas, name) for name in personas]
    chosen = all_rules() if rules is None else tuple(rule_named(name) for name in rules)
    looks: list[Seen] = []
    for journey in journeys:
        if progress is not None:
            progress(journey.id)
        lived_by = _lived_by(journey, atlas, wanted, asked=named is not None)
        look = partial(look_at, journey, atlas, lived_by, chosen, costs=costs)
        with without_collector():
            looks.append(look() if keep is None else keep(journey, look))
    looks.append(_across(atlas, journeys, wanted, chosen, named or (), costs=costs))
    whole = named is None and wanted is None and rules is None
    return _closed(atlas, journeys, looks, today, whole=whole)


def _across(
    atlas: Atlas,
    journeys: list[Journey],
    wanted: list[Persona] | None,
    chosen: tuple[Rule, ...],
    named: tuple[str, ...],
    *,
    costs: bool,
) -> Seen:
    """What is seen over all the journeys that one persona lives, told in those asked for.

    A redesign is looked at where it is named, in place of what it redesigns.
    """
    every = [_journey(atlas, name) for name in atlas.journeys]
    instead = {one.moment for one in every if one.id in named and _is_redesign(one)}
    lived = [
        one
        for one in every
        if one.steps and (one.id in named if one.moment in instead else not _is_redesign(one))
    ]
    personas = tuple(atlas.personas.values()) if wanted is None else wanted
    asked = frozenset(journey.id for journey in journeys)
    return look_across(atlas, lived, personas, chosen, asked, costs=costs)


def _is_redesign(journey: Journey) -> bool:
    return journey.kind_of_variant != "as-is"


def _journey(atlas: Atlas, name: str) -> Journey:
    """The journey of that id; one made in Python may not know it yet."""
    journey = atlas[name]
    return journey if journey.id == name else journey.model_copy(update={"id": name})


def _persona(atlas: Atlas, name: str) -> Persona:
    if name not in atlas.personas:
        known = ", ".join(atlas.personas) or "none"
        raise UnknownName(f"no persona '{name}'; there is: {known}")
    return atlas.personas[name]


def _lived_by(
    journey: Journey, atlas: Atlas, wanted: list[Persona] | None, *, asked: bool
) -> tuple[Persona, ...]:
    own = atlas.personas_of(journey)
    if wanted is None:
        return own
    if asked or not journey.personas:
        return tuple(wanted)
    return tuple(persona for persona in own if persona in wanted)


def _closed(
    atlas: Atlas,
    journeys: list[Journey],
    looks: list[Seen],
    today: date | None,
    *,
    whole: bool,
) -> Diagnosis:
    """The findings with their waivers, joined over journeys and in order."""
    found = [finding for look in looks for finding in look.findings]
    faults = [fault for look in looks for fault in look.faults]
    by_journey = {journey.id: waivers_for(journey, atlas) for journey in journeys}
    waived = [waive(one, by_journey[one.journeys[0]], today) for one in found]
    every = tuple(dict.fromkeys((*atlas.waivers, *(w for j in journeys for w in j.waivers))))
    met = {
        waiver
        for finding in found
        for waiver in by_journey[finding.journeys[0]]
        if covers(waiver, finding)
    }
    late = tuple(waiver for waiver in every if expired(waiver, today))
    unused = tuple(w for w in every if whole and w not in met and w not in late)
    findings = sorted(merge_journeys(waived), key=_order(journeys))
    return Diagnosis(tuple(findings), tuple(sorted(faults)), late, unused)


def _order(journeys: list[Journey]) -> Callable[[Finding], tuple[object, ...]]:
    """Questions last, structure first, then the costliest, then by journey and first step.

    A grave fault whose cost nobody can say comes before those whose cost is known: unknown is
    not zero.
    """
    places = {journey.id: place for place, journey in enumerate(journeys)}
    steps = {j.id: {step: at for at, step in enumerate(j.steps)} for j in journeys}

    def key(finding: Finding) -> tuple[object, ...]:
        journey = finding.journeys[0]
        first = min((steps[journey].get(s, 0) for s in finding.where.steps), default=0)
        bad = -SEVERITIES.index(finding.severity)
        plain = finding.kind != "structural"
        heavy = weight(finding.cost) if finding.cost else 0.0
        unsaid = not heavy and finding.severity == "error"
        ids = (places[journey], first, finding.rule, finding.cause)
        return (finding.kind == "question", plain, not unsaid, -heavy, bad, *ids)

    return key
