"""Steps that go round in a circle without saying that they go back."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.finding import Where, mention
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule
from carteblanche_journeys.graph import forward_cycles

FRENCH = Prose(
    title="Des étapes tournent en rond : {steps|chacune attend l'autre}",
    finds="Des enchaînements vers l'avant qui forment un cercle : chaque étape attend les autres.",
    hurts="""Aucune de ces étapes ne peut commencer avant les autres. On ne peut ni les mettre dans
        l'ordre, ni dire combien de fois la personne les refait.""",
    remedy="""Dites lequel des enchaînements revient en arrière, avec `back: true`. Il part d'un
        choix, par exemple « le dossier est-il complet ? », et revient à une étape par où tous sont
        passés.""",
    against="""Deux services qui s'attendent l'un l'autre, cela existe vraiment. Alors c'est un
        choix, « qui commence ? », et non un cercle.""",
)
ENGLISH = Prose(
    title="Steps go round in a circle: {steps|each waits for the other}",
    finds="Forward links that form a circle: each step waits for the others.",
    hurts="""None of these steps can begin before the others. They can neither be put in order, nor
        can anyone say how often the person does them again.""",
    remedy="""Say which of the links goes back, with `back: true`. It leaves from a choice, for
        instance “is the file complete?”, and returns to a step that everyone has passed.""",
    against="""Two services that wait for each other do exist. Then it is a choice, “who begins?”,
        and not a circle.""",
)
BAD = """
# atlas.yml
title: ‹L'école|School›
language: ‹fr|en›
# inscrire/as-is.yml
title: ‹J'inscris mon enfant à l'école|I enrol my child at school›
steps:
  demande: {title: ‹Déposer le dossier|File the papers›}
  complet:
    title: "‹Le dossier est-il complet ?|Is the file complete?›"
    kind: choice
    next: [{to: demande}, {to: rentree}]
  rentree: {title: ‹L'enfant entre à l'école|The child starts school›}
"""


def find(case: Case) -> Iterator[Draft]:
    """One draft for each knot of steps that forward links tie into a circle."""
    for knot in forward_cycles(case.net):
        tied = set(knot)
        links = tuple(
            passage.id for name in knot for passage in case.net.forward_out(name)
            if passage.target in tied
        )  # fmt: skip
        where = Where(steps=knot, links=links)
        yield Draft(case.here(knot[0]), where, {"steps": mention("step", *knot)})


RULE = Rule(
    name="forward-cycle",
    severity="error",
    kind="structural",
    scope="journey",
    source=("Tarjan 1972, strongly connected components",),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace("{to: demande}", "{to: demande, back: true}"),
    find=find,
)
