"""Journeys: one life moment as lived in one territory at one date, in one variant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from carteblanche_journeys.model.edits import Edit
from carteblanche_journeys.model.frozen import frozen
from carteblanche_journeys.model.quantities import Count, Duration, Money, Quantity
from carteblanche_journeys.model.references import (
    Doer,
    JourneyId,
    PersonaId,
    Reference,
    StepId,
    TerritoryId,
)
from carteblanche_journeys.model.steps import Step
from carteblanche_journeys.model.values import (
    EMPTY,
    ById,
    Frozen,
    Id,
    Named,
    Several,
    Text,
    Thing,
    Value,
)
from carteblanche_journeys.model.waivers import Day, Waiver

Variant = Literal["as-is", "to-be", "lived"]


def _written_date(raw: object) -> object:
    """A date may be a year, a month or a day; a bare year is a number to YAML."""
    return str(raw) if isinstance(raw, int) and not isinstance(raw, bool) else raw


#: `2018`, `2018-01` or `2018-01-15`.
WrittenDate = Annotated[
    str,
    BeforeValidator(_written_date, json_schema_input_type=str | int),
    Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"),
]


class DatedNote(Thing):
    """What has changed since, or was learnt, on a date."""

    date: WrittenDate = Field(description="A year, a month or a day: `2018-01`.")
    text: Text = Field(description="What has changed, or was learnt.")


class CaseOwner(Value):
    """Who follows the case from one step to another."""

    actor: Doer = Field(description="Who follows the case.")
    from_: StepId = Field(alias="from", description="The first step followed.")
    to: StepId = Field(description="The last step followed.")


class FieldFigure(Thing):
    """One figure measured on a redesign that was tried for real."""

    label: Text = Field(description="What was measured.")
    value: Count = Field(description="`508`, `96 %`, `7 min`.")


class FieldTest(Thing):
    """What was tried for real, when, and what was measured."""

    name: Text = Field(description="What it was called.")
    from_: WrittenDate | None = Field(None, alias="from", description="When it began.")
    to: WrittenDate | None = Field(None, description="When it ended.")
    figures: Several[FieldFigure] = Field(
        (), description="What was measured and published; []: nothing was."
    )


class Journey(Named):
    """One life moment, step by step, as one persona could live it."""

    title: Text = Field(description="In the person's words: « J'ai un enfant ».")
    steps: ById[Step] = Field(EMPTY, description="Steps, in order.")
    life_moment: Text | None = Field(None, description="Left out: the folder's name.")
    variant: Variant | None = Field(None, description="as-is, to-be or lived.")
    date: WrittenDate | None = Field(None, description="When it is lived so: `2018-01`.")
    territory: TerritoryId | None = Field(
        None, description="Where it is lived; left out: the atlas's."
    )
    personas: Several[PersonaId] = Field((), description="For whom; the first is the page's.")
    stages: Frozen[Id, Text] = Field(EMPTY, description="Stages, in order.")
    horizon: Duration | None = Field(None, description="How far the journey looks.")
    volume: Count | None = Field(None, description="How many live it a year.")
    case_owner: CaseOwner | None = Field(
        None, description="Who follows the case from one step to another."
    )
    waivers: Several[Waiver] = Field((), description="Findings accepted, in this journey.")
    notes: Several[DatedNote] = Field((), description="What has changed since.")
    redesigns: JourneyId | None = Field(None, description="The as-is journey that it redesigns.")
    moves: Several[Annotated[Mapping[str, Any], AfterValidator(frozen)]] = Field(
        (), description="Of a redesign: what it changes, in order."
    )
    tried: Several[FieldTest] = Field(
        (), description="Of a redesign: where it was tried for real, and what was measured."
    )
    add: ById[Step] = Field(EMPTY, description="Of a redesign: steps added, after the moves.")
    edits: Several[Edit] = Field(
        (), description="Of a redesign: hand changes of steps, after the moves."
    )
    remove: Several[Reference] = Field(
        (), description="Of a redesign: steps removed, after all else; links lead past them."
    )

    @property
    def moment(self) -> str:
        """The folder of the journey: the first half of its id.

        >>> Journey(id="avoir-un-enfant/as-is", title="J'ai un enfant").moment
        'avoir-un-enfant'
        """
        return self.id.partition("/")[0]

    @property
    def kind_of_variant(self) -> Variant:
        """The variant said, else what the file's name and `redesigns` tell."""
        if self.variant:
            return self.variant
        if self.redesigns or self.id.endswith("/to-be"):
            return "to-be"
        return "lived" if self.id.endswith("/lived") else "as-is"


class Observation(Thing):
    """What was measured on people who walked a journey or its mock-up."""

    journey: JourneyId = Field(description="The journey: `life-moment/file-name`.")
    step: StepId = Field(description="The step observed.")
    quantity: Literal["effort", "wait", "fee", "takes"] = Field(
        description="effort, wait, fee or takes."
    )
    n: int = Field(ge=1, description="How many people.")
    median: Quantity | Money = Field(description="The middle value.")
    low: Quantity | None = Field(None, description="The least seen.")
    high: Quantity | None = Field(None, description="The most seen.")
    date: Day | None = Field(None, description="The day it was measured.")
    personas: Several[PersonaId] = Field((), description="On whom.")


def needs_steps(journey: Journey) -> None:
    """Raise where a journey that redesigns nothing has no step of its own."""
    if not journey.steps and not journey.redesigns:
        raise PydanticCustomError("journey-empty", "a journey has at least one step", {})
