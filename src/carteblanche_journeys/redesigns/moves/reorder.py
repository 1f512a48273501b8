"""Do a step earlier or later, beside another, or on the same visit."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from carteblanche_journeys.diagnosis.finding import mention
from carteblanche_journeys.model.references import StepId
from carteblanche_journeys.model.values import Value, YesNo
from carteblanche_journeys.redesigns.consequences import Cost, LegalNeed, Worse
from carteblanche_journeys.redesigns.hindrance import Hindrance
from carteblanche_journeys.redesigns.move import Diagnosed, Move, Suggestion
from carteblanche_journeys.redesigns.prose import MoveProse
from carteblanche_journeys.redesigns.rewriting import guards
from carteblanche_journeys.redesigns.rewriting.removing import led_past
from carteblanche_journeys.redesigns.rewriting.rows import Row, needs, reordered, row_between
from carteblanche_journeys.redesigns.rewriting.side_by_side import (
    in_one_place,
    in_one_visit,
    set_beside,
)
from carteblanche_journeys.redesigns.variant import Variant

FRENCH = MoveProse(
    name="Autre ordre, ou en même temps",
    title="{step|Une étape} et {after_or_beside|une autre} se feraient dans un autre ordre, ou "
    "ensemble",
    does="""Place une étape juste après une autre, ou à côté d'elle : en même temps, ou au cours
        d'une seule visite. Ce qui est demandé et décidé reste pareil.""",
    worse={
        "incomplete": "Les agents voient plus de dossiers auxquels il manque encore quelque chose.",
        "both": "La personne suit deux choses à la fois.",
        "one-day": "Il faut avoir tout prêt le même jour, et la visite dure plus longtemps.",
        "unasked": "Personne n'a écrit la raison de cet ordre : demandez-la aux agents avant de le "
        "changer.",
    },
    watch="La part des dossiers incomplets à leur arrivée, et la durée jusqu'à la décision.",
    undo="On revient à l'ordre d'avant ; rien n'est perdu.",
    unfit={
        "itself": "{step} ne peut pas changer de place par rapport à elle-même.",
        "kind": "{step} est un choix, un événement ou une issue : sa place ne se choisit pas.",
        "apart": "{step} et {other} ne se suivent pas dans une même file : entre elles, des "
        "chemins partent, arrivent ou dépendent d'une condition.",
        "event": "{event} arrive entre {step} et {other} : on ne passe pas par-dessus un "
        "événement.",
        "law": "La loi fixe cet ordre entre {step} et {other}.",
        "reason": "Le parcours donne une raison à cet ordre entre {step} et {other}.",
        "passed-on": "Un organisme transmet le dossier entre {step} et {other}.",
        "needs": "Ce qui se passe à {earlier} sert à {later}.",
        "deadline": "{step} doit être faite dans un délai : elle ne peut pas attendre plus "
        "longtemps.",
        "counted-from": "Un délai ou une date se compte à partir de {step} : {steps}.",
        "nothing-before": "Rien ne mène à {step} et à {other} : il n'y a pas d'endroit d'où les "
        "deux pourraient partir.",
        "choice-before": "Un choix, une issue ou une condition mène à {step} et à {other} : une "
        "seule branche serait suivie.",
        "no-meeting": "Rien ne suit {step} et {other} où les deux se rejoindraient.",
        "waits": "On attend après {step} : il faut revenir pour {other}.",
        "elsewhere": "{step} et {other} ne se font pas au même endroit.",
        "strands": "Avec {step} à cette place, les enchaînements ne tiendraient plus.",
    },
)
ENGLISH = MoveProse(
    name="Another order, or at the same time",
    title="{step|A step} and {after_or_beside|another} would be done in another order, or together",
    does="""Puts a step right after another, or beside it: at the same time, or on a single visit.
        What is asked for and decided stays the same.""",
    worse={
        "incomplete": "Agents see more cases from which something is still missing.",
        "both": "The person has two things going on at a time.",
        "one-day": "Everything has to be ready on the same day, and the visit takes longer.",
        "unasked": "Nobody has written why the order is so: ask the agents before changing it.",
    },
    watch="The share of cases that arrive incomplete, and the time until the decision.",
    undo="One goes back to the order before; nothing is lost.",
    unfit={
        "itself": "{step} cannot change its place with regard to itself.",
        "kind": "{step} is a choice, an event or an outcome: its place is not ours to choose.",
        "apart": "{step} and {other} do not follow each other in one row: between them ways part, "
        "meet or depend on a condition.",
        "event": "{event} happens between {step} and {other}: one does not pass over an event.",
        "law": "The law sets this order between {step} and {other}.",
        "reason": "The journey gives a reason for this order between {step} and {other}.",
        "passed-on": "A body passes the case on between {step} and {other}.",
        "needs": "What happens at {earlier} is needed at {later}.",
        "deadline": "{step} has to be done within a time: it cannot wait any longer.",
        "counted-from": "A deadline or a date is counted from {step}: {steps}.",
        "nothing-before": "Nothing leads to {step} and {other}: there is no place from which both "
        "could start.",
        "choice-before": "A choice, an outcome or a condition leads to {step} and {other}: only "
        "one branch would be taken.",
        "no-meeting": "Nothing follows {step} and {other} where both would meet.",
        "waits": "One waits after {step}: one has to come back for {other}.",
        "elsewhere": "{step} and {other} are not done in the same place.",
        "strands": "With {step} in this place the links would not hold.",
    },
)


class Arguments(Value):
    """The step that changes its place, and the one after or beside which it goes."""

    step: StepId = Field(description="The step that changes its place.")
    after: StepId | None = Field(None, description="Right after which step it goes.")
    beside: StepId | None = Field(None, description="At the same time as which step.")
    visit: YesNo = Field(False, description="Beside: both in one visit, one after the other.")

    @model_validator(mode="after")
    def _after_or_beside(self) -> Arguments:
        if (self.after is None) == (self.beside is None):
            raise PydanticCustomError("reorder-form", "reorder says after, or beside", {})
        if self.visit and self.beside is None:
            raise PydanticCustomError("reorder-visit", "a visit is of steps beside each other", {})
        return self

    @property
    def other(self) -> str:
        """The step with regard to which the place changes."""
        return self.after or self.beside or ""

    @property
    def where(self) -> str:
        """The argument that names it."""
        return "after" if self.after else "beside"


def done(variant: Variant, arguments: Arguments) -> bool:
    """The step comes straight after the other; or both share a visit, or their strands."""
    step, other = arguments.step, arguments.other
    if arguments.visit:
        visits = {variant.steps[name].visit for name in (step, other)}
        return step != other and len(visits) == 1 and None not in visits
    into = [p.source for p in variant.passages_into(step)]
    if arguments.after is not None:
        return into == [other] and [p.target for p in variant.passages_out(other)] == [step]
    return step != other and _between(variant, step) == _between(variant, other) and bool(into)


def _between(variant: Variant, step: str) -> tuple[set[str], set[str]]:
    """What leads to a step, and where it leads."""
    into, out = variant.passages_into(step), variant.passages_out(step)
    return {one.source for one in into}, {one.target for one in out}


def fits(variant: Variant, arguments: Arguments) -> Iterator[Hindrance]:
    """Both are in one row, whose order nobody asks for; and the links hold in the new one."""
    found = tuple(_hindrances(variant, arguments))
    yield from found
    # A shared visit leaves all links as they are.
    moved = not found and not arguments.visit
    if moved and guards.newly_broken(variant, make(variant, arguments)):
        yield Hindrance("strands", ("step",), _both(arguments))


def _both(arguments: Arguments) -> dict[str, object]:
    return {"step": mention("step", arguments.step), "other": mention("step", arguments.other)}


def _hindrances(variant: Variant, arguments: Arguments) -> Iterator[Hindrance]:
    step, other, named = arguments.step, arguments.other, _both(arguments)
    if step == other:
        yield Hindrance("itself", (arguments.where,), {"step": named["step"]})
        return
    fixed = [name for name in (step, other) if not _may_move(variant, name, arguments)]
    row = row_between(variant, step, other)
    if fixed:
        where = "step" if fixed[0] == step else arguments.where
        yield Hindrance("kind", (where,), {"step": mention("step", fixed[0])})
    elif row is None:
        yield Hindrance("apart", (arguments.where,), named)
    else:
        found = [*_tied(variant, row, arguments), *_placed(variant, row, arguments)]
        yield from (Hindrance(c, ("step",), {**named, **values}) for c, values in found)


def _may_move(variant: Variant, name: str, arguments: Arguments) -> bool:
    """An action may; after an event something else may come."""
    kind = variant.steps[name].kind
    return kind == "action" or (kind == "event" and name == arguments.after)


Reason = tuple[str, dict[str, object]]


def _tied(variant: Variant, row: Row, arguments: Arguments) -> Iterator[Reason]:
    """What holds the order of the row together."""
    reasons = {passage.link.because for passage in row.links}
    carried = {passage.link.carried for passage in row.links}
    if "law" in reasons:
        yield "law", {}
    elif not reasons <= {None, "habit", "preference"}:
        yield "reason", {}
    if not carried <= {None, "person", "none"}:
        yield "passed-on", {}
    for name in _passed(row, arguments):
        if variant.steps[name].kind == "event":
            yield "event", {"event": mention("step", name)}
        earlier, later = _in_order(row, arguments.step, name)
        if needs(variant, later, earlier):
            yield "needs", {"earlier": mention("step", earlier), "later": mention("step", later)}


def _passed(row: Row, arguments: Arguments) -> tuple[str, ...]:
    """The steps with which the step changes order, or beside which it comes to stand."""
    others = tuple(name for name in row.steps if name != arguments.step)
    later = row.steps[0] != arguments.step
    return others[1:] if later and arguments.after is not None else others


def _in_order(row: Row, *steps: str) -> list[str]:
    return sorted(steps, key=row.steps.index)


def _placed(variant: Variant, row: Row, arguments: Arguments) -> Iterator[Reason]:
    """What stands in the way of the new place."""
    later = guards.counted_from(variant, arguments.step)
    if later and not arguments.visit:
        yield "counted-from", {"steps": mention("step", *later)}
    if arguments.visit:
        yield from _one_visit(variant, row)
    elif arguments.beside is not None:
        yield from _side_by_side(variant, arguments)
    else:
        yield from _in_turn(variant, row, arguments)


def _in_turn(variant: Variant, row: Row, arguments: Arguments) -> Iterator[Reason]:
    """Nobody may be made late; and what follows may not depend on how the last step is lived."""
    delayed = _passed(row, arguments)
    if row.steps[0] == arguments.step:
        delayed = (arguments.step,)
    late = [name for name in delayed if guards.binds_person(variant.steps[name])]
    if late:
        yield "deadline", {"step": mention("step", late[0])}
    if any(passage.link.way for passage in variant.passages_out(row.steps[-1])):
        yield "apart", {}


def _side_by_side(variant: Variant, arguments: Arguments) -> Iterator[Reason]:
    """There has to be one place from which both start, and one where both meet."""
    led = led_past(variant, arguments.step)
    before, after = led.passages_into(arguments.other), led.passages_out(arguments.other)
    if not before:
        yield "nothing-before", {}
    if any(one.link.back or one.link.share or one.link.way for one in before) or any(
        variant.steps[one.source].kind in ("choice", "outcome") for one in before
    ):
        yield "choice-before", {}
    if len(after) != 1 or after[0].link.share or after[0].link.when or after[0].link.way:
        yield "no-meeting", {}


def _one_visit(variant: Variant, row: Row) -> Iterator[Reason]:
    """Both are done in one place, and one need not come back for the second."""
    first, last = row.steps[0], row.steps[-1]
    one, other = variant.steps[first], variant.steps[last]
    if len(row.steps) > 2:
        yield "apart", {}
    if one.wait is not None or one.takes is not None or any(way.wait for way in one.ways):
        yield "waits", {"step": mention("step", first), "other": mention("step", last)}
    if not in_one_place(variant, one, other):
        yield "elsewhere", {}


def make(variant: Variant, arguments: Arguments) -> Variant:
    """The step stands after the other, beside it, or both are one visit."""
    step, other = arguments.step, arguments.other
    if arguments.visit:
        return in_one_visit(variant, step, other)
    if arguments.beside is not None:
        return set_beside(variant, step, other)
    row = row_between(variant, step, other)
    assert row is not None
    rest = [name for name in row.steps if name != step]
    at = rest.index(other) + 1
    return reordered(variant, row, [*rest[:at], step, *rest[at:]])


def suggest(diagnosed: Diagnosed) -> Iterator[Suggestion]:
    """Steps next to each other of a sequence that nothing demands, two by two."""
    variant = diagnosed.variant
    for finding in diagnosed.of("needless-sequence"):
        at_once = finding.variant != "beside"
        for before, after in pairwise(finding.where_in(variant.journey.id).steps):
            visit = {"visit": True} if at_once else {}
            wanted = Arguments(step=after, beside=before, **visit)
            if not done(variant, wanted) and not any(_hindrances(variant, wanted)):
                yield Suggestion(wanted, (finding.fingerprint,))


def worse(variant: Variant, arguments: Arguments) -> tuple[Worse, ...]:
    """Cases that are not complete yet; two things at a time, or everything on one day."""
    found = [Worse("flexibility", "one-day")] if arguments.visit else []
    found += [] if arguments.visit else [Worse("agents", "incomplete")]
    found += [Worse("effort", "both")] if arguments.beside and not arguments.visit else []
    row = row_between(variant, arguments.step, arguments.other)
    silent = row is not None and any(one.link.because is None for one in row.links)
    return (*found, *([Worse("control", "unasked")] if silent else []))


def legal(variant: Variant, arguments: Arguments) -> tuple[LegalNeed, ...]:
    """Nothing: an order that the law sets is refused."""
    return (LegalNeed("nothing"),)


def cost(variant: Variant, arguments: Arguments) -> Cost:
    """People have to be told."""
    return Cost("low", "Reijers & Liman Mansar 2005, parallelism, resequencing", "assumed")


MOVE = Move(
    name="reorder",
    source=("M10", "D19", "Reijers & Liman Mansar 2005, parallelism, resequencing"),
    arguments=Arguments,
    order=70,
    effect="simplify",
    answers=("needless-sequence",),
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
