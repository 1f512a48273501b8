"""What steps, forms and counters are for."""

from __future__ import annotations

from collections.abc import Iterable

from carteblanche_journeys.model import Atlas, Counter, Step, all_asks, by_household, schemes_of
from carteblanche_journeys.model.counters import LEVELS, Level
from carteblanche_journeys.model.values import Text
from carteblanche_journeys.redesigns.variant import Variant


def purposes_at(step: Step, atlas: Atlas) -> frozenset[str]:
    """What the schemes pursued at a step are for."""
    known = (atlas.schemes.get(name) for name in schemes_of(step, atlas))
    return frozenset(one.purpose for one in known if one is not None and one.purpose)


def work_of(counter: Counter, purpose: str, atlas: Atlas) -> Level | None:
    """The most that a counter does for a purpose: `informs`, `receives` or `decides`.

    >>> atlas = Atlas(schemes={"apa": {"name": "APA", "purpose": "help"}})
    >>> desk = Counter(name="Desk", owner="county", competence={"apa": "receives"})
    >>> work_of(desk, "help", atlas)
    'receives'
    """
    known = atlas.schemes
    levels = [
        level
        for scheme, level in counter.competence.items()
        if scheme in known and known[scheme].purpose == purpose
    ]
    return max(levels, key=LEVELS.index, default=None)


def schemes_for(purposes: Iterable[str], atlas: Atlas) -> frozenset[str]:
    """The schemes that serve any of these purposes."""
    among = frozenset(purposes)
    return frozenset(name for name, one in atlas.schemes.items() if one.purpose in among)


def filed_at(variant: Variant, pieces: Iterable[str]) -> tuple[str, ...]:
    """The steps at which someone of the household is asked for any of these pieces, in order."""
    among = frozenset(pieces)
    return tuple(
        name
        for name in variant.net.order
        if by_household(variant.steps[name], variant.atlas)
        and any(among & set(ask.pieces) for ask in all_asks(variant.steps[name]))
    )


def named_for(variant: Variant, purpose: str | None, word: dict[str, str]) -> Text:
    """A name in each language: a word, and the purpose where the atlas says what it is.

    Parameters
    ----------
    word
        By language: `Formulaire commun`.
    """
    said = variant.atlas.purposes.get(purpose or "")
    if said is None:
        return word
    marks = {"fr": "\u00a0: ", "en": ": "}
    return {
        lang: name
        + marks[lang]
        + (said if isinstance(said, str) else said.get(lang, purpose or ""))
        for lang, name in word.items()
    }
