"""From a journey to its sheet: numbers, lanes, links, waits and flags, said in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from carteblanche_journeys.diagnosis.finding import Finding
from carteblanche_journeys.drawing.sheet import Flag, Lane, Line, Sheet, SheetLink, SheetStep
from carteblanche_journeys.drawing.sheet_places import Reach, behind, others, seen_counters
from carteblanche_journeys.drawing.sheet_waits import wait_of
from carteblanche_journeys.graph import Network, Passage, is_open, live, network, order, serves
from carteblanche_journeys.markup import visible
from carteblanche_journeys.measures.contacts import contacts
from carteblanche_journeys.model import (
    Atlas,
    Journey,
    Persona,
    Step,
    Way,
    actor_of,
    by_household,
    ways_of,
)
from carteblanche_journeys.words import Words, condition_in_words


def fill_sheet(
    journey: Journey,
    atlas: Atlas,
    persona: Persona,
    words: Words,
    findings: Iterable[Finding] = (),
    net: Network | None = None,
) -> Sheet:
    """The sheet of a whole journey, with the ways and distances of one persona.

    Parameters
    ----------
    findings
        In the order in which they are numbered; faults get C1, C2…, questions no flag.
    net
        The journey's network where it has been built already.

    >>> from carteblanche_journeys.words import words_for
    >>> journey = Journey(title="J'inscris", steps={"a": {"title": "A"}, "b": {"title": "B"}})
    >>> made = fill_sheet(journey, Atlas(), Persona(name="Jeanne"), words_for("fr"))
    >>> [(step.number, step.title, step.arrivals) for step in made.steps]
    [(1, 'A', ()), (2, 'B', (1,))]
    """
    net, atlas = net or network(journey), atlas.seen_by(journey)
    ranks = {name: rank for rank, name in enumerate(order(journey, net), start=1)}
    filling = _Filling(journey, atlas, persona, words, net, ranks)
    trips = {one.step for one in contacts(live(journey, atlas, persona, net)) if one.trip}
    flags = _flags(findings, journey)
    steps = tuple(filling.step(name, name in trips, flags.get(name, ())) for name in ranks)
    return Sheet(
        title=visible(words.text(journey.title)),
        person=visible(words.text(persona.name)),
        steps=steps,
    )


def _flags(findings: Iterable[Finding], journey: Journey) -> Mapping[str, tuple[Flag, ...]]:
    faults = [finding for finding in findings if finding.kind != "question"]
    found: dict[str, list[Flag]] = {}
    for number, finding in enumerate(faults, start=1):
        for step in finding.where_in(journey.id).steps:
            found.setdefault(step, []).append(Flag(f"C{number}", finding.severity))
    return {step: tuple(flags) for step, flags in found.items()}


class _Filling:
    """What every step of one sheet is filled from."""

    def __init__(
        self,
        journey: Journey,
        atlas: Atlas,
        persona: Persona,
        words: Words,
        net: Network,
        ranks: Mapping[str, int],
    ) -> None:
        self.journey, self.atlas, self.persona, self.words = journey, atlas, persona, words
        self.net, self.ranks = net, ranks
        self.ways = {name: self._ways(step) for name, step in journey.steps.items()}
        self.lanes: dict[str, Lane] = {
            name: _lane(step, self.ways[name], atlas) for name, step in journey.steps.items()
        }
        self.stages = _stages(journey)

    def step(self, name: str, trip: bool, flags: tuple[Flag, ...]) -> SheetStep:
        step, ways, lane = self.journey.steps[name], self.ways[name], self.lanes[name]
        out = self.net.out[name]
        arrivals = {self.ranks[passage.source] for passage in self.net.into[name]}
        stage = self.stages[name]
        return SheetStep(
            id=name,
            number=self.ranks[name],
            title=visible(self.words.text(step.title)),
            kind=step.kind,
            stage=stage,
            stage_name=visible(self.words.text(self.journey.stages.get(stage))),
            lane=lane,
            by_agent=acts_for_the_person(step, ways, self.atlas),
            who=self._who(step, ways),
            counters=seen_counters(
                ways, self.journey, self.atlas, self.persona, self.words
            ) if lane == "person" else (),
            behind=behind(step, ways, out, self.atlas, self.words) if lane == "person" else (),
            others=others(step, ways, self._reaches(out), self.atlas, self.words),
            out=tuple(self._link(passage) for passage in out),
            arrivals=tuple(sorted(arrivals)),
            wait=wait_of(step, ways, self.journey, lane, self.words),
            feeling=step.feeling,
            flags=flags,
            trip=trip,
        )  # fmt: skip

    def _ways(self, step: Step) -> tuple[Way, ...]:
        """The ways this persona can take; all of them where none is open."""
        every = ways_of(step, self.atlas)
        return tuple(way for way in every if self._may_go(way, step)) or every

    def _may_go(self, way: Way, step: Step) -> bool:
        here = serves(way, step, self.persona, self.atlas)
        return here and is_open(way, step, self.persona)

    def _reaches(self, out: Iterable[Passage]) -> list[Reach]:
        """Where links lead; a step below the line is drawn there itself and needs no dot."""
        seen = [passage for passage in out if self.lanes[passage.target] == "person"]
        return [
            (one, self.journey.steps[one.target], next(iter(self.ways[one.target]), None))
            for one in seen
        ]

    def _who(self, step: Step, ways: tuple[Way, ...]) -> str:
        actor = actor_of(step, self.atlas)
        names = [self.words.text(actor.name)] if actor else []
        if actor is None and ways and all(way.done_by for way in ways):
            professionals = dict.fromkeys(way.done_by or "" for way in ways)
            names = [self._actor_name(name) for name in professionals]
        return visible(self.words.series(names)) if names else self.words("person")

    def _actor_name(self, name: str) -> str:
        actor = self.atlas.actors.get(name)
        return self.words.text(actor.name) if actor else name

    def _link(self, passage: Passage) -> SheetLink:
        link, words = passage.link, self.words
        label = words.text(link.label) or condition_in_words(link.when, self.atlas, words)
        if link.share is not None:
            share = words.quantity(link.share)
            label = words("drawing.share", label=label, share=share) if label else share
        carries = (self._carried_name(name) for name in link.carries)
        return SheetLink(
            id=passage.id,
            source=self.ranks[passage.source],
            target=self.ranks[passage.target],
            line=self._line(passage),
            label=visible(label),
            carries=tuple(map(visible, carries)),
            back=link.back,
        )

    def _line(self, passage: Passage) -> Line:
        carried = passage.link.carried
        if carried == "person":
            return "carried"
        if carried == "organisation":
            return "backstage"
        hidden = "backstage" in (self.lanes[passage.source], self.lanes[passage.target])
        return "notice" if carried == "notification" or hidden else "goes-on"

    def _carried_name(self, name: str) -> str:
        piece, fact = self.atlas.evidence.get(name), self.atlas.facts.get(name)
        return self.words.text((piece.name if piece else None) or (fact.label if fact else name))


def acts_for_the_person(step: Step, ways: tuple[Way, ...], atlas: Atlas) -> bool:
    """Whether someone else acts: an agent, an organisation, a professional, an assessor.

    Where the person's presence is wanted for an assessment and nothing else, it is the
    assessor who acts.
    """
    done_by_others = bool(ways) and all(way.done_by for way in ways)
    return not by_household(step, atlas) or done_by_others or step.presence == ("assessment",)


def _lane(step: Step, ways: tuple[Way, ...], atlas: Atlas) -> Lane:
    """Below the line stands what others do while the person is not there."""
    if bool(ways) and all(way.done_by for way in ways):
        return "backstage"
    if by_household(step, atlas) or step.presence:
        return "person"
    visited = any(way.channel == "home" and not way.done_by for way in ways)
    return "person" if visited else "backstage"


def _stages(journey: Journey) -> Mapping[str, str]:
    """The stage of each step: its own, else that of the step above it in the file."""
    stages: dict[str, str] = {}
    stage = ""
    for name, step in journey.steps.items():
        stage = step.stage or stage
        stages[name] = stage
    return stages
