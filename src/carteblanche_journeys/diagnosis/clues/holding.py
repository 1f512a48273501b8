"""Who holds a piece already that the person is asked for."""

from __future__ import annotations

from typing import Literal

from carteblanche_journeys.diagnosis.clues.administrations import administrations
from carteblanche_journeys.diagnosis.clues.doors import house_of
from carteblanche_journeys.diagnosis.clues.repeats import Time
from carteblanche_journeys.model import Atlas, Evidence


def held_already(
    piece: Evidence, asked: Time, yielded: bool, atlas: Atlas
) -> Literal["held", "own", ""]:
    """Whether the one who asks holds the piece, or else one administration asks what another does.

    What shows a face is meant to be shown, and a number sent by letter to be typed in; of bodies
    of one name nobody says that it is the same; what the journey yields is carried, or passed on.
    """
    asker = asked.body.organisation
    known = atlas.organisations.get(asker)
    holders = {house_of(one, atlas) for one in piece.holders}
    if any(fact in atlas.facts and atlas.facts[fact].type == "photo" for fact in piece.facts):
        return ""
    if house_of(asker, atlas) in holders:
        made = piece.kind in ("certificate", "assessment", "decision")
        return "own" if made and known is not None and not known.many else ""
    both = administrations([asker], atlas) and administrations(piece.holders, atlas)
    return "held" if both and not yielded else ""
