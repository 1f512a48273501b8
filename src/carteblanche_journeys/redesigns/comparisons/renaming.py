"""Things whose id alone has changed: found by what they say and by what they are linked with."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import cast

from pydantic import BaseModel

from carteblanche_journeys.graph import links
from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.redesigns.comparisons.identity import Identity, Kin, Traced
from carteblanche_journeys.redesigns.comparisons.meaning import (
    Naming,
    meaning,
    meaning_of_link,
    meaning_of_step,
)

#: A thing that may have been renamed: its kind and its id.
_Name = tuple[str, str]
_KINDS = ("step", "counter", "evidence")


def with_renamed(
    same: Identity,
    journeys: tuple[Journey, Journey],
    atlases: tuple[Atlas, Atlas],
    *,
    trust_ids: bool = True,
) -> Identity:
    """The identity of two journeys, where what was only renamed is the same.

    Things without counterpart are told apart by what they say, titles aside, and by what the
    things say that they name and that lead to them, round by round, until nothing more can be
    told apart (colour refinement, Weisfeiler & Leman 1968). As many on one side as on the
    other that nothing tells apart are the same, in file order. What a redesign calls new is
    never an old thing renamed.

    Parameters
    ----------
    journeys, atlases
        Of the as-is, then of the to-be.
    trust_ids
        Whether what has a counterpart of the same id, or origin, keeps it; else all is looked
        for anew.
    """
    kins = {"step": same.steps, "counter": same.counters, "evidence": same.evidence}
    sides = tuple(
        _Side(journey, atlas, kins, place, trust_ids=trust_ids)
        for place, (journey, atlas) in enumerate(zip(journeys, atlases, strict=True))
    )
    one, other = sides
    if not one.sorts & other.sorts:
        return same
    for side, journey, atlas in zip(sides, journeys, atlases, strict=True):
        side.tell(journey, atlas)
    _refine(one, other)
    found: dict[str, dict[str, str]] = {kind: {} for kind in _KINDS}
    for colour, names in one.by_colour().items():
        rivals = other.by_colour().get(colour, [])
        if len(names) == len(rivals):
            found[names[0][0]] |= {a[1]: b[1] for a, b in zip(names, rivals, strict=True)}
    if not trust_ids:
        kins = {kind: _strangers(kin) for kind, kin in kins.items()}
    return replace(
        same,
        steps=kins["step"].with_same(found["step"]),
        counters=kins["counter"].with_same(found["counter"]),
        evidence=kins["evidence"].with_same(found["evidence"]),
    )


def _strangers(kin: Kin) -> Kin:
    """Nothing of one side is anything of the other."""
    return Kin({name: f"-{name}" for name in kin.before}, {name: f"+{name}" for name in kin.after})


def _refine(one: _Side, other: _Side) -> None:
    """Tell things apart until a round tells no more apart than the last."""
    told = 0
    while len(one.shades | other.shades) > told:
        told = len(one.shades | other.shades)
        numbers: dict[Hashable, int] = {}
        for side in (one, other):
            side.refine(numbers)


class _Side:
    """The things of one journey, those without counterpart under colours."""

    def __init__(
        self,
        journey: Journey,
        atlas: Atlas,
        kins: Mapping[str, Kin],
        place: int,
        *,
        trust_ids: bool,
    ) -> None:
        self._labels = {kind: (kin.after if place else kin.before) for kind, kin in kins.items()}
        self._matched = {kind: _matched(kin) if trust_ids else set() for kind, kin in kins.items()}
        things: dict[str, Mapping[str, BaseModel]] = {
            "step": journey.steps,
            "counter": atlas.counters,
            "evidence": atlas.evidence,
        }
        self.lost = {
            (kind, name): thing
            for kind, shelf in things.items()
            for name, thing in shelf.items()
            if self._labels[kind][name] not in self._matched[kind]
        }
        self.sorts = {(kind, _is_new(thing)) for (kind, _), thing in self.lost.items()}

    def tell(self, journey: Journey, atlas: Atlas) -> None:
        """Write down what each thing says, and which others without counterpart it names."""
        self._said: dict[_Name, Hashable] = {}
        self._named: dict[_Name, list[_Name]] = {}
        for name, thing in self.lost.items():
            self._named[name] = []
            naming = self._naming(self._named[name])
            if name[0] == "step":
                own = meaning_of_step(journey.steps[name[1]], atlas, naming)
            else:
                own = meaning(thing, naming)
            self._said[name] = (name[0], _is_new(thing), tuple(own.items()))
        self._tell_links(journey)
        self._colours = dict.fromkeys(self.lost, 0)

    def _tell_links(self, journey: Journey) -> None:
        """Both ends of a link know of it."""
        told: dict[_Name, list[Hashable]] = {name: [] for name in self.lost}
        for passage in links(journey):
            ends = (("step", passage.source), ("step", passage.target))
            for way, (own, far) in (("out", ends), ("in", ends[::-1])):
                if own in told:
                    naming = self._naming(self._named[own])
                    told[own] += [way, meaning_of_link(passage, naming), naming(*_asked(far))]
        first = next(iter(journey.steps), "")
        for name, own_links in told.items():
            self._said[name] = (self._said[name], name == ("step", first), tuple(own_links))

    def _naming(self, mentioned: list[_Name]) -> Naming:
        """Names things of both sides by their label; notes the others, under no name."""

        def named(kinds: tuple[str, ...], name: str) -> Hashable:
            for kind in kinds:
                key = ("counter" if kind == "way" else kind, name)
                if key in self.lost:
                    mentioned.append(key)
                    return ("?",)
                if name in self._labels.get(key[0], {}):
                    return self._labels[key[0]][name]
            return name

        return named

    @property
    def shades(self) -> set[int]:
        """The colours there are."""
        return set(self._colours.values())

    def refine(self, numbers: dict[Hashable, int]) -> None:
        """One round: a new colour for what it says, with the colours of what it names.

        Parameters
        ----------
        numbers
            The colours given so far in this round, on both sides.
        """
        self._colours = {
            name: numbers.setdefault(
                (said, self._colours[name], tuple(self._colours[n] for n in self._named[name])),
                len(numbers),
            )
            for name, said in self._said.items()
        }

    def by_colour(self) -> Mapping[int, list[_Name]]:
        """The things of each colour, in file order."""
        found: dict[int, list[_Name]] = {}
        for name, colour in self._colours.items():
            found.setdefault(colour, []).append(name)
        return found


def _is_new(thing: BaseModel) -> bool:
    return cast(Traced, thing).comes_from == ()


def _asked(name: _Name) -> tuple[tuple[str, ...], str]:
    return (name[0],), name[1]


def _matched(kin: Kin) -> set[str]:
    return {label for label, (one, other) in kin.groups.items() if one and other}
