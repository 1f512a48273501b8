"""Let a generalist counter take over what specialist counters do, with an answer from each."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from carteblanche_journeys.diagnosis.finding import Finding, mention
from carteblanche_journeys.measures.contacts import AWAY
from carteblanche_journeys.model import Counter, Quantity, schemes_of
from carteblanche_journeys.model.counters import Operator
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.quantities import Duration, Share, ShareQuantity
from carteblanche_journeys.model.references import CounterId, FormerStepId, SchemeId
from carteblanche_journeys.model.values import Several, Value
from carteblanche_journeys.redesigns.consequences import Assumption, Cost, LegalNeed, Worse
from carteblanche_journeys.redesigns.hindrance import Hindrance
from carteblanche_journeys.redesigns.move import Diagnosed, Move, Suggestion
from carteblanche_journeys.redesigns.prose import MoveProse
from carteblanche_journeys.redesigns.rewriting.entrusting import Entrusting
from carteblanche_journeys.redesigns.rewriting.errands import errand, is_at, is_errand
from carteblanche_journeys.redesigns.rewriting.generalists import generalist
from carteblanche_journeys.redesigns.variant import Variant

FRENCH = MoveProse(
    name="Un agent qui répond pour tous",
    title="Un seul endroit répondrait pour {services|plusieurs démarches} : {to|un accueil proche}",
    does="""Remplace les venues à plusieurs guichets par une seule visite, à un agent qui interroge
        chaque organisme et reçoit sa réponse dans un délai connu. Une partie des demandes doit
        encore passer par l'ancien guichet.""",
    worse={
        "agents": "L'agent passe du temps à interroger chaque organisme et à suivre les réponses.",
        "quality": "Un agent qui fait de tout connaît moins bien chaque règle qu'un spécialiste.",
        "dependence": """Si un organisme cesse de répondre, le guichet n'est plus qu'une façade, et
            un contact de trop.""",
        "training": "Les agents sont à former : onze jours et demi en France Services.",
    },
    watch="La part des demandes réglées sur place, et le délai de réponse de chaque organisme.",
    undo="Les anciens guichets n'ont pas fermé : on y renvoie de nouveau.",
    unfit={
        "no-contact": "Pour {services}, aucune étape ne peut se faire ailleurs ({to}).",
        "not-a-contact": "On ne peut pas confier {step} à un autre guichet.",
        "no-operator-link": """{organisations} : aucun délai de réponse à ce guichet ({to}). Sans
            cela, il ne ferait qu'ajouter un contact.""",
        "out-of-reach": "Aucune personne de ce parcours ne peut aller à ce guichet ({to}).",
    },
)
ENGLISH = MoveProse(
    name="One agent who answers for all",
    title="One place would answer for {services|several procedures}: {to|a counter nearby}",
    does="""Replaces visits to several counters by one, to an agent who asks each organisation and
        gets its answer within a known time. Part of the requests still has to go to the old
        counter.""",
    worse={
        "agents": "The agent spends time asking each organisation and following up the answers.",
        "quality": "An agent who does everything knows each rule less well than a specialist.",
        "dependence": """If an organisation no longer answers, the counter is but a facade, and a
            contact too many.""",
        "training": "Agents have to be trained: eleven and a half days in France Services.",
    },
    watch="The share of requests settled on the spot, and how fast each organisation answers.",
    undo="The old counters did not close: people are sent there again.",
    unfit={
        "no-contact": "For {services} no step can be done elsewhere ({to}).",
        "not-a-contact": "{step} cannot be entrusted to another counter.",
        "no-operator-link": """{organisations}: no time within which they answer this counter
            ({to}). Without it, it would only add a contact.""",
        "out-of-reach": "Nobody of this journey can get to this counter ({to}).",
    },
)
#: Administration+: an operator has four days to answer an agent.
ANSWER = "4 d"
#: France Services: requests dealt with on the spot (Cour des comptes, 4 September 2024).
RESOLVES = "82 %"
_ANSWERED = FrozenMap(
    {
        "fr": "Le délai d'Administration+, où un organisme a quatre jours pour répondre.",
        "en": "That of Administration+, where an operator has four days to answer.",
    }
)
_RESOLVED = FrozenMap(
    {
        "fr": "Part des demandes réglées sur place en France Services (Cour des comptes, 2024).",
        "en": "Share of requests settled on the spot in France Services (Cour des comptes, 2024).",
    }
)


class Arguments(Value):
    """Which services, to which counter, and who answers it how fast."""

    services: Several[SchemeId] = Field(description="The schemes whose contacts it takes over.")
    to: CounterId = Field(description="The counter that takes them over.")
    operators: Several[Operator] = Field(
        (), description="Who answers it: `{organisation, answer_within}`."
    )
    answer_within: Duration | None = Field(
        None, description="How fast the operators answer, where they do not say: `4 d`."
    )
    steps: Several[FormerStepId] = Field((), description="Only these contacts; left out: all.")
    resolves: Share | None = Field(
        None, description="The part of requests settled there; left out: what the step says."
    )


def _entrusting(variant: Variant, arguments: Arguments) -> Entrusting:
    operators = tuple(
        one.model_copy(update={"answer_within": one.answer_within or arguments.answer_within})
        for one in arguments.operators
    )
    return Entrusting(variant, arguments.services, arguments.to, operators, arguments.steps)


def done(variant: Variant, arguments: Arguments) -> bool:
    """Nothing is left to take over, and something is done at the counter."""
    return _entrusting(variant, arguments).done


def fits(variant: Variant, arguments: Arguments) -> Iterator[Hindrance]:
    """There are contacts, one can get to the counter, and each body answers in a known time."""
    there, to = _entrusting(variant, arguments), mention("counter", arguments.to)
    for place, step in enumerate(arguments.steps):
        if step not in variant.steps or not is_errand(variant, step):
            yield Hindrance("not-a-contact", ("steps", place), {"step": mention("step", step)})
    if not there.visits:
        services = mention("scheme", *arguments.services)
        yield Hindrance("no-contact", ("services",), {"services": services, "to": to})
    if there.is_beyond_reach:
        yield Hindrance("out-of-reach", ("to",), {"to": to})
    if there.silent:
        values = {"organisations": mention("organisation", *there.silent), "to": to}
        yield Hindrance("no-operator-link", ("operators",), values)


def make(variant: Variant, arguments: Arguments) -> Variant:
    """One visit for each run of contacts, who answers behind it, and what is left of them."""
    usual = ShareQuantity(value=RESOLVES, status="assumed", note=_RESOLVED)
    return _entrusting(variant, arguments).made(arguments.resolves, usual)


def suggest(diagnosed: Diagnosed) -> Iterator[Suggestion]:
    """The contacts of each finding to one counter: the facade itself, else the best generalist."""
    variant = diagnosed.variant
    found: dict[Arguments, list[str]] = {}
    for finding in diagnosed.of("facade-counter", "referral-chain", "cumulated-needs"):
        arguments = _proposed(variant, finding)
        if arguments is not None and not any(True for _ in fits(variant, arguments)):
            found.setdefault(arguments, []).append(finding.fingerprint)
    for arguments, causes in found.items():
        yield Suggestion(arguments, tuple(causes))


def _proposed(variant: Variant, finding: Finding) -> Arguments | None:
    """The contacts of a finding that everybody has to go to: nobody would lose an easier way."""
    steps = finding.where_in(variant.journey.id).steps
    contacts = [s for s in steps if s in variant.steps and _is_gone_to(variant, s)]
    there = (schemes_of(variant.steps[step], variant.atlas) for step in contacts)
    schemes = tuple(dict.fromkeys(scheme for pursued in there for scheme in pursued))
    to = _counter_for(variant, finding, schemes)
    if to is None:
        return None
    others = tuple(step for step in contacts if not is_at(variant, step, to.id))
    owners = dict.fromkeys(o for s in others for o in errand(variant, s, to.id).owners)
    answer = Quantity(value=ANSWER, status="proposed", note=_ANSWERED)
    operators = tuple(Operator(organisation=one, answer_within=answer) for one in owners)
    arguments = Arguments(services=schemes, to=to.id, operators=operators, steps=others)
    runs = [len(errands) for errands in _entrusting(variant, arguments).visits]
    return arguments if owners and max(runs, default=0) > 1 else None


def _is_gone_to(variant: Variant, step: str) -> bool:
    """Whether it can be entrusted, and all who live it have to go there, or to call."""
    ways = [life.steps[step].way for life in variant.lives if step in life.steps]
    taken = {way.channel for way in ways if way is not None}
    return is_errand(variant, step) and taken <= {*AWAY, "phone", None}


def _counter_for(variant: Variant, finding: Finding, schemes: tuple[str, ...]) -> Counter | None:
    """The counter to entrust them to."""
    if finding.rule == "facade-counter":
        if finding.variant == "pass-through":
            return None  # nobody has to go elsewhere
        return variant.atlas.counters.get(next(iter(finding.where.counters), ""))
    people = [one for one in variant.personas if one.id in finding.personas] or variant.personas
    return generalist(variant, schemes, people)


def worse(variant: Variant, arguments: Arguments) -> tuple[Worse, ...]:
    """Agents' time and training, the quality of specialists, dependence on operators."""
    return (
        Worse("agents", "agents"),
        Worse("quality", "quality"),
        Worse("dependence", "dependence"),
        Worse("transition", "training"),
    )


def legal(variant: Variant, arguments: Arguments) -> tuple[LegalNeed, ...]:
    """Each operator and the keeper of the counter have to agree."""
    keeper = variant.atlas.counters[arguments.to].owner
    owners = (one.organisation for one in _entrusting(variant, arguments).answering)
    return (LegalNeed("agreement", bodies=tuple(dict.fromkeys((keeper, *owners)))),)


def cost(variant: Variant, arguments: Arguments) -> Cost:
    """An agent, trained, in a place that is there: a house costs 100,000 EUR a year at least."""
    return Cost("medium", "Sénat, 2022 (100 000 EUR par an et par maison)", "assumed")


MOVE = Move(
    name="delegate",
    source=(
        "M2",
        "X1",
        "Reijers & Liman Mansar 2005, specialist-generalist",
        "Cour des comptes, France Services, 2024",
    ),
    arguments=Arguments,
    order=60,
    effect="simplify",
    answers=("facade-counter", "referral-chain", "cumulated-needs"),
    prose={"fr": FRENCH, "en": ENGLISH},
    done=done,
    fits=fits,
    make=make,
    suggest=suggest,
    worse=worse,
    legal=legal,
    cost=cost,
    undoing="easy",
    assumes=(
        Assumption("answer_within", ANSWER, "Administration+", "proposed"),
        Assumption("resolves", RESOLVES, "Cour des comptes, France Services, 2024", "assumed"),
    ),
)
