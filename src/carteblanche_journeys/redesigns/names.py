"""How a sentence about a redesign names things: as the variant sees them, else as they were."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from carteblanche_journeys.diagnosis.finding import Mention
from carteblanche_journeys.diagnosis.telling import name_of
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.quantities import Quantity
from carteblanche_journeys.model.references import Names
from carteblanche_journeys.model.shapes import marked, shape_of
from carteblanche_journeys.model.values import Value
from carteblanche_journeys.redesigns.variant import Variant
from carteblanche_journeys.words import Words

#: A sentence names so many things at most; beyond, it says how many others there are.
NAMED = 6


@dataclass(frozen=True)
class Namer:
    """Names of things as a variant sees them; what it no longer has, as the as-is calls it."""

    variant: Variant
    words: Words

    @cached_property
    def atlas(self) -> Atlas:
        """The atlas as the variant sees it, its own journey among the others."""
        seen, journey = self.variant.atlas, self.variant.journey
        return seen.model_copy(
            update={"journeys": FrozenMap({**seen.journeys, journey.id: journey})}
        )

    def arguments(self, arguments: Value) -> dict[str, tuple[str, ...]]:
        """For each argument given: how a sentence says it, then each thing that it names."""
        named: dict[str, list[str]] = {}
        for path, mark, name in marked(shape_of(type(arguments)), arguments):
            # The source of a figure is not what the argument names.
            if isinstance(mark, Names) and mark.kinds != ("source",):
                named.setdefault(str(path[0]), []).append(self.name(mark.kinds, name))
        plain = {
            field.written: self._said(getattr(arguments, field.attribute))
            for field in shape_of(type(arguments)).fields
            if field.attribute in arguments.model_fields_set
        }
        told = {name: (said,) for name, said in plain.items() if said}
        return told | {name: self._together(names) for name, names in named.items()}

    def value(self, value: object) -> tuple[str, ...]:
        """How a sentence says a value of a hindrance, then each thing that it names."""
        if isinstance(value, Mention):
            return self._together(self.name((value.kind,), one) for one in value.ids)
        # Mentions know no actors: one is given by its id.
        return (self._plain(value) or self.name(("actor",), str(value)),)

    def name(self, kinds: Iterable[str], name: str) -> str:
        """What the atlas calls a thing of one of these kinds; its id where none has it."""
        for kind in kinds:
            said = self._named(kind, name)
            if said is not None:
                return said
        return self.words("person") if name == "person" else name

    def _named(self, kind: str, name: str) -> str | None:
        if kind in ("actor", "persona"):
            thing = getattr(self.atlas, f"{kind}s").get(name)
            return self.words.text(thing.name) if thing else None
        if kind == "stage":
            stage = self.variant.journey.stages.get(name)
            return self.words.text(stage) if stage else None
        said = name_of(kind, name, self.atlas, self.words, self._journey_of(name))
        bare = self.words("finding.quoted", name=name)
        before = name_of(kind, name, self.variant.base, self.words, self._redesigned)
        return next((one for one in (said, before) if one not in (name, bare)), None)

    def _journey_of(self, step: str) -> str:
        journey = self.variant.journey
        return journey.id if step in journey.steps else self._redesigned

    @property
    def _redesigned(self) -> str:
        return self.variant.journey.redesigns or ""

    def _together(self, names: Iterable[str]) -> tuple[str, ...]:
        every = tuple(dict.fromkeys(names))
        return (self.words.series(every, at_most=NAMED), *every) if every else ()

    def _said(self, value: Any) -> str:
        """What an argument that names nothing says: a quantity, a number, a word or a text."""
        if isinstance(value, Mapping):
            return self.words.text(value)
        return value if isinstance(value, str) else self._plain(value)

    def _plain(self, value: Any) -> str:
        """A number or a quantity; nothing for what a sentence cannot say."""
        if isinstance(value, Quantity):
            return self.words.quantity(value)
        if isinstance(value, bool) or value is None:
            return ""
        return self.words.number(value) if isinstance(value, int | float) else ""
