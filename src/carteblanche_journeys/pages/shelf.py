"""The findings of a site, sorted by where pages show them, each with its code and sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from carteblanche_journeys.diagnosis import Diagnosis, Finding, Told, tell
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.pages.variants import existing
from carteblanche_journeys.words import Words


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as a page shows it: its code (C1, C2…), its sentences."""

    code: str
    finding: Finding
    told: Told

    @property
    def asks(self) -> bool:
        """Whether it is a question and not a fault."""
        return self.finding.kind == "question"


@dataclass(frozen=True, slots=True)
class Fired:
    """A finding with its sentences, and its code in each journey; no code where it is waived."""

    finding: Finding
    told: Told
    codes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, eq=False)
class Shelf:
    """The findings of an atlas on one day, in one language."""

    atlas: Atlas = field(repr=False)
    words: Words
    diagnosis: Diagnosis = field(repr=False)

    def shown(self, journey: str) -> tuple[Shown, ...]:
        """The findings of a journey in their order, faults numbered C1, C2…, questions after."""
        return self._shown.get(journey, ())

    @cached_property
    def _shown(self) -> Mapping[str, tuple[Shown, ...]]:
        found: dict[str, list[Finding]] = {}
        for one in self.diagnosis.findings:
            for journey in one.journeys if not one.waived else ():
                found.setdefault(journey, []).append(one)
        return {journey: self._coded(mine) for journey, mine in found.items()}

    def _coded(self, mine: list[Finding]) -> tuple[Shown, ...]:
        faults = [one for one in mine if one.kind != "question"]
        questions = [one for one in mine if one.kind == "question"]
        coded = [(f"C{n}", one) for n, one in enumerate(faults, start=1)]
        coded += [(f"Q{n}", one) for n, one in enumerate(questions, start=1)]
        return tuple(Shown(code, one, self.told(one)) for code, one in coded)

    def ground(self, journey: str) -> tuple[object, ...]:
        """All that pages show of the findings of a journey, and nothing of its other journeys."""
        if journey not in self._grounds:
            self._grounds[journey] = tuple(
                _ground(one.code, one.finding, one.told, journey) for one in self.shown(journey)
            )
        return self._grounds[journey]

    @cached_property
    def _grounds(self) -> dict[str, tuple[object, ...]]:
        return {}

    def told(self, finding: Finding) -> Told:
        """The sentences of a finding."""
        if id(finding) not in self._said:
            self._said[id(finding)] = tell(finding, self.atlas, self.words)
        return self._said[id(finding)]

    @cached_property
    def _said(self) -> dict[int, Told]:
        return {}

    def accepted(self, journey: str) -> tuple[Finding, ...]:
        """The findings of a journey that a waiver sets aside."""
        return self._accepted.get(journey, ())

    @cached_property
    def _accepted(self) -> Mapping[str, tuple[Finding, ...]]:
        found: dict[str, list[Finding]] = {}
        for one in self.diagnosis.findings:
            for journey in one.journeys if one.waived else ():
                found.setdefault(journey, []).append(one)
        return {journey: tuple(mine) for journey, mine in found.items()}

    def fired(self, rule: str) -> tuple[Fired, ...]:
        """The findings of a rule in the order of the diagnosis, waived ones too."""
        return self._fired.get(rule, ())

    @cached_property
    def _fired(self) -> Mapping[str, tuple[Fired, ...]]:
        codes = {
            (journey, id(shown.finding)): shown.code
            for journey, every in self._shown.items()
            for shown in every
        }
        found: dict[str, list[Fired]] = {}
        for one in self.diagnosis.findings:
            at = tuple((journey, codes.get((journey, id(one)), "")) for journey in one.journeys)
            found.setdefault(one.rule, []).append(Fired(one, self.told(one), at))
        return {rule: tuple(every) for rule, every in found.items()}

    def touching(self, kind: str, name: str) -> tuple[tuple[str, Shown], ...]:
        """Findings that name a thing, each with the journey on whose page it stands.

        `kind` is one of counters, evidence, organisations, schemes.
        """
        return self._touching.get((kind, name), ())

    @cached_property
    def _touching(self) -> Mapping[tuple[str, str], tuple[tuple[str, Shown], ...]]:
        found: dict[tuple[str, str], list[tuple[str, Shown]]] = {}
        for journey in (one.id for one in existing(self.atlas)):
            for shown in self.shown(journey):
                for kind in ("counters", "evidence", "organisations", "schemes"):
                    for name in getattr(shown.finding.where_in(journey), kind):
                        found.setdefault((kind, name), []).append((journey, shown))
        rank = {id(one): at for at, one in enumerate(self.diagnosis.findings)}
        return {
            thing: tuple(sorted(every, key=lambda pair: rank[id(pair[1].finding)]))
            for thing, every in found.items()
        }


def _ground(code: str, finding: Finding, told: Told, journey: str) -> tuple[object, ...]:
    """A finding without its places elsewhere, which may be many."""
    kind = (finding.rule, finding.kind, finding.severity, finding.confidence, finding.also)
    return (code, told, *kind, finding.costs, finding.where_in(journey), len(finding.journeys))
