"""From a folder of YAML files to a frozen atlas, and from each value back to its place."""

from carteblanche_journeys.reading.asked import known_name, language_of
from carteblanche_journeys.reading.memory import Memory
from carteblanche_journeys.reading.moves import say_wrong_moves
from carteblanche_journeys.reading.places import Place, Places
from carteblanche_journeys.reading.reader import Reading, read_atlas
from carteblanche_journeys.reading.revisions import read_revision
from carteblanche_journeys.reading.schemas import schemas
from carteblanche_journeys.reading.texts import atlas_in

__all__ = [
    "Memory",
    "Place",
    "Places",
    "Reading",
    "atlas_in",
    "known_name",
    "language_of",
    "read_atlas",
    "read_revision",
    "say_wrong_moves",
    "schemas",
]
