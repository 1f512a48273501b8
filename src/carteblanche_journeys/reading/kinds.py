"""The kinds of file an atlas is made of, and what each may hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from pydantic import TypeAdapter

from carteblanche_journeys.model.atlas import Head
from carteblanche_journeys.model.counters import Counter
from carteblanche_journeys.model.evidence import Evidence, Fact
from carteblanche_journeys.model.journeys import Journey, Observation
from carteblanche_journeys.model.organisations import Actor, Organisation
from carteblanche_journeys.model.personas import Persona
from carteblanche_journeys.model.schemes import Scheme
from carteblanche_journeys.model.shapes import Shape, shape_of
from carteblanche_journeys.model.sources import Source
from carteblanche_journeys.model.territories import Territory
from carteblanche_journeys.model.values import ById, Several

#: What makes a folder an atlas.
ATLAS_FILE = "atlas.yml"
TERRITORIES = "territories"
SUFFIXES = (".yml", ".yaml")


@dataclass(frozen=True)
class Kind:
    """One kind of file.

    `name` is that of its JSON Schema and, for what an atlas shares, of its file; `one` is
    what a thing in it is called; `field` is where the atlas keeps what it holds.
    """

    name: str
    one: str
    holds: Any
    field: str = ""

    @cached_property
    def adapter(self) -> TypeAdapter[Any]:
        """What checks plain values and makes them values of the model."""
        return TypeAdapter(self.holds)

    @cached_property
    def shape(self) -> Shape:
        """What may stand where in such a file."""
        return shape_of(self.holds)


@lru_cache(maxsize=1)
def kinds() -> Mapping[str, Kind]:
    """Every kind of file, by name.

    >>> list(kinds())[:3]
    ['atlas', 'organisations', 'actors']
    """
    found = [
        Kind("atlas", "atlas", Head),
        Kind("organisations", "organisation", ById[Organisation], "organisations"),
        Kind("actors", "actor", ById[Actor], "actors"),
        Kind("counters", "counter", ById[Counter], "counters"),
        Kind("evidence", "evidence", ById[Evidence], "evidence"),
        Kind("facts", "fact", ById[Fact], "facts"),
        Kind("schemes", "scheme", ById[Scheme], "schemes"),
        Kind("personas", "persona", ById[Persona], "personas"),
        Kind("sources", "source", ById[Source], "source_list"),
        Kind("territory", "territory", Territory, "territories"),
        Kind("journey", "journey", Journey, "journeys"),
        Kind("observations", "observation", Several[Observation], "observations"),
    ]
    return {kind.name: kind for kind in found}


def top_kinds() -> tuple[str, ...]:
    """The kinds that have one file of their own at the top of an atlas."""
    return tuple(name for name in kinds() if name not in ("territory", "journey"))
