"""Sources: where facts and figures come from."""

from __future__ import annotations

from pydantic import Field

from carteblanche_journeys.model.values import Named, Text


class Source(Named):
    """A document, page, statistic or testimony on which a fact rests."""

    title: Text
    publisher: Text | None = None
    date: str | int | None = None
    url: str | None = None
    licence: Text | None = None
    mark: str | None = Field(None, description="Its tag in the fact sheet.")
