"""One has to come in person, only to show who one is, to sign, to hand in or to collect."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.clues.pursuits import meets_counter
from carteblanche_journeys.diagnosis.finding import Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule
from carteblanche_journeys.diagnosis.stake import Stake
from carteblanche_journeys.graph import LivedStep
from carteblanche_journeys.measures.contacts import AWAY
from carteblanche_journeys.model import Way

FRENCH = Prose(
    title="Il faut venir pour un papier ou une signature : {step|rien d'autre}",
    finds="""Une étape où il faut venir, quelle que soit la voie, et seulement pour montrer qui l'on
        est, signer, déposer ou retirer quelque chose. Si l'étape cite une loi, qui exige peut-être
        d'être là, le constat est moins sûr. Si l'on ne sait pas pourquoi il faut venir, la règle se
        tait.""",
    hurts="""Quelques minutes au guichet coûtent un trajet, parfois une demi-journée de congé ou le
        temps d'un proche qui conduit ({counters|il faut y être}).""",
    remedy="""Ouvrez une voie à distance : envoi, signature en ligne, identité vérifiée par un
        service de confiance. Gardez le guichet pour qui préfère venir.""",
    against="""Venir en personne protège de la fraude et des pressions, et c'est parfois la seule
        fois où quelqu'un voit la personne. Si la loi exige d'être là, c'est elle qu'il faut
        changer d'abord.""",
)
ENGLISH = Prose(
    title="One has to come for a paper or a signature: {step|nothing else}",
    finds="""A step where one has to come, whichever way is taken, and only to show who one is, to
        sign, to hand in or to collect something. Where the step cites a law, which may demand
        presence, the finding is less sure. Where nobody says why one has to come, the rule keeps
        silent.""",
    hurts="""A few minutes at the counter cost a trip, sometimes half a day of leave or the time
        of a relative who drives ({counters|one has to be there}).""",
    remedy="""Open a way from afar: by post, signature online, identity checked by a trusted
        service. Keep the counter for those who would rather come.""",
    against="""Coming in person protects from fraud and pressure, and is sometimes the only time
        that someone sees the person. Where the law demands presence, it is the law that has to
        change first.""",
)
BAD = """
# atlas.yml
title: ‹La ville|The town›
language: ‹fr|en›
# organisations.yml
mairie: {name: ‹Mairie|Town hall›, kind: local}
# counters.yml
mairie: {name: ‹Accueil de la mairie|Town hall desk›, owner: mairie, channels: [on-site]}
# circuler/as-is.yml
title: ‹Je me gare dans ma rue|I park in my street›
steps:
  retrait: {title: ‹Retirer le macaron|Collect the sticker›, at: mairie, presence: [collection]}
"""
#: What can be done from afar, or by someone one trusts.
_FROM_AFAR = frozenset({"identity", "signature", "deposit", "collection"})


def find(case: Case) -> Iterator[Draft]:
    """Each step for which one comes for no more than that, and for no other step either."""
    together: dict[str, bool] = {}
    for name, one in case.lived.steps.items():
        visit = one.step.visit or f"#{name}"
        if _comes(one, case):
            together[visit] = together.get(visit, True) and _for_little(one)
    for name, one in case.lived.steps.items():
        if _comes(one, case) and together[one.step.visit or f"#{name}"]:
            yield _draft(name, one, case)


def _comes(one: LivedStep, case: Case) -> bool:
    return meets_counter(one, case.atlas) and all(_away(way) for way in one.ways)


def _away(way: Way) -> bool:
    return way.channel in AWAY and way.done_by is None


def _for_little(one: LivedStep) -> bool:
    """Whether every way says why one must be there, and all of it can be done from afar."""
    return all(_reasons(way, one) and _reasons(way, one) <= _FROM_AFAR for way in one.ways)


def _reasons(way: Way, one: LivedStep) -> frozenset[str]:
    return frozenset((one.step.presence if way.presence is None else way.presence) or ())


def _draft(name: str, one: LivedStep, case: Case) -> Draft:
    counters = mention("counter", *(way.counter for way in one.ways))
    return Draft(
        cause=case.here(name),
        where=Where(
            steps=(name,),
            counters=counters.ids,
            organisations=once([one.body.organisation]) if one.body else (),
        ),
        values={"step": mention("step", name), "counters": counters},
        confidence="medium" if one.step.law else case.sureness(one.step),
        stake=Stake(travel=(name,)),
    )


RULE = Rule(
    name="needless-trip",
    severity="info",
    source=("D23", "Reijers & Liman Mansar 2005, integral technology and trusted party"),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace("channels: [on-site]", "channels: [on-site, post]"),
    find=find,
)
