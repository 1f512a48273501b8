"""What `cb.` gives: an atlas and its journeys bound to a day, which show themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from carteblanche_journeys.diagnosis import Diagnosis, Finding
from carteblanche_journeys.diagnosis import diagnose as ask_rules
from carteblanche_journeys.drawing import blueprint
from carteblanche_journeys.drawing import map as maps
from carteblanche_journeys.drawing.engine import EngineChoice
from carteblanche_journeys.drawing.listing import listed
from carteblanche_journeys.drawing.sheet import Sheet
from carteblanche_journeys.drawing.sheet_filling import fill_sheet
from carteblanche_journeys.errors import UnknownName
from carteblanche_journeys.markup import Child, Element, el, render, render_html
from carteblanche_journeys.measures import Measured, measure_lives
from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.publishing.day import day_of
from carteblanche_journeys.publishing.publish import publish_atlas
from carteblanche_journeys.reading import known_name, read_atlas
from carteblanche_journeys.reports import (
    PlaceOf,
    measures_rows,
    measures_table,
    measures_text,
    nowhere,
    placed_by,
    text_report,
)
from carteblanche_journeys.words import Words, words_for

View = Literal["blueprint", "map"]
VIEWS: tuple[View, ...] = ("blueprint", "map")
#: The name of a journey made in Python that nobody has named.
UNNAMED = "journey/as-is"


class Shows:
    """Shows itself: as text, and in a notebook as HTML that keeps what an image would lose."""

    def __str__(self) -> str:
        raise NotImplementedError

    def __repr__(self) -> str:
        return str(self)

    def html(self) -> Element:
        """What a notebook shows."""
        return el("pre", None, str(self))

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/html": render_html(self.html()), "text/plain": str(self)}


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
        """What the rules found in all its journeys."""
        return ask_rules(self.atlas, today=self.today)

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
        return draw(self).text

    def html(self) -> Element:
        """Its blueprint, and the list of its steps."""
        return draw(self).html()


@dataclass(frozen=True, repr=False)
class Drawing(Shows):
    """A picture, and the same in text.

    Parameters
    ----------
    element
        The picture: one SVG that needs nothing else.
    title
        What it shows.
    lines
        Its steps in order, one line each.
    """

    element: Element
    title: str
    lines: tuple[str, ...]

    @property
    def svg(self) -> str:
        """The picture as text."""
        return render(self.element) + "\n"

    @property
    def text(self) -> str:
        """The same without a picture."""
        return "\n".join([self.title, *self.lines])

    def __str__(self) -> str:
        return self.text

    def html(self) -> Element:
        """The picture, then the list."""
        listed: Child = [el("p", None, line) for line in self.lines]
        return el("figure", None, self.element, el("figcaption", None, listed))


@dataclass(frozen=True, eq=False, repr=False)
class Findings(Shows):
    """Findings in order: what is wrong, why it hurts, what to do, what speaks against it."""

    of: AtlasHandle
    findings: tuple[Finding, ...]

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __getitem__(self, place: int) -> Finding:
        return self.findings[place]

    def __str__(self) -> str:
        of, found = self.of, Diagnosis(self.findings)
        return text_report(found, of.atlas, of.words, of.place_of, of.today).rstrip()


@dataclass(frozen=True, eq=False, repr=False)
class Measures(Shows):
    """What one journey asks of people: `found["jeanne"]["trips"]` is an amount.

    Parameters
    ----------
    people
        The measures for each persona, that of the page first.
    """

    of: AtlasHandle
    people: tuple[Measured, ...]

    def __getitem__(self, persona: str) -> Measured:
        by_id = {one.persona: one for one in self.people}
        known_name("persona", persona, by_id, self.of.words)
        return by_id[persona]

    def __iter__(self) -> Iterator[str]:
        return (one.persona for one in self.people)

    def __len__(self) -> int:
        return len(self.people)

    def __str__(self) -> str:
        return measures_text(self.people, self.of.words, self.of.today).rstrip()

    def html(self) -> Element:
        """One table, a row a measure and a column a persona."""
        return measures_table(self.people, self.of.words)

    def to_frame(self) -> Any:
        """A pandas table: a row for each persona and measure; needs pandas.

        Columns: persona, measure, low, likely, high, unit, known, of, status; a share stands
        between 0 and 1, what cannot be said is missing.

        Raises
        ------
        ImportError
            Where pandas is not installed.
        """
        from importlib import import_module

        return import_module("pandas").DataFrame(measures_rows(self.people))


def load(folder: Path | str, *, lang: str | None = None, today: str | None = None) -> AtlasHandle:
    """Read a folder of journeys.

    Parameters
    ----------
    folder
        The folder that holds `atlas.yml`.
    lang
        `fr` or `en`; left out, the atlas's language, else English.
    today
        The day that waivers count from, such as `2026-03-31`; left out, that of
        SOURCE_DATE_EPOCH, else the day it is.

    Raises
    ------
    UnreadableAtlas
        With every mistake of every file, its place and what to do.
    ValueError
        Where `today` is no day.
    """
    reading = read_atlas(folder, lang)
    return AtlasHandle(*_bound(reading.atlas, lang, today), placed_by(reading.places))


def diagnose(what: AtlasHandle | JourneyHandle | Atlas | Journey) -> Findings:
    """The findings of a whole atlas, or those of one journey in it; waived ones are left out.

    >>> from carteblanche_journeys.model import Journey
    >>> steps = {"a": {"title": "Écrire", "next": []}, "b": {"title": "Attendre"}}
    >>> [finding.rule for finding in diagnose(Journey(title="J'écris", steps=steps))]
    ['loose-end', 'unreached-step']
    """
    handle = _handle(what)
    if isinstance(handle, JourneyHandle):
        return Findings(handle.of, findings_of(handle.of, handle.journey))
    every = handle.diagnosis.findings
    return Findings(handle, tuple(one for one in every if not one.waived))


def findings_of(of: AtlasHandle, journey: Journey) -> tuple[Finding, ...]:
    """The findings of one journey that nobody has waived, numbered as on its page."""
    every = of.diagnosis.findings
    return tuple(one for one in every if journey.id in one.journeys and not one.waived)


def draw(
    what: JourneyHandle | Journey, view: View = "blueprint", *, engine: EngineChoice = "auto"
) -> Drawing:
    """A journey as a picture, for the persona of its page.

    Parameters
    ----------
    view
        `blueprint`: who sees what, band by band; `map`: forks, strands, loops.
    engine
        What lays a map out; left out, chosen by counting.

    Raises
    ------
    UnknownName
        For another view, or where a journey has no step of its own.
    EngineFailed
        Where one engine is asked for and cannot do it.

    >>> from carteblanche_journeys.model import Journey
    >>> steps = {"a": {"title": "Écrire"}, "b": {"title": "Attendre"}}
    >>> drawn = draw(Journey(title="J'écris", steps=steps))
    >>> drawn.svg[:4], drawn.lines
    ('<svg', ('1. Écrire: leads to 2', '2. Attendre'))
    """
    handle = _handle(what)
    assert isinstance(handle, JourneyHandle)
    of, journey = handle.of, handle.journey
    known_name("view", view, VIEWS, of.words)
    if not journey.steps:
        raise UnknownName(of.words("draw.no-step", None, journey=journey.id))
    persona = of.atlas.personas_of(journey)[0]
    sheet = fill_sheet(journey, of.atlas, persona, of.words, findings_of(of, journey))
    lines = listed(sheet, of.words)
    return Drawing(_picture(sheet, view, engine, of.words), sheet.title, lines)


def measure(what: JourneyHandle | Journey, persona: str | None = None) -> Measures:
    """What a journey asks of people, as a table: for each persona, or for one.

    Parameters
    ----------
    persona
        Its id in the atlas; left out, all personas of the journey, side by side.

    Raises
    ------
    UnknownName
        For a persona that the atlas does not have.

    >>> from carteblanche_journeys.model import Journey
    >>> steps = {"a": {"title": "Écrire", "effort": "20 min"}, "b": {"title": "Attendre"}}
    >>> found = measure(Journey(title="J'écris", steps=steps))
    >>> found[""]["steps"].likely
    2.0
    """
    handle = _handle(what)
    assert isinstance(handle, JourneyHandle)
    of = handle.of
    if persona is not None:
        known_name("persona", persona, of.atlas.personas, of.words)
    return Measures(of, measure_lives(handle.journey, of.atlas, persona))


def publish(what: AtlasHandle | Atlas, folder: Path | str) -> None:
    """Publish an atlas as a static site in a folder: new, empty, or made by us before.

    Raises
    ------
    OutputRefused
        Where the folder is not ours to replace, or cannot be written; it is then as it was.
    EngineFailed
        Where the site builder reports anything.
    """
    handle = _handle(what)
    assert isinstance(handle, AtlasHandle)
    publish_atlas(handle.atlas, Path(folder), handle.today, handle.words)


def _picture(sheet: Sheet, view: View, engine: EngineChoice, words: Words) -> Element:
    if view == "map":
        return maps.standalone(maps.journey_map(sheet, words, engine), words)
    return blueprint.standalone(sheet, words)


def _handle(what: AtlasHandle | JourneyHandle | Atlas | Journey) -> AtlasHandle | JourneyHandle:
    """The handle of what was made in Python; a journey alone has an atlas of its own."""
    if isinstance(what, Atlas):
        return AtlasHandle(*_bound(what, None, None))
    if isinstance(what, Journey):
        name = what.id or UNNAMED
        return AtlasHandle(*_bound(Atlas(journeys={name: what}), None, None))[name]
    return what


def _bound(atlas: Atlas, lang: str | None, today: str | None) -> tuple[Atlas, date, Words]:
    """An atlas whose journeys know their ids, its day, its language."""
    named = {
        name: one if one.id == name else one.model_copy(update={"id": name})
        for name, one in atlas.journeys.items()
    }
    whole = atlas.model_copy(update={"journeys": FrozenMap(named)})
    return whole, day_of(today), words_for(lang or atlas.language)
