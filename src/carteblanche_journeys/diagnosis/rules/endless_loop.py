"""A loop that nobody leaves."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.finding import Where, mention
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule

FRENCH = Prose(
    title="Personne ne sort de la boucle qui revient à {loop|une étape}",
    finds="""Une boucle où tous ceux qui entrent reviennent en arrière, tour après tour. Abandonner
        ne compte pas comme une sortie.""",
    hurts="""La personne refait les mêmes démarches sans fin. Le nombre de fois, les délais et les
        coûts n'ont pas de limite.""",
    remedy="""Ajoutez à {choice|un choix de la boucle} une branche qui avance, ou corrigez les
        parts : moins de 100 % doivent revenir à {loop|l'étape de départ}.""",
    against="""Ce qui se refait chaque mois ou chaque année n'est pas une boucle : dites-le sur
        l'étape, avec `times`.""",
)
ENGLISH = Prose(
    title="Nobody leaves the loop that goes back to {loop|a step}",
    finds="""A loop in which all who enter go back, round after round. Giving up does not count as
        a way out.""",
    hurts="""The person does the same things over without end. How often, how long and at what cost
        has no limit.""",
    remedy="""Add to {choice|a choice of the loop} a branch that leads on, or correct the shares:
        fewer than 100 % must go back to {loop|the step where it starts}.""",
    against="""What is done again each month or each year is no loop: say it on the step, with
        `times`.""",
)
BAD = """
# atlas.yml
title: ‹L'école|School›
language: ‹fr|en›
# inscrire/as-is.yml
title: ‹J'inscris mon enfant à l'école|I enrol my child at school›
steps:
  dossier: {title: ‹Déposer le dossier|File the papers›}
  complet:
    title: "‹Le dossier est-il complet ?|Is the file complete?›"
    kind: choice
    next: [{to: dossier, back: true, share: 100 %}, {to: rentree}]
  rentree: {title: ‹L'enfant entre à l'école|The child starts school›}
"""


def find(case: Case) -> Iterator[Draft]:
    """Loops that the persona, once in, goes through again for sure."""
    visits = case.visits
    for loop in visits.endless:
        returns = visits.walk.loops.returns[loop] if visits.walk else ()
        choices = tuple(passage.source for passage in returns)
        where = Where(steps=(loop, *choices), links=tuple(passage.id for passage in returns))
        values = {"loop": mention("step", loop), "choice": mention("step", *choices)}
        yield Draft(case.here(loop), where, values)


RULE = Rule(
    name="endless-loop",
    severity="error",
    kind="structural",
    source=("Walk, rule 4", "Visit ratios of a free-choice net have no solution"),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace("share: 100 %", "share: 20 %"),
    find=find,
)
