"""Hand changes of a redesign: what its author still changes after the moves."""

from __future__ import annotations

from pydantic import Field, model_validator

from carteblanche_journeys.model.references import StepId
from carteblanche_journeys.model.steps import Step
from carteblanche_journeys.model.values import Text, Thing


class StepChanges(Step):
    """The fields of a step that an edit sets; all others stay as they are."""

    title: Text | None = Field(None, description="What is done, as a verb.")  # type: ignore[assignment]

    @model_validator(mode="after")
    def _outcome_says_result(self) -> StepChanges:
        # Whether the step holds together is asked of the whole step, once it is changed.
        return self


class Edit(Thing):
    """A hand change of one step."""

    step: StepId = Field(description="The step, as the moves leave it.")
    set: StepChanges = Field(description="The fields to set, as they are written at a step.")

    def changed(self, step: Step) -> Step:
        """The step with these fields set.

        Raises
        ------
        pydantic.ValidationError
            Where the step no longer holds together.

        >>> from carteblanche_journeys.model.steps import Step
        >>> Edit(step="a", set={"wait": "3 d"}).changed(Step(id="a", title="A")).wait.likely
        3.0
        """
        said = {name: getattr(step, name) for name in step.model_fields_set}
        told = {name: getattr(self.set, name) for name in self.set.model_fields_set - {"id"}}
        return Step(**{**said, **told})
