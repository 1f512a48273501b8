"""French words of the pages about redesigns: variants, comparisons, proposals, moves, law."""

WORDS: dict[str, str | tuple[str, str]] = {
    "variant.of": "{moment}, refonte : {name}",
}
