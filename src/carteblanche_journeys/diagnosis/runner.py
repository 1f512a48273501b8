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


@dataclass(frozen=True)
class _Asking:
    """Which rules are asked, of whom; and whether it is worked out what findings cost."""

    atlas: Atlas
    wanted: tuple[Persona, ...] | None
    chosen: tuple[Rule, ...]
    #: Whether journeys were named: each is then lived by every persona asked for.
    named: bool
    costs: bool = True

    def look(self, journey: Journey) -> Seen:
        """What is seen in one journey."""
        lived_by = _lived_by(journey, self.atlas, self.wanted, asked=self.named)
        return look_at(journey, self.atlas, lived_by, self.chosen, costs=self.costs)

    def look_across(self, group: list[Journey]) -> Seen:
        """What is seen over all the journeys that one persona lives, told in those of a group.

        A redesign is looked at in place of what it redesigns.
        """
        every = [_journey(self.atlas, name) for name in self.atlas.journeys]
        asked = frozenset(journey.id for journey in group)
        instead = {one.moment for one in group if _is_redesign(one)}
        lived = [
            one
            for one in every
            if one.steps and (one.id in asked if one.moment in instead else not _is_redesign(one))
        ]
        everyone = tuple(self.atlas.personas.values())
        personas = everyone if self.wanted is None else self.wanted
        return look_across(self.atlas, lived, personas, self.chosen, asked, costs=self.costs)


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

    What hurts in a redesign is told by itself, never joined with what hurts in another journey:
    nobody lives both. Of a redesign that is not named, only structural rules are asked: what
    still hurts in it is nobody's fault yet.

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
    wanted = None if personas is None else tuple(_persona(atlas, name) for name in personas)
    chosen = all_rules() if rules is None else tuple(rule_named(name) for name in rules)
    looks: list[list[Seen]] = []
    for group in _groups(journeys):
        seen: list[Seen] = []
        asked = chosen if named is not None else _asked_of(group, chosen)
        asking = _Asking(atlas, wanted, asked, named is not None)
        for journey in group:
            if progress is not None:
                progress(journey.id)
            look = partial(asking.look, journey)
            with without_collector():
                seen.append(look() if keep is None else keep(journey, look))
        looks.append([*seen, asking.look_across(group)])
    whole = len(journeys) == len(atlas.journeys) and wanted is None and rules is None
    return _closed(atlas, journeys, looks, today, whole=whole)


def glance(atlas: Atlas, journey_id: str, today: date | None = None) -> Diagnosis:
    """Ask all rules of one journey, without working out what the findings cost.

    For what is looked at by the dozen, where only what is found matters.

    Raises
    ------
    UnknownName
        Where the journey is not known.

    >>> atlas = Atlas(journeys={"x/as-is": {"title": "X", "steps": {"a": {"title": "A"}}}})
    >>> glance(atlas, "x/as-is").findings
    ()
    """
    journey = _journey(atlas, journey_id)
    asking = _Asking(atlas, None, all_rules(), named=True, costs=False)
    with without_collector():
        seen = [asking.look(journey), asking.look_across([journey])]
    return _closed(atlas, [journey], [seen], today, whole=False)


def _groups(journeys: list[Journey]) -> list[list[Journey]]:
    """Journeys whose findings belong together: those that exist; each redesign by itself.

    What both a journey and its redesign have is a finding of each, and what it costs is never
    added up over them.
    """
    existing = [one for one in journeys if not _is_redesign(one)]
    return [existing] * bool(existing) + [[one] for one in journeys if _is_redesign(one)]


def _asked_of(group: list[Journey], chosen: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """Of the rules, those to ask of journeys that nobody has named."""
    if not any(map(_is_redesign, group)):
        return chosen
    return tuple(rule for rule in chosen if rule.kind == "structural")


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
    journey: Journey, atlas: Atlas, wanted: tuple[Persona, ...] | None, *, asked: bool
) -> tuple[Persona, ...]:
    own = atlas.personas_of(journey)
    if wanted is None:
        return own
    if asked or not journey.personas:
        return wanted
    return tuple(persona for persona in own if persona in wanted)


def _closed(
    atlas: Atlas,
    journeys: list[Journey],
    looks: list[list[Seen]],
    today: date | None,
    *,
    whole: bool,
) -> Diagnosis:
    """The findings with their waivers, joined over journeys and in order."""
    found = [finding for seen in looks for look in seen for finding in look.findings]
    faults = [fault for seen in looks for look in seen for fault in look.faults]
    by_journey = {journey.id: waivers_for(journey, atlas) for journey in journeys}
    waived = [
        [waive(one, by_journey[one.journeys[0]], today) for look in seen for one in look.findings]
        for seen in looks
    ]
    every = tuple(dict.fromkeys((*atlas.waivers, *(w for j in journeys for w in j.waivers))))
    met = {
        waiver
        for finding in found
        for waiver in by_journey[finding.journeys[0]]
        if covers(waiver, finding)
    }
    late = tuple(waiver for waiver in every if expired(waiver, today))
    unused = tuple(w for w in every if whole and w not in met and w not in late)
    joined = [one for group in waived for one in merge_journeys(group)]
    findings = sorted(joined, key=_order(journeys))
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
