"""English words of the command line: what long work is at, what was left aside."""

WORDS: dict[str, str | tuple[str, str]] = {
    "check.asking": ("Looking at {n} journey…", "Looking at {n} journeys…"),
    "check.known": (
        "{n} finding known before is left aside ({file}).",
        "{n} findings known before are left aside ({file}).",
    ),
}
