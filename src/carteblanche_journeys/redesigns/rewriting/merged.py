"""Counters become one: ways lead there, filings are made once, decisions stay or change hands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from carteblanche_journeys.model import (
    Counter,
    Quantity,
    all_asks,
    by_household,
    counters_of,
    schemes_of,
)
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.redesigns.rewriting.filing_once import filed_once, order_of
from carteblanche_journeys.redesigns.rewriting.joined_filing import OneFiling, effort_of
from carteblanche_journeys.redesigns.rewriting.merging import Merger
from carteblanche_journeys.redesigns.rewriting.one_counter import at_one_counter
from carteblanche_journeys.redesigns.rewriting.owning import (
    answered_by,
    decided_behind,
    decided_by,
    named_no_more,
    without_schemes,
)
from carteblanche_journeys.redesigns.rewriting.purposes import purposes_at
from carteblanche_journeys.redesigns.variant import Variant

FILING: Mapping[str, str] = FrozenMap(
    {"fr": "Déposer la demande au guichet commun", "en": "File the request at the shared counter"}
)


def merged(merger: Merger, into: Counter, answer_within: Quantity) -> Variant:
    """The variant in which all ways to these counters lead to one.

    Parameters
    ----------
    into
        The one counter, as it is then.
    answer_within
        How long bodies behind a shared entry have to answer it.
    """
    before = merger.variant
    merger = replace(merger, variant=_filed_once(merger, answer_within))
    changed = merger.variant.with_things("counters", into)
    for name in merger.variant.steps if merger.full else merger.met:
        step = changed.steps[name]
        moves = merger.full or by_household(step, changed.atlas)
        if moves and merger.concerns(step) and set(counters_of(step)) & set(merger.others):
            moved = at_one_counter(step, merger.names, into, merger.atlas, staying=not merger.full)
            changed = changed.with_step(moved)
    if merger.full:
        changed = _answering(changed, merger, into)
    else:
        changed = _behind(changed, merger, before, answer_within)
    return changed.with_journey(touches=merger.touched())


def _filed_once(merger: Merger, answer_within: Quantity) -> Variant:
    """Filings for one purpose that follow each other directly become one."""
    changed = merger.variant
    for group in _adjacent(merger):
        pieces = (piece for name in group for piece in _forms(changed, name))
        along = tuple(dict.fromkeys(pieces))
        answer = None if merger.full else answer_within
        made = OneFiling(FILING, effort_of(changed, group), along, answer)
        changed = filed_once(changed, group, made)
    return changed


def _adjacent(merger: Merger) -> Iterator[tuple[str, ...]]:
    """Groups of filings at these counters alone, one right after the other or side by side."""
    waiting = (
        [name for name in merger.met if _only_there(merger, name)] if not merger.informs else []
    )
    while len(waiting) > 1:
        first, *rest = waiting
        group = [first]
        for name in rest:
            if _right_after(merger.variant, (*group, name)) and _one_purpose(merger, first, name):
                group.append(name)
        if len(group) > 1:
            yield tuple(group)
        waiting = [name for name in rest if name not in group]


def _only_there(merger: Merger, name: str) -> bool:
    step = merger.variant.steps[name]
    return set(counters_of(step)) <= set(merger.names) and bool(all_asks(step))


def _one_purpose(merger: Merger, one: str, other: str) -> bool:
    steps = merger.variant.steps
    return bool(purposes_at(steps[one], merger.atlas) & purposes_at(steps[other], merger.atlas))


def _right_after(variant: Variant, group: Sequence[str]) -> bool:
    order = order_of(variant, group)
    if order != "after":
        return order is not None
    above = {passage.source for passage in variant.net.forward_in(group[-1])}
    return above <= set(group[:-1])


def _forms(variant: Variant, name: str) -> Iterator[str]:
    """The forms asked at a step: what goes along when the case is passed on."""
    for ask in all_asks(variant.steps[name]):
        for piece in ask.pieces:
            known = variant.atlas.evidence.get(piece)
            if known is not None and known.kind == "form":
                yield piece


def _behind(changed: Variant, merger: Merger, before: Variant, answer_within: Quantity) -> Variant:
    """For each filing at the shared entry, what its old counters then do."""
    if merger.informs:
        return changed
    for name in merger.met:
        known = before.steps.get(name)
        if known is None or set(counters_of(known)).isdisjoint(merger.others):
            continue
        old = known.model_copy(update={"next": merger.variant.steps[name].next})
        pieces = tuple(dict.fromkeys(_forms(changed, name)))
        changed = decided_behind(changed, name, old, answer_within, pieces)
    return changed


def _answering(changed: Variant, merger: Merger, into: Counter) -> Variant:
    """One body answers; counters that do nothing else are gone."""
    left = [without_schemes(merger.atlas.counters[name], merger.schemes) for name in merger.others]
    named = {name for step in changed.steps.values() for name in counters_of(step)}
    gone = [one.id for one in left if not one.competence and one.id not in named]
    changed = changed.with_things("counters", *(one for one in left if one.id not in gone))
    changed = named_no_more(changed, gone, into.id).without_counters(*gone)
    for name in sorted(merger.schemes):
        changed = decided_by(changed, name, merger.deciders(name), into.owner)
    return answered_by(changed, _after(changed, merger), merger.owners, into.owner)


def _after(changed: Variant, merger: Merger) -> tuple[str, ...]:
    """The steps at which agents go on with these requests, at no counter of their own."""
    return tuple(
        name
        for name, step in changed.steps.items()
        if not by_household(step, changed.atlas)
        and not counters_of(step)
        and not merger.schemes.isdisjoint(schemes_of(step, changed.atlas))
    )
