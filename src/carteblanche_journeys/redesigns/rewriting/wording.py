"""Titles and notes of what moves make, in the languages of the catalogues."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.values import Text


def filled(templates: Mapping[str, str], **texts: Text) -> Mapping[str, str]:
    """Templates in several languages, each with texts in its own language, else in any.

    >>> filled({"en": "See {who}"}, who={"fr": "Mairie", "en": "Town hall"})["en"]
    'See Town hall'
    """
    return FrozenMap(
        {
            lang: template.format(**{name: spoken(text, lang) for name, text in texts.items()})
            for lang, template in sorted(templates.items())
        }
    )


def spoken(text: Text, lang: str) -> str:
    """A text in one language, else in the first that it has."""
    if isinstance(text, str):
        return text
    return text.get(lang) or next(iter(text.values()))


def listed(texts: Iterable[Text]) -> Mapping[str, str] | str:
    """Texts one after the other, in every language that one of them has.

    >>> dict(listed([{"fr": "Âge", "en": "Age"}, "Revenu"]))
    {'en': 'Age, Revenu', 'fr': 'Âge, Revenu'}
    """
    every = tuple(texts)
    languages = sorted({lang for text in every if not isinstance(text, str) for lang in text})
    if not languages:
        return ", ".join(spoken(text, "") for text in every)
    return FrozenMap({lang: ", ".join(spoken(text, lang) for text in every) for lang in languages})
