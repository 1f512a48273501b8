"""What is asked for or produced: pieces of evidence, and the facts they are made of."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from carteblanche_journeys.model.counters import Channel
from carteblanche_journeys.model.quantities import Duration, Money, Wait
from carteblanche_journeys.model.references import (
    CounterId,
    EvidenceId,
    FactId,
    Issuer,
    OrganisationId,
    Reference,
)
from carteblanche_journeys.model.values import Frozen, Named, Several, Text, Thing, YesNo

EvidenceKind = Literal[
    "form", "proof", "statement", "certificate", "assessment", "decision", "notice", "receipt"
]
FactType = Literal[
    "text", "long-text", "name", "date", "integer", "money", "yes-no", "one-of", "address",
    "email", "phone", "iban", "nir", "siren", "photo", "signature", "story",
]  # fmt: skip


class Obtain(Thing):
    """How a piece is obtained, and what that costs."""

    counter: CounterId | None = Field(None, description="The counter that gives it.")
    channel: Channel | None = Field(None, description="By which channel.")
    effort: Duration | None = Field(None, description="Time of the household to get it.")
    wait: Wait | None = Field(None, description="How long until it comes.")
    fee: Money | None = Field(None, description="What it costs.")


class Exchange(Thing):
    """A way for administrations to pass the piece on without the person."""

    law: Text | None = Field(None, description="The text that allows the exchange.")


class Evidence(Named):
    """A piece that is asked for or produced; a form is one too."""

    name: Text = Field(description="Its usual name.")
    issuer: Issuer | None = Field(None, description="The organisation, or person.")
    kind: EvidenceKind | None = Field(None, description="Form, proof, certificate, decision…")
    number: str | None = Field(None, description="Number of the form (cerfa).")
    held_by: Several[OrganisationId] | None = Field(
        None, description="Who already holds it; left out: the issuer; []: nobody."
    )
    facts: Several[FactId] = Field((), description="The facts it proves or asks for.")
    validity: Duration | None = Field(None, description="How long it may be used.")
    obtain: Obtain | None = Field(None, description="Where and at what cost it is obtained.")
    subject: Reference | None = Field(None, description="What an assessment assesses.")
    about: Literal["person", "child", "relative", "firm"] | None = Field(
        None, description="Whom it is about."
    )
    replaces: Several[EvidenceId] = Field((), description="Pieces it stands for.")
    exchange: Exchange | None = Field(None, description="An exchange that could spare it.")
    comes_from: Several[Reference] | None = Field(
        None, description="Of a redesign: the pieces it comes from."
    )

    @property
    def holders(self) -> tuple[str, ...]:
        """Organisations that already hold it: those named, else the issuer.

        >>> Evidence(name="Avis d'imposition", issuer="dgfip").holders
        ('dgfip',)
        """
        if self.held_by is not None:
            return self.held_by
        return (self.issuer,) if self.issuer and self.issuer != "person" else ()


class Fact(Named):
    """One item of information: name, address, income…"""

    label: Text = Field(description="Its name.")
    question: Text | None = Field(None, description="How one asks for it, in a sentence.")
    hint: Text | None = Field(None, description="A word of help beside the question.")
    type: FactType | None = Field(None, description="What kind of answer it takes.")
    options: Frozen[str, Text] | None = Field(None, description="The answers of a one-of.")
    autocomplete: str | None = Field(None, description="The HTML autocomplete token.")
    known_to_person: YesNo | None = Field(
        None, description="Whether the person can know it beforehand; left out: unknown."
    )
    held_by: Several[OrganisationId] = Field((), description="Organisations that already know it.")
    sensitive: Literal["none", "health", "criminal", "tax", "family"] | None = Field(
        None, description="How far it touches private life."
    )
