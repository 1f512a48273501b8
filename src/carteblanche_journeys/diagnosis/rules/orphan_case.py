"""The person carries the case from body to body, and nobody follows it."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.clues.courier import Carrying
from carteblanche_journeys.diagnosis.clues.following import followed
from carteblanche_journeys.diagnosis.clues.surely import surely_lived
from carteblanche_journeys.diagnosis.finding import Confidence, Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule, Threshold
from carteblanche_journeys.diagnosis.stake import Stake
from carteblanche_journeys.graph import Body, Handoff, handoffs
from carteblanche_journeys.measures import contacts

FRENCH = Prose(
    title="La personne porte seule son dossier ({bodies|d'un organisme à l'autre})",
    finds="""Au moins trois passages vers un organisme public faits par la personne elle-même, sans
        référent qui suive au moins quatre cinquièmes de ses contacts. Si l'on ne sait pas qui
        porte le dossier, c'est une question.""",
    hurts="""La personne est la seule à connaître toute son histoire, et c'est elle qui fait le lien
        ({bodies|d'un organisme à l'autre}). Qu'elle soit malade ou se décourage, et tout
        s'arrête.""",
    remedy="""Nommez un référent pour tout le parcours, que la personne peut joindre, et qui passe
        lui-même les pièces et les nouvelles d'un organisme à l'autre.""",
    against="""Un référent prend du temps d'agent, et tout repose sur lui quand il part. La personne
        doit pouvoir le refuser, et décider de ce qu'il transmet.""",
    forms={
        "unknown": {
            "title": "Qui porte le dossier d'un organisme à l'autre ? ({bodies})",
            "hurts": """On ne sait pas qui fait passer le dossier vers {bodies}. Si c'est la
                personne, elle le porte seule, sans que personne ne suive.""",
            "remedy": """Demandez-le aux personnes et aux agents, puis écrivez `carried` sur les
                enchaînements, et `case_owner` s'il y a un référent.""",
        }
    },
)
ENGLISH = Prose(
    title="The person carries the case alone ({bodies|from one body to the next})",
    finds="""At least three passages to a public body made by the person, without a case owner who
        follows at least four fifths of their contacts. Where nobody knows who carries the case, it
        is a question.""",
    hurts="""The person alone knows the whole story, and it is they who make the link
        ({bodies|from one body to the next}). Should they fall ill or lose heart, everything
        stops.""",
    remedy="""Name a case owner for the whole journey, whom the person can reach, and who passes
        evidence and news from one body to the next.""",
    against="""A case owner takes agents' time, and all rests on them when they leave. The person
        must be able to refuse, and decide what is passed on.""",
    forms={
        "unknown": {
            "title": "Who carries the case from one body to the next? ({bodies})",
            "hurts": """Nobody says who passes the case to {bodies}. If it is the person, they carry
                it alone, and nobody follows it.""",
            "remedy": """Ask the people and the agents, then write `carried` on the links, and
                `case_owner` if there is one.""",
        }
    },
)
BAD = """
# atlas.yml
title: ‹Le handicap|Disability›
language: ‹fr|en›
# organisations.yml
mdph: {name: ‹Maison du handicap|Disability office›, kind: local}
caf: {name: ‹Caf|Family benefits office›, kind: social-security}
ecole: {name: ‹École|School›, kind: state}
mairie: {name: ‹Mairie|Town hall›, kind: local}
# counters.yml
mdph: {name: ‹Accueil de la maison du handicap|Disability desk›, owner: mdph}
caf: {name: ‹Accueil de la Caf|Benefits desk›, owner: caf}
ecole: {name: ‹Direction de l'école|Head of the school›, owner: ecole}
mairie: {name: ‹Accueil de la mairie|Town hall desk›, owner: mairie}
# enfant/as-is.yml
title: ‹Mon enfant a un handicap|My child has a disability›
steps:
  dossier:
    title: ‹Demander la reconnaissance|Ask for recognition›
    at: mdph
    next: {to: aide, carried: person}
  aide:
    title: ‹Demander l'allocation|Ask for the allowance›
    at: caf
    next: {to: classe, carried: person}
  classe:
    title: ‹Adapter la classe|Adapt the class›
    at: ecole
    next: {to: transport, carried: person}
  transport: {title: ‹Demander le transport|Ask for transport›, at: mairie}
"""
_PUBLIC = ("state", "local", "social-security", "health")


def find(case: Case) -> Iterator[Draft]:
    """The passages that the person makes to public bodies, unless someone follows the case.

    Where nobody says who carries it, a piece that the person has to bring there says it.
    """
    if _is_followed(case):
        return
    brought = case.carryings
    by_hand = {carrying.asked_at for carrying in brought}
    to_public = [handoff for handoff in handoffs(case.lived) if _is_public(handoff.after, case)]
    maybe = [handoff for handoff in to_public if handoff.carried in ("person", None)]
    carried = [handoff for handoff in maybe if handoff.carried or handoff.target in by_hand]
    least = case.figures["handoffs"]
    if len(carried) >= least:
        yield _draft(carried, "", brought, case)
    elif len(maybe) >= least:
        yield _draft(maybe, "unknown", brought, case)


def _is_followed(case: Case) -> bool:
    met = contacts(case.lived)
    along = followed(case.journey, case.net, case.atlas)
    inside = sum(contact.step in along for contact in met)
    return bool(along) and inside >= case.figures["followed"] * len(met)


def _is_public(body: Body, case: Case) -> bool:
    """Whether a body is public, or nobody says what kind it is; a chamber of a trade is."""
    known = case.atlas.organisations.get(body.organisation)
    chamber = known is not None and known.kind == "professional" and not known.many
    return chamber or _kind(body, case) in (*_PUBLIC, None)


def _kind(body: Body, case: Case) -> str | None:
    known = case.atlas.organisations.get(body.organisation)
    return known.kind if known else None


def _draft(made: list[Handoff], variant: str, brought: tuple[Carrying, ...], case: Case) -> Draft:
    reached = {handoff.target for handoff in made}
    asks = [(c.asked_at, c.piece) for c in brought if c.asked_at in reached]
    return Draft(
        cause=case.here(),
        where=Where(
            steps=once(step for handoff in made for step in (handoff.source, handoff.target)),
            links=once(passage.id for handoff in made for passage in handoff.passages),
            organisations=once(handoff.after.organisation for handoff in made),
        ),
        values={"bodies": mention("body", *(handoff.after for handoff in made))},
        variant=variant,
        kind="question" if variant else None,
        confidence=_sureness(made, case),
        stake=Stake(asks=tuple(dict.fromkeys(asks))),
    )


def _sureness(made: list[Handoff], case: Case) -> Confidence:
    """High where enough of them are surely made, to bodies that are surely public."""
    lived = surely_lived(case.lived)
    sure = [
        handoff
        for handoff in made
        if {handoff.source, handoff.target} <= lived
        and _kind(handoff.after, case) is not None
        and case.sureness(*(case.journey.steps[s] for s in (handoff.source, handoff.target)))
        == "high"
    ]
    return "high" if len(sure) >= case.figures["handoffs"] else "medium"


RULE = Rule(
    name="orphan-case",
    severity="warning",
    source=("D06", "Reijers & Liman Mansar 2005, case manager"),
    prose={"fr": FRENCH, "en": ENGLISH},
    thresholds={
        "handoffs": Threshold(3, "D06"),
        "followed": Threshold(0.8, "D06"),
    },
    bad=BAD,
    good=BAD.replace(
        "\nsteps:", "\ncase_owner: {actor: mdph, from: dossier, to: transport}\nsteps:"
    ),
    find=find,
)
