"""One step of a journey's list: everything the model says of it, in short lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from carteblanche_journeys.graph import Lived, LivedStep, Passage
from carteblanche_journeys.model import (
    Ask,
    Deadline,
    Journey,
    Step,
    Way,
    actor_of,
    all_asks,
    by_household,
    ways_of,
)
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.pen import Pen, joined
from carteblanche_journeys.pages.shelf import Shown
from carteblanche_journeys.words import condition_in_words


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a step: what it is about, and what there is to say."""

    label: str
    text: Markup


@dataclass(frozen=True, slots=True)
class StepEntry:
    """A step as the list shows it."""

    id: str
    number: int
    title: Markup
    kind: str
    lane: str
    flags: tuple[Shown, ...]
    lines: tuple[Line, ...]
    quotes: tuple[Markup, ...]


def step_entry(desk: Desk, pen: Pen, journey: Journey, name: str) -> StepEntry:
    """The entry of a step, whoever lives it: the list holds the whole journey."""
    step = journey.steps[name]
    lane = "person" if by_household(step, desk.atlas) else "agent"
    flags = tuple(
        one
        for one in desk.shown(journey.id)
        if not one.asks and name in one.finding.where_in(journey.id).steps
    )
    return StepEntry(
        id=name,
        number=desk.usage.numbers[journey.id][name],
        title=pen.text(step.title),
        kind=step.kind,
        lane=lane,
        flags=flags,
        lines=tuple(_lines(desk, pen, desk.lived(journey), name)),
        quotes=tuple(pen.text(quote) for quote in step.quotes),
    )


def _lines(desk: Desk, pen: Pen, lived: Lived, name: str) -> Iterator[Line]:
    step = lived.journey.steps[name]
    words = desk.words
    parts: list[tuple[str, Markup | None]] = [
        ("who", _who(desk, pen, step)),
        ("result", _result(pen, lived.journey, step)),
        ("concerns", _concerns(desk, pen, step)),
        ("asks", joined(_ask(desk, pen, ask) for ask in all_asks(step))),
        ("tells", pen.each(step.tells, "fact")),
        ("yields", pen.each(step.yields)),
        ("schemes", pen.each(step.schemes or step.scheme, "scheme")),
        ("about", pen.each(step.tells_about, "scheme")),
        ("figures", _figures(pen, lived, step)),
        (
            "deadlines",
            joined((deadline_in_words(desk, pen, d, lived) for d in step.deadlines), " ; "),
        ),
        ("law", pen.text(step.law)),
        ("next", _next(desk, pen, lived, name)),
        ("note", pen.text(step.note)),
        ("source", _sources(pen, step)),
    ]
    return (Line(words(f"step.{key}"), text) for key, text in parts if text)


def _deadlines(desk: Desk, pen: Pen, lived: Lived, step: Step) -> Markup:
    return joined((deadline_in_words(desk, pen, one, lived) for one in step.deadlines), " ; ")


def _who(desk: Desk, pen: Pen, step: Step) -> Markup:
    actor = actor_of(step, desk.atlas)
    who = pen.text(actor.name) if actor else pen.plain(desk.words("person"))
    groups = _counters(desk, step).items()
    places = [_way_group(desk, pen, counter, hows) for counter, hows in groups]
    return joined([who, *places], " · ")


def _counters(desk: Desk, step: Step) -> dict[str, dict[str, list[str]]]:
    """For each counter of a step, what is particular to a way, and the channels it goes for."""
    found: dict[str, dict[str, list[str]]] = {}
    for way in ways_of(step, desk.atlas):
        channels = found.setdefault(way.counter or "", {}).setdefault(_particular(desk, way), [])
        channels += [desk.words(f"channel.{way.channel}")] if way.channel else []
    return found


def _particular(desk: Desk, way: Way) -> str:
    words, parts = desk.words, []
    if way.done_by:
        actor = desk.atlas.actors.get(way.done_by)
        parts.append(words("step.done-by", actor=words.text(actor.name) if actor else way.done_by))
    if way.near:
        territory = desk.atlas.territories.get(desk.atlas.territory or "")
        commune = territory.communes.get(way.near) if territory else None
        known = words.has(f"near.{way.near}")
        name = words.text(commune.name) if commune else way.near
        parts.append(words(f"near.{way.near}") if known else name)
    if way.when:
        parts.append(condition_in_words(way.when, desk.atlas, words))
    return ", ".join(part for part in parts if part)


def _way_group(desk: Desk, pen: Pen, counter: str, hows: dict[str, list[str]]) -> Markup:
    said = [
        ", ".join(channels) + (f" ({particular})" if particular and channels else particular)
        for particular, channels in hows.items()
    ]
    name = pen.counter(counter) if counter else Markup("")
    return joined([part for part in (name, joined(one for one in said if one)) if part], " : ")


def _ask(desk: Desk, pen: Pen, ask: Ask) -> Markup:
    pieces = Markup(f" {desk.words('series.or')} ").join(pen.evidence(one) for one in ask.pieces)
    details = ask_details(desk, ask)
    return pieces + Markup(" ({})").format(pen.plain(details)) if details else pieces


def ask_details(desk: Desk, ask: Ask) -> str:
    """How a piece is asked: whose, in which form, how fresh, how many, on what condition."""
    words = desk.words
    whose = desk.atlas.actors.get(ask.of or "")
    details = [
        words("ask.of", whose=words.text(whose.name) if whose else ask.of) if ask.of else "",
        words(f"ask.{ask.form}") if ask.form else "",
        words("ask.fresh", age=words.quantity(ask.fresh)) if ask.fresh else "",
        _copies(desk, ask),
        condition_in_words(ask.when, desk.atlas, words) if ask.when else "",
        words(f"status.{ask.status}") if ask.status else "",
    ]
    return ", ".join(part for part in details if part)


def _copies(desk: Desk, ask: Ask) -> str:
    if ask.copies is None:
        return ""
    if ask.copies.per:
        return desk.words("ask.per", what=ask.copies.per)
    return desk.words("ask.copies", n=ask.copies.count or 1)


def _concerns(desk: Desk, pen: Pen, step: Step) -> Markup | None:
    parts = []
    if step.when:
        parts.append(pen.plain(condition_in_words(step.when, desk.atlas, desk.words)))
    if step.share is not None:
        parts.append(pen.quantity(step.share, step))
    return joined(parts) if parts else None


def _result(pen: Pen, journey: Journey, step: Step) -> Markup | None:
    if step.result is None:
        return None
    parts = [pen.plain(pen.words(f"result.{step.result}"))]
    if step.result == "refused":
        reason = {True: "given", False: "none", None: "unsaid"}[step.reason]
        parts.append(pen.plain(pen.words(f"reason.{reason}")))
    if step.appeal is False:
        parts.append(pen.plain(pen.words("appeal.none")))
    elif step.appeal and step.appeal in journey.steps:
        target = pen.text(journey.steps[step.appeal].title)
        parts.append(
            Markup("[{}](#step-{})").format(pen.say("appeal.at", step=target), step.appeal)
        )
    return joined(parts)


def _figures(pen: Pen, lived: Lived, step: Step) -> Markup:
    journey, words = lived.journey, pen.words
    parts = []
    for key, figure in (
        ("wait", step.wait),
        ("effort", step.effort),
        ("fee", step.fee),
        ("takes", step.takes),
    ):
        if figure is not None:
            cause = getattr(figure, "cause", None)
            why = words(f"cause.{cause}") if cause else ""
            said = pen.say(f"figure.{key}", value=pen.quantity(figure, step, journey))
            parts.append(joined([said, pen.plain(f"({why})")], " ") if why else said)
    if step.wait is None and _could_wait(lived.steps.get(step.id)):
        parts.append(pen.plain(f"{words('mark.unknown')} {words('figure.wait-unknown')}"))
    return joined(parts, " · ")


def _could_wait(lived: LivedStep | None) -> bool:
    return lived is not None and lived.way is not None and lived.step.kind == "action"


def deadline_in_words(desk: Desk, pen: Pen, deadline: Deadline, lived: Lived) -> Markup:
    """A deadline in words: how long, from when, whom it binds, what silence is worth."""
    words, journey = desk.words, lived.journey
    parts = []
    if deadline.within is not None:
        parts.append(pen.say("deadline.within", value=pen.quantity(deadline.within, deadline)))
    if deadline.of is not None and deadline.of.step in journey.steps:
        parts.append(pen.say("deadline.of", step=words.text(journey.steps[deadline.of.step].title)))
    if deadline.before is not None and deadline.before.of.step in journey.steps:
        parts.append(
            pen.say(
                "deadline.before", step=words.text(journey.steps[deadline.before.of.step].title)
            )
        )
    if deadline.by_date is not None:
        parts.append(pen.say("deadline.by", date=words.date(f"2018-{deadline.by_date}")[:-5]))
    if deadline.binds:
        parts.append(pen.plain(words(f"binds.{deadline.binds}")))
    if deadline.silence:
        parts.append(pen.plain(words(f"silence.{deadline.silence}")))
    parts += [pen.text(text) for text in (deadline.if_missed, deadline.law) if text]
    return joined(parts)


def _next(desk: Desk, pen: Pen, lived: Lived, name: str) -> Markup:
    passages = desk.usage.networks[lived.journey.id].out[name]
    return Markup("<br>").join(passage_in_words(desk, pen, one, lived.journey) for one in passages)


def passage_in_words(desk: Desk, pen: Pen, passage: Passage, journey: Journey) -> Markup:
    """A link in words: where to, on what condition, who carries what."""
    number = desk.usage.numbers[journey.id][passage.target]
    arrow = "↺" if passage.link.back else "→"
    parts = [Markup("{} {}").format(arrow, pen.step(journey, number, passage.target))]
    parts += [
        part for part in (condition_of(desk, pen, passage), carried_of(desk, pen, passage)) if part
    ]
    return joined(parts)


def condition_of(desk: Desk, pen: Pen, passage: Passage) -> Markup:
    """On what condition a link is taken: label, trait, share, way."""
    words, link = desk.words, passage.link
    parts = [pen.text(link.label)] if link.label else []
    if link.when:
        parts.append(pen.say("link.if", condition=condition_in_words(link.when, desk.atlas, words)))
    if link.share is not None:
        parts.append(pen.quantity(link.share, link))
    if link.way:
        known = words.has(f"channel.{link.way}")
        parts.append(pen.say("link.way", way=words(f"channel.{link.way}") if known else link.way))
    if link.always:
        parts.append(pen.plain(words("link.always")))
    return joined(parts)


def carried_of(desk: Desk, pen: Pen, passage: Passage) -> Markup:
    """Who carries the case on a link, and with what."""
    words, link = desk.words, passage.link
    parts = [pen.plain(words(f"carried.{link.carried}"))] if link.carried else []
    if link.carries:
        names = [pen.evidence(n) if n in desk.atlas.evidence else pen.fact(n) for n in link.carries]
        parts.append(pen.say("link.carries", what=joined(names)))
    if link.acknowledged is not None:
        parts.append(pen.plain(words("link.acknowledged" if link.acknowledged else "link.silent")))
    if link.answer_within is not None:
        parts.append(pen.say("link.answer", value=pen.quantity(link.answer_within, link)))
    return joined(parts)


def _sources(pen: Pen, step: Step) -> Markup | None:
    rows = [pen.plain(row) for row in step.row]
    status = [pen.plain(pen.words(f"status.{step.status}"))] if step.status else []
    sources = [pen.source(name) for name in step.sources]
    return joined([*rows, *sources, *status]) if rows or sources or status else None
