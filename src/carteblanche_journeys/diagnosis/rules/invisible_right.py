"""The person has a right, an administration could see it, and nobody tells them."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.clues.entitled import Right, untold_rights
from carteblanche_journeys.diagnosis.finding import Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule

FRENCH = Prose(
    title="Un droit dont personne ne parle : {schemes|la personne y aurait droit}",
    finds="""Un dispositif auquel la personne a droit, alors qu'une administration connaît déjà
        tout ce qui en décide, et que rien sur le parcours n'en parle avant la demande. Si l'on
        ne sait pas ce qui en décide, c'est une question.""",
    hurts="""Qui ne sait pas ne demande pas. {knower|Une administration} a de quoi voir ce
        droit, et la personne passe à côté. C'est le cas d'une personne sur trois pour le RSA,
        et d'une personne seule sur deux pour le minimum vieillesse (2016).""",
    remedy="""Que {knower|cette administration} en parle à la personne, au guichet ou par un
        message. Elle peut aussi ouvrir le droit elle-même, si l'on peut dire non : l'article
        L. 114-8 du code des relations entre le public et l'administration le prévoit.""",
    against="""Chercher les droits d'une personne, c'est croiser ce que l'on sait d'elle : elle
        doit être prévenue. Un droit annoncé à tort déçoit, et un versement à tort se rembourse.""",
    forms={
        "decision-unknown": {
            "title": "Quelqu'un parle-t-il de ces droits à la personne ? {schemes}",
            "hurts": """La personne semble y avoir droit, et aucune étape n'en parle. On ne sait
                pas quelle administration pourrait le voir.""",
            "remedy": """Demandez aux agents de qui vient l'information, puis écrivez
                `tells_about` sur l'étape, et sur le dispositif ce qui en décide (`reads`).""",
        },
    },
)
ENGLISH = Prose(
    title="A right that nobody tells about: {schemes|the person would have it}",
    finds="""A scheme to which the person has a right, while an administration knows all that
        decides on it already, and nothing on the way tells about it before the request. Where
        nobody says what decides, it is a question.""",
    hurts="""Those who do not know do not ask. {knower|An administration} could see this right,
        and the person misses it. So does one person in three for minimum income (RSA), and one
        single person in two for the minimum pension (2016).""",
    remedy="""Let {knower|this administration} tell the person, at the counter or by a message.
        It may also open the right itself, if one can say no: article L. 114-8 of the French
        code of relations between the public and the administration allows it.""",
    against="""To look for people's rights is to put together what is known of them: they must
        be told. A right announced by mistake disappoints, and money paid by mistake is claimed
        back.""",
    forms={
        "decision-unknown": {
            "title": "Does anybody tell the person about these rights? {schemes}",
            "hurts": """The person seems to have a right to them, and no step tells about them.
                Nobody says which administration could see it.""",
            "remedy": """Ask the agents where the information comes from, then write
                `tells_about` on the step, and on the scheme what decides on it (`reads`).""",
        },
    },
)
BAD = """
# atlas.yml
title: ‹Le chauffage|Heating›
language: ‹fr|en›
# facts.yml
revenu: {label: ‹Revenu|Income›}
# organisations.yml
caf: {name: ‹Caf|Family benefits office›, kind: social-security}
# schemes.yml
aide-loyer: {name: ‹Aide au loyer|Rent support›}
cheque-energie:
  name: ‹Chèque énergie|Heating voucher›
  eligibility: {revenu: {max: 900}}
  reads: {eligibility: [revenu]}
# counters.yml
caf: {name: ‹Accueil de la Caf|Benefits desk›, owner: caf}
# personas.yml
ines: {name: Inès, traits: {revenu: 700}}
# loyer/as-is.yml
title: ‹Je paie mon loyer|I pay my rent›
personas: [ines]
steps:
  aide: {title: ‹Demander l'aide|Ask for support›, at: caf, schemes: [aide-loyer], tells: [revenu]}
"""


def find(case: Case) -> Iterator[Draft]:
    """Each right of which nobody tells; where nobody says what decides, one question."""
    unsure: list[Right] = []
    for right in untold_rights(case.lived, case.knowing):
        if right.knower is None:
            unsure.append(right)
        else:
            yield _draft(right, case)
    if unsure:
        schemes = mention("scheme", *(right.scheme for right in unsure))
        yield Draft(
            cause=case.here(),
            where=Where(schemes=schemes.ids),
            values={"schemes": schemes},
            variant="decision-unknown",
            kind="question",
        )


def _draft(right: Right, case: Case) -> Draft:
    steps = once((right.since, right.filed_at))
    knower = right.knower
    reads = case.atlas.schemes[right.scheme].reads.get("eligibility", ())
    ways = [case.lived.steps[step].way for step in steps]
    return Draft(
        cause=right.scheme,
        where=Where(
            steps=steps,
            counters=once(way.counter for way in ways[:1] if way),
            organisations=once((knower.organisation if knower else None,)),
            facts=tuple(reads),
            schemes=(right.scheme,),
        ),
        values={"schemes": mention("scheme", right.scheme), "knower": mention("body", knower)},
        confidence=case.sureness(
            case.atlas.schemes[right.scheme], *(case.journey.steps[step] for step in steps)
        ),
    )


RULE = Rule(
    name="invisible-right",
    severity="warning",
    source=("D17", "CRPA, art. L. 114-8, II", "Odenore, non-recours"),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace("tells: [revenu]", "tells: [revenu], tells_about: [cheque-energie]"),
    find=find,
)
