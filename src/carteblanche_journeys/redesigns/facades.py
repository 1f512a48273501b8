"""Counters that a redesign puts before others without a link to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carteblanche_journeys.model import Counter, Step, counters_of, schemes_of
from carteblanche_journeys.redesigns.trial import Trial


@dataclass(frozen=True, slots=True)
class Facade:
    """A step at a counter that would stand in for others, and owners it has no answer from."""

    step: str
    counter: str
    missing: tuple[str, ...]


def facades(trial: Trial) -> Iterator[Facade]:
    """Each counter that takes the place of others without deciding itself, or being answered.

    One who answers is an operator with a time within which it does, or is reached by a link
    that the organisation carries, with such a time. A counter without either adds a contact
    (maison de services of Luzech; Guichet Entreprises).
    """
    for name, step in trial.after.steps.items():
        origins = [one for one in step.comes_from or () if one in trial.before.steps]
        before = {counter for one in origins for counter in counters_of(trial.before.steps[one])}
        for counter in counters_of(step):
            if before and counter not in before:
                missing = _missing(trial, step, counter, before)
                if missing:
                    yield Facade(name, counter, missing)


def _missing(trial: Trial, step: Step, counter: str, before: set[str]) -> tuple[str, ...]:
    """The owners of the counters before that would not answer."""
    known = trial.after.atlas.counters.get(counter)
    if known is None or _decides(known, step, trial):
        return ()
    replaced = (trial.before.atlas.counters.get(one) for one in sorted(before))
    owners = {one.owner for one in replaced if one is not None}
    answered = {one.organisation for one in known.operators if one.answer_within is not None}
    return tuple(sorted(owners - {known.owner} - answered - _linked(step, trial)))


def _decides(counter: Counter, step: Step, trial: Trial) -> bool:
    schemes = schemes_of(step, trial.after.atlas)
    return bool(schemes) and all(counter.level(one) == "decides" for one in schemes)


def _linked(step: Step, trial: Trial) -> set[str]:
    """The owners of the counters to which the organisation carries the case, in a given time."""
    steps, counters = trial.after.steps, trial.after.atlas.counters
    found: set[str] = set()
    for link in step.next or ():
        if link.carried != "organisation" or link.answer_within is None or link.to not in steps:
            continue
        onward = steps[link.to]
        found.update(onward.accountable)
        found.update(counters[one].owner for one in counters_of(onward) if one in counters)
        found.update(filter(None, (onward.actor,)))
    return found
