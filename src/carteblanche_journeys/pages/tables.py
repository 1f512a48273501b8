"""The tables of the site: counters, pieces, organisations, schemes, personas, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup

from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.filling import page
from carteblanche_journeys.pages.pen import Pen, joined
from carteblanche_journeys.words import condition_in_words

#: What gives the rows of a table, cell by cell.
Rows = Callable[[Desk, Pen], Iterable[list[Markup]]]


def tables(desk: Desk) -> dict[str, str]:
    """The Markdown of every table, by its path."""
    return {
        **_table(desk, "counters/index.md", "counters", _counters),
        **_table(desk, "evidence/index.md", "evidence", _evidence),
        **_table(desk, "organisations.md", "organisations", _organisations),
        **_table(desk, "schemes.md", "schemes", _schemes),
        **_table(desk, "personas.md", "personas", _personas),
        **_table(desk, "sources.md", "sources", _sources),
    }


def _table(desk: Desk, path: str, name: str, rows: Rows) -> dict[str, str]:
    words = desk.words
    pen = desk.pen(path)
    found = list(rows(desk, pen))
    heads = words(f"table.{name}.heads").split("|")
    view = {
        "title": words(f"table.{name}"),
        "lead": words(f"table.{name}.lead", n=len(found)),
        "heads": heads,
        "rows": found,
        "empty": words("table.empty"),
    }
    return {path: page("table", words, view)}


def _named(anchor: str, name: Markup) -> Markup:
    """A name that can be linked to: the row's anchor stands with it."""
    return Markup('<span id="{}">{}</span>').format(anchor, name)


def _counters(desk: Desk, pen: Pen) -> Iterable[list[Markup]]:
    words = desk.words
    for name, counter in desk.atlas.counters.items():
        uses = desk.usage.counters.get(name, ())
        channels = words.series(words(f"channel.{channel}") for channel in counter.channels)
        yield [
            pen.counter(name),
            pen.organisation(counter.owner),
            pen.plain(channels),
            pen.plain(words.number(len(uses))),
            joined(_moments(pen, (use.journey.id for use in uses))),
        ]


def _moments(pen: Pen, journeys: Iterable[str]) -> list[Markup]:
    return [pen.journey(pen.atlas.journeys[name]) for name in dict.fromkeys(journeys)]


def _evidence(desk: Desk, pen: Pen) -> Iterable[list[Markup]]:
    asked = desk.usage.asked
    often: Mapping[str, int] = {
        name: len({(one.use.journey.id, one.use.step.id) for one in asked.get(name, ())})
        for name in desk.atlas.evidence
    }
    for name in sorted(often, key=lambda one: -often[one]):
        piece = desk.atlas.evidence[name]
        yield [
            pen.evidence(name),
            pen.plain(desk.words(f"evidence.{piece.kind}") if piece.kind else "—"),
            pen.organisation(piece.issuer) if piece.issuer else Markup("—"),
            pen.each(piece.holders, "organisation") or Markup("—"),
            pen.plain(desk.words.number(often[name])),
        ]


def _organisations(desk: Desk, pen: Pen) -> Iterable[list[Markup]]:
    words, atlas = desk.words, desk.atlas
    for name, organisation in atlas.organisations.items():
        counters = [c.id for c in atlas.counters.values() if c.owner == name]
        issued = [p.id for p in atlas.evidence.values() if p.issuer == name]
        kind = words(f"organisation.{organisation.kind}") if organisation.kind else "—"
        yield [
            _named(f"organisation-{name}", pen.text(organisation.name)),
            pen.plain(kind + (f", {words('organisation.many')}" if organisation.many else "")),
            pen.each(counters, "counter") or Markup("—"),
            pen.each(issued) or Markup("—"),
        ]


def _schemes(desk: Desk, pen: Pen) -> Iterable[list[Markup]]:
    words, atlas = desk.words, desk.atlas
    for name, scheme in atlas.schemes.items():
        purpose = atlas.purposes.get(scheme.purpose or "")
        uses = desk.usage.schemes.get(name, ())
        yield [
            _named(f"scheme-{name}", pen.text(scheme.name)),
            pen.text(purpose) or Markup("—"),
            pen.each(scheme.decided_by, "organisation") or pen.plain(words("unknown")),
            pen.plain(condition_in_words(scheme.eligibility, atlas, words) or "—"),
            joined(_moments(pen, (use.journey.id for use in uses))) or Markup("—"),
            pen.text(scheme.law) or Markup("—"),
        ]


def _personas(desk: Desk, pen: Pen) -> Iterable[list[Markup]]:
    words, atlas = desk.words, desk.atlas
    for name, persona in atlas.personas.items():
        lives = [j.id for j in atlas.journeys.values() if name in j.personas]
        invented = words("persona.invented") if persona.invented else "—"
        yield [
            _named(f"persona-{name}", pen.text(persona.name)),
            pen.text(persona.portrait) or Markup("—"),
            joined(_people(desk, name), " ; ") or Markup("—"),
            joined(_moments(pen, lives)) or Markup("—"),
            pen.plain(invented),
        ]


def _people(desk: Desk, persona: str) -> Iterable[str]:
    words, atlas = desk.words, desk.atlas
    territory = atlas.territories.get(atlas.territory or "")
    for person in atlas.personas[persona].people:
        roles = words.series(
            words.text(atlas.actors[role].name) for role in person.role if role in atlas.actors
        )
        commune = territory.communes.get(person.commune or "") if territory else None
        where = words.text(commune.name) if commune else person.commune or words("unknown")
        car = words(f"car.{person.car or 'unknown'}")
        online = words(f"online.{'unknown' if person.online is None else person.online}")
        yield ", ".join(part for part in (roles, where, car, online) if part)


def _sources(desk: Desk, pen: Pen) -> Iterable[list[Markup]]:
    words = desk.words
    for name, source in desk.atlas.source_list.items():
        title = pen.text(source.title)
        if source.url and source.url.startswith(("https://", "http://")):
            title = Markup("[{}](<{}>)").format(title, source.url)
        yield [
            _named(f"source-{name}", title),
            pen.text(source.publisher) or Markup("—"),
            pen.plain(words.date(source.date)) if source.date else Markup("—"),
            pen.text(source.licence) or Markup("—"),
            pen.plain(source.mark or "—"),
        ]
