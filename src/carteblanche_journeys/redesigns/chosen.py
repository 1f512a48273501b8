"""A move with its arguments, as a redesign writes it, and the making of several in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from carteblanche_journeys.model.references import Names
from carteblanche_journeys.model.shapes import marked, shape_of
from carteblanche_journeys.model.values import Value
from carteblanche_journeys.redesigns.consequences import Cost, LegalNeed, Worse
from carteblanche_journeys.redesigns.hindrance import DoesNotFit, Hindrance
from carteblanche_journeys.redesigns.move import Move, move_named
from carteblanche_journeys.redesigns.variant import Variant

#: The key under which a redesign names the move; all others are its arguments.
MOVE = "move"


@dataclass(frozen=True, slots=True)
class Chosen:
    """A move with its arguments."""

    move: Move
    arguments: Value

    @property
    def written(self) -> dict[str, Any]:
        """As a redesign writes it: the name, then the arguments that were given."""
        said = self.arguments.model_dump(mode="json", by_alias=True, exclude_unset=True)
        return {MOVE: self.move.name, **_short(said)}

    def worse(self, before: Variant) -> tuple[Worse, ...]:
        """What gets worse, for the variant before the move."""
        return self.move.worse(before, self.arguments)

    def legal(self, before: Variant) -> tuple[LegalNeed, ...]:
        """What it needs in law, for the variant before the move."""
        return self.move.legal(before, self.arguments)

    def cost(self, before: Variant) -> Cost:
        """How dear it is, for the variant before the move."""
        return self.move.cost(before, self.arguments)

    def done(self, variant: Variant) -> bool:
        """Whether the journey is so already."""
        return self.move.done(variant, self.arguments)

    def hindrances(self, variant: Variant) -> tuple[Hindrance, ...]:
        """What is in the way of it: names that nobody knows, else what the move itself says."""
        unknown = tuple(_unknown_names(self.arguments, variant))
        if unknown or self.done(variant):
            return unknown
        return tuple(self.move.fits(variant, self.arguments))


def _short(said: Any) -> Any:
    """Written in the short form where there is one: `4 d` for a quantity that says no more."""
    if isinstance(said, dict):
        return (
            said["value"] if said.keys() == {"value"} else {k: _short(v) for k, v in said.items()}
        )
    return [_short(one) for one in said] if isinstance(said, list) else said


def chosen(written: Mapping[str, Any]) -> Chosen:
    """A move as a redesign writes it: `{"move": "drop", "step": "rappel"}`.

    Raises
    ------
    UnknownName
        Where there is no such move.
    pydantic.ValidationError
        Where its arguments are none of its own, or not what they should be.

    >>> chosen({"move": "drop", "step": "rappel"}).arguments.step
    'rappel'
    """
    move = move_named(str(written.get(MOVE, "")))
    said = {name: value for name, value in written.items() if name != MOVE}
    return Chosen(move, move.arguments.model_validate(said))


def make(variant: Variant, moves: Iterable[Chosen]) -> Variant:
    """The variant with these moves made, in this order; what is done already changes nothing.

    Raises
    ------
    DoesNotFit
        For the first move that does not fit, with all that is in its way.
    """
    for place, one in enumerate(moves):
        variant = make_one(variant, one, place)
    return variant


def make_one(variant: Variant, one: Chosen, place: int = 0) -> Variant:
    """The variant with one move made; `place` is its place in the redesign."""
    hindrances = one.hindrances(variant)
    if hindrances:
        raise DoesNotFit(("moves", place), hindrances, one.move.name)
    return variant if one.done(variant) else one.move.make(variant, one.arguments)


def _unknown_names(arguments: Value, variant: Variant) -> Iterator[Hindrance]:
    """The names in arguments that the journey, or the atlas as it sees it, does not know."""
    for path, mark, name in marked(shape_of(type(arguments)), arguments):
        if isinstance(mark, Names) and name not in mark.words:
            known = frozenset().union(*(_known(kind, variant) for kind in mark.kinds))
            if name not in known and not (mark.former and name in _former(mark.kinds, variant)):
                near = get_close_matches(str(name), sorted(known), n=1)
                few = tuple(sorted(known)) if len(known) <= 6 and not near else ()
                code = f"unknown.{'-'.join(mark.kinds)}"
                yield Hindrance(code, path, {"id": name}, few, near[0] if near else "")


_SHELVES = {
    "organisation": "organisations",
    "actor": "actors",
    "counter": "counters",
    "evidence": "evidence",
    "fact": "facts",
    "scheme": "schemes",
    "persona": "personas",
    "purpose": "purposes",
    "source": "source_list",
    "journey": "journeys",
    "territory": "territories",
}


def _former(kinds: Iterable[str], variant: Variant) -> frozenset[str]:
    """What the journey has had of these kinds: what went, and what other things come from.

    A second making of a move names what the first took away; only the move can say that.
    """
    had: set[str] = set()
    if "step" in kinds:
        had.update(variant.journey.gone, *(one.comes_from or () for one in variant.steps.values()))
    if "counter" in kinds:
        counters = variant.atlas.counters.values()
        had.update(variant.journey.additions.gone, *(one.comes_from or () for one in counters))
    return frozenset(had)


def _known(kind: str, variant: Variant) -> frozenset[str]:
    if kind == "step":
        return frozenset(variant.steps)
    if kind == "stage":
        return frozenset(variant.journey.stages)
    if kind == "commune":
        every = variant.atlas.territories.values()
        return frozenset(name for territory in every for name in territory.communes)
    return frozenset(getattr(variant.atlas, _SHELVES[kind]))
