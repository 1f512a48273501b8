"""French words of moves: what is wrong with arguments that are each as they should be."""

WORDS: dict[str, str | tuple[str, str]] = {
    "reading.drop-form": (
        "On supprime une étape (`step`) ou une pièce (`evidence`) : l'une des deux, pas plus. "
        "`at` dit où une pièce n'est plus demandée."
    ),
    "reading.reorder-form": (
        "L'étape se place après une autre (`after`) ou à côté (`beside`) : l'un des deux, pas "
        "plus. `visit` ne va qu'avec `beside`."
    ),
}
