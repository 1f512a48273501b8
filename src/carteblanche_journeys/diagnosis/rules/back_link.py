"""A link that goes back from where nobody chooses, or to where not everyone has been."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.finding import Where, mention
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule
from carteblanche_journeys.graph import Dominance, Passage, dominators

FRENCH = Prose(
    title="Un retour en arrière ne tient pas",
    finds="""Un enchaînement marqué `back: true` qui ne part pas d'un choix, ou qui revient à une
        étape par où certains ne sont pas passés.""",
    hurts="""On ne sait pas qui revient en arrière, ni ce que ces personnes refont. Le nombre de
        fois où l'on recommence n'a pas de sens.""",
    remedy="""Faites partir le retour d'un choix (`kind: choice`), avec une autre branche qui
        avance, et faites-le revenir à une étape que tous ont vécue avant ce choix.""",
    against="""Un retour peut être rare et mal connu. Mieux vaut alors l'écrire en note que de le
        dessiner.""",
    forms={
        "not-chosen": {
            "title": "Le retour de {source} à {target} ne part pas d'un choix",
            "remedy": """Ajoutez un choix après {source} : une branche revient à {target} avec
                `back: true`, une autre avance.""",
        },
        "not-passed": {
            "title": "Le retour de {source} mène à {target}, où tous ne sont pas passés",
            "remedy": """Faites revenir l'enchaînement à une étape que tous ont vécue avant
                {source}.""",
        },
    },
)
ENGLISH = Prose(
    title="A way back does not hold",
    finds="""A link marked `back: true` that does not leave from a choice, or that returns to a
        step which some have not passed.""",
    hurts="""Nobody can tell who goes back, nor what these people do again. How often one starts
        over has no meaning.""",
    remedy="""Let the way back leave from a choice (`kind: choice`) that has another branch
        forward, and let it return to a step that everyone has lived before that choice.""",
    against="A way back may be rare and little known. Then a note says it better than a link.",
    forms={
        "not-chosen": {
            "title": "The way back from {source} to {target} does not leave from a choice",
            "remedy": """Add a choice after {source}: one branch returns to {target} with `back:
                true`, another goes forward.""",
        },
        "not-passed": {
            "title": "The way back from {source} leads to {target}, which some have not passed",
            "remedy": "Let the link return to a step that everyone has lived before {source}.",
        },
    },
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
    next: [{to: demande, back: true}, {to: rentree}]
  rentree: {title: ‹L'enfant entre à l'école|The child starts school›}
"""


def find(case: Case) -> Iterator[Draft]:
    """Back links that do not leave from a choice, or whose target does not dominate it."""
    backward = [passage for passage in case.net.passages if passage.link.back]
    nearest = dominators(case.net) if backward else {}
    passed = Dominance(nearest)
    for passage in backward:
        choice = case.journey.steps[passage.source].kind == "choice" and not passage.link.always
        if not choice:
            yield _draft(case, passage, "not-chosen")
        elif passage.source in nearest and not passed.holds(passage.target, passage.source):
            yield _draft(case, passage, "not-passed")


def _draft(case: Case, passage: Passage, variant: str) -> Draft:
    source, target = passage.source, passage.target
    values = {"source": mention("step", source), "target": mention("step", target)}
    where = Where(steps=(source, target), links=(passage.id,))
    return Draft(case.here(passage.id), where, values, variant=variant)


RULE = Rule(
    name="back-link",
    severity="error",
    kind="structural",
    scope="journey",
    source=("Cooper, Harvey & Kennedy 2001, dominators",),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace("    next: [{to: demande", "    kind: choice\n    next: [{to: demande"),
    find=find,
)
