"""Steps that go: those before lead to those after, and nothing names them any more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from carteblanche_journeys.model import Deadline, Step
from carteblanche_journeys.model.steps import Happens, Moment
from carteblanche_journeys.redesigns.rewriting.linking import through, with_steps_joined
from carteblanche_journeys.redesigns.variant import Variant


def bypassed(variant: Variant, step: str, heir: str | None = None) -> Variant:
    """The variant without a step that is no choice: those before it lead to those after it.

    A link that went back to the step goes back to what follows it. If the step waited for all
    its strands, what follows does. Where the journey began with it, it begins with what follows.
    What the step was counted from (deadlines, dates, a case owner) is counted from the heir, or
    from nothing.

    Parameters
    ----------
    heir
        The step that stands in its place, for what named it.

    Raises
    ------
    ValueError
        For a choice.
    """
    after = _onward(variant.steps[step])
    led = led_past(variant, step)
    first = [after[0]] if after and step == next(iter(variant.steps)) else []
    kept = {name: led.steps[name] for name in (*first, *led.steps) if name != step}
    follower = after[0] if len(after) == 1 else None
    return renamed_in_steps(led.with_steps(kept), {step: heir or follower})


def led_past(variant: Variant, step: str) -> Variant:
    """The variant in which no way passes by a step any more, the step itself being kept.

    Raises
    ------
    ValueError
        For a choice.
    """
    past = variant.steps[step]
    if past.kind == "choice":
        raise ValueError("a choice cannot be led past")
    after = tuple(link for link in past.next or () if link.to != step)
    waits = past.join == "all" and len(variant.net.forward_in(step)) > 1
    steps: dict[str, Step] = {}
    for name, one in variant.steps.items():
        out = []
        for link in (one.next or ()) if name != step else ():
            out += [link] if link.to != step else [through(link, onward) for onward in after]
        changes: dict[str, object] = {"next": tuple(out)}
        if waits and name in _onward(past):
            changes["join"] = "all"
        steps[name] = one.model_copy(update=changes)
    return with_steps_joined(variant.with_steps(steps))


def _onward(step: Step) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.to for link in step.next or () if link.to != step.id))


def without_steps(variant: Variant, gone: Iterable[str], heirs: Mapping[str, str]) -> Variant:
    """The variant without steps to which nothing leads any more; heirs take what named them."""
    names = frozenset(gone)
    steps = {
        name: one.model_copy(
            update={"next": tuple(link for link in one.next or () if link.to not in names)}
        )
        for name, one in variant.steps.items()
        if name not in names
    }
    return renamed_in_steps(
        variant.with_steps(steps), {name: heirs.get(name) for name in sorted(names)}
    )


def renamed_in_steps(variant: Variant, heirs: Mapping[str, str | None]) -> Variant:
    """The variant in which what named steps that are gone names their heirs, or nothing.

    Covers deadlines, dates of events, appeals, and the stretch of a case owner; links are
    not touched.
    """
    steps = [_renamed(step, heirs) for step in variant.steps.values()]
    changed = variant.with_steps(steps)
    owner = changed.journey.case_owner
    if owner is None or not {owner.from_, owner.to} & heirs.keys():
        return changed
    first, last = heirs.get(owner.from_, owner.from_), heirs.get(owner.to, owner.to)
    kept = None
    if first and last:
        kept = owner.model_copy(update={"from_": first, "to": last})
    return changed.with_journey(case_owner=kept)


def _renamed(step: Step, heirs: Mapping[str, str | None]) -> Step:
    changes: dict[str, object] = {}
    if step.deadlines:
        changes["deadlines"] = tuple(_deadline(one, heirs) for one in step.deadlines)
    if step.happens is not None and step.happens.of is not None:
        changes["happens"] = _happens(step.happens, heirs)
    if step.appeal in heirs:
        heir = heirs[step.appeal] if isinstance(step.appeal, str) else None
        changes["appeal"] = heir
    changes = {name: value for name, value in changes.items() if value != getattr(step, name)}
    return step.model_copy(update=changes) if changes else step


def _deadline(deadline: Deadline, heirs: Mapping[str, str | None]) -> Deadline:
    changes: dict[str, object] = {}
    if deadline.of is not None:
        changes["of"] = _moment(deadline.of, heirs)
    if deadline.before is not None:
        of = _moment(deadline.before.of, heirs)
        kept = deadline.before.of if of is None else of
        changes["before"] = deadline.before.model_copy(update={"of": kept})
    return deadline.model_copy(update=changes) if changes else deadline


def _happens(happens: Happens, heirs: Mapping[str, str | None]) -> Happens:
    of = _moment(happens.of, heirs) if happens.of is not None else None
    return happens.model_copy(update={"of": of})


def _moment(moment: Moment, heirs: Mapping[str, str | None]) -> Moment | None:
    """The moment with heirs for steps that are gone; None where its step has none."""
    step = heirs.get(moment.step, moment.step)
    branch = heirs.get(moment.branch, moment.branch) if moment.branch else None
    return None if step is None else moment.model_copy(update={"step": step, "branch": branch})
