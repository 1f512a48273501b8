"""A case passes from one body to another, and nobody answers for its arrival."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.clues.pursuits import only_informs
from carteblanche_journeys.diagnosis.clues.refusals import restarts
from carteblanche_journeys.diagnosis.finding import Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule
from carteblanche_journeys.diagnosis.stake import Stake
from carteblanche_journeys.graph import Handoff, handoffs
from carteblanche_journeys.model import schemes_of

FRENCH = Prose(
    title="Le dossier change de mains ({before|l'un} → {after|l'autre}), rien ne dit s'il arrive",
    finds="""Un dossier qui change d'organisme sans accusé de réception. Ou un refus après lequel
        la personne recommence ailleurs pour le même but. Si l'on ne sait pas qui transmet ou si
        l'arrivée est confirmée, c'est une question.""",
    hurts="""La personne ne sait plus qui a son dossier. Si rien ne vient, elle appelle l'un, qui
        la renvoie vers l'autre, et c'est souvent elle qui découvre qu'il s'est perdu.""",
    remedy="""Faites confirmer l'arrivée à l'organisme qui envoie et à la personne, sous un délai
        dit d'avance, et nommez qui répond du dossier entre les deux.""",
    against="""Un accusé de réception prend du temps aux agents, et une lettre de plus peut
        inquiéter. Pour un passage sans délai ni suite, il n'apporte rien.""",
    forms={
        "restart": {
            "title": "Un refus, et la personne recommence ({before} → {after}) : {schemes}",
            "hurts": """La personne croyait être au bon endroit. On lui dit non, puis elle refait
                un dossier, redonne ses pièces et attend encore, pour le même besoin. Beaucoup
                s'arrêtent là.""",
            "remedy": """Que l'organisme qui refuse transmette le dossier à celui qui peut
                répondre, avec l'accord de la personne, et que ce dernier reparte de ce qui est
                déjà su.""",
            "against": """Un refus clair et motivé protège : il ouvre un recours. La personne peut
                aussi ne pas vouloir que l'autre organisme sache qu'elle a demandé.""",
        },
        "arrival-unknown": {
            "title": "Quelqu'un confirme-t-il que le dossier est arrivé ({before} → {after}) ?",
            "hurts": """On ne sait pas si l'arrivée du dossier est confirmée. Sinon, la personne
                attend sans savoir chez qui.""",
            "remedy": "Demandez-le aux agents, puis écrivez `acknowledged: true` ou `false`.",
        },
        "carrier-unknown": {
            "title": """Qui fait passer le dossier ({before} → {after}) : la personne ou
                l\'organisme ?""",
            "hurts": """On ne sait pas qui transmet. Si c'est la personne, tout repose sur elle
                sans que cela se voie.""",
            "remedy": """Demandez-le aux agents et aux personnes, puis écrivez `carried` sur
                l'enchaînement.""",
        },
    },
)
ENGLISH = Prose(
    title="""The case passes from {before|one body} to {after|another}, and nothing says that it
        has arrived""",
    finds="""A case that changes body without an acknowledgement. Or a refusal after which the
        person starts again elsewhere for the same purpose. Where nobody knows who passes it on, or
        whether its arrival is confirmed, it is a question.""",
    hurts="""The person no longer knows who has the case. If nothing comes, they call one body,
        which sends them to the other, and often it is they who find out that it was lost.""",
    remedy="""Let the arrival be confirmed to the sending body and to the person, within a time
        said beforehand, and name who answers for the case in between.""",
    against="""An acknowledgement takes agents' time, and one more letter may worry people. For a
        passage without delay or sequel it brings nothing.""",
    forms={
        "restart": {
            "title": "{before} says no, and the person starts again at {after}: {schemes}",
            "hurts": """The person thought this was the right place. They are told no, then make
                another file, give their evidence again and wait again, for the same need. Many
                stop there.""",
            "remedy": """Let the body that refuses pass the case to the one that can answer, with
                the person's consent, and let that one start from what is known already.""",
            "against": """A clear refusal with its reason protects: it opens an appeal. The person
                may also not want the other body to know that they asked.""",
        },
        "arrival-unknown": {
            "title": "From {before} to {after}, does anyone confirm that the case has arrived?",
            "hurts": """Nobody says whether the arrival of the case is confirmed. If it is not, the
                person waits without knowing on whom.""",
            "remedy": "Ask the agents, then write `acknowledged: true` or `false`.",
        },
        "carrier-unknown": {
            "title": "Who passes the case from {before} to {after}: the person or the body?",
            "hurts": """Nobody says who passes it on. If it is the person, all rests on them and it
                does not show.""",
            "remedy": "Ask the agents and the people, then write `carried` on the link.",
        },
    },
)
BAD = """
# atlas.yml
title: ‹Le logement|Housing›
language: ‹fr|en›
# organisations.yml
mairie: {name: ‹Mairie|Town hall›, kind: local}
bailleur: {name: ‹Bailleur social|Social landlord›, kind: local}
# counters.yml
mairie: {name: ‹Accueil de la mairie|Town hall desk›, owner: mairie}
# loger/as-is.yml
title: ‹Je cherche un logement|I look for a home›
steps:
  demande:
    title: ‹Déposer la demande|File the request›
    at: mairie
    next: {to: examen, carried: organisation, acknowledged: false}
  examen: {title: ‹Le bailleur examine la demande|The landlord looks at it›, actor: bailleur}
"""


def find(case: Case) -> Iterator[Draft]:
    """Each handoff of a case that nobody acknowledges, or that starts it all over."""
    for handoff in handoffs(case.lived):
        informs = only_informs(case.lived.steps[handoff.source], case.atlas)
        preferred = any(passage.link.because == "preference" for passage in handoff.passages)
        if not informs and not preferred:
            yield from _seen(handoff, case)


def _seen(handoff: Handoff, case: Case) -> Iterator[Draft]:
    again = restarts(case.lived, handoff)
    if again:
        yield _draft(handoff, "restart", again, case)
    elif handoff.carried == "organisation" and not handoff.acknowledged:
        known = handoff.acknowledged is False
        yield _draft(handoff, "" if known else "arrival-unknown", _pursued(handoff, case), case)
    elif handoff.carried is None and _one_case(handoff, case):
        yield _draft(handoff, "carrier-unknown", _pursued(handoff, case), case)


def _one_case(handoff: Handoff, case: Case) -> bool:
    """Whether the same scheme is pursued on both sides: else nothing says that a case moves."""
    before, after = (schemes_of(case.journey.steps[step], case.atlas)
                     for step in (handoff.source, handoff.target))  # fmt: skip
    return not set(before).isdisjoint(after)


def _pursued(handoff: Handoff, case: Case) -> tuple[str, ...]:
    before, after = (schemes_of(case.journey.steps[step], case.atlas)
                     for step in (handoff.source, handoff.target))  # fmt: skip
    return tuple(scheme for scheme in after if scheme in before) or after or before


def _draft(handoff: Handoff, variant: str, schemes: tuple[str, ...], case: Case) -> Draft:
    pair = f"{handoff.before} {handoff.after}"
    asks = variant.endswith("unknown")
    ends = [case.lived.steps[step] for step in (handoff.source, handoff.target)]
    return Draft(
        cause=pair if asks else " ".join((pair, *sorted(schemes))),
        where=Where(
            steps=(handoff.source, handoff.target),
            links=tuple(passage.id for passage in handoff.passages),
            counters=once(one.way.counter for one in ends if one.way),
            organisations=once((handoff.before.organisation, handoff.after.organisation)),
            schemes=schemes,
        ),
        values={
            "before": mention("body", handoff.before),
            "after": mention("body", handoff.after),
            "schemes": mention("scheme", *schemes),
        },
        variant=variant,
        kind="question" if asks else None,
        confidence=case.sureness(*(one.step for one in ends)),
        stake=_stake(handoff, variant),
    )


def _stake(handoff: Handoff, variant: str) -> Stake:
    """Who starts again would not have to; who waits would know that the case is there."""
    if variant.endswith("unknown"):
        return Stake()
    return Stake(steps=(handoff.target,)) if variant else Stake(waits=(handoff.target,))


RULE = Rule(
    name="fragmented-handoff",
    severity="warning",
    source=("D05", "Services Publics +, engagement 4", "Reijers & Liman Mansar 2005, interfacing"),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace("acknowledged: false", "acknowledged: true"),
    gives_way_to=("user-as-courier",),
    find=find,
)
