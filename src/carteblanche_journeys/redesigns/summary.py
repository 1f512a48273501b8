"""From a trial to a proposal: what it spares, whom, at what price."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis import Finding
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.redesigns.chosen import Chosen
from carteblanche_journeys.redesigns.consequences import Assumption, CostClass, costlier
from carteblanche_journeys.redesigns.gains import counted
from carteblanche_journeys.redesigns.losing import losers, unsaid
from carteblanche_journeys.redesigns.proposal import PARTS, Proposal
from carteblanche_journeys.redesigns.trial import Trial
from carteblanche_journeys.redesigns.variant import Variant


def proposal_of(
    trial: Trial, clears: tuple[Finding, ...] = (), creates: tuple[Finding, ...] = ()
) -> Proposal:
    """A trial as a proposal, measured on the journey that its moves yield."""
    return Proposal(
        moves=trial.moves,
        journey=trial.after.journey,
        spared=FrozenMap(
            {
                name: FrozenMap({part: counted(trial, name, part) for part in PARTS})
                for name in trial.start.lives
            }
        ),
        losers=losers(trial),
        unsaid=unsaid(trial),
        worse=tuple((m.move.name, one) for m, v in made(trial) for one in m.worse(v)),
        legal=tuple((m.move.name, one) for m, v in made(trial) for one in m.legal(v)),
        cost_class=cost_of(trial),
        clears=clears,
        creates=creates,
        assumptions=_assumptions(trial),
        causes=trial.causes,
        stages=trial.stages,
        opens=FrozenMap({name: one for name in trial.start.lives if (one := trial.opened(name))}),
    )


def made(trial: Trial) -> Iterator[tuple[Chosen, Variant]]:
    """Each move, with the variant before it."""
    return zip(trial.moves, trial.stages, strict=False)


def cost_of(trial: Trial) -> CostClass:
    """The cost of the dearest move."""
    dearest: CostClass = "none"
    for move, before in made(trial):
        dearest = costlier(dearest, move.cost(before).cost_class)
    return dearest


def _assumptions(trial: Trial) -> tuple[Assumption, ...]:
    every = (one for move in trial.moves for one in move.move.assumes)
    return tuple(dict.fromkeys(every))
