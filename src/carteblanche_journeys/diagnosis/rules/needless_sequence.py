"""Contacts one after the other, though nothing in the first is needed for the next."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.clues.sequences import Sequence, sequences
from carteblanche_journeys.diagnosis.finding import Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule, Threshold
from carteblanche_journeys.diagnosis.stake import Stake

FRENCH = Prose(
    title="Ces démarches pourraient se faire en une fois : {steps|rien ne les lie}",
    finds="""Deux démarches qui se suivent, alors que rien dans la première ne sert à la suivante,
        et que le parcours ne dit pas pourquoi. Dans le même organisme ou la même commune, une
        seule visite suffit. Ailleurs, elles comptent si les attentes font quatorze jours ou plus.
        Si le parcours ne dit rien de l'ordre, le constat est peu sûr.""",
    hurts="""La personne revient, ou rappelle, alors qu'une fois aurait suffi : un trajet de plus,
        une attente au guichet de plus, une matinée de plus.""",
    remedy="Réunissez {steps|ces démarches} en un seul rendez-vous ou un seul dépôt.",
    against="""L'ordre a parfois une raison que le parcours ne dit pas : la loi, un contrôle, le
        temps de réfléchir. Demandez-la aux agents avant de rien changer, et écrivez-la
        (`because`).""",
    forms={
        "beside": {
            "title": "Ces démarches pourraient avancer ensemble : {steps}",
            "hurts": """Les attentes s'ajoutent, alors que rien n'oblige à finir l'une avant de
                commencer l'autre.""",
            "remedy": """Dites à la personne, dès la première démarche, qu'elle peut commencer
                {steps} en même temps.""",
        }
    },
)
ENGLISH = Prose(
    title="These steps could be done in one go: {steps|nothing ties them}",
    finds="""Two steps that follow each other, though nothing in the first serves the next, and the
        journey does not say why. At one organisation or in one commune, a single visit is enough.
        Elsewhere they count if the waits come to fourteen days or more. Where the journey says
        nothing of the order, the finding is not very sure.""",
    hurts="""The person comes back, or calls again, though once would have done: one more trip, one
        more wait at the counter, one more morning.""",
    remedy="Join {steps|these steps} in one appointment or one filing.",
    against="""The order sometimes has a reason that the journey does not give: the law, a control,
        time to think. Ask the agents before changing anything, and write it down (`because`).""",
    forms={
        "beside": {
            "title": "These steps could go on beside each other: {steps}",
            "hurts": """The waits add up, though nothing forces anyone to finish one before starting
                the other.""",
            "remedy": """Tell the person, at the first step, that they can start {steps} at the same
                time.""",
        }
    },
)
BAD = """
# atlas.yml
title: ‹Le quartier|The neighbourhood›
language: ‹fr|en›
# organisations.yml
mairie: {name: ‹Mairie|Town hall›, kind: local}
# counters.yml
ecole: {name: ‹Service des écoles|Schools desk›, owner: mairie, channels: [on-site]}
cantine: {name: ‹Service de la cantine|Canteen desk›, owner: mairie, channels: [on-site]}
# emmenager/as-is.yml
title: ‹J'emménage|I move in›
steps:
  ecole:
    title: ‹Inscrire l'enfant à l'école|Enrol the child at school›
    at: ecole
    next: {to: cantine, because: habit}
  cantine: {title: ‹Inscrire l'enfant à la cantine|Enrol the child at the canteen›, at: cantine}
"""


def find(case: Case) -> Iterator[Draft]:
    """Each longest run of steps whose order nothing demands."""
    for sequence in sequences(case.lived, case.figures["days"]):
        yield _draft(sequence, case)


def _draft(sequence: Sequence, case: Case) -> Draft:
    ways = [case.lived.steps[step].way for step in sequence.steps]
    bodies = [case.lived.steps[step].body for step in sequence.steps]
    later = sequence.steps[1:]
    at_once = sequence.instead == "once"
    return Draft(
        cause=case.here(sequence.steps[0]),
        where=Where(
            steps=sequence.steps,
            links=sequence.links,
            counters=once(way.counter for way in ways if way),
            organisations=once(body.organisation for body in bodies if body),
        ),
        values={"steps": mention("step", *sequence.steps)},
        variant="" if at_once else "beside",
        confidence=case.sureness(*(case.journey.steps[step] for step in sequence.steps))
        if sequence.said
        else "low",
        stake=Stake(travel=later) if at_once else Stake(waits=_shorter(sequence, case)),
    )


def _shorter(sequence: Sequence, case: Case) -> tuple[str, ...]:
    """The waits that would no longer count: all but the longest."""
    longest = max(sequence.steps, key=lambda step: _days(step, case))
    return tuple(step for step in sequence.steps if step != longest)


def _days(step: str, case: Case) -> float:
    days = case.ledger.of_wait(step).days
    return days.likely or 0.0 if days else 0.0


RULE = Rule(
    name="needless-sequence",
    severity="info",
    source=("D19", "Reijers & Liman Mansar 2005, parallelism and resequencing"),
    prose={"fr": FRENCH, "en": ENGLISH},
    thresholds={"days": Threshold(14, "D19")},
    bad=BAD,
    good=BAD.replace("because: habit", "because: law"),
    find=find,
)
