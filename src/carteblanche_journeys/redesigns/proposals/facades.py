"""Counters that a redesign puts before others without a link to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carteblanche_journeys.model import Atlas, Counter, Step, counters_of, schemes_of
from carteblanche_journeys.model.counters import Level
from carteblanche_journeys.redesigns.proposals.trial import Trial


@dataclass(frozen=True, slots=True)
class Facade:
    """A step at a counter that would stand in for others, and owners it has no answer from."""

    step: str
    counter: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Replaced:
    """A contact of the as-is: at which counters, for what."""

    at: tuple[str, ...]
    schemes: tuple[str, ...]

    def deciding(self, atlas: Atlas) -> set[str]:
        """The owners who decide at their counters, as far as is known.

        Nobody where one of the counters only receives for others: what is handed in there is
        passed on already.
        """
        known = (atlas.schemes.get(one) for one in self.schemes)
        deciders = {body for one in known if one is not None for body in one.decided_by}
        counters = [atlas.counters[name] for name in self.at]
        if any(self._receives(one) and one.owner not in deciders for one in counters):
            return {one.owner for one in counters if self._decides(one)}
        informing = [one for one in counters if self._levels(one) == {"informs"}]
        return {one.owner for one in counters if one not in informing or one.owner in deciders}

    def _levels(self, counter: Counter) -> set[Level | None]:
        return {counter.level(one) for one in self.schemes} or {None}

    def _receives(self, counter: Counter) -> bool:
        levels = self._levels(counter)
        return levels <= {"receives", "informs"} and "receives" in levels

    def _decides(self, counter: Counter) -> bool:
        return "decides" in self._levels(counter)


def _replaced(trial: Trial, step: str) -> _Replaced:
    one = trial.before.steps[step]
    at = tuple(name for name in counters_of(one) if name in trial.before.atlas.counters)
    return _Replaced(at, schemes_of(one, trial.before.atlas))


def facades(trial: Trial) -> Iterator[Facade]:
    """Each counter that takes the place of others without deciding itself, or being answered.

    One who answers is an operator with a time within which it does, or is reached by a link
    that the organisation carries, with such a time. A counter without either adds a contact
    (maison de services of Luzech; Guichet Entreprises). Who informed or received for
    another needs no link, nor does one whose own counter stays open for it, as the doors of a
    common form do.
    """
    for name, step in trial.after.steps.items():
        origins = [one for one in step.comes_from or () if one in trial.before.steps]
        replaced = [_replaced(trial, one) for one in origins]
        for counter in counters_of(step):
            missing = _missing(trial, step, counter, replaced)
            if missing:
                yield Facade(name, counter, missing)


def _missing(trial: Trial, step: Step, counter: str, replaced: list[_Replaced]) -> tuple[str, ...]:
    """The owners of the counters that it takes the place of, and who would not answer."""
    known, atlas = trial.after.atlas.counters.get(counter), trial.before.atlas
    if known is None or _decides(known, step, trial):
        return ()
    others = [one for one in replaced if one.at and counter not in one.at]
    owners = {owner for one in others for owner in one.deciding(atlas)}
    answered = {one.organisation for one in known.operators if one.answer_within is not None}
    still = {one.owner for name in counters_of(step) if (one := atlas.counters.get(name))}
    return tuple(sorted(owners - {known.owner} - answered - still - _linked(step, trial)))


def _decides(counter: Counter, step: Step, trial: Trial) -> bool:
    schemes = schemes_of(step, trial.after.atlas)
    return bool(schemes) and all(counter.level(one) == "decides" for one in schemes)


def _linked(step: Step, trial: Trial) -> set[str]:
    """The owners of the counters to which organisations carry what one came for, in a time."""
    steps, counters = trial.after.steps, trial.after.atlas.counters
    origins = set(step.comes_from or ())
    found: set[str] = set()
    for link in (link for one in steps.values() for link in one.next or ()):
        onward = steps.get(link.to)
        if onward is None or link.carried != "organisation" or onward is step:
            continue
        if origins & set(onward.comes_from or ()) and link.answer_within is not None:
            found.update(onward.accountable)
            found.update(counters[one].owner for one in counters_of(onward) if one in counters)
            found.update(filter(None, (onward.actor,)))
    return found
