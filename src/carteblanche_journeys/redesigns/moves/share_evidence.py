"""A body that has a piece passes it on, instead of the person who carried it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from carteblanche_journeys.diagnosis import Finding
from carteblanche_journeys.diagnosis.finding import mention
from carteblanche_journeys.model import Atlas, Step, all_asks
from carteblanche_journeys.model.quantities import Duration
from carteblanche_journeys.model.references import EvidenceId, Names, Reference, StepId
from carteblanche_journeys.model.values import Several, Value, YesNo
from carteblanche_journeys.redesigns.consequences import Cost, LegalNeed, Worse
from carteblanche_journeys.redesigns.hindrance import Hindrance
from carteblanche_journeys.redesigns.move import Diagnosed, Move, Suggestion
from carteblanche_journeys.redesigns.prose import MoveProse
from carteblanche_journeys.redesigns.rewriting.bodies import (
    organisations_at,
    organisations_met,
    who_has,
)
from carteblanche_journeys.redesigns.rewriting.naming import made_id
from carteblanche_journeys.redesigns.rewriting.sending import (
    asked_at,
    is_sent,
    sent,
    without_ask,
)
from carteblanche_journeys.redesigns.rewriting.sharing import (
    exchanging,
    is_medical,
    is_own,
    is_stale,
    shows_face,
)
from carteblanche_journeys.redesigns.rewriting.supposing import (
    AT_ONCE,
    SENDING,
    at_once,
    sending,
)
from carteblanche_journeys.redesigns.rewriting.wording import filled
from carteblanche_journeys.redesigns.variant import Variant

FRENCH = MoveProse(
    name="Pièce transmise entre organismes",
    title="""La pièce {evidence|déjà connue} ne serait plus demandée : {from|un organisme} l'a
        déjà""",
    does="""La pièce passe de l'organisme qui l'a à celui qui en a besoin, et la personne ne
        l'apporte plus. Ce que l'on vérifie reste vérifié. Le secret médical ne se partage pas :
        il faut alors l'accord de la personne. La sécurité sociale n'est dans aucun des sept
        domaines où un préfet peut déroger : l'échange lui-même doit avoir sa base.""",
    worse={
        "privacy": "Des informations circulent sans que la personne les voie passer.",
        "dependence": "Si l'échange tombe en panne ou se trompe, la demande s'arrête là.",
        "agents": "Demander la pièce, l'envoyer et la lire prend du temps aux agents.",
    },
    watch="La part des demandes pour lesquelles la pièce est quand même redemandée.",
    undo="On redemande la pièce à la personne ; ce qui a été transmis l'a été.",
    unfit={
        "not-asked": "On ne demande pas {evidence} à {to}.",
        "no-body": "Aucun organisme ne répond à {to} : personne ne peut y recevoir la pièce.",
        "not-held": """{from} n'a pas {evidence} avant {to} : la pièce n'y a été ni délivrée, ni
            gardée, ni reçue.""",
        "stale": """{from} a seulement reçu {evidence} : à {to}, il en faut une récente.""",
        "secrecy": """{evidence} parle de la santé de quelqu'un : sans son accord (`consent:
            true`), le secret médical s'y oppose.""",
        "face": """{evidence} montre le visage de la personne : elle se présente, elle ne se
            transmet pas.""",
    },
)
ENGLISH = MoveProse(
    name="A piece passed on between organisations",
    title="""{evidence|A piece} would no longer be asked: {from|an organisation} has it
        already""",
    does="""The piece goes from the organisation that has it to the one that needs it, and the
        person no longer brings it. What is checked is still checked. Medical secrecy is not
        shared: it takes the person's consent. Social security is in none of the seven domains in
        which a prefect may derogate: the exchange needs a legal basis of its own.""",
    worse={
        "privacy": "Information travels without the person seeing it pass.",
        "dependence": "If the exchange breaks down or is wrong, the request stops there.",
        "agents": "Asking for the piece, sending it and reading it takes agents' time.",
    },
    watch="The part of requests for which the piece is still asked of the person.",
    undo="The person is asked for the piece again; what was passed on has been.",
    unfit={
        "not-asked": "{evidence} is not asked at {to}.",
        "no-body": "No organisation answers at {to}: nobody can receive the piece there.",
        "not-held": """{from} does not have {evidence} before {to}: it has neither issued, kept nor
            received it.""",
        "stale": "{from} has only received {evidence}: at {to} it has to be a recent one.",
        "secrecy": """{evidence} is about someone's health: without their consent (`consent:
            true`), medical secrecy forbids it.""",
        "face": """{evidence} shows the person's face: it is meant to be shown, not to be
            passed on.""",
    },
)

#: An organisation, or the step at which it is met.
Giver = Annotated[Reference, Names("organisation", "step")]


class Arguments(Value):
    """Which piece, who has it, and where it is no longer asked."""

    evidence: EvidenceId = Field(description="The piece that is passed on.")
    from_: Giver = Field(
        alias="from", description="The organisation that has it, or a step at which it is met."
    )
    to: StepId = Field(description="The step at which it is no longer asked.")
    also: Several[StepId] = Field((), description="Other steps at which it is not asked either.")
    consent: YesNo = Field(
        False, description="The person agrees that what is medical is passed on."
    )
    answer_within: Duration | None = Field(
        None, description="How long the organisation has to send it; left out: at once."
    )

    @property
    def steps(self) -> tuple[str, ...]:
        """Every step at which the piece is no longer asked."""
        return tuple(dict.fromkeys((self.to, *self.also)))


def done(variant: Variant, arguments: Arguments) -> bool:
    """The piece is asked nowhere there, and the body has it from another."""
    giver = _giver(variant, arguments)
    return all(
        step not in asked_at(variant, arguments.evidence)
        and (is_own(variant, step, giver) or is_sent(variant, arguments.evidence, step))
        for step in arguments.steps
    )


def fits(variant: Variant, arguments: Arguments) -> Iterator[Hindrance]:
    """The piece is asked there, the giver has it by then, and no secrecy forbids it."""
    piece = variant.atlas.evidence[arguments.evidence]
    values = {"evidence": mention("evidence", piece.id)}
    if is_medical(piece, variant.atlas) and not arguments.consent:
        yield Hindrance("secrecy", ("evidence",), values)
    if shows_face(piece, variant.atlas):
        yield Hindrance("face", ("evidence",), values)
    for path, step in _written(arguments):
        yield from _misfits(variant, arguments, path, step)


def _written(arguments: Arguments) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield ("to",), arguments.to
    for place, step in enumerate(arguments.also):
        yield ("also", place), step


def _misfits(
    variant: Variant, arguments: Arguments, path: tuple[str | int, ...], step: str
) -> Iterator[Hindrance]:
    piece, giver = arguments.evidence, _giver(variant, arguments)
    values = {
        "evidence": mention("evidence", piece),
        "to": mention("step", step),
        "from": mention("organisation", giver),
    }
    asked = asked_at(variant, piece)
    if step not in asked:
        if not is_sent(variant, piece, step):
            yield Hindrance("not-asked", path, values, allowed=asked)
    elif not organisations_at(variant, step):
        yield Hindrance("no-body", path, values)
    elif not is_own(variant, step, giver):
        having = who_has(variant, piece, step)
        if giver not in having:
            yield Hindrance("not-held", ("from",), values, allowed=having)
        elif is_stale(variant, piece, step, giver):
            yield Hindrance("stale", ("from",), values)


def make(variant: Variant, arguments: Arguments) -> Variant:
    """The asks go; links of organisations bring the piece to each body before it needs it."""
    piece, giver = arguments.evidence, _giver(variant, arguments)
    for step in arguments.steps:
        pieces = (piece, *_in_its_place(variant, piece, step, giver))
        if step in asked_at(variant, piece):
            variant = without_ask(variant, step, (piece,))
        if not (is_own(variant, step, giver) or is_sent(variant, piece, step)):
            exchange = _exchange(variant, step, arguments)
            variant = sent(variant, step, pieces, giver, exchange)
    return variant


def _in_its_place(variant: Variant, piece: str, step: str, giver: str) -> tuple[str, ...]:
    """Other pieces that would have done at a step, and that the giver has too.

    They go along: whoever would have filled in such a form there no longer does.
    """
    asks = (ask for ask in all_asks(variant.steps[step]) if piece in ask.pieces)
    others = dict.fromkeys(one for ask in asks for one in ask.pieces if one != piece)
    return tuple(one for one in others if giver in who_has(variant, one, step))


def _exchange(variant: Variant, step: str, arguments: Arguments) -> Step:
    """The step at which the body of a step gets the piece; what the atlas calls them."""
    atlas, asked = variant.atlas, variant.steps[step]
    receiver = organisations_at(variant, step)[0]
    title = filled(
        {
            "fr": "Recevoir de l'organisme qui l'a\u00a0: {piece} ({giver})",
            "en": "Get from the organisation that has it: {piece} ({giver})",
        },
        piece=atlas.evidence[arguments.evidence].name,
        giver=atlas.organisations[_giver(variant, arguments)].name,
    )
    return Step.model_validate(
        {
            "id": made_id("echange", (arguments.evidence, step), variant.steps),
            "title": title,
            "actor": receiver,
            "stage": asked.stage,
            "when": asked.when,
            "share": asked.share,
            "schemes": (),
            "wait": at_once(arguments.answer_within),
            "agent_effort": sending(),
            "comes_from": (),
        }
    )


def _giver(variant: Variant, arguments: Arguments) -> str:
    """The organisation that passes the piece on: named, or met at the step named."""
    name = arguments.from_
    if name in variant.atlas.organisations or name not in variant.steps:
        return name
    return next(iter(organisations_at(variant, name)), name)


def suggest(diagnosed: Diagnosed) -> Iterator[Suggestion]:
    """Pieces carried or asked again: by whoever has them, for all who ask, then one by one."""
    for finding in diagnosed.of("user-as-courier", "repeated-evidence"):
        if not finding.where.facts:
            for piece in finding.where.evidence:
                yield from _suggested(diagnosed.variant, finding, piece)


def _suggested(variant: Variant, finding: Finding, piece: str) -> Iterator[Suggestion]:
    """One for all steps that a giver can serve, then one for each of them."""
    there = finding.where_in(variant.journey.id).steps
    served: dict[str, list[str]] = {}
    for step in there:
        for giver in _likely_givers(variant, piece, step):
            served.setdefault(giver, []).append(step)
            break
    for giver, steps in served.items():
        if len(steps) > 1:
            yield _suggestion(finding, piece, giver, steps)
        for step in steps:
            yield _suggestion(finding, piece, giver, [step])


def _suggestion(finding: Finding, piece: str, giver: str, steps: list[str]) -> Suggestion:
    said: dict[str, object] = {"evidence": piece, "from": giver, "to": steps[0]}
    if len(steps) > 1:
        said["also"] = tuple(steps[1:])
    return Suggestion(Arguments.model_validate(said), (finding.fingerprint,))


def _likely_givers(variant: Variant, piece: str, step: str) -> Iterator[str]:
    """Who could pass a piece on to the administration that asks for it at a step.

    Another administration, or a regulated body that gave it; the contracts and bills of a
    private body are the person's own.
    """
    if not exchanging(organisations_met(variant, step), variant.atlas):
        return
    having = who_has(variant, piece, step)
    public = exchanging(having, variant.atlas)
    regulated = [one for one in having if _kind(one, variant.atlas) in _REGULATED]
    for giver in (*public, *regulated):
        said = {"evidence": piece, "from": giver, "to": step}
        arguments = Arguments.model_validate(said)
        if not done(variant, arguments) and not any(fits(variant, arguments)):
            yield giver


def _kind(organisation: str, atlas: Atlas) -> str | None:
    known = atlas.organisations.get(organisation)
    return known.kind if known is not None else None


_REGULATED = ("health", "professional")


def worse(variant: Variant, arguments: Arguments) -> tuple[Worse, ...]:
    """Privacy, dependence, agents' time; within one body, only its agents'."""
    giver = _giver(variant, arguments)
    agents = Worse("agents", "agents")
    if all(is_own(variant, step, giver) for step in arguments.steps if step in variant.steps):
        return (agents,)
    return (Worse("privacy", "privacy"), Worse("dependence", "dependence"), agents)


def legal(variant: Variant, arguments: Arguments) -> tuple[LegalNeed, ...]:
    """A basis for the exchange; where one of the bodies is no administration, a law.

    Within one body, nothing. With consent to pass on what is medical, an agreement as well.
    """
    giver, steps = _giver(variant, arguments), arguments.steps
    bodies = (giver, *(one for step in steps for one in organisations_at(variant, step)))
    every = tuple(dict.fromkeys(bodies))
    if all(is_own(variant, step, giver) for step in steps):
        return (LegalNeed("nothing"),)
    exchange = variant.atlas.evidence[arguments.evidence].exchange
    law = exchange.law if exchange is not None else None
    standing = exchange is not None and exchange.status in ("published", "observed")
    if law is not None:
        ground = law if isinstance(law, str) else next(iter(law.values()))
        return (LegalNeed("data-exchange", ground=ground, standing=standing, bodies=every),)
    public = frozenset(exchanging(every, variant.atlas))
    if public.issuperset(every):
        return (LegalNeed("data-exchange", ground="CRPA, art. L. 114-8", bodies=every),)
    return (LegalNeed("agreement" if arguments.consent else "law", bodies=every),)


def cost(variant: Variant, arguments: Arguments) -> Cost:
    """An exchange to set up; little where there is one, or within one body."""
    piece = variant.atlas.evidence[arguments.evidence]
    exists = piece.exchange is not None and piece.exchange.status in ("published", "observed")
    own = all(is_own(variant, s, _giver(variant, arguments)) for s in arguments.steps)
    return Cost("low" if exists or own else "medium", "carteblanche-journeys", "assumed")


MOVE = Move(
    name="share-evidence",
    source=("M5", "D03", "D04", "CRPA, art. L. 114-8"),
    arguments=Arguments,
    order=20,
    effect="eliminate",
    answers=("user-as-courier", "repeated-evidence"),
    prose={"fr": FRENCH, "en": ENGLISH},
    done=done,
    fits=fits,
    make=make,
    suggest=suggest,
    worse=worse,
    legal=legal,
    cost=cost,
    undoing="costly",
    assumes=(SENDING, AT_ONCE),
)
