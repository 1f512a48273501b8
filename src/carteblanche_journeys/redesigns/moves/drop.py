"""Do without a step, or without a piece, that serves nothing later on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from carteblanche_journeys.diagnosis.finding import Finding, mention
from carteblanche_journeys.model import Evidence, Scheme, schemes_of
from carteblanche_journeys.model.references import EvidenceId, FormerStepId
from carteblanche_journeys.model.schemes import ReadGroup
from carteblanche_journeys.model.values import Value
from carteblanche_journeys.redesigns.consequences import Cost, LegalNeed, Worse
from carteblanche_journeys.redesigns.hindrance import Hindrance
from carteblanche_journeys.redesigns.move import Diagnosed, Move, Suggestion
from carteblanche_journeys.redesigns.prose import MoveProse
from carteblanche_journeys.redesigns.rewriting import guards
from carteblanche_journeys.redesigns.rewriting.asking import without_piece
from carteblanche_journeys.redesigns.rewriting.grounds import grounds
from carteblanche_journeys.redesigns.rewriting.removing import bypassed
from carteblanche_journeys.redesigns.rewriting.sending import asked_at
from carteblanche_journeys.redesigns.variant import Variant

FRENCH = MoveProse(
    name="Suppression d'une étape ou d'une pièce",
    title="On se passerait de {step_or_evidence|ce qui ne sert à rien}",
    does="""Retire une étape dont rien ne sert par la suite, ou une pièce qu'aucune décision ne lit.
        Ce qui précède l'étape mène à ce qui la suit.""",
    worse={
        "piece": "Un contrôle disparaît : une pièce que personne ne lit peut servir à repérer "
        "une fraude.",
        "unsure": "Personne n'a écrit ce que lit la décision : demandez-le à ceux qui décident "
        "avant d'y renoncer.",
        "step": "Une occasion de vérifier, de corriger ou de poser une question disparaît.",
        "news": "La personne entendait parler d'un droit à cette étape : il faut le lui dire "
        "ailleurs.",
    },
    watch="La part des dossiers qu'il faut reprendre faute de ce qui a été supprimé.",
    undo="On remet l'étape, ou la pièce dans la liste ; rien n'est perdu.",
    unfit={
        "merged": "{step} fait maintenant partie de {heirs} : il n'y a plus d'étape à part à "
        "supprimer.",
        "choice": "{step} est un choix : ses branches n'auraient plus d'origine.",
        "event": "{step} est un événement : il arrive, qu'on le veuille ou non.",
        "outcome": "{step} est une issue : la supprimer laisserait la suite sans réponse.",
        "appeal": "{step} est un recours : une refonte ne ferme pas un recours.",
        "law": "La loi demande {step}, ou sa place dans l'ordre.",
        "deadline": "{step} doit être faite dans un délai, et la personne perd quelque chose si "
        "elle ne l'est pas.",
        "counted-from": "Un délai ou une date se compte à partir de {step} : {steps}.",
        "examined": "À {step}, quelqu'un examine la demande ({evidence}) : on ne s'en passe pas "
        "en chemin.",
        "needed": "{step} donne {evidence}, que l'on demande ou transmet plus loin.",
        "request": "{step} est la seule étape où le dossier est déposé ou décidé : {schemes}.",
        "only-human": "{step} est le seul contact avec quelqu'un.",
        "end": "Rien ne suit {step} : ce qui la précède resterait sans suite.",
        "strands": "Sans {step}, les enchaînements ne tiendraient plus : plusieurs files en "
        "partent ou s'y rejoignent.",
        "form": "{evidence} est la demande elle-même, pas une preuve.",
        "read": "La décision lit {facts} dans {evidence} : {schemes}.",
    },
)
ENGLISH = MoveProse(
    name="A step or a piece dropped",
    title="One would do without {step_or_evidence|what serves nothing}",
    does="""Takes away a step of which nothing serves later on, or a piece that no decision reads.
        What comes before the step leads to what follows it.""",
    worse={
        "piece": "A control goes: a piece that nobody reads may help to notice fraud.",
        "unsure": "Nobody has written what the decision reads: ask those who decide before doing "
        "without it.",
        "step": "A chance to check, to correct or to ask something goes.",
        "news": "The person heard about a right at this step: they must be told elsewhere.",
    },
    watch="The share of cases that have to be taken up again for want of what was dropped.",
    undo="The step, or the piece on the list, is put back; nothing is lost.",
    unfit={
        "merged": "{step} is now part of {heirs}: there is no step of its own left to drop.",
        "choice": "{step} is a choice: its branches would start from nowhere.",
        "event": "{step} is an event: it happens whether one wants it or not.",
        "outcome": "{step} is an outcome: without it there would be no answer.",
        "appeal": "{step} is an appeal: a redesign does not close an appeal.",
        "law": "The law asks for {step}, or for its place in the order.",
        "deadline": "{step} has to be done within a time, and the person loses something if it "
        "is not.",
        "counted-from": "A deadline or a date is counted from {step}: {steps}.",
        "examined": "At {step} somebody examines the request ({evidence}): one does not do "
        "without that.",
        "needed": "{step} gives {evidence}, which is asked for or passed on later.",
        "request": "{step} is the only step where the case is handed in or decided: {schemes}.",
        "only-human": "{step} is the only contact with somebody.",
        "end": "Nothing follows {step}: what comes before it would lead nowhere.",
        "strands": "Without {step} the links would not hold: several strands leave it or meet "
        "there.",
        "form": "{evidence} is the request itself, not a proof.",
        "read": "The decision reads {facts} in {evidence}: {schemes}.",
    },
)


class Arguments(Value):
    """The step that goes; or the piece, and at which step it is no longer asked for."""

    step: FormerStepId | None = Field(None, description="The step that goes.")
    evidence: EvidenceId | None = Field(None, description="The piece no longer asked for.")
    at: FormerStepId | None = Field(
        None, description="Of a piece: at which step; left out: wherever it is asked for."
    )

    @model_validator(mode="after")
    def _step_or_evidence(self) -> Arguments:
        both = (self.step is None) == (self.evidence is None)
        if both or (self.step is not None and self.at is not None):
            raise PydanticCustomError("drop-form", "drop names a step, or a piece of evidence", {})
        return self


def done(variant: Variant, arguments: Arguments) -> bool:
    """The step has gone without heir; or none of these steps asks for the piece."""
    if arguments.step is not None:
        return not _heirs(variant, arguments.step)
    return not _asking(variant, arguments)


def _heirs(variant: Variant, step: str) -> tuple[str, ...]:
    """The step itself where it is there, else the steps that come from it."""
    if step in variant.steps:
        return (step,)
    return tuple(n for n, one in variant.steps.items() if step in (one.comes_from or ()))


def _asking(variant: Variant, arguments: Arguments) -> tuple[str, ...]:
    """The steps at which the piece is still asked for, of those that are meant."""
    asking = asked_at(variant, arguments.evidence or "")
    if arguments.at is None:
        return asking
    return tuple(step for step in _heirs(variant, arguments.at) if step in asking)


def fits(variant: Variant, arguments: Arguments) -> Iterator[Hindrance]:
    """A piece must be read by nobody; of a step nothing may serve later on."""
    if arguments.evidence is not None:
        yield from _unfit_piece(variant, arguments.evidence, _asking(variant, arguments))
    elif arguments.step is not None and arguments.step in variant.steps:
        yield from _unfit_step(variant, arguments.step)
    elif arguments.step is not None:
        heirs = mention("step", *_heirs(variant, arguments.step))
        named = {"step": mention("step", arguments.step), "heirs": heirs}
        yield Hindrance("merged", ("step",), named)


def _unfit_piece(variant: Variant, name: str, steps: tuple[str, ...]) -> Iterator[Hindrance]:
    piece = variant.atlas.evidence[name]
    evidence = mention("evidence", name)
    if piece.kind == "form" or (piece.kind == "statement" and piece.issuer == "person"):
        yield Hindrance("form", ("evidence",), {"evidence": evidence})
        return
    read = {scheme.id: _read(scheme, piece) for one in steps for scheme in _pursued(variant, one)}
    facts = [fact for found in read.values() for fact in found]
    if facts:
        schemes = mention("scheme", *(scheme for scheme, found in read.items() if found))
        named = {"evidence": evidence, "facts": mention("fact", *facts), "schemes": schemes}
        yield Hindrance("read", ("evidence",), named)


def _pursued(variant: Variant, step: str) -> list[Scheme]:
    schemes, known = schemes_of(variant.steps[step], variant.atlas), variant.atlas.schemes
    return [known[name] for name in schemes if name in known]


def _read(scheme: Scheme, piece: Evidence) -> tuple[str, ...]:
    read = {fact for facts in scheme.reads.values() for fact in facts}
    return tuple(fact for fact in piece.facts if fact in read)


def _unfit_step(variant: Variant, name: str) -> Iterator[Hindrance]:
    one = variant.steps[name]
    step = mention("step", name)
    if one.kind != "action":
        yield Hindrance(one.kind, ("step",), {"step": step})
        return
    reasons = [*_guarded(variant, name), *_wanted(variant, name)]
    for code, values in reasons:
        yield Hindrance(code, ("step",), {"step": step, **values})
    if not reasons:
        yield from (Hindrance(code, ("step",), {"step": step}) for code in _tied(variant, name))


def _guarded(variant: Variant, name: str) -> Iterator[tuple[str, dict[str, object]]]:
    """What protects the person, or the law asks for."""
    if guards.is_appeal(variant, name):
        yield "appeal", {}
    if guards.by_law(variant, name):
        yield "law", {}
    if guards.binds_person(variant.steps[name]):
        yield "deadline", {}
    examined = guards.examined_at(variant, name)
    if examined:
        yield "examined", {"evidence": mention("evidence", *examined)}
    if guards.only_human(variant, name):
        yield "only-human", {}


def _wanted(variant: Variant, name: str) -> Iterator[tuple[str, dict[str, object]]]:
    """What something else of the journey needs of the step."""
    later = guards.counted_from(variant, name)
    if later:
        yield "counted-from", {"steps": mention("step", *later)}
    pieces = guards.needed_elsewhere(variant, name)
    if pieces:
        yield "needed", {"evidence": mention("evidence", *pieces)}
    schemes = guards.handed_in_only_here(variant, name)
    if schemes:
        yield "request", {"schemes": mention("scheme", *schemes)}


def _tied(variant: Variant, name: str) -> Iterator[str]:
    """Why what comes before could not lead to what follows."""
    before, after = variant.passages_into(name), variant.passages_out(name)
    chosen = any(variant.steps[one.source].kind == "choice" for one in before)
    conditions = [one for one in after if one.link.when or one.link.share or one.link.way]
    if not after and any(len(variant.passages_out(one.source)) == 1 for one in before):
        yield "end"
    elif (
        (chosen and len(after) != 1)
        or (not before and len(after) != 1)
        or (conditions and (chosen or any(one.link.when or one.link.share for one in before)))
        or any(one.link.way for one in after)
        or any(one.link.back and one.source in (two.target for two in after) for one in before)
        or guards.newly_broken(variant, bypassed(variant, name))
    ):
        yield "strands"


def make(variant: Variant, arguments: Arguments) -> Variant:
    """The piece is no longer asked for; or one goes from what comes before to what follows."""
    if arguments.evidence is not None:
        return without_piece(variant, arguments.evidence, _asking(variant, arguments))
    assert arguments.step is not None
    return bypassed(variant, arguments.step)


def suggest(diagnosed: Diagnosed) -> Iterator[Suggestion]:
    """Each piece that nothing reads, everywhere if it is read nowhere else."""
    variant = diagnosed.variant
    for finding in diagnosed.of("unused-evidence"):
        for piece, steps in _unread(finding, variant):
            everywhere = steps == asked_at(variant, piece)
            for at in (None,) if everywhere else steps:
                found = Arguments(evidence=piece, **({} if at is None else {"at": at}))
                yield Suggestion(found, (finding.fingerprint,))


def _unread(finding: Finding, variant: Variant) -> Iterator[tuple[str, tuple[str, ...]]]:
    where = finding.where_in(variant.journey.id)
    for piece in where.evidence:
        steps = tuple(step for step in asked_at(variant, piece) if step in where.steps)
        if steps:
            yield piece, steps


def worse(variant: Variant, arguments: Arguments) -> tuple[Worse, ...]:
    """A control lost; and, where nobody says what is read, that it may not be one."""
    if arguments.evidence is not None:
        schemes = [s for step in _asking(variant, arguments) for s in _pursued(variant, step)]
        known = schemes and all(set(get_args(ReadGroup)) <= set(one.reads) for one in schemes)
        lost = Worse("control", "piece")
        return (lost,) if known else (lost, Worse("control", "unsure"))
    step = variant.steps.get(arguments.step or "")
    heard = step is not None and bool(step.tells_about)
    return (Worse("control", "step"), *((Worse("quality", "news"),) if heard else ()))


def legal(variant: Variant, arguments: Arguments) -> tuple[LegalNeed, ...]:
    """A decree where the list of pieces rests on a text; else nothing."""
    steps = _asking(variant, arguments) if arguments.evidence is not None else ()
    texts = [variant.steps[step].law for step in steps]
    texts += [scheme.law for step in steps for scheme in _pursued(variant, step)]
    found = grounds(texts)
    return tuple(LegalNeed("decree", ground=text) for text in found) or (LegalNeed("nothing"),)


def cost(variant: Variant, arguments: Arguments) -> Cost:
    """A form or a web page to change."""
    return Cost("low", "Reijers & Liman Mansar 2005, task elimination", "assumed")


MOVE = Move(
    name="drop",
    source=("M9", "D22", "Reijers & Liman Mansar 2005, task elimination"),
    arguments=Arguments,
    order=10,
    effect="eliminate",
    answers=("unused-evidence",),
    prose={"fr": FRENCH, "en": ENGLISH},
    done=done,
    fits=fits,
    make=make,
    suggest=suggest,
    worse=worse,
    legal=legal,
    cost=cost,
    undoing="easy",
)
