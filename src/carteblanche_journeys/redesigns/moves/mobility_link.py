"""A line for those who have no car: a volunteer driver, a bus on demand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import Field

from carteblanche_journeys.diagnosis.finding import mention
from carteblanche_journeys.model import Territory
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.quantities import Count, Duration, Share
from carteblanche_journeys.model.references import CommuneId
from carteblanche_journeys.model.territories import Line, Mode
from carteblanche_journeys.model.values import Value
from carteblanche_journeys.redesigns.consequences import Assumption, Cost, LegalNeed, Worse
from carteblanche_journeys.redesigns.hindrance import Hindrance
from carteblanche_journeys.redesigns.move import Diagnosed, Move, Suggestion
from carteblanche_journeys.redesigns.prose import MoveProse
from carteblanche_journeys.redesigns.rewriting.reaching import far_steps
from carteblanche_journeys.redesigns.variant import Variant

FRENCH = MoveProse(
    name="Un moyen d'y aller",
    title="Sans voiture, on pourrait se faire conduire de {from|chez soi} à {to|un guichet}",
    does="""Ajoute une ligne pour qui n'a pas de voiture : un chauffeur bénévole, un transport à la
        demande, un car. Les démarches restent les mêmes. Une demande de trajet n'est pas toujours
        servie, et l'on doit réserver : les deux sont comptés.""",
    worse={
        "unserved": """Une partie des demandes de trajet reste sans réponse : dans le Lot en 2019,
            on a fait 50 trajets pour 227 demandes.""",
        "booking": "Il faut réserver, et attendre le jour du trajet.",
        "drivers": "Tout repose sur des bénévoles, que l'on peut perdre.",
        "line": "On dépend d'une ligne et de ses horaires, que d'autres peuvent changer.",
    },
    watch="La part des demandes de trajet servies, et le délai entre la demande et le trajet.",
    undo="La ligne s'arrête ; qui s'en servait doit de nouveau trouver quelqu'un qui conduit.",
    unfit={
        "no-territory": "On ne connaît pas les communes où ce parcours est vécu.",
        "same-commune": "La ligne part d'où elle arrive ({to}).",
        "everyone-drives": "Personne, à {from}, n'est dit sans voiture.",
        "within-reach": "De {from}, aucune étape hors de portée ne mène à {to}.",
    },
)
ENGLISH = MoveProse(
    name="A way to get there",
    title="Without a car one could be driven from {from|home} to {to|a counter}",
    does="""Adds a line for those without a car: a volunteer driver, transport on demand, a coach.
        The procedures stay the same. A request is not always served and one has to book: both are
        counted.""",
    worse={
        "unserved": """Part of the requests are not served: in the Lot in 2019, 50 trips were made
            for 227 requests.""",
        "booking": "One has to book, and wait for the day of the trip.",
        "drivers": "It all rests on volunteers, who may be lost.",
        "line": "One depends on a line and its hours, which others may change.",
    },
    watch="The share of requests served, and the days between a request and the trip.",
    undo="The line stops; those who used it have to find somebody who drives again.",
    unfit={
        "no-territory": "The municipalities where this journey is lived are not known.",
        "same-commune": "The line leaves from where it arrives ({to}).",
        "everyone-drives": "Nobody in {from} is said to be without a car.",
        "within-reach": "From {from} no step that is out of reach leads to {to}.",
    },
)
#: Lot'O Car, eight months of 2019: 227 requests, 50 trips.
FULFILMENT = "22 %"


class Arguments(Value):
    """From where to where, how long, how often, and how surely."""

    from_: CommuneId = Field(alias="from", description="The commune left.")
    to: CommuneId = Field(description="The commune reached.")
    minutes: Count | None = Field(None, description="Minutes one way; left out: by distance.")
    every: Duration | None = Field(None, description="How often it runs; left out: on demand.")
    fulfilment: Share | None = Field(None, description="The share of requests that are served.")
    booking: Duration | None = Field(None, description="How long before one must book.")
    mode: Mode = Field("lift", description="How one travels; left out: someone drives.")


def done(variant: Variant, arguments: Arguments) -> bool:
    """The territory has this very line."""
    territory = variant.atlas.territory_of(variant.journey)
    if territory is None:
        return False
    wanted = _line(arguments, territory)
    return any(line.model_copy(update={"status": wanted.status}) == wanted
               for line in territory.lines)  # fmt: skip


def fits(variant: Variant, arguments: Arguments) -> Iterator[Hindrance]:
    """Someone without a car lives at one end, and cannot reach a counter at the other."""
    ends = {"from": mention("commune", arguments.from_), "to": mention("commune", arguments.to)}
    if variant.atlas.territory_of(variant.journey) is None:
        yield Hindrance("no-territory")
    elif arguments.from_ == arguments.to:
        yield Hindrance("same-commune", ("to",), ends)
    elif not _without_car(variant, arguments.from_):
        yield Hindrance("everyone-drives", ("from",), ends)
    elif not any((arguments.from_, arguments.to) == (one.home, one.to) for one in _ways(variant)):
        yield Hindrance("within-reach", ("to",), ends)


def _without_car(variant: Variant, commune: str) -> bool:
    people = (person for persona in variant.personas for person in persona.people)
    return any(one.car == "none" and one.commune == commune for one in people)


@dataclass(frozen=True, slots=True)
class _Way:
    """A way that someone without a car would have to go to a step."""

    step: str
    home: str
    to: str


def _ways(variant: Variant) -> Iterator[_Way]:
    """For each life, the ways out of reach that a line could help with."""
    for life in variant.lives:
        for one in far_steps(variant, life):
            person = life.persona.person(life.journey.steps[one.step].actor)
            to = one.travel.place.commune if one.travel.place is not None else None
            if person is None or person.car != "none" or one.travel.line is not None:
                continue
            if person.commune is not None and to is not None:
                yield _Way(one.step, person.commune, to)


def _line(arguments: Arguments, territory: Territory) -> Line:
    """The line as the territory holds it.

    Of a territory that says it has none (`lines: []`) all lines are known; of one that says
    nothing they are not, and a line that is only proposed does not change that.
    """
    known = "lines" in territory.model_fields_set and not territory.lines
    said = {name: getattr(arguments, name) for name in _SAID if getattr(arguments, name)}
    return Line(
        from_=arguments.from_,
        to=arguments.to,
        status="assumed" if known else "proposed",
        note=_NOTE,
        **said,
    )


_SAID = ("mode", "minutes", "every", "fulfilment", "booking")
_SERVED = FrozenMap(
    {
        "fr": "Lot'O Car, huit mois de 2019 : 50 trajets pour 227 demandes.",
        "en": "Lot'O Car, eight months of 2019: 50 trips for 227 requests.",
    }
)
_NOTE = FrozenMap({"fr": "Ligne proposée par la refonte.", "en": "Proposed by the redesign."})


def make(variant: Variant, arguments: Arguments) -> Variant:
    """The territory has a line more, for this variant alone; steps stay as they are."""
    territory = variant.atlas.territory_of(variant.journey)
    assert territory is not None
    lines = (*territory.lines, _line(arguments, territory))
    return variant.with_things("territories", territory.model_copy(update={"lines": lines}))


def suggest(diagnosed: Diagnosed) -> Iterator[Suggestion]:
    """For each way that is out of reach without a car, a line as sure as Lot'O Car was.

    It takes as long as being driven there: nobody says that a volunteer drives faster.
    """
    variant = diagnosed.variant
    causes: dict[tuple[str, str], list[str]] = {}
    ways = tuple(_ways(variant))
    for finding in diagnosed.of("out-of-reach"):
        steps = finding.where_in(variant.journey.id).steps
        for ends in dict.fromkeys((one.home, one.to) for one in ways if one.step in steps):
            causes.setdefault(ends, []).append(finding.fingerprint)
    share = {"value": FULFILMENT, "status": "assumed", "note": _SERVED}
    for (home, to), asked in causes.items():
        arguments = Arguments.model_validate({"from": home, "to": to, "fulfilment": share})
        yield Suggestion(arguments, tuple(asked))


def worse(variant: Variant, arguments: Arguments) -> tuple[Worse, ...]:
    """Requests that are not served, booking, volunteers."""
    served = arguments.fulfilment
    unserved = arguments.mode == "lift" if served is None else served.low < 1
    found = [Worse("waiting", "unserved")] if unserved else []
    found += [Worse("waiting", "booking")] if arguments.every is None else []
    return (*found, Worse("dependence", "drivers" if arguments.mode == "lift" else "line"))


def legal(variant: Variant, arguments: Arguments) -> tuple[LegalNeed, ...]:
    """Communes that pay, an association that runs it."""
    return (LegalNeed("agreement"),)


def cost(variant: Variant, arguments: Arguments) -> Cost:
    """A telephone and people who match requests with drivers; a coach costs more."""
    if arguments.mode == "lift":
        return Cost("medium", "Lot'O Car, 2019 (331 chauffeurs, Ademe)")
    return Cost("high", "carteblanche-journeys")


MOVE = Move(
    name="mobility-link",
    source=("M4", "X3", "Lot'O Car, 2019"),
    arguments=Arguments,
    order=92,
    effect="support",
    answers=("out-of-reach",),
    prose={"fr": FRENCH, "en": ENGLISH},
    done=done,
    fits=fits,
    make=make,
    suggest=suggest,
    worse=worse,
    legal=legal,
    cost=cost,
    undoing="easy",
    assumes=(Assumption("fulfilment", FULFILMENT, "Lot'O Car, 2019 (50 / 227)", "assumed"),),
)
