"""Where a finding stands in the files of an atlas."""

from __future__ import annotations

from collections.abc import Callable

from carteblanche_journeys.diagnosis import Finding
from carteblanche_journeys.reading import Places

#: File, line and column (1-based) of a finding; None for a journey made in Python.
PlaceOf = Callable[[Finding], tuple[str, int, int] | None]


def nowhere(_: Finding) -> None:
    """The place of findings in journeys that no file holds."""


def placed_by(places: Places, folder: str = "") -> PlaceOf:
    """Where findings stand: the first step they name, in their first journey.

    Parameters
    ----------
    places
        Those of the reading.
    folder
        Put before each file, with `/`, so that the place can be opened from elsewhere.
    """

    def place_of(finding: Finding) -> tuple[str, int, int] | None:
        journey = finding.journeys[0] if finding.journeys else ""
        step = ("steps", finding.where.steps[0]) if finding.where.steps else ()
        place = places.of(("journeys", journey, *step))
        if not place.file:
            return None
        return (f"{folder}/{place.file}" if folder else place.file, place.line, place.column)

    return place_of
