"""The person is refused late, on a condition that could have been looked at first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carteblanche_journeys.diagnosis.clues.foresight import Foreseen, foreseen
from carteblanche_journeys.diagnosis.clues.odds import branches_to, odds
from carteblanche_journeys.diagnosis.finding import Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule, Threshold
from carteblanche_journeys.diagnosis.stake import Stake
from carteblanche_journeys.graph import Passage
from carteblanche_journeys.model import schemes_of

FRENCH = Prose(
    title="Un refus qui arrive trop tard : {schemes|la réponse pouvait se savoir au début}",
    finds="""Un refus, pour une personne sur dix au moins, qui tient à une condition que la
        personne ou un guichet connaissait déjà, après une heure de démarches ou un déplacement.
        Si l'on ne sait pas combien sont refusées, c'est une question.""",
    hurts="""La personne a rempli, apporté, attendu, pour un non que l'on pouvait lui dire avant
        de commencer. Après un tel refus, on hésite à demander autre chose, même ce à quoi l'on
        a droit.""",
    remedy="""Regardez d'abord {facts|ce qui décide} : quelques questions avant le dossier, au
        guichet ou sur une page, et la réponse probable tout de suite. Gardez le droit de
        déposer quand même.""",
    against="""Une question posée trop tôt décourage des personnes qui auraient eu droit. Une
        estimation n'est pas une décision, et seul un refus écrit ouvre un recours.""",
    forms={
        "unknown": {
            "title": """Combien de personnes sont refusées, et peuvent-elles le savoir avant ?
                {schemes}""",
            "hurts": """On ne sait pas combien de refus arrivent ici, ou qui connaît d'avance ce
                qui décide. Si c'est une personne sur dix ou plus, un mot au début leur
                éviterait tout le reste.""",
            "remedy": """Comptez les refus et écrivez `share` sur la branche qui y mène. Dites
                aussi de chaque donnée si la personne la connaît (`known_to_person`).""",
        },
    },
)
ENGLISH = Prose(
    title="A refusal that comes too late: {schemes|the answer could be known at the start}",
    finds="""A refusal of one person in ten at least, on a condition that the person or a
        counter knew already, after an hour of paperwork or a trip. Where nobody knows how many
        are refused, it is a question.""",
    hurts="""The person has filled in, brought and waited, for a no that could have been said
        before they began. After such a refusal one hesitates to ask for anything else, even for
        what one has a right to.""",
    remedy="""Look first at {facts|what decides}: a few questions before the file, at the
        counter or on a page, and the likely answer at once. Keep the right to file all the
        same.""",
    against="""A question asked too early discourages people who would have had a right. An
        estimate is no decision, and only a written refusal opens an appeal.""",
    forms={
        "unknown": {
            "title": "How many people are refused, and can they know it beforehand? {schemes}",
            "hurts": """Nobody knows how many refusals there are here, or who knows beforehand
                what decides. If it is one person in ten or more, a word at the start would
                spare them all the rest.""",
            "remedy": """Count the refusals and write `share` on the branch that leads to them.
                Say of each fact, too, whether the person knows it (`known_to_person`).""",
        },
    },
)
BAD = """
# atlas.yml
title: ‹Le logement|Housing›
language: ‹fr|en›
# facts.yml
revenu: {label: ‹Revenu|Income›, known_to_person: true}
# organisations.yml
mairie: {name: ‹Mairie|Town hall›, kind: local}
# schemes.yml
aide: {name: ‹Aide au loyer|Rent support›, eligibility: {revenu: {max: 1500}}}
# counters.yml
mairie: {name: ‹Accueil de la mairie|Town hall desk›, owner: mairie, channels: [on-site]}
# loyer/as-is.yml
title: ‹Je demande une aide|I ask for support›
steps:
  dossier: {title: ‹Apporter le dossier|Bring the file›, at: mairie, schemes: [aide]}
  reponse:
    title: ‹Quelle réponse ?|Which answer?›
    kind: choice
    schemes: [aide]
    next: [{to: refus, share: 40 %}, {to: accord}]
  accord: {title: ‹L'aide est versée|Support is paid›, kind: outcome, result: granted, scheme: aide}
  refus: {title: ‹C'est non|It is no›, kind: outcome, result: refused, scheme: aide}
"""


@dataclass(frozen=True, slots=True)
class _Refusal:
    """One branch that ends in a refusal, and what was known before it."""

    scheme: str
    outcome: str
    branch: Passage
    seen: Foreseen
    share: float | None


def find(case: Case) -> Iterator[Draft]:
    """Each scheme refused late; those of which nobody knows enough, in one question."""
    unsure: list[_Refusal] = []
    for refusal in _refusals(case):
        if refusal.share is None or not refusal.seen.sure:
            unsure.append(refusal)
        else:
            yield _draft(once([refusal.scheme]), [refusal], case)
    if unsure:
        yield _draft(once(refusal.scheme for refusal in unsure), unsure, case, asks=True)


def _refusals(case: Case) -> Iterator[_Refusal]:
    """Refusals frequent enough, or of unknown frequency, after which much was spent in vain."""
    pursuing: dict[str, list[str]] = {}
    for name, one in case.lived.steps.items():
        for scheme in schemes_of(one.step, case.atlas):
            pursuing.setdefault(scheme, []).append(name)
    for name, one in case.lived.steps.items():
        for scheme in one.step.scheme if one.step.result == "refused" else ():
            for branch in branches_to(name, case.lived):
                share = odds(branch, case.visits)
                steps = pursuing.get(scheme, ())
                seen = foreseen(scheme, branch, steps, case.lived, case.knowing)
                often = share is None or share >= case.figures["share"]
                if often and seen is not None and _is_much(seen, branch, case):
                    yield _Refusal(scheme, name, branch, seen, share)


def _is_much(seen: Foreseen, branch: Passage, case: Case) -> bool:
    """Whether those who come to the decision have spent too much on the way."""
    spent = Stake(steps=seen.in_vain).cost(case.ledger)
    come = case.visits.expected.get(branch.source) or 1.0
    minutes, trips = ((kind and kind.likely) or 0.0 for kind in (spent.minutes, spent.trips))
    return minutes / come >= case.figures["minutes"] or trips / come >= case.figures["trips"]


def _draft(
    schemes: tuple[str, ...], refusals: list[_Refusal], case: Case, *, asks: bool = False
) -> Draft:
    steps = once(
        step for one in refusals for step in (*one.seen.in_vain, one.branch.source, one.outcome)
    )
    ways = [case.lived.steps[step].way for step in steps]
    bodies = [case.lived.steps[step].body for step in steps]
    share = 0.0 if asks else refusals[0].share or 0.0
    facts = mention("fact", *(fact for one in refusals for fact in one.seen.facts))
    return Draft(
        cause=case.here() if asks else schemes[0],
        where=Where(
            steps=steps,
            links=once(one.branch.id for one in refusals),
            counters=once(way.counter for way in ways if way),
            organisations=once(body.organisation for body in bodies if body),
            facts=facts.ids,
            schemes=schemes,
        ),
        values={"schemes": mention("scheme", *schemes), "facts": facts},
        variant="unknown" if asks else "",
        kind="question" if asks else None,
        confidence=case.sureness(*(one.branch.link.share or one.branch.link for one in refusals)),
        stake=Stake(
            parts=tuple((step, share) for one in refusals for step in one.seen.in_vain if share)
        ),
    )


RULE = Rule(
    name="late-refusal",
    severity="warning",
    source=("D15", "Reijers & Liman Mansar 2005, knock-out"),
    prose={"fr": FRENCH, "en": ENGLISH},
    thresholds={
        "share": Threshold(0.1, "D15"),
        "minutes": Threshold(60, "D15"),
        "trips": Threshold(1, "D15"),
    },
    bad=BAD,
    good=BAD.replace("known_to_person: true", "known_to_person: false"),
    find=find,
)
