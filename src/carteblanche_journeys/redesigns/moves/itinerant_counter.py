"""A counter that comes: stops of a bus, of an agent on the road, in villages."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from carteblanche_journeys.diagnosis.finding import mention
from carteblanche_journeys.model import Quantity, Text
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.quantities import Duration
from carteblanche_journeys.model.references import CommuneId, Forwarded, OrganisationId, StepId
from carteblanche_journeys.model.values import Id, Several, Value
from carteblanche_journeys.redesigns.consequences import Assumption, Cost, LegalNeed, Worse
from carteblanche_journeys.redesigns.hindrance import Hindrance
from carteblanche_journeys.redesigns.move import Diagnosed, Move, Suggestion
from carteblanche_journeys.redesigns.prose import MoveProse
from carteblanche_journeys.redesigns.rewriting.naming import made_id
from carteblanche_journeys.redesigns.rewriting.reaching import far_steps
from carteblanche_journeys.redesigns.rewriting.stops import Tour, stopping
from carteblanche_journeys.redesigns.variant import Variant

FRENCH = MoveProse(
    name="Un guichet qui vient",
    title="Un guichet itinérant s'arrêterait tout près : {stops|dans les villages}",
    does="""Ajoute un guichet qui passe dans des communes, avec des agents qui peuvent la même chose
        que les guichets d'où ils viennent. Pour qui l'arrêt est plus proche, cette voie passe avant
        le guichet lointain, qui reste ouvert.""",
    worse={
        "waiting": """On attend le prochain passage : en moyenne la moitié de l'intervalle, soit
            sept jours pour un arrêt tous les quatorze jours.""",
        "agents": "Des agents sont sur la route, et reçoivent moins de monde qu'à un guichet.",
        "price": "Le véhicule coûte cher, et il faut quelqu'un pour le conduire.",
    },
    watch="Les personnes reçues par demi-journée d'arrêt, et les jours attendus avant le passage.",
    undo="Les arrêts cessent ; le guichet lointain est toujours là, le véhicule est à revendre.",
    unfit={
        "no-stop": "Aucun arrêt n'est donné.",
        "no-crew": "Personne n'est à bord : dites quels guichets ou quels organismes (`crew`).",
        "no-territory": "On ne connaît pas les communes où ce parcours est vécu.",
        "not-competent": "L'équipage ({crew}) ne peut remplacer personne à {step}.",
        "never-competent": "À aucune étape l'équipage ({crew}) ne peut remplacer un guichet.",
        "nobody-nearer": """Aucun de ces arrêts ({stops}) n'est plus proche, pour une personne de ce
            parcours, que le guichet où elle doit aller.""",
    },
)
ENGLISH = MoveProse(
    name="A counter that comes",
    title="An itinerant counter would stop nearby: {stops|in villages}",
    does="""Adds a counter that comes to municipalities, with agents who may do the same as the
        counters they come from. For those who are nearer to the stop this way comes before the
        distant counter, which stays open.""",
    worse={
        "waiting": """One waits for the next stop: half the interval on average, that is seven days
            for a stop every fourteen days.""",
        "agents": "Agents are on the road, and receive fewer people than at a counter.",
        "price": "The vehicle is dear, and somebody has to drive it.",
    },
    watch="People received per half-day at a stop, and days waited for the next one.",
    undo="Stops cease; the distant counter is still there, the vehicle has to be sold.",
    unfit={
        "no-stop": "No stop is given.",
        "no-crew": "Nobody is on board: say which counters or organisations (`crew`).",
        "no-territory": "The municipalities where this journey is lived are not known.",
        "not-competent": "The crew ({crew}) can stand in for nobody at {step}.",
        "never-competent": "At no step can the crew ({crew}) stand in for a counter.",
        "nobody-nearer": """None of these stops ({stops}) is nearer, for someone of this journey,
            than the counter they have to go to.""",
    },
)
#: The bus of public services of the Lot, October 2018: half a day, twice a month in each village.
EVERY = "14 d"
_TWICE_A_MONTH = FrozenMap(
    {
        "fr": "Une demi-journée, deux fois par mois, comme le bus du Lot en 2018.",
        "en": "Half a day, twice a month, as the bus of the Lot in 2018.",
    }
)


class Arguments(Value):
    """Where it stops, how often, and who is on board."""

    counter: Id = Field(description="The id of the new counter, or of one that would go out.")
    stops: Several[CommuneId] = Field(description="The communes where it stops.")
    every: Duration = Field(description="How often it comes back to each: `14 d`.")
    crew: Several[Forwarded] = Field(description="Whose agents are on board: counters or bodies.")
    steps: Several[StepId] = Field((), description="At which steps; left out: wherever it helps.")
    owner: OrganisationId | None = Field(
        None, description="Who answers for it; left out: the first of the crew."
    )
    name: Text | None = Field(None, description="Its name for the people who use it.")


def _tour(arguments: Arguments) -> Tour:
    said = {name: getattr(arguments, name) for name in Arguments.model_fields}
    return Tour(**said)


def done(variant: Variant, arguments: Arguments) -> bool:
    """The counter has these stops, this often, and steps where one may go there."""
    return stopping(variant, _tour(arguments)).done()


def fits(variant: Variant, arguments: Arguments) -> Iterator[Hindrance]:
    """The crew can do what people come for, and some of them are nearer to a stop."""
    if not arguments.stops:
        yield Hindrance("no-stop", ("stops",))
    if not arguments.crew:
        yield Hindrance("no-crew", ("crew",))
    if variant.atlas.territory_of(variant.journey) is None:
        yield Hindrance("no-territory")
    elif arguments.stops and arguments.crew:
        yield from _in_the_way(variant, arguments)


def _in_the_way(variant: Variant, arguments: Arguments) -> Iterator[Hindrance]:
    there = stopping(variant, _tour(arguments))
    crew = mention("organisation", *there.crew.owners)
    for place, step in enumerate(arguments.steps):
        if step not in there.able:
            values = {"crew": crew, "step": mention("step", step)}
            yield Hindrance("not-competent", ("steps", place), values)
    if not arguments.steps and not there.able:
        yield Hindrance("never-competent", ("crew",), {"crew": crew})
    elif there.able and not there.steps:
        stops = {"stops": mention("commune", *arguments.stops)}
        yield Hindrance("nobody-nearer", ("stops",), stops)


def make(variant: Variant, arguments: Arguments) -> Variant:
    """A counter with stops, and a way there; the old ways stay."""
    return stopping(variant, _tour(arguments)).made()


def suggest(diagnosed: Diagnosed) -> Iterator[Suggestion]:
    """One bus for all that is out of reach: it stops where people live, every fortnight.

    On board are agents of the counters that are too far. What takes days (a course), or has to
    be done again and again, is left out: no bus stays that long.
    """
    variant = diagnosed.variant
    causes: list[str] = []
    steps: set[str] = set()
    for finding in diagnosed.of("out-of-reach"):
        here = [
            step for step in finding.where_in(variant.journey.id).steps if _is_short(step, variant)
        ]
        if here:
            causes.append(finding.fingerprint)
            steps.update(here)
    arguments = _proposed(variant, tuple(name for name in variant.steps if name in steps))
    if arguments is not None and not any(True for _ in fits(variant, arguments)):
        yield Suggestion(arguments, tuple(causes))


def _is_short(step: str, variant: Variant) -> bool:
    one = variant.steps.get(step)
    return one is not None and one.takes is None and one.times is None


def _proposed(variant: Variant, steps: tuple[str, ...]) -> Arguments | None:
    far = [
        (life, one)
        for life in variant.lives
        for one in far_steps(variant, life)
        if one.step in steps
    ]
    people = [life.persona.person(variant.steps[one.step].actor) for life, one in far]
    stops = tuple(dict.fromkeys(person.commune for person in people if person and person.commune))
    counters = [variant.atlas.counters.get(one.way.counter or "") for _, one in far]
    crew = tuple(dict.fromkeys(counter.owner for counter in counters if counter is not None))
    if not stops or not crew:
        return None
    return Arguments(
        counter=made_id("bus", stops, variant.atlas.counters),
        stops=stops,
        every=Quantity(value=EVERY, status="proposed", note=_TWICE_A_MONTH),
        crew=crew,
        steps=steps,
    )


def worse(variant: Variant, arguments: Arguments) -> tuple[Worse, ...]:
    """Days until the next stop, agents on the road, a vehicle."""
    return (Worse("waiting", "waiting"), Worse("agents", "agents"), Worse("transition", "price"))


def legal(variant: Variant, arguments: Arguments) -> tuple[LegalNeed, ...]:
    """The bodies whose agents are on board have to agree."""
    return (LegalNeed("agreement", bodies=stopping(variant, _tour(arguments)).crew.owners),)


def cost(variant: Variant, arguments: Arguments) -> Cost:
    """A vehicle and its crew: the State gives up to 90,000 EUR a bus."""
    return Cost("high", "France Services (90 000 EUR par bus)", "assumed")


MOVE = Move(
    name="itinerant-counter",
    source=("M3", "X2", "Car des services publics, Lot, 2018"),
    arguments=Arguments,
    order=90,
    effect="simplify",
    answers=("out-of-reach",),
    prose={"fr": FRENCH, "en": ENGLISH},
    done=done,
    fits=fits,
    make=make,
    suggest=suggest,
    worse=worse,
    legal=legal,
    cost=cost,
    undoing="costly",
    assumes=(Assumption("every", EVERY, "Car des services publics, Lot, 2018", "proposed"),),
)
