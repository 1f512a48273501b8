"""Several schemes serve one purpose, each with rules or a form of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from carteblanche_journeys.diagnosis.clues.exclusion import together
from carteblanche_journeys.diagnosis.clues.filings import Filing, filings
from carteblanche_journeys.diagnosis.finding import Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule
from carteblanche_journeys.diagnosis.stake import Stake
from carteblanche_journeys.model import Test

FRENCH = Prose(
    title="""Pour {purpose|un même but}, {#schemes|plusieurs} dispositifs à demander :
        {schemes|chacun a ses règles}""",
    finds="""Au moins deux dispositifs qui servent le même but, ouverts aux mêmes personnes, dont
        les conditions ou les formulaires diffèrent, et que la personne demande l'un après
        l'autre.""",
    hurts="""Un seul besoin, plusieurs aides. Il faut les connaître toutes, comprendre les
        règles de chacune et refaire un dossier à chaque guichet ({counters|l'un après
        l'autre}). On en oublie, on se décourage, ou l'une fait perdre l'autre.""",
    remedy="""Une seule demande pour tous : la personne dit sa situation une fois, et les organismes
        disent à quoi elle a droit. À défaut, dites à chaque guichet que les autres aides
        existent.""",
    against="""Chaque dispositif a son public, son budget et sa raison d'être. Une demande unique
        est plus longue, et réunir des règles fait des perdants qu'il faut nommer.""",
    forms={
        "unknown": {
            "title": "Pour {purpose}, ces dispositifs font-ils double emploi ? {schemes}",
            "hurts": """On ne sait ni à quelles conditions ni sur quel formulaire chacun est
                accordé. S'ils diffèrent, la personne refait une demande pour le même besoin.""",
            "remedy": """Écrivez les conditions de chacun (`eligibility`) et le formulaire demandé
                à chaque dépôt (`asks`).""",
        },
    },
)
ENGLISH = Prose(
    title="""For {purpose|one purpose}, {#schemes|several} schemes to ask for:
        {schemes|each has its rules}""",
    finds="""At least two schemes that serve the same purpose, open to the same people, whose
        conditions or forms differ, and which the person asks for one after the other.""",
    hurts="""One need, several benefits. One has to know them all, understand the rules of each
        and make another file at each counter ({counters|one after the other}). People forget
        some, lose heart, or one makes them lose the other.""",
    remedy="""One request for all: the person tells their situation once, and the organisations say
        what they are entitled to. Failing that, let each counter say that the others exist.""",
    against="""Each scheme has its public, its budget and its reason. A single request is longer,
        and joining rules makes losers who have to be named.""",
    forms={
        "unknown": {
            "title": "For {purpose}, do these schemes overlap? {schemes}",
            "hurts": """Nobody says on what conditions or on which form each is granted. If they
                differ, the person makes another request for the same need.""",
            "remedy": """Write the conditions of each (`eligibility`) and the form asked at each
                filing (`asks`).""",
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
# facts.yml
revenu: {label: ‹Revenu|Income›, known_to_person: true}
quartier: {label: ‹Quartier|District›, known_to_person: true}
# schemes.yml
prime: {name: ‹Prime régionale|Regional grant›, purpose: payer-velo, eligibility: {revenu: {}}}
bonus: {name: ‹Bonus de la Ville|Town bonus›, purpose: payer-velo, eligibility: {quartier: {}}}
# evidence.yml
demande-prime: {name: ‹Demande de prime|Grant form›, kind: form}
demande-bonus: {name: ‹Demande de bonus|Bonus form›, kind: form}
# counters.yml
region: {name: ‹Accueil de la Région|Region desk›, owner: region, competence: {prime: decides}}
ville: {name: ‹Accueil de la Ville|Town desk›, owner: ville, competence: {bonus: decides}}
# velo/as-is.yml
title: ‹J'achète un vélo|I buy a bicycle›
steps:
  prime: {title: ‹Demander la prime|Ask for the grant›, at: region, asks: [demande-prime]}
  bonus: {title: ‹Demander le bonus|Ask for the bonus›, at: ville, asks: [demande-bonus]}
"""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A scheme that the persona files for: its conditions, and where it is filed."""

    name: str
    public: Mapping[str, Test]
    conditions: frozenset[str]
    filed: tuple[Filing, ...]

    @property
    def forms(self) -> frozenset[str]:
        return frozenset(form for filing in self.filed for form in filing.forms)

    @property
    def steps(self) -> frozenset[str]:
        return frozenset(filing.step for filing in self.filed)


def find(case: Case) -> Iterator[Draft]:
    """Each purpose for which the persona files for several schemes of different rules."""
    filed: dict[str, list[Filing]] = {}
    for filing in filings(case.lived):
        filed.setdefault(filing.scheme, []).append(filing)
    purposes: dict[str, list[_Asked]] = {}
    for name, there in filed.items():
        known = case.atlas.schemes.get(name)
        if known is not None and known.purpose is not None:
            conditions = frozenset(known.eligibility)
            asked = _Asked(name, known.public, conditions, tuple(there))
            purposes.setdefault(known.purpose, []).append(asked)
    several = {name: there for name, there in purposes.items() if len(there) > 1}
    for purpose, asked_for in several.items():
        stacked = _stacked(asked_for, _differ, case)
        unclear = _stacked(asked_for, _may_differ, case)
        if stacked:
            yield _draft(purpose, stacked, "", case)
        elif unclear:
            yield _draft(purpose, unclear, "unknown", case)


def _stacked(
    asked_for: list[_Asked], differ: Callable[[_Asked, _Asked], bool], case: Case
) -> list[_Asked]:
    """Those of the schemes that another one doubles, open to the same people."""
    beside = _beside(asked_for, case)
    return [
        one
        for one in asked_for
        if any(
            one is not other
            and differ(one, other)
            and together(one.public, other.public)
            and not _joined(one, other)
            and _both_lived(one, other, case)
            for step in one.steps
            for other in beside[step]
        )
    ]


def _beside(asked_for: list[_Asked], case: Case) -> dict[str, list[_Asked]]:
    """By step, the schemes filed on no other branch of a choice: the others need no look."""
    filed: dict[str, list[_Asked]] = {}
    for one in asked_for:
        for step in one.steps:
            filed.setdefault(step, []).append(one)
    beside: dict[str, list[_Asked]] = {}
    for group in case.branches.groups(filed):
        there = list({one.name: one for step in group for one in filed[step]}.values())
        beside.update(dict.fromkeys(group, there))
    return beside


def _both_lived(one: _Asked, other: _Asked, case: Case) -> bool:
    """Whether one person can file for both, on no different branches of a choice."""
    return any(not case.apart(here, there) for here in one.steps for there in other.steps)


def _joined(one: _Asked, other: _Asked) -> bool:
    """Whether one request does for both: the same step, or a form that both use."""
    return not (one.steps.isdisjoint(other.steps) and one.forms.isdisjoint(other.forms))


def _differ(one: _Asked, other: _Asked) -> bool:
    rules = one.conditions and other.conditions and one.conditions != other.conditions
    return bool(rules or (one.forms and other.forms))


def _may_differ(one: _Asked, other: _Asked) -> bool:
    return not (one.conditions and other.conditions) and not (one.forms and other.forms)


def _draft(purpose: str, stacked: list[_Asked], variant: str, case: Case) -> Draft:
    order = {name: at for at, name in enumerate(case.lived.steps)}
    filed = sorted((f for one in stacked for f in one.filed), key=lambda one: order[one.step])
    steps = once(filing.step for filing in filed)
    counters = mention("counter", *(filing.counter for filing in filed))
    schemes = once(filing.scheme for filing in filed)
    return Draft(
        cause=purpose,
        where=Where(
            steps,
            counters=counters.ids,
            organisations=once(case.atlas.counters[name].owner for name in counters.ids),
            schemes=schemes,
        ),
        values={
            "purpose": mention("purpose", purpose),
            "schemes": mention("scheme", *schemes),
            "counters": counters,
        },
        variant=variant,
        kind="question" if variant == "unknown" else None,
        confidence=case.sureness(*(case.journey.steps[step] for step in steps)),
        stake=Stake(steps=once(f.step for f in filed if f.scheme != schemes[0])),
        topics=(f"purpose:{purpose}",),
    )


RULE = Rule(
    name="stacked-schemes",
    severity="warning",
    source=(
        "D25",
        "Lancement de Carte blanche, 15 décembre 2017, « l'empilement des dispositifs »",
        "Reijers & Liman Mansar 2005, order types, interfacing",
    ),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace("asks: [demande-prime]", "asks: [demande-bonus]"),
    gives_way_to=("unknowable-counter",),
    find=find,
)
