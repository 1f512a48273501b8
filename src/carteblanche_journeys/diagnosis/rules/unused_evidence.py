"""A piece is asked for, and nothing that is decided reads what it shows."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.clues.unread import Unread, unread
from carteblanche_journeys.diagnosis.finding import Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule
from carteblanche_journeys.diagnosis.stake import Stake

FRENCH = Prose(
    title="Rien de ce qui se décide ne lit {evidence|une pièce demandée}",
    finds="""Une pièce dont aucune donnée ne sert à décider, à payer, à reconnaître ni à joindre
        la personne. Si l'on ne sait pas ce que lit la décision, c'est une question, une seule
        par dispositif, ou par parcours quand rien n'est écrit.""",
    hurts="""La personne cherche, copie et donne {evidence|une pièce} pour rien. Un dossier peut
        même revenir parce que cette pièce-là manque.""",
    remedy="""Retirez {evidence|la pièce} de la liste. Si quelque chose s'en sert, dites quoi :
        écrivez-le dans ce que lit le dispositif (`reads`).""",
    against="""Une pièce peut servir à un contrôle rare, ou à repérer une fraude, sans que la
        décision la lise. Avant de la retirer, demandez à ceux qui contrôlent.""",
    forms={
        "reads-unknown": {
            "title": "Que lit-on vraiment pour décider ? {schemes}",
            "hurts": """On demande des pièces ({evidence}) sans que rien ne dise ce que la
                décision en lit. Certaines ne servent peut-être à rien.""",
            "remedy": """Demandez à ceux qui décident quelles données ils lisent, puis
                écrivez-les : identité, conditions, montant, paiement, contact (`reads`).""",
        },
    },
)
ENGLISH = Prose(
    title="Nothing that is decided reads {evidence|a piece that is asked for}",
    finds="""A piece of which no fact serves to decide, to pay, to recognise or to reach the
        person. Where nobody says what the decision reads, it is a question: one for each
        scheme, or one for the journey where nothing is written at all.""",
    hurts="""The person looks for, copies and hands in {evidence|a piece} for nothing. A file
        may even come back because this piece is missing.""",
    remedy="""Take {evidence|the piece} off the list. If something makes use of it, say what:
        write it into what the scheme reads (`reads`).""",
    against="""A piece may serve a rare check, or help to notice fraud, without the decision
        reading it. Before it goes, ask those who check.""",
    forms={
        "reads-unknown": {
            "title": "What is really read to decide? {schemes}",
            "hurts": """Pieces are asked for ({evidence}), and nobody says what the decision
                reads of them. Some may serve nothing.""",
            "remedy": """Ask those who decide which facts they read, then write them down:
                identity, eligibility, amount, payment, contact (`reads`).""",
        },
    },
)
BAD = """
# atlas.yml
title: ‹La bibliothèque|The library›
language: ‹fr|en›
# facts.yml
nom: {label: ‹Nom|Name›, type: name}
revenu: {label: ‹Revenu|Income›}
# organisations.yml
ville: {name: ‹Ville|Town›, kind: local}
# schemes.yml
pret:
  name: ‹Prêt de livres|Lending›
  reads: {identity: [nom], eligibility: [], amount: [], payment: [], contact: []}
# counters.yml
bibliotheque: {name: ‹Bibliothèque|Library›, owner: ville}
# evidence.yml
avis: {name: ‹Avis d'impôt|Tax notice›, facts: [revenu]}
# lire/as-is.yml
title: ‹Je m'inscris à la bibliothèque|I join the library›
steps:
  inscription: {title: ‹S'inscrire|Sign up›, at: bibliotheque, schemes: [pret], asks: [avis]}
"""


def find(case: Case) -> Iterator[Draft]:
    """Each piece that nothing reads; then what nobody says, by scheme or for the whole journey."""
    unsure: dict[str, list[Unread]] = {}
    for one in unread(case.lived):
        if one.verdict == "unread":
            piece = one.request.pieces[0]
            yield _draft(f"{piece} {one.scheme}", [one], case)
        else:
            said = case.atlas.schemes[one.scheme].reads
            unsure.setdefault(one.scheme if said else case.here(), []).append(one)
    for cause, there in unsure.items():
        yield _draft(cause, there, case)


def _draft(cause: str, there: list[Unread], case: Case) -> Draft:
    asks = there[0].verdict != "unread"
    pieces = once(piece for one in there for piece in one.request.pieces)
    steps = once(one.request.step for one in there)
    bodies = [case.lived.steps[step].body for step in steps]
    schemes = mention("scheme", *(one.scheme for one in there))
    spared = tuple((one.request.step, piece) for one in there for piece in one.request.pieces[:1])
    return Draft(
        cause=cause,
        where=Where(
            steps=steps,
            counters=once(one.request.counter for one in there),
            organisations=once(body.organisation for body in bodies if body),
            evidence=pieces,
            schemes=schemes.ids,
        ),
        values={"evidence": mention("evidence", *pieces), "schemes": schemes},
        variant="reads-unknown" if asks else "",
        kind="question" if asks else None,
        confidence=case.sureness(
            *(case.journey.steps[step] for step in steps), *(one.request.ask for one in there)
        ),
        stake=Stake() if asks else Stake(asks=spared),
    )


RULE = Rule(
    name="unused-evidence",
    severity="info",
    source=("D22", "Reijers & Liman Mansar 2005, task elimination"),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace("eligibility: []", "eligibility: [revenu]"),
    find=find,
)
