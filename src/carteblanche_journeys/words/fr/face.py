"""French words of what a notebook shows."""

WORDS: dict[str, str | tuple[str, str]] = {
    "reading.unknown.view": "Aucune vue ne s'appelle «\u00a0{id}\u00a0».",
    "face.step": "{number}. {title}",
    "face.at": "à {counters}",
    "face.then": "\u00a0: ",
    "face.leads-to": "mène à {steps}",
    "face.branch": "{step} ({label})",
    "face.counter": "{name} ({channels})",
    "draw.no-step": (
        "Le parcours «\u00a0{journey}\u00a0» n'a pas d'étape à lui\u00a0: il n'y a rien à dessiner."
    ),
}
