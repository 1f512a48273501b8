"""Who would gain and who would lose: two ranges on one axis for each persona, and the verdict."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from carteblanche_journeys.drawing.spans import Axis, Look, axis_over, axis_scale, span_bar
from carteblanche_journeys.markup import Element, el, render_html
from carteblanche_journeys.measures import Amount
from carteblanche_journeys.measures.saying import amount_in_words
from carteblanche_journeys.pages.amounts import is_said, sureness_of
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.lives import TIME, Life, lives
from carteblanche_journeys.pages.spoken import Said, say_difference
from carteblanche_journeys.redesigns.comparisons.comparison import Comparison, Differences
from carteblanche_journeys.words import Words
from carteblanche_journeys.words.spans import value_in_words

#: What is told below the verdict on time, in order.
PARTS = ("trips", "days", "euros", "evidence_asked")


@dataclass(frozen=True, eq=False)
class Pair:
    """One persona in both journeys, and what changes."""

    before: Life
    after: Life
    differences: Differences

    @property
    def name(self) -> str:
        """The name that pages give."""
        return self.before.name


def pairs(desk: Desk, found: Comparison) -> tuple[Pair, ...]:
    """Every persona that both journeys are for, the page's first."""
    after = {one.persona.id: one for one in lives(desk.seen_by(found.to_be), found.to_be)}
    return tuple(
        Pair(one, after[one.persona.id], found.burden.get(one.persona.id, {}))
        for one in lives(desk, found.as_is)
        if one.persona.id in after
    )


def verdicts(every: Iterable[Pair], words: Words) -> dict[str, list[str]]:
    """The names of those who gain time, lose it, and the others, by direction."""
    found: dict[str, list[str]] = {}
    for one in every:
        said = say_difference(one.differences.get(TIME), words)
        found.setdefault(said.direction, []).append(one.name)
    return found


def verdict_sentence(every: Sequence[Pair], words: Words) -> str:
    """Who gains and who loses time, in one sentence that follows the ranges."""
    found = verdicts(every, words)
    parts = []
    for direction in ("gains", "loses", "undecided", "unsaid", "same"):
        names = found.get(direction)
        if names:
            alone = direction == "loses" and "gains" not in found
            key = f"versus.lead.{direction}" + ("-alone" if alone else "")
            parts.append(words(key, len(names), names=words.series(names)))
    said = words("versus.lead.separator").join(parts)
    return f"{said[:1].upper()}{said[1:]}." if said else words("versus.no-persona")


def versus_rows(every: Sequence[Pair], words: Words) -> Markup:
    """Both ranges of each persona on one axis, the same in words, then the verdict."""
    ends = [
        end
        for one in every
        for life in (one.before, one.after)
        for end in (life[TIME].low, life[TIME].high)
        if end is not None
    ]
    axis = axis_over(ends, "min")
    labels = [value_in_words(tick, "min", words) for tick in axis.ticks]
    heads = el(
        "div",
        {"class": "cb-versus-row cb-versus-head"},
        el("span", None, words("versus.for-whom")),
        el("span", {"class": "cb-versus-axis"}, axis_scale(axis, labels)),
        el("span", None, words("versus.likely")),
        el("span", None, words("versus.verdict")),
    )
    rows = [_row(one, axis, words) for one in every]
    return Markup(render_html(el("div", {"class": "cb-versus"}, heads, rows)))


def _row(one: Pair, axis: Axis, words: Words) -> Element:
    portrait = who_in_short(one.before, words)
    said = [_figure(life[TIME], look, words) for life, look in _sides(one)]
    bars = [_bar(life[TIME], axis, look, f"{one.name}, {text}") for (life, look), text in zip(
        _sides(one), (f"{words(f'versus.key.{key}')} : {amount_in_words(life[TIME], words)}"
                      for key, life in (("as-is", one.before), ("to-be", one.after))),
        strict=True)]  # fmt: skip
    return el(
        "div",
        {"class": "cb-versus-row"},
        el(
            "div",
            {"class": "cb-versus-who"},
            el("strong", None, one.name),
            el("span", {"class": "cb-note"}, portrait) if portrait else None,
        ),
        el("div", {"class": "cb-versus-bars"}, bars),
        el("div", {"class": "cb-versus-said"}, said),
        _verdict(one, words),
    )


def who_in_short(life: Life, words: Words) -> str:
    """Where someone lives, with or without a car, at ease online or not, in one line."""
    lived = life.measured.lived
    territory = lived.atlas.territory_of(lived.journey)
    for person in life.persona.people[:1]:
        commune = territory.communes.get(person.commune or "") if territory else None
        parts = [words.text(commune.name) if commune else ""]
        parts += [words(f"car.{person.car}")] if person.car else []
        parts += [words(f"online.{person.online}")] if person.online is not None else []
        return ", ".join(part for part in parts if part)
    return ""


def _sides(one: Pair) -> tuple[tuple[Life, Look], tuple[Life, Look]]:
    return (one.before, "existing"), (one.after, "redesign")


def _bar(amount: Amount, axis: Axis, look: Look, title: str) -> Element:
    if amount.low is None or amount.high is None:
        return el("span", {"class": "cb-range-unknown", "role": "img", "aria-label": title})
    return span_bar((amount.low, amount.likely, amount.high), axis, look, title)


def _figure(amount: Amount, look: Look, words: Words) -> Element:
    key = "as-is" if look == "existing" else "to-be"
    said = amount_in_words(amount, words) if is_said(amount) else words("versus.unknown-range")
    mark = sureness_of(amount, words)
    return el(
        "p",
        None,
        el("span", {"class": f"cb-swatch cb-swatch--{look}", "aria-hidden": "true"}),
        el("span", {"class": "cb-heard"}, f"{words(f'versus.key.{key}')} : "),
        el("span", None, said, " ", el("span", {"class": "cb-mark"}, mark) if mark else None),
    )


def _verdict(one: Pair, words: Words) -> Element:
    said = say_difference(one.differences.get(TIME), words)
    rest = [part for part in (said.between, said.mark) if part]
    parts = [_part(name, one.differences, words) for name in PARTS if name in one.differences]
    lost = el("p", {"class": "cb-verdict cb-verdict--loses"}, _no_way(one, words))
    return el(
        "div",
        {"class": "cb-versus-verdict"},
        verdict_mark(said),
        el("p", {"class": "cb-note"}, " · ".join(rest)) if rest else None,
        parts,
        lost if _no_way(one, words) else None,
    )


def verdict_mark(said: Said) -> Element:
    """A verdict: its sign and its words."""
    look = f"cb-verdict cb-verdict--{said.direction}"
    return el("p", {"class": look}, el("span", {"aria-hidden": "true"}, said.sign), said.verdict)


def _part(name: str, differences: Differences, words: Words) -> Element | None:
    """One more part of the burden, where it changes or cannot be said."""
    said = say_difference(differences[name], words, name)
    if said.direction == "same":
        return None
    label = words(f"versus.part.{name}")
    told = f"{said.sign} {said.verdict}" + (f", {said.between}" if said.between else "")
    return el("p", {"class": "cb-versus-part"}, el("strong", None, f"{label} : "), told)


def _no_way(one: Pair, words: Words) -> str:
    """Which steps the redesign closes to someone for whom they were open."""
    closed = set(one.after.measured.no_way_through) - set(one.before.measured.no_way_through)
    if not closed:
        return ""
    steps = one.after.measured.lived.journey.steps
    return words("versus.lost-way", None, schemes=words.series(
        words.text(steps[name].title) for name in sorted(closed) if name in steps))  # fmt: skip
