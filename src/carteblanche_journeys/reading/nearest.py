"""Did you mean: the known word that a mistyped one probably stands for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

#: From here on only words that begin or end alike are compared.
MANY = 500
#: The likeness (difflib's ratio) from which a word is worth proposing.
ALIKE = 0.66


def nearest(word: object, known: Iterable[str]) -> str:
    """The known word nearest to `word`, or an empty string.

    >>> nearest("Cafe", ["mairie", "caf"]), nearest("titel", ["title"]), nearest("x", ["title"])
    ('caf', 'title', '')
    """
    typed = plain(str(word))[:80]
    spelled = {plain(name): name for name in sorted(known, reverse=True)}
    if typed in spelled:
        return spelled[typed]
    candidates = list(spelled)
    if len(candidates) > MANY:
        candidates = [name for name in candidates if _may_be(typed, name)][:MANY]
    close = get_close_matches(typed, candidates, n=1, cutoff=ALIKE)
    return spelled[close[0]] if close else ""


def plain(word: str) -> str:
    """A word without accents and capitals, its parts joined by hyphens.

    >>> plain("Justificatif_de Domicilé")
    'justificatif-de-domicile'
    """
    letters = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    return letters.lower().strip().replace("_", "-").replace(" ", "-")


def _may_be(typed: str, name: str) -> bool:
    alike = typed[:2] == name[:2] or typed[-3:] == name[-3:]
    return alike and abs(len(typed) - len(name)) <= 3
