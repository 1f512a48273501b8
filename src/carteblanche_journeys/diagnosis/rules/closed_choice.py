"""A choice with no branch left for a persona."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.finding import Where, mention
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule
from carteblanche_journeys.graph import open_links

FRENCH = Prose(
    title="{choice|Un choix} ne laisse aucune branche à certaines personnes",
    finds="Un choix dont toutes les branches sont fermées à un persona par leurs conditions.",
    hurts="""Cette personne arrive au choix et ne peut plus avancer. Le parcours l'oublie, et ses
        chiffres s'arrêtent là.""",
    remedy="""Ajoutez à {choice|ce choix} la branche de ces personnes, ou une dernière branche sans
        condition, pour tous les autres cas.""",
    against="""Si la personne n'a vraiment aucune suite, c'est une issue : dites-la, refus ou
        abandon, au lieu de la taire.""",
)
ENGLISH = Prose(
    title="{choice|A choice} leaves some people no branch",
    finds="A choice whose every branch is closed to a persona by its conditions.",
    hurts="""This person comes to the choice and cannot go on. The journey forgets them, and their
        figures stop there.""",
    remedy="""Add to {choice|the choice} the branch of these people, or a last branch without
        condition, for all other cases.""",
    against="""If there is really no way on for the person, that is an outcome: say it, a refusal
        or giving up, instead of leaving it out.""",
)
BAD = """
# atlas.yml
title: ‹La retraite|Retirement›
language: ‹fr|en›
traits:
  regime: {type: one-of, options: [general, agricole, special]}
# personas.yml
marcel: {name: Marcel, traits: {regime: special}}
# retraite/as-is.yml
title: ‹Je prends ma retraite|I retire›
personas: [marcel]
steps:
  caisse:
    title: "‹De quelle caisse relevez-vous ?|Which fund is yours?›"
    kind: choice
    next: [{to: carsat, when: {regime: general}}, {to: msa, when: {regime: agricole}}]
  carsat: {title: ‹Demander à la Carsat|Ask the general fund›, ends: true}
  msa: {title: ‹Demander à la MSA|Ask the farmers' fund›}
"""


def find(case: Case) -> Iterator[Draft]:
    """Choices the persona comes to, without any exclusive branch that it may take."""
    for name, one in case.lived.steps.items():
        branches = [passage for passage in case.net.out[name] if not passage.link.always]
        if one.step.kind != "choice" or not branches:
            continue
        taken = open_links(one, case.net.out[name], case.lived.persona)
        if all(passage.link.always for passage in taken):
            where = Where(steps=(name,), links=tuple(passage.id for passage in branches))
            yield Draft(case.here(name), where, {"choice": mention("step", name)})


RULE = Rule(
    name="closed-choice",
    severity="error",
    kind="structural",
    source=("Walk, rule 1",),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace(", when: {regime: agricole}", ""),
    find=find,
)
