"""From a trial to a proposal: what it spares, whom, at what price."""

from __future__ import annotations

from carteblanche_journeys.diagnosis import Finding
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.redesigns.consequences import Assumption
from carteblanche_journeys.redesigns.proposals.gains import counted
from carteblanche_journeys.redesigns.proposals.losing import losers, unsaid
from carteblanche_journeys.redesigns.proposals.proposal import PARTS, Proposal
from carteblanche_journeys.redesigns.proposals.trial import Trial


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
        worse=tuple((m.move.name, one) for m, v in trial.made for one in m.worse(v)),
        legal=trial.legal,
        cost_class=trial.cost_class,
        clears=clears,
        creates=creates,
        assumptions=_assumptions(trial),
        causes=trial.causes,
        stages=trial.stages,
        opens=FrozenMap({name: one for name in trial.start.lives if (one := trial.opened(name))}),
    )


def _assumptions(trial: Trial) -> tuple[Assumption, ...]:
    every = (one for move in trial.moves for one in move.move.assumes)
    return tuple(dict.fromkeys(every))
