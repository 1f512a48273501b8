"""The overlay: two journeys in one drawing, what becomes of each step told by shape and word."""

from carteblanche_journeys.drawing.overlay.painting import overlay_bands, overlay_legend
from carteblanche_journeys.drawing.overlay.plan import (
    MARKS,
    CaseOwnerSpan,
    Mark,
    Overlay,
    OverlayFate,
    OverlayStep,
    fate_key,
    lay_over,
)

__all__ = [
    "MARKS",
    "CaseOwnerSpan",
    "Mark",
    "Overlay",
    "OverlayFate",
    "OverlayStep",
    "fate_key",
    "lay_over",
    "overlay_bands",
    "overlay_legend",
]
