"""The page of what the tool proposes for a journey: ranked, measured, with who would lose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import yaml
from markupsafe import Markup

from carteblanche_journeys.diagnosis import Finding, tell
from carteblanche_journeys.drawing.spans import Axis, Look, axis_over, axis_scale, span_bar
from carteblanche_journeys.markup import Element, el, md, render_html
from carteblanche_journeys.model import Journey
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.pages.cells import cell
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.filling import page
from carteblanche_journeys.pages.lives import TIME
from carteblanche_journeys.pages.pen import Pen, joined, proposals_path
from carteblanche_journeys.pages.proposed import together
from carteblanche_journeys.pages.redesign_head import cost_dots
from carteblanche_journeys.pages.redesign_moves import move_link, state_mark
from carteblanche_journeys.pages.spoken import say_difference
from carteblanche_journeys.pages.variants import redesigns_of
from carteblanche_journeys.pages.versus import verdict_mark
from carteblanche_journeys.redesigns import MoveTold, tell_move
from carteblanche_journeys.redesigns.comparisons.comparison import Difference, Differences
from carteblanche_journeys.redesigns.proposals.proposal import Limits, Proposal, Proposals, Rejected
from carteblanche_journeys.redesigns.proposals.saying import name_of_persona, say_loser, say_veto
from carteblanche_journeys.redesigns.telling import say_assumption
from carteblanche_journeys.words import Words

#: Parts of a burden told below the time, in order.
OTHERS = ("trips", "days", "euros")
#: How many findings a card names before it counts the others.
NAMED = 3


def proposals_page(desk: Desk, journey: Journey, found: Proposals) -> dict[str, str]:
    """The Markdown of the page of a journey's proposals, by its path."""
    pen, words = desk.pen(proposals_path(journey.id)), desk.words
    axis = _axis(found.shown)
    view = {
        **_head(desk, pen, journey, found),
        "cards": [_card(desk, pen, one, axis) for one in found.shown],
        "together": _together(desk, found),
        "rejected": [_rejected(pen, one) for one in found.rejected],
        "further": [_further(desk, pen, one) for one in found.further],
    }
    return {pen.here: page("proposals", words, view)}


def _head(desk: Desk, pen: Pen, journey: Journey, found: Proposals) -> dict[str, object]:
    words = desk.words
    people = words.series(name_of_persona(one, desk.atlas, words) for one in found.weighted)
    crumbs = [
        pen.link(words("versus.crumb.moments"), "index.md", "#moments"),
        pen.journey(journey),
        pen.plain(words("proposed.crumb")),
    ]
    written = [pen.variant(one) for one in redesigns_of(journey, desk.atlas)]
    return {
        "title": words("proposed.title", len(found.shown), moment=pen.moment(journey)),
        "crumbs": joined(crumbs, " › "),
        "lead": words(f"proposed.lead.{found.objective}", None, people=people),
        "terms": [
            (words("proposed.objective"), words(f"objective.{found.objective}")),
            (words("proposed.limits"), _limits(found.limits, words)),
            (words("proposed.examined"), _examined(found, words)),
        ],
        "written": joined(written, " · "),
        "command": Markup("`carteblanche propose {}`").format(journey.id),
        "best_command": Markup("`carteblanche propose {} --best-set`").format(journey.id),
    }


def _limits(limits: Limits, words: Words) -> str:
    """The limits as they were used; that there is none, where nothing was ruled out."""
    if (limits.cost, limits.legal) == (Limits().cost, Limits().legal):
        return words("proposed.limits.none")
    legal = words.series(words(f"legal.need.{one}") for one in limits.legal)
    return words("propose.limits", cost=words(f"cost-class.{limits.cost}"), legal=legal)


def _examined(found: Proposals, words: Words) -> str:
    counts = {"shown": len(found.shown), "rejected": len(found.rejected)}
    others = len(found.further) + len(found.beyond)
    return words("proposed.counts", found.examined, further=others, **counts)


def told_of(one: Proposal | Rejected, words: Words) -> tuple[MoveTold, ...]:
    """The sentences of each move of a proposal, at its turn."""
    return tuple(
        tell_move(move, before, words) for move, before in zip(one.moves, one.stages, strict=False)
    )


def _card(desk: Desk, pen: Pen, one: Proposal, axis: Axis) -> dict[str, object]:
    words = desk.words
    told = told_of(one, words)
    return {
        "title": words.series(dict.fromkeys(move.name for move in told)),
        "idea": [f"{move.title.rstrip('.')}." for move in told],
        "moves": [
            move_link(pen, move.move.name, said.name)
            for move, said in zip(one.moves, told, strict=True)
        ],
        "gains": gain_rows(desk, one.spared, axis),
        "losers": list(_losers(desk, one)),
        "legal": [
            Markup("{} {}").format(md(said), state_mark(need, words))
            for said, (_, need) in zip(
                (said for move in told for said in move.legal), one.legal, strict=True
            )
        ],
        "cost": cost_dots(one.cost_class, desk),
        "cost_told": list(dict.fromkeys(_costs(one, words))),
        "clears": _findings(desk, one, one.clears, "clears"),
        "creates": _findings(desk, one, one.creates, "creates"),
        "against": list(dict.fromkeys(said for move in told for said in move.worse)),
        "watch": list(dict.fromkeys(move.watch for move in told)),
        "undo": list(dict.fromkeys(move.undo for move in told)),
        "assumes": [say_assumption(each, words) for each in one.assumptions],
        "written": _written(one),
    }  # fmt: skip


def _costs(one: Proposal, words: Words) -> Iterator[str]:
    """Where the class of each cost comes from, and how sure it is."""
    for move, before in zip(one.moves, one.stages, strict=False):
        cost = move.cost(before)
        yield f"{cost.source} {words(f'mark.{cost.status}')} {words(f'status.{cost.status}')}"


def _written(one: Proposal) -> Markup:
    """The moves as a file of a redesign writes them."""
    text = yaml.safe_dump(
        {"moves": [move.written for move in one.moves]}, allow_unicode=True, sort_keys=False
    )
    return Markup(render_html(el("pre", None, el("code", None, text.rstrip()))))


def _losers(desk: Desk, one: Proposal) -> Iterator[str]:
    words = desk.words
    if not one.losers and not one.unsaid:
        yield words("loser.none")
    yield from (say_loser(loser, desk.atlas, words) for loser in one.losers)
    if one.unsaid:
        people = words.series(name_of_persona(name, desk.atlas, words) for name in one.unsaid)
        yield words("loser.unsaid", people=people)


def _findings(desk: Desk, one: Proposal, findings: Sequence[Finding], key: str) -> str:
    """Findings that go or come, the first named; told of the journey that has them."""
    if not findings:
        return ""
    variant = one.stages[0 if key == "clears" else -1]
    seen = variant.base.model_copy(
        update={"journeys": FrozenMap({**variant.base.journeys, one.journey.id: variant.journey})}
    )
    titles = [tell(finding, seen, desk.words).title for finding in findings[:NAMED]]
    more = len(findings) - len(titles)
    titles += [desk.words("proposed.more", more)] if more else []
    head = desk.words(f"proposed.{key}", len(findings))
    return desk.words("proposed.named", None, head=head, titles=" · ".join(titles))


def _axis(shown: Sequence[Proposal]) -> Axis:
    """One axis for all cards: zero, and every difference of time."""
    found = [spared.get(TIME) for one in shown for spared in one.spared.values()]
    ends = [end for one in found if one for end in (-one.low, -one.high)]
    return axis_over(ends, "min", both=True)


def gain_rows(desk: Desk, spared: Mapping[str, Differences], axis: Axis) -> Markup:
    """Who gains and who loses how much time: one row a persona, around a zero axis."""
    words = desk.words
    heads = el(
        "div",
        {"class": "cb-gain cb-gain-head"},
        el("span"),
        axis_scale(
            axis, [""] * len(axis.ticks), (words("proposed.loses"), words("proposed.gains"))
        ),
    )
    rows = [
        _gain(name_of_persona(who, desk.atlas, words), found, axis, words)
        for who, found in spared.items()
    ]
    return Markup(render_html(el("div", {"class": "cb-gains"}, heads, rows)))


def _gain(name: str, found: Differences, axis: Axis, words: Words) -> Element:
    said = say_difference(found.get(TIME), words)
    others = [
        f"{words(f'versus.part.{part}')} : {told.sign} {told.verdict}"
        for part in OTHERS
        if part in found
        for told in [say_difference(found[part], words, part)]
        if told.direction != "same"
    ]
    rest = [part for part in (said.between, said.mark) if part]
    return el(
        "div",
        {"class": "cb-gain"},
        el("span", None, name),
        _gain_bar(found.get(TIME), axis, f"{name} : {said.verdict}"),
        el("p", {"class": "cb-note"}, " · ".join(rest)) if rest else el("span"),
        verdict_mark(said),
        el("p", {"class": "cb-gain-others cb-note"}, " · ".join(others)) if others else None,
    )


def _gain_bar(found: Difference | None, axis: Axis, title: str) -> Element:
    """Right of zero is gained: solid where it is sure, an outline where it is not, or lost."""
    if found is None:
        return el("span", {"class": "cb-range-unknown", "role": "img", "aria-label": title})
    likely = None if found.likely is None else -found.likely
    look: Look = "gain" if found.direction == "gains" else "open"
    return span_bar((-found.high, likely, -found.low), axis, look, title)


def _together(desk: Desk, found: Proposals) -> dict[str, object] | None:
    """What two proposals give together, measured on the journey that both yield."""
    pair = together(found)
    if pair is None:
        return None
    words = desk.words
    one, other = pair.places
    lines = []
    for who, difference in pair.minutes.items():
        name = name_of_persona(who, desk.atlas, words)
        apart = " ; ".join(
            words("proposed.together.one", None, place=place, told=_gained(spared, words))
            for place, spared in zip(
                pair.places, (each.spared[who].get(TIME) for each in pair.proposals), strict=True
            )
        )
        told = _gained(difference, words)
        lines.append(words("proposed.together.for", None, name=name, told=told, apart=apart))
    return {"title": words("proposed.together", None, one=one, other=other), "lines": lines}


def _gained(found: Difference | None, words: Words) -> str:
    said = say_difference(found, words)
    return f"{said.verdict}, {said.between}" if said.between else said.verdict


def _rejected(pen: Pen, one: Rejected) -> list[Markup]:
    words = pen.words
    titles = [move.title for move in told_of(one, words)]
    sign = Markup('<span class="cb-veto-sign">×</span> {}')
    return [
        Markup("{} {{ .cb-row-head }}").format(md(" + ".join(titles))),
        cell(sign.format(md(say_veto(one, words))), words("proposed.veto")),
    ]


def _further(desk: Desk, pen: Pen, one: Proposal) -> list[Markup]:
    words = desk.words
    titles = " + ".join(move.title for move in told_of(one, words))
    gains = [
        f"{name_of_persona(who, desk.atlas, words)} : {_gained(spared.get(TIME), words)}"
        for who, spared in one.spared.items()
    ]
    told = Markup("<br>").join(pen.plain(said) for said in gains)
    return [
        Markup("{} {{ .cb-row-head }}").format(md(titles)),
        cell(told, words("proposed.time")),
    ]
