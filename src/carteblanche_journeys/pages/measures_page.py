"""The page of the measures: unit, formula and source of each, and what the tool assumes."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from carteblanche_journeys.measures import Amount, parameters_of
from carteblanche_journeys.measures.formulas import FORMULAS, Formula
from carteblanche_journeys.measures.parameters import Parameter
from carteblanche_journeys.measures.saying import amount_in_words
from carteblanche_journeys.pages.amounts import mark_of
from carteblanche_journeys.pages.cells import cell
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.filling import page
from carteblanche_journeys.pages.lives import TIME
from carteblanche_journeys.pages.pen import Pen, measure_anchor, parameter_label

#: The time of a household in all, which pages show beside the measures it is made of.
_IN_ALL = Formula(TIME, "min", "", "Standard Cost Model", "amount")
#: How the page names the source of a formula, by how the source begins.
_SOURCES = {
    "Dumas": "flow",
    "Standard Cost Model": "scm",
    "Herd": "burden",
    "Once-only": "once",
    "Lean": "lean",
    "Government Digital": "kpi",
    "Seddon": "seddon",
    "Clark": "clark",
    "ours": "ours",
}


def measures_page(desk: Desk) -> dict[str, str]:
    """The Markdown of the page of the measures, by its path."""
    pen = desk.pen("measures.md")
    words = desk.words
    view = {
        "title": words("about-measures.title"),
        "measures": [_measure(desk, pen, one) for one in (_IN_ALL, *FORMULAS)],
        "parameters": list(_parameters(desk, pen)),
        "origins": [
            words(f"parameter.origin.{origin}")
            for origin in dict.fromkeys(
                one.origin for one in parameters_of(desk.atlas).known.values()
            )
        ],
    }
    return {pen.here: page("measures", words, view)}


def _measure(desk: Desk, pen: Pen, one: Formula) -> list[Markup]:
    words = desk.words
    name = Markup('<span id="measure-{}">**{}**</span><br>`{}` {{ .cb-row-head }}').format(
        measure_anchor(one.name), pen.plain(words(f"burden.{one.name}")), one.name
    )
    how = f"measure.{one.name}.how"
    plain = [pen.plain(words(how))] if words.has(how) else []
    exact = Markup('<span class="cb-note">{}</span>').format(
        pen.plain(words(f"formula.{one.name}"))
    )
    return [
        name,
        cell(pen.plain(words(f"about-measures.unit.{one.unit}")), words("about-measures.unit")),
        cell(Markup("<br>").join([*plain, exact]), words("about-measures.formula")),
        cell(pen.plain(words(f"formula.source.{source_of(one)}")), words("about-measures.source")),
    ]


def source_of(one: Formula) -> str:
    """The short name of a formula's source."""
    return next(name for start, name in _SOURCES.items() if one.source.startswith(start))


def _parameters(desk: Desk, pen: Pen) -> Iterator[list[Markup]]:
    words = desk.words
    for one in parameters_of(desk.atlas).known.values():
        label = pen.plain(parameter_label(one.name, words))
        value = pen.plain(_value(one, desk))
        yield [
            Markup("{}<br>`{}` {{ .cb-row-head }}").format(label, one.name),
            cell(value, words("about-measures.value")),
            cell(_origin(one, desk, pen), words("about-measures.origin")),
            cell(pen.plain(mark_of(one.status, words) or "—"), words("about-measures.status")),
        ]


def _value(one: Parameter, desk: Desk) -> str:
    low, likely, high = one.value.low, one.value.likely, one.value.high
    unit = "km" if one.unit == "km/h" else one.unit
    said = amount_in_words(Amount(low, likely, high, unit), desk.words)
    return desk.words("about-measures.speed", amount=said) if one.unit == "km/h" else said


def _origin(one: Parameter, desk: Desk, pen: Pen) -> Markup:
    """Where a figure comes from, and why it is what it is where it is ours."""
    words = desk.words
    if one.sources:
        return pen.each(one.sources, "source")
    short = pen.plain(words(f"parameter.origin.{one.origin}.short"))
    why = f"parameter.why.{one.name}"
    if one.origin != "ours" or not words.has(why):
        return short
    return Markup('{}<br><span class="cb-note">{}</span>').format(short, pen.plain(words(why)))
