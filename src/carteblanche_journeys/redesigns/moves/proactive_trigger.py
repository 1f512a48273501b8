"""An administration that knows enough speaks of a right, or opens it, before being asked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from pydantic import Field

from carteblanche_journeys.diagnosis.finding import Where, mention
from carteblanche_journeys.model import Atlas, all_yields, schemes_of
from carteblanche_journeys.model.references import OrganisationId, SchemeId, StepId
from carteblanche_journeys.model.values import Value, YesNo
from carteblanche_journeys.redesigns.consequences import Cost, LegalNeed, Worse
from carteblanche_journeys.redesigns.hindrance import Hindrance
from carteblanche_journeys.redesigns.move import Diagnosed, Move, Suggestion
from carteblanche_journeys.redesigns.prose import MoveProse
from carteblanche_journeys.redesigns.rewriting.bodies import (
    organisations_at,
    organisations_met,
    steps_after,
)
from carteblanche_journeys.redesigns.rewriting.filings import brought_to, filings, given_at
from carteblanche_journeys.redesigns.rewriting.guards import binds_person
from carteblanche_journeys.redesigns.rewriting.informed import unknown
from carteblanche_journeys.redesigns.rewriting.opening import announced, opened
from carteblanche_journeys.redesigns.rewriting.sharing import exchanging
from carteblanche_journeys.redesigns.rewriting.supposing import AT_ONCE, SENDING
from carteblanche_journeys.redesigns.variant import Variant

FRENCH = MoveProse(
    name="Droit signalé ou ouvert sans demande",
    title="""{scheme|Un droit} serait signalé, ou ouvert, sans attendre la demande, par
        {by|l'administration} après {step|une étape}""",
    does="""L'administration qui sait déjà tout ce qui décide prévient la personne de son droit, ou
        l'ouvre elle-même, et la personne peut le refuser. L'étape qui déclenche reste ce qu'elle
        est, avec ses délais : une naissance se déclare toujours dans les cinq jours.""",
    worse={
        "privacy": "On rapproche des informations sur la personne sans qu'elle l'ait demandé.",
        "announced": "Un droit annoncé à tort déçoit, et des appels suivent.",
        "attributed": "Un droit ouvert à tort se rembourse, parfois longtemps après.",
        "noticed": "Qui ne lit pas le message ne sait pas qu'on peut refuser.",
        "agents": "Repérer les personnes, écrire et corriger les erreurs prend du temps.",
    },
    watch="""La part des personnes qui ont le droit et le reçoivent, celle des refus et des
        erreurs, et le temps épargné : en Autriche, 39 000 heures par an pour environ
        80 000 familles (ALF, depuis 2015).""",
    undo="On attend de nouveau la demande ; ce qui a été versé à tort reste à réclamer.",
    unfit={
        "nothing-decides": """On ne sait pas ce qui décide de {scheme} : ni les données lues
            (`reads`), ni ce que l'on donne en le demandant.""",
        "not-known": """Après {step}, {by} ne connaît pas tout ce qui décide de {scheme} :
            il manque {facts}.""",
        "told": "On parle déjà de {scheme} à cet endroit du parcours.",
        "nothing-filed": "Après {step}, la personne ne demande nulle part {scheme}.",
        "deadline": """À {filing}, un délai lie la personne : cette déclaration-là reste la
            sienne.""",
        "presence": "À {filing}, il faut être là pour être vu ou recevoir quelque chose.",
        "again": """À {filing}, la personne dit à chaque fois ce qui a changé : cela ne se sait
            pas une fois pour toutes.""",
        "no-body": "Aucun organisme ne répond à {filing} : personne ne peut y ouvrir le droit.",
        "choice": """{scheme} exclut {others} : la personne choisit. On peut le lui annoncer,
            pas choisir pour elle.""",
    },
)
ENGLISH = MoveProse(
    name="A right announced, or opened, without being asked for",
    title="""{scheme|A right} would be announced, or opened, without waiting to be asked, by
        {by|the administration} after {step|a step}""",
    does="""The administration that knows all that decides already tells the person about the
        right, or opens it itself, and the person may refuse. The step that triggers it stays as it
        is, deadlines included: a birth is still declared within five days.""",
    worse={
        "privacy": "Facts about the person are put together without having been asked to.",
        "announced": "A right announced by mistake disappoints, and calls follow.",
        "attributed": "A right opened by mistake is claimed back, sometimes much later.",
        "noticed": "Whoever does not read the message does not know that one may refuse.",
        "agents": "Finding the people, writing to them and correcting mistakes takes time.",
    },
    watch="""The part of those entitled who get the right, of refusals and of mistakes, and the
        time spared: in Austria, 39,000 hours a year for about 80,000 families (ALF, since
        2015).""",
    undo="One waits for the request again; what was paid by mistake remains to be claimed back.",
    unfit={
        "nothing-decides": """Nobody says what decides on {scheme}: neither what is read (`reads`)
            nor what one gives when asking for it.""",
        "not-known": """After {step}, {by} does not know all that decides on {scheme}:
            {facts} is missing.""",
        "told": "People are told about {scheme} at that point already.",
        "nothing-filed": "After {step}, the person asks for {scheme} nowhere.",
        "deadline": "At {filing} a time limit binds the person: that declaration stays theirs.",
        "presence": "At {filing} one has to be there, to be seen or to receive something.",
        "again": """At {filing} the person says each time what has changed: that is not known once
            and for all.""",
        "no-body": "No organisation answers at {filing}: nobody can open the right there.",
        "choice": """{scheme} excludes {others}: the person chooses. It may be announced, not
            chosen for them.""",
    },
)

ANSWERS = ("invisible-right", "user-as-courier", "repeated-evidence")
#: What one has to be there for, whoever asks.
_BE_THERE = frozenset(("biometrics", "assessment", "collection"))


class Arguments(Value):
    """Which right, after which step, by whom, and how far."""

    scheme: SchemeId = Field(description="The right.")
    step: StepId = Field(description="The step after which enough is known.")
    by: OrganisationId = Field(description="The organisation that knows it.")
    attribution: YesNo = Field(
        False, description="The right is opened without a request; else it is only announced."
    )


def done(variant: Variant, arguments: Arguments) -> bool:
    """A step after it tells about the right; with attribution, nobody files for it any more."""
    later = steps_after(variant, arguments.step)
    told = any(
        arguments.scheme in variant.steps[name].tells_about for name in (*later, arguments.step)
    )
    if not arguments.attribution:
        return told
    return told and not _replaced(variant, arguments) and _opened(variant, arguments)


def _opened(variant: Variant, arguments: Arguments) -> bool:
    """Whether some step after it opens the right, with a way to refuse."""
    return any(
        one.result == "gave-up" and arguments.scheme in one.scheme and one.comes_from == ()
        for one in variant.steps.values()
    )


def fits(variant: Variant, arguments: Arguments) -> Iterator[Hindrance]:
    """The organisation knows what decides; with attribution, there is a request to replace."""
    if arguments.attribution:
        yield from _unfit_filings(variant, arguments)
        return
    decisive = _decisive(variant, arguments)
    if not decisive:
        yield Hindrance("nothing-decides", ("scheme",), _values(arguments))
    missing = unknown(variant, decisive, arguments.by, arguments.step)
    if missing:
        values = {**_values(arguments), "facts": mention("fact", *missing)}
        yield Hindrance("not-known", ("by",), values)


def _values(arguments: Arguments, filing: str | None = None) -> dict[str, object]:
    said: dict[str, object] = {
        "scheme": mention("scheme", arguments.scheme),
        "step": mention("step", arguments.step),
        "by": mention("organisation", arguments.by),
    }
    return {**said, "filing": mention("step", filing)} if filing else said


def _unfit_filings(variant: Variant, arguments: Arguments) -> Iterator[Hindrance]:
    """Why no request can be replaced: what is in the way of each of them."""
    others = _excluded(variant, arguments.scheme)
    if others:
        values = {**_values(arguments), "others": mention("scheme", *others)}
        yield Hindrance("choice", ("scheme",), values)
    found = _filings(variant, arguments)
    if not found:
        yield Hindrance("nothing-filed", ("scheme",), _values(arguments))
    every = [list(_misfits(variant, arguments, name)) for name in found]
    if all(every):
        yield from (hindrance for hindrances in every for hindrance in hindrances)


def _excluded(variant: Variant, scheme: str) -> tuple[str, ...]:
    """The schemes that one cannot have beside this one, whichever of the two says so."""
    every = variant.atlas.schemes
    mine = every[scheme].not_with if scheme in every else ()
    others = (name for name, one in every.items() if scheme in one.not_with)
    return tuple(dict.fromkeys((*mine, *others)))


def _misfits(variant: Variant, arguments: Arguments, filing: str) -> Iterator[Hindrance]:
    one, values = variant.steps[filing], _values(arguments, filing)
    deciders = organisations_at(variant, filing)
    if not deciders:
        yield Hindrance("no-body", ("scheme",), values)
    if binds_person(one):
        yield Hindrance("deadline", ("scheme",), values)
    if one.times is not None and one.times != variant.steps[arguments.step].times:
        yield Hindrance("again", ("scheme",), values)
    if one.kind != "action" or _must_be_there(variant, filing):
        yield Hindrance("presence", ("scheme",), values)
    given = given_at(variant, filing) or _decisive(variant, arguments)
    missing = unknown(variant, given, arguments.by, arguments.step)
    for decider in deciders:
        missing = unknown(variant, missing, decider, filing, after=False)
    if not given:
        yield Hindrance("nothing-decides", ("scheme",), values)
    elif missing:
        yield Hindrance("not-known", ("by",), {**values, "facts": mention("fact", *missing)})


def _must_be_there(variant: Variant, filing: str) -> bool:
    """Whether someone has to be seen, or handed something, or shows a face."""
    known, facts = variant.steps[filing].presence or (), variant.atlas.facts
    faces = (fact for fact in given_at(variant, filing) if fact in facts)
    return not _BE_THERE.isdisjoint(known) or any(facts[one].type == "photo" for one in faces)


def _filings(variant: Variant, arguments: Arguments) -> tuple[str, ...]:
    return filings(variant, arguments.scheme, steps_after(variant, arguments.step))


def _replaced(variant: Variant, arguments: Arguments) -> tuple[str, ...]:
    """The requests after the step for which nothing is missing any more."""
    return tuple(
        name for name in _filings(variant, arguments) if not any(_misfits(variant, arguments, name))
    )


def _decisive(variant: Variant, arguments: Arguments) -> tuple[str, ...]:
    """What decides on the right: what is read, else what it depends on and is a fact."""
    scheme = variant.atlas.schemes[arguments.scheme]
    read = scheme.reads.get("eligibility", ())
    return tuple(read) or tuple(key for key in scheme.eligibility if key in variant.atlas.facts)


def make(variant: Variant, arguments: Arguments) -> Variant:
    """A message that tells about the right; or requests that become exchanges, refusable."""
    if not arguments.attribution:
        return announced(variant, arguments.step, arguments.scheme, arguments.by)
    for filing in _replaced(variant, arguments):
        variant = opened(variant, filing, arguments.scheme, arguments.by)
    return variant


def suggest(diagnosed: Diagnosed) -> Iterator[Suggestion]:
    """Rights that nobody tells about; and requests that only bring what another body has made."""
    variant, filings_of = diagnosed.variant, dict[str, list[str]]()
    for finding in diagnosed.of(*ANSWERS):
        where = finding.where_in(variant.journey.id)
        if finding.rule == "invisible-right":
            yield from (Suggestion(one, (finding.fingerprint,)) for one in _untold(variant, where))
            continue
        for step in where.steps:
            filings_of.setdefault(step, []).append(finding.fingerprint)
    made = [(name, set(all_yields(one))) for name, one in variant.steps.items() if all_yields(one)]
    for filing, causes in filings_of.items():
        makers = [step for step, pieces in made if _made_for(variant, step, pieces, filing)]
        for one in _brought(variant, filing, makers):
            yield Suggestion(one, tuple(dict.fromkeys(causes)))


def _untold(variant: Variant, where: Where) -> Iterator[Arguments]:
    """To announce a right of which nobody tells, and to open it where that can be done."""
    if where.steps and where.organisations and where.schemes:
        said = {"scheme": where.schemes[0], "step": where.steps[0], "by": where.organisations[0]}
        for more in ({}, {"attribution": True}):
            yield from _fitting(variant, Arguments.model_validate({**said, **more}))


def _made_for(variant: Variant, step: str, pieces: set[str], filing: str) -> bool:
    """Whether the pieces of a step are what is brought to a request, or say what is told there."""
    facts = {fact for piece in pieces for fact in variant.atlas.evidence[piece].facts}
    told = variant.steps[filing].tells
    return step != filing and not (
        pieces.isdisjoint(brought_to(variant, filing)) and facts.isdisjoint(told)
    )


def _brought(variant: Variant, filing: str, makers: list[str]) -> Iterator[Arguments]:
    """For a request one scheme, after the first step that made what is brought there."""
    schemes = schemes_of(variant.steps[filing], variant.atlas)[:1]
    if not exchanging(organisations_met(variant, filing), variant.atlas):
        return
    every = (
        Arguments(scheme=scheme, step=step, by=organisation, attribution=True)
        for scheme in schemes
        for step in makers
        for organisation in exchanging(organisations_met(variant, step), variant.atlas)
    )
    yield from islice((one for each in every for one in _fitting(variant, each)), 1)


def _fitting(variant: Variant, arguments: Arguments) -> Iterator[Arguments]:
    if not done(variant, arguments) and not any(fits(variant, arguments)):
        yield arguments


def worse(variant: Variant, arguments: Arguments) -> tuple[Worse, ...]:
    """Privacy and agents' time; wrong messages, or rights opened by mistake."""
    privacy, agents = Worse("privacy", "privacy"), Worse("agents", "agents")
    if not arguments.attribution:
        return (privacy, Worse("quality", "announced"), agents)
    return (privacy, Worse("quality", "attributed"), Worse("control", "noticed"), agents)


def legal(variant: Variant, arguments: Arguments) -> tuple[LegalNeed, ...]:
    """To announce: the law allows it to administrations. To open: a decree for each right."""
    ground = "CRPA, art. L. 114-8, II"
    public = _public((arguments.by,), variant.atlas)
    if not arguments.attribution:
        need = LegalNeed("data-exchange", ground=ground, standing=True, bodies=(arguments.by,))
        return (need,) if public else (LegalNeed("agreement", bodies=(arguments.by,)),)
    deciders = (one for f in _filings(variant, arguments) for one in organisations_at(variant, f))
    bodies = tuple(dict.fromkeys((arguments.by, *deciders)))
    public = _public(bodies, variant.atlas)
    return (
        LegalNeed("decree" if public else "law", ground=ground if public else "", bodies=bodies),
    )


def _public(organisations: tuple[str, ...], atlas: Atlas) -> bool:
    return len(exchanging(organisations, atlas)) == len(organisations)


def cost(variant: Variant, arguments: Arguments) -> Cost:
    """Messages; or an exchange between bodies, and the treatment of mistakes."""
    return Cost("medium" if arguments.attribution else "low", "carteblanche-journeys", "assumed")


MOVE = Move(
    name="proactive-trigger",
    source=("M8", "D17", "CRPA, art. L. 114-8, II", "ALF, Autriche, 2015"),
    arguments=Arguments,
    order=84,
    effect="automate",
    answers=ANSWERS,
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
