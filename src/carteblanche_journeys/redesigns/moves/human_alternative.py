"""Open a way with a human being, where there is only a screen or a door too far."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from carteblanche_journeys.diagnosis.finding import Finding, mention
from carteblanche_journeys.graph import ONLINE_ALONE
from carteblanche_journeys.measures.contacts import AWAY
from carteblanche_journeys.model import (
    LEVELS,
    Channel,
    Counter,
    Step,
    Way,
    schemes_of,
    ways_of,
)
from carteblanche_journeys.model.references import CounterId, StepId
from carteblanche_journeys.model.values import Value
from carteblanche_journeys.redesigns.consequences import Cost, LegalNeed, Worse
from carteblanche_journeys.redesigns.hindrance import Hindrance
from carteblanche_journeys.redesigns.move import Diagnosed, Move, Suggestion
from carteblanche_journeys.redesigns.prose import MoveProse
from carteblanche_journeys.redesigns.rewriting.reaching import far_steps, is_rare
from carteblanche_journeys.redesigns.rewriting.ways import is_filed, with_ways, written_ways
from carteblanche_journeys.redesigns.variant import Variant
