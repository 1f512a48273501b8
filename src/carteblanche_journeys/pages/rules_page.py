"""The index of the rules: what each finds, how grave it is, how often it fires here."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from carteblanche_journeys.diagnosis import Rule, all_rules, title_of
from carteblanche_journeys.pages.cells import cell
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.filling import page
from carteblanche_journeys.pages.pen import Pen, rule_path
from carteblanche_journeys.pages.rule_page import rule_page
from carteblanche_journeys.pages.variants import existing


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a rule fires in an atlas: each finding once, whatever its journeys."""

    faults: int
    questions: int
    accepted: int


def rules_pages(desk: Desk) -> dict[str, str]:
    """The Markdown of the index of the rules and of the page of each, by path."""
    pages = _index(desk)
    for rule in all_rules():
        pages |= rule_page(desk, rule)
    return pages


def _index(desk: Desk) -> dict[str, str]:
    pen = desk.pen("rules.md")
    tallies = {rule.name: tally(desk, rule.name) for rule in all_rules()}
    most_first = sorted(
        all_rules(),
        key=lambda rule: (-tallies[rule.name].faults, -tallies[rule.name].questions, rule.name),
    )
    view = {
        "title": desk.words("rules.title"),
        "lead": desk.words("rules.lead", n=len(most_first)),
        "rows": [_row(desk, pen, rule, tallies[rule.name]) for rule in most_first],
        "waivers": pen.link(desk.words("waivers.title"), "waivers.md"),
    }
    return {pen.here: page("rules", desk.words, view)}


def tally(desk: Desk, rule: str) -> Tally:
    """How often a rule fires in journeys as they are; redesigns tell theirs on their pages."""
    own = {journey.id for journey in existing(desk.atlas)}
    found = [one.finding for one in desk.fired(rule) if not own.isdisjoint(one.finding.journeys)]
    counting = [one for one in found if one.waived is None]
    questions = sum(one.kind == "question" for one in counting)
    return Tally(len(counting) - questions, questions, len(found) - len(counting))


def _row(desk: Desk, pen: Pen, rule: Rule, fired: Tally) -> list[Markup]:
    words = desk.words
    title = pen.link(title_of(rule, words), rule_path(rule.name))
    severity = desk.atlas.rules.severity.get(rule.name, rule.severity)
    off = severity == "off"
    return [
        Markup('<span id="rule-{}">{}</span> {{ .cb-row-head }}').format(rule.name, title),
        cell(Markup("`{}`").format(rule.name), words("rules.name")),
        cell(
            pen.plain(words("rule.off" if off else f"severity.{severity}")),
            words("rules.severity"),
        ),
        *(
            cell(pen.plain(words.number(count) if count else "—"), words(f"rules.{kind}"))
            for kind, count in (
                ("findings", fired.faults),
                ("questions", fired.questions),
                ("accepted", fired.accepted),
            )
        ),
    ]
