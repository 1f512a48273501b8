"""Steps: something someone does, decides, or that happens; ways to live them; links between."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from carteblanche_journeys.model.conditions import Condition
from carteblanche_journeys.model.counters import Channel
from carteblanche_journeys.model.forms import ShortForm
from carteblanche_journeys.model.quantities import Duration, Money, Share, Wait
from carteblanche_journeys.model.references import (
    Carriage,
    CounterId,
    CountName,
    Doer,
    EvidenceId,
    FactId,
    Near,
    OrganisationId,
    Reference,
    SchemeId,
    StageId,
    StepId,
    WayName,
)
from carteblanche_journeys.model.values import (
    EMPTY,
    Named,
    Number,
    Several,
    Text,
    Thing,
    Value,
    YesNo,
)

StepKind = Literal["event", "action", "choice", "outcome"]
Result = Literal["granted", "refused", "partial", "gave-up", "done"]
Carried = Literal["person", "organisation", "notification", "none"]
Because = Literal["evidence", "law", "time", "preference", "habit", "test"]
Presence = Literal[
    "exchange", "identity", "signature", "biometrics", "assessment", "deposit", "collection"
]


class Repeat(Value):
    """How often: `times: 3`, `{every: 1 mo, count: 12}` or `{per: children}`."""

    count: Number | None = Field(None, description="How many times.")
    every: Duration | None = Field(None, description="How long from one time to the next: `1 mo`.")
    per: CountName | None = Field(None, description="A count of the persona, such as children.")


Times = Annotated[Repeat, ShortForm("count", "integer")]


class Ask(Thing):
    """A piece of evidence asked at a step, or any one of several."""

    piece: EvidenceId | None = Field(None, description="The piece of evidence.")
    any_of: Several[EvidenceId] = Field((), description="Pieces of which any one will do.")
    of: Reference | None = Field(None, description="Whose piece: an actor, or child…")
    form: Literal["original", "copy", "seen"] | None = Field(
        None, description="original, copy, or only seen."
    )
    fresh: Duration | None = Field(None, description="How recent it must be: `3 mo`.")
    copies: Times | None = Field(None, description="How many: `2`, or `{per: homes}`.")
    when: Condition = Field(EMPTY, description="Only asked of people for whom this holds.")

    @model_validator(mode="after")
    def _one_or_any(self) -> Ask:
        if (self.piece is None) == (not self.any_of):
            raise PydanticCustomError("ask-form", "an ask names a piece, or any_of several", {})
        return self

    @property
    def pieces(self) -> tuple[str, ...]:
        """The pieces that would do.

        >>> Ask(any_of=["passport", "identity-card"]).pieces
        ('passport', 'identity-card')
        """
        return self.any_of or (self.piece or "",)


Asks = Annotated[Ask, ShortForm("piece")]


class Way(Thing):
    """One way to live a step: a counter, a channel, who does it."""

    counter: CounterId | None = Field(None, description="Which counter; left out: the step's.")
    channel: Channel | None = Field(
        None, description="Which channel; left out: each of the counter's."
    )
    near: Near | None = Field(
        None, description="home, nearest, any, birth or a commune: which place of the counter."
    )
    done_by: Doer | None = Field(
        None, description="A professional acts and the person meets nobody."
    )
    when: Condition = Field(EMPTY, description="Only open to people for whom this holds.")
    share: Share | None = Field(None, description="Part of those who go this way.")
    times: Times | None = Field(None, description="How often, this way.")
    effort: Duration | None = Field(None, description="Time of the household, this way.")
    wait: Wait | None = Field(None, description="How long until it goes on, this way.")
    fee: Money | None = Field(None, description="What it costs, this way.")
    asks: Several[Asks] | None = Field(
        None, description="Pieces asked, this way, instead of the step's."
    )
    yields: Several[EvidenceId] | None = Field(
        None, description="Pieces produced, this way, instead of the step's."
    )
    presence: Several[Presence] | None = Field(None, description="Why one must be there, this way.")


Ways = Annotated[Way, ShortForm("counter")]


class Moment(Value):
    """A step, or one branch of it, from which time is counted."""

    step: StepId = Field(description="The step.")
    branch: StepId | None = Field(None, description="The step that its branch leads to.")


Moments = Annotated[Moment, ShortForm("step")]


class Before(Value):
    """So long before a step."""

    of: Moments = Field(description="The step before which it must be done.")
    by: Duration | None = Field(None, description="How long before: `1 mo`.")


class Deadline(Thing):
    """A time by which a step must be done, whom it binds, and what silence means."""

    within: Duration | None = Field(None, description="How long one has: `5 d`.")
    of: Moments | None = Field(None, description="From when it counts; left out: no slack known.")
    before: Annotated[
        Before, ShortForm("of")
    ] | None = Field(None, description="Before which step, and how long before.")  # fmt: skip
    by_date: Annotated[str, Field(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")] | None = (
        Field(None, description="A day of each year: `12-31`.")
    )
    binds: Literal["person", "organisation"] | None = Field(
        None, description="Whom it binds: person or organisation."
    )
    silence: Literal["accepted", "refused", "none"] | None = Field(
        None, description="What an organisation's silence means."
    )
    if_missed: Text | None = Field(None, description="What happens when it is missed.")
    law: Text | None = Field(None, description="The text it rests on.")

    @model_validator(mode="after")
    def _says_when(self) -> Deadline:
        if self.within is None and self.before is None and self.by_date is None:
            raise PydanticCustomError(
                "deadline-form", "a deadline says within, before or by_date", {}
            )
        return self


class Happens(Value):
    """When an event happens: so long after a step."""

    after: Duration = Field(description="How long after.")
    of: Moments | None = Field(
        None, description="After which step; left out: the start of the journey."
    )


class Link(Thing):
    """What leads from one step to the next, who carries the case, and with what."""

    to: StepId = Field(description="The step that follows.")
    label: Text | None = Field(None, description="What leads this way, in a few words.")
    share: Share | None = Field(None, description="Part of those who go this way; left out: rest.")
    when: Condition = Field(EMPTY, description="Only for people for whom this holds.")
    always: YesNo = Field(False, description="Taken in any case, beside the branch chosen.")
    way: WayName | None = Field(
        None, description="Only after this way of the step: its channel, counter or done_by."
    )
    carried: Carried | None = Field(
        None, description="Who carries the case: person, organisation, notification, none."
    )
    carries: Several[Carriage] = Field((), description="Evidence or facts that go along.")
    acknowledged: YesNo | None = Field(None, description="Left out: unknown.")
    answer_within: Duration | None = Field(None, description="How long the body has to answer.")
    back: YesNo = Field(False, description="Goes back to an earlier step.")
    because: Because | None = Field(None, description="Why this order; left out: unknown.")
    comes_from: Several[Reference] | None = Field(
        None, description="Of a redesign: the links it comes from, `step->step`."
    )


Links = Annotated[Link, ShortForm("to")]


class Step(Named):
    """One step of a journey."""

    title: Text = Field(description="What is done, as a verb.")
    kind: StepKind = Field("action", description="event, action (default), choice or outcome.")
    at: CounterId | None = Field(None, description="The counter: one way per channel of it.")
    ways: Several[Ways] = Field((), description="Long form of `at`: which ways there are.")
    asks: Several[Asks] = Field((), description="Pieces of evidence asked.")
    yields: Several[EvidenceId] = Field((), description="Pieces of evidence produced.")
    tells: Several[FactId] = Field((), description="Facts told without proof.")
    next: Several[Links] | None = Field(
        None, description="What follows; left out: the next step of the file; []: nothing."
    )
    wait: Wait | None = Field(None, description="How long until it goes on: `10 d`.")
    effort: Duration | None = Field(None, description="Time of the household: `30 min`.")
    agent_effort: Duration | None = Field(None, description="Time of the agents.")
    takes: Duration | None = Field(None, description="How long the step itself lasts.")
    stage: StageId | None = Field(None, description="A stage of the journey.")
    actor: Doer | None = Field(
        None, description="Who does it, an actor or organisation; left out: the person."
    )
    when: Condition = Field(
        EMPTY, description="Only for people for whom this holds; others pass by."
    )
    share: Share | None = Field(None, description="Part of those concerned; others pass by.")
    deadlines: Several[Deadline] = Field((), description="Times by which it must be done.")
    fee: Money | None = Field(None, description="What it costs.")
    schemes: Several[SchemeId] | None = Field(
        None, description="Schemes pursued here; left out: the counter's, if it has one."
    )
    tells_about: Several[SchemeId] = Field((), description="Schemes the person hears about.")
    presence: Several[Presence] | None = Field(
        None, description="Why one must be there; left out: unknown."
    )
    times: Times | None = Field(
        None, description="How often: `3`, `{every: 1 mo, count: 12}`, `{per: children}`."
    )
    visit: str | None = Field(None, description="Steps of one visit share this word.")
    nature: Literal["procedure", "care", "life"] = Field(
        "procedure", description="procedure (default), care or life: only procedures are burden."
    )
    resolves: Share | None = Field(None, description="Part of cases settled here and now.")
    law: Text | None = Field(None, description="The text it rests on.")
    accountable: Several[OrganisationId] = Field(
        (), description="Who answers for it, if not the counter's owner."
    )
    feeling: Annotated[int, Field(ge=-2, le=2)] | None = Field(
        None, description="How it is lived, from -2 (badly) to 2 (well)."
    )
    quotes: Several[Text] = Field((), description="Words of people who lived it.")
    drop: Share | None = Field(None, description="Part of those who give up here.")
    join: Literal["any", "all"] = Field(
        "any", description="Where strands meet: any one starts it (default), or all."
    )
    ends: YesNo = Field(False, description="Closes a side strand in good health.")
    happens: Happens | None = Field(None, description="Of an event: when it happens.")
    row: Several[str] = Field((), description="Rows of the fact sheet it carries.")
    comes_from: Several[Reference] | None = Field(
        None, description="Of a redesign: the steps it comes from."
    )
    result: Result | None = Field(None, description="Of an outcome.")
    scheme: Several[SchemeId] = Field((), description="Of an outcome: what was decided on.")
    reason: YesNo | None = Field(None, description="Of a refusal: whether a reason is given.")
    appeal: StepId | Literal[False] | None = Field(
        None, description="Of a refusal: the step of the appeal, or false."
    )
    measured_by: Several[Text] | Literal[False] | None = Field(
        None, description="How the outcome is measured, or false."
    )

    @model_validator(mode="after")
    def _outcome_says_result(self) -> Step:
        if self.kind == "outcome" and self.result is None:
            raise PydanticCustomError("outcome-result", "an outcome says its result", {})
        if self.kind != "outcome" and self.result is not None:
            raise PydanticCustomError("result-outcome", "only an outcome has a result", {})
        if self.kind == "choice" and (self.when or self.share is not None):
            raise PydanticCustomError("choice-when", "a choice has no when and no share", {})
        return self

    @model_validator(mode="before")
    @classmethod
    def _true_false_words(cls, raw: Any) -> Any:
        # `appeal: true` says that there is one without naming it: that is not a step.
        if isinstance(raw, Mapping) and raw.get("appeal") is True:
            raise PydanticCustomError("appeal-true", "appeal names a step, or is false", {})
        return raw
