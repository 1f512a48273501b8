"""Say how long a wait lasts, and give news without being asked."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from carteblanche_journeys.diagnosis.finding import mention
from carteblanche_journeys.model import Link, Step
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.quantities import Duration, Quantity, WaitQuantity
from carteblanche_journeys.model.references import StepId
from carteblanche_journeys.model.values import Value
from carteblanche_journeys.redesigns.consequences import Cost, LegalNeed, Worse
from carteblanche_journeys.redesigns.hindrance import Hindrance
from carteblanche_journeys.redesigns.move import Diagnosed, Move, Suggestion
from carteblanche_journeys.redesigns.prose import MoveProse
from carteblanche_journeys.redesigns.rewriting.inserting import put_beside
from carteblanche_journeys.redesigns.rewriting.naming import made_id
from carteblanche_journeys.redesigns.variant import Variant

FRENCH = MoveProse(
    name="Délai annoncé et nouvelles du dossier",
    title="La durée serait annoncée et l'on aurait des nouvelles après {step|le dépôt}",
    does="""Dit dès le départ combien de temps dure l'attente, et où en est le dossier sans que la
        personne ait à le demander. L'attente reste aussi longue.""",
    worse={
        "agents": "Tenir la durée annoncée à jour et envoyer les messages prend du temps.",
        "promise": "Une durée annoncée engage : si elle n'est pas tenue, la confiance baisse.",
    },
    watch="Le nombre d'appels et de visites « où en est mon dossier ? » pour cent dossiers.",
    undo="On cesse d'envoyer les messages ; rien d'autre ne change.",
    unfit={
        "no-wait": "On n'attend pas à {step} : il n'y a rien à annoncer.",
        "nothing-follows": "Rien ne suit {step} : les nouvelles ne viendraient avant rien.",
    },
)
ENGLISH = MoveProse(
    name="Announced wait and news of the case",
    title="The wait would be announced, and news would come after {step|filing}",
    does="""Says from the start how long the wait lasts, and where the case stands without the
        person having to ask. The wait stays as long as it is.""",
    worse={
        "agents": "Keeping the announced length true and sending messages takes time.",
        "promise": "A time announced is a promise: if it is not kept, trust goes down.",
    },
    watch="Calls and visits to ask “where is my case?” per hundred cases.",
    undo="Messages stop; nothing else changes.",
    unfit={
        "no-wait": "Nobody waits at {step}: there is nothing to announce.",
        "nothing-follows": "Nothing follows {step}: news would come before nothing.",
    },
)


#: The step at which news come.
NEWS = FrozenMap({"fr": "Recevoir des nouvelles du dossier", "en": "Get news of the case"})


class Arguments(Value):
    """Where the wait is, and when news are given."""

    step: StepId = Field(description="The step at which one waits.")
    after: Duration | None = Field(
        None,
        description="How long after it news come; left out: only the length is announced.",
    )


def done(variant: Variant, arguments: Arguments) -> bool:
    """The length of every wait is announced; and news come, where they are wanted."""
    step = variant.steps[arguments.step]
    waits = _waits(step)
    announced = bool(waits) and all(wait.announced is True for wait in waits)
    return announced and (arguments.after is None or _has_news(step))


def _waits(step: Step) -> list[WaitQuantity]:
    """The wait of the step, and those of its ways that have their own."""
    every = (step.wait, *(way.wait for way in step.ways))
    return [wait for wait in every if wait is not None and wait.high > 0]


def _has_news(step: Step) -> bool:
    return any(link.carried == "notification" for link in step.next or ())


def fits(variant: Variant, arguments: Arguments) -> Iterator[Hindrance]:
    """There has to be a wait; and something that follows, if news come before it."""
    step = variant.steps[arguments.step]
    named = {"step": mention("step", arguments.step)}
    if not _waits(step):
        yield Hindrance("no-wait", ("step",), named)
    elif arguments.after is not None and not step.next:
        yield Hindrance("nothing-follows", ("after",), named)


def make(variant: Variant, arguments: Arguments) -> Variant:
    """The wait is announced; news go out beside what follows, and end there."""
    step = variant.steps[arguments.step]
    ways = tuple(way.model_copy(update={"wait": _told(way.wait)}) for way in step.ways)
    told = step.model_copy(update={"wait": _told(step.wait), "ways": ways})
    announced = variant.with_step(told)
    if arguments.after is None or _has_news(step):
        return announced
    return put_beside(announced, step.id, _news(announced, step), _message(arguments.after))


def _told(wait: WaitQuantity | None) -> WaitQuantity | None:
    return wait.model_copy(update={"announced": True}) if wait is not None else None


def _news(variant: Variant, step: Step) -> Step:
    """What the person gets: nothing is to be done for it."""
    made = made_id("nouvelles", [step.id], variant.steps)
    return Step(
        id=made, title=NEWS, kind="event", stage=step.stage, ends=True, next=(), comes_from=()
    )


def _message(after: Quantity) -> Link:
    """Sent by the body where one waits; that it is in time is a promise of the redesign."""
    promised = after.model_copy(update={"status": after.status or "proposed"})
    return Link(to="", carried="notification", answer_within=promised, comes_from=())


def suggest(diagnosed: Diagnosed) -> Iterator[Suggestion]:
    """Each wait that a finding calls silent, or that a date decides and nobody announces."""
    variant = diagnosed.variant
    for finding in diagnosed.of("silent-wait", "batch-wait"):
        for name in finding.where_in(variant.journey.id).steps:
            if any(wait.announced is not True for wait in _waits(variant.steps[name])):
                yield Suggestion(Arguments(step=name), (finding.fingerprint,))


def worse(variant: Variant, arguments: Arguments) -> tuple[Worse, ...]:
    """Agents' time, and a promise to keep."""
    return (Worse("agents", "agents"), Worse("dependence", "promise"))


def legal(variant: Variant, arguments: Arguments) -> tuple[LegalNeed, ...]:
    """Nothing: a body may say how long it takes."""
    return (LegalNeed("nothing"),)


def cost(variant: Variant, arguments: Arguments) -> Cost:
    """Messages and a length kept true."""
    return Cost("low", "Services Publics +, engagement 4", "assumed")


MOVE = Move(
    name="announce-status",
    source=("M11", "D14", "Services Publics +, engagement 4"),
    arguments=Arguments,
    order=80,
    effect="support",
    answers=("silent-wait", "batch-wait"),
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
