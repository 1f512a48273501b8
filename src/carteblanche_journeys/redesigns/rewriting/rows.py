"""Rows: steps that follow each other one by one, and what ties their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from carteblanche_journeys.diagnosis.clues.depending import depends
from carteblanche_journeys.graph import Passage
from carteblanche_journeys.model import Link, Step
from carteblanche_journeys.redesigns.variant import Variant


@dataclass(frozen=True, slots=True)
class Row:
    """Steps one after the other, and the links between them.

    Whoever lives one of them lives all: nothing parts or meets between them.
    """

    steps: tuple[str, ...]
    links: tuple[Passage, ...]


def row_between(variant: Variant, one: str, other: str) -> Row | None:
    """The row from one step to another, whichever comes first; None where there is none.

    >>> from carteblanche_journeys.model import Atlas, Journey
    >>> from carteblanche_journeys.redesigns.variant import begin
    >>> steps = {name: {"title": name} for name in "abcd"}
    >>> row_between(begin(Journey(title="X", steps=steps), Atlas()), "c", "a").steps
    ('a', 'b', 'c')
    """
    return _row(variant, one, other) or _row(variant, other, one)


def _row(variant: Variant, first: str, last: str) -> Row | None:
    steps, links = [first], []
    while steps[-1] != last:
        out = variant.passages_out(steps[-1])
        if len(out) != 1 or out[0].target in steps or _meets(variant, out[0]):
            return None
        links.append(out[0])
        steps.append(out[0].target)
    return Row(tuple(steps), tuple(links))


def _meets(variant: Variant, passage: Passage) -> bool:
    """Whether others arrive at the end of a link, or not all who left arrive there."""
    link = passage.link
    conditional = bool(link.when) or link.share is not None or link.way is not None
    return conditional or link.back or len(variant.passages_into(passage.target)) != 1


def needs(variant: Variant, later: str, earlier: str) -> bool:
    """Whether someone who lives both of two steps needs the earlier for the later."""
    between = Passage(earlier, later, Link(to=later), implied=False, id=f"{earlier}->{later}")
    return any(
        depends(between, life)
        for life in variant.lives
        if earlier in life.steps and later in life.steps
    )


def reordered(variant: Variant, row: Row, order: Iterable[str]) -> Variant:
    """The variant with the steps of a row in another order.

    What led to the first of the row leads to what is first now, and what followed the last
    follows what is last now; in the file they take each other's places.

    >>> from carteblanche_journeys.model import Atlas, Journey
    >>> from carteblanche_journeys.redesigns.variant import begin
    >>> steps = {name: {"title": name} for name in "abcd"}
    >>> before = begin(Journey(title="X", steps=steps), Atlas())
    >>> made = reordered(before, row_between(before, "b", "c"), ["c", "b"])
    >>> [passage.id for passage in made.net.passages]
    ['a->c', 'c->b', 'b->d']
    """
    now = tuple(order)
    ways_in = {row.steps[0]: now[0]}
    out = {step: _onward(variant, row, step, after) for step, after in pairwise(now)}
    out[now[-1]] = _led(variant.steps[row.steps[-1]].next or (), ways_in)
    changed = {
        name: one.model_copy(
            update={"next": out[name] if name in out else _led(one.next or (), ways_in)}
        )
        for name, one in variant.steps.items()
    }
    _pass_on("join", changed, row.steps[0], now[0])
    _pass_on("ends", changed, row.steps[-1], now[-1])
    return variant.with_steps(_in_places(changed, row.steps, now))


def _led(links: Iterable[Link], instead: Mapping[str, str]) -> tuple[Link, ...]:
    return tuple(
        link.model_copy(update={"to": instead[link.to]}) if link.to in instead else link
        for link in links
    )


def _onward(variant: Variant, row: Row, step: str, after: str) -> tuple[Link, ...]:
    """The link between two steps that now follow each other: the one that led there before."""
    before = {passage.target: passage.link for passage in row.links}
    left = {passage.source: passage.link for passage in row.links}
    if after in before:
        return (before[after],)
    origins = left[step].comes_from if step in left else ()
    return (Link(to=after, comes_from=origins or ()),)


def _pass_on(field: str, steps: dict[str, Step], was: str, now: str) -> None:
    """What held of the head of the row, or of its end, holds of what is there now."""
    if was != now:
        one, other = steps[was], steps[now]
        steps[was] = one.model_copy(update={field: getattr(other, field)})
        steps[now] = other.model_copy(update={field: getattr(one, field)})


def _in_places(
    steps: Mapping[str, Step], before: tuple[str, ...], now: tuple[str, ...]
) -> Mapping[str, Step]:
    """The steps, those of the row in their new order at the places that it took in the file."""
    places = [name for name in steps if name in before]
    instead = dict(zip(places, now, strict=True))
    return {instead.get(name, name): steps[instead.get(name, name)] for name in steps}
