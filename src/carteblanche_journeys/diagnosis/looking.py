"""Rules at work: what each sees in a journey, or in all the journeys that a persona lives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from carteblanche_journeys.diagnosis.books import Books
from carteblanche_journeys.diagnosis.finding import Finding
from carteblanche_journeys.diagnosis.merging import merge_places
from carteblanche_journeys.diagnosis.precedence import give_way, settle_rivals
from carteblanche_journeys.diagnosis.rule import Case, Rule, rule_named
from carteblanche_journeys.diagnosis.severity import severity_of
from carteblanche_journeys.diagnosis.sighting import Sighting
from carteblanche_journeys.graph import Lived, Network, live, network
from carteblanche_journeys.model import Atlas, Journey, Persona

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
class Seen:
    """What the rules found, before waivers, and which of them failed."""

    findings: tuple[Finding, ...] = ()
    faults: tuple[InternalFault, ...] = ()


def look_at(
    journey: Journey,
    atlas: Atlas,
    personas: tuple[Persona, ...],
    chosen: tuple[Rule, ...],
    *,
    costs: bool = True,
) -> Seen:
    """What the rules see in one journey; those to which a chosen one gives way are asked too."""
    if not journey.steps or not personas:
        return Seen()
    net, books, atlas = network(journey), Books(), atlas.seen_by(journey)
    lives = tuple(live(journey, atlas, persona, net) for persona in personas)
    distinct = _distinct(lives)
    faults: list[InternalFault] = []
    sightings = [
        sighting
        for rule in _with_better(chosen)
        if rule.scope != "atlas" and severity_of(rule, atlas.rules) != "off"
        for heard, alike in _audiences(rule, distinct)
        for sighting in _sightings(
            rule, Case(atlas, journey, net, heard, rule.figures(atlas), books), alike, faults
        )
    ]
    staying, also = settle_rivals(*give_way(sightings))
    names = {rule.name for rule in chosen}
    told = (s for s in staying if s.rule.name in names)
    found = merge_places(told, atlas.rules, also, books if costs else None)
    return Seen(tuple(found), tuple(faults))


def look_across(
    atlas: Atlas,
    journeys: Iterable[Journey],
    personas: Iterable[Persona],
    chosen: Iterable[Rule],
    asked: frozenset[str],
    *,
    costs: bool = True,
) -> Seen:
    """What the rules of scope `atlas` see, persona by persona, in all the journeys one lives.

    Parameters
    ----------
    journeys
        Those looked at: the as-is journeys of the atlas, and those asked for.
    asked
        Ids of the journeys in which findings are told.
    """
    across = [
        rule for rule in chosen if rule.scope == "atlas" and severity_of(rule, atlas.rules) != "off"
    ]
    faults: list[InternalFault] = []
    sightings: list[Sighting] = []
    books, every = Books(), list(journeys) if across else []
    nets = {journey.id: network(journey) for journey in every}
    for persona in personas if across else ():
        lives = tuple(_lives(persona, every, nets, atlas))
        for rule in across if lives else ():
            case = Case(atlas, lives[0].journey, lives[0].net, lives, rule.figures(atlas), books)
            sightings += _sightings(rule, case, (lives,), faults)
    told = [one for one in sightings if one.journey in asked]
    found = merge_places(told, atlas.rules, {}, books if costs else None)
    return Seen(tuple(found), tuple(faults))


def _lives(
    persona: Persona, journeys: list[Journey], nets: dict[str, Network], atlas: Atlas
) -> Iterator[Lived]:
    for journey in journeys:
        if persona in atlas.personas_of(journey):
            yield live(journey, atlas, persona, nets[journey.id])


def _with_better(chosen: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """The chosen rules, and those that may tell a cause of theirs better."""
    rules = {rule.name: rule for rule in chosen}
    waiting = list(chosen)
    while waiting:
        rule = waiting.pop()
        for name in (*rule.gives_way_to, *rule.rivals):
            if name not in rules:
                rules[name] = rule_named(name)
                waiting.append(rules[name])
    return tuple(rules[name] for name in sorted(rules))


def _audiences(
    rule: Rule, distinct: list[_Shared]
) -> Iterator[tuple[tuple[Lived, ...], tuple[_Shared, ...]]]:
    """The lives a rule looks at in one go, and who else lives each of them the same way."""
    if rule.scope == "journey":
        yield tuple(shared[0] for shared in distinct), ()
    else:
        yield from ((shared[:1], (shared,)) for shared in distinct)


def _sightings(
    rule: Rule, case: Case, alike: tuple[_Shared, ...], faults: list[InternalFault]
) -> list[Sighting]:
    """What a rule sees in one case; a rule that fails says so, and the others go on."""
    named = tuple(dict.fromkeys(life.persona.id for shared in alike for life in shared))
    personas = tuple(filter(None, named))
    lives = {life.journey.id: life for life in case.lives}
    try:
        drafts = list(rule.find(case))
    except Exception as problem:
        error = f"{type(problem).__name__}: {problem}"
        faults.append(InternalFault(rule.name, case.journey.id, " ".join(named), error))
        return []
    made = []
    for draft in drafts:
        journey = draft.journey or case.journey.id
        payers = case.lives if rule.scope == "journey" else (lives[journey],)
        made.append(Sighting(rule, draft, journey, personas, payers))
    return made


def _distinct(lives: tuple[Lived, ...]) -> list[_Shared]:
    """Lives that no rule can tell apart, together: each is looked at once."""
    if len(lives) == 1:
        return [lives]
    groups: dict[object, list[Lived]] = {}
    for lived in lives:
        groups.setdefault(_circumstances(lived), []).append(lived)
    return [tuple(group) for group in groups.values()]


def _circumstances(lived: Lived) -> object:
    """All that a rule can see of a persona: everything but the name and the portrait."""
    one = lived.persona
    home = tuple((person.role, person.commune, person.car, person.online) for person in one.people)
    return (lived.key, one.kind, one.needs, home, one.traits, one.counts, one.staff)
