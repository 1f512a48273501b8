"""What every page of one site shares: the atlas, its diagnosis, its uses, its language."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from carteblanche_journeys.diagnosis import Finding, Told
from carteblanche_journeys.graph import Handoff, Lived, handoffs, live
from carteblanche_journeys.model import Atlas, Journey, Redesigned
from carteblanche_journeys.model.redesigned import SHELVES
from carteblanche_journeys.pages.memory import Memory
from carteblanche_journeys.pages.pen import Own, Pen, journey_path
from carteblanche_journeys.pages.shelf import Fired, Shelf, Shown
from carteblanche_journeys.pages.usage import Usage
from carteblanche_journeys.words import Words


@dataclass(frozen=True, eq=False)
class Desk:
    """One atlas on one day in one language, with what has been worked out about it."""

    atlas: Atlas
    words: Words
    today: date
    shelf: Shelf
    usage: Usage
    memory: Memory = field(default_factory=Memory, repr=False)
    own: Own = field(default_factory=Own, repr=False)

    def pen(self, path: str) -> Pen:
        """The pen of one page."""
        return Pen(self.atlas, self.words, path, self.own)

    def lived(self, journey: Journey) -> Lived:
        """The journey as the persona of its page lives it."""
        return self.memory.recall(("lived", journey.id), (journey,), lambda: self._live(journey))

    def _live(self, journey: Journey) -> Lived:
        persona = self.atlas.personas_of(journey)[0]
        return live(journey, self.atlas, persona, self.usage.networks[journey.id])

    def handoffs(self, journey: str) -> tuple[Handoff, ...]:
        """The handoffs of a journey as the persona of its page lives it."""
        whole = self.atlas.journeys[journey]
        return self.memory.recall(
            ("handoffs", journey), (whole,), lambda: handoffs(self.lived(whole))
        )

    def seen_by(self, journey: Journey) -> Desk:
        """The desk as the pages of a journey need it: with the atlas as that journey sees it."""
        seen = self.atlas.seen_by(journey)
        return self if seen is self.atlas else replace(self, atlas=seen, own=_own(journey, self))

    def shown(self, journey: str) -> tuple[Shown, ...]:
        """The findings of a journey in their order, faults numbered C1, C2…, questions after."""
        return self.shelf.shown(journey)

    def ground(self, journey: str) -> tuple[object, ...]:
        """All that pages show of the findings of a journey, and nothing of its other journeys."""
        return self.shelf.ground(journey)

    def told(self, finding: Finding) -> Told:
        """The sentences of a finding."""
        return self.shelf.told(finding)

    def accepted(self, journey: str) -> tuple[Finding, ...]:
        """The findings of a journey that a waiver sets aside."""
        return self.shelf.accepted(journey)

    def fired(self, rule: str) -> tuple[Fired, ...]:
        """The findings of a rule in the order of the diagnosis, waived ones too."""
        return self.shelf.fired(rule)

    def touching(self, kind: str, name: str) -> tuple[tuple[str, Shown], ...]:
        """Findings that name a thing, each with the journey on whose page it stands.

        `kind` is one of counters, evidence, organisations, schemes. Redesigns are left out:
        what is wrong with them stands on their own pages.
        """
        return self.shelf.touching(kind, name)


def _own(journey: Journey, desk: Desk) -> Own:
    """The things that a redesign alone has, and the page where they stand."""
    if not isinstance(journey, Redesigned):
        return Own()
    new = frozenset(
        (shelf, name)
        for shelf in SHELVES
        for name in journey.additions.on(shelf)
        if name not in getattr(desk.atlas, shelf)
    )
    return Own(journey_path(journey.id), new)
