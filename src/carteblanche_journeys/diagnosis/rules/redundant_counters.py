"""Several organisations keep a counter that does the same for the same need."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from carteblanche_journeys.diagnosis.clues.doors import (
    Door,
    deciding_doors,
    doors,
    grouped,
    house_of,
    houses,
)
from carteblanche_journeys.diagnosis.clues.likeness import alike
from carteblanche_journeys.diagnosis.clues.no_wrong_door import leaves_to_guess
from carteblanche_journeys.diagnosis.clues.reach import met_before
from carteblanche_journeys.diagnosis.clues.spending import done_for
from carteblanche_journeys.diagnosis.finding import Where, mention
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule, Threshold
from carteblanche_journeys.diagnosis.stake import Stake
from carteblanche_journeys.model import LEVELS, Step, all_asks, all_yields, by_household
from carteblanche_journeys.model.counters import Level
from carteblanche_journeys.model.values import Thing

FRENCH = Prose(
    title="{#owners|Plusieurs} organismes tiennent un guichet pour {purpose|la même demande}",
    finds="""Des guichets de plusieurs organismes qui font la même chose pour le même but : au
        moins trois qui renseignent, ou deux qui reçoivent ou décident sur presque les mêmes
        informations. Ou deux dossiers presque pareils, pour un seul besoin.""",
    hurts="""La personne doit deviner à quelle porte frapper : {counters|tous ces guichets se
        ressemblent}. Qui se trompe refait le trajet, redit son histoire, ou renonce.""",
    remedy="""Réunissez l'entrée : un seul guichet ou un seul formulaire, et les organismes se
        répartissent le travail derrière. Dites si l'on réunit l'entrée seule, ou aussi les
        décisions.""",
    against="""Plusieurs portes, c'est aussi un lieu plus proche, un agent qui connaît le métier,
        une seconde chance après un refus. Réunir l'entrée n'oblige à fermer aucun lieu.""",
    forms={
        "informs": {"title": "{#owners} organismes renseignent sur {purpose}"},
        "receives": {"title": "{#owners} organismes reçoivent la même demande : {purpose}"},
        "decides": {"title": "{#owners} organismes décident de la même demande : {purpose}"},
        "informs-assigned": {
            "title": "{#owners} organismes renseignent sur {purpose}",
            "hurts": """À chaque situation son guichet : {counters}. Il faut savoir lequel est le
                sien, et qui change de situation recommence ailleurs.""",
        },
        "receives-assigned": {
            "title": "{#owners} organismes reçoivent la même demande : {purpose}",
            "hurts": """À chaque situation son guichet : {counters}. Il faut savoir lequel est le
                sien, et qui change de situation recommence ailleurs.""",
        },
        "decides-assigned": {
            "title": "{#owners} organismes décident de la même demande : {purpose}",
            "hurts": """À chaque situation son guichet : {counters}. Il faut savoir lequel est le
                sien, et qui change de situation recommence ailleurs.""",
        },
        "twice": {
            "title": "Pour {purpose}, la personne refait presque le même dossier ({owners})",
            "hurts": """La personne redonne presque les mêmes informations, pour un seul besoin :
                {counters}. Chaque dossier a ses pièces, ses délais, et son propre refus.""",
        },
        "again": {
            "title": """Pour {purpose}, la personne fait presque le même dossier {#schemes} fois :
                {schemes}""",
            "hurts": """La personne redonne presque les mêmes informations, pour un seul besoin.
                Chaque dossier a ses pièces, ses délais, et son propre refus.""",
        },
        "decided": {
            "title": "Pour {purpose}, {#owners} organismes décident du même dossier : {schemes}",
            "hurts": """Un seul besoin, et deux décisions sur presque les mêmes informations
                ({counters}). Chacune a son délai, son prix et son propre refus, et l'une ne vaut
                pas pour l'autre.""",
            "remedy": "Faites valoir une décision pour l'autre, ou réunissez les deux.",
        },
        "unknown": {
            "title": "Que demandent ces guichets pour {purpose} ? {counters}",
            "hurts": """On ne sait pas ce que demande chacun de ces guichets. S'ils demandent la
                même chose, la personne doit deviner à quelle porte frapper.""",
            "remedy": "Écrivez ce que chacun demande (`asks`), et de quelles données c'est fait.",
        },
    },
)
ENGLISH = Prose(
    title="{#owners|Several} organisations keep a counter for {purpose|the same request}",
    finds="""Counters of several organisations that do the same for the same purpose: at least
        three that inform, or two that receive or decide on nearly the same information. Or two
        files that are nearly alike, for a single need.""",
    hurts="""The person has to guess at which door to knock: {counters|all these counters look
        alike}. Those who guess wrong travel again, tell their story again, or give up.""",
    remedy="""Join the entry: one counter or one form, and the organisations share out the work
        behind it. Say whether only the entry is joined, or the decisions too.""",
    against="""Several doors also mean a nearer place, an agent who knows the trade, a second
        chance after a refusal. Joining the entry forces no place to close.""",
    forms={
        "informs": {"title": "{#owners} organisations inform about {purpose}"},
        "receives": {"title": "{#owners} organisations receive the same request: {purpose}"},
        "decides": {"title": "{#owners} organisations decide on the same request: {purpose}"},
        "informs-assigned": {
            "title": "{#owners} organisations inform about {purpose}",
            "hurts": """Each situation has its counter: {counters}. One has to know which is one's
                own, and those whose situation changes start again elsewhere.""",
        },
        "receives-assigned": {
            "title": "{#owners} organisations receive the same request: {purpose}",
            "hurts": """Each situation has its counter: {counters}. One has to know which is one's
                own, and those whose situation changes start again elsewhere.""",
        },
        "decides-assigned": {
            "title": "{#owners} organisations decide on the same request: {purpose}",
            "hurts": """Each situation has its counter: {counters}. One has to know which is one's
                own, and those whose situation changes start again elsewhere.""",
        },
        "twice": {
            "title": "For {purpose}, the person makes nearly the same file at {owners}",
            "hurts": """The person gives nearly the same information again, for a single need:
                {counters}. Each file has its own evidence, its own delays and its own refusal.""",
        },
        "again": {
            "title": """For {purpose}, the person makes nearly the same file {#schemes} times:
                {schemes}""",
            "hurts": """The person gives nearly the same information again, for a single need. Each
                file has its own evidence, its own delays and its own refusal.""",
        },
        "decided": {
            "title": "For {purpose}, {#owners} organisations decide on the same file: {schemes}",
            "hurts": """A single need, and two decisions on nearly the same information
                ({counters}). Each has its delay, its price and its own refusal, and one does not
                count for the other.""",
            "remedy": "Let one decision count for the other, or join the two.",
        },
        "unknown": {
            "title": "What do these counters ask for {purpose}? {counters}",
            "hurts": """Nobody says what each of these counters asks. If they ask the same, the
                person has to guess at which door to knock.""",
            "remedy": "Write what each of them asks (`asks`), and of which facts it is made.",
        },
    },
)
BAD = """
# atlas.yml
title: ‹Le vélo|Cycling›
language: ‹fr|en›
purposes: {payer-velo: ‹Payer un vélo|Pay for a bicycle›}
# organisations.yml
region: {name: ‹Région|Region›, kind: local}
ville: {name: ‹Ville|Town›, kind: local}
# schemes.yml
prime-velo: {name: ‹Prime au vélo|Bicycle grant›, purpose: payer-velo}
# facts.yml
revenu: {label: ‹Revenu|Income›}
# evidence.yml
avis-impot: {name: ‹Avis d'impôt|Tax notice›, facts: [revenu]}
# counters.yml
region: {name: ‹Accueil de la Région|Region desk›, owner: region, competence: {prime-velo: decides}}
ville: {name: ‹Accueil de la Ville|Town desk›, owner: ville, competence: {prime-velo: decides}}
# velo/as-is.yml
title: ‹J'achète un vélo|I buy a bicycle›
steps:
  prime: {title: ‹Demander la prime|Ask for the grant›, ways: [region, ville], asks: [avis-impot]}
"""


def find(case: Case) -> Iterator[Draft]:
    """Files alike on the persona's way, then counters alike by purpose and level."""
    for every in grouped(doors(case.lived), "purpose").values():
        there = [door for door in every if not _is_answered(door, every, case)]
        twice = _twice(there, case)
        if twice:
            yield _draft(twice, "twice" if houses(twice) > 1 else "again", case)
        yield from _informing([door for door in there if door.level == "informs"], case)
        files = [door for door in there if door.level != "informs"]
        yield from _alike(files, twice, case)
    for there in grouped(deciding_doors(case.lived), "purpose").values():
        decided = _twice(there, case)
        if houses(decided) > 1:
            yield _draft(decided, "decided", case)


def _informing(there: list[Door], case: Case) -> Iterator[Draft]:
    if there and houses(there) >= case.figures["informing-owners"]:
        yield _draft(there, "informs", case)


def _alike(there: list[Door], told: list[Door], case: Case) -> Iterator[Draft]:
    """Doors where one may file for the same; one that decides receives as well."""
    public = [door for door in there if not door.free]
    groups = [_apart(group, case) for group in _same_asks(public, case)]
    same = [door for group in groups if leaves_to_guess(group, case.lived) for door in group]
    if set(same) - set(told):
        yield _draft(same, _common_level(same), case)
    elif not same:
        unclear = [door for door in public if door.open]
        if houses(unclear) > 1 and not all(door.asks for door in unclear):
            unclear = _first_doors(unclear, case)
        if houses(unclear) > 1 and not all(door.asks for door in unclear):
            yield _draft(unclear, "unknown", case)


def _is_answered(door: Door, there: list[Door], case: Case) -> bool:
    """Whether a generalist keeps a door, whom the organisation behind another one answers."""
    operators = case.atlas.counters[door.counter].operators
    answering = {house_of(one.organisation, case.atlas) for one in operators}
    return any(other.house in answering for other in there if other.house != door.house)


def _first_doors(there: list[Door], case: Case) -> list[Door]:
    """Without the doors that come after another one for the same scheme on the same way."""
    bit = {scheme: 1 << at for at, scheme in enumerate(dict.fromkeys(d.scheme for d in there))}
    marks: dict[str, int] = {}
    for door in there:
        marks[door.step] = marks.get(door.step, 0) | bit[door.scheme]
    met = met_before(case.lived, marks)
    return [door for door in there if not met[door.step] & bit[door.scheme]]


def _apart(group: list[Door], case: Case) -> list[Door]:
    """Without the doors that go on with the file of another."""
    steps = list(dict.fromkeys(door.step for door in group))
    given = {piece for step in steps for piece in all_yields(case.journey.steps[step])}
    asked = {step: _asked(case.journey.steps[step]) for step in steps} if given else {}
    return [door for door in group if given.isdisjoint(asked.get(door.step, ()))]


def _asked(step: Step) -> set[str]:
    return {piece for ask in all_asks(step) for piece in ask.pieces}


def _same_asks(there: list[Door], case: Case) -> Iterator[list[Door]]:
    """Doors where one has to prove nearly the same facts."""
    by_place = grouped(there, "place")
    facts = {place: here[0].facts for place, here in by_place.items()}
    for group in alike(facts, case.figures["likeness"]):
        yield [door for place in group for door in by_place[place]]


def _twice(there: list[Door], case: Case) -> list[Door]:
    """Doors of files alike that the persona makes one after the other."""
    filed = [door for door in there if door.taken and door.open and door.level != "informs"]
    same: list[Door] = []
    for group in _same_asks(filed, case):
        for one, other in pairwise(grouped(group, "file").values()):
            here, elsewhere = one[0].step, other[0].step
            both = here != elsewhere and not case.apart(here, elsewhere)
            both = both and not _follows(here, elsewhere, case)
            if both and (one[0].house != other[0].house or _decided_apart(one, other, case)):
                same += [*one, *other]
    return same


def _follows(here: str, there: str, case: Case) -> bool:
    """Whether one is asked for what the other gave: it goes on with that file."""
    given = all_yields(case.journey.steps[here])
    return not _asked(case.journey.steps[there]).isdisjoint(given)


def _decided_apart(one: list[Door], other: list[Door], case: Case) -> bool:
    """Whether two schemes are decided by bodies that have nothing in common."""
    said, also_said = (case.atlas.schemes[file[0].scheme].decided_by for file in (one, other))
    return bool(said and also_said) and set(said).isdisjoint(also_said)


def _common_level(there: list[Door]) -> Level:
    """The most that all of these doors can do."""
    return min((door.level for door in there), key=LEVELS.index)


def _draft(there: list[Door], variant: str, case: Case) -> Draft:
    level = _common_level(there)
    needed = case.figures["informing-owners"] if level == "informs" else 2
    counters = mention("counter", *(door.counter for door in there))
    organisations = mention("organisation", *(door.owner for door in there))
    schemes = mention("scheme", *(door.scheme for door in there))
    steps = mention("step", *(door.step for door in there)).ids
    purpose = there[0].purpose
    assigned = houses(door for door in there if door.open) < needed
    return Draft(
        cause=f"{purpose} {level}",
        where=Where(steps, (), counters.ids, organisations.ids, schemes=schemes.ids),
        values={
            "purpose": mention("purpose", purpose),
            "counters": counters,
            "owners": organisations,
            "schemes": schemes,
        },
        variant=f"{variant}-assigned" if assigned and variant == level else variant,
        kind="question" if variant == "unknown" else None,
        confidence=case.sureness(*_marks(steps, counters.ids, case)),
        lower=assigned,
        stake=Stake(steps=_spared(there, case)) if variant in _FILED_TWICE else Stake(),
        # Where to ask is a trouble of its own, even where what decides is told better elsewhere.
        topics=() if level == "informs" else (f"purpose:{purpose}",),
    )


def _marks(steps: tuple[str, ...], counters: tuple[str, ...], case: Case) -> Iterator[Thing]:
    """The steps at hand, and their ways that lead to these counters."""
    for name in steps:
        step = case.journey.steps[name]
        yield step
        yield from (way for way in step.ways if (way.counter or step.at) in counters)


#: Forms of the fault in which the person really goes through more than one file.
_FILED_TWICE = ("twice", "again", "decided")


def _spared(there: list[Door], case: Case) -> tuple[str, ...]:
    """What the files after the first make the person do: their steps, and what leads to them."""
    first, later = there[0].file, [door for door in there if door.file != there[0].file]
    own = [door.step for door in later if by_household(case.journey.steps[door.step], case.atlas)]
    behind = [door for door in later if door.step not in own and door.scheme != first[1]]
    led = done_for({door.scheme for door in behind}, {door.step for door in behind}, case.lived)
    return tuple(dict.fromkeys((*own, *led)))


RULE = Rule(
    name="redundant-counters",
    severity="warning",
    source=("D01", "Reijers & Liman Mansar 2005, numerical involvement", "CFE → INPI, 2023"),
    prose={"fr": FRENCH, "en": ENGLISH},
    thresholds={"likeness": Threshold(0.6, "D01"), "informing-owners": Threshold(3, "D01")},
    bad=BAD,
    good=BAD.replace("owner: ville, competence: {prime-velo: decides}", "owner: ville"),
    gives_way_to=("unknowable-counter", "stacked-schemes"),
    find=find,
)
