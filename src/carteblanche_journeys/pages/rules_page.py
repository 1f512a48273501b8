"""The page of the rules: what each finds, why it hurts, and where it fires."""

from __future__ import annotations

from markupsafe import Markup

from carteblanche_journeys.diagnosis import Explanation, all_rules, explanation
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.filling import page
from carteblanche_journeys.pages.pen import Pen, joined, journey_path


def rules_page(desk: Desk) -> dict[str, str]:
    """The Markdown of the page of the rules, by its path."""
    pen = desk.pen("rules.md")
    rules = [_rule(desk, pen, explanation(rule, desk.words)) for rule in all_rules()]
    view = {
        "title": desk.words("rules.title"),
        "lead": desk.words("rules.lead", n=len(rules)),
        "rules": rules,
    }
    return {pen.here: page("rules", desk.words, view)}


def _rule(desk: Desk, pen: Pen, explained: Explanation) -> dict[str, object]:
    return {
        "name": explained.name,
        "title": explained.title,
        "severity": explained.severity,
        "source": ", ".join(explained.source),
        "sections": [one for one in explained.sections if not one.example],
        "fires": _fires(desk, pen, explained.name),
    }


def _fires(desk: Desk, pen: Pen, rule: str) -> Markup:
    """Every place of the atlas where the rule fires, linked to its explanation."""
    found = [
        pen.link(
            f"{desk.words.text(journey.title)} : {one.told.title}",
            journey_path(journey.id),
            f"#finding-{one.code.lower()}",
        )
        for journey in desk.atlas.journeys.values()
        for one in desk.shown(journey.id)
        if one.finding.rule == rule and one.finding.kind != "question"
    ]
    if not found:
        return pen.plain(desk.words("rules.nowhere"))
    return pen.say("rules.fires", n=len(found), places=joined(found, " ; "))
