"""What a redesign alone has: counters, pieces, lines; each with its anchor on the page."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from carteblanche_journeys.model import Counter, Evidence, Journey, Redesigned, Territory
from carteblanche_journeys.model.territories import Line as TerritoryLine
from carteblanche_journeys.model.values import Text
from carteblanche_journeys.pages.cells import cell
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.pen import Pen, joined, own_anchor


def own_things(desk: Desk, pen: Pen, journey: Journey) -> dict[str, object]:
    """What the section on additions shows.

    Parameters
    ----------
    desk
        That of the whole atlas.
    pen
        That of the redesign's page, which sees its additions.
    """
    if not isinstance(journey, Redesigned):
        return {"own_rows": [], "own_gone": ""}
    gone = [desk.pen(pen.here).counter(name) for name in journey.additions.gone]
    return {
        "own_rows": list(_rows(desk, pen, journey)),
        "own_gone": pen.say("redesign.gone", counters=joined(gone)) if gone else "",
    }


def _rows(desk: Desk, pen: Pen, journey: Redesigned) -> Iterator[list[Markup]]:
    added, base = journey.additions, desk.atlas
    for counter in added.counters.values():
        changed = counter.id in base.counters
        yield _row(pen, "counters", counter.id, counter.name, _counter(desk, pen, counter), changed)
    for piece in added.evidence.values():
        changed = piece.id in base.evidence
        yield _row(pen, "evidence", piece.id, piece.name, _piece(desk, pen, piece), changed)
    for organisation in added.organisations.values():
        yield _row(pen, "organisations", organisation.id, organisation.name, [])
    for scheme in added.schemes.values():
        yield _row(pen, "schemes", scheme.id, scheme.name, [])
    for territory in added.territories.values():
        known = base.territories.get(territory.id)
        for line in territory.lines:
            if known is None or line not in known.lines:
                head = Markup("{} {{ .cb-row-head }}").format(_trip(pen, territory, line))
                yield [head, *_cells(pen, "line", _line(pen, line))]


def _row(
    pen: Pen, shelf: str, name: str, label: Text, told: list[Markup], changed: bool = False
) -> list[Markup]:
    kind = {"counters": "counter", "organisations": "organisation", "schemes": "scheme"}
    key = kind.get(shelf, shelf)
    if changed:
        key = {"counter": "changed", "evidence": "evidence-changed"}.get(key, key)
    anchor = own_anchor(shelf, name)
    title = pen.words.text(label)
    head = Markup('<span id="{}">{}</span> {{ .cb-row-head }}').format(anchor, pen.plain(title))
    return [head, *_cells(pen, key, told)]


def _cells(pen: Pen, key: str, told: list[Markup]) -> list[Markup]:
    words = pen.words
    return [
        cell(pen.plain(words(f"redesign.own.{key}")), ""),
        cell(Markup("<br>").join(told) if told else Markup("—"), words("redesign.own.note")),
    ]


def _labelled(pen: Pen, key: str, told: Markup) -> Markup:
    return Markup("{} : {}").format(pen.plain(pen.words(f"redesign.own.{key}")), told)


def _counter(desk: Desk, pen: Pen, counter: Counter) -> list[Markup]:
    words = desk.words
    channels = words.series(words(f"channel.{channel}") for channel in counter.channels)
    parts = [_labelled(pen, "owner", pen.organisation(counter.owner))]
    if channels:
        parts.append(_labelled(pen, "channels", pen.plain(channels)))
    places = joined(_places(pen, counter), " ; ")
    if places:
        parts.append(_labelled(pen, "places", places))
    operators = joined(_operators(pen, counter), " ; ")
    if operators:
        parts.append(_labelled(pen, "operators", operators))
    origins = [desk.pen(pen.here).counter(name) for name in counter.comes_from or ()]
    if origins:
        parts.append(_labelled(pen, "comes-from", joined(origins)))
    return parts + ([pen.text(counter.note)] if counter.note else [])


def _places(pen: Pen, counter: Counter) -> Iterator[Markup]:
    communes = {
        name: commune
        for territory in pen.atlas.territories.values()
        for name, commune in territory.communes.items()
    }
    for place in counter.places:
        commune = communes.get(place.commune or "")
        parts = [pen.text(place.address), pen.text(commune.name if commune else place.commune)]
        if place.opening is not None and place.opening.every is not None:
            parts.append(pen.say("redesign.own.every", every=pen.quantity(place.opening.every)))
        yield joined([part for part in parts if part])


def _operators(pen: Pen, counter: Counter) -> Iterator[Markup]:
    for one in counter.operators:
        who = pen.organisation(one.organisation)
        if one.answer_within is None:
            yield who
        else:
            yield pen.say("redesign.own.answer", who=who, time=pen.quantity(one.answer_within))


def _piece(desk: Desk, pen: Pen, piece: Evidence) -> list[Markup]:
    parts = []
    if piece.issuer:
        parts.append(_labelled(pen, "owner", pen.organisation(piece.issuer)))
    if piece.facts:
        parts.append(_labelled(pen, "facts", pen.each(piece.facts, "fact")))
    origins = [desk.pen(pen.here).evidence(name) for name in piece.comes_from or ()]
    if origins:
        parts.append(_labelled(pen, "comes-from", joined(origins)))
    return parts + ([pen.text(piece.note)] if piece.note else [])


def _trip(pen: Pen, territory: Territory, line: TerritoryLine) -> Markup:
    ends = [
        pen.text(territory.communes[name].name) if name in territory.communes else pen.plain(name)
        for name in (line.from_, line.to)
    ]
    return pen.say("redesign.own.trip", start=ends[0], end=ends[1])


def _line(pen: Pen, line: TerritoryLine) -> list[Markup]:
    parts = []
    if line.minutes is not None and line.minutes.likely is not None:
        parts.append(pen.plain(pen.words("unit.min", n=line.minutes.likely)))
    if line.every is not None:
        parts.append(pen.say("redesign.own.every", every=pen.quantity(line.every)))
    if line.booking is not None:
        parts.append(pen.say("redesign.own.booking", time=pen.quantity(line.booking)))
    if line.fulfilment is not None:
        parts.append(pen.say("redesign.own.fulfilment", share=pen.quantity(line.fulfilment)))
    return parts + ([pen.text(line.note)] if line.note else [])
