"""Nobody measures whether a good end is a good end for the person."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.finding import Where, mention
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule

FRENCH = Prose(
    title="Rien ne dit si cela s'est bien fini : {steps|personne ne mesure}",
    finds="""Une issue favorable que personne ne mesure : ni satisfaction, ni part de ceux qui vont
        au bout. Si l'on ne sait pas ce qui est mesuré, c'est une question par parcours.""",
    hurts="""Sans mesure, on ne sait pas combien s'arrêtent en route, ni si ce qui est obtenu répond
        au besoin. Les défauts restent invisibles pour qui pourrait les corriger.""",
    remedy="""Comptez ceux qui commencent et ceux qui vont au bout, posez une question à la fin, et
        affichez les réponses là où l'on reçoit.""",
    against="""Une enquête de plus prend du temps, et un chiffre suivi de trop près finit par être
        visé pour lui-même.""",
    forms={
        "unknown": {
            "title": "Mesure-t-on si cela s'est bien fini : {journey} ?",
            "hurts": """On ne sait pas ce qui est mesuré à la fin : {steps}. Sans mesure, les
                défauts restent invisibles pour qui pourrait les corriger.""",
            "remedy": """Demandez aux organismes ce qu'ils mesurent, puis écrivez `measured_by` sur
                l'issue, ou `measured_by: false` si personne ne mesure.""",
        }
    },
)
ENGLISH = Prose(
    title="Nothing says whether it ended well: {steps|nobody measures}",
    finds="""A good end that nobody measures: neither satisfaction nor how many go through to it.
        Where nobody says what is measured, it is one question per journey.""",
    hurts="""Without a measure nobody knows how many stop on the way, nor whether what they get
        answers the need. Faults stay hidden from those who could mend them.""",
    remedy="""Count those who start and those who go through to the end, ask one question at the
        end, and show the answers where people are received.""",
    against="""One more survey takes time, and a figure watched too closely ends up as the goal
        itself.""",
    forms={
        "unknown": {
            "title": "Does anyone measure whether it ended well: {journey}?",
            "hurts": """Nobody says what is measured at the end: {steps}. Without a measure, faults
                stay hidden from those who could mend them.""",
            "remedy": """Ask the organisations what they measure, then write `measured_by` on the
                outcome, or `measured_by: false` if nobody measures.""",
        }
    },
)
BAD = """
# atlas.yml
title: ‹La bibliothèque|The library›
language: ‹fr|en›
# lire/as-is.yml
title: ‹J'emprunte des livres|I borrow books›
steps:
  inscription: {title: ‹S'inscrire|Sign up›}
  carte:
    title: ‹La carte est là|The card is there›
    kind: outcome
    result: granted
    measured_by: false
"""


def find(case: Case) -> Iterator[Draft]:
    """The good ends that nobody measures; else those of which nobody says it."""
    ends = [
        name
        for name, one in case.lived.steps.items()
        if one.step.result == "granted" and one.concerned is not False
    ]
    said = {name: case.journey.steps[name].measured_by for name in ends}
    unmeasured = [name for name in ends if said[name] is False or said[name] == ()]
    unknown = [name for name in ends if said[name] is None]
    if unmeasured:
        yield _draft(unmeasured, "", case)
    elif unknown:
        yield _draft(unknown, "unknown", case)


def _draft(ends: list[str], variant: str, case: Case) -> Draft:
    steps = [case.journey.steps[name] for name in ends]
    return Draft(
        cause=case.here(),
        where=Where(steps=tuple(ends), schemes=mention("scheme", *_schemes(ends, case)).ids),
        values={"steps": mention("step", *ends), "journey": mention("journey", case.journey.id)},
        variant=variant,
        kind="question" if variant else None,
        confidence=case.sureness(*steps),
    )


def _schemes(ends: list[str], case: Case) -> Iterator[str]:
    for name in ends:
        yield from case.journey.steps[name].scheme


RULE = Rule(
    name="unmeasured-outcome",
    severity="info",
    source=("D27", "Services Publics +, engagement 7", "GDS, completion rate"),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace("measured_by: false", "measured_by: ‹une question à la fin|one question›"),
    find=find,
)
