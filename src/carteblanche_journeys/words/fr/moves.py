"""French words of moves: what is wrong with arguments that are each as they should be."""

WORDS: dict[str, str | tuple[str, str]] = {
    "reading.reorder-visit": (
        "Une seule visite (visit) ne se dit que de deux étapes faites en même temps (beside)."
    ),
    "reading.reorder-visit.allowed": "{{move: reorder, step: …, beside: …, visit: true}}.",
}
