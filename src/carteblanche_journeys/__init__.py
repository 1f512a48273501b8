"""Journeys as code for public services.

A journey is data: made in Python, or read from a folder of YAML files. It draws itself, and
says what hurts in it.

>>> import carteblanche_journeys as cb
>>> steps = {"ask": {"title": "Ask for a place"}, "school": {"title": "The child goes to school"}}
>>> journey = cb.Journey(title="I enrol my child at school", steps=steps)
>>> print(cb.draw(journey))
I enrol my child at school
1. Ask for a place: leads to 2
2. The child goes to school
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from carteblanche_journeys.errors import (
        CarteblancheError,
        EngineFailed,
        OutputRefused,
        UnknownName,
        UnreadableAtlas,
    )
    from carteblanche_journeys.face import (
        compare,
        diagnose,
        draw,
        load,
        measure,
        propose,
        publish,
        redesign,
    )
    from carteblanche_journeys.model import Atlas, Journey
    from carteblanche_journeys.redesigns import DoesNotFit

__all__ = [
    "Atlas",
    "CarteblancheError",
    "DoesNotFit",
    "EngineFailed",
    "Journey",
    "OutputRefused",
    "UnknownName",
    "UnreadableAtlas",
    "compare",
    "diagnose",
    "draw",
    "load",
    "measure",
    "propose",
    "publish",
    "redesign",
]

#: Where each public name lives: it is imported when it is first used, and not before.
_HOMES = {
    "errors": (
        "CarteblancheError",
        "EngineFailed",
        "OutputRefused",
        "UnknownName",
        "UnreadableAtlas",
    ),
    "face": ("compare", "diagnose", "draw", "load", "measure", "propose", "publish", "redesign"),
    "model": ("Atlas", "Journey"),
    "redesigns": ("DoesNotFit",),
}


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
