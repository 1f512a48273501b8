"""English words of the drawing engines: what went wrong and what to do."""

WORDS: dict[str, str | tuple[str, str]] = {
    "engine.no-dot": "Graphviz's program “dot” is not installed on this machine. "
    "Install Graphviz, or keep the default engine, which does not need it.",
    "engine.time-limit": "The drawing engine was not ready in the time allowed ({n} s): the "
    "diagram has too many long links. Draw it by stages.",
    "engine.work-limit": "The drawing engine reached its limit of work ({n} million "
    "operations): the diagram has too many long links. Draw it by stages.",
    "engine.refused": "The drawing engine refused the diagram: {reason}",
    "engine.crashed": "The drawing engine stopped before the end: {reason}",
    "engine.incomplete": "The drawing engine “{engine}” gave an incomplete drawing.",
}
