"""Steps that a redesign puts online: no help for someone who is not online."""

from __future__ import annotations

from carteblanche_journeys.model import Step, counters_of
from carteblanche_journeys.redesigns.proposals.lives import ONLINE, unable
from carteblanche_journeys.redesigns.proposals.trial import Trial
from carteblanche_journeys.redesigns.variant import Variant


def only_put_online(trial: Trial) -> tuple[str, ...]:
    """The steps that change, where all that happens to them is that they can be done online."""
    changed = tuple(name for name in trial.before.steps if _differs(name, trial))
    return changed if all(_goes_online(name, trial) for name in changed) else ()


def able_to(step: str, trial: Trial, persona: str) -> bool:
    """Whether someone lives a step of the as-is, and may be counted on to do it online."""
    lived = trial.start.lives[persona].lived
    if step not in (*lived.steps, *lived.closed):
        return False
    return not unable(lived.persona.person(lived.journey.steps[step].actor))


def _differs(name: str, trial: Trial) -> bool:
    after = trial.after.steps.get(name)
    return trial.heirs[name] != (name,) or after != trial.before.steps[name]


def _goes_online(name: str, trial: Trial) -> bool:
    had = _channels(trial.before.steps[name], trial.before)
    return any(
        (_channels(trial.after.steps[heir], trial.after) - had) & ONLINE
        for heir in trial.heirs[name]
    )


def _channels(step: Step, variant: Variant) -> frozenset[str]:
    own = {way.channel for way in step.ways if way.channel}
    if not step.ways or not all(way.channel for way in step.ways):
        known = (variant.atlas.counters.get(one) for one in counters_of(step))
        own.update(channel for one in known if one is not None for channel in one.channels)
    return frozenset(own)
