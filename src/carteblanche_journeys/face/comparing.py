"""`cb.compare`: what becomes of one journey in another, and who gains or loses by it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carteblanche_journeys.face.handles import (
    UNNAMED,
    AtlasHandle,
    JourneyHandle,
    bound,
    journey_handle,
)
from carteblanche_journeys.face.showing import Shows
from carteblanche_journeys.model import Journey
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.reading import known_name
from carteblanche_journeys.redesigns.comparisons import comparing
from carteblanche_journeys.redesigns.comparisons.comparison import Comparison, Differences
from carteblanche_journeys.reports import compare_json, compare_markdown, compare_text


@dataclass(frozen=True, eq=False, repr=False)
class Compared(Shows):
    """Two journeys side by side: `found["jeanne"]["minutes"]` is by how much a figure changes.

    Parameters
    ----------
    found
        All of it as data: steps, pieces, handoffs, burdens, findings, legal needs.
    """

    of: AtlasHandle
    found: Comparison

    def __getitem__(self, persona: str) -> Differences:
        known_name("persona", persona, self.found.burden, self.of.words)
        return self.found.burden[persona]

    def __iter__(self) -> Iterator[str]:
        return iter(self.found.burden)

    def __len__(self) -> int:
        return len(self.found.burden)

    def json(self) -> str:
        """The same as `carteblanche compare --format json`."""
        return compare_json(self.found, self.of.words)

    def markdown(self) -> str:
        """The same as `carteblanche compare --format markdown`."""
        return compare_markdown(self.found, self.of.words)

    def __str__(self) -> str:
        return compare_text(self.found, self.of.words).rstrip()


def compare(as_is: JourneyHandle | Journey, to_be: JourneyHandle | Journey) -> Compared:
    """What becomes of one journey in another; a to-be made in Python is seen in the same atlas.

    Parameters
    ----------
    as_is, to_be
        Two journeys of one atlas, or of two versions of it. Things are the same where their ids
        are, where they come from the same, or where they say the same and only the id differs.

    >>> steps = {"a": {"title": "Écrire", "effort": "20 min"}, "b": {"title": "Attendre"}}
    >>> one = Journey(title="J'écris", steps=steps)
    >>> other = Journey(title="J'attends", steps={"b": steps["b"]})
    >>> found = compare(one, other)
    >>> found[""]["minutes"].likely, [step.fate for step in found.found.steps]
    (-20.0, ['removed', 'kept'])
    """
    one = journey_handle(as_is)
    other = to_be if isinstance(to_be, JourneyHandle) else _beside(to_be, one)
    found = comparing.compare(one.journey, other.journey, one.of.atlas, other.of.atlas)
    return Compared(one.of, found)


def _beside(journey: Journey, one: JourneyHandle) -> JourneyHandle:
    """A journey made in Python as one of the atlas of another: it may redesign that one."""
    name = journey.id or UNNAMED
    journeys = FrozenMap({**one.of.atlas.journeys, name: journey})
    atlas = one.of.atlas.model_copy(update={"journeys": journeys})
    return AtlasHandle(*bound(atlas, one.of.words.lang, one.of.today.isoformat()))[name]
