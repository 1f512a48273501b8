"""What a redesign takes over from the journey it redesigns, and what it says itself."""

from __future__ import annotations

from typing import Any

from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.redesigns.hindrance import DoesNotFit, Hindrance
from carteblanche_journeys.redesigns.retouching import PROMISED, near_or_few
from carteblanche_journeys.redesigns.variant import Variant, begin

#: What a redesign does not take over from the journey it redesigns: what is said of that one
#: alone, and how it was redesigned itself.
OWN = frozenset(
    {"variant", "date", "note", "notes", "redesigns", "moves", "tried", "add", "edits", "remove"}
)
#: What stands elsewhere, or is made: never copied from the file.
_MADE = frozenset({"id", "steps"})


def as_is_id(journey: Journey) -> str:
    """The id of the journey that one redesigns; in the same folder its file name is enough.

    >>> as_is_id(Journey(id="x/to-be", title="X", redesigns="as-is"))
    'x/as-is'
    """
    name = journey.redesigns or ""
    return name if "/" in name or not name else f"{journey.moment}/{name}"


def begun(journey: Journey, atlas: Atlas) -> Variant:
    """The as-is as the variant of this redesign, with what the redesign says of itself.

    Raises
    ------
    DoesNotFit
        Where there is no such as-is.
    """
    as_is = atlas.journeys.get(as_is_id(journey))
    if as_is is None:
        few, near = near_or_few(as_is_id(journey), atlas.journeys)
        unknown = Hindrance("unknown.journey", (), {"id": as_is_id(journey)}, few, near)
        raise DoesNotFit(("redesigns",), [unknown])
    begun = begin(as_is, atlas, journey.id)
    if journey.steps:
        begun = begun.with_steps(_written_out(journey, as_is, atlas).steps)
    defaults = {name: Journey.model_fields[name].get_default() for name in OWN}
    return begun.with_journey(**{**defaults, **_said(journey, as_is)})


def _said(journey: Journey, as_is: Journey) -> dict[str, Any]:
    """What a redesign says itself; its stages and waivers come beside those it takes over."""
    said = {name: getattr(journey, name) for name in journey.model_fields_set - _MADE}
    if not said.get("title"):
        said.pop("title", None)
    if "stages" in said:
        said["stages"] = FrozenMap({**as_is.stages, **journey.stages})
    if "waivers" in said:
        said["waivers"] = tuple(dict.fromkeys((*journey.waivers, *as_is.waivers)))
    return said | {"redesigns": as_is_id(journey)}


def _written_out(journey: Journey, as_is: Journey, atlas: Atlas) -> Variant:
    """A redesign whose steps are all written: those of the same id come from the as-is."""
    own = begin(journey, atlas)
    known = {
        origin
        for step in begin(as_is, atlas).steps.values()
        for link in step.next or ()
        for origin in link.comes_from or ()
    }
    steps = []
    for name, step in own.steps.items():
        came = journey.steps[name].comes_from
        origins = came if came is not None else ((name,) if name in as_is.steps else ())
        links = tuple(
            link
            if set(link.comes_from or ()) <= known
            else link.model_copy(update={"comes_from": ()})
            for link in step.next or ()
        )
        status = step.status or journey.status or PROMISED
        said = {"comes_from": origins, "next": links, "status": status}
        steps.append(step.model_copy(update=said))
    return own.with_steps(steps)
