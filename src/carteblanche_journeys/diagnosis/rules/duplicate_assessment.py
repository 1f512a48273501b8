"""Several bodies assess the same of the same person, each as if it were the first."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.clues.assessments import (
    Assessment,
    assessed_again,
    assessments,
)
from carteblanche_journeys.diagnosis.finding import Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule
from carteblanche_journeys.diagnosis.stake import Stake

FRENCH = Prose(
    title="{#bodies|Plusieurs} organismes évaluent la même personne, chacun pour soi",
    finds="""Des évaluations de la même chose, chez la même personne, par des organismes
        différents, quand la suivante ne part pas de la précédente. Si l'on ne sait pas ce que
        chacune évalue, c'est une question.""",
    hurts="""La personne reçoit visite après visite ({bodies|un organisme, puis un autre}). Elle
        montre à chaque fois ce qu'elle ne peut plus faire, et deux organismes peuvent en
        conclure des choses différentes.""",
    remedy="""Que chaque organisme reconnaisse l'évaluation de l'autre : une seule visite, une
        grille commune, et la possibilité de demander un second avis.""",
    against="""Un second regard protège, surtout quand le premier ferme un droit. Les grilles ne
        servent pas toutes à la même décision. Ce qui touche à la santé ne circule qu'avec
        l'accord de la personne.""",
    forms={
        "subject-unknown": {
            "title": "Ces évaluations portent-elles sur la même chose ? {steps}",
            "hurts": """Plusieurs organismes évaluent la personne ({bodies}), et l'on ne sait
                pas si c'est deux fois la même chose.""",
            "remedy": "Écrivez sur chaque évaluation ce qu'elle évalue (`subject`).",
        },
    },
)
ENGLISH = Prose(
    title="{#bodies|Several} bodies assess the same person, each on its own",
    finds="""Assessments of the same thing, of the same person, by different bodies, where the
        later one does not build on the earlier one. Where nobody says what each of them
        assesses, it is a question.""",
    hurts="""The person has visit after visit ({bodies|one body, then another}). Each time they
        show what they can no longer do, and two bodies may come to different conclusions.""",
    remedy="""Let each body accept the assessment of the other: one visit, a common grid, and
        the possibility to ask for a second opinion.""",
    against="""A second look protects, above all where the first one closes a right. Not all
        grids serve the same decision. What is about health passes on only with the person's
        consent.""",
    forms={
        "subject-unknown": {
            "title": "Do these assess the same thing? {steps}",
            "hurts": """Several bodies assess the person ({bodies}), and nobody says whether it
                is the same thing twice.""",
            "remedy": "Write on each assessment what it assesses (`subject`).",
        },
    },
)
BAD = """
# atlas.yml
title: ‹L'aide à domicile|Home help›
language: ‹fr|en›
# organisations.yml
departement: {name: ‹Département|County›, kind: local}
caisse: {name: ‹Caisse de retraite|Pension fund›, kind: social-security}
# counters.yml
departement: {name: ‹Équipe du Département|County team›, owner: departement, channels: [home]}
caisse: {name: ‹Évaluateur de la caisse|Assessor of the fund›, owner: caisse, channels: [home]}
# evidence.yml
grille: {name: ‹Grille du Département|County grid›, kind: assessment, subject: autonomie}
bilan: {name: ‹Bilan de la caisse|Report of the fund›, kind: assessment, subject: autonomie}
# aide/as-is.yml
title: ‹Je demande de l'aide chez moi|I ask for help at home›
steps:
  visite: {title: ‹Recevoir le Département|Have the county in›, at: departement, yields: [grille]}
  seconde: {title: ‹Recevoir la caisse|Have the fund in›, at: caisse, yields: [bilan]}
"""


def find(case: Case) -> Iterator[Draft]:
    """Each subject assessed again; assessments of nobody knows what, in one question."""

    by_subject: dict[tuple[str, str], list[Assessment]] = {}
    every = tuple(assessments(case.lived))
    for one in every:
        if one.subject is not None:
            by_subject.setdefault((one.subject, one.about), []).append(one)
    for (subject, about), there in by_subject.items():
        again = assessed_again(tuple(there), case.lived, case.apart)
        if again:
            yield _draft(subject if about == "person" else f"{subject} {about}", again, case)
    if any(one.subject is None for one in every):
        unclear = assessed_again(every, case.lived, case.apart)
        if any(one.subject is None for one in unclear):
            yield _draft(case.here(), unclear, case, asks=True)


def _draft(cause: str, there: tuple[Assessment, ...], case: Case, *, asks: bool = False) -> Draft:
    steps = once(one.step for one in there)
    ways = [case.lived.steps[step].way for step in steps]
    pieces = [case.atlas.evidence[one.piece] for one in there]
    return Draft(
        cause=cause,
        where=Where(
            steps=steps,
            counters=once(way.counter for way in ways if way),
            organisations=once(one.body.organisation for one in there),
            evidence=once(one.piece for one in there),
        ),
        values={
            "bodies": mention("body", *(one.body for one in there)),
            "steps": mention("step", *steps),
        },
        variant="subject-unknown" if asks else "",
        kind="question" if asks else None,
        confidence=case.sureness(*(case.journey.steps[step] for step in steps), *pieces),
        stake=Stake() if asks else Stake(steps=steps[1:]),
        topics=() if asks else once(f"subject:{one.subject}" for one in there),
    )


RULE = Rule(
    name="duplicate-assessment",
    severity="warning",
    source=("D16", "Reijers & Liman Mansar 2005, trusted party"),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace("at: caisse, yields", "at: caisse, asks: [grille], yields"),
    find=find,
)
