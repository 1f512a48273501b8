"""A long wait of which nobody says how long it lasts, nor where the case stands."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.clues.waits import Waiting, waitings
from carteblanche_journeys.diagnosis.finding import Confidence, Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule, Threshold
from carteblanche_journeys.diagnosis.stake import Stake
from carteblanche_journeys.graph import Lived
from carteblanche_journeys.model.quantities import MINUTES

FRENCH = Prose(
    title="Une longue attente sans nouvelles ({organisation|rien n'est annoncé})",
    finds="""Une attente de plus de quinze jours dont la durée n'est pas annoncée, sans message qui
        dise où en est le dossier. Si elle tient dans un délai légal, elle compte moins. Si l'on ne
        sait pas si la durée est annoncée, c'est une question par organisme ; ce que la loi fixe
        n'en est pas une.""",
    hurts="""La personne ne sait ni combien de temps attendre, ni si son dossier avance
        ({steps|rien ne bouge}). Elle rappelle, se déplace, renvoie ses pièces, ou croit que c'est
        non.""",
    remedy="""Annoncez dès le dépôt la durée telle qu'elle est vraiment, puis donnez des nouvelles
        sans qu'on les demande : dossier reçu, dossier étudié, décision prise.""",
    against="""Un délai annoncé engage : s'il n'est pas tenu, la confiance baisse. Chaque message
        prend du temps aux agents.""",
    forms={
        "unknown": {
            "title": "La durée de l'attente est-elle annoncée ({organisation}) ?",
            "hurts": """On ne sait pas si la personne apprend combien de temps elle attendra
                ({steps}). Sinon, elle attend sans repère.""",
            "remedy": """Demandez-le aux personnes et aux agents, puis écrivez `announced: true` ou
                `false` sur l'attente.""",
        },
        "length": {
            "title": "Combien de temps attend-on sans nouvelles ({organisation}) ?",
            "hurts": """La durée n'est pas annoncée, et l'on ne sait pas si elle est longue
                ({steps}).""",
            "remedy": """Relevez les durées réelles, puis écrivez la plus probable sur
                l'attente.""",
        },
    },
)
ENGLISH = Prose(
    title="A long wait without news ({organisation|nothing is announced})",
    finds="""A wait of more than fifteen days whose length is not announced, without a message that
        says where the case stands. If it keeps within a legal deadline it counts less. Where
        nobody knows whether the length is announced, it is one question per organisation; what
        the law fixes is none.""",
    hurts="""The person knows neither how long to wait nor whether the case moves
        ({steps|nothing stirs}). They call again, come back, send their evidence again, or take it
        for a no.""",
    remedy="""Say on filing how long it really takes, then give news without being asked: case
        received, case examined, decision made.""",
    against="""A time announced is a promise: if it is not kept, trust goes down. Each message takes
        agents' time.""",
    forms={
        "unknown": {
            "title": "Is the length of the wait announced ({organisation})?",
            "hurts": """Nobody says whether the person is told how long they will wait ({steps}). If
                not, they wait with nothing to go by.""",
            "remedy": """Ask the people and the agents, then write `announced: true` or `false` on
                the wait.""",
        },
        "length": {
            "title": "How long does one wait without news ({organisation})?",
            "hurts": "The length is not announced, and nobody knows whether it is long ({steps}).",
            "remedy": "Record real waits, then write the most likely one on the wait.",
        },
    },
)
BAD = """
# atlas.yml
title: ‹Le logement|Housing›
language: ‹fr|en›
# organisations.yml
bailleur: {name: ‹Bailleur social|Social landlord›, kind: local}
# counters.yml
bailleur: {name: ‹Accueil du bailleur|Landlord's desk›, owner: bailleur}
# loger/as-is.yml
title: ‹Je cherche un logement|I look for a home›
steps:
  demande:
    title: ‹Demander un logement|Ask for a home›
    at: bailleur
    wait: {value: 60 d, announced: false}
  reponse: {title: ‹Recevoir la réponse|Get the answer›}
"""


def find(case: Case) -> Iterator[Draft]:
    """The waits that may be long and that nobody announces, nor breaks by news, by cause."""
    told = frozenset(_with_news(case.lived))
    silent: dict[tuple[str, str, bool], list[Waiting]] = {}
    for waiting in waitings(case.lived):
        over = waiting.over(case.figures["days"])
        variant = None if over is False or waiting.step in told else _variant(waiting, over)
        legal = variant is not None and _within_the_law(waiting, case)
        if variant is not None and (over or not legal):
            lower = not variant and legal
            silent.setdefault((_cause(waiting, variant), variant, lower), []).append(waiting)
    for (cause, variant, lower), there in silent.items():
        yield _draft(cause, variant, lower, there, case)


def _cause(waiting: Waiting, variant: str) -> str:
    """The organisation; where one knows that it is silent, with what is waited for."""
    schemes = () if variant else sorted(set(waiting.schemes))
    return " ".join((waiting.body.organisation, *schemes))


def _variant(waiting: Waiting, over: bool | None) -> str | None:
    """How it is told; None where it is announced, or fixed by law and nobody says otherwise."""
    if waiting.wait.announced is None:
        return None if waiting.wait.cause == "law" else "unknown"
    if waiting.wait.announced:
        return None
    return "" if over else "length"


def _with_news(lived: Lived) -> Iterator[str]:
    """Steps from which news go to the person, and not to another organisation."""
    for passage in lived.passages:
        news = lived.steps[passage.target].body
        own = lived.steps[passage.source].body
        same = news is None or own is None or news.organisation == own.organisation
        if passage.link.carried == "notification" and same:
            yield passage.source


def _draft(cause: str, variant: str, lower: bool, there: list[Waiting], case: Case) -> Draft:
    organisation = there[0].body.organisation
    steps = mention("step", *(waiting.step for waiting in there))
    ways = [case.lived.steps[step].way for step in steps.ids]
    return Draft(
        cause=cause,
        where=Where(
            steps=steps.ids,
            counters=once(way.counter for way in ways if way),
            organisations=(organisation,),
            schemes=once(scheme for waiting in there for scheme in waiting.schemes),
        ),
        values={"organisation": mention("organisation", organisation), "steps": steps},
        variant=variant,
        kind="question" if variant else None,
        confidence=_surest(there, case),
        lower=lower,
        stake=Stake(waits=steps.ids),
    )


def _surest(there: list[Waiting], case: Case) -> Confidence:
    marks = [case.sureness(one.wait, case.journey.steps[one.step]) for one in there]
    return "high" if "high" in marks else "medium"


def _within_the_law(waiting: Waiting, case: Case) -> bool:
    """Whether a deadline that binds the organisation, here or next, is no shorter than the wait."""
    ahead = (passage.target for passage in case.net.forward_out(waiting.step))
    steps = [case.journey.steps[name] for name in (waiting.step, *ahead)]
    limits = [
        deadline.within.minutes[2] / MINUTES["d"]
        for step in steps
        for deadline in step.deadlines
        if deadline.binds == "organisation" and deadline.within is not None
    ]
    return any(waiting.over(limit) is False for limit in limits)


RULE = Rule(
    name="silent-wait",
    severity="warning",
    source=("D14", "Services Publics +, engagement 4"),
    prose={"fr": FRENCH, "en": ENGLISH},
    thresholds={"days": Threshold(15, "D14")},
    bad=BAD,
    good=BAD.replace("announced: false", "announced: true"),
    find=find,
)
