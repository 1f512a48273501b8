"""Steps put in change nothing for those who live the others."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carteblanche_journeys.measures import visits
from carteblanche_journeys.model import Link, Step
from carteblanche_journeys.redesigns import Variant, begin
from carteblanche_journeys.redesigns.rewriting.inserting import put_before, put_beside
from redesigning import broken
from sound import Invented, inventions

often = settings(
    max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def made(out: tuple[Link, ...], **fields: object) -> Step:
    """A new step with these links."""
    said = {"id": "neuve", "title": "Neuve", "next": out, "comes_from": (), **fields}
    return Step.model_validate(said)


def check_as_often(after: Variant, before: Variant) -> None:
    """Each step is still lived as often as it was, in every life."""
    assert broken(after.journey, after.base) == ()
    for old, new in zip(before.lives, after.lives, strict=True):
        expected = visits(old).expected
        found = {name: visits(new).expected.get(name) for name in expected}
        assert found == pytest.approx(dict(expected))


@often
@given(invented=inventions(), data=st.data())
def test_a_step_before_another_changes_nothing_else(
    invented: Invented, data: st.DataObject
) -> None:
    """Whoever came to a step comes there by the new one, as often as before."""
    before = begin(invented.journey, invented.atlas)
    acts = [name for name, one in before.steps.items() if one.kind in ("action", "choice")]
    step = data.draw(st.sampled_from(acts))
    after = put_before(before, step, made((Link(to=step, comes_from=()),)))
    check_as_often(after, before)
    assert list(after.steps)[list(after.steps).index(step) - 1] == "neuve"


@often
@given(invented=inventions(), data=st.data())
def test_a_step_beside_another_changes_nothing_else(
    invented: Invented, data: st.DataObject
) -> None:
    """A strand that ends at once leaves the way of everybody as it was."""
    before = begin(invented.journey, invented.atlas)
    leading = [name for name, one in before.steps.items() if one.next]
    step = data.draw(st.sampled_from(leading))
    beside = put_beside(before, step, made((), ends=True), Link(to="neuve", comes_from=()))
    check_as_often(beside, before)
