"""An event that waits for several things at once."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.finding import Where, mention
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule

FRENCH = Prose(
    title="{event|Un événement} attend plusieurs étapes",
    finds="Un événement auquel mènent deux enchaînements ou plus.",
    hurts="""Un événement n'attend pas les papiers : l'enfant naît, que les démarches soient faites
        ou non. Dessiné ainsi, le parcours cache les démarches faites trop tard.""",
    remedy="""Ne gardez qu'un enchaînement vers {event|l'événement}, ou aucun, et dites sa date
        avec `happens`. Terminez par `ends: true` les files qui s'arrêtent avant lui.""",
    against="Ce qui attend vraiment plusieurs étapes n'est pas un événement : c'est une étape.",
)
ENGLISH = Prose(
    title="{event|An event} waits for several steps",
    finds="An event to which two links or more lead.",
    hurts="""An event does not wait for paperwork: the child is born whether or not the procedures
        are done. Drawn like this, the journey hides procedures that come too late.""",
    remedy="""Keep one link to {event|the event}, or none, and say its date with `happens`. Close
        with `ends: true` the strands that stop before it.""",
    against="What really waits for several steps is not an event: it is a step.",
)
BAD = """
# atlas.yml
title: ‹La naissance|Birth›
language: ‹fr|en›
# naissance/as-is.yml
title: ‹J'attends un enfant|I am expecting a child›
steps:
  grossesse: {title: ‹Attendre un enfant|Expect a child›, next: [conge, creche]}
  conge: {title: ‹Demander le congé|Ask for leave›, next: [naissance]}
  creche: {title: ‹Demander une place en crèche|Ask for a nursery place›, next: [naissance]}
  naissance: {title: ‹L'enfant naît|The child is born›, kind: event}
"""


def find(case: Case) -> Iterator[Draft]:
    """Events with two links in or more."""
    for name, step in case.journey.steps.items():
        arriving = case.net.into[name]
        if step.kind == "event" and len(arriving) > 1:
            where = Where(steps=(name,), links=tuple(passage.id for passage in arriving))
            yield Draft(case.here(name), where, {"event": mention("step", name)})


RULE = Rule(
    name="crowded-event",
    severity="error",
    kind="structural",
    scope="journey",
    source=("Walk, rule 5",),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace("next: [naissance]", "ends: true"),
    find=find,
)
