"""Waivers and settings: what an atlas accepts, and how strict its diagnosis is."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, PlainSerializer, PlainValidator
from pydantic_core import PydanticCustomError

from carteblanche_journeys.model.quantities import MOST
from carteblanche_journeys.model.references import (
    Reference,
    RuleName,
    TerritoryId,
    ThresholdName,
)
from carteblanche_journeys.model.values import EMPTY, Frozen, Several, Text, Thing, Value

Severity = Literal["error", "warning", "info"]


def _read_day(raw: object) -> date:
    if isinstance(raw, date):
        return raw
    try:
        return date.fromisoformat(str(raw))
    except ValueError:
        raise PydanticCustomError(
            "day-form", "'{written}' is not a day such as 2026-03-31", {"written": str(raw)}
        ) from None


Day = Annotated[
    date, PlainValidator(_read_day, json_schema_input_type=str), PlainSerializer(date.isoformat)
]


class Waiver(Thing):
    """A finding accepted: which, where, why, by whom, until when."""

    rule: RuleName = Field(description="The rule whose finding is accepted.")
    reason: Text = Field(description="Why it is accepted; required.")
    at: Several[Reference] = Field((), description="Ids named in the finding.")
    by: Text | None = Field(None, description="Who accepts it.")
    legal: Text | None = Field(None, description="The text that makes it so.")
    territory: TerritoryId | None = Field(None, description="Only in this territory.")
    until: Day | None = Field(None, description="Until which day: `2026-03-31`.")


#: A figure of a rule: shares, days, numbers of things.
Figure = Annotated[float, Field(ge=0, le=MOST)]


class RuleSettings(Value):
    """How the diagnosis of an atlas is set."""

    preset: Literal["exploration", "recommended", "strict"] = Field(
        "recommended", description="exploration, recommended (default) or strict."
    )
    severity: Frozen[RuleName, Severity | Literal["off"]] = Field(
        EMPTY, description="By rule: error, warning, info or off."
    )
    thresholds: Frozen[RuleName, Frozen[ThresholdName, Figure]] = Field(
        EMPTY, description="By rule: its figures, by name."
    )
