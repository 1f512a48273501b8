"""Sources: where facts and figures come from."""

from __future__ import annotations

from pydantic import Field

from carteblanche_journeys.model.values import Named, Text


class Source(Named):
    """A document, page, statistic or testimony on which a fact rests."""

    title: Text = Field(description="Its title.")
    publisher: Text | None = Field(None, description="Who publishes it.")
    date: str | int | None = Field(None, description="When it was published or read.")
    url: str | None = Field(None, description="Where it can be read.")
    licence: Text | None = Field(None, description="On what terms it may be used.")
    mark: str | None = Field(None, description="Its tag in the fact sheet.")
