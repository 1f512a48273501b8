"""Hand changes, after the moves: steps added, steps changed, steps removed, in that order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from itertools import pairwise

from pydantic import ValidationError

from carteblanche_journeys.diagnosis.finding import mention
from carteblanche_journeys.model import Journey, Link, Quantity, Status, Step
from carteblanche_journeys.model.edits import Edit
from carteblanche_journeys.model.shapes import Path
from carteblanche_journeys.redesigns.hindrance import DoesNotFit, Hindrance
from carteblanche_journeys.redesigns.rewriting.removing import bypassed
from carteblanche_journeys.redesigns.variant import Variant

#: How sure what a redesign writes is, where it does not say: it is what it promises.
PROMISED: Status = "proposed"


def retouched(variant: Variant, journey: Journey) -> Variant:
    """The variant with the hand changes that a redesign writes after its moves.

    Parameters
    ----------
    variant
        As the moves leave it.
    journey
        The redesign as it is written: its `add`, `edits` and `remove`.

    Raises
    ------
    DoesNotFit
        For the first that does not fit, with its path in the redesign.

    >>> from carteblanche_journeys.model import Atlas
    >>> from carteblanche_journeys.redesigns.variant import begin
    >>> steps = {"a": {"title": "A"}, "b": {"title": "B"}, "c": {"title": "C"}}
    >>> before = begin(Journey(id="x/as-is", title="X", steps=steps), Atlas())
    >>> written = Journey(title="X", redesigns="x/as-is", remove=["b"])
    >>> [link.to for link in retouched(before, written).steps["a"].next]
    ['c']
    """
    variant = _with_added(variant, journey.add)
    for place, edit in enumerate(journey.edits):
        variant = _edited(variant, edit, ("edits", place))
    for place, step in enumerate(journey.remove):
        variant = _without(variant, step, ("remove", place))
    return variant


def _with_added(variant: Variant, added: Mapping[str, Step]) -> Variant:
    """With the steps added, each before the first that it leads to, else before the last."""
    steps = dict(variant.steps)
    for name, step in _explicit(added).items():
        if name in steps:
            said = {"step": mention("step", name)}
            raise DoesNotFit(("add", name), [Hindrance("added-twice", (), said)])
        steps = _inserted(steps, step)
    return variant.with_steps(steps)


def _explicit(added: Mapping[str, Step]) -> dict[str, Step]:
    """Steps with their links written out: without `next` one leads to the one added after it."""
    names = list(added)
    follower = dict(pairwise(names))
    found = {}
    for name, step in added.items():
        ends = step.ends or step.kind == "outcome"
        implied = (Link(to=follower[name]),) if name in follower and not ends else ()
        out = implied if step.next is None else step.next
        said = {
            "next": _own(out, ()),
            "comes_from": step.comes_from or (),
            "status": step.status or PROMISED,
        }
        found[name] = step.model_copy(update=said)
    return found


def _inserted(steps: Mapping[str, Step], step: Step) -> dict[str, Step]:
    led_to = {link.to for link in step.next or () if not link.back}
    order = list(steps)
    before = next((name for name in order if name in led_to), order[-1] if order else "")
    found: dict[str, Step] = {}
    for name, one in steps.items():
        if name == before:
            found[step.id] = step
        found[name] = one
    return found if step.id in found else {**found, step.id: step}


def _edited(variant: Variant, edit: Edit, path: Path) -> Variant:
    step = variant.steps.get(edit.step)
    if step is None:
        raise DoesNotFit(path, [_unknown(edit.step, ("step",), variant)])
    try:
        changed = edit.changed(step)
    except ValidationError as error:
        code = error.errors(include_url=False)[0]["type"]
        raise DoesNotFit(path, [Hindrance(f"edit.{code}", ("set",))]) from None
    return variant.with_step(changed.model_copy(update=_meant(edit, step, changed)))


def _meant(edit: Edit, before: Step, after: Step) -> dict[str, object]:
    """What an edit means beyond what it writes.

    A counter that it names takes the place of all ways there were; what it promises is marked
    so; links know which ones they replace.
    """
    said = edit.set.model_fields_set
    meant: dict[str, object] = {}
    if "at" in said and "ways" not in said:
        meant["ways"] = ()
    if "next" in said:
        meant["next"] = _own(after.next or (), before.next or ())
    if edit.set.status is None:
        told = ((name, getattr(after, name)) for name in said)
        meant |= {name: _promised(one, edit) for name, one in told if isinstance(one, Quantity)}
    return meant


def _promised(quantity: Quantity, edit: Edit) -> Quantity:
    """A quantity with the mark and the sources of the edit that sets it."""
    status = quantity.status or edit.status or PROMISED
    sources = quantity.sources or edit.sources
    return quantity.model_copy(update={"status": status, "sources": sources})


def _own(out: Iterable[Link], before: Iterable[Link]) -> tuple[Link, ...]:
    """Links that say what they come from: the link that led there before, else nothing."""
    origins = {link.to: link.comes_from for link in before}
    return tuple(
        link
        if link.comes_from is not None
        else link.model_copy(update={"comes_from": origins.get(link.to) or ()})
        for link in out
    )


def _without(variant: Variant, name: str, path: Path) -> Variant:
    step = variant.steps.get(name)
    if step is None:
        raise DoesNotFit(path, [_unknown(name, (), variant)])
    try:
        return bypassed(variant, name)
    except ValueError:
        code = "removed-choice" if step.kind == "choice" else "removed-start"
        said = {"step": mention("step", name)}
        raise DoesNotFit(path, [Hindrance(code, (), said)]) from None


def _unknown(name: str, path: Path, variant: Variant) -> Hindrance:
    return Hindrance("unknown.step", path, {"id": name}, *near_or_few(name, variant.steps))


def near_or_few(name: str, known: Iterable[str]) -> tuple[tuple[str, ...], str]:
    """All that there is where it is little, and the one that was probably meant."""
    every = sorted(known)
    near = get_close_matches(name, every, n=1)
    return (tuple(every) if len(every) <= 6 and not near else (), near[0] if near else "")
