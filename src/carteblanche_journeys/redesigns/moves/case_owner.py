"""One person follows the case from one body to the next, and brings it there."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from carteblanche_journeys.diagnosis import Finding
from carteblanche_journeys.diagnosis.clues.administrations import administrations
from carteblanche_journeys.diagnosis.finding import mention
from carteblanche_journeys.measures import contacts
from carteblanche_journeys.model import Atlas, Link, Quantity, Step, parse_range
from carteblanche_journeys.model.journeys import CaseOwner
from carteblanche_journeys.model.quantities import Range
from carteblanche_journeys.model.references import Doer, StepId
from carteblanche_journeys.model.values import Text, Value
from carteblanche_journeys.redesigns.consequences import Assumption, Cost, LegalNeed, Worse
from carteblanche_journeys.redesigns.hindrance import Hindrance
from carteblanche_journeys.redesigns.move import Diagnosed, Move, Suggestion
from carteblanche_journeys.redesigns.prose import MoveProse
from carteblanche_journeys.redesigns.rewriting.bodies import organisations_met, steps_after
from carteblanche_journeys.redesigns.rewriting.following import (
    along,
    announced,
    handed_over,
    passages_by_hand,
)
from carteblanche_journeys.redesigns.rewriting.inserting import put_beside
from carteblanche_journeys.redesigns.rewriting.naming import made_id
from carteblanche_journeys.redesigns.rewriting.supposing import AT_ONCE, at_once
from carteblanche_journeys.redesigns.rewriting.wording import filled
from carteblanche_journeys.redesigns.variant import Variant

FRENCH = MoveProse(
    name="Référent",
    title="""{actor|Un référent} suivrait le dossier, de {from|la première démarche} à
        {to|la dernière}""",
    does="""Quelqu'un suit le dossier d'un organisme à l'autre, passe lui-même les pièces qui
        peuvent l'être, s'assure qu'elles arrivent et donne des nouvelles. Ce qui relève du secret
        médical, la personne le remet elle-même. Elle peut refuser le référent.""",
    worse={
        "agents": "Suivre un dossier et relancer les autres organismes prend du temps d'agent.",
        "alone": "Tout repose sur une personne : quand elle s'absente, le dossier attend.",
        "privacy": "Le référent voit ce que chacun des organismes ne voit pas seul.",
    },
    watch="""Le nombre d'appels et de déplacements pour savoir où en est le dossier, et la part
        des dossiers que le référent mène au bout.""",
    undo="La personne reprend son dossier ; il faut le lui rendre, et le dire aux organismes.",
    unfit={
        "household": "{actor} est de la famille ou de l'entreprise : ce n'est pas un référent.",
        "has-owner": "{owner} suit déjà le dossier.",
        "no-way": "Aucun chemin ne mène de {from} à {to}.",
        "few-handoffs": """Entre {from} et {to}, la personne ne porte son dossier que {carried}
            fois d'un organisme à l'autre : il en faut au moins {least}.""",
    },
)
ENGLISH = MoveProse(
    name="Case owner",
    title="{actor|A case owner} would follow the case, from {from|the first step} to {to|the last}",
    does="""Someone follows the case from one organisation to the next, passes on what evidence may
        be passed on, makes sure that it arrives and gives news. What falls under medical secrecy
        the person hands over themselves. They may refuse the case owner.""",
    worse={
        "agents": "Following a case and reminding other organisations takes agents' time.",
        "alone": "All rests on one person: when they are away, the case waits.",
        "privacy": "The case owner sees what none of the organisations sees alone.",
    },
    watch="""Calls and trips to find out where the case stands, and the part of cases that the
        case owner sees through.""",
    undo="The person takes the case back; it has to be handed over, and the others told.",
    unfit={
        "household": "{actor} is of the household or the firm: that is no case owner.",
        "has-owner": "{owner} follows the case already.",
        "no-way": "No way leads from {from} to {to}.",
        "few-handoffs": """Between {from} and {to} the person carries the case only {carried} times
            from one organisation to another: it takes at least {least}.""",
    },
)

#: From how many handoffs carried by the person on it is worth a case owner (D06).
HANDOFFS = 3
#: What the owner spends on each handoff that the person would have carried.
CALL = Assumption("agent_effort", "5..15..30 min", "carteblanche-journeys, phone_call")
_CALLED = {
    "fr": "Un appel par passage que la personne faisait elle-même\u00a0: une hypothèse.",
    "en": "One call for each handoff that the person carried: an assumption.",
}


class Arguments(Value):
    """Who follows the case, and from which step to which."""

    actor: Doer = Field(description="Who follows the case: an actor, or an organisation.")
    from_: StepId = Field(alias="from", description="The first step followed.")
    to: StepId = Field(description="The last step followed.")


def done(variant: Variant, arguments: Arguments) -> bool:
    """The case has that owner on that stretch."""
    return variant.journey.case_owner == _owner(arguments)


def _owner(arguments: Arguments) -> CaseOwner:
    said = {"actor": arguments.actor, "from": arguments.from_, "to": arguments.to}
    return CaseOwner.model_validate(said)


def fits(variant: Variant, arguments: Arguments) -> Iterator[Hindrance]:
    """Nobody follows it yet, and the person carries it often enough on that stretch."""
    first, last = mention("step", arguments.from_), mention("step", arguments.to)
    ends: dict[str, object] = {"from": first, "to": last}
    if _of_household(arguments.actor, variant.atlas):
        yield Hindrance("household", ("actor",), {"actor": arguments.actor})
    owner = variant.journey.case_owner
    if owner is not None:
        yield Hindrance("has-owner", ("actor",), {"owner": _name(variant, owner.actor)})
    if arguments.to not in steps_after(variant, arguments.from_):
        yield Hindrance("no-way", ("to",), ends)
        return
    inside = along(variant, arguments.from_, arguments.to)
    carried = max((len(found) for found in passages_by_hand(variant, inside)), default=0)
    if carried < HANDOFFS:
        yield Hindrance("few-handoffs", ("from",), {**ends, "carried": carried, "least": HANDOFFS})


def _name(variant: Variant, actor: str) -> object:
    return mention("organisation", actor) if actor in variant.atlas.organisations else actor


def _of_household(actor: str, atlas: Atlas) -> bool:
    known = atlas.actors.get(actor)
    return actor == "person" or (known is not None and known.of_household)


def make(variant: Variant, arguments: Arguments) -> Variant:
    """The owner carries what the person carried, says how long waits last, and gives news."""
    inside = along(variant, arguments.from_, arguments.to)
    carried = announced(handed_over(variant, inside), inside)
    news = _news(variant, arguments)
    link = Link(to=news.id, carried="organisation", acknowledged=True, comes_from=())
    owned = put_beside(carried, arguments.from_, news, link)
    return owned.with_journey(case_owner=_owner(arguments))


def _news(variant: Variant, arguments: Arguments) -> Step:
    """The work of the owner, beside the way of the person."""
    title = filled(
        {
            "fr": "Suivre le dossier et donner des nouvelles\u00a0: {owner}",
            "en": "Follow the case and give news: {owner}",
        },
        owner=_spoken(variant.atlas, arguments.actor),
    )
    return Step.model_validate(
        {
            "id": made_id("suivi", (arguments.from_, arguments.to), variant.steps),
            "title": title,
            "actor": arguments.actor,
            "stage": variant.steps[arguments.from_].stage,
            "schemes": (),
            "wait": at_once(),
            "agent_effort": _following(variant, arguments),
            "ends": True,
            "next": (),
            "comes_from": (),
        }
    )


def _following(variant: Variant, arguments: Arguments) -> Quantity:
    """The time of the owner: one call for each handoff, in the life that has the most."""
    inside = along(variant, arguments.from_, arguments.to)
    calls = max(map(len, passages_by_hand(variant, inside)))
    call = parse_range(CALL.value)
    likely = None if call.likely is None else call.likely * calls
    value = Range(call.low * calls, likely, call.high * calls, call.unit)
    return Quantity(value=value, status=CALL.status, note=_CALLED)


def _spoken(atlas: Atlas, actor: str) -> Text:
    known = atlas.actors.get(actor) or atlas.organisations.get(actor)
    return actor if known is None else known.name


def suggest(diagnosed: Diagnosed) -> Iterator[Suggestion]:
    """Journeys in which the person carries the case: the administration met most follows it."""
    causes: dict[Arguments, list[str]] = {}
    for finding in diagnosed.of("orphan-case", "overwhelmed-small-firm"):
        arguments = _suggested(diagnosed.variant, finding)
        if arguments is not None:
            causes.setdefault(arguments, []).append(finding.fingerprint)
    for arguments, fingerprints in causes.items():
        if not any(fits(diagnosed.variant, arguments)):
            yield Suggestion(arguments, tuple(dict.fromkeys(fingerprints)))


def _suggested(variant: Variant, finding: Finding) -> Arguments | None:
    """The longest stretch with contacts, and the administration with most of them."""
    lives = [life for life in variant.lives if life.persona.id in finding.personas]
    met = {contact.step for life in lives or variant.lives for contact in contacts(life)}
    every = [step for step in variant.net.order if step in met]
    public = [one for step in every for one in _administrations(variant, step)]
    if len(every) < 2 or not public:
        return None
    actor = max(dict.fromkeys(public), key=public.count)
    first = _first(variant, every)
    said = {"actor": actor, "from": first, "to": every[-1]}
    return Arguments.model_validate(said) if every[-1] != first else None


def _administrations(variant: Variant, step: str) -> tuple[str, ...]:
    return administrations(organisations_met(variant, step), variant.atlas)


def _first(variant: Variant, met: list[str]) -> str:
    """The last step from which as many contacts follow as from any, itself counted."""
    order = variant.net.order[: variant.net.order.index(met[-1]) + 1]
    covered = {step: len(steps_after(variant, step).union({step}) & set(met)) for step in order}
    most = max(covered.values())
    return [step for step in order if covered[step] == most][-1]


def worse(variant: Variant, arguments: Arguments) -> tuple[Worse, ...]:
    """Agents' time, all on one person, and what that person sees."""
    return (
        Worse("agents", "agents"),
        Worse("dependence", "alone"),
        Worse("privacy", "privacy"),
    )


def legal(variant: Variant, arguments: Arguments) -> tuple[LegalNeed, ...]:
    """An agreement between the owner and the bodies that answer along the way."""
    inside = along(variant, arguments.from_, arguments.to)
    met = (one for step in variant.net.order if step in inside for one in _met(variant, step))
    owner = variant.atlas.actors.get(arguments.actor)
    named = owner.organisation if owner is not None else arguments.actor
    bodies = dict.fromkeys((*([named] if named else []), *met))
    return (LegalNeed("agreement", bodies=tuple(bodies)),)


def _met(variant: Variant, step: str) -> tuple[str, ...]:
    return organisations_met(variant, step) if variant.steps[step].kind != "outcome" else ()


def cost(variant: Variant, arguments: Arguments) -> Cost:
    """The time of named advisers."""
    return Cost("medium", "Carte blanche, centre de services RH : deux conseillers", "assumed")


MOVE = Move(
    name="case-owner",
    source=("M7", "D06", "D26", "Carte blanche, centre de services RH (X4)"),
    arguments=Arguments,
    order=82,
    effect="support",
    answers=("orphan-case", "overwhelmed-small-firm"),
    prose={"fr": FRENCH, "en": ENGLISH},
    done=done,
    fits=fits,
    make=make,
    suggest=suggest,
    worse=worse,
    legal=legal,
    cost=cost,
    undoing="easy",
    assumes=(CALL, AT_ONCE),
)
