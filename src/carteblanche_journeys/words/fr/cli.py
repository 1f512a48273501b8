"""French words of the command line: what long work is at, what was left aside."""

WORDS: dict[str, str | tuple[str, str]] = {
    "check.asking": ("Examen de {n} parcours…", "Examen de {n} parcours…"),
    "check.known": (
        "{n} constat déjà connu est laissé de côté ({file}).",
        "{n} constats déjà connus sont laissés de côté ({file}).",
    ),
}
