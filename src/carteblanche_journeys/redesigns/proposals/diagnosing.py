"""The faults of a variant, told as those of the journey that it redesigns."""

from __future__ import annotations

from datetime import date

from carteblanche_journeys.diagnosis import Finding, diagnose, glance
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.redesigns.variant import Variant


def faults_of(
    variant: Variant, today: date | None = None, *, costs: bool = True
) -> tuple[Finding, ...]:
    """What hurts in a variant, the gravest first, without questions and what is accepted.

    It stands in the place of the journey of its id, so that what stays has the fingerprint it
    had. Rules that look across journeys see those that the same personas live.

    >>> from carteblanche_journeys.model import Journey
    >>> from carteblanche_journeys.redesigns import begin
    >>> steps = {"a": {"title": "A", "next": []}, "b": {"title": "B"}}
    >>> one = begin(Journey(id="x/as-is", title="X", steps=steps), Atlas())
    >>> [finding.rule for finding in faults_of(one)]
    ['loose-end', 'unreached-step']
    """
    around, name = _around(variant), variant.journey.id
    found = diagnose(around, (name,), today=today) if costs else glance(around, name, today)
    return tuple(one for one in found.findings if one.kind != "question" and not one.waived)


def _around(variant: Variant) -> Atlas:
    """The atlas with the variant among the journeys of its personas, and no others."""
    own, base = variant.journey, variant.base
    personas = set(own.personas)
    near = {
        name: one
        for name, one in base.journeys.items()
        if name == own.id or personas & set(one.personas)
    }
    return base.model_copy(update={"journeys": FrozenMap({**near, own.id: own})})


def went_and_came(
    before: tuple[Finding, ...], after: tuple[Finding, ...]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings that a redesign clears, and those that it creates.

    One that goes and one of the same rule that comes at the same steps are one finding whose
    cause has changed its name (a chain that is shorter, a facade told scheme by scheme): it is
    neither.
    """
    gone = _without(before, after)
    come = _without(after, before)
    return (
        tuple(one for one in gone if not any(_is_still(one, two) for two in come)),
        tuple(two for two in come if not any(_is_still(one, two) for one in gone)),
    )


def _without(some: tuple[Finding, ...], others: tuple[Finding, ...]) -> list[Finding]:
    known = {one.fingerprint for one in others}
    return [one for one in some if one.fingerprint not in known]


def _is_still(one: Finding, other: Finding) -> bool:
    if one.rule != other.rule:
        return False
    shared = set(one.where.steps) & set(other.where.steps)
    return bool(shared) or one.where.ids == other.where.ids
