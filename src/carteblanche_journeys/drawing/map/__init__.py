"""The map: the shape of a journey (forks, strands, loops), laid out by an engine."""

from carteblanche_journeys.drawing.map.pictures import MapPicture, journey_map
from carteblanche_journeys.drawing.map.standalone import map_legend, standalone
from carteblanche_journeys.drawing.map.style import map_rules

__all__ = ["MapPicture", "journey_map", "map_legend", "map_rules", "standalone"]
