"""A file that is ready waits for a committee or a season."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from carteblanche_journeys.diagnosis.clues.waits import Waiting, appointments, waitings
from carteblanche_journeys.diagnosis.finding import Where, mention
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule, Threshold
from carteblanche_journeys.diagnosis.stake import Stake

FRENCH = Prose(
    title="Le dossier est prêt et attend une date ({organisation|commission ou saison})",
    finds="""Une attente de plus d'une semaine qui vient d'une commission ou d'une saison, et non du
        dossier lui-même. Si l'on ne sait pas si elle dure plus d'une semaine, c'est une
        question.""",
    hurts="""Le dossier de la personne est prêt, et l'organisme ne le regarde qu'à certaines dates
        ({steps|rien n'avance d'ici là}). Qui dépose juste après une séance attend le plus
        longtemps, sans rien y pouvoir.""",
    remedy="""Décidez dossier par dossier, dès qu'il est prêt, et gardez la commission pour les cas
        difficiles. À défaut, rapprochez les dates et annoncez la prochaine.""",
    against="""Une commission regarde à plusieurs les cas difficiles, et traite les demandes de la
        même façon. Pour des places comptées, il faut bien comparer les dossiers entre eux.""",
    forms={
        "unknown": {
            "title": "Combien de temps le dossier attend-il une date ({organisation}) ?",
            "hurts": """L'attente vient d'une commission ou d'une saison, et l'on ne sait pas si
                elle est longue ({steps}).""",
            "remedy": """Relevez les durées réelles, puis écrivez la plus probable sur
                l'attente.""",
        }
    },
)
ENGLISH = Prose(
    title="The file is ready and waits for a date ({organisation|committee or season})",
    finds="""A wait of more than a week that comes from a committee or a season, and not from the
        file itself. Where nobody knows whether it lasts longer than a week, it is a question.""",
    hurts="""The person's file is ready, and the organisation only looks at it on certain dates
        ({steps|nothing moves until then}). Those who file just after a meeting wait longest, and
        can do nothing about it.""",
    remedy="""Decide file by file, as soon as it is ready, and keep the committee for hard cases.
        Failing that, bring the dates closer together and announce the next one.""",
    against="""A committee looks at hard cases with several pairs of eyes, and treats requests
        alike. Where places are few, files have to be compared with each other.""",
    forms={
        "unknown": {
            "title": "How long does the file wait for a date ({organisation})?",
            "hurts": """The wait comes from a committee or a season, and nobody knows whether it is
                long ({steps}).""",
            "remedy": "Record real waits, then write the most likely one on the wait.",
        }
    },
)
BAD = """
# atlas.yml
title: ‹La crèche|The nursery›
language: ‹fr|en›
# organisations.yml
mairie: {name: ‹Mairie|Town hall›, kind: local}
# counters.yml
mairie: {name: ‹Accueil de la mairie|Town hall desk›, owner: mairie}
# garder/as-is.yml
title: ‹Je fais garder mon enfant|I have my child looked after›
steps:
  demande:
    title: ‹Demander une place|Ask for a place›
    at: mairie
    wait: {value: 60 d, cause: committee}
  place: {title: ‹Recevoir la réponse|Get the answer›}
"""
_BY_DATE = ("committee", "season")


def find(case: Case) -> Iterator[Draft]:
    """Each wait for a committee or a season that may be long."""
    for waiting in chain(waitings(case.lived), appointments(case.lived)):
        over = waiting.over(case.figures["days"])
        if waiting.wait.cause in _BY_DATE and over is not False:
            yield _draft(waiting, "" if over else "unknown", case)


def _draft(waiting: Waiting, variant: str, case: Case) -> Draft:
    organisation = waiting.body.organisation
    one = case.lived.steps[waiting.step]
    return Draft(
        cause=organisation,
        where=Where(
            steps=(waiting.step,),
            counters=(one.way.counter,) if one.way and one.way.counter else (),
            organisations=(organisation,),
            schemes=waiting.schemes,
        ),
        values={
            "organisation": mention("organisation", organisation),
            "steps": mention("step", waiting.step),
        },
        variant=variant,
        kind="question" if variant else None,
        confidence=case.sureness(waiting.wait, one.step),
        stake=Stake(waits=(waiting.step,)),
    )


RULE = Rule(
    name="batch-wait",
    severity="info",
    source=("D21", "Reijers & Liman Mansar 2005, order-based work", "IGAS, APA"),
    prose={"fr": FRENCH, "en": ENGLISH},
    thresholds={"days": Threshold(7, "D21")},
    bad=BAD,
    good=BAD.replace("cause: committee", "cause: processing"),
    find=find,
)
