"""A step asks for evidence that the person may not yet have been given."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.clues.in_hand import InHand, yielded
from carteblanche_journeys.diagnosis.finding import Where, mention
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule
from carteblanche_journeys.model import Ask, asks_of, holds

FRENCH = Prose(
    title="On demande {piece|une pièce} à qui ne l'a peut-être pas encore",
    finds="""Une pièce demandée à une étape et délivrée à une autre du même parcours, quand on peut
        arriver à la première sans être passé par la seconde.""",
    hurts="""À {step|cette étape}, la personne doit montrer une pièce que personne ne lui a encore
        donnée. Elle est renvoyée, ou le dessin oublie comment elle l'obtient.""",
    remedy="""Vérifiez l'ordre des démarches : {source|l'étape qui délivre la pièce} doit venir
        avant, pour tous. Si la pièce s'obtient aussi ailleurs, dites-le sur la pièce, avec
        `obtain`. Si elle n'est demandée qu'à certains, mettez une condition (`when`).""",
    against="""La personne peut tenir la pièce d'une autre occasion. Dites-le alors sur la
        pièce.""",
)
ENGLISH = Prose(
    title="{piece|A piece} is asked of people who may not have it yet",
    finds="""A piece asked at one step and given at another of the same journey, where one may come
        to the first without having passed the second.""",
    hurts="""At {step|this step} the person must show a piece that nobody has given them yet. They
        are sent away, or the drawing leaves out how they get it.""",
    remedy="""Check the order of the steps: {source|the step that gives the piece} must come first,
        for everyone. If the piece can be had elsewhere, say so on the piece, with `obtain`. If it
        is asked of some people only, add a condition (`when`).""",
    against="The person may have the piece from another occasion. Then say so on the piece.",
)
BAD = """
# atlas.yml
title: ‹L'école|School›
language: ‹fr|en›
# organisations.yml
mairie: {name: ‹Mairie|Town hall›, kind: local}
# evidence.yml
certificat: {name: ‹Certificat d'inscription|Enrolment certificate›, issuer: mairie}
# inscrire/as-is.yml
title: ‹J'inscris mon enfant à l'école|I enrol my child at school›
steps:
  ecole: {title: ‹Voir la directrice|See the head teacher›, asks: [certificat]}
  mairie: {title: ‹Demander l'inscription|Ask for a place›, yields: [certificat]}
"""


def find(case: Case) -> Iterator[Draft]:
    """Asks for a piece that some step of the journey yields, but not on every way before."""
    sources: dict[str, list[str]] = {}
    for name, one in case.lived.steps.items():
        for piece in yielded(one):
            sources.setdefault(piece, []).append(name)
    held = InHand(case.visits, sources) if sources else None
    for name, one in case.lived.steps.items():
        for ask in asks_of(one.step, one.way) if held else ():
            wanted = set(ask.pieces)
            if not _is_asked(ask, case) or not wanted <= sources.keys() - yielded(one):
                continue
            if held is not None and not any(held.holds(name, piece) for piece in wanted):
                yield _draft(case, name, ask, [s for piece in ask.pieces for s in sources[piece]])


def _is_asked(ask: Ask, case: Case) -> bool:
    return holds(ask.when, case.lived.persona.traits) is not False


def _draft(case: Case, name: str, ask: Ask, sources: list[str]) -> Draft:
    values = {
        "piece": mention("evidence", *ask.pieces),
        "step": mention("step", name),
        "source": mention("step", *sources),
    }
    where = Where(steps=(name, *sources), evidence=ask.pieces)
    silent = ask.when and holds(ask.when, case.lived.persona.traits) is None
    sureness = "low" if silent else case.sureness(ask, case.journey.steps[name])
    return Draft(case.here(*ask.pieces), where, values, confidence=sureness)


RULE = Rule(
    name="proof-never-in-hand",
    severity="warning",
    kind="structural",
    source=("Walk, structural findings",),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace("asks: [certificat]}", "yields: [certificat]}").replace(
        "inscription|Ask for a place›, yields", "inscription|Ask for a place›, asks"
    ),
    find=find,
)
