"""The reference of the figures that measures assume, made from where they stand in the code."""

from __future__ import annotations

from carteblanche_journeys.measures.figures import Figure
from carteblanche_journeys.measures.parameters import DEFAULTS, Parameter
from carteblanche_journeys.publishing.format_page import table
from carteblanche_journeys.words import Words


def parameters_page(words: Words) -> str:
    """The page `reference/parameters.md`: each figure, its value and unit, where it is from.

    Parameters
    ----------
    words
        The language of the page; names and units are never translated.
    """
    head = (
        words("reference.parameter"),
        words("reference.means"),
        words("reference.parameter.value"),
        words("reference.parameter.from"),
    )
    origins = dict.fromkeys(one.origin for one in DEFAULTS)
    blocks = [
        f"# {words('reference.parameters.title')}",
        words("reference.parameters.intro"),
        table(head, (_row(one, words) for one in DEFAULTS)),
        f"## {words('reference.parameters.origins')} {{#origins}}",
        "\n".join(f"- {words(f'parameter.origin.{origin}')}" for origin in origins),
        f"## {words('reference.parameters.ours')} {{#ours}}",
        table(
            (words("reference.parameter"), words("reference.parameter.why")),
            (
                (f"`{one.name}`", words(f"parameter.why.{one.name}"))
                for one in DEFAULTS
                if not one.read
            ),
        ),
        f"## {words('reference.parameters.set')} {{#set}}",
        words("reference.parameters.set.how"),
    ]
    return "\n\n".join(blocks) + "\n"


def _row(one: Parameter, words: Words) -> tuple[str, ...]:
    short = words(f"parameter.origin.{one.origin}.short")
    return (
        f"`{one.name}`",
        words(f"field.ParameterSettings.{one.name}"),
        f"{_value(one.value, words)} {one.unit}".rstrip(),
        short,
    )


def _value(value: Figure, words: Words) -> str:
    """Low, likely and high; one number where they are one."""
    if value.low == value.high:
        return words.number(value.likely)
    least, most, usual = map(words.number, (value.low, value.high, value.likely))
    return words("quantity.range", likely=usual, low=least, high=most)
