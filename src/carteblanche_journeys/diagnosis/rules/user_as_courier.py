"""The person carries a piece from the body that gives it to the body that asks for it."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.clues.courier import Carrying
from carteblanche_journeys.diagnosis.finding import Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule
from carteblanche_journeys.diagnosis.stake import Stake

FRENCH = Prose(
    title="""La personne porte elle-même {evidence|une pièce} : {issuer|qui la délivre} →
        {askers|qui la demande}""",
    finds="""Une pièce qu'un organisme délivre pendant le parcours et qu'un autre demande à la
        personne, sans que le premier la lui transmette. Les formulaires vierges ne comptent
        pas.""",
    hurts="""La personne fait le coursier entre deux services qui pourraient se parler. Si
        {evidence|la pièce} se perd, arrive tard ou ne convient pas, c'est la personne qui
        attend.""",
    remedy="""Faites passer {evidence|la pièce} d'un organisme à l'autre, en le disant à la
        personne. Entre administrations, l'échange a déjà une base : l'article L. 114-8 du code des
        relations entre le public et l'administration.""",
    against="""La personne garde ainsi la main sur ce qu'elle montre, et à qui. Un échange demande
        une base légale, et un papier passe encore quand l'échange tombe en panne.""",
    forms={
        "secrecy": {
            "against": """{evidence} touche à la santé, et le secret médical protège la personne :
                c'est à elle de décider qui la voit. Un échange demande son accord et peu de
                lecteurs."""
        }
    },
)
ENGLISH = Prose(
    title="""The person carries {evidence|a piece} from {issuer|the body that gives it} to
        {askers|the one that asks for it}""",
    finds="""A piece that one body gives during the journey and another asks the person for, though
        the first could pass it on. Blank forms do not count.""",
    hurts="""The person is the courier between two services that could talk to each other. If
        {evidence|the piece} is lost, late or does not fit, it is the person who waits.""",
    remedy="""Pass {evidence|the piece} from one body to the other, and tell the person. Between
        administrations the exchange has its legal basis already: article L. 114-8 of the French
        code of relations between the public and the administration.""",
    against="""This way the person decides what to show, and to whom. An exchange needs a legal
        basis, and paper still passes when the exchange is down.""",
    forms={
        "secrecy": {
            "against": """{evidence} is about health, and medical secrecy protects the person, who
                decides who sees it. An exchange needs their consent and few readers."""
        }
    },
)
BAD = """
# atlas.yml
title: ‹Le déménagement|Moving home›
language: ‹fr|en›
# organisations.yml
mairie: {name: ‹Mairie|Town hall›, kind: local}
caf: {name: ‹Caf|Family benefits office›, kind: social-security}
# counters.yml
mairie: {name: ‹Accueil de la mairie|Town hall desk›, owner: mairie}
caf: {name: ‹Accueil de la Caf|Benefits desk›, owner: caf}
# evidence.yml
attestation: {name: ‹Attestation de résidence|Residence certificate›, issuer: mairie}
# demenager/as-is.yml
title: ‹Je déménage|I move home›
steps:
  residence:
    title: ‹Déclarer l'adresse|Declare the address›
    at: mairie
    yields: [attestation]
    next: dossier
  dossier: {title: ‹Prévenir la Caf|Tell the benefits office›, at: caf, asks: [attestation]}
"""


def find(case: Case) -> Iterator[Draft]:
    """Each piece that the persona carries from one body, with all who ask for it."""
    carried: dict[str, list[Carrying]] = {}
    for carrying in case.carryings:
        carried.setdefault(f"{carrying.piece} {carrying.giver}", []).append(carrying)
    for cause, there in carried.items():
        yield _draft(cause, there, case)


def _draft(cause: str, there: list[Carrying], case: Case) -> Draft:
    first, asked = there[0], [(one.asked_at, one.piece) for one in there]
    bodies = (body.organisation for one in there for body in (one.giver, one.asker))
    return Draft(
        cause=cause,
        where=Where(
            steps=once(step for one in there for step in (one.given_at, one.asked_at)),
            links=once(link for one in there for link in one.links),
            counters=once(counter for one in there for counter in one.counters),
            organisations=once(bodies),
            evidence=(first.piece,),
        ),
        values={
            "evidence": mention("evidence", first.piece),
            "issuer": mention("body", first.giver),
            "askers": mention("body", *(one.asker for one in there)),
        },
        variant="secrecy" if first.medical else "",
        confidence="high" if any(_is_sure(one, case) for one in there) else "medium",
        stake=Stake(asks=tuple(dict.fromkeys(asked))),
        topics=(f"piece:{first.piece}",),
    )


def _is_sure(one: Carrying, case: Case) -> bool:
    steps = [case.journey.steps[step] for step in (one.given_at, one.asked_at) if step]
    return one.certain and case.sureness(*steps, one.ask) == "high"


RULE = Rule(
    name="user-as-courier",
    severity="warning",
    source=("D03", "CRPA, art. L. 114-8", "Reijers & Liman Mansar 2005, integration"),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace(
        "next: dossier", "next: {to: dossier, carried: organisation, carries: attestation}"
    ),
    rivals=("repeated-evidence",),
    find=find,
)
