"""From a journey to its graph, and the named questions asked of it."""

from carteblanche_journeys.graph.bodies import Body, body
from carteblanche_journeys.graph.handoffs import Handoff, handoffs
from carteblanche_journeys.graph.links import Passage, links
from carteblanche_journeys.graph.lived import Lived, LivedStep, is_open, live, open_links
from carteblanche_journeys.graph.network import (
    Network,
    dominates,
    dominators,
    forward_cycles,
    network,
    order,
    starts,
)

__all__ = [
    "Body",
    "Handoff",
    "Lived",
    "LivedStep",
    "Network",
    "Passage",
    "body",
    "dominates",
    "dominators",
    "forward_cycles",
    "handoffs",
    "is_open",
    "links",
    "live",
    "network",
    "open_links",
    "order",
    "starts",
]
