"""English words of moves: what is wrong with arguments that are each as they should be."""

WORDS: dict[str, str | tuple[str, str]] = {
    "reading.drop-form": (
        "One drops a step (`step`) or a piece (`evidence`): one of the two, no more. "
        "`at` says where a piece is no longer asked for."
    ),
    "reading.reorder-form": (
        "The step goes after another (`after`) or beside it (`beside`): one of the two, no "
        "more. `visit` only goes with `beside`."
    ),
}
