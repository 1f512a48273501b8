"""A step that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.finding import Where, mention
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule

FRENCH = Prose(
    title="Rien ne suit {step|une étape}",
    finds="""Une étape que rien ne suit, sans être la dernière du parcours, ni une issue, ni la fin
        voulue d'une file.""",
    hurts="""On ne sait pas ce que la personne fait ensuite : où aller, qui attendre, ou si c'est
        fini. Tout chiffre qui passe par là perd son sens.""",
    remedy="""Écrivez ce qui suit avec `next`, ou faites-en une issue avec `kind: outcome`, ou
        dites que la file s'arrête là avec `ends: true`.""",
    against="Un parcours en cours d'écriture a des bouts ouverts. Ils se ferment plus tard.",
)
ENGLISH = Prose(
    title="Nothing follows {step|a step}",
    finds="""A step that nothing follows, though it is neither the last of the journey, nor an
        outcome, nor the meant end of a strand.""",
    hurts="""Nobody can tell what the person does next: where to go, whom to wait for, or whether
        it is over. Every figure that passes there loses its meaning.""",
    remedy="""Write what follows with `next`, or make it an outcome with `kind: outcome`, or say
        that the strand stops there with `ends: true`.""",
    against="A journey still being written has open ends. They are closed later.",
)
BAD = """
# atlas.yml
title: ‹L'école|School›
language: ‹fr|en›
# inscrire/as-is.yml
title: ‹J'inscris mon enfant à l'école|I enrol my child at school›
steps:
  demande: {title: ‹Demander l'inscription|Ask for a place›, next: []}
  rentree: {title: ‹L'enfant entre à l'école|The child starts school›, kind: event}
"""


def find(case: Case) -> Iterator[Draft]:
    """Steps without a link out that are neither last, nor outcomes, nor ends of a strand."""
    last = next(reversed(list(case.journey.steps)), None)
    for name, step in case.journey.steps.items():
        if case.net.out[name] or name == last or step.kind == "outcome" or step.ends:
            continue
        yield Draft(case.here(name), Where(steps=(name,)), {"step": mention("step", name)})


RULE = Rule(
    name="loose-end",
    severity="error",
    kind="structural",
    scope="journey",
    source=("BPMN anomalies: activity without termination (Laue & Awad 2010)",),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace(", next: []", ""),
    find=find,
)
