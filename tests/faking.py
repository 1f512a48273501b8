"""Moves made up for tests: what they do is written where they are used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import pytest

from carteblanche_journeys.model import Step
from carteblanche_journeys.model.values import Value
from carteblanche_journeys.redesigns import Cost, LegalNeed, Move, Suggestion, Variant
from carteblanche_journeys.redesigns.move import Diagnosed, Effect
from carteblanche_journeys.redesigns.proposals import candidates
from carteblanche_journeys.redesigns.prose import MoveProse

PROSE = MoveProse(
    name="Un geste", title="On ferait autrement", does="", worse={}, watch="", undo=""
)


class Word(Value):
    """One word, so that two candidates of one move can be told apart."""

    word: str = ""


def fake(
    name: str,
    make: Callable[[Variant], Variant],
    *,
    causes: Iterable[str] | None = None,
    word: str = "",
    effect: Effect = "simplify",
    order: int = 50,
    cost: str = "low",
    need: str = "agreement",
) -> Move:
    """A move that is suggested once, fits wherever it changes something, and does what is given."""
    told = (f"cause of {name}",) if causes is None else tuple(causes)

    def suggest(diagnosed: Diagnosed) -> Iterator[Suggestion]:
        yield Suggestion(Word(word=word) if word else Word(), told)

    return Move(
        name=name,
        source=(),
        arguments=Word,
        order=order,
        effect=effect,
        answers=(),
        prose={"fr": PROSE, "en": PROSE},
        done=lambda variant, _: make(variant) is variant,
        fits=lambda variant, _: iter(()),
        make=lambda variant, _: make(variant),
        suggest=suggest,
        worse=lambda variant, _: (),
        legal=lambda variant, _: (LegalNeed(need),),
        cost=lambda variant, _: Cost(cost, "made up"),
        undoing="easy",
    )


def use(monkeypatch: pytest.MonkeyPatch, *moves: Move) -> None:
    """Let these be the only moves that there are."""
    monkeypatch.setattr(candidates, "all_moves", lambda: moves)


def changed(step: str, **fields: object) -> Callable[[Variant], Variant]:
    """A move that sets fields of a step, where the journey has it and they differ."""

    def make(variant: Variant) -> Variant:
        if step not in variant.steps:
            return variant
        before = variant.steps[step]
        said = {name: getattr(before, name) for name in before.model_fields_set}
        after = Step(**{**said, **fields})
        return variant if after == before else variant.with_step(after)

    return make


def gone(step: str) -> Callable[[Variant], Variant]:
    """A move that takes a step away, so that what led to it leads past it."""
    from carteblanche_journeys.redesigns.rewriting.removing import bypassed

    def make(variant: Variant) -> Variant:
        return bypassed(variant, step) if step in variant.steps else variant

    return make
