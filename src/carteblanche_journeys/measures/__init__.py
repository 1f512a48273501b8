"""What a journey asks of people, as counts that say how much they cover."""

from carteblanche_journeys.measures.asked import Request, requests
from carteblanche_journeys.measures.contacts import Contact, contacts, trips
from carteblanche_journeys.measures.counts import Measure, counts
from carteblanche_journeys.measures.sureness import sources_of, status_of, sureness

__all__ = [
    "Contact",
    "Measure",
    "Request",
    "contacts",
    "counts",
    "requests",
    "sources_of",
    "status_of",
    "sureness",
    "trips",
]
