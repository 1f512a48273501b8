"""Several organisations answer for one step, or decide together on one scheme."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.clues.doors import house_of
from carteblanche_journeys.diagnosis.finding import Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule
from carteblanche_journeys.graph import LivedStep
from carteblanche_journeys.model import schemes_of, ways_of

FRENCH = Prose(
    title="{#organisations|Plusieurs} organismes répondent d'une étape : {step|nul ne tranche}",
    finds="""Une étape dont plusieurs organismes répondent, ou un dispositif sur lequel plusieurs
        décident. Les parties d'un même organisme ne comptent que pour un.""",
    hurts="""Quand quelque chose se passe mal, chacun peut renvoyer la personne vers l'autre
        ({organisations|tous en répondent}). Elle ne sait pas à qui écrire, ni contre qui faire un
        recours.""",
    remedy="""Nommez un seul organisme qui répond, et dites lequel sur chaque courrier. Les autres
        travaillent derrière lui.""",
    against="""Décider à deux peut protéger : l'un contrôle l'autre. Parfois la loi partage la
        compétence, et il faut un texte pour la réunir.""",
    forms={
        "scheme": {"title": "{#organisations} organismes décident du même dispositif : {scheme}"}
    },
)
ENGLISH = Prose(
    title="{#organisations|Several} organisations answer for one step: {step|none alone decides}",
    finds="""A step for which several organisations answer, or a scheme on which several decide.
        Parts of one organisation count as one.""",
    hurts="""When something goes wrong, each can send the person to the other
        ({organisations|all of them answer for it}). They do not know whom to write to, nor against
        whom to appeal.""",
    remedy="""Name one organisation that answers, and say which on every letter. The others work
        behind it.""",
    against="""Deciding together can protect: one checks the other. Sometimes the law shares the
        competence, and it takes a text to bring it together.""",
    forms={"scheme": {"title": "{#organisations} organisations decide on one scheme: {scheme}"}},
)
BAD = """
# atlas.yml
title: ‹Le sport|Sport›
language: ‹fr|en›
# organisations.yml
ville: {name: ‹Ville|Town›, kind: local}
region: {name: ‹Région|Region›, kind: local}
# counters.yml
sport: {name: ‹Service des sports|Sports desk›, owner: ville}
# club/as-is.yml
title: ‹Je fonde un club|I found a club›
steps:
  demande: {title: ‹Demander une subvention|Ask for a grant›, at: sport}
  decision:
    title: ‹La demande est examinée|The request is examined›
    actor: ville
    accountable: [ville, region]
"""


def find(case: Case) -> Iterator[Draft]:
    """Each step, then each scheme, for which several organisations answer."""
    schemes: dict[str, list[str]] = {}
    for name, one in case.lived.steps.items():
        if one.concerned is False:
            continue
        answering = _apart(one.step.accountable, case)
        if len(answering) > 1:
            yield _of_step(name, answering, case)
        for scheme in once((*schemes_of(one.step, case.atlas), *one.step.scheme)):
            schemes.setdefault(scheme, []).append(name)
    doors = _doors(case)
    for scheme, steps in schemes.items():
        known = case.atlas.schemes.get(scheme)
        deciding = [o for o in known.decided_by if doors.get(o, True)] if known else []
        if len(_apart(deciding, case)) > 1:
            yield _of_scheme(scheme, _apart(deciding, case), steps, case)


def _apart(organisations: tuple[str, ...] | list[str], case: Case) -> tuple[str, ...]:
    """These organisations, but of those that are parts of one only the first."""
    first: dict[str, str] = {}
    for organisation in organisations:
        first.setdefault(house_of(organisation, case.atlas), organisation)
    return tuple(first.values())


def _doors(case: Case) -> dict[str, bool]:
    """By organisation met at some step, whether any of its counters there is open to the persona.

    Where two organisations serve two publics, only one of them decides for this persona.
    """
    doors: dict[str, bool] = {}
    for one in case.lived.steps.values():
        open_here = {way.counter for way in one.ways}
        for way in ways_of(one.step, case.atlas):
            counter = case.atlas.counters.get(way.counter or "")
            if counter is not None:
                doors[counter.owner] = doors.get(counter.owner, False) or way.counter in open_here
    return doors


def _of_step(name: str, answering: tuple[str, ...], case: Case) -> Draft:
    one: LivedStep = case.lived.steps[name]
    return Draft(
        cause=case.here(name),
        where=Where(steps=(name,), organisations=answering),
        values={
            "organisations": mention("organisation", *answering),
            "step": mention("step", name),
            "scheme": mention("scheme", *schemes_of(one.step, case.atlas)),
        },
        confidence=case.sureness(one.step),
    )


def _of_scheme(scheme: str, deciding: tuple[str, ...], steps: list[str], case: Case) -> Draft:
    return Draft(
        cause=scheme,
        where=Where(steps=tuple(steps), organisations=deciding, schemes=(scheme,)),
        values={
            "organisations": mention("organisation", *deciding),
            "step": mention("step", *steps),
            "scheme": mention("scheme", scheme),
        },
        variant="scheme",
        confidence=case.sureness(case.atlas.schemes[scheme]),
    )


RULE = Rule(
    name="split-accountability",
    severity="info",
    source=("D20", "Reijers & Liman Mansar 2005, split responsibilities"),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace("accountable: [ville, region]", "accountable: [ville]"),
    find=find,
)
