"""One person has many needs at once, each with another organisation, each with its own trips."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.clues.crowding import Crowd, crowds
from carteblanche_journeys.diagnosis.clues.deciders import Needs, needs_of
from carteblanche_journeys.diagnosis.clues.surely import surely_lived
from carteblanche_journeys.diagnosis.finding import Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule, Threshold
from carteblanche_journeys.diagnosis.stake import Stake

FRENCH = Prose(
    title="""{#needs|Plusieurs} besoins à la fois, {#owners|plusieurs} organismes,
        {#steps|plusieurs} trajets""",
    finds="""Au moins trois besoins d'une même personne, décidés par au moins trois organismes, avec
        au moins trois déplacements dans la même phase ou en soixante jours. Tous ses parcours
        comptent. Si l'on ne sait pas qui décide, ou quand tombent les déplacements, c'est une
        question.""",
    hurts="""Chaque organisme ne voit que sa demande ({owners|chacun la sienne}). La personne, elle,
        cumule les trajets, les dossiers et les attentes : {needs|tout à la fois}, souvent au moment
        où elle en a le moins la force.""",
    remedy="""Proposez un seul rendez-vous pour tout. Un agent polyvalent y prépare les demandes et
        joint lui-même chaque organisme ; quelqu'un du service social peut y être aussi.""",
    against="""Un rendez-vous pour tout est plus long, et demande à l'agent de connaître plusieurs
        métiers. Certaines personnes ne veulent pas tout dire au même guichet.""",
    forms={
        "deciders": {
            "title": "Qui décide de chacun de ces besoins ? {unclear}",
            "hurts": """On ne sait pas qui décide : {unclear}. Si ce sont d'autres organismes
                encore, la personne cumule les démarches.""",
            "remedy": "Écrivez qui décide (`decided_by`) sur chacun de ces dispositifs.",
        },
        "time": {
            "title": "Ces déplacements tombent-ils dans les mêmes semaines ? {steps}",
            "hurts": """La personne a {#needs} besoins, décidés par {#owners} organismes. On ne sait
                pas si ses trajets tombent ensemble, faute de connaître les attentes.""",
            "remedy": "Relevez les attentes entre ces étapes, puis écrivez-les (`wait`).",
        },
    },
)
ENGLISH = Prose(
    title="""{#needs|Several} needs at once, {#owners|several} organisations, {#steps|several}
        trips""",
    finds="""At least three needs of one person, decided by at least three organisations, with at
        least three trips within one stage or sixty days. All journeys of the person count. Where
        nobody says who decides, or when the trips fall, it is a question.""",
    hurts="""Each organisation sees its own request only ({owners|each its own}). The person has all
        the trips, files and waits at once: {needs|everything together}, often when they are least
        up to it.""",
    remedy="""Offer one appointment for everything. A generalist prepares the requests there and
        reaches each organisation for the person; a social worker may be there too.""",
    against="""One appointment for everything is longer, and asks an agent to know several trades.
        Some people do not want to say everything at one counter.""",
    forms={
        "deciders": {
            "title": "Who decides on each of these needs? {unclear}",
            "hurts": """Nobody says who decides: {unclear}. If it is yet other organisations, the
                person has all of it at once.""",
            "remedy": "Write who decides (`decided_by`) on each of these schemes.",
        },
        "time": {
            "title": "Do these trips fall in the same weeks? {steps}",
            "hurts": """The person has {#needs} needs, decided by {#owners} organisations. Nobody
                can say whether the trips fall together, since waits are not known.""",
            "remedy": "Record the waits between these steps, then write them down (`wait`).",
        },
    },
)
BAD = """
# atlas.yml
title: ‹Le deuil|Bereavement›
language: ‹fr|en›
# organisations.yml
caisse: {name: ‹Caisse de retraite|Pension fund›, kind: social-security}
impots: {name: ‹Impôts|Tax office›, kind: state}
mairie: {name: ‹Mairie|Town hall›, kind: local}
# schemes.yml
reversion: {name: ‹Pension de réversion|Widow's pension›, decided_by: caisse}
succession: {name: ‹Déclaration de succession|Inheritance return›, decided_by: impots}
concession: {name: ‹Concession au cimetière|Grave›, decided_by: mairie}
# counters.yml
caisse: {name: ‹Accueil de la caisse|Pension desk›, owner: caisse, channels: [on-site]}
impots: {name: ‹Accueil des impôts|Tax desk›, owner: impots, channels: [on-site]}
mairie: {name: ‹Accueil de la mairie|Town hall desk›, owner: mairie, channels: [on-site]}
# personas.yml
paul: {name: Paul, needs: [reversion, succession, concession]}
# deuil/as-is.yml
title: ‹Je perds un proche|I lose someone close›
personas: [paul]
steps:
  tombe: {title: ‹Demander une concession|Ask for a grave›, at: mairie, schemes: [concession]}
  pension: {title: ‹Demander la pension|Ask for the pension›, at: caisse, schemes: [reversion]}
  impots: {title: ‹Déclarer la succession|File the return›, at: impots, schemes: [succession]}
"""


def find(case: Case) -> Iterator[Draft]:
    """The journeys in which the trips of a persona with many needs come close together.

    Of people only: a firm has a rule of its own.
    """
    if case.lived.persona.kind == "firm":
        return
    needs = needs_of(case.lives)
    enough = needs.enough(case.figures["owners"], case.figures["needs"])
    found = [
        crowd
        for lived in case.lives
        for crowd in crowds(
            lived, case.books.visits(lived), case.figures["trips"], case.figures["days"]
        )
    ]
    close = [crowd for crowd in found if crowd.sure]
    if enough is not False:
        for crowd in close or found:
            yield _draft(crowd, needs, _variant(enough, crowd), case)


def _variant(enough: bool | None, crowd: Crowd) -> str:
    if not enough:
        return "deciders"
    return "" if crowd.sure else "time"


def _draft(crowd: Crowd, needs: Needs, variant: str, case: Case) -> Draft:
    steps = [crowd.lived.steps[step].step for step in crowd.steps]
    sure = surely_lived(crowd.lived).intersection(crowd.steps)
    enough = len(sure) >= case.figures["trips"]
    owners = mention("organisation", *needs.organisations)
    return Draft(
        cause=case.lived.persona.id,
        where=Where(
            steps=crowd.steps,
            counters=once(crowd.counters),
            organisations=owners.ids,
            schemes=tuple(needs.owners),
        ),
        values={
            "needs": mention("scheme", *needs.owners),
            "owners": owners,
            "unclear": mention("scheme", *needs.unclear),
            "steps": mention("step", *crowd.steps),
        },
        variant=variant,
        kind="question" if variant else None,
        confidence=case.sureness(*steps) if enough else "medium",
        stake=Stake(travel=crowd.steps[1:]),
        journey=crowd.lived.journey.id,
    )


RULE = Rule(
    name="cumulated-needs",
    severity="warning",
    scope="atlas",
    source=("D24", "Reijers & Liman Mansar 2005, specialist-generalist", "Carte blanche, 2018"),
    prose={"fr": FRENCH, "en": ENGLISH},
    thresholds={
        "needs": Threshold(3, "D24"),
        "owners": Threshold(3, "D24"),
        "trips": Threshold(3, "D24"),
        "days": Threshold(60, "D24"),
    },
    bad=BAD,
    good=BAD.replace(
        "owner: impots, channels: [on-site]", "owner: impots, channels: [phone, on-site]"
    ),
    find=find,
)
