"""Decisions that stay behind one entry, or that change hands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from carteblanche_journeys.graph import body
from carteblanche_journeys.model import Counter, Evidence, Link, Step, by_household, ways_of
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.quantities import Quantity
from carteblanche_journeys.redesigns.rewriting.behind import (
    behind,
    decided_after,
    doing,
    followed_by,
    handed_on,
    owners_of,
)
from carteblanche_journeys.redesigns.rewriting.naming import made_id
from carteblanche_journeys.redesigns.variant import Variant

DEALT_WITH: Mapping[str, str] = FrozenMap(
    {"fr": "Traiter la demande transmise", "en": "Deal with the request passed on"}
)


def goes_straight_on(variant: Variant, step: str) -> bool:
    """Whether nothing but the filing happens at a step: bodies go on with it right after."""
    one = variant.steps[step]
    makes = one.wait or one.yields or any(way.wait or way.yields for way in one.ways)
    after = [variant.steps[passage.target] for passage in variant.net.forward_out(step)]
    goes_on = all(
        not by_household(there, variant.atlas) and body(there, None, variant.atlas)
        for there in after
    )
    return one.kind == "action" and not makes and bool(after) and goes_on


def decided_behind(
    variant: Variant, step: str, before: Step, answer_within: Quantity, along: Iterable[str]
) -> Variant:
    """The variant in which what a step did at its old counters is done behind its new one.

    What the person has to do stays at the step. What bodies do then, how long that takes and what
    comes of it follow it, at the old counters; an organisation carries the case there, and the
    body has so long to answer.

    Parameters
    ----------
    before
        The step as it was, with its old counters.
    """
    pieces = tuple(along)
    if goes_straight_on(variant, step):
        out = tuple(
            handed_on(link, pieces, answer_within) for link in variant.steps[step].next or ()
        )
        return variant.with_step(variant.steps[step].model_copy(update={"next": out}))
    owners = owners_of(ways_of(before, variant.atlas), variant.atlas)
    variant, doer = doing(variant, owners)
    if before.kind == "choice":
        return _front(variant, step, before, doer, pieces, answer_within)
    return _followed(variant, step, before, doer, pieces, answer_within)


def _followed(
    variant: Variant,
    step: str,
    before: Step,
    doer: str,
    along: tuple[str, ...],
    answer_within: Quantity,
) -> Variant:
    front = variant.steps[step]
    bound = tuple(one for one in front.deadlines if one.binds == "organisation")
    name = made_id("suite", (step,), variant.steps)
    after = behind(before, doer, DEALT_WITH, variant.atlas).model_copy(
        update={"id": name, "deadlines": bound, "join": "any", "row": ()}
    )
    link = handed_on(Link(to=name, comes_from=()), along, answer_within)
    kept = _filing_only(front, bound).model_copy(update={"next": (link,)})
    return followed_by(variant, kept, after)


def _front(
    variant: Variant,
    step: str,
    before: Step,
    doer: str,
    along: tuple[str, ...],
    answer_within: Quantity,
) -> Variant:
    """Before a step that decides, a filing; the choice is then made behind it."""
    choice = behind(before, doer, before.title, variant.atlas)
    bound = tuple(one for one in before.deadlines if one.binds == "organisation")
    link = handed_on(Link(to=step, comes_from=()), along, answer_within)
    filing = _filing_only(variant.steps[step], bound)
    return decided_after(variant, filing, choice.model_copy(update={"deadlines": bound}), link)


def _filing_only(step: Step, bound: tuple[Any, ...]) -> Step:
    """A step without what bodies do after it."""
    ways = tuple(way.model_copy(update={"wait": None, "yields": None}) for way in step.ways)
    kept = tuple(one for one in step.deadlines if one not in bound)
    changes = {"ways": ways, "wait": None, "yields": (), "takes": None, "deadlines": kept}
    return step.model_copy(update=changes)


def answered_by(
    variant: Variant, steps: Iterable[str], owners: Collection[str], owner: str
) -> Variant:
    """The variant in which one organisation answers at these steps where any of others did."""
    changed = variant
    for name in steps:
        step = changed.steps[name]
        here = body(step, next(iter(ways_of(step, changed.atlas)), None), changed.atlas)
        if here is not None and here.organisation in owners and here.organisation != owner:
            changed = changed.with_step(step.model_copy(update={"accountable": (owner,)}))
    return changed


def decided_by(variant: Variant, scheme: str, owners: Collection[str], owner: str) -> Variant:
    """The variant in which one organisation decides on a scheme where any of others did."""
    known = variant.atlas.schemes[scheme]
    decided = tuple(dict.fromkeys(owner if one in owners else one for one in known.decided_by))
    if decided == known.decided_by:
        return variant
    return variant.with_things("schemes", known.model_copy(update={"decided_by": decided}))


def without_schemes(counter: Counter, schemes: Collection[str]) -> Counter:
    """A counter that no longer has a part in these schemes."""
    kept = {name: level for name, level in counter.competence.items() if name not in schemes}
    return counter.model_copy(update={"competence": FrozenMap(kept)})


def named_no_more(variant: Variant, gone: Collection[str], heir: str) -> Variant:
    """The variant in which what named counters that are gone names their heir."""
    counters, evidence = [], []
    for counter in variant.atlas.counters.values():
        if counter.id not in gone and not set(gone).isdisjoint(counter.forwards_to):
            onward = _renamed(counter.forwards_to, gone, heir)
            counters.append(counter.model_copy(update={"forwards_to": onward}))
    for piece in variant.atlas.evidence.values():
        if piece.obtain is not None and piece.obtain.counter in gone:
            evidence.append(_obtained_at(piece, heir))
    return variant.with_things("counters", *counters).with_things("evidence", *evidence)


def _renamed(names: tuple[str, ...], gone: Collection[str], heir: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(heir if name in gone else name for name in names))


def _obtained_at(piece: Evidence, counter: str) -> Evidence:
    assert piece.obtain is not None
    there = piece.obtain.model_copy(update={"counter": counter, "channel": None})
    return piece.model_copy(update={"obtain": there})
