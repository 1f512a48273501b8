"""What a comparison says, section by section, not yet written for any output."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carteblanche_journeys.diagnosis import Finding, name_of, tell
from carteblanche_journeys.graph import Body
from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.redesigns import move_named, prose_of, say_legal
from carteblanche_journeys.redesigns.comparisons.comparison import (
    FATES,
    AskSpared,
    Comparison,
    Difference,
    HandoffMoved,
    StepFate,
)
from carteblanche_journeys.redesigns.proposals.saying import name_of_persona
from carteblanche_journeys.reports.compare_amounts import say_differences
from carteblanche_journeys.words import Words

#: A sentence names so many things at most; beyond, it says how many others there are.
_NAMED = 6


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a comparison: its title, and what it says, one sentence each."""

    title: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A comparison in words: its title, its verdict in a sentence or two, its sections."""

    title: str
    verdict: str
    sections: tuple[Section, ...]


def tell_comparison(found: Comparison, words: Words) -> Told:
    """A comparison in words; sections without anything to say are left out.

    >>> from carteblanche_journeys.redesigns.comparisons.comparing import compare
    >>> from carteblanche_journeys.words import words_for
    >>> one = Journey(id="x/as-is", title="X", steps={"a": {"title": "A"}})
    >>> tell_comparison(compare(one, one, Atlas()), words_for("en")).verdict
    'Nothing changes: no step, piece, handoff, burden or finding.'
    """
    return _Teller(found, words).told()


def says_the_same(found: Comparison) -> bool:
    """Whether nothing differs: every step kept, every burden alike, the same findings."""
    if len(found.of("kept")) < len(found.steps):
        return False
    alike = all(
        one is not None and one.direction == "same" and not one.at_least
        for differences in found.burden.values()
        for one in differences.values()
    )
    return alike and not (found.cleared or found.new)


@dataclass(frozen=True, slots=True)
class _Teller:
    found: Comparison
    words: Words

    def told(self) -> Told:
        """All of it."""
        found, words = self.found, self.words
        title = words("compare.title", as_is=found.as_is.id, to_be=found.to_be.id)
        if says_the_same(found):
            return Told(title, words("compare.same"), ())
        every = (
            Section(words("compare.who"), tuple(self._people())),
            Section(words("compare.steps"), tuple(self._steps())),
            Section(words("compare.evidence"), tuple(map(self._ask, found.asks_spared))),
            Section(words("compare.handoffs"), tuple(map(self._handoff, found.handoffs_moved))),
            Section(words("compare.findings"), tuple(self._findings())),
            Section(words("compare.legal"), tuple(dict.fromkeys(self._legal()))),
        )
        return Told(title, self._verdict(), tuple(one for one in every if one.said))

    # Who gains, who loses --------------------------------------------------------------

    def _verdict(self) -> str:
        """Who gains and who loses time, by name."""
        by: dict[str, list[str]] = {}
        for persona, differences in self.found.burden.items():
            by.setdefault(_direction(differences.get("minutes")), []).append(self._persona(persona))
        said = [
            self.words(f"compare.{way}{'.several' if len(by[way]) > 1 else ''}", None,
                       names=self.words.series(by[way]))
            for way in ("gain", "lose")
            if way in by
        ]  # fmt: skip
        said = said or ([] if {"undecided", "unsaid"} & by.keys() else [self.words("compare.none")])
        for way in ("undecided", "unsaid"):
            if way in by:
                said.append(self.words(f"compare.{way}", names=self.words.series(by[way])))
        return " ".join(said)

    def _people(self) -> Iterator[str]:
        for persona, differences in self.found.burden.items():
            told = say_differences(differences, self.words)
            yield self.words("compare.entry", name=self._persona(persona), told=told)

    def _persona(self, persona: str) -> str:
        return name_of_persona(persona, self.found.after, self.words)

    # Steps -----------------------------------------------------------------------------

    def _steps(self) -> Iterator[str]:
        for fate in FATES:
            every = self.found.of(fate)
            if fate == "kept":
                yield self.words("compare.fate.kept", n=len(every))
            else:
                yield from map(self._fate, every)

    def _fate(self, fate: StepFate) -> str:
        before = self.words.series(self._titles(fate.before, self.found.as_is), at_most=_NAMED)
        after = self.words.series(self._titles(fate.after, self.found.to_be), at_most=_NAMED)
        fields = self.words.series([self._field(name) for name in fate.changes])
        return self.words(
            f"compare.fate.{fate.fate}", None, before=before, after=after, fields=fields
        )

    def _field(self, name: str) -> str:
        key = f"compare.field.{name}"
        return self.words(key) if self.words.has(key) else name

    def _titles(self, steps: tuple[str, ...], journey: Journey) -> list[str]:
        titles = (self.words.text(journey.steps[name].title) for name in steps)
        return [self.words("finding.quoted", name=title) for title in titles]

    # Pieces, handoffs ------------------------------------------------------------------

    def _ask(self, spared: AskSpared) -> str:
        piece = self.found.before.evidence.get(spared.piece)
        name = self.words.text(piece.name) if piece else spared.piece
        before, after = (
            self.words("count.times", n=round(times, 1)) for times in (spared.before, spared.after)
        )
        if not spared.after:
            return self.words("compare.asked.never", piece=name, before=before)
        return self.words("compare.asked", piece=name, before=before, after=after)

    def _handoff(self, moved: HandoffMoved) -> str:
        key = "compare.handoff.gone" if moved.after is None else "compare.handoff"
        ends = (self._body(body) for body in (moved.before.before, moved.before.after))
        before, after = ends
        return self.words(key, None, before=before, after=after)

    def _body(self, body: Body) -> str:
        name = f"{body.organisation}@{body.place}" if body.place else body.organisation
        return name_of("body", name, self.found.before, self.words)

    # Findings, law ---------------------------------------------------------------------

    def _findings(self) -> Iterator[str]:
        found = self.found
        for finding in found.cleared:
            title = self._title(finding, found.as_is, found.before)
            yield self.words("compare.cleared", title=title)
        for finding in found.new:
            title = self._title(finding, found.to_be, found.after)
            yield self.words("compare.new", title=title)
        if found.remaining:
            yield self.words("compare.remaining", n=len(found.remaining))

    def _title(self, finding: Finding, journey: Journey, atlas: Atlas) -> str:
        return tell(finding, around(atlas, journey), self.words).title

    def _legal(self) -> Iterator[str]:
        for move, need in self.found.legal:
            name = prose_of(move_named(move), self.words).name
            told = say_legal(need, self.found.after, self.words)
            yield self.words("compare.move", move=name, told=told)


def around(atlas: Atlas, journey: Journey) -> Atlas:
    """The atlas with a journey that it may not hold, or hold otherwise."""
    return atlas.model_copy(update={"journeys": FrozenMap({**atlas.journeys, journey.id: journey})})


def _direction(difference: Difference | None) -> str:
    if difference is None:
        return "unsaid"
    if difference.direction == "loses" and difference.at_least:
        return "undecided"
    return {"gains": "gain", "loses": "lose"}.get(difference.direction, difference.direction)
