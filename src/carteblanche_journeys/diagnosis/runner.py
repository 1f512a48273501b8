"""The diagnosis: every rule asked of every journey, as each persona lives it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial

from carteblanche_journeys.diagnosis.finding import Finding
from carteblanche_journeys.diagnosis.merging import (
    Sighting,
    give_way,
    merge_journeys,
    merge_places,
)
from carteblanche_journeys.diagnosis.rule import Case, Rule, all_rules, rule_named
from carteblanche_journeys.diagnosis.severity import SEVERITIES, severity_of
from carteblanche_journeys.diagnosis.waivers import covers, expired, waive, waivers_for
from carteblanche_journeys.errors import UnknownName
from carteblanche_journeys.graph import Lived, Network, live, network
from carteblanche_journeys.model import Atlas, Journey, Persona, Waiver, all_asks, holds, ways_of

#: A life, and the same as others live it.
_Shared = tuple[Lived, ...]


@dataclass(frozen=True, slots=True, order=True)
class InternalFault:
    """A rule that failed: a fault of ours, said with its name; the other rules went on."""

    rule: str
    journey: str
    persona: str
    error: str


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What the rules found.

    Parameters
    ----------
    findings
        Questions last, then the worst first, then by journey and place.
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


#: What the rules find in one journey, before waivers, and which rules failed.
Seen = tuple[tuple[Finding, ...], tuple[InternalFault, ...]]
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
    found: list[Finding] = []
    faults: list[InternalFault] = []
    for journey in journeys:
        if progress is not None:
            progress(journey.id)
        lived_by = _lived_by(journey, atlas, wanted, asked=named is not None)
        seen = partial(_looked_at, journey, atlas, lived_by, chosen)
        mine, failed = seen() if keep is None else keep(journey, seen)
        found += mine
        faults += failed
    whole = named is None and wanted is None and rules is None
    return _closed(atlas, journeys, found, faults, today, whole=whole)


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


def _looked_at(
    journey: Journey, atlas: Atlas, personas: tuple[Persona, ...], chosen: tuple[Rule, ...]
) -> Seen:
    faults: list[InternalFault] = []
    found = _in_journey(journey, atlas, personas, chosen, faults)
    return tuple(found), tuple(faults)


def _in_journey(
    journey: Journey,
    atlas: Atlas,
    personas: tuple[Persona, ...],
    chosen: tuple[Rule, ...],
    faults: list[InternalFault],
) -> list[Finding]:
    """The findings of one journey; rules to which a chosen one gives way are asked as well."""
    if not journey.steps or not personas:
        return []
    net = network(journey)
    lives = tuple(live(journey, atlas, persona, net) for persona in personas)
    distinct = _distinct(lives)
    sightings = [
        sighting
        for rule in _with_better(chosen)
        if severity_of(rule, atlas.rules) != "off"
        for sighting in _sightings(rule, atlas, net, distinct, faults)
    ]
    staying, also = give_way(sightings)
    names = {rule.name for rule in chosen}
    return merge_places((s for s in staying if s.rule.name in names), atlas.rules, also)


def _with_better(chosen: tuple[Rule, ...]) -> tuple[Rule, ...]:
    names = {rule.name for rule in chosen}
    names.update(better for rule in chosen for better in rule.gives_way_to)
    return tuple(rule for rule in all_rules() if rule.name in names)


def _sightings(
    rule: Rule, atlas: Atlas, net: Network, distinct: list[_Shared], faults: list[InternalFault]
) -> list[Sighting]:
    found: list[Sighting] = []
    everyone = (tuple(shared[0] for shared in distinct), ())
    alone = [(shared[:1], tuple(one.persona.id for one in shared)) for shared in distinct]
    for heard, named in [everyone] if rule.scope == "journey" else alone:
        case = Case(atlas, net.journey, net, heard, rule.figures(atlas))
        try:
            drafts = list(rule.find(case))
        except Exception as problem:
            error = f"{type(problem).__name__}: {problem}"
            faults.append(InternalFault(rule.name, net.journey.id, " ".join(named), error))
            continue
        found += [
            Sighting(rule, draft, net.journey.id, tuple(filter(None, named))) for draft in drafts
        ]
    return found


def _distinct(lives: tuple[Lived, ...]) -> list[_Shared]:
    """Lives that no rule can tell apart, together: each is looked at once."""
    if len(lives) == 1:
        return [lives]
    groups: dict[tuple[object, ...], list[Lived]] = {}
    for lived in lives:
        groups.setdefault(_projection(lived), []).append(lived)
    return [tuple(group) for group in groups.values()]


def _projection(lived: Lived) -> tuple[object, ...]:
    """All that a rule can see of a persona: what is lived, asked and closed."""
    traits = lived.persona.traits
    conditions = (
        condition
        for one in lived.steps.values()
        for condition in (
            *(ask.when for ask in all_asks(one.step)),
            *(way.when for way in ways_of(one.step, lived.atlas)),
        )
        if condition
    )
    return (lived.key, tuple(holds(condition, traits) for condition in conditions))


def _closed(
    atlas: Atlas,
    journeys: list[Journey],
    found: list[Finding],
    faults: list[InternalFault],
    today: date | None,
    *,
    whole: bool,
) -> Diagnosis:
    """The findings with their waivers, joined over journeys and in order."""
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
    """Questions last, the worst first, then by journey and the first step named."""
    places = {journey.id: place for place, journey in enumerate(journeys)}
    steps = {j.id: {step: at for at, step in enumerate(j.steps)} for j in journeys}

    def key(finding: Finding) -> tuple[object, ...]:
        journey = finding.journeys[0]
        first = min((steps[journey].get(s, 0) for s in finding.where.steps), default=0)
        bad = -SEVERITIES.index(finding.severity)
        asks = finding.kind == "question"
        return (asks, bad, places[journey], first, finding.rule, finding.cause)

    return key
