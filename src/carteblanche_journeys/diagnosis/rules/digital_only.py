"""Without internet, the person does not get to the end."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.clues.online import Barred, barred
from carteblanche_journeys.diagnosis.clues.spending import done_for
from carteblanche_journeys.diagnosis.finding import Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule
from carteblanche_journeys.diagnosis.stake import Stake
from carteblanche_journeys.model import ways_of

FRENCH = Prose(
    title="Seulement en ligne : {steps|sans Internet, le parcours s'arrête}",
    finds="""Une étape qui n'a que des voies en ligne, et sans laquelle une personne peu à l'aise
        avec Internet n'obtient pas ce dont elle a besoin. Si l'on ne sait pas qui est à l'aise,
        c'est une question.""",
    hurts="""Qui ne peut pas se servir d'Internet s'arrête là ({counters|aucun guichet, aucun
        téléphone}). En 2021, une personne sur trois n'avait fait aucune démarche en ligne dans
        l'année, et autant avaient renoncé au moins une fois.""",
    remedy="""Ouvrez une autre voie, avec un être humain : un guichet, un téléphone, un courrier, ou
        un agent qui fait la démarche avec la personne. Dites-la sur la page même de la démarche en
        ligne.""",
    against="""Tenir une autre voie coûte, et la démarche en ligne convient à beaucoup, à toute
        heure. Une voie de plus peut être plus lente pour qui la prend.""",
    forms={
        "unknown": {
            "title": "Que fait qui n'a pas Internet ? {steps}",
            "hurts": """Cette étape n'a que des voies en ligne, et l'on ne sait pas si les personnes
                sont à l'aise avec Internet.""",
            "remedy": """Demandez aux agents s'il existe une autre voie, puis ajoutez-la (`ways`).
                Dites l'aisance en ligne de chaque persona (`online`, de 0 à 3).""",
        },
    },
)
ENGLISH = Prose(
    title="Online only: {steps|without internet the journey stops}",
    finds="""A step that has only online ways, and without which someone ill at ease with the
        internet does not get what they need. Where nobody says who is at ease, it is a
        question.""",
    hurts="""Those who cannot use the internet stop there ({counters|no counter, no telephone}). In
        France in 2021, one person in three had done no procedure online in the year, and as many
        had given one up at least once.""",
    remedy="""Open another way, with a human being: a counter, a telephone, a letter, or an agent
        who does it with the person. Say so on the very page of the online procedure.""",
    against="""Keeping another way costs money, and the online one suits many, at any hour. One
        more way may be slower for those who take it.""",
    forms={
        "unknown": {
            "title": "What do people without internet do? {steps}",
            "hurts": """This step has only online ways, and nobody says whether people are at ease
                with the internet.""",
            "remedy": """Ask the agents whether there is another way, then add it (`ways`). Say how
                at ease online each persona is (`online`, 0 to 3).""",
        },
    },
)
BAD = """
# atlas.yml
title: ‹Le permis|Driving licence›
language: ‹fr|en›
# organisations.yml
prefecture: {name: ‹Préfecture|Prefecture›, kind: state}
# counters.yml
titres: {name: ‹Site des titres|Licence site›, owner: prefecture, channels: [online]}
# schemes.yml
permis: {name: ‹Permis de conduire|Driving licence›}
# personas.yml
jeanne: {name: Jeanne, needs: [permis], people: [{online: 0}]}
# permis/as-is.yml
title: ‹Je refais mon permis|I renew my licence›
personas: [jeanne]
steps:
  demande: {title: ‹Demander le permis|Ask for the licence›, at: titres}
  permis:
    title: ‹Le permis arrive|The licence comes›
    kind: outcome
    result: granted
    scheme: permis
"""


def find(case: Case) -> Iterator[Draft]:
    """Each set of online steps that keeps the persona from something needed."""
    for one in barred(case.lived):
        yield _draft(one, case)


def _draft(one: Barred, case: Case) -> Draft:
    here = [case.journey.steps[step] for step in one.steps]
    ways = [way for step in here for way in ways_of(step, case.atlas)]
    counters = mention("counter", *(w.counter for w in ways if w.counter in case.atlas.counters))
    wanted = set(case.lived.persona.needs)
    granted = (scheme for end in one.ends for scheme in case.journey.steps[end].scheme)
    schemes = once(scheme for scheme in granted if not wanted or scheme in wanted)
    known = [case.atlas.counters[name] for name in counters.ids]
    return Draft(
        cause=case.here(*sorted(one.steps)),
        where=Where(
            one.steps,
            counters=counters.ids,
            organisations=once(counter.owner for counter in known),
            schemes=schemes,
        ),
        values={
            "steps": mention("step", *one.steps),
            "counters": counters,
            "schemes": mention("scheme", *schemes),
        },
        variant="" if one.sure else "unknown",
        kind=None if one.sure else "question",
        confidence=case.sureness(*here, *ways, *known),
        stake=Stake(steps=done_for(schemes, one.steps, case.lived)),
        topics=tuple(f"closed:{case.here(step)}" for step in one.steps),
    )


RULE = Rule(
    name="digital-only",
    severity="error",
    source=(
        "D11",
        "Vos démarches essentielles, objectif de décembre 2024",
        "Insee 2021",
        "Downe, Good Services, 15",
    ),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace("channels: [online]", "channels: [online, phone]"),
    find=find,
)
