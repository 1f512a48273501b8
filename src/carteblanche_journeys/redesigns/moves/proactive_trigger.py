"""An administration that knows enough speaks of a right, or opens it, before being asked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from pydantic import Field

from carteblanche_journeys.diagnosis import Finding
from carteblanche_journeys.diagnosis.clues.administrations import administrations
from carteblanche_journeys.diagnosis.finding import mention
from carteblanche_journeys.model import Atlas, Link, Step, all_yields, schemes_of
from carteblanche_journeys.model.references import OrganisationId, SchemeId, StepId
from carteblanche_journeys.model.values import Value, YesNo
from carteblanche_journeys.redesigns.consequences import Assumption, Cost, LegalNeed, Worse
from carteblanche_journeys.redesigns.hindrance import Hindrance
from carteblanche_journeys.redesigns.move import Diagnosed, Move, Suggestion
from carteblanche_journeys.redesigns.prose import MoveProse
from carteblanche_journeys.redesigns.rewriting.behind import behind
from carteblanche_journeys.redesigns.rewriting.bodies import (
    organisations_at,
    organisations_met,
    steps_after,
)
from carteblanche_journeys.redesigns.rewriting.filings import brought_to, filings, given_at
from carteblanche_journeys.redesigns.rewriting.guards import binds_person
from carteblanche_journeys.redesigns.rewriting.informed import Informed
from carteblanche_journeys.redesigns.rewriting.inserting import put_beside
from carteblanche_journeys.redesigns.rewriting.naming import made_id
from carteblanche_journeys.redesigns.rewriting.opening import brought_behind, refusable
from carteblanche_journeys.redesigns.rewriting.wording import filled
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
        "no-body": "Aucun organisme ne répond à {filing} : personne ne peut y ouvrir le droit.",
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
        "no-body": "No organisation answers at {filing}: nobody can open the right there.",
    },
)

#: How long agents take to write to a person.
WRITING = Assumption(
    "writing", "1..2..5 min", "guide SCM : transmettre un document (paramètre `transmitting`)"
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
    missing = Informed(variant).unknown(decisive, arguments.by, arguments.step)
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
    found = _filings(variant, arguments)
    if not found:
        yield Hindrance("nothing-filed", ("scheme",), _values(arguments))
    informed = Informed(variant)
    every = [list(_misfits(variant, arguments, name, informed)) for name in found]
    if all(every):
        yield from (hindrance for hindrances in every for hindrance in hindrances)


def _misfits(
    variant: Variant, arguments: Arguments, filing: str, informed: Informed
) -> Iterator[Hindrance]:
    one, values = variant.steps[filing], _values(arguments, filing)
    deciders = organisations_at(variant, filing)
    if not deciders:
        yield Hindrance("no-body", ("scheme",), values)
    if binds_person(one):
        yield Hindrance("deadline", ("scheme",), values)
    if one.kind != "action" or _must_be_there(variant, filing):
        yield Hindrance("presence", ("scheme",), values)
    given = given_at(variant, filing) or _decisive(variant, arguments)
    missing = informed.unknown(given, arguments.by, arguments.step)
    for decider in deciders:
        missing = informed.unknown(missing, decider, filing, after=False)
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
    informed = Informed(variant)
    return tuple(
        name
        for name in _filings(variant, arguments)
        if not any(_misfits(variant, arguments, name, informed))
    )


def _decisive(variant: Variant, arguments: Arguments) -> tuple[str, ...]:
    """What decides on the right: what is read, else what it depends on and is a fact."""
    scheme = variant.atlas.schemes[arguments.scheme]
    read = scheme.reads.get("eligibility", ())
    return tuple(read) or tuple(key for key in scheme.eligibility if key in variant.atlas.facts)


def make(variant: Variant, arguments: Arguments) -> Variant:
    """A message that tells about the right; or requests that become exchanges, refusable."""
    if not arguments.attribution:
        return _announced(variant, arguments)
    for filing in _replaced(variant, arguments):
        variant = _attributed(variant, arguments, filing)
    return variant


def _announced(variant: Variant, arguments: Arguments) -> Variant:
    title = filled(
        {
            "fr": "Signaler un droit à la personne\u00a0: {scheme}",
            "en": "Tell the person about a right: {scheme}",
        },
        scheme=variant.atlas.schemes[arguments.scheme].name,
    )
    message = Step.model_validate(
        {
            "id": made_id("signal", (arguments.scheme, arguments.step), variant.steps),
            "title": title,
            "actor": arguments.by,
            "stage": variant.steps[arguments.step].stage,
            "schemes": (),
            "tells_about": (arguments.scheme,),
            "wait": {"value": "0 d", "status": "proposed"},
            "agent_effort": {"value": WRITING.value, "status": WRITING.status},
            "ends": True,
            "next": (),
            "comes_from": (),
        }
    )
    link = Link(to=message.id, carried="notification", comes_from=())
    return put_beside(variant, arguments.step, message, link)


def _attributed(variant: Variant, arguments: Arguments, filing: str) -> Variant:
    """The request becomes the work of the body that got it; the person is told, and may refuse."""
    before, atlas = variant.steps[filing], variant.atlas
    decider = organisations_met(variant, filing)[0]
    title = filled(
        {"fr": "Ouvrir sans demande\u00a0: {scheme}", "en": "Open without a request: {scheme}"},
        scheme=atlas.schemes[arguments.scheme].name,
    )
    opened = behind(before, decider, title, atlas)
    schemes = schemes_of(before, atlas)
    # What binds the person can only be a bare reminder here: where law or loss stands behind it,
    # the request is not replaced.
    kept = tuple(one for one in before.deadlines if one.binds != "person")
    opened = opened.model_copy(update={"schemes": schemes, "deadlines": kept})
    along = (*brought_to(variant, filing), *before.tells)
    variant = brought_behind(variant.with_step(opened), filing, along, arguments.by)
    return refusable(variant, filing, arguments.scheme, before.actor)


def suggest(diagnosed: Diagnosed) -> Iterator[Suggestion]:
    """Rights that nobody tells about; and requests that only bring what another body has made."""
    causes: dict[Arguments, list[str]] = {}
    for finding in diagnosed.of(*ANSWERS):
        for arguments in _suggested(diagnosed.variant, finding):
            causes.setdefault(arguments, []).append(finding.fingerprint)
    for arguments, fingerprints in causes.items():
        yield Suggestion(arguments, tuple(dict.fromkeys(fingerprints)))


def _suggested(variant: Variant, finding: Finding) -> Iterator[Arguments]:
    where = finding.where_in(variant.journey.id)
    if finding.rule != "invisible-right":
        yield from _brought(variant, where.steps)
    elif where.steps and where.organisations and where.schemes:
        said = {"scheme": where.schemes[0], "step": where.steps[0], "by": where.organisations[0]}
        yield from _fitting(variant, Arguments(**said))
        yield from _fitting(variant, Arguments(**said, attribution=True))


def _brought(variant: Variant, steps: tuple[str, ...]) -> Iterator[Arguments]:
    """For each request one scheme, after the first step that made what is brought there."""
    for filing in steps:
        if not administrations(organisations_met(variant, filing), variant.atlas):
            continue
        schemes = schemes_of(variant.steps[filing], variant.atlas)[:1]
        makers = [step for step in variant.steps if _makes_for(variant, step, filing)]
        every = (
            Arguments(scheme=scheme, step=step, by=organisation, attribution=True)
            for scheme in schemes
            for step in makers
            for organisation in administrations(organisations_met(variant, step), variant.atlas)
        )
        yield from islice((one for each in every for one in _fitting(variant, each)), 1)


def _makes_for(variant: Variant, step: str, filing: str) -> bool:
    """Whether a step yields what is brought to a request, or what is told there."""
    made = set(all_yields(variant.steps[step])) if step != filing else set()
    facts = {fact for piece in made for fact in variant.atlas.evidence[piece].facts}
    told = variant.steps[filing].tells
    return not (made.isdisjoint(brought_to(variant, filing)) and facts.isdisjoint(told))


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
    return len(administrations(organisations, atlas)) == len(organisations)


def cost(variant: Variant, arguments: Arguments) -> Cost:
    """Messages; or an exchange between bodies, and the treatment of mistakes."""
    return Cost("medium" if arguments.attribution else "low", "sans chiffre publié", "assumed")


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
    assumes=(WRITING,),
)
