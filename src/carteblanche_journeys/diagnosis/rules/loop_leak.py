"""A strand leaves a loop before its end, and meets another outside."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.finding import Where, mention
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule

FRENCH = Prose(
    title="Une file sort de la boucle avant la fin, et en rejoint une autre à {step|une étape}",
    finds="""Une file qui sort d'une boucle à chaque tour, avant de savoir si l'on recommence, et
        qui rejoint plus loin une autre file : celle qui sort à la fin, ou une file ouverte avant
        la boucle.""",
    hurts="""À {step|cette étape}, on ne sait pas qui attend qui. Une file arrive une fois à chaque
        tour depuis {loop|le début de la boucle}, l'autre une seule fois, à la fin. Aucun chiffre
        n'a de sens après.""",
    remedy="""Faites se rejoindre les files dans la boucle, avant le choix qui revient en arrière.
        Ou ouvrez la seconde file après ce choix, ou terminez-la pour elle-même avec
        `ends: true`.""",
    against="""Une information envoyée à chaque tour est une file à part : elle peut sortir de la
        boucle si elle se termine sans rejoindre l'autre.""",
)
ENGLISH = Prose(
    title="A strand leaves the loop before its end, and meets another at {step|a step}",
    finds="""A strand that leaves a loop in each round, before it is known whether one starts over,
        and that meets another strand further on: the one that leaves at the end, or one opened
        before the loop.""",
    hurts="""At {step|this step} nobody can tell who waits for whom. One strand comes once for each
        round from {loop|the start of the loop}, the other once only, at the end. No figure has a
        meaning after that.""",
    remedy="""Let the strands meet inside the loop, before the choice that goes back. Or open the
        second strand after that choice, or end it on its own with `ends: true`.""",
    against="""A notice sent in every round is a strand of its own: it may leave the loop if it ends
        without meeting the other.""",
)
BAD = """
# atlas.yml
title: ‹L'école|School›
language: ‹fr|en›
# inscrire/as-is.yml
title: ‹J'inscris mon enfant à l'école|I enrol my child at school›
steps:
  dossier: {title: ‹Déposer le dossier|File the papers›, next: [complet, visite]}
  complet:
    title: "‹Le dossier est-il complet ?|Is the file complete?›"
    kind: choice
    next: [{to: dossier, back: true, share: 20 %}, {to: rentree}]
  visite: {title: ‹Visiter l'école|Visit the school›, next: [rentree]}
  rentree: {title: ‹L'enfant entre à l'école|The child starts school›}
"""


def find(case: Case) -> Iterator[Draft]:
    """Steps outside a loop at which strands of one of its rounds meet."""
    walk = case.visits.walk
    for leak in walk.leaks if walk is not None else ():
        where = Where(steps=(leak.step, leak.loop), links=tuple(p.id for p in leak.exits))
        values = {"step": mention("step", leak.step), "loop": mention("step", leak.loop)}
        yield Draft(case.here(leak.loop, leak.step), where, values)


RULE = Rule(
    name="loop-leak",
    severity="error",
    kind="structural",
    source=("Walk, rule 4", "Natural loops (Havlak 1997)"),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace("next: [rentree]}", "ends: true}"),
    find=find,
)
