"""What one asks: `cb.load`, `cb.diagnose`, `cb.draw`, `cb.measure`, `cb.publish`."""

from __future__ import annotations

from pathlib import Path

from carteblanche_journeys.drawing.engine import EngineChoice
from carteblanche_journeys.face.answers import Findings, Measures
from carteblanche_journeys.face.handles import (
    AtlasHandle,
    JourneyHandle,
    bound,
    findings_of,
    handle_of,
    journey_handle,
)
from carteblanche_journeys.face.picturing import Drawing, View, pictured
from carteblanche_journeys.measures import measure_lives
from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.publishing.publish import publish_atlas
from carteblanche_journeys.reading import known_name, read_atlas
from carteblanche_journeys.reports import placed_by


def load(folder: Path | str, *, lang: str | None = None, today: str | None = None) -> AtlasHandle:
    """Read a folder of journeys.

    Parameters
    ----------
    folder
        The folder that holds `atlas.yml`.
    lang
        `fr` or `en`; left out, the atlas's language, else English.
    today
        The day that waivers count from, such as `2026-03-31`; left out, that of
        SOURCE_DATE_EPOCH, else the day it is.

    Raises
    ------
    UnreadableAtlas
        With every mistake of every file, its place and what to do.
    ValueError
        Where `today` is no day.
    """
    reading = read_atlas(folder, lang)
    return AtlasHandle(*bound(reading.atlas, lang, today), placed_by(reading.places))


def diagnose(what: AtlasHandle | JourneyHandle | Atlas | Journey) -> Findings:
    """The findings of a whole atlas, or those of one journey in it; waived ones are left out.

    >>> from carteblanche_journeys.model import Journey
    >>> steps = {"a": {"title": "Écrire", "next": []}, "b": {"title": "Attendre"}}
    >>> [finding.rule for finding in diagnose(Journey(title="J'écris", steps=steps))]
    ['loose-end', 'unreached-step']
    """
    handle = handle_of(what)
    if isinstance(handle, JourneyHandle):
        return Findings(handle.of, findings_of(handle.of, handle.journey))
    every = handle.diagnosis.findings
    return Findings(handle, tuple(one for one in every if not one.waived))


def draw(
    what: JourneyHandle | Journey, view: View = "blueprint", *, engine: EngineChoice = "auto"
) -> Drawing:
    """A journey as a picture, for the persona of its page.

    Parameters
    ----------
    view
        `blueprint`: who sees what, band by band; `map`: forks, strands, loops.
    engine
        What lays a map out; left out, chosen by counting.

    Raises
    ------
    UnknownName
        For another view, or where a journey has no step of its own.
    EngineFailed
        Where one engine is asked for and cannot do it.

    >>> from carteblanche_journeys.model import Journey
    >>> steps = {"a": {"title": "Écrire"}, "b": {"title": "Attendre"}}
    >>> drawn = draw(Journey(title="J'écris", steps=steps))
    >>> drawn.svg[:4], drawn.lines
    ('<svg', ('1. Écrire: leads to 2', '2. Attendre'))
    """
    handle = journey_handle(what)
    of, journey = handle.of, handle.journey
    return pictured(journey, of.atlas, of.words, findings_of(of, journey), view, engine)


def measure(what: JourneyHandle | Journey, persona: str | None = None) -> Measures:
    """What a journey asks of people, as a table: for each persona, or for one.

    Parameters
    ----------
    persona
        Its id in the atlas; left out, all personas of the journey, side by side.

    Raises
    ------
    UnknownName
        For a persona that the atlas does not have.

    >>> from carteblanche_journeys.model import Journey
    >>> steps = {"a": {"title": "Écrire", "effort": "20 min"}, "b": {"title": "Attendre"}}
    >>> found = measure(Journey(title="J'écris", steps=steps))
    >>> found[""]["steps"].likely
    2.0
    """
    handle = journey_handle(what)
    of = handle.of
    if persona is not None:
        known_name("persona", persona, of.atlas.personas, of.words)
    return Measures(of, measure_lives(handle.journey, of.atlas, persona))


def publish(what: AtlasHandle | Atlas, folder: Path | str) -> None:
    """Publish an atlas as a static site in a folder: new, empty, or made by us before.

    Raises
    ------
    OutputRefused
        Where the folder is not ours to replace, or cannot be written; it is then as it was.
    EngineFailed
        Where the site builder reports anything.
    """
    handle = handle_of(what)
    assert isinstance(handle, AtlasHandle)
    publish_atlas(handle.atlas, Path(folder), handle.today, handle.words)
