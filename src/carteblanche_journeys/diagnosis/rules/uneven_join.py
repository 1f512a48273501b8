"""Strands meet at a step that one of them may miss."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.clues.uneven import Uneven, uneven_joins
from carteblanche_journeys.diagnosis.finding import Where, mention
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule

FRENCH = Prose(
    title="Une file peut manquer {join|une étape}, où une autre l'attend",
    finds="""Des files d'une même séparation qui se rejoignent à une étape, quand l'une d'elles
        peut finir ailleurs. Si l'étape les attend toutes (`join: all`) et que rien d'autre ne
        mène plus loin, c'est une erreur.""",
    hurts="""Quand {missing|la file} n'aboutit pas, on ne sait pas si {join|l'étape} a lieu quand
        même. La personne peut attendre une réponse qui ne viendra pas.""",
    remedy="""Dites ce qui arrive aux autres : menez aussi l'autre branche à {join|l'étape}, ou
        arrêtez les deux files au même endroit.""",
    against="""Deux démarches menées ensemble peuvent être indépendantes : que l'une échoue
        n'arrête pas l'autre, et une seule suffit. Le dessin est alors juste.""",
    forms={
        "stuck": {
            "title": "{join} attend une file qui peut ne jamais venir",
            "hurts": """Quand {missing} n'aboutit pas, {join} n'a pas lieu, et rien d'autre ne mène
                plus loin. La personne reste sans suite.""",
            "remedy": """Donnez une suite à ceux qui n'ont pas {missing} : une issue, ou une branche
                qui mène aussi à {join}. Si une seule file suffit, retirez `join: all`.""",
        }
    },
)
ENGLISH = Prose(
    title="A strand may miss {join|a step} where another waits for it",
    finds="""Strands of one split that meet at a step, where one of them may end elsewhere. If the
        step waits for all of them (`join: all`) and nothing else leads on, it is an error.""",
    hurts="""When {missing|the strand} comes to nothing, nobody can tell whether {join|the step}
        takes place all the same. The person may wait for an answer that will not come.""",
    remedy="""Say what happens to the others: let the other branch lead to {join|the step} as well,
        or stop both strands in the same place.""",
    against="""Two things done side by side may be independent: one that fails does not stop the
        other, and one is enough. Then it is drawn as it is.""",
    forms={
        "stuck": {
            "title": "{join} waits for a strand that may never come",
            "hurts": """When {missing} comes to nothing, {join} does not take place, and nothing
                else leads on. The person is left without anything to follow.""",
            "remedy": """Give those without {missing} something to follow: an outcome, or a branch
                that leads to {join} as well. If one strand is enough, take `join: all` out.""",
        }
    },
)
BAD = """
# atlas.yml
title: ‹L'école|School›
language: ‹fr|en›
# inscrire/as-is.yml
title: ‹J'inscris mon enfant à l'école|I enrol my child at school›
steps:
  dossier: {title: ‹Déposer le dossier|File the papers›, next: [cantine, classe]}
  cantine:
    title: "‹Y a-t-il une place à la cantine ?|Is there a place for lunch?›"
    kind: choice
    next: [{to: rentree, share: 80 %}, {to: refus}]
  refus: {title: ‹Manger à la maison|Eat at home›, ends: true}
  classe: {title: ‹Connaître la classe|Hear which class›, next: [rentree]}
  rentree: {title: ‹L'enfant entre à l'école|The child starts school›, join: all}
"""


def find(case: Case) -> Iterator[Draft]:
    """Joins that strands of one split may miss."""
    for uneven in uneven_joins(case.visits):
        yield _draft(case, uneven)


def _draft(case: Case, uneven: Uneven) -> Draft:
    sources = tuple(passage.source for passage in uneven.missing)
    split = (uneven.split,) if uneven.split else ()
    where = Where(steps=(uneven.join, *split, *sources), links=tuple(p.id for p in uneven.missing))
    values = {"join": mention("step", uneven.join), "missing": mention("step", *sources)}
    variant, lower = ("stuck", -1) if uneven.stuck else ("", 0)
    return Draft(case.here(uneven.join), where, values, variant=variant, lower=lower)


RULE = Rule(
    name="uneven-join",
    severity="warning",
    kind="structural",
    source=("Walk, rule 2", "Soundness of workflow nets (van der Aalst 1998)"),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace("ends: true", "next: [rentree]"),
    find=find,
)
