"""What could be done about what hurts: candidates tried, measured, ranked, or set aside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from carteblanche_journeys.diagnosis import Finding, InternalFault
from carteblanche_journeys.diagnosis.severity import SEVERITIES
from carteblanche_journeys.errors import UnknownName
from carteblanche_journeys.model import Atlas, Journey, Persona
from carteblanche_journeys.model.collector import without_collector
from carteblanche_journeys.redesigns.consequences import COST_CLASSES, LEGAL_NEEDS
from carteblanche_journeys.redesigns.move import Diagnosed
from carteblanche_journeys.redesigns.proposals.best_set import best_set
from carteblanche_journeys.redesigns.proposals.candidates import (
    Candidate,
    candidates,
    fault_of,
    trial_of,
)
from carteblanche_journeys.redesigns.proposals.diagnosing import faults_of, went_and_came
from carteblanche_journeys.redesigns.proposals.gains import gain_of, weights
from carteblanche_journeys.redesigns.proposals.limits import within
from carteblanche_journeys.redesigns.proposals.losing import AGENTS
from carteblanche_journeys.redesigns.proposals.proposal import (
    OBJECTIVES,
    Limits,
    Objective,
    Proposal,
    Proposals,
    Rejected,
)
from carteblanche_journeys.redesigns.proposals.ranking import (
    Ranked,
    apart,
    few_of_a_kind,
    ranked,
    varied,
)
from carteblanche_journeys.redesigns.proposals.summary import proposal_of
from carteblanche_journeys.redesigns.proposals.trial import Start, Trial
from carteblanche_journeys.redesigns.proposals.vetoes import veto, veto_of_findings
from carteblanche_journeys.redesigns.variant import begin

#: How many proposals are shown.
SHOWN = 10
#: How many are diagnosed at most to find those that are shown.
_DIAGNOSED = 20


def propose(
    journey: Journey,
    atlas: Atlas,
    *,
    objective: Objective = "worst-off",
    personas: Iterable[str] | None = None,
    limits: Limits | None = None,
    best: bool = False,
    today: date | None = None,
) -> Proposals:
    """Redesigns of a journey, ranked, each made on a copy and measured there.

    Every move that a finding asks for is tried alone. What is vetoed is set aside, whatever it
    saves. The others rank by what they gain for the objective; among those shown at most one
    is of each move and cause, and one that gains nothing is there only if it clears a fault.

    Parameters
    ----------
    personas
        Whose gain counts for the objective; left out, all those of the journey. Losers and
        vetoes are looked for among all of them in any case.
    limits
        What a proposal may cost and need in law, and how many moves the best set may have.
    best
        Whether the best set within the limits is looked for too.
    today
        The day on which waivers are looked at; left out: all are in force.

    Raises
    ------
    UnknownName
        For a persona that the atlas does not have, or another objective, cost or legal need.

    >>> steps = {"a": {"title": "Déposer", "wait": "90 d"}, "b": {"title": "Recevoir"}}
    >>> propose(Journey(id="x/as-is", title="X", steps=steps), Atlas()).examined
    0
    """
    limits = limits or Limits()
    _known(objective, OBJECTIVES)
    _known(limits.cost, COST_CLASSES)
    for need in limits.legal:
        _known(need, LEGAL_NEEDS)
    asked = None if personas is None else tuple(_persona(name, atlas) for name in personas)
    with without_collector():
        start = _start(journey, atlas, asked)
        findings = faults_of(start.variant, today)
        weighted = weights(start, objective, asked)
        search = _Search(start, objective, limits, today, findings, weighted)
        return search.proposals(best=best)


def _known(name: str, words: Sequence[str]) -> None:
    if name not in words:
        raise UnknownName(f"no '{name}'; there is: {', '.join(words)}")


def _persona(name: str, atlas: Atlas) -> Persona:
    if name not in atlas.personas:
        known = ", ".join(atlas.personas) or "none"
        raise UnknownName(f"no persona '{name}'; there is: {known}")
    return atlas.personas[name]


def _start(journey: Journey, atlas: Atlas, asked: tuple[Persona, ...] | None) -> Start:
    own = atlas.personas_of(journey)
    more = tuple(one for one in asked or () if one not in own)
    if more:
        named = (*(one.id for one in own if one.id), *(one.id for one in more))
        journey = journey.model_copy(update={"personas": named})
    variant = begin(journey, atlas)
    return Start(variant, atlas.personas_of(journey))


@dataclass
class _Search:
    """One search: what is tried, and what becomes of it."""

    start: Start
    objective: Objective
    limits: Limits
    today: date | None
    findings: tuple[Finding, ...]
    weighted: Mapping[str, float]
    rejected: list[Rejected] = field(default_factory=list)
    faults: list[InternalFault] = field(default_factory=list)
    examined: int = 0

    def proposals(self, *, best: bool) -> Proposals:
        """All of it."""
        held = ranked(self._tried())
        allowed = [one for one in held if within(one.trial, self.limits)]
        shown, later = self._shown(allowed)
        beyond = [one for one in held if not within(one.trial, self.limits)]
        chosen = None
        if best:
            chosen = best_set(
                self.start, [one.trial for one in allowed], self.weighted, self.objective,
                self.limits, self._told,
            )  # fmt: skip
        return Proposals(
            objective=self.objective,
            shown=shown,
            further=tuple(proposal_of(one.trial) for one in later),
            rejected=tuple(self.rejected),
            examined=self.examined,
            best=chosen,
            beyond=tuple(proposal_of(one.trial) for one in beyond),
            weighted=self.weighted,
            limits=self.limits,
            faults=tuple(self.faults),
        )

    def _tried(self) -> list[Ranked]:
        """Each candidate made and measured that no veto sets aside."""
        found, faults = candidates(Diagnosed(self.start.variant, self.findings))
        self.faults += faults
        kept = []
        for candidate in found:
            try:
                one = self._weighed(candidate)
            except Exception as problem:
                name = candidate.chosen.move.name
                self.faults.append(fault_of(name, self.start.variant.journey.id, problem))
                continue
            if one is not None:
                kept.append(one)
        return kept

    def _weighed(self, candidate: Candidate) -> Ranked | None:
        """A candidate made and measured; None where it does not fit or is set aside."""
        trial = trial_of(candidate, self.start)
        if trial is None:
            return None
        self.examined += 1
        reason = veto(trial)
        if reason is not None:
            self.rejected.append(Rejected(trial.moves, reason, trial.stages))
            return None
        return self._ranked(trial) if candidate.linked is None else None

    def _ranked(self, trial: Trial) -> Ranked:
        asked = [one for one in self.findings if one.fingerprint in trial.causes]
        gravest = max((SEVERITIES.index(one.severity) for one in asked), default=0)
        return Ranked(trial, gain_of(trial, self.weighted), len(SEVERITIES) - gravest)

    def _shown(self, allowed: list[Ranked]) -> tuple[tuple[Proposal, ...], list[Ranked]]:
        """The first that are apart from each other, diagnosed; and the others."""
        shown: list[Proposal] = []
        taken: set[int] = set()
        for one in islice(
            few_of_a_kind(varied(apart(allowed, _topics), _ideas), _kinds), _DIAGNOSED
        ):
            if len(shown) == SHOWN:
                break
            told = self._told(one.trial)
            reason = veto_of_findings(told.creates)
            if reason is not None:
                self.rejected.append(Rejected(one.trial.moves, reason, one.trial.stages))
                taken.add(id(one))
            elif one.gain.tier < 3 or (told.clears and not _hurts(told)):
                shown.append(told)
                taken.add(id(one))
        return tuple(shown), [one for one in allowed if id(one) not in taken]

    def _told(self, trial: Trial) -> Proposal:
        """A proposal with the findings that go and come."""
        after = faults_of(trial.after, self.today, costs=False)
        return proposal_of(trial, *went_and_came(self.findings, after))


def _ideas(one: Ranked) -> str:
    """What sets an idea apart: of ways opened the move, of time spared what it does to work."""
    return _kinds(one) if one.gain.tier == 0 else one.trial.moves[0].move.effect


def _kinds(one: Ranked) -> str:
    return " ".join(move.move.name for move in one.trial.moves)


def _hurts(told: Proposal) -> bool:
    """Whether somebody of a household would lose."""
    return any(loser.who != AGENTS for loser in told.losers)


def _topics(one: Ranked) -> Iterable[object]:
    names = [move.move.name for move in one.trial.moves]
    return ((name, cause) for name in names for cause in one.trial.causes)
