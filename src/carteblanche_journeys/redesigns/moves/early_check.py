"""A few questions before one begins, so that a no is known early, and a missing piece too."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from carteblanche_journeys.diagnosis import Finding
from carteblanche_journeys.diagnosis.finding import mention
from carteblanche_journeys.graph import Dominance, Passage
from carteblanche_journeys.model import Quantity
from carteblanche_journeys.model.quantities import Duration, Share
from carteblanche_journeys.model.references import FactId, StepId
from carteblanche_journeys.model.values import Several, Value
from carteblanche_journeys.redesigns.consequences import Assumption, Cost, LegalNeed, Worse
from carteblanche_journeys.redesigns.hindrance import Hindrance
from carteblanche_journeys.redesigns.move import Diagnosed, Move, Suggestion
from carteblanche_journeys.redesigns.prose import MoveProse
from carteblanche_journeys.redesigns.rewriting.checking import (
    Check,
    check_name,
    checked,
    foreseeable,
    lowered,
    part_of,
    returning,
    settled_by_condition,
)
from carteblanche_journeys.redesigns.rewriting.supposing import supposed
from carteblanche_journeys.redesigns.variant import Variant

FRENCH = MoveProse(
    name="Vérification dès le début",
    title="""Quelques questions avant {before|de commencer} diraient ce que répondra sans doute
        {step|la décision}""",
    does="""Avant le dossier, quelques questions auxquelles la personne sait répondre disent la
        réponse probable et pourquoi, ou ce qui manque. Ce n'est pas une décision : la personne
        peut déposer quand même, et on le lui dit. Seul un refus écrit ouvre un recours.""",
    worse={
        "discouraged": """Une réponse probable fausse décourage des personnes qui auraient eu
            droit.""",
        "questions": "Tout le monde répond à quelques questions de plus.",
    },
    watch="""Parmi les personnes à qui l'on a dit « sans doute non », la part de celles qui
        déposent quand même, et de celles qui obtiennent.""",
    undo="On retire les questions ; rien d'autre ne change.",
    unfit={
        "no-decision": """{step} n'est pas une décision qui peut être un refus, ni un retour pour
            une pièce manquante.""",
        "not-before": "On ne passe pas toujours par {before} avant {step}.",
        "not-a-step": "{before} ne se vérifie pas d'avance : ce n'est pas une démarche.",
        "some-pass": """{before} ne concerne pas tout le monde : placez la vérification avant une
            étape qui concerne tout le monde.""",
        "share-unknown": """On ne sait pas combien de personnes sont refusées ou renvoyées à
            {step} : on ne peut pas dire ce que la vérification éviterait.""",
        "unknowable": """On ne sait pas si la personne peut répondre d'avance sur : {fact}.""",
    },
)
ENGLISH = MoveProse(
    name="A check at the start",
    title="""A few questions before {before|one begins} would say what {step|the decision} is
        likely to answer""",
    does="""Before the file, a few questions that the person can answer say what the answer is
        likely to be and why, or what is missing. It is no decision: the person may still apply,
        and is told so. Only a written refusal opens an appeal.""",
    worse={
        "discouraged": "A likely answer that is wrong discourages people who had a right.",
        "questions": "Everyone answers a few more questions.",
    },
    watch="""Of those who were told “probably not”, the part who apply all the same, and the part
        who are granted.""",
    undo="The questions are taken away; nothing else changes.",
    unfit={
        "no-decision": """{step} is no decision that may be a refusal, nor a return for a missing
            piece.""",
        "not-before": "One does not always pass {before} before {step}.",
        "not-a-step": "{before} cannot be checked beforehand: it is nothing that one does.",
        "some-pass": """{before} does not concern everyone: put the check before a step that
            does.""",
        "share-unknown": """Nobody knows how many are refused or sent back at {step}: one cannot
            say what the check would spare.""",
        "unknowable": "Nobody says that the person can know this beforehand: {fact}.",
    },
)

#: Of those who would be refused, or sent back, the part who stop, or complete, once they know.
EFFECT = Assumption("effect", "30..50..70 %", "carteblanche-journeys")
#: How long the questions take.
QUESTIONS = Assumption("effort", "5..10..15 min", "carteblanche-journeys")
_NOT_MEASURED = {
    "fr": "Une hypothèse de la refonte\u00a0: aucune mesure n'est publiée.",
    "en": "An assumption of the redesign: no measurement is published.",
}


class Arguments(Value):
    """Which decision is known early, before which step, by which facts."""

    step: StepId = Field(description="The decision: a choice that may refuse, or send back.")
    before: StepId = Field(description="The step before which one checks.")
    facts: Several[FactId] = Field((), description="What is asked: facts that the person knows.")
    effort: Duration | None = Field(None, description="How long it takes; left out: assumed.")
    effect: Share | None = Field(
        None, description="Part of those concerned who act on it; left out: assumed."
    )


def done(variant: Variant, arguments: Arguments) -> bool:
    """There is such a check already."""
    made = variant.steps.get(check_name(arguments.before, arguments.step))
    return made is not None and made.comes_from == ()


def fits(variant: Variant, arguments: Arguments) -> Iterator[Hindrance]:
    """A refusal or a return of known share, always after the step, on facts that one knows."""
    values = {
        "step": mention("step", arguments.step),
        "before": mention("step", arguments.before),
    }
    branch = _branch(variant, arguments.step)
    if branch is None:
        yield Hindrance("no-decision", ("step",), values)
    elif not settled_by_condition(variant, branch) and part_of(variant, branch) is None:
        yield Hindrance("share-unknown", ("step",), values)
    before = variant.steps[arguments.before]
    if before.kind in ("event", "outcome"):
        yield Hindrance("not-a-step", ("before",), values)
    elif before.when or before.share is not None:
        yield Hindrance("some-pass", ("before",), values)
    elif not _always_before(variant, arguments.before, arguments.step):
        yield Hindrance("not-before", ("before",), values)
    yield from _unknowable(variant, arguments)


def _unknowable(variant: Variant, arguments: Arguments) -> Iterator[Hindrance]:
    for place, name in enumerate(arguments.facts):
        if variant.atlas.facts[name].known_to_person is not True:
            yield Hindrance("unknowable", ("facts", place), {"fact": mention("fact", name)})


def _always_before(variant: Variant, before: str, step: str) -> bool:
    return before != step and Dominance(variant.net.nearest).holds(before, step)


def _branch(variant: Variant, step: str) -> Passage | None:
    """The branch that refuses, else the link that sends back because something is missing."""
    refusal = foreseeable(variant, step)
    return refusal if refusal is not None else returning(variant, step)


def make(variant: Variant, arguments: Arguments) -> Variant:
    """The check goes before; what it spares later is an assumption, and says so."""
    branch = _branch(variant, arguments.step)
    assert branch is not None
    effect = arguments.effect or Share.model_validate(supposed(EFFECT, _NOT_MEASURED))
    check = Check(
        step=arguments.step,
        before=arguments.before,
        facts=arguments.facts,
        effort=arguments.effort or Quantity.model_validate(supposed(QUESTIONS, _NOT_MEASURED)),
        effect=effect,
    )
    known = part_of(variant, branch)
    return lowered(checked(variant, check, branch), branch, known, effect.value)


def suggest(diagnosed: Diagnosed) -> Iterator[Suggestion]:
    """Refusals that come late, and files that come back."""
    variant = diagnosed.variant
    for finding in diagnosed.of("late-refusal", "missing-proof-loop"):
        for arguments in _suggested(variant, finding):
            if not any(fits(variant, arguments)):
                yield Suggestion(arguments, (finding.fingerprint,))


def _suggested(variant: Variant, finding: Finding) -> Iterator[Arguments]:
    """For each branch, before the first step of the finding that always comes before it."""
    where, known = finding.where_in(variant.journey.id), variant.atlas.facts
    facts = tuple(f for f in where.facts if f in known and known[f].known_to_person is True)
    ends = {passage.id: passage.source for passage in variant.net.passages}
    for step in dict.fromkeys(ends[link] for link in where.links if link in ends):
        early = (one for one in where.steps if _always_before(variant, one, step))
        before = next(early, None)
        if before is not None:
            asked = {"facts": facts} if facts else {}
            yield Arguments.model_validate({"step": step, "before": before, **asked})


def worse(variant: Variant, arguments: Arguments) -> tuple[Worse, ...]:
    """Discouragement by mistake, where it is about a refusal; more questions for all."""
    questions = Worse("effort", "questions")
    branch = _branch(variant, arguments.step)
    if branch is not None and branch.link.back:
        return (questions,)
    return (Worse("quality", "discouraged"), questions)


def legal(variant: Variant, arguments: Arguments) -> tuple[LegalNeed, ...]:
    """Nothing: an estimate is no decision."""
    return (LegalNeed("nothing"),)


def cost(variant: Variant, arguments: Arguments) -> Cost:
    """A page, a sheet, or a few questions at the counter."""
    return Cost("low", "carteblanche-journeys", "assumed")


MOVE = Move(
    name="early-check",
    source=("M14", "D15", "D13", "Reijers & Liman Mansar 2005, knock-out"),
    arguments=Arguments,
    order=86,
    effect="simplify",
    answers=("late-refusal", "missing-proof-loop"),
    prose={"fr": FRENCH, "en": ENGLISH},
    done=done,
    fits=fits,
    make=make,
    suggest=suggest,
    worse=worse,
    legal=legal,
    cost=cost,
    undoing="easy",
    assumes=(EFFECT, QUESTIONS),
)
