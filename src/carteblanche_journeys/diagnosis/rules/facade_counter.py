"""A counter that cannot answer stands before the one that can."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.clues.beyond import Beyond, competent_beyond
from carteblanche_journeys.diagnosis.clues.doors import house_of
from carteblanche_journeys.diagnosis.clues.passing_on import Passing, passings
from carteblanche_journeys.diagnosis.finding import Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule, Threshold
from carteblanche_journeys.diagnosis.stake import Stake
from carteblanche_journeys.model import Counter

FRENCH = Prose(
    title="""{counter|Un guichet} ne peut pas répondre, il faut s'adresser ailleurs : {after|à
        un autre guichet}""",
    finds="""Un guichet qui renseigne ou reçoit sans décider, après lequel la personne doit
        elle-même s'adresser à un guichet compétent d'un autre organisme, et qui règle moins d'une
        demande sur deux. À surveiller seulement : un guichet qui transmet le dossier sans rien y
        ajouter.""",
    hurts="""La personne croit être arrivée, et ce n'était qu'une étape de plus. Ce guichet
        ajoute un contact au lieu d'en enlever un : un autre fait le travail ({after|celui qui
        décide}), et il faut tout redire.""",
    remedy="""Donnez à {counter|ce guichet} de quoi répondre : le droit de décider, ou un
        correspondant dans chaque organisme qui répond sous un délai connu (`operators`). Sans
        cela, envoyez les personnes tout droit au guichet compétent.""",
    against="""Un accueil proche rassure, aide à comprendre et à remplir un dossier. Le fermer
        sans rien mettre à la place éloigne de ses droits qui ne se débrouille pas seul.""",
    forms={
        "generalist": {
            "title": """{counter} accueille pour {#owners} organismes sans lien avec eux, et il
                faut retourner les voir""",
        },
        "pass-through": {
            "title": """{counter} reçoit le dossier et ne fait que le transmettre ({after}) :
                {schemes}""",
            "hurts": """Le dossier s'arrête dans un guichet qui n'en décide pas. Il repart
                ensuite ({after}), et les mêmes informations y sont relues. C'est du temps en
                plus, et un endroit de plus où il peut se perdre.""",
            "remedy": """Laissez aussi déposer le dossier directement chez qui décide
                ({after}), ou faites décider le premier guichet ({counter}). Dans l'attente,
                dites sous quel délai il est transmis.""",
            "against": """Déposer près de chez soi évite un trajet, et l'agent peut voir qu'il
                manque une pièce. Ce guichet garde une utilité s'il aide à remplir le dossier.""",
        },
        "unknown": {
            "title": """Quelle part des demandes se règle sur place ({counter}), sans renvoi
                ({after}) ?""",
            "hurts": """Certaines personnes repartent de ce guichet avec une réponse, d'autres
                doivent aller plus loin ({after}). On ne sait pas dans quelle proportion.""",
            "remedy": "Comptez-le sur quelques jours, puis écrivez `resolves` sur l'étape.",
        },
    },
)
ENGLISH = Prose(
    title="""{counter|A counter} cannot answer, one has to turn elsewhere: {after|to another
        counter}""",
    finds="""A counter that informs or receives without deciding, after which the person has to
        turn to a competent counter of another organisation, and that settles less than one
        request in two. For information only: a counter that passes the file on and adds
        nothing.""",
    hurts="""The person thinks this is the place, and it was only one more stage. This counter
        adds a contact instead of sparing one: another does the work ({after|the one that
        decides}), and everything has to be told again.""",
    remedy="""Give {counter|this counter} the means to answer: the right to decide, or a
        correspondent in each organisation who replies within a known time (`operators`). Failing
        that, send people straight to the competent counter.""",
    against="""A reception nearby reassures, helps to understand and to fill in a file. Closing it
        with nothing in its place takes those who cannot manage alone further from their
        rights.""",
    forms={
        "generalist": {
            "title": """{counter} receives for {#owners} organisations without a link to them,
                and one has to go and see them again""",
        },
        "pass-through": {
            "title": "{counter} receives the file and only passes it on ({after}): {schemes}",
            "hurts": """The file stops at a counter that does not decide on it. It then goes on
                ({after}), and the same information is read again there. That takes time, and
                is one more place where it can be lost.""",
            "remedy": """Let people also file directly with those who decide ({after}), or let
                the first counter decide ({counter}). Meanwhile, say within what time it is
                passed on.""",
            "against": """Filing near home saves a trip, and the agent may see that a piece is
                missing. This counter keeps its use if it helps to fill in the file.""",
        },
        "unknown": {
            "title": """What share of requests is settled on the spot ({counter}), without
                referral ({after})?""",
            "hurts": """Some people leave this counter with an answer, others have to go
                further ({after}). Nobody says how many.""",
            "remedy": "Count it on a few days, then write `resolves` on the step.",
        },
    },
)
BAD = """
# atlas.yml
title: ‹La retraite|Retirement›
language: ‹fr|en›
# organisations.yml
commune: {name: ‹Commune|Municipality›, kind: local}
caisse: {name: ‹Caisse de retraite|Pension fund›, kind: social-security}
# schemes.yml
pension: {name: ‹Pension de retraite|Pension›}
# counters.yml
maison: {name: ‹Maison de services|Service house›, owner: commune, competence: {pension: informs}}
caisse: {name: ‹Agence retraite|Pension desk›, owner: caisse, competence: {pension: decides}}
# retraite/as-is.yml
title: ‹Je prends ma retraite|I retire›
steps:
  maison: {title: ‹Demander à la maison de services|Ask at the service house›, at: maison}
  caisse: {title: ‹Aller à l'agence retraite|Go to the pension desk›, at: caisse}
"""


def find(case: Case) -> Iterator[Draft]:
    """Facades by counter, then counters that only pass a file on."""
    by_counter: dict[str, list[Beyond]] = {}
    for one in competent_beyond(case.lived):
        if not _settles(one.step, case):
            by_counter.setdefault(one.counter.id, []).append(one)
    for there in by_counter.values():
        yield from _facades(there, case)
    told: dict[tuple[str, tuple[str, ...]], list[Passing]] = {}
    for passing in passings(case.lived, case.figures["shared"]):
        told.setdefault((passing.counter.id, passing.schemes), []).append(passing)
    for same in told.values():
        yield _passing(same, case)


def _settles(step: str, case: Case) -> bool:
    settled = case.journey.steps[step].resolves
    part = settled.likely if settled is not None else None
    return part is not None and part >= case.figures["resolves"]


def _facades(there: list[Beyond], case: Case) -> Iterator[Draft]:
    """One draft for a generalist without operators, else one per scheme."""
    counter = there[0].counter
    if not counter.operators and len(_houses(there, case)) >= case.figures["owners"]:
        yield _facade(counter.id, there, "generalist", case)
        return
    by_scheme: dict[str, list[Beyond]] = {}
    for one in there:
        by_scheme.setdefault(one.scheme, []).append(one)
    for scheme, same in by_scheme.items():
        sure = [one for one in same if one.surely or case.journey.steps[one.step].resolves]
        yield _facade(f"{counter.id} {scheme}", sure or same, "" if sure else "unknown", case)


def _houses(there: list[Beyond], case: Case) -> set[str]:
    ahead = (_counter(one.target, case) for one in there)
    return {house_of(counter.owner, case.atlas) for counter in ahead if counter}


def _counter(step: str, case: Case) -> Counter | None:
    way = case.lived.steps[step].way
    return case.atlas.counters.get(way.counter or "") if way else None


def _facade(cause: str, there: list[Beyond], variant: str, case: Case) -> Draft:
    steps = once(one.step for one in there)
    targets = once(one.target for one in there)
    ahead = [counter for step in targets if (counter := _counter(step, case))]
    return Draft(
        cause=cause,
        where=Where(
            (*steps, *targets),
            counters=once((there[0].counter.id, *(counter.id for counter in ahead))),
            organisations=once((there[0].counter.owner, *(counter.owner for counter in ahead))),
            schemes=once(one.scheme for one in there),
        ),
        values={
            "counter": mention("counter", there[0].counter.id),
            "after": mention("counter", *(counter.id for counter in ahead)),
            "owners": mention("organisation", *(counter.owner for counter in ahead)),
        },
        variant=variant,
        kind="question" if variant == "unknown" else None,
        confidence=case.sureness(*(case.journey.steps[step] for step in steps)),
        stake=Stake(steps=steps),
        topics=tuple(f"contact:{case.here(step)}" for step in steps),
    )


def _passing(same: list[Passing], case: Case) -> Draft:
    counter, schemes = same[0].counter, same[0].schemes
    steps = once(one.step for one in same)
    receivers = [one.receiver for one in same]
    return Draft(
        cause=" ".join((counter.id, *sorted(schemes))),
        where=Where(
            (*steps, *once(one.passage.target for one in same)),
            links=once(one.passage.id for one in same),
            counters=(counter.id,),
            organisations=once((counter.owner, *(body.organisation for body in receivers))),
            schemes=schemes,
        ),
        values={
            "counter": mention("counter", counter.id),
            "after": mention("body", *receivers),
            "schemes": mention("scheme", *schemes),
        },
        variant="pass-through",
        confidence=case.sureness(*(case.journey.steps[step] for step in steps)),
        lower=2,
        stake=Stake(waits=steps),
    )


RULE = Rule(
    name="facade-counter",
    severity="error",
    source=(
        "D08",
        "Cour des comptes, sur Guichet Entreprises",
        "MSAP de Luzech, février 2017 (source syndicale)",
        "Reijers & Liman Mansar 2005, empower",
    ),
    prose={"fr": FRENCH, "en": ENGLISH},
    thresholds={
        "resolves": Threshold(0.5, "D08 ; France Services : 0.82"),
        "owners": Threshold(2, "D08"),
        "shared": Threshold(0.5, "carteblanche-journeys"),
    },
    bad=BAD,
    good=BAD.replace("pension: informs", "pension: decides"),
    gives_way_to=("referral-chain",),
    find=find,
)
