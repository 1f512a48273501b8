"""The legend: every mark with its meaning, in as few lines as the width allows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from carteblanche_journeys.drawing.blueprint.links import pill_box
from carteblanche_journeys.drawing.blueprint.marks import (
    arrow_head,
    flag_shape,
    flag_width,
    letter,
    node,
    path,
    pictogram,
    sureness,
    text,
    unknown,
    weeks,
)
from carteblanche_journeys.drawing.blueprint.pictograms import OF_CHANNEL
from carteblanche_journeys.drawing.blueprint.pills import pill_width
from carteblanche_journeys.drawing.blueprint.sizes import WEEK, WEEK_PITCH, WIDTH, width_of
from carteblanche_journeys.drawing.sheet import Line, Sheet, SheetLink
from carteblanche_journeys.markup import Element, el
from carteblanche_journeys.markup.elements import number
from carteblanche_journeys.model.steps import StepKind
from carteblanche_journeys.model.waivers import Severity
from carteblanche_journeys.words import Words

_LINE_HEIGHT = 34
_BETWEEN = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """A mark, drawn from its left at the middle of the line, how wide it is, and its words."""

    draw: Callable[[float, float], Iterable[Element]]
    mark_width: float
    words: str

    @property
    def width(self) -> float:
        """The width of the entry."""
        return self.mark_width + 8 + width_of(self.words, "t-key")


@dataclass(frozen=True, slots=True)
class Legend:
    """The legend of a blueprint: its size in pixels and its picture."""

    width: float
    height: float
    title: str
    svg: Element
    elements: tuple[Element, ...]


def legend(
    words: Words, sheet: Sheet | None = None, width: float = WIDTH, prefix: str = "legend"
) -> Legend:
    """The legend.

    Parameters
    ----------
    sheet
        Where given, marks that this journey does not use are left out.
    width
        Pixels that a line may take.
    prefix
        The beginning of its ids.
    """
    entries = [entry for used, entry in _entries(words, sheet) if used]
    elements, height = _set(entries, width)
    title = words("legend.title")
    svg = el(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "cb-blueprint",
            "width": width,
            "height": height,
            "viewBox": f"0 0 {width:g} {height:g}",
            "role": "img",
            "aria-labelledby": f"{prefix}-title {prefix}-desc",
        },
        el("title", {"id": f"{prefix}-title"}, title),
        el("desc", {"id": f"{prefix}-desc"}, ", ".join(entry.words for entry in entries)),
        elements,
    )
    return Legend(width, height, title, svg, elements)


def _set(entries: Iterable[Entry], width: float) -> tuple[tuple[Element, ...], float]:
    x, y = 2.0, _LINE_HEIGHT / 2
    elements: list[Element] = []
    for entry in entries:
        if x > 2 and x + entry.width > width:
            x, y = 2.0, y + _LINE_HEIGHT
        elements += entry.draw(x, y)
        elements.append(text((entry.words,), x + entry.mark_width + 8, y + 4.5, "t-key"))
        x += entry.width + _BETWEEN
    return tuple(elements), y + _LINE_HEIGHT / 2


def _entries(words: Words, sheet: Sheet | None) -> Iterator[tuple[bool, Entry]]:
    used = _Used(sheet)
    yield True, _node("action", False, words("legend.person"))
    yield used.agents, _node("action", True, words("legend.agent"))
    kinds: tuple[StepKind, ...] = ("event", "choice", "outcome")
    for kind in kinds:
        yield kind in used.kinds, _node(kind, False, words(f"legend.{kind}"))
    lines: tuple[Line, ...] = ("goes-on", "carried", "backstage", "notice")
    for line in lines:
        yield line in used.lines, _line(line, words(f"legend.{line}"))
    yield True, _jump(SheetLink("", 1, 17), words("legend.jump"))
    yield used.back, _jump(SheetLink("", 9, 5, back=True), words("legend.back"))
    grades: tuple[tuple[str, Severity], ...] = (("C1", "error"), ("C4", "warning"), ("C7", "info"))
    for code, severity in grades:
        yield severity in used.severities, _flag(code, severity, words(f"legend.{severity}"))
    yield True, Entry(_week, WEEK, words("legend.week"))
    yield True, Entry(lambda x, y: [unknown(x, y - 4.5)], 9, words("legend.unknown"))
    for status in ("published", "observed", "assumed", "default", "to-verify", "proposed"):
        yield status in used.statuses, _status(status, words(f"status.{status}"))
    for name, channel in _CHANNELS.items():
        yield name in used.channels, _picture(name, words(f"channel.{channel}"))
    if used.crow:
        yield True, Entry(lambda _x, _y: (), -8, words("legend.least"))


_CHANNELS = {
    "pin": "on-site",
    "stop": "stop",
    "phone": "phone",
    "letter": "post",
    "at": "email",
    "screen": "online",
    "home": "home",
}


def _week(x: float, y: float) -> Iterator[Element]:
    yield weeks(1, 1, x, y - WEEK / 2, WEEK, WEEK_PITCH)


def _node(kind: StepKind, by_agent: bool, words: str) -> Entry:
    return Entry(lambda x, y: node(kind, by_agent, "", x + 17, y), 34, words)


def _line(line: Line, words: str) -> Entry:
    def draw(x: float, y: float) -> Iterator[Element]:
        yield path(f"l-{line}", f"M{number(x)} {number(y)}h33")
        yield arrow_head(line, x + 40, y)
        if line == "carried":
            yield letter(x + 10, y - 5, 14)

    return Entry(draw, 40, words)


def _jump(link: SheetLink, words: str) -> Entry:
    label = f"{'↺' if link.back else '→'} {link.target}"
    width = pill_width(label, link)

    def draw(x: float, y: float) -> Iterator[Element]:
        yield pill_box(link.line, x, y - 8, width)
        yield text((label,), x + 7, y + 4, "t-jump")

    return Entry(draw, width, words)


def _flag(code: str, severity: Severity, words: str) -> Entry:
    width = flag_width(code)

    def draw(x: float, y: float) -> Iterator[Element]:
        yield path(f"f-{severity}", flag_shape(x, y - 9, width))
        yield text((code,), x + 5, y + 2.3, "t-flag", "on-error" if severity == "error" else "")

    return Entry(draw, width, words)


def _status(status: str, words: str) -> Entry:
    return Entry(lambda x, y: sureness(status, x + 5, y), 10, words)


def _picture(name: str, words: str) -> Entry:
    return Entry(lambda x, y: [pictogram(name, x, y - 7)], 13, words)


class _Used:
    """Which marks a journey uses; without a sheet, all of them."""

    def __init__(self, sheet: Sheet | None) -> None:
        steps = sheet.steps if sheet else ()
        every = sheet is None
        counters = [counter for step in steps for counter in step.counters]
        links = [link for step in steps for link in step.out]
        self.agents = every or any(step.by_agent for step in steps)
        self.kinds = {step.kind for step in steps} if sheet else {"event", "choice", "outcome"}
        self.lines = {link.line for link in links} if sheet else {*_ALL_LINES}
        self.back = any(link.back for link in links)
        flags = [flag for step in steps for flag in step.flags]
        self.severities = {flag.severity for flag in flags} if sheet else {*_ALL_SEVERITIES}
        self.statuses = {step.wait.status for step in steps} if sheet else {*_ALL_STATUSES}
        met = [OF_CHANNEL[channel] for counter in counters for channel in counter.channels]
        self.channels = set(met) if sheet else set(_CHANNELS)
        self.crow = any("≥" in (counter.distance or "") for counter in counters)


_ALL_LINES: tuple[Line, ...] = ("goes-on", "carried", "backstage", "notice")
_ALL_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
_ALL_STATUSES = ("published", "observed", "assumed")
