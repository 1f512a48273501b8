"""Who would be worse off: personas, their relatives, agents; and of whom it cannot be said."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.redesigns.comparisons.comparison import Difference
from carteblanche_journeys.redesigns.proposals.lives import granted
from carteblanche_journeys.redesigns.proposals.proposal import PARTS, Loser, Loss
from carteblanche_journeys.redesigns.proposals.trial import Trial

#: Stands for those who work at counters and on files.
AGENTS = "agents"


def losers(trial: Trial) -> tuple[Loser, ...]:
    """Everyone whose burden would rise whatever the values, or who would lose something else.

    A rise is a loss where the whole range of the difference lies above zero. A relative is told
    apart from the household; agents are told once, at the persona who costs them most.
    """
    people = trial.start.lives
    found = [loser for name in people for loser in _of_persona(trial, name)]
    agents = [trial.spared(name).get("agent_minutes") for name in people]
    more = [one for one in agents if rises(one)]
    if more:
        worst = max(more, key=lambda one: (one.likely or one.low, one.high) if one else (0.0, 0.0))
        found.append(Loser(AGENTS, "agents", worst))
    return tuple(found)


def rises(difference: Difference | None) -> bool:
    """Whether something rises whatever the values; not where something unknown goes."""
    return difference is not None and difference.direction == "loses" and not difference.at_least


def unsaid(trial: Trial) -> tuple[str, ...]:
    """Personas of whom it cannot be said whether they lose, in the order of the journey."""
    return tuple(
        name
        for name in trial.start.lives
        if any(_is_open(trial.spared(name).get(part)) for part in PARTS)
    )


def _is_open(difference: Difference | None) -> bool:
    """Whether a part cannot be said, or rises where something unknown goes."""
    return difference is None or (difference.at_least and difference.high > 0)


def _of_persona(trial: Trial, persona: str) -> Iterator[Loser]:
    spared = trial.spared(persona)
    if trial.start.granted[persona] - granted(trial.life(persona).lived):
        yield Loser(persona, "no-way-through")
    if trial.newly_online(persona):
        yield Loser(persona, "help-online")
    for part in _LOST:
        if rises(spared.get(part)):
            yield Loser(persona, part, spared[part])
    for role, own in trial.spared_by_role(persona).items():
        for part in _LOST:
            if rises(own.get(part)):
                yield Loser(f"{persona}/{role}", part, own[part])


_LOST: tuple[Loss, ...] = ("minutes", "trips", "days", "euros")
