"""What every page of one site shares: the atlas, its diagnosis, its uses, its language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from carteblanche_journeys.diagnosis import Finding, Told, tell
from carteblanche_journeys.graph import Handoff, Lived, handoffs, live
from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.pages.pen import Pen
from carteblanche_journeys.pages.usage import Usage
from carteblanche_journeys.words import Words


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as a page shows it: its code (C1, C2…), its sentences."""

    code: str
    finding: Finding
    told: Told


@dataclass(frozen=True, eq=False)
class Desk:
    """One atlas on one day in one language, with what has been worked out about it."""

    atlas: Atlas
    words: Words
    today: date
    findings: tuple[Finding, ...]
    usage: Usage
    _lived: dict[str, Lived] = field(default_factory=dict, repr=False)
    _handoffs: dict[str, tuple[Handoff, ...]] = field(default_factory=dict, repr=False)
    _shown: dict[str, tuple[Shown, ...]] = field(default_factory=dict, repr=False)

    def pen(self, path: str) -> Pen:
        """The pen of one page."""
        return Pen(self.atlas, self.words, path)

    def lived(self, journey: Journey) -> Lived:
        """The journey as the persona of its page lives it."""
        if journey.id not in self._lived:
            persona = self.atlas.personas_of(journey)[0]
            net = self.usage.networks[journey.id]
            self._lived[journey.id] = live(journey, self.atlas, persona, net)
        return self._lived[journey.id]

    def handoffs(self, journey: str) -> tuple[Handoff, ...]:
        """The handoffs of a journey as the persona of its page lives it."""
        if journey not in self._handoffs:
            self._handoffs[journey] = handoffs(self.lived(self.atlas.journeys[journey]))
        return self._handoffs[journey]

    def shown(self, journey: str) -> tuple[Shown, ...]:
        """The findings of a journey in their order, faults numbered C1, C2…, questions after."""
        if journey not in self._shown:
            mine = [one for one in self.findings if journey in one.journeys and not one.waived]
            faults = [one for one in mine if one.kind != "question"]
            questions = [one for one in mine if one.kind == "question"]
            told = [(f"C{n}", one) for n, one in enumerate(faults, start=1)]
            told += [(f"Q{n}", one) for n, one in enumerate(questions, start=1)]
            self._shown[journey] = tuple(
                Shown(code, one, tell(one, self.atlas, self.words)) for code, one in told
            )
        return self._shown[journey]

    def touching(self, kind: str, name: str) -> tuple[tuple[str, Shown], ...]:
        """Findings that name a thing, each with the journey on whose page it stands.

        `kind` is one of counters, evidence, organisations, schemes.
        """
        return self._touching.get((kind, name), ())

    @cached_property
    def _touching(self) -> Mapping[tuple[str, str], tuple[tuple[str, Shown], ...]]:
        found: dict[tuple[str, str], tuple[tuple[str, Shown], ...]] = {}
        for journey in self.atlas.journeys:
            for shown in self.shown(journey):
                for kind in ("counters", "evidence", "organisations", "schemes"):
                    for name in getattr(shown.finding.where, kind):
                        found[kind, name] = (*found.get((kind, name), ()), (journey, shown))
        return found
