"""Redesigns become journeys once every file is read, and what does not fit gets its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from carteblanche_journeys.model.atlas import Atlas
from carteblanche_journeys.model.journeys import Journey
from carteblanche_journeys.reading.kinds import kinds
from carteblanche_journeys.reading.known import Known
from carteblanche_journeys.reading.mistakes import Sentence
from carteblanche_journeys.reading.references import Questions
from carteblanche_journeys.reading.slips import Slip
from carteblanche_journeys.redesigns.resolving import Resolved, Trouble, resolve
from carteblanche_journeys.redesigns.telling import say_trouble
from carteblanche_journeys.redesigns.variant import Variant
from carteblanche_journeys.words import Words

#: Kinds of thing that a redesign may have of its own, and where its atlas keeps them.
_OWN = {
    "organisation": "organisations",
    "actor": "actors",
    "counter": "counters",
    "evidence": "evidence",
    "fact": "facts",
    "scheme": "schemes",
    "territory": "territories",
}

#: Says what is wrong with a journey, given its id.
Tell = Callable[[str, list[Slip]], None]


def redesign_all(atlas: Atlas, known: Known, tell: Tell, words: Words) -> Resolved:
    """The atlas with its redesigns made; what is in their way is told.

    Parameters
    ----------
    known
        What the atlas knows by name; the steps of the redesigns made are added.
    tell
        Takes the id of a journey, and what is wrong with it.
    words
        The language of what moves say.
    """

    def ask(journey: Journey, variant: Variant) -> bool:
        channels = {name: one.channels for name, one in variant.atlas.counters.items()}
        questions = Questions(seen_by(variant, journey, known), atlas.currency, channels)
        slips = questions.wrong(kinds()["journey"], journey, variant.steps)
        tell(journey.id, slips)
        return not slips

    found = resolve(atlas, ask)
    for trouble in found.troubles:
        tell(trouble.journey, [_slip(trouble, words)])
    for name in found.made:
        known.steps[name] = frozenset(found.atlas.journeys[name].steps)
    return found


def seen_by(variant: Variant, journey: Journey, known: Known) -> Known:
    """What is known to the hand changes of a redesign: what its moves have made too."""
    ids: dict[str, frozenset[str]] = dict(known.ids)
    for kind, shelf in _OWN.items():
        if kind in ids:
            ids[kind] = frozenset(getattr(variant.atlas, shelf))
    communes = (one.communes for one in variant.atlas.territories.values())
    ids["commune"] = frozenset().union(*communes)
    steps = frozenset(variant.steps) | frozenset(journey.add)
    return replace(
        known,
        ids=ids,
        steps={**known.steps, journey.id: steps},
        stages={**known.stages, journey.id: frozenset(variant.journey.stages)},
    )


def _slip(trouble: Trouble, words: Words) -> Slip:
    """The trouble in the words of its move, at its place."""
    said, hindrance = Sentence(say_trouble(trouble, words)), trouble.hindrance
    return Slip(trouble.path, "misfit", {"said": said}, hindrance.allowed, hindrance.near)


def places_made(found: Resolved) -> Mapping[tuple[str, str], tuple[str | int, ...]]:
    """For each step of a redesign, by journey and id, the path at which it is written.

    A step that a move made, or a hand change touched, is written there; any other where the
    journey that is redesigned has it.
    """
    paths: dict[tuple[str, str], tuple[str | int, ...]] = {}
    for name, made in found.made.items():
        journey = found.atlas.journeys[name]
        before = journey.redesigns or ""
        for step in journey.steps:
            own = made.get(step)
            there = ("journeys", before, "steps", step)
            if own is not None:
                paths[name, step] = ("journeys", name, *own)
            else:
                paths[name, step] = paths.get((before, step), there)
    return paths
