"""A small firm deals with many organisations, and nobody follows its case."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.clues.deciders import Needs, needs_of, pursued_in
from carteblanche_journeys.diagnosis.clues.following import followed
from carteblanche_journeys.diagnosis.finding import Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule, Threshold
from carteblanche_journeys.diagnosis.stake import Stake
from carteblanche_journeys.graph import Lived
from carteblanche_journeys.measures import contacts
from carteblanche_journeys.measures.contacts import is_burden
from carteblanche_journeys.model import by_household, schemes_of

FRENCH = Prose(
    title="Une petite entreprise seule face à {#owners|plusieurs} organismes",
    finds="""Une entreprise de moins de dix salariés dont les besoins dépendent d'au moins trois
        organismes, sans référent pour ses parcours. Si l'on ne sait pas combien elle a de salariés,
        ou qui décide, c'est une question.""",
    hurts="""Personne, dans l'entreprise, n'est là pour les démarches : qui la dirige les fait en
        plus du reste ({owners|un organisme après l'autre}). Une obligation oubliée coûte une
        pénalité, une aide oubliée n'est jamais demandée.""",
    remedy="""Donnez à l'entreprise un seul interlocuteur, qui connaît ces organismes, prépare les
        demandes et les suit ({needs|toutes ses démarches}).""",
    against="""Un conseiller qui fait à la place prend du temps d'agent, et l'entreprise reste
        responsable de ce qui est déclaré en son nom. Un expert-comptable tient parfois déjà ce
        rôle.""",
    forms={
        "staff": {
            "title": "Combien cette entreprise a-t-elle de salariés ?",
            "hurts": """Elle dépend de {#owners} organismes ({owners}). Si elle a moins de dix
                salariés, personne n'y est là pour les démarches.""",
            "remedy": "Écrivez `staff` sur le persona.",
        },
        "deciders": {
            "title": "Qui décide de chacun de ces besoins de l'entreprise ? {unclear}",
            "hurts": """On ne sait pas qui décide : {unclear}. Si ce sont d'autres organismes
                encore, la petite entreprise est seule face à eux tous.""",
            "remedy": "Écrivez qui décide (`decided_by`) sur chacun de ces dispositifs.",
        },
    },
)
ENGLISH = Prose(
    title="A small firm alone before {#owners|several} organisations",
    finds="""A firm of fewer than ten employees whose needs depend on at least three organisations,
        without a case owner for its journeys. Where nobody says how many employees it has, or who
        decides, it is a question.""",
    hurts="""Nobody in the firm is there for paperwork: whoever runs it does it on top of all else
        ({owners|one organisation after another}). A duty forgotten costs a penalty, support
        forgotten is never asked for.""",
    remedy="""Give the firm one contact, who knows these organisations, prepares the requests and
        follows them ({needs|all of its paperwork}).""",
    against="""An adviser who acts for the firm takes agents' time, and the firm still answers for
        what is declared in its name. An accountant may play this part already.""",
    forms={
        "staff": {
            "title": "How many employees does this firm have?",
            "hurts": """It depends on {#owners} organisations ({owners}). If it has fewer than ten
                employees, nobody there is free for paperwork.""",
            "remedy": "Write `staff` on the persona.",
        },
        "deciders": {
            "title": "Who decides on each of these needs of the firm? {unclear}",
            "hurts": """Nobody says who decides: {unclear}. If it is yet other organisations, the
                small firm is alone before all of them.""",
            "remedy": "Write who decides (`decided_by`) on each of these schemes.",
        },
    },
)
BAD = """
# atlas.yml
title: ‹L'atelier|The workshop›
language: ‹fr|en›
# organisations.yml
urssaf: {name: ‹Urssaf|Contributions office›, kind: social-security}
emploi: {name: ‹Agence de l'emploi|Job centre›, kind: state}
region: {name: ‹Région|Region›, kind: local}
# schemes.yml
declaration: {name: ‹Déclaration d'embauche|Hiring notice›, decided_by: urssaf}
aide: {name: ‹Aide à l'embauche|Hiring support›, decided_by: emploi}
formation: {name: ‹Aide à la formation|Training support›, decided_by: region}
# personas.yml
atelier: {name: Atelier Dupré, kind: firm, staff: 5, needs: [declaration, aide, formation]}
# embaucher/as-is.yml
title: ‹J'embauche un apprenti|I take on an apprentice›
personas: [atelier]
steps:
  declaration: {title: ‹Déclarer l'embauche|Declare the hiring›, schemes: [declaration]}
  aide: {title: ‹Demander l'aide à l'embauche|Ask for hiring support›, schemes: [aide]}
  formation: {title: ‹Former l'apprenti|Train the apprentice›, schemes: [formation]}
"""


def find(case: Case) -> Iterator[Draft]:
    """The journeys of a small firm with many needs that nobody follows."""
    persona = case.lived.persona
    if persona.kind != "firm" or (persona.staff or 0) >= case.figures["staff"]:
        return
    alone = [lived for lived in case.lives if not _is_followed(lived)]
    helped = {scheme for lived in case.lives if lived not in alone for scheme in pursued_in(lived)}
    needs = needs_of(case.lives, besides=helped.difference(*map(pursued_in, alone)))
    enough = needs.enough(case.figures["owners"])
    if enough is not False:
        variant = "deciders" if not enough else "staff" if persona.staff is None else ""
        for lived in alone:
            yield from _drafts(lived, needs, variant, case)


def _is_followed(lived: Lived) -> bool:
    return bool(followed(lived.journey, lived.net, lived.atlas))


def _drafts(lived: Lived, needs: Needs, variant: str, case: Case) -> Iterator[Draft]:
    """One for a journey in which the firm pursues one of the needs."""
    wanted = set(needs.owners)
    steps = [
        name
        for name, one in lived.steps.items()
        if is_burden(one)
        and by_household(one.step, lived.atlas)
        and wanted.intersection(schemes_of(one.step, lived.atlas))
    ]
    if not steps:
        return
    owners = mention("organisation", *needs.organisations)
    met = [contact for contact in contacts(lived) if contact.step in steps]
    trips = [contact.step for contact in met if contact.trip]
    yield Draft(
        cause=case.lived.persona.id,
        where=Where(
            steps=tuple(steps),
            counters=once(contact.way.counter for contact in met),
            organisations=owners.ids,
            schemes=tuple(needs.owners),
        ),
        values={
            "owners": owners,
            "needs": mention("scheme", *needs.owners),
            "unclear": mention("scheme", *needs.unclear),
        },
        variant=variant,
        kind="question" if variant else None,
        stake=Stake(travel=tuple(trips[1:])),
        journey=lived.journey.id,
    )


RULE = Rule(
    name="overwhelmed-small-firm",
    severity="warning",
    scope="atlas",
    source=("D26", "Carte blanche, centre de services RH pour les TPE"),
    prose={"fr": FRENCH, "en": ENGLISH},
    thresholds={"staff": Threshold(10, "D26"), "owners": Threshold(3, "D26")},
    bad=BAD,
    good=BAD.replace("staff: 5", "staff: 50"),
    find=find,
)
