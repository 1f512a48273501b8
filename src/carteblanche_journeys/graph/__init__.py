"""From a journey to its graph, and the named questions asked of it."""

from carteblanche_journeys.graph.bodies import Body, body
from carteblanche_journeys.graph.ground import Ground, alike, course, ground, routes
from carteblanche_journeys.graph.handoffs import Handoff, handoffs
from carteblanche_journeys.graph.kept import kept
from carteblanche_journeys.graph.leaks import Leak, leaks
from carteblanche_journeys.graph.links import Passage, links
from carteblanche_journeys.graph.lived import (
    Lived,
    LivedStep,
    is_open,
    live,
    open_links,
    serves,
)
from carteblanche_journeys.graph.loops import Loops, loops
from carteblanche_journeys.graph.network import (
    ENTRY,
    Dominance,
    Network,
    dominators,
    forward_cycles,
    network,
    order,
    starts,
)
from carteblanche_journeys.graph.routes import Routes, all_routes
from carteblanche_journeys.graph.strands import Strands, apart

__all__ = [
    "ENTRY",
    "Body",
    "Dominance",
    "Ground",
    "Handoff",
    "Leak",
    "Lived",
    "LivedStep",
    "Loops",
    "Network",
    "Passage",
    "Routes",
    "Strands",
    "alike",
    "all_routes",
    "apart",
    "body",
    "course",
    "dominators",
    "forward_cycles",
    "ground",
    "handoffs",
    "is_open",
    "kept",
    "leaks",
    "links",
    "live",
    "loops",
    "network",
    "open_links",
    "order",
    "routes",
    "serves",
    "starts",
]
