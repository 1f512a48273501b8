"""What an atlas is: frozen values, their fields and their exact meaning; no files here."""

from carteblanche_journeys.model.atlas import Atlas, Head, Trait
from carteblanche_journeys.model.conditions import Condition, Test, holds
from carteblanche_journeys.model.counters import LEVELS, Counter, Place
from carteblanche_journeys.model.edits import Edit
from carteblanche_journeys.model.evidence import Evidence, Fact
from carteblanche_journeys.model.journeys import Journey, Observation
from carteblanche_journeys.model.organisations import Actor, Organisation
from carteblanche_journeys.model.parameters import ParameterSettings
from carteblanche_journeys.model.personas import Person, Persona
from carteblanche_journeys.model.quantities import Quantity, parse_range
from carteblanche_journeys.model.redesigned import Additions, Redesigned
from carteblanche_journeys.model.schemes import Scheme
from carteblanche_journeys.model.sources import Source
from carteblanche_journeys.model.steps import Ask, Deadline, Link, Step, Way
from carteblanche_journeys.model.territories import Commune, Territory
from carteblanche_journeys.model.values import Status, Text
from carteblanche_journeys.model.waivers import RuleSettings, Waiver
from carteblanche_journeys.model.ways import (
    actor_of,
    all_asks,
    all_yields,
    asks_of,
    by_household,
    counters_of,
    schemes_of,
    ways_of,
)

__all__ = [
    "LEVELS",
    "Actor",
    "Additions",
    "Ask",
    "Atlas",
    "Commune",
    "Condition",
    "Counter",
    "Deadline",
    "Edit",
    "Evidence",
    "Fact",
    "Head",
    "Journey",
    "Link",
    "Observation",
    "Organisation",
    "ParameterSettings",
    "Person",
    "Persona",
    "Place",
    "Quantity",
    "Redesigned",
    "RuleSettings",
    "Scheme",
    "Source",
    "Status",
    "Step",
    "Territory",
    "Test",
    "Text",
    "Trait",
    "Waiver",
    "Way",
    "actor_of",
    "all_asks",
    "all_yields",
    "asks_of",
    "by_household",
    "counters_of",
    "holds",
    "parse_range",
    "schemes_of",
    "ways_of",
]
