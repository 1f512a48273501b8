"""What an atlas knows by name: ids by kind, and what traits and facts may be."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from carteblanche_journeys.model.atlas import Trait
from carteblanche_journeys.model.evidence import Fact
from carteblanche_journeys.model.journeys import Journey
from carteblanche_journeys.model.steps import Step
from carteblanche_journeys.reading.mistakes import Path

#: What a value must be, by the type of its trait or fact; others take any plain value.
_VALUES = {
    "bool": "yes-no",
    "yes-no": "yes-no",
    "number": "number",
    "integer": "number",
    "money": "number",
    "one-of": "option",
}
#: Kinds of file that name things in maps of theirs: the key, and what it holds.
_MAPS: dict[str, dict[str, str]] = {
    "atlas": {"traits": "trait", "purposes": "purpose"},
    "territory": {"communes": "commune"},
    "journey": {"steps": "step", "stages": "stage"},
    "observation": {},
}


@dataclass(frozen=True, slots=True)
class Sort:
    """What the values of a trait or fact are: yes-no, number, option, or anything (empty)."""

    name: str = ""
    options: tuple[str, ...] = ()


@dataclass(slots=True)
class Known:
    """Ids by kind; of a kind whose file could not be read nothing is known, and nothing asked."""

    ids: dict[str, frozenset[str]] = field(default_factory=dict)
    sorts: dict[str, Sort] = field(default_factory=dict)
    #: For each journey the ids of its steps and stages, as written, broken ones too.
    steps: dict[str, frozenset[str] | None] = field(default_factory=dict)
    stages: dict[str, frozenset[str] | None] = field(default_factory=dict)
    #: Gives the names of the rules, or None; asked only if a rule is named.
    rules: Callable[[], frozenset[str] | None] = field(default=lambda: None)
    #: Gives the names of the thresholds of a rule, or None; asked only if one is named.
    thresholds: Callable[[str], frozenset[str] | None] = field(default=lambda rule: None)

    def among(self, kinds: Iterable[str]) -> frozenset[str] | None:
        """The ids of any of these kinds; None where one of them is not known."""
        found = [self.rules() if kind == "rule" else self.ids.get(kind) for kind in kinds]
        if None in found:
            return None
        return frozenset().union(*(ids for ids in found if ids is not None))

    def sort_of(self, name: str) -> Sort:
        """What the values of a trait or fact are."""
        return self.sorts.get(name, Sort())


def sort_of(thing: Trait | Fact) -> Sort:
    """What the values of this trait or fact are.

    >>> sort_of(Trait(type="one-of", options=["cdi", "cdd"])).options
    ('cdi', 'cdd')
    """
    return Sort(_VALUES.get(thing.type or "", ""), tuple(thing.options or ()))


def names_in(
    kind: str, raw: Any, broken: Collection[Path] = frozenset()
) -> dict[str, frozenset[str] | None]:
    """The names that a file of a kind gives, by kind of thing, broken ones too.

    A map that is none, or was not read, gives no names that others could be held to.

    >>> names_in("journey", {"steps": "depot", "stages": {"fin": "La fin"}})
    {'step': None, 'stage': frozenset({'fin'})}
    """
    if kind not in _MAPS:
        return {kind: _ids_in(raw, (), broken)}
    held = raw if isinstance(raw, dict) else dict.fromkeys(_MAPS[kind])
    return {one: _ids_in(held.get(key, {}), (key,), broken) for key, one in _MAPS[kind].items()}


def _ids_in(raw: Any, path: Path, broken: Collection[Path]) -> frozenset[str] | None:
    if not isinstance(raw, dict) or path in broken:
        return None
    return frozenset(raw) | {str(other[-1]) for other in broken if other[:-1] == path}


def names_lost(kind: str, meant: Iterable[str]) -> dict[str, None]:
    """The kinds of thing whose names nobody knows, since their map has a mistyped key.

    >>> names_lost("journey", ["steps", "title"])
    {'step': None}
    """
    mistyped = set(meant)
    return {one: None for key, one in _MAPS.get(kind, {}).items() if key in mistyped}


def counts_of(personas: Mapping[str, Any]) -> frozenset[str]:
    """The counts that some persona has."""
    return frozenset(name for persona in personas.values() for name in persona.counts)


def ways_named(step: Step, channels: Mapping[str, Collection[str]]) -> frozenset[str] | None:
    """What can name a way of a step: its counters, their channels, who does it for the person.

    None where one of its counters is not known: nobody can say by which channels it is met.

    >>> sorted(ways_named(Step(title="Déposer", at="caf"), {"caf": ["phone", "post"]}))
    ['caf', 'phone', 'post']
    """
    names: set[str] = set()
    counters = [way.counter or step.at for way in step.ways] if step.ways else [step.at]
    for way in step.ways:
        names.update(name for name in (way.channel, way.done_by) if name)
    for counter in counters:
        if counter is not None and counter not in channels:
            return None
        if counter is not None:
            names.update((counter, *channels[counter]))
    return frozenset(names)


def full_id(name: str, journey: Journey) -> str:
    """A journey of the same life moment may be named by its file alone."""
    return name if "/" in name else f"{journey.moment}/{name}"
