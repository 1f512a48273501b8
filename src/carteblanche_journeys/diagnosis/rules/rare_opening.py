"""The only place to go opens so rarely that the time one has runs out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carteblanche_journeys.diagnosis.clues.desert import on_the_spot
from carteblanche_journeys.diagnosis.clues.slack import slack
from carteblanche_journeys.diagnosis.finding import Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule, Threshold
from carteblanche_journeys.diagnosis.stake import Stake
from carteblanche_journeys.measures.delays import interval
from carteblanche_journeys.model import Quantity, Way
from carteblanche_journeys.model.quantities import MINUTES

FRENCH = Prose(
    title="""{counters|Un guichet} n'ouvre que tous les {days|quinze} jours, et il n'y a pas d'autre
        voie""",
    finds="""Une étape que l'on ne peut faire que dans un lieu qui ouvre rarement : à plus de
        7 jours d'écart, ou si rarement que l'attente moyenne dépasse le temps dont la personne
        dispose.""",
    hurts="""Qui manque le passage attend le suivant. Une pièce oubliée, un empêchement, et ce sont
        {days|quinze} jours de plus. Un délai légal peut passer entre deux ouvertures.""",
    remedy="""Faites revenir l'arrêt plus souvent, ou tenez un téléphone entre deux passages. Prenez
        les demandes à l'avance, pour que la venue serve à finir et non à commencer.""",
    against="""Des passages plus fréquents coûtent un équipage, ou desservent moins de villages. Un
        rendez-vous rare mais tenu vaut mieux qu'une promesse de passage.""",
    forms={
        "deadline": {
            "title": """{counters} n'ouvre que tous les {days} jours : c'est trop rare pour le délai
                à tenir""",
        },
    },
)
ENGLISH = Prose(
    title="{counters|A counter} opens only every {days|fifteen} days, and there is no other way",
    finds="""A step that can be done only in a place that opens rarely: more than 7 days apart, or
        so rarely that the mean wait is longer than the time the person has.""",
    hurts="""Those who miss the stop wait for the next. One piece forgotten, one mishap, and it is
        {days|fifteen} days more. A legal deadline can pass between two openings.""",
    remedy="""Let the stop come back more often, or keep a telephone between two stops. Take
        requests beforehand, so that the visit is there to finish and not to begin.""",
    against="""More frequent stops cost a crew, or serve fewer villages. An appointment that is
        rare and kept is better than the promise of one.""",
    forms={
        "deadline": {
            "title": """{counters} opens only every {days} days: too rarely for the deadline to be
                kept""",
        },
    },
)
BAD = """
# atlas.yml
title: ‹Le village|The village›
language: ‹fr|en›
# organisations.yml
commune: {name: ‹Commune|Municipality›, kind: local}
# counters.yml
car:
  name: ‹Car des services|Service bus›
  owner: commune
  channels: [stop]
  places: [{opening: {every: 14 d}}]
# aide/as-is.yml
title: ‹Je demande une aide|I ask for support›
steps:
  demande: {title: ‹Voir l'agent|See the agent›, at: car}
"""


@dataclass(frozen=True, slots=True)
class _Stop:
    """A step that can only be lived at rare stops: the best of them, and how often it comes."""

    step: str
    way: Way
    days: float


def find(case: Case) -> Iterator[Draft]:
    """Each step whose only places open too rarely for its deadline, or at all."""
    for stop in _stops(case):
        limits = [left for left in slack(stop.step, case.lived) if left is not None]
        if limits:
            if stop.days / 2 > min(limits):
                yield _draft(stop, "deadline", case)
        elif stop.days > case.figures["days"]:
            yield _draft(stop, "", case)


def _stops(case: Case) -> Iterator[_Stop]:
    for name, one in case.lived.steps.items():
        if one.concerned is False:
            continue
        found = [(way, _every(way, case)) for way in on_the_spot(name, case.lived)]
        known = [_Stop(name, way, _days(every)) for way, every in found if every is not None]
        if found and len(known) == len(found):
            yield min(known, key=lambda stop: stop.days)


def _every(way: Way, case: Case) -> Quantity | None:
    counter = case.atlas.counters.get(way.counter or "")
    return interval(way, counter, case.lived) if counter and counter.places else None


def _days(every: Quantity) -> float:
    low, likely, high = every.minutes
    return ((low + high) / 2 if likely is None else likely) / MINUTES["d"]


def _draft(stop: _Stop, variant: str, case: Case) -> Draft:
    counters = mention("counter", stop.way.counter)
    near = stop.way.near if stop.way.near not in (None, "nearest", "any", "birth") else None
    person = case.lived.persona.person(case.journey.steps[stop.step].actor)
    home = person.commune if person and near in (None, "home") else near
    return Draft(
        cause=" ".join(once((stop.way.counter, home))),
        where=Where(
            (stop.step,),
            counters=counters.ids,
            organisations=once(case.atlas.counters[name].owner for name in counters.ids),
        ),
        values={"counters": counters, "days": round(stop.days)},
        variant=variant,
        confidence=case.sureness(case.journey.steps[stop.step], stop.way),
        stake=Stake(waits=(stop.step,)),
    )


RULE = Rule(
    name="rare-opening",
    severity="warning",
    source=("D10", "Car des services publics, Lot, 2018 : une demi-journée tous les quinze jours"),
    prose={"fr": FRENCH, "en": ENGLISH},
    thresholds={"days": Threshold(7, "D10")},
    bad=BAD,
    good=BAD.replace("every: 14 d", "every: 7 d"),
    find=find,
)
