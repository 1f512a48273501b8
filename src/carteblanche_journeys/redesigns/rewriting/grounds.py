"""Texts of law that something rests on, as a legal need quotes them."""

from __future__ import annotations

from collections.abc import Iterable

from carteblanche_journeys.model.values import Text
from carteblanche_journeys.redesigns.rewriting.wording import spoken


def grounds(laws: Iterable[Text | None]) -> tuple[str, ...]:
    """The texts that are known, each once; in French where they are said in several languages.

    The name of a French text is quoted as it is, whatever the language around it.

    >>> grounds([None, "CASF R. 232-23", {"en": "CRPA", "fr": "CRPA"}, "CASF R. 232-23"])
    ('CASF R. 232-23', 'CRPA')
    """
    return tuple(dict.fromkeys(spoken(law, "fr") for law in laws if law is not None))
