"""English words of moves: what is wrong with arguments that are each as they should be."""

WORDS: dict[str, str | tuple[str, str]] = {
    "reading.reorder-visit": (
        "A single visit (visit) is said only of two steps done at the same time (beside)."
    ),
    "reading.reorder-visit.allowed": "{{move: reorder, step: …, beside: …, visit: true}}.",
}
