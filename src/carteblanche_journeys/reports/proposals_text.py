"""Proposals for people at a terminal: what to change, whom it helps or hurts, what it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from carteblanche_journeys.diagnosis import Finding, tell
from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.redesigns import Chosen, Variant, tell_move
from carteblanche_journeys.redesigns.proposals.proposal import (
    BestSet,
    Limits,
    Proposal,
    Proposals,
    Rejected,
)
from carteblanche_journeys.redesigns.proposals.saying import (
    name_of_persona,
    say_loser,
    say_spared,
    say_veto,
)
from carteblanche_journeys.redesigns.telling import say_assumption
from carteblanche_journeys.reports.paragraphs import WIDTH, labelled, wrapped
from carteblanche_journeys.words import Words
from carteblanche_journeys.words.spans import value_in_words

#: Findings named beside a proposal; beyond, it says how many others there are.
_NAMED = 3


def proposals_text(
    found: Proposals, journey: Journey, atlas: Atlas, words: Words, *, width: int = WIDTH
) -> str:
    """What is proposed for a journey, ranked, and what is set aside, as plain text.

    Parameters
    ----------
    width
        Columns of the terminal.
    """
    lines = [*_Writer(journey, atlas, words, width).all_of(found)]
    return "".join(f"{line}\n" for line in lines)


@dataclass(frozen=True)
class _Writer:
    journey: Journey
    atlas: Atlas
    words: Words
    width: int

    def all_of(self, found: Proposals) -> Iterator[str]:
        """The whole report, line by line."""
        yield from self._head(found)
        for place, proposal in enumerate(found.shown, 1):
            yield ""
            yield from self.proposal(proposal, f"{place:>2}. ")
        if not found.shown:
            yield ""
            yield from self._wrapped(self.words("propose.none"))
        if found.best is not None:
            yield ""
            yield from self._best(found.best)
        if found.rejected:
            yield ""
            yield from self._wrapped(self.words("propose.rejected"))
            for one in found.rejected:
                told = self.words("propose.reject", title=self._title(one), why=self._why(one))
                yield from wrapped(told, self.width, "    ", "  - ")
        yield ""
        yield from self._wrapped(self.words("propose.note"))

    def _wrapped(self, text: str) -> list[str]:
        return wrapped(text, self.width)

    def _head(self, found: Proposals) -> Iterator[str]:
        words = self.words
        title = words("propose.title", journey=words.text(self.journey.title))
        people = words.series([self._name(one) for one in found.weighted])
        objective = words(f"objective.{found.objective}")
        yield from self._wrapped(title)
        yield from self._wrapped(words("propose.objective", objective=objective, people=people))
        if found.limits != Limits(moves=found.limits.moves):
            legal = words.series([words(f"legal.need.{one}") for one in found.limits.legal])
            cost = words(f"cost-class.{found.limits.cost}")
            yield from self._wrapped(words("propose.limits", cost=cost, legal=legal))
        counts = {
            "examined": found.examined,
            "shown": len(found.shown),
            "further": len(found.further),
            "rejected": len(found.rejected),
            "beyond": len(found.beyond),
        }
        yield from self._wrapped(words("propose.counts", None, **counts))

    def _name(self, persona: str) -> str:
        return name_of_persona(persona, self.atlas, self.words)

    def proposal(self, one: Proposal, number: str) -> Iterator[str]:
        """One proposal: what it changes, then what it does to people and asks of bodies."""
        told = [
            tell_move(move, before, self.words)
            for move, before in zip(one.moves, one.stages, strict=False)
        ]
        first, *others = (move.title.rstrip(".") for move in told)
        yield from wrapped(first, self.width, " " * len(number), number)
        for title in others:
            yield from wrapped(title, self.width, " " * len(number), f"{'+ ':>{len(number)}}")
        words = self.words
        several = len(told) > 1
        pairs = [
            *self._each("propose.move", (move.name for move in told)),
            *self._spared(one),
            *self._opened(one),
            *self._losers(one),
            *self._each("propose.worse", (text for move in told for text in move.worse)),
            *self._each("propose.legal", (text for move in told for text in move.legal)),
            *self._each("propose.cost", (move.cost for move in told)),
            *self._each("propose.clears", self._findings(one.clears, one)),
            *self._each("propose.creates", self._findings(one.creates, one)),
            *self._assumed(one),
            *(() if several else ((words("propose.watch"), told[0].watch),)),
        ]
        yield from labelled(_once(pairs), self.width, " " * len(number))

    def _spared(self, one: Proposal) -> Iterator[tuple[str, str]]:
        for who, parts in one.spared.items():
            told = ", ".join(say_spared(parts, self.words))
            said = self.words("spared.told", who=self._name(who), told=told)
            yield self.words("propose.spares"), said

    def _opened(self, one: Proposal) -> Iterator[tuple[str, str]]:
        for who, steps in one.opens.items():
            titles = [self._step(step) for step in steps]
            told = self.words.series(titles, at_most=_NAMED)
            said = self.words("spared.told", who=self._name(who), told=told)
            yield self.words("propose.opens"), said

    def _step(self, step: str) -> str:
        title = self.words.text(self.journey.steps[step].title)
        return self.words("finding.quoted", name=title)

    def _losers(self, one: Proposal) -> Iterator[tuple[str, str]]:
        label = self.words("propose.loses")
        for loser in one.losers:
            yield label, say_loser(loser, self.atlas, self.words)
        if one.unsaid:
            people = self.words.series([self._name(who) for who in one.unsaid])
            yield label, self.words("loser.unsaid", people=people)
        elif not one.losers:
            yield label, self.words("loser.none")

    def _each(self, label: str, texts: Iterable[str]) -> Iterator[tuple[str, str]]:
        yield from ((self.words(label), text) for text in dict.fromkeys(texts))

    def _findings(self, findings: tuple[Finding, ...], one: Proposal) -> tuple[str, ...]:
        """The titles of the gravest, and how many others there are."""
        journeys = {**self.atlas.journeys, one.journey.id: one.journey}
        after = self.atlas.model_copy(update={"journeys": FrozenMap(journeys)})
        seen = after if findings is one.creates else self.atlas
        titles = tuple(dict.fromkeys(tell(it, seen, self.words).title for it in findings))
        left = len(titles) - _NAMED
        others = (self.words("propose.others", left),) if left > 0 else ()
        return titles[:_NAMED] + others

    def _assumed(self, one: Proposal) -> Iterator[tuple[str, str]]:
        for it in one.assumptions:
            yield self.words("propose.assumes"), say_assumption(it, self.words)

    def _best(self, best: BestSet) -> Iterator[str]:
        words = self.words
        yield from self._wrapped(words("propose.best"))
        cost = words(f"cost-class.{best.limits.cost}")
        limits = words("propose.best.limits", moves=best.limits.moves, cost=cost)
        yield from wrapped(limits, self.width, "    ")
        if best.proposal is None:
            yield from wrapped(words("propose.best.none"), self.width, "    ")
        else:
            yield from self.proposal(best.proposal, "    ")
        kind = "exact" if best.exact else "greedy"
        if best.tried:
            yield from wrapped(words(f"propose.best.{kind}", best.tried), self.width, "    ")
        if not best.exact:
            yield from wrapped(self._bound(best), self.width, "    ")

    def _bound(self, best: BestSet) -> str:
        if best.bound is None:
            return self.words("propose.best.gap")
        amount = value_in_words(best.bound, "min", self.words)
        return self.words("propose.best.bound", amount=amount)

    def _title(self, one: Rejected) -> str:
        return " + ".join(
            self._move_title(m, v) for m, v in zip(one.moves, one.stages, strict=False)
        )

    def _move_title(self, move: Chosen, before: Variant) -> str:
        return tell_move(move, before, self.words).title.rstrip(".")

    def _why(self, one: Rejected) -> str:
        return say_veto(one, self.words)


def _once(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Labels said once where the same one follows."""
    last = ""
    for label, text in pairs:
        if not text:
            continue
        yield (label if label != last else "", text)
        last = label
