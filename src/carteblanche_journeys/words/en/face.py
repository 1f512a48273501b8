"""English words of what a notebook shows."""

WORDS: dict[str, str | tuple[str, str]] = {
    "reading.unknown.view": "No view is called '{id}'.",
    "face.step": "{number}. {title}",
    "face.at": "at {counters}",
    "face.then": ": ",
    "face.leads-to": "leads to {steps}",
    "face.branch": "{step} ({label})",
    "face.counter": "{name} ({channels})",
    "draw.no-step": "The journey '{journey}' has no step of its own: there is nothing to draw.",
}
