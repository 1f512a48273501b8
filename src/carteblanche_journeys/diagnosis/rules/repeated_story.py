"""The person has to tell the same story again at each counter."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.clues.stories import Told, stories
from carteblanche_journeys.diagnosis.finding import Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule, Threshold
from carteblanche_journeys.measures.tellings import yields_of

FRENCH = Prose(
    title="""La personne raconte {#places|plusieurs} fois la même histoire : {fact|toujours la
        sienne}""",
    finds="""Un récit fait de vive voix à trois rendez-vous ou plus, chez deux organismes au
        moins, alors que rien ne passe de l'un à l'autre.""",
    hurts="""Raconter ce qui va mal est une épreuve, et la personne recommence à zéro à chaque
        fois : {tellers|un guichet, puis un autre}. Ce qu'elle n'a pas la force de redire,
        l'organisme suivant ne le saura pas.""",
    remedy="""Avec son accord, écrivez l'essentiel une fois et passez-le aux suivants. Ou que la
        personne n'ait qu'un agent à qui parler, qui raconte ensuite à sa place.""",
    against="""Redire, c'est aussi choisir ce que chacun saura. Un récit écrit par un autre peut
        enfermer la personne dans ce qu'elle était ce jour-là.""",
)
ENGLISH = Prose(
    title="The person tells the same story {#places|several} times: {fact|their own}",
    finds="""A story told aloud at three appointments or more, at two bodies at least, while
        nothing passes from one to the other.""",
    hurts="""Telling what goes wrong is hard, and the person starts from nothing each time:
        {tellers|one counter, then another}. What they have not the strength to say again, the
        next body will not know.""",
    remedy="""With their consent, write down what matters once and pass it on. Or give the
        person one contact who tells it in their place.""",
    against="""Telling again also means choosing what each of them will know. A story written by
        someone else may hold people to what they were on that day.""",
)
BAD = """
# atlas.yml
title: ‹La séparation|Separation›
language: ‹fr|en›
# facts.yml
recit: {label: ‹Ce qui s'est passé|What happened›, type: story}
# organisations.yml
mairie: {name: ‹Mairie|Town hall›, kind: local}
caf: {name: ‹Caf|Family benefits office›, kind: social-security}
# counters.yml
mairie: {name: ‹Assistante sociale|Social worker›, owner: mairie}
caf: {name: ‹Accueil de la Caf|Benefits desk›, owner: caf}
# separation/as-is.yml
title: ‹Je me sépare|I separate›
steps:
  ecoute: {title: ‹Demander conseil|Ask for advice›, at: mairie, tells: [recit]}
  logement: {title: ‹Chercher un toit|Look for a roof›, at: mairie, tells: [recit]}
  aide: {title: ‹Demander une aide|Ask for support›, at: caf, tells: [recit]}
"""


def find(case: Case) -> Iterator[Draft]:
    """Each story told too often."""
    for fact, told in stories(case.lived).items():
        if _often(told, case):
            yield _draft(fact, told, case)


def _often(told: tuple[Told, ...], case: Case) -> bool:
    bodies = {one.body for one in told}
    return len(told) >= case.figures["contacts"] and len(bodies) >= case.figures["bodies"]


def _draft(fact: str, told: tuple[Told, ...], case: Case) -> Draft:
    steps = once(one.step for one in told)
    ways = [case.lived.steps[step].way for step in steps]
    return Draft(
        cause=fact,
        where=Where(
            steps=steps,
            counters=once(way.counter for way in ways if way),
            organisations=once(one.body.organisation for one in told),
            facts=(fact,),
        ),
        values={
            "fact": mention("fact", fact),
            "tellers": mention("body", *(one.body for one in told)),
            "places": mention("step", *steps),
        },
        confidence=case.sureness(*(case.journey.steps[step] for step in steps)),
        topics=_assessed(told, case),
    )


def _assessed(told: tuple[Told, ...], case: Case) -> tuple[str, ...]:
    """What is assessed where the story is told, if it is told too often only for that."""
    subjects = {one.step: _subjects(one.step, case) for one in told}
    if _often(tuple(one for one in told if not subjects[one.step]), case):
        return ()
    return once(f"subject:{name}" for names in subjects.values() for name in names)


def _subjects(step: str, case: Case) -> tuple[str, ...]:
    known = (case.atlas.evidence.get(piece) for piece in yields_of(case.lived.steps[step]))
    return once(piece.subject for piece in known if piece is not None)


RULE = Rule(
    name="repeated-story",
    severity="warning",
    source=("D18", "Reijers & Liman Mansar 2005, case manager"),
    prose={"fr": FRENCH, "en": ENGLISH},
    thresholds={"contacts": Threshold(3, "D18"), "bodies": Threshold(2, "D18")},
    bad=BAD,
    good=BAD.replace(
        "at: mairie, tells: [recit]}\n  aide",
        "at: mairie, tells: [recit],\n"
        "    next: {to: aide, carried: organisation, carries: recit}}\n  aide",
    ),
    gives_way_to=("duplicate-assessment",),
    find=find,
)
