"""Handles: an atlas bound to a day and a language, and a journey in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from carteblanche_journeys.diagnosis import Diagnosis, Finding
from carteblanche_journeys.diagnosis import diagnose as ask_rules
from carteblanche_journeys.face.picturing import Drawing, pictured
from carteblanche_journeys.face.refusing import refused
from carteblanche_journeys.face.showing import Shows
from carteblanche_journeys.markup import Element, el
from carteblanche_journeys.model import Atlas, Journey, Redesigned
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.publishing.day import day_of
from carteblanche_journeys.reading import known_name
from carteblanche_journeys.redesigns import resolve
from carteblanche_journeys.reports import PlaceOf, nowhere
from carteblanche_journeys.words import Words, words_for

#: The name of a journey made in Python that nobody has named.
UNNAMED = "journey/as-is"


@dataclass(frozen=True, eq=False, repr=False)
class AtlasHandle(Shows):
    """An atlas on one day, in one language; `handle["life-moment/file-name"]` is a journey."""

    atlas: Atlas
    today: date
    words: Words
    place_of: PlaceOf = nowhere

    def __getitem__(self, journey: str) -> JourneyHandle:
        known_name("journey", journey, self.atlas.journeys, self.words)
        return JourneyHandle(self, self.atlas[journey])

    def __iter__(self) -> Iterator[str]:
        return iter(self.atlas.journeys)

    def __len__(self) -> int:
        return len(self.atlas.journeys)

    @cached_property
    def diagnosis(self) -> Diagnosis:
        """What the rules found in the journeys that exist."""
        return ask_rules(self.atlas, today=self.today)

    def diagnosis_of(self, journey: Journey) -> Diagnosis:
        """What the rules found where a journey belongs: a redesign stands by itself."""
        if not isinstance(journey, Redesigned):
            return self.diagnosis
        if journey.id not in self._redesigned:
            found = ask_rules(self.atlas, [journey.id], today=self.today)
            self._redesigned[journey.id] = found
        return self._redesigned[journey.id]

    @cached_property
    def _redesigned(self) -> dict[str, Diagnosis]:
        return {}

    def __str__(self) -> str:
        return "\n".join([self.words.text(self.atlas.title), *self._lines()])

    def html(self) -> Element:
        """Its title, and its journeys by id."""
        entries = [el("li", None, line) for line in self._lines()]
        return el(
            "div", None, el("p", None, self.words.text(self.atlas.title)), el("ul", None, entries)
        )

    def _lines(self) -> list[str]:
        every = self.atlas.journeys.values()
        return [f"{one.id}: {self.words.text(one.title)}" for one in every]


@dataclass(frozen=True, eq=False, repr=False)
class JourneyHandle(Shows):
    """A journey of an atlas; it draws itself as its blueprint, with its equal in text."""

    of: AtlasHandle
    journey: Journey

    def __str__(self) -> str:
        return self._drawing.text

    def html(self) -> Element:
        """Its blueprint, and the list of its steps."""
        return self._drawing.html()

    @property
    def _drawing(self) -> Drawing:
        of, journey = self.of, self.journey
        return pictured(journey, of.atlas, of.words, findings_of(of, journey))


def findings_of(of: AtlasHandle, journey: Journey) -> tuple[Finding, ...]:
    """The findings of one journey that nobody has waived, numbered as on its page."""
    every = of.diagnosis_of(journey).findings
    return tuple(one for one in every if journey.id in one.journeys and not one.waived)


def handle_of(what: AtlasHandle | JourneyHandle | Atlas | Journey) -> AtlasHandle | JourneyHandle:
    """The handle of what was made in Python; a journey alone has an atlas of its own."""
    if isinstance(what, Atlas):
        return AtlasHandle(*bound(what, None, None))
    if isinstance(what, Journey):
        return journey_handle(what)
    return what


def journey_handle(what: JourneyHandle | Journey) -> JourneyHandle:
    """The handle of a journey."""
    if isinstance(what, JourneyHandle):
        return what
    name = what.id or UNNAMED
    return AtlasHandle(*bound(Atlas(journeys={name: what}), None, None))[name]


def bound(atlas: Atlas, lang: str | None, today: str | None) -> tuple[Atlas, date, Words]:
    """An atlas whose journeys know their ids and whose redesigns are made, its day, its language.

    Raises
    ------
    DoesNotFit
        Where a redesign made in Python does not fit the journey that it redesigns.
    """
    named = {
        name: one if one.id == name else one.model_copy(update={"id": name})
        for name, one in atlas.journeys.items()
    }
    whole = atlas.model_copy(update={"journeys": FrozenMap(named)})
    words, found = words_for(lang or atlas.language), resolve(whole)
    if found.troubles:
        raise refused(found.troubles, words)
    return found.atlas, day_of(today), words
