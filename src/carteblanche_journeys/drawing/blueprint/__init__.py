"""The blueprint: a journey as a score in bands, and who sees what of it."""

from carteblanche_journeys.drawing.blueprint.legend import legend
from carteblanche_journeys.drawing.blueprint.score import Band, blueprint
from carteblanche_journeys.drawing.blueprint.standalone import standalone

__all__ = ["Band", "blueprint", "legend", "standalone"]
