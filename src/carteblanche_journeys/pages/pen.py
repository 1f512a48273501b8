"""What a page writes: names, links and figures, escaped once and for all."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup, escape

from carteblanche_journeys.markup import md
from carteblanche_journeys.measures import status_of
from carteblanche_journeys.model import Atlas, Journey, Quantity
from carteblanche_journeys.model.values import Text, Thing
from carteblanche_journeys.pages.variants import as_is_of, variant_name
from carteblanche_journeys.words import Words


def joined(parts: Iterable[str], between: str = ", ") -> Markup:
    """Pieces of Markdown in one line; plain text among them is escaped."""
    written = [part if isinstance(part, Markup) else md(part) for part in parts]
    return Markup(str.join(between, written))


@lru_cache(maxsize=4096)
def _way(here: str, path: str) -> str:
    """How a page at `here` names another: many links of a site go the same way."""
    if path == here:
        return ""
    return str(escape(posixpath.relpath(path, posixpath.dirname(here) or ".")))


def journey_path(journey: str) -> str:
    """The page of a journey."""
    return f"journeys/{journey}.md"


def comparison_path(journey: str) -> str:
    """The page that compares a redesign with what it redesigns."""
    return f"comparisons/{journey}.md"


def proposals_path(journey: str) -> str:
    """The page of what the tool proposes for a journey."""
    return f"proposals/{journey}.md"


def rule_path(rule: str) -> str:
    """The page of a rule."""
    return f"rules/{rule}.md"


def measure_anchor(name: str) -> str:
    """The anchor of a measure: that of `travel_km` is `travel-km`."""
    return name.replace("_", "-")


def parameter_label(name: str, words: Words) -> str:
    """What a parameter stands for, in one phrase."""
    return words(f"field.ParameterSettings.{name}").rstrip(".")


@dataclass(frozen=True, slots=True)
class Own:
    """Things that one redesign alone has, by shelf and id, and the page where they stand.

    They have no page of their own: another redesign may make something else of the same name.
    """

    path: str = ""
    things: frozenset[tuple[str, str]] = frozenset()


#: Of the atlas itself, and of journeys that redesign nothing.
NOTHING_OWN = Own()


def own_anchor(shelf: str, name: str) -> str:
    """The anchor of a thing on the page of the redesign that makes it."""
    return f"own-{shelf}-{name}"


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes Markdown for one page: it knows from where links start.

    Parameters
    ----------
    atlas, words
        What is written of, and in which language.
    here
        The path of the page, such as `journeys/avoir-un-enfant/as-is.md`.
    own
        What the journey written of has for itself alone: such names lead to its own page.
    """

    atlas: Atlas
    words: Words
    here: str
    own: Own = NOTHING_OWN

    def link(self, label: str, path: str, anchor: str = "") -> Markup:
        """A link to a page of the site; within a page, to the anchor alone."""
        return Markup(f"[{self.plain(label)}]({_way(self.here, path)}{escape(anchor)})")

    def plain(self, text: str) -> Markup:
        """A label as written, harmless wherever it stands."""
        return text if isinstance(text, Markup) else Markup(md(text))

    def text(self, text: Text | None) -> Markup:
        """A text of the atlas, as written."""
        return self.plain(self.words.text(text))

    def say(self, key: str, n: float | None = None, **values: object) -> Markup:
        """A sentence of ours; values that are Markdown already keep their links."""
        escaped = {name: self.plain(str(value) if not isinstance(value, str) else value)
                   for name, value in values.items()}  # fmt: skip
        marks = {name: f"\ue000{position}\ue001" for position, name in enumerate(escaped)}
        sentence = md(self.words(key, n, **marks))
        for name, mark in marks.items():
            sentence = sentence.replace(mark, escaped[name])
        return Markup(sentence)

    def counter(self, name: str | None) -> Markup:
        """A counter's name, linked to its page."""
        counter = self.atlas.counters.get(name or "")
        if counter is None:
            return Markup(md(name or "—"))
        return self._named(counter.name, "counters", name or "", f"counters/{counter.id}.md")

    def evidence(self, name: str) -> Markup:
        """The name of a piece, linked to its page."""
        piece = self.atlas.evidence.get(name)
        if piece is None:
            return Markup(md(name))
        return self._named(piece.name, "evidence", name, f"evidence/{piece.id}.md")

    def _named(
        self, label: Text | None, shelf: str, name: str, path: str, anchor: str = ""
    ) -> Markup:
        """A thing's name, linked to its place; to the redesign's page where it is its own."""
        if (shelf, name) in self.own.things:
            path, anchor = self.own.path, f"#{own_anchor(shelf, name)}"
        return self.link(self.words.text(label), path, anchor)

    def organisation(self, name: str) -> Markup:
        """An organisation's name, linked to its row."""
        organisation = self.atlas.organisations.get(name)
        if organisation is None:
            return Markup(md(self.words("person") if name == "person" else name))
        place = ("organisations", name, "organisations.md", f"#organisation-{name}")
        return self._named(organisation.name, *place)

    def scheme(self, name: str) -> Markup:
        """A scheme's name, linked to its row."""
        scheme = self.atlas.schemes.get(name)
        if scheme is None:
            return Markup(md(name))
        return self._named(scheme.name, "schemes", name, "schemes.md", f"#scheme-{name}")

    def persona(self, name: str) -> Markup:
        """A persona's name, linked to its row."""
        return self.link(
            self.words.text(self.atlas.personas[name].name), "personas.md", f"#persona-{name}"
        )

    def source(self, name: str) -> Markup:
        """A source's title, linked to its row."""
        source = self.atlas.source_list.get(name)
        if source is None:
            return Markup(md(name))
        return self.link(self.words.text(source.title), "sources.md", f"#source-{name}")

    def measure(self, name: str) -> Markup:
        """A measure's name, linked to its formula and source."""
        label = self.words(f"burden.{name}")
        return self.link(label, "measures.md", f"#measure-{measure_anchor(name)}")

    def parameter(self, name: str) -> Markup:
        """What a parameter stands for, linked to what measures assume."""
        label = parameter_label(name, self.words)
        return self.link(label, "measures.md", "#parameters")

    def fact(self, name: str) -> Markup:
        """A fact's label."""
        fact = self.atlas.facts.get(name)
        return self.text(fact.label if fact else name)

    def moment(self, journey: Journey) -> str:
        """A life moment as the person says it: « J'ai un enfant »."""
        return self.words("journey.quoted", title=self.words.text(journey.title))

    def label(self, journey: Journey) -> str:
        """A journey in words: its life moment, and which redesign of it where it is one."""
        root = as_is_of(journey, self.atlas)
        if root.id == journey.id:
            return self.moment(journey)
        name = variant_name(journey, self.atlas, self.words)
        return self.words("variant.of", moment=self.moment(root), name=name)

    def variant(self, journey: Journey) -> Markup:
        """What a redesign is called, linked to its page."""
        name = variant_name(journey, self.atlas, self.words)
        return self.link(name, journey_path(journey.id))

    def journey(self, journey: Journey) -> Markup:
        """A journey in words, linked to its page."""
        return self.link(self.label(journey), journey_path(journey.id))

    def step(self, journey: Journey, number: int, step: str) -> Markup:
        """A step's number and title, linked to its place in the list."""
        label = f"{number}. {self.words.text(journey.steps[step].title)}"
        return self.link(label, journey_path(journey.id), f"#step-{step}")

    def quantity(self, quantity: Quantity, *around: Thing) -> Markup:
        """A figure in words with the mark and the name of how sure it is."""
        status = status_of(quantity, *around)
        words = self.words
        figure = words.quantity(quantity)
        if status is None:
            return self.plain(figure)
        mark = f"{words(f'mark.{status}')} {words(f'status.{status}')}"
        return Markup('{} <span class="cb-mark">{}</span>').format(self.plain(figure), mark)

    def each(self, names: Iterable[str], how: str = "evidence") -> Markup:
        """Several things of one kind, linked, in one line."""
        write = getattr(self, how)
        return Markup(", ").join(write(name) for name in names)
