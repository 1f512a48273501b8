"""The overlay of a comparison as a page shows it: legend, drawing, and the same as a list."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from carteblanche_journeys.drawing.overlay import (
    CaseOwnerSpan,
    Overlay,
    OverlayFate,
    OverlayStep,
    lay_over,
    overlay_bands,
    overlay_legend,
)
from carteblanche_journeys.drawing.overlay.shapes import Shape
from carteblanche_journeys.drawing.sheet import Sheet
from carteblanche_journeys.drawing.sheet_filling import fill_sheet
from carteblanche_journeys.markup import Element, el, render_html
from carteblanche_journeys.model import Journey, all_asks
from carteblanche_journeys.pages.cells import cell
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.pen import Pen, joined
from carteblanche_journeys.redesigns.comparisons.comparison import Comparison
from carteblanche_journeys.words import Words

#: For each mark the shapes of its legend, and the key of each where it is not the mark's own.
_KEYS: dict[str, tuple[tuple[Shape, str, int], ...]] = {
    "kept": (("kept", "overlay.count.kept", 1),),
    "changed": (("changed", "overlay.count.changed", 1),),
    "moved": (("moved", "overlay.count.moved", 1),),
    "behind": (("behind", "overlay.count.behind", 1),),
    "merged": (("gone", "overlay.count.merged", 0), ("result", "overlay.key.result", 1)),
    "split": (("place", "overlay.key.split-before", 0), ("part", "overlay.count.split", 1)),
    "removed": (("gone", "overlay.count.removed", 0),),
    "added": (("added", "overlay.count.added", 1),),
}


def overlay_of(desk: Desk, found: Comparison) -> Overlay:
    """The plan of the overlay of a comparison, as the persona of the page lives both."""
    before = _sheet(desk, found.as_is)
    after = _sheet(desk.seen_by(found.to_be), found.to_be)
    return lay_over(before, after, found.steps, _owner(desk, found, after))


def _sheet(desk: Desk, journey: Journey) -> Sheet:
    persona = desk.atlas.personas_of(journey)[0]
    net = desk.usage.networks[journey.id]
    return fill_sheet(journey, desk.atlas, persona, desk.words, net=net)


def _owner(desk: Desk, found: Comparison, after: Sheet) -> CaseOwnerSpan | None:
    owner = found.to_be.case_owner
    if owner is None or owner == found.as_is.case_owner:
        return None
    stages = {step.id: step.stage for step in after.steps}
    actor = found.after.actors.get(owner.actor)
    body = found.after.organisations.get(owner.actor)
    named = actor.name if actor else body.name if body else owner.actor
    first = stages.get(owner.from_)
    if first is None:
        return None
    return CaseOwnerSpan(desk.words.text(named), first, stages.get(owner.to, first))


def overlay_view(desk: Desk, pen: Pen, found: Comparison) -> dict[str, object]:
    """What the section on steps shows."""
    plan, words = overlay_of(desk, found), desk.words
    changing = [fate for fate in plan.fates if fate.mark != "kept"]
    same = [fate for fate in plan.fates if fate.mark == "kept"]
    return {
        "overlay_legend": legend(plan, words),
        "overlay_sum": _sum(plan, found, words),
        "overlay_quiet": _quiet(plan, words),
        "overlay_bands": [_band(band) for band in overlay_bands(plan, words)],
        "overlay_owner": words("overlay.owner", None, name=plan.owner.name) if plan.owner else "",
        "fate_heads": [words(f"overlay.list.{head}") for head in _HEADS],
        "fates": [_row(desk, pen, found, plan, fate) for fate in changing],
        "unchanged": [_row(desk, pen, found, plan, fate) for fate in same],
    }


def _quiet(plan: Overlay, words: Words) -> str:
    """The stages that are not drawn, since nothing changes there."""
    if not plan.quiet:
        return ""
    stages = words.series(
        words("overlay.stage", count, name=plan.stages[stage] or words("journey.no-stage"))
        for stage, count in plan.quiet.items()
    )
    return words("overlay.quiet", None, stages=stages)


_HEADS = ("what", "stage", "before", "after", "lane", "changes")


def _band(band: Element) -> Markup:
    """A band that may be wider than the screen: the keyboard reaches it, and so can scroll it."""
    reach = {"class": "cb-band cb-overlay-figure", "tabindex": "0"}
    return Markup(render_html(el("figure", reach, band)))


def legend(plan: Overlay, words: Words) -> Markup:
    """Each mark in use by its shape, its number and its word."""
    keys: list[Element] = []
    for mark, pair in plan.counts.items():
        keys += [
            el("span", None, overlay_legend(shape), words(key, pair[side]))
            for shape, key, side in _KEYS[mark]
            if pair[side]
        ]
    if any(fate.mark in ("moved", "behind", "split") for fate in plan.fates):
        keys.append(el("span", None, overlay_legend("place"), words("overlay.key.place")))
    return Markup(render_html(el("div", {"class": "cb-keys"}, keys)))


def _sum(plan: Overlay, found: Comparison, words: Words) -> str:
    """The numbers of the legend, as they add up to each of the two journeys."""
    return words(
        "overlay.sum",
        None,
        before=words("count.steps", n=len(found.as_is.steps)),
        after=words("count.steps", n=len(found.to_be.steps)),
        parts_before=_parts(plan, 0, words),
        parts_after=_parts(plan, 1, words),
    )


def _parts(plan: Overlay, side: int, words: Words) -> str:
    return words.series(_side_parts(plan, side, words))


def _side_parts(plan: Overlay, side: int, words: Words) -> Iterator[str]:
    special = {("merged", 1): "overlay.key.result", ("split", 0): "overlay.key.split-before"}
    for mark, pair in plan.counts.items():
        if pair[side]:
            yield words(special.get((mark, side), f"overlay.count.{mark}"), pair[side])


def _row(desk: Desk, pen: Pen, found: Comparison, plan: Overlay, fate: OverlayFate) -> list[Markup]:
    words = desk.words
    word = words(f"overlay.word.{fate.mark}", len(fate.before) or len(fate.after))
    head = Markup('<span id="{}">{}</span> {{ .cb-row-head }}').format(fate.key, word)
    stage = pen.plain(plan.stages[fate.stage] or words("journey.no-stage"))
    cells = (
        stage,
        _steps(pen, found.as_is, fate.before),
        _steps(pen, found.to_be, fate.after),
        pen.plain(_lane(fate, words)),
        joined(_changes(pen, found, fate)) or Markup("—"),
    )
    return [head, *(cell(one, words(f"overlay.list.{name}")) for one, name in zip(
        cells, _HEADS[1:], strict=True))]  # fmt: skip


def _steps(pen: Pen, journey: Journey, steps: tuple[OverlayStep, ...]) -> Markup:
    if not steps:
        return pen.plain(pen.words("overlay.list.none"))
    return Markup("<br>").join(pen.step(journey, step.number, step.id) for step in steps)


def _lane(fate: OverlayFate, words: Words) -> str:
    lanes = [side[0].lane for side in (fate.before, fate.after) if side]
    if lanes[0] == lanes[-1]:
        return words(f"overlay.list.{lanes[0]}")
    return words("overlay.list.down" if lanes[0] == "person" else "overlay.list.up")


def _changes(pen: Pen, found: Comparison, fate: OverlayFate) -> Iterator[str]:
    """What changes of a step, with both figures where it is a figure."""
    words = pen.words
    if fate.mark in ("removed", "added") or len(fate.before) != 1 or len(fate.after) != 1:
        return
    before = found.as_is.steps[fate.before[0].id]
    after = found.to_be.steps[fate.after[0].id]
    for name in fate.changes:
        what = words(f"changes.{name}" if words.has(f"changes.{name}") else "changes.other")
        old, new = getattr(before, name, None), getattr(after, name, None)
        if name == "asks":
            counted = {"before": len(all_asks(before)), "after": len(all_asks(after))}
            yield words("changes.asks.counted", None, **counted)
        elif name in ("wait", "effort", "agent_effort", "takes", "fee"):
            said = [words.quantity(one) if one else words("changes.unknown") for one in (old, new)]
            if said[0] == said[1]:
                yield words("changes.announced") if name == "wait" else what
            else:
                yield words("changes.figure", None, what=what, before=said[0], after=said[1])
        else:
            yield what
