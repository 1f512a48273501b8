"""A step that nobody can come to."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.finding import Where, mention
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule
from carteblanche_journeys.graph import forward_cycles, starts

FRENCH = Prose(
    title="Rien ne mène à {step|une étape}",
    finds="""Une étape à laquelle aucun enchaînement ne mène, sans être la première du parcours ni
        un événement. Si des enchaînements y mènent mais qu'aucun persona du parcours n'y passe,
        c'est une question.""",
    hurts="""Personne ne peut arriver à cette étape. Ce qu'elle demande ou apporte ne compte pour
        personne.""",
    remedy="""Ajoutez l'enchaînement qui manque à l'étape d'avant, avec `next`, ou retirez l'étape.
        Ce qui arrive de lui-même est un événement, `kind: event`.""",
    against="Une étape gardée de côté pour une refonte peut rester sans enchaînement un moment.",
    forms={
        "nobody": {
            "title": "Aucun persona du parcours ne passe par {step}",
            "hurts": """Ce qui pèse sur les gens concernés par {step} ne se voit dans aucun
                chiffre.""",
            "remedy": """Ajoutez un persona qui vit ce cas, ou vérifiez les conditions (`when`) qui
                y mènent.""",
            "against": """Quelques personas ne couvrent pas tous les cas, et ce n'est pas leur
                rôle.""",
        }
    },
)
ENGLISH = Prose(
    title="Nothing leads to {step|a step}",
    finds="""A step to which no link leads, though it is neither the first of the journey nor an
        event. Where links lead there but no persona of the journey comes by, it is a question.""",
    hurts="Nobody can come to this step. What it asks or brings counts for no one.",
    remedy="""Add the missing link to the step before, with `next`, or take the step out. What
        happens by itself is an event, `kind: event`.""",
    against="A step kept aside for a redesign may stay without a link for a while.",
    forms={
        "nobody": {
            "title": "No persona of the journey comes by {step}",
            "hurts": "What weighs on the people concerned by {step} shows in no figure.",
            "remedy": """Add a persona who lives this case, or check the conditions (`when`) that
                lead there.""",
            "against": "A few personas do not cover every case, and need not.",
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
  demande: {title: ‹Demander l'inscription|Ask for a place›, next: [rentree]}
  visite: {title: ‹Visiter l'école|Visit the school›}
  rentree: {title: ‹L'enfant entre à l'école|The child starts school›}
"""


def find(case: Case) -> Iterator[Draft]:
    """Steps without a forward link in; then, as one question, those that no persona comes to."""
    cut_off = [name for name in case.net.out if not case.net.forward_in(name)]
    beginnings = set(starts(case.net))
    for name in cut_off:
        if name not in beginnings:
            yield Draft(case.here(name), Where(steps=(name,)), {"step": mention("step", name)})
    unlived = _unlived(case)
    if unlived:
        where, named = Where(steps=unlived), {"step": mention("step", *unlived)}
        yield Draft(case.here(), where, named, variant="nobody", kind="question", lower=True)


def _unlived(case: Case) -> tuple[str, ...]:
    """Steps that links lead to and no persona lives, where nothing else explains it."""
    if forward_cycles(case.net) or any(lived.closed for lived in case.lives):
        return ()
    lived_by_some = {name for lived in case.lives for name in lived.steps}
    unlived = _reached(case) - lived_by_some
    return tuple(name for name in case.net.out if name in unlived)


def _reached(case: Case) -> frozenset[str]:
    waiting = list(starts(case.net))
    seen = set(waiting)
    while waiting:
        further = {p.target for p in case.net.forward_out(waiting.pop())} - seen
        seen |= further
        waiting.extend(further)
    return frozenset(seen)


RULE = Rule(
    name="unreached-step",
    severity="error",
    kind="structural",
    scope="journey",
    source=("BPMN anomalies: activity without activation (Laue & Awad 2010)",),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace("next: [rentree]", "next: [visite]"),
    find=find,
)
