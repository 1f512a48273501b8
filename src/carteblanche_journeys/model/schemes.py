"""Schemes: the rights, benefits and obligations that a journey pursues."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from carteblanche_journeys.model.conditions import Condition
from carteblanche_journeys.model.quantities import Money
from carteblanche_journeys.model.references import FactId, OrganisationId, PurposeId, SchemeId
from carteblanche_journeys.model.values import EMPTY, Frozen, Named, Several, Text

ReadGroup = Literal["identity", "eligibility", "amount", "payment", "contact"]


class Scheme(Named):
    """A right, benefit or obligation, with what it is for."""

    name: Text = Field(description="Its full name.")
    purpose: PurposeId | None = Field(
        None, description="What it is for; two schemes share one if either could serve the need."
    )
    public: Condition = Field(EMPTY, description="For whom.")
    eligibility: Condition = Field(EMPTY, description="On what condition it is granted.")
    reads: Frozen[ReadGroup, Several[FactId]] = Field(
        EMPTY,
        description="The facts it really uses; a group left out is unknown.",
    )
    law: Text | None = Field(None, description="The text it rests on.")
    decided_by: Several[OrganisationId] = Field((), description="The organisation that decides.")
    amount: Money | None = Field(None, description="What it pays.")
    not_with: Several[SchemeId] = Field((), description="Schemes it excludes.")
