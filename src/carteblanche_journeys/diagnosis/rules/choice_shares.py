"""Shares of a choice that do not add up to everyone."""

from __future__ import annotations

from collections.abc import Iterator
from math import isclose

from carteblanche_journeys.diagnosis.finding import Mention, Where, mention
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule
from carteblanche_journeys.graph import Passage
from carteblanche_journeys.model import Quantity

#: How far from one the shares may be, for those who round (model, "Walk", rule 1).
ROUNDING = 0.001

FRENCH = Prose(
    title="Les parts d'un choix ne font pas un tout",
    finds="""Un choix dont les parts ne font pas 100 % en tout, ou dont plusieurs branches
        n'ont pas de part quand les autres en ont. Un abandon n'a pas de part : il reste hors
        du compte.""",
    hurts="""Des personnes se perdent en route, ou comptent deux fois. Tout ce qui suit est faux
        pour elles : démarches, attentes, chances d'aboutir.""",
    remedy="""Corrigez les parts pour que leur somme fasse 100 %. Laissez une seule branche sans
        part, elle prend le reste. Si personne ne connaît les parts, retirez-les toutes.""",
    against="""Des parts relevées à la main tombent rarement juste. Un écart d'un millième est
        admis.""",
    forms={
        "sum": {"title": "Les parts du choix {choice} font {total} % en tout"},
        "several": {"title": "Plusieurs branches du choix {choice} n'ont pas de part"},
        "gave-up": {
            "title": "La branche d'abandon de {choice} a une part",
            "remedy": """Retirez la part de cet enchaînement et mettez-la sur l'étape, avec
                `drop` : c'est là que se dit combien de personnes abandonnent.""",
        },
    },
)
ENGLISH = Prose(
    title="The shares of a choice do not make a whole",
    finds="""A choice whose shares do not add up to 100 %, or several branches of which have no
        share while others have one. Giving up has no share: it stays out of the sum.""",
    hurts="""People get lost on the way, or count twice. All that follows is wrong for them:
        procedures, waits, chances to succeed.""",
    remedy="""Correct the shares so that they add up to 100 %. Leave one branch without a share, it
        takes the rest. If nobody knows the shares, take them all out.""",
    against="Shares counted by hand are seldom exact. A thousandth more or less is accepted.",
    forms={
        "sum": {"title": "The shares of the choice {choice} add up to {total} %"},
        "several": {"title": "Several branches of the choice {choice} have no share"},
        "gave-up": {
            "title": "The branch of those who give up at {choice} has a share",
            "remedy": """Take the share off this link and put it on the step, with `drop`: there it
                is said how many people give up.""",
        },
    },
)
BAD = """
# atlas.yml
title: ‹L'école|School›
language: ‹fr|en›
# inscrire/as-is.yml
title: ‹J'inscris mon enfant à l'école|I enrol my child at school›
steps:
  place:
    title: "‹Reste-t-il une place ?|Is there a place left?›"
    kind: choice
    next: [{to: admis, share: 70 %}, {to: ailleurs, share: 20 %}]
  ailleurs: {title: ‹Chercher une autre école|Look for another school›}
  admis: {title: ‹L'enfant entre à l'école|The child starts school›}
"""


def find(case: Case) -> Iterator[Draft]:
    """Choices whose shares are wrong, then links to giving up that carry a share."""
    for name, step in case.journey.steps.items():
        out = case.net.out[name]
        leaving = [passage for passage in out if _gives_up(passage, case)]
        if step.kind == "choice":
            yield from _wrong([p for p in out if not p.link.always and p not in leaving], case)
        for passage in leaving:
            if passage.link.share is not None:
                yield _draft(case, [passage], "gave-up")


def _gives_up(passage: Passage, case: Case) -> bool:
    return case.journey.steps[passage.target].result == "gave-up"


def _wrong(branches: list[Passage], case: Case) -> Iterator[Draft]:
    shares = [passage.link.share for passage in branches if passage.link.share is not None]
    silent = [p for p in branches if p.link.share is None and not p.link.when]
    total = sum(map(_likely, shares))
    whole = isclose(total, 1, abs_tol=ROUNDING)
    complete = len(shares) == len(branches)
    if shares and ((complete and not whole) or total > 1 + ROUNDING):
        yield _draft(case, branches, "sum", total)
    elif shares and len(silent) > 1:
        yield _draft(case, silent, "several", total)


def _likely(share: Quantity) -> float:
    return share.likely if share.likely is not None else (share.low + share.high) / 2


def _draft(case: Case, branches: list[Passage], variant: str, total: float = 0) -> Draft:
    choice = branches[0].source
    where = Where(steps=(choice,), links=tuple(passage.id for passage in branches))
    values: dict[str, Mention | float] = {"choice": mention("step", choice), "total": total * 100}
    return Draft(case.here(choice), where, values, variant=variant)


RULE = Rule(
    name="choice-shares",
    severity="error",
    kind="structural",
    scope="journey",
    source=("Walk, rule 1",),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace("share: 20 %", "share: 30 %"),
    find=find,
)
