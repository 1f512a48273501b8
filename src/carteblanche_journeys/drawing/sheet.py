"""The sheet: everything the drawings of one journey show, as plain values, in words already.

The blueprint, the map and the list draw from it, so that numbers, lanes and marks are equal
in each. `sheet_filling.fill_sheet` makes it from an atlas.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from carteblanche_journeys.model.steps import StepKind
from carteblanche_journeys.model.waivers import Severity

#: Above or below the line of visibility: who lives the step.
Lane = Literal["person", "backstage"]
#: How a link is drawn: she goes on; she carries the handoff; the back office does; a notice,
#: or nobody says.
Line = Literal["goes-on", "carried", "backstage", "notice"]


@dataclass(frozen=True, slots=True)
class SheetCounter:
    """A counter as met at a step: its name, channels in their order, how far it is."""

    id: str
    name: str
    channels: tuple[str, ...] = ()
    distance: str | None = None


@dataclass(frozen=True, slots=True)
class SheetLink:
    """A link as drawn.

    Parameters
    ----------
    id
        The passage's id, `source->target`.
    source, target
        Numbers of the two steps.
    line
        How it is drawn.
    label
        What leads this way, and for which share; empty where nothing is said.
    carries
        Names of what goes along.
    back
        Whether it returns to an earlier step.
    """

    id: str
    source: int
    target: int
    line: Line = "goes-on"
    label: str = ""
    carries: tuple[str, ...] = ()
    back: bool = False

    @property
    def words(self) -> str:
        """What stands beside the arrow: what leads this way, else what is carried."""
        return self.label or ", ".join(self.carries)


@dataclass(frozen=True, slots=True)
class SheetWait:
    """A wait as drawn.

    Parameters
    ----------
    state
        `known`; `unknown` where the step could make one wait and nobody says; else `none`.
    text
        How long, in words.
    status
        How sure: the model's status, None where nobody says.
    weeks
        How many whole weeks.
    legal
        What the law says of the organisation's time, where no wait is known.
    """

    state: Literal["known", "unknown", "none"] = "none"
    text: str = ""
    status: str | None = None
    weeks: int = 0
    legal: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """A finding at a step: its code (C1, C2…) and how bad it is."""

    code: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class SheetStep:
    """A step as drawn.

    Parameters
    ----------
    number
        Its rank in reading order, from 1.
    stage, stage_name
        Its stage's id and name, both empty where it has none.
    lane
        Who lives it: the person, or the back office alone.
    by_agent
        Whether an agent or an organisation acts, be it in the person's presence.
    who
        Who acts, in words.
    behind
        What the back office does that the person does not see, in a few words each.
    others
        Other bodies that are reached from here.
    out
        Links that leave it, as written.
    arrivals
        Numbers of the steps that lead to it, in order, each once.
    trip
        Whether it takes a trip of its own.
    """

    id: str
    number: int
    title: str
    kind: StepKind = "action"
    stage: str = ""
    stage_name: str = ""
    lane: Lane = "person"
    by_agent: bool = False
    who: str = ""
    counters: tuple[SheetCounter, ...] = ()
    behind: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    out: tuple[SheetLink, ...] = ()
    arrivals: tuple[int, ...] = ()
    wait: SheetWait = SheetWait()
    feeling: int | None = None
    flags: tuple[Flag, ...] = ()
    trip: bool = False


@dataclass(frozen=True)
class Sheet:
    """A journey as drawn: its title, for whom, and its steps in reading order."""

    title: str
    person: str
    steps: tuple[SheetStep, ...]

    @cached_property
    def links(self) -> tuple[SheetLink, ...]:
        """Every link, by source."""
        return tuple(link for step in self.steps for link in step.out)
