"""The page of a rule: what it finds, why it hurts, two journeys drawn, where it fires."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from carteblanche_journeys.diagnosis import Rule, explanation
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.examples import examples
from carteblanche_journeys.pages.filling import page
from carteblanche_journeys.pages.findings import cost_of, places_of, status_of_cost
from carteblanche_journeys.pages.pen import Pen, joined, journey_path, rule_path
from carteblanche_journeys.pages.shelf import Fired

#: The sections of an explanation that stand side by side, after the first.
SIDE_BY_SIDE = slice(1, 4)


def rule_page(desk: Desk, rule: Rule) -> dict[str, str]:
    """The Markdown of the page of a rule, by its path."""
    fired = desk.fired(rule.name)
    ground = (fired, tuple(place for one in fired for place in _ground(desk, one)))
    return desk.memory.recall(("rule", rule.name), ground, lambda: _page(desk, rule))


def _ground(desk: Desk, fired: Fired) -> Iterator[tuple[object, ...]]:
    """All that the page shows of the journeys where a finding is."""
    for name, _ in fired.codes:
        journey, numbers = desk.atlas.journeys[name], desk.usage.numbers[name]
        steps = fired.finding.where_in(name).steps
        shown = ((numbers[one], journey.steps[one].title) for one in steps if one in numbers)
        yield (name, journey.title, *shown)


def _page(desk: Desk, rule: Rule) -> dict[str, str]:
    pen = desk.pen(rule_path(rule.name))
    told = explanation(rule, desk.words)
    bad, good = examples(rule.name, desk.words.lang)
    view = {
        "title": told.title,
        "meta": joined([Markup("`{}`").format(rule.name), told.kind, told.severity], " · "),
        "off": desk.atlas.rules.severity.get(rule.name) == "off",
        "finds": told.sections[0],
        "sides": told.sections[SIDE_BY_SIDE],
        "headings": {one: desk.words(f"explain.{one}") for one in ("bad", "good")},
        "bad": bad,
        "good": good,
        **_fires(desk, pen, rule.name),
        "thresholds": list(_thresholds(desk, pen, rule)),
        "source": desk.words("rule.source", source=desk.words("explain.joined").join(rule.source)),
        "explain": Markup("`carteblanche explain {}`").format(rule.name),
        "all": pen.link(desk.words("rule.all"), "rules.md"),
    }
    return {pen.here: page("rule", desk.words, view)}


def _fires(desk: Desk, pen: Pen, rule: str) -> dict[str, object]:
    """Findings in the order of the diagnosis, then questions, then what was accepted."""
    found = desk.fired(rule)
    counting = [one for one in found if one.finding.waived is None]
    return {
        "faults": [_kept(desk, pen, f) for f in counting if f.finding.kind != "question"],
        "questions": [_plain(desk, pen, f) for f in counting if f.finding.kind == "question"],
        "accepted": [_accepted(pen, f) for f in found if f.finding.waived is not None],
    }


def _kept(desk: Desk, pen: Pen, fired: Fired) -> dict[str, object]:
    """One finding; one of many journeys is written again only where one of its places moved."""
    ground = (fired, tuple(_ground(desk, fired)))
    key = ("fired", fired.finding.rule, fired.finding.cause)
    return desk.memory.recall(key, ground, lambda: _fault(desk, pen, fired))


def _fault(desk: Desk, pen: Pen, fired: Fired) -> dict[str, object]:
    finding = fired.finding
    return {
        "severity": finding.severity,
        "word": desk.words(f"severity.{finding.severity}"),
        "title": pen.plain(fired.told.title),
        "cost": cost_of(desk, finding),
        "sure": status_of_cost(finding, desk.words),
        "places": [_place(desk, pen, fired, name, code) for name, code in fired.codes],
    }


def _place(desk: Desk, pen: Pen, fired: Fired, name: str, code: str) -> Markup:
    """One journey where a finding is: its block there, then the steps."""
    journey = desk.atlas.journeys[name]
    label = f"{pen.label(journey)}, {code}"
    block = pen.link(label, journey_path(name), f"#finding-{code.lower()}")
    steps = places_of(desk, pen, journey, fired.finding)
    return joined([block, steps], " : ") if steps else block


def _plain(desk: Desk, pen: Pen, fired: Fired) -> Markup:
    """A question with its journeys and steps: it has no block of its own."""
    parts = [pen.plain(fired.told.title)]
    for name, _ in fired.codes:
        journey = desk.atlas.journeys[name]
        parts += [pen.journey(journey), places_of(desk, pen, journey, fired.finding)]
    return joined([part for part in parts if part], " · ")


def _accepted(pen: Pen, fired: Fired) -> Markup:
    assert fired.finding.waived is not None
    journeys = [pen.journey(pen.atlas.journeys[name]) for name, _ in fired.codes]
    reason = pen.text(fired.finding.waived.reason)
    return joined([pen.link(fired.told.title, "waivers.md"), *journeys, reason], " · ")


def _thresholds(desk: Desk, pen: Pen, rule: Rule) -> Iterator[list[Markup]]:
    words, here = desk.words, rule.figures(desk.atlas)
    for name, threshold in rule.thresholds.items():
        yield [
            Markup("`{}`").format(name),
            Markup("**{}**").format(pen.plain(words.number(here[name]))),
            pen.plain(words.number(threshold.value)),
            pen.plain(threshold.source),
        ]
