"""Conditions in words: « GIR : 5 à 6 », « en couple », « pas au RSA »."""

from __future__ import annotations

from collections.abc import Mapping

from carteblanche_journeys.model import Atlas, Test
from carteblanche_journeys.words.say import Words


def condition_in_words(condition: Mapping[str, Test], atlas: Atlas, words: Words) -> str:
    """A condition as people read it; an empty string for none.

    >>> from carteblanche_journeys.words import words_for
    >>> atlas = Atlas(traits={"age": {"type": "number", "label": "Âge"}})
    >>> condition_in_words({"age": Test(least=60)}, atlas, words_for("fr"))
    'âge : 60 ou plus'
    """
    return words.series(_one(name, test, atlas, words) for name, test in condition.items())


def _one(name: str, test: Test, atlas: Atlas, words: Words) -> str:
    label = _label(name, atlas, words)
    if test.values in ((True,), (False,)):
        return words("condition.yes" if test.values[0] else "condition.no", label=label)
    if test.values:
        values = words.series([_value(v, name, atlas, words) for v in test.values], "or")
        return words("condition.is", label=label, value=values)
    if test.least is not None and test.most is not None:
        ends = {"least": words.number(test.least), "most": words.number(test.most)}
        return words("condition.between", None, label=label, **ends)
    if test.least is not None:
        return words("condition.least", label=label, value=words.number(test.least))
    if test.most is not None:
        return words("condition.most", label=label, value=words.number(test.most))
    return words("condition.depends", label=label)


def _label(name: str, atlas: Atlas, words: Words) -> str:
    trait, fact = atlas.traits.get(name), atlas.facts.get(name)
    label = words.text((trait.label if trait else None) or (fact.label if fact else None) or name)
    # « Âge » opens a list; inside a sentence it is « âge ». An acronym stays as it is.
    return label if label[:2].isupper() else label[:1].lower() + label[1:]


def _value(value: object, name: str, atlas: Atlas, words: Words) -> str:
    if isinstance(value, bool):
        return words("condition.true" if value else "condition.false")
    if isinstance(value, int | float):
        return words.number(value)
    trait, fact = atlas.traits.get(name), atlas.facts.get(name)
    options = (trait.options if trait else None) or (fact.options if fact else None)
    if isinstance(options, Mapping) and value in options:
        return words.text(options[str(value)]).lower()
    organisation = atlas.organisations.get(str(value))
    return words.text(organisation.name) if organisation else str(value)
