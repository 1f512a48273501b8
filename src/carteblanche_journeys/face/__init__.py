"""What `cb.` gives: an atlas and its journeys bound to a day, which show themselves.

Handles are what one holds (`handles`); what one asks of them stands in `asking`. What they
answer shows itself (`showing`): drawings, findings, measures.
"""

from carteblanche_journeys.face.answers import Findings, Measures
from carteblanche_journeys.face.asking import diagnose, draw, load, measure, publish
from carteblanche_journeys.face.comparing import Compared, compare
from carteblanche_journeys.face.handles import (
    UNNAMED,
    AtlasHandle,
    JourneyHandle,
    findings_of,
    handle_of,
    journey_handle,
)
from carteblanche_journeys.face.picturing import VIEWS, Drawing, View
from carteblanche_journeys.face.proposing import Proposals, propose
from carteblanche_journeys.face.redesigning import redesign
from carteblanche_journeys.face.showing import Shows

__all__ = [
    "UNNAMED",
    "VIEWS",
    "AtlasHandle",
    "Compared",
    "Drawing",
    "Findings",
    "JourneyHandle",
    "Measures",
    "Proposals",
    "Shows",
    "View",
    "compare",
    "diagnose",
    "draw",
    "findings_of",
    "handle_of",
    "journey_handle",
    "load",
    "measure",
    "propose",
    "publish",
    "redesign",
]
