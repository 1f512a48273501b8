"""A sheet as lines of text: what a drawing shows, where no drawing can be seen."""

from __future__ import annotations

from carteblanche_journeys.drawing.sheet import Sheet, SheetStep
from carteblanche_journeys.words import Words


def listed(sheet: Sheet, words: Words) -> tuple[str, ...]:
    """The steps in their order, one line each: where it is lived, and where it leads.

    >>> from carteblanche_journeys.drawing.sheet import SheetLink
    >>> from carteblanche_journeys.words import words_for
    >>> steps = (SheetStep("a", 1, "Écrire", out=(SheetLink("a->b", 1, 2),)),)
    >>> listed(Sheet("Un essai", "Jeanne", steps), words_for("en"))
    ('1. Écrire: leads to 2',)
    """
    return tuple(_line(step, words) for step in sheet.steps)


def _line(step: SheetStep, words: Words) -> str:
    counters = [_counter(one.name, one.channels, words) for one in step.counters]
    targets = [_branch(link.target, link.label, words) for link in step.out]
    parts = [words("face.at", None, counters=words.series(counters, "or"))] if counters else []
    parts += [words("face.leads-to", None, steps=words.series(targets))] if targets else []
    head = words("face.step", None, number=step.number, title=step.title)
    return f"{head}{words('face.then')}{', '.join(parts)}" if parts else head


def _counter(name: str, channels: tuple[str, ...], words: Words) -> str:
    said = [words(f"channel.{channel}") for channel in channels]
    return words("face.counter", None, name=name, channels=", ".join(said)) if said else name


def _branch(target: int, label: str, words: Words) -> str:
    return words("face.branch", None, step=target, label=label) if label else str(target)
