"""What is asked of a journey's file as a whole: that it has steps, not too many, and a title."""

from __future__ import annotations

from typing import Any

from pydantic_core import PydanticCustomError

from carteblanche_journeys.model.journeys import Journey, needs_steps
from carteblanche_journeys.reading.kinds import Kind
from carteblanche_journeys.reading.mistakes import PLACEHOLDER
from carteblanche_journeys.reading.slips import Slip

#: The most steps of a journey (platform, §3).
MOST_STEPS = 10_000


def too_many_steps(kind: Kind, raw: Any) -> Slip | None:
    """What is wrong where a journey has more steps than can be lived."""
    steps = raw.get("steps") if kind.name == "journey" and isinstance(raw, dict) else None
    if not isinstance(steps, dict) or len(steps) <= MOST_STEPS:
        return None
    return Slip(("steps",), "too-many-steps", {"found": len(steps), "most": MOST_STEPS}, key=True)


def leave_out_title(raw: Any) -> None:
    """A redesign that has no title of its own has that of the journey that it redesigns."""
    if isinstance(raw, dict) and "redesigns" in raw and "title" not in raw:
        raw["title"] = PLACEHOLDER


def with_title_left_out(journey: Journey) -> Journey:
    """The journey, with an empty title where its file has none."""
    if journey.title != PLACEHOLDER:
        return journey
    return journey.model_copy(update={"title": ""})


def without_steps(journey: Journey) -> list[Slip]:
    """What is wrong where a journey that redesigns nothing has no step."""
    try:
        needs_steps(journey)
    except PydanticCustomError as error:
        return [Slip(("steps",), error.type)]
    return []
