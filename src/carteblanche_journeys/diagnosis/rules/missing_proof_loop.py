"""Files often come back because a piece is missing."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.clues.odds import odds, steps_between
from carteblanche_journeys.diagnosis.finding import Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule, Threshold
from carteblanche_journeys.diagnosis.stake import Stake
from carteblanche_journeys.graph import Passage
from carteblanche_journeys.model import asks_of, schemes_of

FRENCH = Prose(
    title="""Trop de dossiers reviennent, parce qu'il manque une pièce : {again|le dossier est à
        refaire}""",
    finds="""Un retour en arrière parce qu'une pièce manque, pour une personne sur cinq au
        moins. Si l'on ne sait pas combien reviennent, ou pourquoi, c'est une question.""",
    hurts="""La personne croyait avoir fini. Elle doit trouver la pièce, renvoyer le dossier et
        attendre encore, sans savoir si cette fois tout y est. Au guichet, les mêmes dossiers
        sont ouverts deux fois.""",
    remedy="""Donnez la liste des pièces avant le dépôt, adaptée à la personne, et faites
        vérifier le dossier à l'entrée. Pour une pièce qui manque encore, ouvrez le dossier et
        attendez-la au lieu de tout renvoyer.""",
    against="""Un dossier incomplet peut cacher une vraie difficulté, que le retour fait voir.
        Vérifier à l'entrée prend du temps à ceux qui accueillent.""",
    forms={
        "unknowable": {
            "remedy": """La liste dépend de ce que la personne ne peut pas savoir d'avance. Que
                le guichet prenne la demande telle quelle, établisse la liste avec la personne,
                et cherche lui-même ce que d'autres administrations détiennent."""
        },
        "share-unknown": {
            "title": "Combien de dossiers reviennent, parce qu'il manque une pièce ? {again}",
            "hurts": """On ne sait pas combien de personnes doivent compléter leur dossier. Si
                c'est une sur cinq ou plus, c'est le dépôt lui-même qui est à revoir.""",
            "remedy": """Comptez les retours pendant quelques semaines, puis écrivez `share` sur
                l'enchaînement qui revient.""",
        },
        "cause-unknown": {
            "title": "Pourquoi la personne doit-elle revenir en arrière ? {again}",
            "hurts": """On ne sait pas si c'est parce qu'il manque une pièce, ou pour une autre
                raison.""",
            "remedy": """Demandez-le aux agents, puis écrivez `because` sur l'enchaînement qui
                revient.""",
        },
    },
)
ENGLISH = Prose(
    title="""Too many files come back because a piece is missing: {again|the file must be done
        again}""",
    finds="""A way back because a piece is missing, for one person in five at least. Where
        nobody knows how many come back, or why, it is a question.""",
    hurts="""The person thought it was done. They have to find the piece, send the file again
        and wait again, without knowing whether all is there this time. At the counter, the same
        files are opened twice.""",
    remedy="""Give the list of pieces before people file, fitted to the person, and have the
        file checked at the door. For a piece that is still missing, open the file and wait for
        it instead of sending all of it back.""",
    against="""An incomplete file may hide a real difficulty that the way back brings to light.
        Checking at the door takes the time of those who welcome people.""",
    forms={
        "unknowable": {
            "remedy": """The list depends on what the person cannot know beforehand. Let the
                counter take the request as it is, draw up the list with the person, and itself
                look for what other administrations hold."""
        },
        "share-unknown": {
            "title": "How many files come back because a piece is missing? {again}",
            "hurts": """Nobody knows how many people have to complete their file. If it is one
                in five or more, filing itself needs another look.""",
            "remedy": "Count the returns for some weeks, then write `share` on the link back.",
        },
        "cause-unknown": {
            "title": "Why does the person have to go back? {again}",
            "hurts": "Nobody says whether a piece is missing, or whether there is another reason.",
            "remedy": "Ask the agents, then write `because` on the link back.",
        },
    },
)
BAD = """
# atlas.yml
title: ‹La carte|The card›
language: ‹fr|en›
# organisations.yml
mairie: {name: ‹Mairie|Town hall›, kind: local}
# actors.yml
agent: {name: ‹Agent|Clerk›, kind: agent, organisation: mairie}
# counters.yml
mairie: {name: ‹Accueil de la mairie|Town hall desk›, owner: mairie}
# carte/as-is.yml
title: ‹Je demande une carte|I ask for a card›
steps:
  demande: {title: ‹Déposer le dossier|Hand in the file›, at: mairie}
  complet:
    title: ‹Tout y est ?|Is all of it there?›
    kind: choice
    actor: agent
    next:
      - {to: demande, back: true, because: evidence, share: 30 %}
      - {to: carte}
  carte: {title: ‹Recevoir la carte|Get the card›}
"""


def find(case: Case) -> Iterator[Draft]:
    """Each link that goes back, or may, because a piece is missing."""
    for passage in case.lived.passages:
        if passage.link.back and passage.link.because in ("evidence", None):
            share = odds(passage, case.visits)
            if share is None or share >= case.figures["share"]:
                yield _draft(passage, share, case)


def _draft(passage: Passage, share: float | None, case: Case) -> Draft:
    target = case.lived.steps[passage.target]
    counter = target.way.counter if target.way else None
    schemes = schemes_of(target.step, case.atlas)
    asks = share is None or passage.link.because is None
    variant = "" if _knowable(passage, case) else "unknowable"
    if asks:
        variant = "share-unknown" if passage.link.because else "cause-unknown"
    return Draft(
        cause=" ".join(once((counter or passage.target, *schemes))),
        where=Where(
            steps=once((passage.target, passage.source)),
            links=(passage.id,),
            counters=once((counter,)),
            organisations=once((target.body.organisation if target.body else None,)),
            schemes=schemes,
        ),
        values={"again": mention("step", passage.target)},
        variant=variant,
        kind="question" if asks else None,
        confidence=case.sureness(passage.link.share or passage.link, target.step),
        stake=Stake() if asks else _repeats(passage, case),
    )


def _knowable(passage: Passage, case: Case) -> bool:
    """Whether one can know beforehand which pieces will be asked."""
    target = case.lived.steps[passage.target]
    tested = {key for ask in asks_of(target.step, target.way) for key in ask.when}
    vague = any(
        test.holds(0) is None and not test.values
        for ask in asks_of(target.step, target.way)
        for test in ask.when.values()
    )
    facts = [case.atlas.facts[key] for key in tested if key in case.atlas.facts]
    return not vague and not any(fact.known_to_person is False for fact in facts)


def _repeats(passage: Passage, case: Case) -> Stake:
    """Of each step of the loop, the part that is lived only because the file came back."""
    times = case.visits.expected[passage.target]
    part = case.visits.taken[passage.id] / times
    loop = steps_between(passage.target, passage.source, case.lived)
    return Stake(parts=tuple((step, part) for step in case.lived.steps if step in loop))


RULE = Rule(
    name="missing-proof-loop",
    severity="warning",
    source=("D13", "Reijers & Liman Mansar 2005, control relocation"),
    prose={"fr": FRENCH, "en": ENGLISH},
    thresholds={"share": Threshold(0.2, "D13")},
    bad=BAD,
    good=BAD.replace("share: 30 %", "share: 5 %"),
    find=find,
)
