"""`cb.propose`: what could be changed in a journey, ranked, as data that shows itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from carteblanche_journeys.face.handles import AtlasHandle, JourneyHandle, journey_handle
from carteblanche_journeys.face.showing import Shows
from carteblanche_journeys.model import Journey
from carteblanche_journeys.redesigns.proposals import proposal as data
from carteblanche_journeys.redesigns.proposals import proposing
from carteblanche_journeys.reports import proposals_json, proposals_text


@dataclass(frozen=True, eq=False, repr=False)
class Proposals(Shows):
    """Redesigns in order: what each spares, whom, who loses, and what it takes.

    Parameters
    ----------
    found
        All of it as data: those shown, those of less effect, those set aside.
    """

    of: AtlasHandle
    journey: Journey
    found: data.Proposals

    def __iter__(self) -> Iterator[data.Proposal]:
        return iter(self.found.shown)

    def __len__(self) -> int:
        return len(self.found.shown)

    def __getitem__(self, place: int) -> data.Proposal:
        return self.found.shown[place]

    @property
    def rejected(self) -> tuple[data.Rejected, ...]:
        """What is set aside, and why."""
        return self.found.rejected

    @property
    def best(self) -> data.BestSet | None:
        """The best set, where it was asked for."""
        return self.found.best

    def json(self) -> str:
        """The same as `carteblanche propose --format json`."""
        of = self.of
        return proposals_json(self.found, self.journey.id, of.atlas, of.words, of.today)

    def __str__(self) -> str:
        of = self.of
        return proposals_text(self.found, self.journey, of.atlas, of.words).rstrip()


def propose(
    what: JourneyHandle | Journey,
    *,
    objective: data.Objective = "worst-off",
    personas: Iterable[str] | None = None,
    limits: data.Limits | None = None,
    best: bool = False,
) -> Proposals:
    """What could be changed in a journey: moves that its findings ask for, tried and ranked.

    Parameters
    ----------
    objective
        `worst-off`: the gain of the persona who carries most; `total`: of all, by their shares.
    personas
        Whose gain counts; left out, all those of the journey.
    limits
        What a proposal may cost and need in law, and how many moves the best set may have.
    best
        Whether the best set of moves is looked for too.

    Raises
    ------
    UnknownName
        For a persona that the atlas does not have.

    >>> from carteblanche_journeys.model import Journey
    >>> steps = {"a": {"title": "Déposer"}, "b": {"title": "Recevoir"}}
    >>> len(propose(Journey(title="Je demande", steps=steps)))
    0
    """
    handle = journey_handle(what)
    of, journey = handle.of, handle.journey
    found = proposing.propose(
        journey,
        of.atlas,
        objective=objective,
        personas=personas,
        limits=limits,
        best=best,
        today=of.today,
    )
    return Proposals(of, journey, found)
