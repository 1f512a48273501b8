"""The right counter depends on something that the person cannot know before filing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from carteblanche_journeys.diagnosis.clues.exclusion import excludes
from carteblanche_journeys.diagnosis.clues.filings import Filing, competent, filings, receivers
from carteblanche_journeys.diagnosis.clues.onward import counters_beyond
from carteblanche_journeys.diagnosis.clues.reach import after, before
from carteblanche_journeys.diagnosis.finding import Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule
from carteblanche_journeys.diagnosis.stake import Stake
from carteblanche_journeys.model import Test, all_yields, by_household, ways_of

FRENCH = Prose(
    title="""Pour {purpose|un même but}, le bon guichet dépend d'une donnée connue après le
        dépôt : {fact|personne ne peut la savoir avant}""",
    finds="""Des dispositifs qui servent le même but, que l'on demande à des organismes différents,
        et que départage une donnée qui n'est connue qu'une fois le dossier déposé. Ou un choix
        entre des guichets qui dépend d'une telle donnée.""",
    hurts="""Il faut choisir un guichet avant de savoir lequel est le bon : {counters|rien ne permet
        de trancher}. Qui se trompe attend, reçoit un refus, puis refait un dossier ailleurs. C'est
        le résultat de l'évaluation qui dit à qui il fallait la demander.""",
    remedy="""Ouvrez une seule entrée : un dossier commun, que chaque organisme peut recevoir.
        Une fois la réponse connue ({fact|ce qui départage}), les organismes se passent le
        dossier, sans rien redemander à la personne.""",
    against="""Un dossier commun est plus long pour qui n'aurait eu besoin que d'une partie, et le
        tri derrière le guichet prend du temps aux agents. Une entrée commune ne ferme aucun
        guichet.""",
    forms={
        "choice": {
            "title": "{steps} : pour choisir, il faudrait déjà connaître {fact}",
        },
        "unknown": {
            "title": "La personne peut-elle connaître {fact} avant de choisir un guichet ?",
            "hurts": """Le guichet à qui demander dépend de {fact}. On ne sait pas si la
                personne a cette réponse avant de déposer son dossier.""",
            "remedy": """Demandez-le aux personnes et aux agents, puis écrivez `known_to_person`
                sur cette donnée.""",
        },
    },
)
ENGLISH = Prose(
    title="""For {purpose|one purpose}, the right counter depends on a fact known only after
        filing: {fact|nobody can know it before}""",
    finds="""Schemes that serve the same purpose, that one asks for at different organisations, and
        between which a fact decides that is known only once the file has been handed in. Or a
        choice between counters that depends on such a fact.""",
    hurts="""One has to choose a counter before knowing which is the right one:
        {counters|nothing tells them apart}. Those who guess wrong wait, get a refusal, then make
        another file elsewhere. It is the result of the assessment that tells whom one should have
        asked for it.""",
    remedy="""Open one entry: a common file that each of the organisations can receive. Once
        the answer is known ({fact|what decides}), the organisations pass the file on and ask
        the person for nothing again.""",
    against="""A common file is longer for those who would have needed only a part of it, and
        sorting behind the counter takes agents' time. A common entry closes no counter.""",
    forms={
        "choice": {
            "title": "{steps}: to choose, one would have to know {fact} already",
        },
        "unknown": {
            "title": "Can the person know {fact} before choosing a counter?",
            "hurts": """The counter to ask depends on {fact}. Nobody says whether the person
                has this answer before filing.""",
            "remedy": "Ask people and agents, then write `known_to_person` on this fact.",
        },
    },
)
BAD = """
# atlas.yml
title: ‹La cantine|School meals›
language: ‹fr|en›
purposes: {payer-cantine: ‹Payer la cantine|Pay for school meals›}
# organisations.yml
ville: {name: ‹Ville|Town›, kind: local}
caf: {name: ‹Caf|Family benefits office›, kind: social-security}
# counters.yml
ville: {name: ‹Guichet de la Ville|Town desk›, owner: ville, competence: {tarif: decides}}
caf: {name: ‹Guichet de la Caf|Benefits desk›, owner: caf, competence: {bon: decides}}
# facts.yml
quotient: {label: ‹Quotient familial|Family index›, known_to_person: false}
# evidence.yml
calcul: {name: ‹Calcul du quotient|Index worked out›, facts: [quotient]}
dossier: {name: ‹Dossier|File›, kind: form}
# schemes.yml
tarif:
  name: ‹Tarif réduit|Lower price›
  purpose: payer-cantine
  eligibility: {quotient: {max: 600}}
bon:
  name: ‹Bon de cantine|Meal voucher›
  purpose: payer-cantine
  eligibility: {quotient: {min: 601}}
# cantine/as-is.yml
title: ‹Mon enfant mange à la cantine|My child eats at school›
steps:
  tarif: {title: ‹Demander le tarif réduit|Ask for the lower price›, at: ville, asks: [dossier]}
  calcul: {title: ‹La Ville calcule|The town works it out›, actor: ville, yields: [calcul]}
  bon: {title: ‹Demander un bon|Ask for a voucher›, at: caf, asks: [dossier]}
"""


def find(case: Case) -> Iterator[Draft]:
    """Schemes of one purpose that such a fact sets apart, then choices that test one."""
    sorting = _Sorting(case)
    told: set[tuple[str, str]] = set()
    for purpose, schemes in sorting.rivals.items():
        for fact in sorted({f for scheme in schemes for f in sorting.tests(scheme)}):
            filed = sorting.apart(schemes, fact)
            if filed and sorting.known_too_late(fact, {one.step for one in filed}):
                told.update((one.step, fact) for one in filed)
                yield _of_purpose(purpose, fact, filed, sorting, case)
    yield from _choices(sorting, told, case)


class _Sorting:
    """The schemes that a persona files for, and what sorts people between those alike."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.filed: dict[str, list[Filing]] = {}
        for filing in filings(case.lived):
            self.filed.setdefault(filing.scheme, []).append(filing)
        purposes = {self._purpose(scheme) for scheme in self.filed} - {None}
        self.rivals: dict[str, list[str]] = {}
        for scheme, known in case.atlas.schemes.items() if purposes else ():
            if known.purpose in purposes and known.purpose:
                self.rivals.setdefault(known.purpose, []).append(scheme)

    def _purpose(self, scheme: str) -> str | None:
        known = self.case.atlas.schemes.get(scheme)
        return known.purpose if known else None

    @cached_property
    def _receivers(self) -> Mapping[str, frozenset[str]]:
        here, anywhere = receivers(self.case.journey, self.case.atlas), competent(self.case.atlas)
        return {**anywhere, **here}

    def tests(self, scheme: str) -> Mapping[str, Test]:
        """What a scheme tests of facts that people may not know."""
        known = self.case.atlas.schemes[scheme]
        return {
            name: test
            for name, test in {**known.public, **known.eligibility}.items()
            if self.may_be_unknown(name)
        }

    def may_be_unknown(self, name: str) -> bool:
        """Whether a condition tests a fact that nobody says the person can know."""
        fact = self.case.atlas.facts.get(name)
        return fact is not None and fact.known_to_person is not True

    def apart(self, schemes: list[str], fact: str) -> list[Filing]:
        """The filings for schemes that a fact sets apart and that one asks for elsewhere."""
        testing = {scheme: self.tests(scheme) for scheme in schemes}
        testing = {scheme: tests for scheme, tests in testing.items() if fact in tests}
        found: set[str] = set()
        for one in testing:
            for other in testing if one in self.filed else ():
                alike = not excludes(testing[one][fact], testing[other][fact])
                if not alike and self._elsewhere(one, other):
                    found.update((one, other))
        return [filing for name in self.filed if name in found for filing in self.filed[name]]

    def _elsewhere(self, one: str, other: str) -> bool:
        here, there = (self._receivers.get(name, frozenset()) for name in (one, other))
        return bool(here and there) and here.isdisjoint(there)

    def tells(self, step: str, fact: str) -> bool:
        """Whether a step yields a piece that holds the fact."""
        evidence = self.case.atlas.evidence
        yielded = all_yields(self.case.journey.steps[step])
        return any(piece in evidence and fact in evidence[piece].facts for piece in yielded)

    def known_too_late(self, fact: str, steps: set[str]) -> bool:
        """Whether nothing before these steps tells the fact.

        Where nobody says whether the person can know it, only a fact that a later step tells.
        """
        telling = {name for name in self.case.lived.steps if self.tells(name, fact)}
        later = after(self.case.lived, steps)
        earlier = before(self.case.lived, steps) - later
        surely = self.case.atlas.facts[fact].known_to_person is False
        return not telling & earlier and (surely or bool(telling & later))


def _of_purpose(
    purpose: str, fact: str, filed: list[Filing], sorting: _Sorting, case: Case
) -> Draft:
    known = case.atlas.facts[fact].known_to_person is False
    order = {name: at for at, name in enumerate(case.lived.steps)}
    filed = sorted(filed, key=lambda one: order[one.step])
    first = filed[0].scheme
    schemes = once(one.scheme for one in filed)
    steps = once(one.step for one in filed)
    counters = mention("counter", *(one.counter for one in filed))
    owners = (case.atlas.counters[name].owner for name in counters.ids)
    return Draft(
        cause=f"{purpose} {fact}",
        where=Where(steps, (), counters.ids, once(owners), facts=(fact,), schemes=schemes),
        values={
            "purpose": mention("purpose", purpose),
            "fact": mention("fact", fact),
            "counters": counters,
            "steps": mention("step", *steps),
        },
        variant="" if known else "unknown",
        kind=None if known else "question",
        confidence=case.sureness(*(case.journey.steps[step] for step in steps)),
        stake=Stake(steps=once(one.step for one in filed if one.scheme != first)),
        topics=(f"purpose:{purpose}",),
    )


def _choices(sorting: _Sorting, told: set[tuple[str, str]], case: Case) -> Iterator[Draft]:
    """Choices between branches, or between ways, that test a fact known too late."""
    for name, one in case.lived.steps.items():
        if not by_household(one.step, case.atlas):
            continue
        for fact, there in sorted(_tested(name, sorting, case).items()):
            steps = {step for step, _ in there}
            owners = {case.atlas.counters[counter].owner for _, counter in there}
            known = any((step, fact) in told for step in steps) or len(owners) < 2
            if not known and not sorting.tells(name, fact) and sorting.known_too_late(fact, {name}):
                yield _of_choice(name, fact, there, case)


def _tested(name: str, sorting: _Sorting, case: Case) -> dict[str, list[tuple[str, str]]]:
    """By fact, the steps and counters between which a step chooses by it."""
    found: dict[str, list[tuple[str, str]]] = {}
    step = case.journey.steps[name]
    for way in ways_of(step, case.atlas):
        for fact in filter(sorting.may_be_unknown, way.when):
            if way.counter in case.atlas.counters and way.done_by is None:
                found.setdefault(fact, []).append((name, way.counter or ""))
    for passage in case.net.forward_out(name) if step.kind == "choice" else ():
        for fact in filter(sorting.may_be_unknown, passage.link.when):
            for there in counters_beyond(case.net, passage.target, case.atlas):
                ways = ways_of(case.journey.steps[there], case.atlas)
                at = (way.counter for way in ways if way.counter in case.atlas.counters)
                found.setdefault(fact, []).extend((there, counter or "") for counter in at)
    return found


def _of_choice(name: str, fact: str, there: list[tuple[str, str]], case: Case) -> Draft:
    known = case.atlas.facts[fact].known_to_person is False
    counters = mention("counter", *(counter for _, counter in there))
    return Draft(
        cause=case.here(name, fact),
        where=Where(
            steps=(name,),
            counters=counters.ids,
            organisations=once(case.atlas.counters[counter].owner for counter in counters.ids),
            facts=(fact,),
        ),
        values={
            "steps": mention("step", name),
            "fact": mention("fact", fact),
            "counters": counters,
        },
        variant="choice" if known else "unknown",
        kind=None if known else "question",
        confidence=case.sureness(case.journey.steps[name]),
    )


RULE = Rule(
    name="unknowable-counter",
    severity="error",
    source=(
        "D07",
        "Reijers & Liman Mansar 2005, interfacing",
        "décret 2023-593, cerfa 16301*01",
    ),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace("known_to_person: false", "known_to_person: true"),
    find=find,
)
